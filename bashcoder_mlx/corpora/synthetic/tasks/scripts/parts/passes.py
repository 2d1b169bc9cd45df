"""Plain scripts that pass once over rows or lines: what these are, which are meant, what is done
with each, and what is told at the end. X stands for those that are meant, such as "the lines of a
file given as argument that are not empty".
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import (
    MOST,
    STYLES,
    Style,
    inside,
    plain,
)
from bashcoder_mlx.trial.world import World

Record = tuple
FRAMES = ("[go through|read|loop over] X and <each>", "[take|given] X[:|,] <each>")

_NEWER = ("declare -A", "mapfile")
"""What the bash of macOS lacks."""


@dataclass(frozen=True)
class Source:
    """A loop over rows or lines, and how one says where they are."""

    key: str
    say: str
    """Such as "the lines<meant> of a file given as argument", <meant> for the choice."""
    explain: str
    head: str
    tail: str
    start: Sequence[str] = ()
    calls: Sequence[str] = ()
    keeps: bool = True
    """Whether variables set in the loop are there after it."""
    on: str = ""
    """What records it has: a work or a choice for that kind alone must agree."""
    header: str = ""
    """The first line of the file, which is not meant."""
    hint: str = ""
    item: str = ""
    """What a line is called in the script, if not `line`."""
    stdin: str = ""
    cost: int = 0


@dataclass(frozen=True)
class Choice:
    """Which of them are meant, by a test for single brackets or one of its own."""

    key: str = ""
    say: str = ""
    explain: str = ""
    test: str = ""
    holds: Callable[[Record, Bound], bool] = lambda record, s: True
    on: str = ""
    whole: str = ""
    """A test with its brackets, in the place of `test`."""
    lines: Sequence[str] = ()
    """What skips all others, in the place of a test."""
    hint: str = ""
    start: Sequence[str] = ()
    calls: Sequence[str] = ()
    cost: int = 0


@dataclass(frozen=True)
class Work:
    """What is done with each."""

    key: str
    say: Sequence[str]
    """Whole requests."""
    each: str
    """The same after "go through X and"."""
    does: str
    lines: Sequence[str]
    told: Callable[[Sequence[Record]], Sequence[object]]
    start: Sequence[str] = ()
    end: Sequence[str] = ()
    on: str = ""
    hint: str = ""
    ordered: bool = True
    splits: bool = False
    """Whether it is for what has several words."""
    is_long: bool = False
    """Whether its lines do not go into a test."""
    cost: int = 0


def compose(
    family: str,
    sources: Sequence[Source],
    choices: Sequence[Choice],
    works: Sequence[Work],
    fill: Callable[[World, Bound, Source, Sequence[Record]], None],
    records: Callable[[Bound, Source], Sequence[Sequence[Record]]],
    worlds: int = 1,
) -> Iterator[Task]:
    """Every source, choice, style of test and work that go together and are not too unusual, tried
    in the first worlds of `records`, or its last.
    """
    for source, choice, work in product(sources, choices, works):
        if not _fit(source, choice, work):
            continue
        for style in STYLES if choice.test else STYLES[:1]:
            cost = sum(part.cost for part in (source, choice, work))
            cost += style is not STYLES[0]
            if cost <= MOST and not style.one_line:
                yield _task(family, (source, choice, style, work), fill, records, worlds)


def _fit(source: Source, choice: Choice, work: Work) -> bool:
    kinds = {part.on for part in (source, choice, work)} - {""}
    changes = bool(work.start or work.end)
    return (
        len(kinds) < 2
        and (source.keeps or not changes)
        and not (work.is_long and choice.key)
        and not (choice.calls and not source.calls)
        and not (choice.on and work.on)
        and not (work.splits and source.on == "word")
    )


def _task(family: str, parts: tuple, fill: Callable, records: Callable, worlds: int) -> Task:
    source, choice, style, work = parts
    keys = (source.key, choice.key, style.key if choice.test else "", work.key)
    hint = source.hint + work.hint + choice.hint + (style.hint if choice.test else "")
    meant = source.explain.replace("<meant>", choice.explain)
    task = plain(
        f"{family}.{'-'.join(key for key in keys if key)}",
        say=list(_say(source, choice, work, hint)),
        explain=f"{work.does.replace('X', meant)}.",
        lines=_lines(*parts),
        plans=[_plan(parts, fill, records, number) for number in range(worlds)],
        hinted=bool(source.key or style.cost or work.hint or choice.hint),
    )
    is_new = any(word in task.run for word in _NEWER)
    return replace(task, run={"linux": task.run}) if is_new else task


def _say(source: Source, choice: Choice, work: Work, hint: str) -> Iterator[str]:
    meant = source.say.replace("<meant>", choice.say)
    for text in work.say:
        yield text.replace("X", meant) + hint
    for frame in FRAMES:
        yield frame.replace("X", meant).replace("<each>", work.each) + hint


def _lines(source: Source, choice: Choice, style: Style, work: Work) -> list[str]:
    body = [*choice.lines, *work.lines]
    if choice.test:
        body = style.write(choice.test, work.lines)
    elif choice.whole:
        body = [f"if {choice.whole}; then", *inside(work.lines), "fi"]
    loop = [source.head, *inside(body), source.tail]
    lines = [*source.start, *choice.start, *work.start, *loop, *work.end]
    return [re.sub(r"\bline\b", source.item or "line", line) for line in lines]


def _plan(parts: tuple, fill: Callable, records: Callable, number: int) -> Plan:
    source, choice, _, work = parts

    def setup(world: World, s: Bound) -> None:
        fill(world, s, source, _some(s))

    def _some(s: Bound) -> Sequence[Record]:
        every = records(s, source)
        return every[min(number, len(every) - 1)]

    def expect(world: World, s: Bound, given: Sequence[str]) -> Outcome:
        meant = [record for record in _some(s) if choice.holds(record, s)]
        return Outcome([str(line) for line in work.told(meant)], ordered=work.ordered)

    return Plan(setup, expect, arguments=(*source.calls, *choice.calls), stdin=source.stdin)
