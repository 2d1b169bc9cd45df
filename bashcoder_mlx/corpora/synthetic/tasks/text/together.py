"""A table that is sorted below its header."""

from bashcoder_mlx.corpora.synthetic.task import Bound, Result
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, put
from bashcoder_mlx.trial.world import World

_VALUES = ("90", "1000", "7", "100", "33")


def headed(world: World, s: Bound) -> None:
    """Rows with numbers in {column} below a header that would be sorted elsewhere."""
    rows = [cells(8)]
    for index, value in enumerate(_VALUES):
        row = cells(index * 3 % 5)
        row[s.column - 1] = value
        rows.append(row)
    equal = [cells(6), cells(7)]  # in one order as lines, in the other by the column after it
    for row, following in zip(equal, ("z", "a"), strict=True):
        row[s.column - 1 : s.column + 1] = ["50", following]
    rows += equal
    world.file(s.csv, [",".join(row) for row in rows])
    if "csv2" in s:
        world.file(s.csv2, ["old"])


def header_first(world: World, s: Bound, numeric: bool, falling: bool, into: str) -> Result:
    """The header, then the rows by {column}."""
    header, *rows = world[s.csv].lines

    def key(row: str) -> tuple:
        cell = row.split(",")[s.column - 1]
        return ((-1 if falling else 1) * int(cell) if numeric else cell), row

    return put(world, s, into, [header, *sorted(rows, key=key)])
