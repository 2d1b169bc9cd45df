"""Octal permissions set."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def mode_of_folder(draw: Draw, spaced: bool) -> Value:
    """A slot: permissions with which the owner still gets into a folder."""
    return named(draw.pick(("700", "711", "750", "755", "770", "775", "777", "751")))


def odd_mode(world: World, s: Bound, files: Sequence[str]) -> None:
    """Gives the files a mode that none is asked to have."""
    for path in map(s.fill, files):
        world[path].mode = 0o604


def set_mode(world: World, s: Bound, files: Sequence[str]) -> None:
    """Sets the mode of the files."""
    for path in map(s.fill, files):
        world[path].mode = int(s.mode, 8)


def set_all_modes(world: World, s: Bound) -> None:
    """Sets the mode of a folder and of all in it."""
    for path in (s.dir, *world.paths(s.dir)):
        world[path].mode = int(s.open, 8)
