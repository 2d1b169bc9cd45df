"""Plain scripts over the rows of a CSV file."""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.passes import Record, Source, compose
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_column_works import WORKS
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_columns import (
    CHOICES,
    FILE,
    SOURCES,
    rows,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.5


def tasks() -> Iterator[Task]:
    """Every file, choice of rows and work."""
    yield from compose("scripts/composed_columns", SOURCES, CHOICES, WORKS, _fill, rows, worlds=3)


def _fill(world: World, s: Bound, source: Source, some: Sequence[Record]) -> None:
    text = "".join(",".join(map(str, _shown(row, source))) + "\n" for row in some)
    world.file(s.csv if "csv" in s else FILE, source.header + text)


def _shown(row: Record, source: Source) -> Record:
    return row if source.on == "three" else (row[0], row[-1])
