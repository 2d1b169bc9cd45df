"""A condition on a row: as awk has it, in English, in Python, with values on both sides of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound

Row = list[str]


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A test of a row. In `say` and `drop`, `<wherein>` is "where" and `<is>` "equals"."""

    name: str
    awk: str
    say: str
    """A block of what follows "rows of FILE"."""
    test: Callable[[Row, Bound], bool]
    values: Callable[[Bound], Sequence[object]]
    """Values of {column} to try: some pass, some do not."""
    second: Callable[[Bound], Sequence[object]] | None = None
    """Values of {column2}, where it is tested too."""
    drop: str = ""
    """After "drop the rows of FILE", where that is a natural way to say it."""
    gaps: bool = False
    """Whether cells may be empty, which columns between blanks cannot."""


WORDS = {"wherein": "[where|in which|for which]", "is": "[is|equals|is equal to]"}


def cell(row: Row, s: Bound) -> str:
    """What {column} holds."""
    return row[s.column - 1]


def near(s: Bound) -> list[object]:
    """Numbers around {amount}."""
    return [s.amount + k for k in (1, -1, 0, 7, 1000, -3)] + [9, s.amount * 11]


def words(s: Bound) -> list[str]:
    """The word, other words, and what is nearly the word."""
    word = s.word
    return [word, "heron", f"x{word}", word.swapcase(), f"{word}s", word, word[:-1], f"a{word}b"]
