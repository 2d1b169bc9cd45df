"""Modes of several files."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def with_mode(world: World, s: Bound, files: Sequence[str], mode: str) -> None:
    """The mode of the files before."""
    for path in map(s.fill, files):
        world[path].mode = int(mode, 8)


def given_mode(world: World, s: Bound, files: Sequence[str], mode: str) -> None:
    """The mode of the files afterwards."""
    for path in map(s.fill, files):
        world[path].mode = int(mode, 8)


def reported_mode(world: World, s: Bound) -> list[str]:
    """Sets the mode and says so, as chmod -v does."""
    node = world[s.path]
    old, node.mode = node.mode, int(s.mode, 8)
    before, after = (f"{mode:04o} ({_letters(mode)})" for mode in (old, node.mode))
    return [f"mode of '{s.path}' changed from {before} to {after}"]


def _letters(mode: int) -> str:
    return "".join(
        letter if mode >> place & 1 else "-"
        for place, letter in zip(range(8, -1, -1), "rwxrwxrwx", strict=True)
    )
