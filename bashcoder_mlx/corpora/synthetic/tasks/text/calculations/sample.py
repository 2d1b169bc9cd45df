"""Rows with numbers to calculate with, and values to group them by."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import cells, names

_FEWEST = 17
_AROUND = (-1, 0, 1, -4, 60)
Rows = list[list[str]]


def keyed(s: Bound) -> Rows:
    """Rows with values in {column2}, if that is named, out of order; the first has its own."""
    many = 5 if "count" not in s else s.count + 3
    rows = [cells(i) for i in range(max(_FEWEST, 3 * many))]
    if "column2" in s:
        keys = names(many + 1)
        for index, row in enumerate(rows):
            row[s.column2 - 1] = keys[1 + index % many] if index else keys[0]
    return rows


def figured(s: Bound) -> Rows:
    """The same with numbers in {column}, some of them around {amount} if that is named."""
    rows = keyed(s)
    values = [(index * 337 + 431) % 1009 + 10 * (index % 3) for index in range(len(rows))]
    if "amount" in s:
        values[3:3] = [s.amount + offset for offset in _AROUND]
    if "count" in s:
        values[0] = 9000  # the only one of its key, which is then among the first
    for row, value in zip(rows, values, strict=False):
        row[s.column - 1] = str(value)
    return rows


def lowest_first(s: Bound) -> Rows:
    """The same from the smallest number in {column} to the largest."""
    return sorted(figured(s), key=lambda row: int(row[s.column - 1]))


def highest_first(s: Bound) -> Rows:
    """The same from the largest number to the smallest."""
    return lowest_first(s)[::-1]
