"""The folder of a file that is made by joining others."""

from posixpath import dirname

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def place_for_path(world: World, s: Bound) -> None:
    """The folder of {path}."""
    world.dir(dirname(s.path))
