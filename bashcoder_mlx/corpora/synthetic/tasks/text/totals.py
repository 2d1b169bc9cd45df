"""A column of figures between other cells."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import cells, path_read
from bashcoder_mlx.trial.world import World


def figures(world: World, s: Bound, separator: str, values: Sequence[int]) -> None:
    """Rows with these values in {column}; a CSV file has a header, with a number in it."""
    rows = [cells(i) for i in range(len(values))]
    for row, value in zip(rows, values, strict=True):
        row[s.column - 1] = str(value)
    header = [["1000"] * 9] if separator == "," else []
    world.file(path_read(s), [separator.join(row) for row in [*header, *rows]])
