"""A folder of files of several ages, sizes and modes, and what ls says of it."""

import posixpath
import re
from collections.abc import Callable, Mapping

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import Node, World, is_hidden

Entry = tuple[str, Node]
_NAMES = ("c10", "b", "c9", "d", "a")  # neither their ages nor their sizes are in this order


def folder(world: World, s: Bound, top: str, folders: bool) -> None:
    """Files, a folder unless sizes of folders would be compared, and what is not to be listed."""
    for index, name in enumerate(_NAMES):
        _file(world, f"{s.fill(top)}{name}.{('zip', 'txt', 'csv')[index % 3]}", index)
    world.file(f"{s.fill(top)}.hidden", "secret", days=0.5)
    if folders:
        world.dir(f"{s.fill(top)}photos", days=3.5)
    if top:
        world.file("outside.txt", "no", days=0.5)


def kinds(world: World, s: Bound, top: str) -> None:
    """Files of a kind, and some that only look like it."""
    for index, name in enumerate(_NAMES):
        _file(world, f"{s.fill(top)}{name}.{s.kind}", index)
    for name in (f".hidden.{s.kind}", f"near.{s.kind}x"):
        world.file(f"{s.fill(top)}{name}", "near", days=0.5)
    if top:
        world.file(f"outside.{s.kind}", "no", days=0.5)


def _file(world: World, path: str, index: int) -> None:
    mode = (0o644, 0o755, 0o600)[index % 3]
    world.file(path, "x" * (index * 1777 % 5000 + 7), mode, days=index * 3 % 5 + 1)


def listed(world: World, s: Bound, top: str, order: str, look: str) -> list[str]:
    """The entries in an order, each in a look."""
    found = sorted(entries(world, s, top), key=_ORDERS[order])
    return [_LOOKS[look](entry) for entry in (found[::-1] if order == "backwards" else found)]


def entries(world: World, s: Bound, top: str) -> list[Entry]:
    """What is visible, by name; paths where a pattern is expanded."""
    if "kind" in s:
        return [(path, world[path]) for path in world.glob(f"{s.fill(top)}*.{s.kind}")]
    found = [p for p in world.paths(s.fill(top) or ".", depth=1) if not is_hidden(p)]
    return [(posixpath.basename(path), world[path]) for path in found]


def _natural(entry: Entry) -> str:
    return re.sub(r"\d+", lambda number: number[0].zfill(4), entry[0])


_ORDERS: Mapping[str, Callable[[Entry], object]] = {
    "name": lambda entry: entry[0],
    "backwards": lambda entry: entry[0],
    "newest": lambda entry: entry[1].age,
    "oldest": lambda entry: -entry[1].age,
    "largest": lambda entry: -entry[1].size,
    "smallest": lambda entry: entry[1].size,
    "folders": lambda entry: (entry[1].kind != "dir", entry[0]),
    "extension": lambda entry: entry[0].rpartition(".")[::2][::-1] if "." in entry[0] else ("",),
    "natural": _natural,
}


def _long(entry: Entry, owner: str = "dev", size: Callable[[int], object] = str) -> str:
    name, node = entry
    letters = "".join("rwx"[i % 3] if node.mode >> (8 - i) & 1 else "-" for i in range(9))
    if node.kind == "dir":
        return f"d{letters} {owner} - {name}"
    return f"-{letters} {owner} {size(node.size)} {name}"


def _human(size: int) -> str:
    """A size as `ls -lh` prints it below one mebibyte: rounded up."""
    if size < 1024:
        return str(size)
    tenths = -(-size * 10 // 1024)
    return f"{tenths / 10:.1f}K" if tenths < 100 else f"{-(-size // 1024)}K"


def _slashed(entry: Entry) -> str:
    return entry[0] + ("/" if entry[1].kind == "dir" else "")


def _marked(entry: Entry) -> str:
    program = entry[1].kind == "file" and entry[1].mode & 0o100
    return _slashed(entry) + ("*" if program else "")


_LOOKS: Mapping[str, Callable[[Entry], str]] = {
    "name": lambda entry: entry[0],
    "two": lambda entry: f"2 {entry[0]}",
    "long": _long,
    "human": lambda entry: _long(entry, size=_human),
    "numeric": lambda entry: _long(entry, owner="1000"),
    "slashed": _slashed,
    "marked": _marked,
}
