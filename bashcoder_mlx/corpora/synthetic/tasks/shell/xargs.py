"""Files with a list of them, and what commands that xargs runs make of them."""

import posixpath
from collections.abc import Callable, Mapping, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

_NAMES = {
    False: ("a.one", "in/b.two", "c.one"),
    True: ("a  b.one", "in/b two.two", "d'e.one", "c.one"),
}
_MADE = ("mkdir", "touch")  # where not all that is listed exists


def listed(world: World, s: Bound, action: str, blanks: bool) -> None:
    """A list of files, the files and one that is not in it; a script that echoes its arguments."""
    names = _NAMES[blanks]
    world.file(s.txt, list(names))
    found = s.word if "word" in s else "line"
    for name in names[action in _MADE :]:
        if action == "mkdir":
            world.dir(name)
        else:
            lines = [name, f"{found} x", found] if name != "c.one" else ["one"]
            world.file(name, lines, days=9)
    world.file("other.one", [found], days=9)
    if "target" in s:
        world.dir(s.target)
    if "script" in s:
        world.file(s.script, '#!/bin/bash\necho "$# $1"\n', mode=0o755)


def acted(world: World, s: Bound, action: str) -> Sequence[str]:
    """What the command does to the listed files; the lines that it prints."""
    names = world[s.txt].lines
    if action in _PRINTED:
        return _PRINTED[action](world, names, s)
    if action == "tar":
        world.file(s.tgz)
        world[s.tgz].data = Archive({name: world[name].data for name in names}, "gz")
    else:
        for name in names:
            _CHANGES[action](world, name, s)
    return ()


def _counted(world: World, names: Sequence[str], s: Bound) -> list[str]:
    counts = [(len(world[name].lines), name) for name in names]
    total = sum(count for count, _ in counts)
    rows = [*counts, (total, "total")]
    sizes = sum(world[name].size for name in names)
    width = max(len(str(sizes)), 1)
    return [f"{count:{width}} {name}" for count, name in rows]


def _found(world: World, names: Sequence[str], s: Bound) -> list[str]:
    pairs = [(name, line) for name in names for line in world[name].lines]
    return [f"{name}:{line}" for name, line in pairs if s.word in line]


def _gzip(world: World, name: str, s: Bound) -> None:
    data = world[name].data
    world.move(name, f"{name}.gz")
    world.hold(f"{name}.gz", Archive(data, "gz"))


def _into(name: str, s: Bound) -> str:
    return f"{s.target}/{posixpath.basename(name)}"


_PRINTED: Mapping[str, Callable[[World, Sequence[str], Bound], list[str]]] = {
    "count": _counted,
    "cat": lambda world, names, s: [line for name in names for line in world[name].lines],
    "grep": _found,
    "grep-names": lambda world, names, s: [n for n in names if s.word in world[n].text],
    "echo": lambda world, names, s: [f"{s.word} {name}" for name in names],
    "base": lambda world, names, s: [posixpath.basename(name) for name in names],
    "script": lambda world, names, s: [f"1 {name}" for name in names],
}
_CHANGES: Mapping[str, Callable[[World, str, Bound], None]] = {
    "rm": lambda world, name, s: world.remove(name),
    "touch": lambda world, name, s: world.file(name, world[name].data if name in world else b""),
    "mkdir": lambda world, name, s: world.dir(name),
    "chmod": lambda world, name, s: setattr(world[name], "mode", int(s.mode, 8)),
    "gzip": _gzip,
    "copy": lambda world, name, s: world.copy(name, _into(name, s)),
    "move": lambda world, name, s: world.move(name, _into(name, s)),
    "backup": lambda world, name, s: world.copy(name, f"{name}.bak"),
    "rename": lambda world, name, s: world.move(name, f"{name}.{s.ext}"),
}
