"""The lines that sed edits: addresses."""

from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.edits.sample import FIRST, LINES, SECOND


@dataclass(frozen=True, kw_only=True)
class Target:
    """The lines that are edited: an address of sed, and in English after a verb."""

    name: str
    address: str
    say: str
    """What follows "delete"; `<of>` is " of FILE"."""
    test: Callable[[int, str, Bound], bool]
    """From the number of a line, counted from 1, and its text."""
    every: bool = True
    """Whether these are several lines."""


WHOLE = Target(name="whole", address="", say="", test=lambda n, t, s: True)
TARGETS = (
    Target(
        name="line",
        address="{line}",
        say="line {line}<of>",
        test=lambda n, t, s: n == s.line,
        every=False,
    ),
    Target(
        name="range",
        address="{range}",
        say="lines {range}<of>",
        test=lambda n, t, s: s.range[0] <= n <= s.range[1],
    ),
    Target(
        name="first",
        address="1",
        say="the first line<of>",
        test=lambda n, t, s: n == 1,
        every=False,
    ),
    Target(
        name="last",
        address="$",
        say="the last line<of>",
        test=lambda n, t, s: n == LINES,
        every=False,
    ),
    Target(
        name="start",
        address="1,{count}",
        say="the first {count} lines<of>",
        test=lambda n, t, s: n <= s.count,
    ),
    Target(
        name="from",
        address="{line},$",
        say="[all|the] lines<of> from line {line} [on|to the end]",
        test=lambda n, t, s: n >= s.line,
    ),
    Target(
        name="matching",
        address="/{word}/",
        say="[all|all the|the] lines<of> [containing|that contain|with|matching] {word}",
        test=lambda n, t, s: s.word in t,
    ),
    Target(
        name="not-matching",
        address="/{word}/!",
        say="[all|all the|the] lines<of> [not containing|that do not contain|without] {word}",
        test=lambda n, t, s: s.word not in t,
    ),
    Target(
        name="starting",
        address="/^{word}/",
        say="[all|all the|the] lines<of> [that start|that begin|starting|beginning] with {word}",
        test=lambda n, t, s: t.startswith(s.word),
    ),
    Target(
        name="ending",
        address="/{word}$/",
        say="[all|all the|the] lines<of> [that end|ending] [with|in] {word}",
        test=lambda n, t, s: t.endswith(s.word),
    ),
    Target(
        name="between",
        address="/{word}/,/{word2}/",
        say=(
            "[the lines|everything|all lines]<of> from the [first |]line [with|containing] "
            "{word} to the [next |]line [with|containing] {word2}"
        ),
        test=lambda n, t, s: FIRST <= n <= SECOND,
    ),
)
