"""Rows with figures that depend on the rows before them, and lines filled up with blanks."""

from itertools import accumulate

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines


@on_lines
def padded(x: list[str], s: Bound, right: bool) -> list[str]:
    """Lines filled up to {width} on one side."""
    return [line.rjust(s.width) if right else line.ljust(s.width) for line in x]


@on_lines
def running(x: list[str], s: Bound, separator: str) -> list[str]:
    """Each line and the sum of {column} up to it."""
    sums = accumulate(int(line.split(separator)[s.column - 1]) for line in x)
    return [f"{line}{separator}{so_far}" for line, so_far in zip(x, sums, strict=True)]


@on_lines
def shares(x: list[str], s: Bound) -> list[str]:
    """The first field of each line, and what part of the sum of {column} it has."""
    rows = [line.split() for line in x]
    values = [int(row[s.column - 1]) for row in rows]
    return [
        f"{row[0]} {100 * value / sum(values):.6g}" for row, value in zip(rows, values, strict=True)
    ]
