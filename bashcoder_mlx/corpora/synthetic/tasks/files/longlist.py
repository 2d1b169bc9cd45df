"""A folder of files of several sizes and ages, and its long listing with one owner and date."""

from collections.abc import Callable, Mapping, Sequence

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_SIZES = {"b9.log": 900, "a.csv": 70, "h.txt": 1300, "c.sh": 8, "e.md": 250, "j.py": 41}
_NEWEST = ("a.csv", "c.sh", "b9.log", "e.md", "j.py", "h.txt")
_MODES = {"c.sh": 0o755, "h.txt": 0o600}
_LETTERS = {0o755: "rwxr-xr-x", 0o600: "rw-------", 0o644: "rw-r--r--"}


def few_and_next(draw: Draw, spaced: bool) -> Value:
    """Two to four, with the number after it as `{few.next}`."""
    value = number(draw.between(2, 4), True)
    return value._replace(forms={"next": str(value.data + 1)})


def some_bytes(draw: Draw, spaced: bool) -> Value:
    """A size that some of the files exceed."""
    return number(draw.pick((80, 100, 200, 300, 500, 750)))


def folder(world: World, s: Bound, top: str, more: bool = False) -> None:
    """The files; with `more` a folder and a link too, whose sizes are not looked at."""
    for name, size in _SIZES.items():
        days = _NEWEST.index(name) + 1
        world.file(f"{s.fill(top)}{name}", "x" * size, _MODES.get(name, 0o644), days=days)
    for name in _edges(s):
        world.file(f"{s.fill(top)}{name}", "x" * _edges(s)[name])
    world.file(f"{s.fill(top)}.hidden", "x" * 5000, days=0.5)
    if more:
        world.file(f"{s.fill(top)}f-dir/inner.txt", "x\n")
        world.link(f"{s.fill(top)}g-link", "a.csv")
    if top:
        world.file("0outside.txt", "x" * 6000, days=0.1)


def _edges(s: Bound) -> Mapping[str, int]:
    """Files as large as {limit}, and a byte larger."""
    return {"k.at": s.limit, "l.above": s.limit + 1} if "limit" in s else {}


def _line(name: str) -> str:
    letters = _LETTERS[_MODES.get(name, 0o644)]
    return f"-{letters} 1 me me {_SIZES[name]} Jan 1 10:00 {name}"


_ORDERS: Mapping[str, Callable[[str], object]] = {
    "largest": lambda name: -_SIZES[name],
    "smallest": lambda name: _SIZES[name],
    "newest": _NEWEST.index,
    "oldest": lambda name: -_NEWEST.index(name),
}


def first(world: World, s: Bound, order: str, whole: bool = False) -> Sequence[str]:
    """The {few} first files in an order, or all of them, as the listing shows them."""
    found = sorted(_SIZES, key=_ORDERS[order])
    shown = [_line(name) for name in found]
    return shown if whole else ["total 8", *shown[: s.few]]


def over(world: World, s: Bound) -> list[str]:
    """The files of more bytes than {limit}."""
    sizes = {**_SIZES, **_edges(s)}
    return [name for name in sorted(sizes) if sizes[name] > s.limit]
