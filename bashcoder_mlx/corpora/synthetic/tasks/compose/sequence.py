"""Two actions in one request: one and then the other, the second only if the first succeeds."""

import heapq
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.task import ANY, Task
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base, bases
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import as_second, both, lower, slots_of

WEIGHT = 0.49
_PARTNERS = 4  # of each action
_SAYS = (
    "%s and then %s",
    "%s, then %s",
    "%s and [if that works|after that|afterwards] %s",
    "%s, and %s [too|as well|after that|]",
)
_ASKS = ("after you %s, %s", "first %s, then %s", "%s; %s", "two things: %s, and %s")


def tasks() -> Iterator[Task]:
    """All tasks of this family: each action with a few others, or with something to print."""
    # All files of a kind could be those that the other action needs.
    some = [base for base in bases() if isinstance(base.task.run, str) and not _has_glob(base)]
    first = [base for base in some if base.acts]
    second = first + [base for base in some if base.prints]
    for base in first:
        for other in _partners(base, second):
            yield _sequence(base, other)


def _partners(base: Base, others: Sequence[Base]) -> list[Base]:
    """A few at random, by a digest of the names: a new task leaves the other pairs as they are."""

    def draw(other: Base) -> int:
        return zlib.crc32(f"{base.task.name} {other.task.name}".encode())

    return heapq.nsmallest(_PARTNERS, (other for other in others if other is not base), draw)


def _has_glob(base: Base) -> bool:
    return "*" in base.task.answer(ANY, base.bound)


def _sequence(base: Base, other: Base) -> Task:
    one, two = base.task, as_second(other.task)
    return replace(
        one,
        name=f"compose/sequence.{base.task.name}-{other.task.name}",
        say=tuple(say % pair for say in _SAYS for pair in zip(one.say, two.say, strict=False)),
        ask=tuple(ask % (one.say[0], two.say[0]) for ask in _ASKS),
        run=f"{one.run} && {two.run}",
        explain=(f"{one.explain[0].rstrip('.')}, then {lower(two.explain[0])}.",),
        slots=slots_of(one, two),
        stubs=(*one.stubs, *two.stubs),
        plans=(both(one.every_plan[0], two.every_plan[0]),),
        weight=base.weight * other.weight,
        mutants=(),
        within=(one.run, two.run),
        origin="",
    )
