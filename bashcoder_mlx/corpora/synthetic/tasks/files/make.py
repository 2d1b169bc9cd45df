"""Folders that mkdir makes, where their names are counted or their mode is drawn."""

import posixpath

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def folder_of_path(world: World, s: Bound) -> None:
    """The directory of a path."""
    world.dir(posixpath.dirname(s.path))


def made_with_mode(world: World, s: Bound) -> None:
    """A directory with the mode that was drawn."""
    world.dir(s.stem, int(s.mode, 8))


def reported(world: World, s: Bound) -> list[str]:
    """A directory and its parents, each reported."""
    world.dir(s.dir)
    parts = s.dir.split("/")
    made = ["/".join(parts[: i + 1]) for i in range(len(parts))]
    return [f"mkdir: created directory '{path}'" for path in made]


def numbered(world: World, s: Bound, form: str, last: str, first: str = "") -> None:
    """Directories with a number in their names, from the slot `first` (or 1) to `last` (or 12)."""
    numbers = range(s[first].data if first else 1, (s[last].data if last else 12) + 1)
    for number in numbers:
        values = {name: value.data for name, value in s.items()}
        world.dir(form.format(number=number, **values))
