"""Lines by their numbers."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines


@on_lines
def one_line(x: list[str], s: Bound) -> list[str]:
    """Line {line}."""
    return [x[s.line - 1]]


@on_lines
def two_lines(x: list[str], s: Bound) -> list[str]:
    """Lines {line} and {line2}, in the order of the file."""
    return [x[number - 1] for number in sorted((s.line, s.line2))]


@on_lines
def lines_in_range(x: list[str], s: Bound) -> list[str]:
    """Lines {range}."""
    return x[s.range[0] - 1 : s.range[1]]
