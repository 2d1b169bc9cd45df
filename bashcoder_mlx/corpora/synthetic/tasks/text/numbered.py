"""Lines by their numbers."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines

Lines = list[str]


@on_lines
def every_nth_line(x: Lines, s: Bound) -> Lines:
    """Every {nth}."""
    return x[s.nth - 1 :: s.nth]


@on_lines
def odd_lines(x: Lines, s: Bound) -> Lines:
    """The first, the third and so on."""
    return x[::2]


@on_lines
def even_lines(x: Lines, s: Bound) -> Lines:
    """The second, the fourth and so on."""
    return x[1::2]


@on_lines
def awk_range(x: Lines, s: Bound) -> Lines:
    """Those of {range}."""
    return x[s.range[0] - 1 : s.range[1]]


@on_lines
def awk_line(x: Lines, s: Bound) -> Lines:
    """Line {line}."""
    return [x[s.line - 1]]


@on_lines
def all_but_line(x: Lines, s: Bound) -> Lines:
    """All but line {line}."""
    return x[: s.line - 1] + x[s.line :]


@on_lines
def numbered_with_colon(x: Lines, s: Bound) -> Lines:
    """Number, colon, blank, line."""
    return [f"{i}: {line}" for i, line in enumerate(x, 1)]


@on_lines
def how_many(x: Lines, s: Bound) -> Lines:
    """The number of lines."""
    return [str(len(x))]


@on_lines
def last_line(x: Lines, s: Bound) -> Lines:
    """The last."""
    return x[-1:]


@on_lines
def but_first_line(x: Lines, s: Bound) -> Lines:
    """All but the first."""
    return x[1:]
