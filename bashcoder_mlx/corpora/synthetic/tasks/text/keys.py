"""Tables to sort, and the order of their rows."""

import re
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, names, on_lines, path_read
from bashcoder_mlx.trial.world import World

_HEADER = ["zz", "yy", "xx", "ww", "vv", "uu", "tt", "ss", "rr"]
_FIRST = (9, 8, 0, 6, 5, 4, 3, 2, 1, 7)
_KEYS: dict[str, Callable[[str], object]] = {
    "text": str,
    "number": int,
    "case": str.upper,
    "version": lambda value: [int(part) for part in re.findall(r"\d+", value)],
}


def _numbers(many: int) -> list[str]:
    return [str((i * 337 + 93) % 1009) for i in range(many)]


def _values(way: str, many: int) -> list[str]:
    """Values out of order, the second and third twice."""
    kind = way.split()[0]
    values = {
        "text": ["tapir", "gecko", "otter", "otter!", "heron", "bison"],
        "number": _numbers(many),
        "case": ["b", "Alpha", "C", "beta", "Dd"],
        "version": ["1.10", "1.9", "10.0", "2.0"],
    }[kind]
    return [*values[:4], values[1], values[2], *values[4:]]


def rows(world: World, s: Bound, separator: str, way: str, header: bool = False) -> None:
    """Rows with such values in {column}. Of two that are equal there, the first column says once
    the same as the later columns, and once the contrary.
    """
    many = s["count"].data + 5 if "count" in s else 12
    lines = [s.fill(separator).join(_HEADER)] if header else []
    for index, value in enumerate(_values(way, many)):
        row = cells(index)
        row[0] = f"{_FIRST[index % 10]}q{index}"
        row[s.column - 1] = value
        lines.append(s.fill(separator).join(row))
    world.file(path_read(s), lines, days=4)


@on_lines
def in_order(
    x: list[str], s: Bound, separator: str, way: str, many: str = "", header: bool = False
) -> list[str]:
    """The rows by {column}, equal ones by the whole line; all or so many."""
    kind, *down = way.split()

    def key(line: str) -> object:
        return _KEYS[kind](line.split(s.fill(separator))[s.column - 1])

    found = sorted(sorted(x[header:]), key=key, reverse=bool(down))
    return x[:header] + found[: int(s.fill(many)) if many else None]


def pairs(world: World, s: Bound, separator: str) -> None:
    """Rows with few different values in {column}, and numbers in {column2}."""
    lines = []
    for index, value in enumerate(_numbers(12)):
        row = cells(index)
        row[0] = f"{_FIRST[index % 10]}q{index}"
        row[s.column - 1] = names(3)[index * index % 3]
        if "column2" in s:
            row[s.column2 - 1] = value if index % 4 else "44"
        lines.append(s.fill(separator).join(row))
    world.file(path_read(s), lines, days=4)


@on_lines
def pairs_in_order(x: list[str], s: Bound, separator: str, way: str) -> list[str]:
    """The rows by {column}, then {column2}, then the whole line."""
    kind, *down = way.split()

    def first(line: str) -> str:
        return line.split(s.fill(separator))[s.column - 1]

    def second(line: str) -> object:
        return _KEYS[kind](line.split(s.fill(separator))[s.column2 - 1])

    return sorted(sorted(sorted(x), key=second, reverse=bool(down)), key=first)


@on_lines
def stable(x: list[str], s: Bound) -> list[str]:
    """The rows by {column}, equal ones as they come."""
    return sorted(x, key=lambda line: line.split(",")[s.column - 1])


@on_lines
def first_of_value(x: list[str], s: Bound) -> list[str]:
    """The first row of each value of {column}, by value."""
    found: dict[str, str] = {}
    for line in x:
        found.setdefault(line.split(",")[s.column - 1], line)
    return [found[value] for value in sorted(found)]
