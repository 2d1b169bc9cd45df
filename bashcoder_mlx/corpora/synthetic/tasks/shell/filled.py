"""Arrays filled from a file, from names or from a text: every source with every use."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.array_sources import SOURCES, Source
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import done, filled, printing
from bashcoder_mlx.trial.world import World

WEIGHT = 0.22
_SAY = """
    <fill> and <do>
    <fill>, then <do>
    <fill>; after that <do>
    [in bash, |]<fill> and [then|also] <do>
    [first |]<fill>, [next|and finally] <do>
"""
_ASK = """
    <fill>: <do>
    I [want|need] to <fill> and <do>
    how do I <fill> and <do>?
    one line of bash: <fill>, <do>
    bash one-liner to <fill> and <do>
"""
_EACH = """printf '%s\\n' "${<a>[@]}\""""


@dataclass(frozen=True)
class Use:
    """What is done with the array <a>."""

    key: str
    run: str
    do: str
    shown: Callable[[list[str]], Sequence[object]]
    system: str = ""
    weight: float = 1.0


_USES = (
    Use(
        "count",
        'echo "${#<a>[@]}"',
        "<print> [how many there are|its length|the number of elements]",
        lambda a: [len(a)],
        weight=2.5,
    ),
    Use("first", 'echo "${<a>[0]}"', "<print> the first [one|element]", lambda a: a[:1], weight=2),
    Use("second", 'echo "${<a>[1]}"', "<print> the second [one|element]", lambda a: a[1:2]),
    Use(
        "last",
        'echo "${<a>[-1]}"',
        "<print> the last [one|element]",
        lambda a: a[-1:],
        "linux",
        1.5,
    ),
    Use("each", _EACH, "<print> each element on a line of its own", lambda a: a, weight=1.5),
    Use("all", 'echo "${<a>[@]}"', "<print> all elements on one line", lambda a: [" ".join(a)]),
    Use(
        "rest",
        'echo "${<a>[@]:1}"',
        "<print> all but the first element on one line",
        lambda a: [" ".join(a[1:])],
    ),
    Use(
        "two",
        "printf '%s\\n' \"${<a>[@]:0:2}\"",
        "<print> the first two elements, one a line",
        lambda a: a[:2],
    ),
    Use(
        "joined",
        '(IFS=-; echo "${<a>[*]}")',
        "<print> the elements joined by hyphens",
        lambda a: ["-".join(a)],
    ),
    Use(
        "sort",
        f"{_EACH} | sort -r",
        "<print> them in reverse order of the alphabet",
        lambda a: sorted(a, reverse=True),
    ),
    Use(
        "outer",
        'echo "${<a>[0]} ${<a>[-1]}"',
        "<print> the first and the last element",
        lambda a: [f"{a[0]} {a[-1]}"],
        "linux",
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for source in SOURCES:
        for use in _USES:
            if f"{use.key}-{source.key}" != "count-glob":  # shell/collections has it
                yield _task(source, use)


def _task(source: Source, use: Use) -> Task:
    def expect(world: World, s: Bound) -> Outcome:
        return Outcome(stdout=[str(line) for line in use.shown(source.items(s))])

    fill = done(source.fill)
    return printing(
        f"shell/filled.{use.key}-{source.key}",
        (_SAY, _ASK),
        filled(f"{source.run}; {use.run}", {"a": source.name}),
        f"{fill[0].upper()}{fill[1:]} and {done(use.do)}.",
        plans=[Plan(source.setup, expect)],
        slots=source.slots,
        system=use.system or source.system,
        weight=source.weight * use.weight,
        fill=source.fill,
        do=use.do,
    )
