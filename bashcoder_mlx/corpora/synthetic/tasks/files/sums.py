"""Checksums, computed here."""

import hashlib
from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def digest(draw: Draw, spaced: bool) -> Value:
    """The SHA-256 checksum of something."""
    return named(hashlib.sha256(str(draw.random()).encode()).hexdigest())


def sums(world: World, s: Bound, files: Sequence[str], kind: str) -> list[str]:
    """A line for each file."""
    return [_line(world, s.fill(path), kind) for path in files]


def sums_saved(world: World, s: Bound, kind: str, into: str) -> None:
    """The lines of the files of the kind, in a file."""
    world.file(into, [_line(world, path, kind) for path in world.glob(f"*.{s.kind}")])


def listed(world: World, s: Bound, kind: str) -> None:
    """Two files, and a list with their checksums."""
    for name in ("a", "b"):
        world.file(f"{name}.txt", name)
    lines = [_line(world, f"{name}.txt", kind) for name in ("a", "b")]
    world.file(f"{s.stem}.{kind}", lines)


def bare_sum(world: World, s: Bound, kind: str) -> list[str]:
    """The checksum of the path alone."""
    return [_line(world, s.path, kind).split()[0]]


def _line(world: World, path: str, kind: str) -> str:
    return f"{hashlib.new(kind, world[path].data).hexdigest()}  {path}"


def program_sum(world: World, s: Bound, kind: str) -> list[str]:
    """The checksum of the program alone."""
    return [_line(world, f"my bin/{s.program}", kind).split()[0]]
