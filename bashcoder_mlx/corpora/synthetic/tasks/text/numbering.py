"""Numbered lines, computed."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines


@on_lines
def numbered_from(x: list[str], s: Bound) -> list[str]:
    """As nl numbers all lines from {n} on."""
    return [f"{i:6d}\t{line}" for i, line in enumerate(x, s.n)]
