"""Rows with a column that is computed from two others."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_rows

_SIGNS = {"+": int.__add__, "*": int.__mul__}


@on_rows
def extended(row: list[str], s: Bound, sign: str) -> list[str]:
    """The row, and {column} and {column2} added or multiplied."""
    return [*row, str(_SIGNS[sign](int(row[s.column - 1]), int(row[s.column2 - 1])))]
