"""Parts of plain scripts over numbers: where `$n` comes from, and which numbers are meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A loop over `n`, and how one says where its numbers come from."""

    key: str
    say: str
    explain: str
    head: str
    calls: Sequence[tuple[Sequence[str], str]]
    """Arguments and what is typed."""
    tail: str = "done"
    start: Sequence[str] = ()
    step: Sequence[str] = ()
    """Lines at the end of the loop."""
    numbers: Callable[[Sequence[str], str], list[int]] = lambda words, typed: [
        int(w) for w in words
    ]
    counts: bool = False
    """Whether the numbers are 1, 2, 3 … to the argument."""
    cost: int = 0


def _to_last(words: Sequence[str], typed: str) -> list[int]:
    return list(range(1, int(words[0]) + 1))


def _typed(words: Sequence[str], typed: str) -> list[int]:
    return [int(word) for word in typed.split()]


ALL = ((12, 7, -3, 40, 10, 0, 1, -20), (-9, -10, -11), (9, 4, 30))
_WORDS = tuple((tuple(map(str, some)), "") for some in ALL)
_TYPED = tuple(((), "".join(f"{n}\n" for n in some)) for some in ALL)
_FILE = tuple((("my  numbers.txt",), typed) for _, typed in _TYPED)
_LAST = ((("7",), ""), (("2",), ""))
_UPTO = "from 1 to [its argument|the argument|the number given|N, the argument]"
_COUNTED = {
    "explain": "from 1 to its argument",
    "calls": _LAST,
    "numbers": _to_last,
    "counts": True,
}
_READ = {"explain": "on the standard input", "calls": _TYPED, "numbers": _typed}
SOURCES = (
    Source(
        "given",
        "[given as arguments|that are its arguments|passed as arguments], unchecked",
        "given as arguments",
        'for n in "$@"; do',
        _WORDS,
    ),
    Source("seq", f"{_UPTO}[, by seq|, with seq]", head='for n in $(seq 1 "$1"); do', **_COUNTED),
    Source(
        "seq-one",
        f"{_UPTO}[, by seq without a start|, with seq N]",
        head='for n in $(seq "$1"); do',
        cost=1,
        **_COUNTED,
    ),
    Source("for", _UPTO, head="for ((n = 1; n <= $1; n++)); do", **_COUNTED),
    Source(
        "while",
        f"{_UPTO}[, in a while loop|, by while]",
        head='while [ "$n" -le "$1" ]; do',
        start=("n=1",),
        step=("n=$((n + 1))",),
        **_COUNTED,
    ),
    Source(
        "while-double",
        f"{_UPTO}, in a while loop with double parentheses",
        head="while ((n <= $1)); do",
        start=("n=1",),
        step=("((n++))",),
        cost=1,
        **_COUNTED,
    ),
    Source(
        "typed",
        "[on stdin|from the standard input|read from stdin, one a line], unchecked",
        head="while read -r n; do",
        **_READ,
    ),
    Source(
        "typed-whole",
        "[on stdin|from the standard input], read with IFS=",
        head="while IFS= read -r n; do",
        cost=1,
        **_READ,
    ),
    Source(
        "file",
        "[in|on the lines of] [the|a] file given as argument",
        "in the file given as its argument",
        "while read -r n; do",
        _FILE,
        tail='done < "$1"',
        numbers=_typed,
    ),
    Source(
        "file-whole",
        "[in|on the lines of] [the|a] file given as argument, read with IFS=",
        "in the file given as its argument",
        "while IFS= read -r n; do",
        _FILE,
        tail='done < "$1"',
        numbers=_typed,
        cost=1,
    ),
)


@dataclass(frozen=True)
class Choice:
    """Which numbers are meant."""

    key: str = ""
    say: str = ""
    explain: str = ""
    tests: Sequence[str] = ()
    """A test of single brackets, and an arithmetic one."""
    holds: Callable[[int], bool] = lambda n: True


CHOICES = (
    Choice(),
    Choice(
        "even", "even ", "even ", ("[ $((n % 2)) -eq 0 ]", "((n % 2 == 0))"), lambda n: n % 2 == 0
    ),
    Choice("odd", "odd ", "odd ", ("[ $((n % 2)) -ne 0 ]", "((n % 2 != 0))"), lambda n: n % 2 != 0),
    Choice("positive", "positive ", "positive ", ('[ "$n" -gt 0 ]', "((n > 0))"), lambda n: n > 0),
    Choice("negative", "negative ", "negative ", ('[ "$n" -lt 0 ]', "((n < 0))"), lambda n: n < 0),
)
