"""Oracles of the plainest scripts: what has today's date, and what is ordered by size."""

import posixpath
from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World

_KB = 1024
_BLOCK = 64 * _KB  # what any file system rounds to


def backed_up(world: World, s: Bound, arguments: Sequence[str], folder: str) -> str:
    """Packs a folder into NAME-DATE.tar.gz."""
    name = posixpath.basename(folder)
    top = posixpath.dirname(folder)
    held = {posixpath.relpath(path, top or "."): world[path].data for path in world.files(folder)}
    made = f"{name}-{now().date()}.tar.gz"
    world.file(made).data = Archive(held, "gz")
    return f"Backed up {folder} to {made}\n"


def copied(world: World, s: Bound, arguments: Sequence[str], source: str, target: str) -> str:
    """Copies a folder into a folder with today's date."""
    place = f"{target}/{now().date()}"
    world.copy(source, f"{place}/{posixpath.basename(source)}", keep=True)
    return f"Copied {source} to {place}\n"


def of_many_sizes(world: World, s: Bound) -> None:
    """Twelve files in two folders, one more than a listing shows."""
    for number in range(1, 13):
        folder = "my  docs/" if number % 3 else ""
        world.file(f"{folder}f{number}.bin", b"x" * number * _BLOCK)


def largest(world: World, s: Bound, arguments: Sequence[str]) -> list[str]:
    """The ten largest files of a folder with their sizes in KB."""
    top = arguments[0] if arguments else "."
    found = sorted(world.files(top), key=lambda path: -world[path].size)[:10]
    start = "" if arguments else "./"
    return [f"{world[path].size // _KB}\t{start}{path}" for path in found]
