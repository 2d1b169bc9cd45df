"""Other moments: yesterday, three weeks ago, next Friday, in each form."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.clock import (
    CLOCK,
    NOW,
    UNITS,
    few,
    printing,
)
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.forms import DATES, FORMS
from bashcoder_mlx.trial.clock import now

WEIGHT = 0.24
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


_DULL = {"days": "year", "weeks": "weekday year", "months": "", "years": "week month"}


@dataclass(frozen=True)
class _Moment:
    """A moment, as GNU and BSD reckon it."""

    key: str
    gnu: str
    bsd: str
    said: str
    when: Callable[[Bound], datetime]
    dull: str = ""
    """Keys of the forms that hardly tell it from today."""
    real: bool = False
    """Whether it is reckoned from the real day, as the names of weekdays are."""
    weight: float = 1.0


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for moment in _moments():
        for form in DATES if moment.real else FORMS:
            if form.key in moment.dull.split():
                continue
            yield printing(
                f"dates/moments.{moment.key}-{form.key}",
                f"date -d {moment.gnu} {form.format}",
                form.at(moment.said),
                lambda s, form=form, moment=moment: form.show(moment.when(s)),
                mac=f"date {moment.bsd} {form.format}",
                say=[f"[compute|work out|calculate] {form.at(moment.said)}"],
                before="" if moment.real else CLOCK,
                slots={"n": few(2, 30), "day": _day},
                weight=form.weight * moment.weight,
            )


def _moments() -> Iterator[_Moment]:
    for word, sign, many in (("yesterday", "-", -1), ("tomorrow", "+", 1)):
        yield _Moment(
            word,
            word,
            f"-v{sign}1d",
            f"[of|for] {word}",
            lambda s, many=many: NOW + timedelta(many),
            "week month year",
            weight=2,
        )
    for unit, (letter, later) in UNITS.items():
        share = 1 if unit == "days" else 0.4
        yield _Moment(
            f"{unit}-ago",
            f"'{{n}} {unit} ago'",
            f"-v-{{n}}{letter}",
            f"[of|] {{n}} {unit} ago",
            lambda s, later=later: later(NOW, -s.n),
            _DULL[unit],
            weight=share,
        )
        yield _Moment(
            f"{unit}-ahead",
            f"'+{{n}} {unit}'",
            f"-v+{{n}}{letter}",
            f"[in {{n}} {unit}|{{n}} {unit} from now]",
            lambda s, later=later: later(NOW, s.n),
            _DULL[unit],
            weight=share,
        )
    for word, sign, when in (("next", "+", _next), ("last", "-", _last)):
        yield _Moment(
            f"{word}-weekday",
            f"'{word} {{day}}'",
            f"-v{sign}1d -v{sign}{{day.short}}",
            f"[of|for] {word} {{day}}",
            when,
            "week month year",
            real=True,
            weight=0.4,
        )


def _day(draw: Draw, spaced: bool) -> Value:
    day = draw.pick(_WEEKDAYS)
    return Value(day, (day.capitalize(),), day, {"short": day[:3]})


def _next(s: Bound) -> datetime:
    today = now()
    return today + timedelta((_WEEKDAYS.index(s.day) - today.weekday() - 1) % 7 + 1)


def _last(s: Bound) -> datetime:
    today = now()
    return today - timedelta((today.weekday() - _WEEKDAYS.index(s.day) - 1) % 7 + 1)
