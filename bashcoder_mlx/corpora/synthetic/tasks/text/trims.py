"""Lines that are chosen by their numbers."""

from collections.abc import Callable, Mapping

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines

_KEPT: Mapping[str, Callable[[int, int, Bound], bool]] = {
    "ends": lambda i, last, s: i in (1, last),
    "three": lambda i, last, s: i in (s.line, s.line2, s.line3),
    "but_two_and_last": lambda i, last, s: i not in (s.line, s.line2, last),
    "but_ends": lambda i, last, s: i not in (1, last),
}
"""Whether a line stays, by its number and that of the last."""


@on_lines
def chosen(x: list[str], s: Bound, kept: str) -> list[str]:
    """The lines that stay."""
    return [line for i, line in enumerate(x, 1) if _KEPT[kept](i, len(x), s)]
