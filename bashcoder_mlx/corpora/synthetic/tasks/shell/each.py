"""What loops over the files of a kind do to each of them."""

import posixpath
from collections.abc import Callable, Mapping

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World


def several(world: World, s: Bound, base: str) -> None:
    """Files of a kind, one of them with blanks and one empty, and others; a script that echoes."""
    inside = s.word if "word" in s else "alpha"
    folder = s.fill(base)
    world.file(f"{folder}b  two.{s.kind}", [f"{i} x {inside}" for i in range(120, 0, -1)], days=9)
    world.file(f"{folder}a.{s.kind}", ["no", "last"], days=9)
    world.file(f"{folder}not  full.{s.kind}", days=9)
    for ending in ("up", "sorted"):
        world.file(f"{folder}a.{s.kind}.{ending}", "written before\n", days=9)
    world.file(f"{folder}other.{s.kind}x", [inside], days=9)
    world.file(f"{folder}.hidden.{s.kind}", [inside], days=9)
    world.file(f"{folder}deep/c.{s.kind}", [inside], days=9)
    if folder:
        world.file(f"outside.{s.kind}", [inside], days=9)
    if "target" in s:
        world.dir(s.target)
    if "script" in s:
        world.file(s.script, '#!/bin/bash\necho "$# $1"\n', mode=0o755)


def acted(world: World, s: Bound, base: str, action: str) -> list[str]:
    """The action on each file in turn; the lines that are printed."""
    lines: list[str] = []
    for path in world.glob(f"{s.fill(base)}*.{s.kind}"):
        if action in _PRINTED:
            lines += _PRINTED[action](path, world[path].lines, s)
        else:
            _CHANGES[action](world, path, s)
    return lines


def _gzip(world: World, path: str, s: Bound) -> None:
    data = world[path].data
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", Archive(data, "gz"))


def _renamed(world: World, path: str, new: str) -> None:
    world.move(path, f"{posixpath.dirname(path) or '.'}/{new}")


def _without(path: str, s: Bound) -> str:
    return posixpath.basename(path).removesuffix(f".{s.kind}")


def _append(world: World, path: str, s: Bound) -> None:
    world[path].data += f"{s.word}\n".encode()


_PRINTED: Mapping[str, Callable[[str, list[str], Bound], list[str]]] = {
    "print": lambda path, lines, s: [path],
    "base": lambda path, lines, s: [posixpath.basename(path)],
    "stem": lambda path, lines, s: [_without(path, s)],
    "count": lambda path, lines, s: [f"{path}: {len(lines)}"],
    "first": lambda path, lines, s: lines[:1],
    "last": lambda path, lines, s: lines[-s.count :],
    "empty": lambda path, lines, s: [] if lines else [f"{path} is empty"],
    "has": lambda path, lines, s: [path] if any(s.word in line for line in lines) else [],
    "header": lambda path, lines, s: [path, *lines],
    "run": lambda path, lines, s: [f"1 {path}"],
}
_CHANGES: Mapping[str, Callable[[World, str, Bound], None]] = {
    "backup": lambda world, path, s: world.copy(path, f"{path}.bak"),
    "extension": lambda world, path, s: _renamed(world, path, f"{_without(path, s)}.{s.ext}"),
    "suffix": lambda world, path, s: _renamed(
        world, path, f"{_without(path, s)}_{s.word}.{s.kind}"
    ),
    "move": lambda world, path, s: world.move(path, f"{s.target}/{posixpath.basename(path)}"),
    "copy": lambda world, path, s: world.copy(path, f"{s.target}/{posixpath.basename(path)}"),
    "chmod": lambda world, path, s: setattr(world[path], "mode", int(s.mode, 8)),
    "gzip": _gzip,
    "upper": lambda world, path, s: world.file(f"{path}.up", world[path].text.upper()),
    "sort": lambda world, path, s: world.file(f"{path}.sorted", sorted(world[path].lines)),
    "append": _append,
    "done": lambda world, path, s: world.file(f"{path}.done"),
}
