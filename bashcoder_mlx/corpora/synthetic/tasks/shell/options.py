"""Modes of new files."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def masked(world: World, s: Bound) -> None:
    """A new file and a new directory get what the mask leaves."""
    world.file("new", mode=0o666 & ~int(s.mask, 8))
    world.dir("made", mode=0o777 & ~int(s.mask, 8))
