"""Scripts that compute one result from many numbers: what is computed, and where they come from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    USAGE,
    indented,
    no_file,
    script,
    sentence,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.world import World

WEIGHT = 0.34

_NUMBERS = (12, 7, -3, 40, 8, 1, -20)
_ALONE = (5,)


@dataclass(frozen=True)
class _Operation:
    """A loop over `$number` with what comes before and after it."""

    name: str
    say: Sequence[str]
    explain: str
    start: str
    each: str
    end: str
    result: Callable[[Sequence[int], Bound], list]


@dataclass(frozen=True)
class _Source:
    """Where the numbers come from."""

    name: str
    say: str
    explain: str
    head: str
    loop: str
    done: str
    calls: Sequence[Sequence[str]]
    stdin: str = ""


_SOURCES = [_Source(name=name, **row) for name, row in rows("numbers", "sources")]
_OPERATIONS_RESULT = {
    "sum": lambda some, s: [sum(some)],
    "product": lambda some, s: [_times(some)],
    "largest": lambda some, s: [max(some)],
    "smallest": lambda some, s: [min(some)],
    "extremes": lambda some, s: [f"Smallest: {min(some)}", f"Largest: {max(some)}"],
    "average": lambda some, s: [f"{sum(some) / len(some):.2f}"],
    "parity": lambda some, s: [
        f"{sum(x % 2 == 0 for x in some)} even, {sum(x % 2 for x in some)} odd"
    ],
    "positive": lambda some, s: [
        *(x for x in some if x > 0),
        f"Sum: {sum(x for x in some if x > 0)}",
    ],
    "running": lambda some, s: [sum(some[: i + 1]) for i in range(len(some))],
    "squares": lambda some, s: [x * x for x in some],
    "bars": lambda some, s: ["#" * x for x in some],
}
_OPERATIONS = [
    _Operation(name=name, result=_OPERATIONS_RESULT[name], **row)
    for name, row in rows("numbers", "operations")
]


def _times(some: Sequence[int]) -> int:
    result = 1
    for number in some:
        result *= number
    return result


def tasks() -> Iterator[Task]:
    """Every source with every operation, where the words fit."""
    for source, operation in product(_SOURCES, _OPERATIONS):
        yield _task(source, operation)


def _task(source: _Source, operation: _Operation) -> Task:
    loop = f"{source.loop}{indented(operation.each)}{source.done}"
    head = f"{source.head}\n" if source.head else ""
    return script(
        f"scripts/numbers.{source.name}-{operation.name}",
        say=[text.replace("NUMBERS", source.say) for text in operation.say],
        explain=sentence(operation.explain.replace("NUMBERS", source.explain)),
        body=head + operation.start + loop + operation.end,
        expect=nothing,
        plans=tuple(_plans(source, operation)),
    )


def _plans(source: _Source, operation: _Operation) -> Iterator[Plan]:
    """Every call with several numbers, and with a single one where they are not in the call."""
    for call in source.calls:
        yield _plan(source, operation, _NUMBERS, call, source.stdin)
    if source.name in ("stdin", "typed", "csv"):
        typed = f"{_ALONE[0]}\n" + ("\n" if source.name == "typed" else "")
        yield _plan(source, operation, _ALONE, (), typed if source.stdin else "")
    if source.name == "csv":
        yield Plan(nothing, lambda world, s, arguments: no_file(s.csv))


def _plan(source: _Source, operation: _Operation, numbers, call, stdin: str) -> Plan:
    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        if source.name == "arguments" and not arguments:
            return USAGE
        some = [int(x) for x in arguments] or numbers
        if source.name == "array":
            some = (s.n, s.n2, s.n3)
        return Outcome([str(line) for line in operation.result(some, s)])

    def setup(world: World, s: Bound) -> None:
        if "csv" in s:
            rows = [f"name{n},{number},77" for n, number in enumerate(numbers)]
            world.file(s.csv, ["name,amount,other", *rows])

    return Plan(setup, expect, arguments=call, stdin=stdin)
