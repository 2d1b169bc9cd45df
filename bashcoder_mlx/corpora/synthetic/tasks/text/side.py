"""Files that are sorted by a column, and their rows joined."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells
from bashcoder_mlx.trial.world import World

_LEFT, _RIGHT = ("apple", "kiwi", "plum"), ("fig", "kiwi", "plum", "quince")


def _rows(keys: tuple[str, ...], column: int, start: int) -> list[list[str]]:
    rows = [cells(start + i) for i in range(len(keys))]
    for row, key in zip(rows, keys, strict=True):
        row[column - 1] = key
    return rows


def sorted_by_columns(world: World, s: Bound) -> None:
    """{txt} sorted by {column} and {txt2} by {column2}."""
    for path, keys, column, start in (
        (s.txt, _LEFT, s.column, 0),
        (s.txt2, _RIGHT, s.column2, 5),
    ):
        world.file(path, [" ".join(row) for row in _rows(keys, column, start)])


def joined_by_columns(world: World, s: Bound) -> list[str]:
    """The key, then the other cells of both rows."""
    left, right = _rows(_LEFT, s.column, 0), _rows(_RIGHT, s.column2, 5)
    return [
        " ".join([one[s.column - 1], *_without(one, s.column), *_without(two, s.column2)])
        for one in left
        for two in right
        if one[s.column - 1] == two[s.column2 - 1]
    ]


def _without(row: list[str], column: int) -> list[str]:
    return row[: column - 1] + row[column:]
