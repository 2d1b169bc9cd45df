"""Rows of which one cell is changed."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, on_lines, on_rows, path_read
from bashcoder_mlx.trial.world import World

Row = list[str]


def _changed(row: Row, s: Bound, value: str) -> Row:
    return [*row[: s.column - 1], value, *row[s.column :]]


@on_rows
def swapped(row: Row, s: Bound) -> Row:
    """{column} and {column2} exchanged."""
    first, second = s.column - 1, s.column2 - 1
    row[first], row[second] = row[second], row[first]
    return row


@on_rows
def upper(row: Row, s: Bound) -> Row:
    """{column} in capitals."""
    return _changed(row, s, row[s.column - 1].upper())


@on_rows
def lower(row: Row, s: Bound) -> Row:
    """{column} in small letters."""
    return _changed(row, s, row[s.column - 1].lower())


@on_rows
def multiplied(row: Row, s: Bound) -> Row:
    """{column} times {n}."""
    return _changed(row, s, str(int(row[s.column - 1]) * s.n))


def words_in_column(world: World, s: Bound) -> None:
    """{word} in {column}, alone, twice, not at all, in another case; and in the last column."""
    rows = [cells(i) for i in range(4)]
    values = (s.word, f"x{s.word}{s.word}", "no", s.word.swapcase())
    for row, value in zip(rows, values, strict=True):
        row[s.column - 1], row[8] = value, s.word
    world.file(path_read(s), [",".join(row) for row in rows])


@on_rows
def replaced(row: Row, s: Bound) -> Row:
    """{word2} for {word} in {column}."""
    return _changed(row, s, row[s.column - 1].replace(s.word, s.word2))


@on_rows
def set_to_word(row: Row, s: Bound) -> Row:
    """{word} as {column}."""
    return _changed(row, s, s.word)


@on_rows
def extended(row: Row, s: Bound) -> Row:
    """{word} in one more column."""
    return [*row, s.word]


@on_lines
def with_word(x: list[str], s: Bound) -> list[str]:
    """Each line, a space and {word}."""
    return [f"{line} {s.word}" for line in x]


@on_lines
def numbered_rows(x: list[str], s: Bound) -> list[str]:
    """Each line after its number and a comma."""
    return [f"{i},{line}" for i, line in enumerate(x, 1)]
