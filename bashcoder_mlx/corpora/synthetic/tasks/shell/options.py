"""Modes of new files."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def masked(world: World, s: Bound) -> None:
    """A new file gets what the mask leaves."""
    world.file("new", mode=0o666 & ~int(s.mask, 8))
