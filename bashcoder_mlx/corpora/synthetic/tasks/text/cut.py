"""What cut leaves of rows and lines."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import (
    cells,
    names,
    on_lines,
    on_rows,
    path_read,
)
from bashcoder_mlx.trial.world import World

Row = list[str]


@on_rows
def some(row: Row, s: Bound) -> Row:
    """The columns of {pair}."""
    return [row[i - 1] for i in s.pair]


@on_rows
def span(row: Row, s: Bound) -> Row:
    """The columns of {span}."""
    return row[s.span[0] - 1 : s.span[1]]


@on_rows
def from_inner(row: Row, s: Bound) -> Row:
    """{inner} and what follows."""
    return row[s.inner - 1 :]


@on_rows
def up_to_inner(row: Row, s: Bound) -> Row:
    """{inner} and what comes before."""
    return row[: s.inner]


@on_rows
def without_inner(row: Row, s: Bound) -> Row:
    """All but {inner}."""
    return row[: s.inner - 1] + row[s.inner :]


def table_with_title(world: World, s: Bound) -> None:
    """Rows between lines without a comma."""
    rows = [",".join(cells(i)) for i in range(3)]
    world.file(path_read(s), ["A title", *rows, "", "The end"])


@on_lines
def column_of_rows(x: list[str], s: Bound) -> list[str]:
    """{column} of the lines with a comma."""
    return [line.split(",")[s.column - 1] for line in x if "," in line]


def sentences(world: World, s: Bound) -> None:
    """Long lines that differ at every place, and a short one."""
    text = "NAME and NAME again, NUMBER times over the whole of the line, NAMEs and on"
    lines = [text.replace("NAME", n).replace("NUMBER", str(i)) for i, n in enumerate(names(6))]
    world.file(path_read(s), [*lines, "short"])


@on_lines
def chars_in_range(x: list[str], s: Bound) -> list[str]:
    """Characters {range} of each line."""
    return [line[s.range[0] - 1 : s.range[1]] for line in x]


@on_lines
def one_char(x: list[str], s: Bound) -> list[str]:
    """Character {chars} of each line."""
    return [line[s.chars - 1 : s.chars] for line in x]


@on_lines
def later_chars(x: list[str], s: Bound) -> list[str]:
    """Each line from character {chars} on."""
    return [line[s.chars - 1 :] for line in x]


def wide_table(world: World, s: Bound, separator: str) -> None:
    """Rows of 11, 12 and 13 columns."""
    world.file(path_read(s), [separator.join(cells(i, 11 + i)) for i in range(3)])


@on_rows
def nth_from_end(row: Row, s: Bound) -> str:
    """The {nth} from the end."""
    return row[-s.nth]
