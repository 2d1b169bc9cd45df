"""A text on the command line, sent through a filter: `echo TEXT | tr -d x`.

Every text (typed, printed, the value of a variable; of words or of fields) with every filter, to
the output or back into the variable.
"""

from collections.abc import Iterator, Mapping

from bashcoder_mlx.corpora.synthetic.composing import block, fit
from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.field_filters import FIELD_FILTERS
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filter import Filter
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filters import TEXT_FILTERS
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.inputs import (
    FIELDS,
    FIELDS_OF_VARIABLE,
    PRINTED,
    SNIPPET,
    VARIABLE,
    Input,
)
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import DECOYS
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import text_task
from bashcoder_mlx.trial.world import World

WEIGHT = 0.54
_TAKEN_BACK = ("upper", "lower", "digits", "no-digits", "underscores", "replace", "squeeze")


def _small(draw: Draw, spaced: bool) -> Value:
    return number(draw.between(2, 9), True)


def _often(draw: Draw, spaced: bool) -> Value:
    """A letter that every text has several times."""
    raw = draw.pick("or")
    return Value(raw, (f'"{raw}"', f"'{raw}'"), raw)


SLOTS_OF_FILTERS: Mapping[str, Slot] = {"small": _small, "often": _often}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for given in (SNIPPET, VARIABLE, PRINTED):
        for change in TEXT_FILTERS:
            yield _task(given, change, 0.3 if given is PRINTED else 1.0)
    for given in (*FIELDS, FIELDS_OF_VARIABLE):
        for change in FIELD_FILTERS:
            yield _task(given, change, 0.8)
    for change in TEXT_FILTERS:
        if change.key in _TAKEN_BACK:
            yield _taken_back(change)


def _task(given: Input, change: Filter, weight: float) -> Task:
    words = {"it": given.said, "sign": given.name}
    start = given.plain if change.plain else given.run
    return text_task(
        f"text/echo.{change.key}-{given.key}",
        fit(block(change.say), **words),
        f"{start} | {change.run}".replace("<sep>", given.separator),
        fit([change.explain], **words),
        lambda world, s: decoys(world),
        lambda world, s: change.result(given.text(s), s, given.separator),
        [*fit(block(change.ask), **words), *_context_first(given, change)],
        mac=f"{start} | {change.mac}" if change.mac else None,
        slots={**given.slots, **SLOTS_OF_FILTERS},
        before=given.before,
        weight=weight,
    )


def _context_first(given: Input, change: Filter) -> list[str]:
    """The text first, then what is done with it."""
    does = fit(block(change.say), it="it", sign=given.name)
    return [f"[given|take] {given.said}[, and|;] {text}" for text in does]


def _taken_back(change: Filter) -> Task:
    """The same, and the variable keeps the result."""
    words = {"it": VARIABLE.said}

    def expect(world: World, s: Bound) -> Result:
        return change.result(VARIABLE.text(s), s, "").rstrip("\n") + "\n"

    return text_task(
        f"text/echo.{change.key}-assigned",
        [f"{text} and store the result in it again" for text in fit(block(change.say), **words)],
        f"{{variable.raw}}=$({VARIABLE.run} | {change.run})",
        fit(["Sets the variable again: " + _lower(change.explain)], **words),
        lambda world, s: decoys(world),
        expect,
        fit([f"{one}, kept in the variable" for one in block(change.ask)[::3]], **words)
        + [f"{text}; the variable keeps that" for text in _context_first(VARIABLE, change)],
        slots=SLOTS_OF_FILTERS,
        before=VARIABLE.before,
        after='echo "{variable.dollar}"',
        weight=0.6,
    )


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def decoys(world: World) -> None:
    """Files that a glob without quotes would name."""
    for name in DECOYS:
        world.file(name)
