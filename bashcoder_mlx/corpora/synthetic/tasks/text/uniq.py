"""Repeated lines and columns, and what chance leaves certain."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, any_order
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, on_lines, path_read
from bashcoder_mlx.trial.world import World


def prefixed(world: World, s: Bound) -> None:
    """Lines that differ in the first {count} characters, and in the one after them."""
    ends = ["Xa", "Xa", "Ya", "Xa", "Xa", "Xb"]
    lines = [f"{chr(97 + i) * s.count}{end}" for i, end in enumerate(ends)]
    world.file(path_read(s), lines, days=2)


@on_lines
def without_prefixed_repeats(x: list[str], s: Bound) -> list[str]:
    """Lines unlike the one before, the first {count} characters aside."""
    return [line for i, line in enumerate(x) if not i or line[s.count :] != x[i - 1][s.count :]]


def repeated_column(world: World, s: Bound) -> None:
    """Rows that repeat values in {column}, in another case too, all else different."""
    rows = [cells(i) for i in range(6)]
    for row, value in zip(rows, ("x", "y", "x", "X", "y", "z"), strict=True):
        row[s.column - 1] = value
    world.file(path_read(s), [",".join(row) for row in rows], days=2)


@on_lines
def first_of_each_value(x: list[str], s: Bound) -> list[str]:
    """The first row of each value of {column}."""
    seen: set[str] = set()
    return [row for row in x if not (_value(row, s) in seen or seen.add(_value(row, s)))]


def _value(row: str, s: Bound) -> str:
    return row.split(",")[s.column - 1]


def same_lines(world: World, s: Bound) -> None:
    """More equal lines than {count}."""
    world.file(path_read(s), ["same"] * (s.count + 3), days=2)


@on_lines
def as_many_as_count(x: list[str], s: Bound) -> Sequence[str]:
    """{count} of the lines, all equal."""
    return x[: s.count]


def up_to_n(world: World, s: Bound) -> Outcome:
    """The numbers from 1 to {n}, in any order."""
    return any_order([str(i) for i in range(1, s.n + 1)])
