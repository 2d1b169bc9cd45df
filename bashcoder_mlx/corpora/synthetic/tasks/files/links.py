"""Links whose target or name follows from a path."""

import posixpath

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def linked_here(world: World, s: Bound) -> None:
    """A link to the path, by the last of its names."""
    world.link(posixpath.basename(s.path), s.path)


def linked_relative(world: World, s: Bound) -> None:
    """A link in the directory, with the path as it is seen from there."""
    world.link(f"{s.dir}/{s.stem}", posixpath.relpath(s.path, s.dir))
