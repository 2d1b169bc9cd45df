"""Loops over files with a condition: which of them meet it, and what is done to those."""

import posixpath
from collections.abc import Callable, Mapping

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World


def several(world: World, s: Bound, ending: str) -> None:
    """A file for each property, with blanks in most names; a hidden one and one in a folder."""
    end, word = s.fill(ending), s.word if "word" in s else "alpha"
    lines = s.n if "n" in s else 3
    world.file(f"a  few{end}", ["x"] * lines, days=9)
    world.file(f"b  bare{end}", days=1)
    world.file(f"c  many{end}", [f"no {word} {i}" for i in range(lines + 1)], days=1)
    world.file(f"d  run{end}", ["#!/bin/sh"] * lines, mode=0o755, days=9)
    world.dir(f"e  folder{end}x")
    world.file(f".hidden{end}", [word] * (lines + 9))
    world.file(f"deep/x{end}", [word] * (lines + 9))
    if "txt" in s:
        world.file(s.txt, days=4)
    if "target" in s:
        world.dir(s.target)


def acted(
    world: World, s: Bound, ending: str, hits: str, act: str, chained: bool = True
) -> Outcome:
    """What is done to those whose names begin with one of the letters of `hits`, in order.

    Args:
        chained: whether the loop ends as its last condition does.
    """
    end, lines = s.fill(ending), []
    paths = world.glob(f"*{end}") if end else sorted(p for p in world if "/" not in p)
    found = [path for path in paths if not path.startswith(".")]
    for path in found:
        if path[0] in hits and path[1:3] == "  ":
            lines += _ACTS[act](world, path, s) or ()
    last = found[-1][0] in hits and found[-1][1:3] == "  "
    return Outcome(stdout=lines, status=0 if last or not chained else 1)


def _echo(world: World, path: str, s: Bound) -> list[str]:
    return [path]


def _move(world: World, path: str, s: Bound) -> None:
    world.move(path, f"{s.target}/{posixpath.basename(path)}")


def _gzip(world: World, path: str, s: Bound) -> None:
    data = world[path].data
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", Archive(data, "gz"))


_ACTS: Mapping[str, Callable[[World, str, Bound], list[str] | None]] = {
    "echo": _echo,
    "rm": lambda world, path, s: world.remove(path),
    "mv": _move,
    "cp": lambda world, path, s: world.copy(path, f"{s.target}/{path}"),
    "bak": lambda world, path, s: world.copy(path, f"{path}.bak"),
    "gzip": _gzip,
}
