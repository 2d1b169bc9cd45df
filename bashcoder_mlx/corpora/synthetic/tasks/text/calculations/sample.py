"""Rows with numbers to calculate with, and values to group them by."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import cells, names

_ROWS = 17
Rows = list[list[str]]


def keyed(s: Bound) -> Rows:
    """Rows with a few values in {column2}, if that is named, out of order."""
    rows = [cells(i) for i in range(_ROWS)]
    if "column2" in s:
        for index, row in enumerate(rows):
            row[s.column2 - 1] = names(5)[index**3 % 5]
    return rows


def figured(s: Bound) -> Rows:
    """The same with numbers in {column}."""
    rows = keyed(s)
    for index, row in enumerate(rows):
        row[s.column - 1] = str((index * 337 + 93) % 1009 + 10 * (index % 3))
    return rows
