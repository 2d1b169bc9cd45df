"""Tables of cells of one width, so that what column prints is plain."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines, on_rows, path_read
from bashcoder_mlx.trial.world import World

_FIRST, _KEYS, _NEXT = "bcaa", "caba", "abcd"


def unsorted_by_column(world: World, s: Bound) -> None:
    """Rows in whose {column} two values are equal; the first column says otherwise than the one
    after it which comes first.
    """
    rows = [[f"{_FIRST[i]}{k}" for k in range(8)] for i in range(4)]
    for row, key, after in zip(rows, _KEYS, _NEXT, strict=True):
        row[s.column - 1], row[s.column] = f"{key}k", f"{after}n"
    world.file(path_read(s), [",".join(row) for row in rows])


@on_lines
def sorted_table(x: list[str], s: Bound) -> list[str]:
    """The rows by {column}, two blanks between cells."""
    found = sorted(sorted(x), key=lambda line: line.split(",")[s.column - 1])
    return [line.replace(",", "  ") for line in found]


def long_csv(world: World, s: Bound) -> None:
    """More rows than {count}."""
    world.file(path_read(s), [f"r{i:03},s{i:03}" for i in range(s.count + 3)])


@on_lines
def head_of_table(x: list[str], s: Bound) -> list[str]:
    """{count} rows, two blanks between cells."""
    return [line.replace(",", "  ") for line in x[: s.count]]


@on_rows
def two_aligned(row: list[str], s: Bound) -> list[str]:
    """{column} and {column2}, all cells being equally wide."""
    return [row[s.column - 1], row[s.column2 - 1]]
