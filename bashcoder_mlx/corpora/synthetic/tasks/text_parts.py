"""The parts of the text families under the names that the listed ones import."""

from bashcoder_mlx.corpora.synthetic.composing import fit
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import (
    HEADER,
    WIDTH,
    cells,
    mixed,
    names,
    numbers,
    repeated,
    table,
    text_of,
)
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.slots import LOCAL
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tables import (
    BLANK,
    CSV,
    SKIPPED,
    SPLIT,
    Table,
)
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import lines_task, text_task

__all__ = [
    "BLANK",
    "CSV",
    "HEADER",
    "LOCAL",
    "SKIPPED",
    "SPLIT",
    "WIDTH",
    "Table",
    "cells",
    "fit",
    "lines_task",
    "mixed",
    "names",
    "numbers",
    "repeated",
    "table",
    "text_of",
    "text_task",
]
