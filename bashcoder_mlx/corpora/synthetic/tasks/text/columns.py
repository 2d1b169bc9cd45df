"""What awk prints of a row."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, on_lines, on_rows, path_read
from bashcoder_mlx.trial.world import World

Row = list[str]
_SIGNS = {"+": int.__add__, "-": int.__sub__, "*": int.__mul__}


@on_rows
def two(row: Row, s: Bound) -> Row:
    """{column} and {column2}."""
    return [row[s.column - 1], row[s.column2 - 1]]


@on_rows
def three(row: Row, s: Bound) -> Row:
    """{column}, {column2} and {column3}."""
    return [row[s.column - 1], row[s.column2 - 1], row[s.column3 - 1]]


@on_rows
def and_last(row: Row, s: Bound) -> Row:
    """{column} and the last."""
    return [row[s.column - 1], row[-1]]


@on_rows
def before_last(row: Row, s: Bound) -> str:
    """The last but one."""
    return row[-2]


@on_rows
def first_and_last(row: Row, s: Bound) -> Row:
    """The first and the last."""
    return [row[0], row[-1]]


@on_rows
def but_first(row: Row, s: Bound) -> Row:
    """All but the first."""
    return row[1:]


@on_rows
def labelled(row: Row, s: Bound) -> str:
    """{column} after {word} and a colon."""
    return f"{s.word}: {row[s.column - 1]}"


@on_lines
def numbered_column(x: list[str], s: Bound) -> list[str]:
    """The number of each line and its {column}."""
    return [f"{i} {line.split()[s.column - 1]}" for i, line in enumerate(x, 1)]


@on_rows
def computed(row: Row, s: Bound, sign: str) -> str:
    """What becomes of {column} and {column2}."""
    return str(_SIGNS[sign](int(row[s.column - 1]), int(row[s.column2 - 1])))


@on_rows
def right_aligned(row: Row, s: Bound) -> str:
    """{column} in ten characters, then the first column."""
    return f"{row[s.column - 1]:>10} {row[0]}"


def fractions(world: World, s: Bound) -> None:
    """Rows with fractions in {column}."""
    rows = [cells(i) for i in range(4)]
    for row, value in zip(rows, ("3.14159", "2", "0.996", "120.5"), strict=True):
        row[s.column - 1] = value
    world.file(path_read(s), [" ".join(row) for row in rows])


@on_lines
def rounded(x: list[str], s: Bound) -> list[str]:
    """The fractions with two decimals."""
    return ["3.14", "2.00", "1.00", "120.50"]


@on_rows
def alone(row: Row, s: Bound) -> str:
    """{column} alone."""
    return row[s.column - 1]


def near_n(world: World, s: Bound) -> None:
    """Rows with numbers near {n} in {column}."""
    rows = [cells(i) for i in range(4)]
    for row, value in zip(rows, (s.n, s.n + 1, s.n - 1, s.n + 900), strict=True):
        row[s.column - 1] = str(value)
    world.file(path_read(s), [" ".join(row) for row in rows])


@on_lines
def over_n(x: list[str], s: Bound) -> list[str]:
    """Lines with more than {n} in {column}."""
    return [line for line in x if int(line.split()[s.column - 1]) > s.n]


def near_range(world: World, s: Bound) -> None:
    """Rows with numbers at and beside the ends of {range} in {column}."""
    low, high = s.range
    values = (low - 1, low, high, high + 1, low + 1)
    rows = [cells(i) for i in range(len(values))]
    for row, value in zip(rows, values, strict=True):
        row[s.column - 1] = str(value)
    world.file(path_read(s), [" ".join(row) for row in rows])


@on_lines
def within_range(x: list[str], s: Bound) -> list[str]:
    """Lines with {column} in {range}."""
    return [line for line in x if s.range[0] <= int(line.split()[s.column - 1]) <= s.range[1]]
