"""A date or Unix time that is given, shown in another form, or so many days later."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.clock import (
    NOW,
    UNITS,
    day_between,
    few,
    given,
    months,
    plain,
    printing,
)
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.forms import FORMS, Form

WEIGHT = 0.19
_EARLIER, _LATER = day_between(2001, 2012), day_between(2024, 2040)
_ON_BSD = "date -j -f '%F %T' '{{date}} 00:00:00' {0}"
_SECONDS = "$(date -d {0} +%s)"
_BSD_SECONDS = "$(date -j -f '%F %T' '{0} 00:00:00' +%s)"
_DAYS = "echo $((({0} - {1}) / 86400))"
_STAMP = "[the Unix time|the Unix timestamp|the epoch time|the timestamp|]"

# Name, words after the Unix time, to what it is converted, the format of what is printed.
_EPOCHS = (
    ("", "", "[to a date|to a readable date|to date and time]", "%a %b %e %H:%M:%S UTC %Y"),
    ("-iso", " +%F", "to [a date as YYYY-MM-DD|an ISO date]", "%Y-%m-%d"),
    (
        "-both",
        " '+%F %T'",
        "to [the form YYYY-MM-DD HH:MM:SS|YYYY-MM-DD HH:MM:SS]",
        "%Y-%m-%d %H:%M:%S",
    ),
    ("-time", " +%T", "to a time of day", "%H:%M:%S"),
    ("-weekday", " +%A", "to a weekday", "%A"),
    ("-year", " +%Y", "to its year", "%Y"),
)


_EPOCH_ASKED = (
    "which date is {epoch} in Unix time?",
    "what date is the timestamp {epoch}?",
    "{epoch}, seconds since 1970, as a readable date",
    "my log says {epoch}; when was that?",
    "Unix time {epoch}: day and time?",
    "how do I read a timestamp such as {epoch}?",
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for form in FORMS:
        yield _shown(form)
    yield from _epochs()
    yield from _later_dates()
    yield from _differences()
    yield _last_of_month()


def _shown(form: Form) -> Task:
    phrase = form.given
    if form.timed and form.suffix:
        phrase = f"midnight of {{date}} {form.suffix}"
    say = [f"[convert|turn] {{date}} [to|into] {form.suffix[3:]}"]
    return printing(
        f"dates/given.{form.key}",
        f"date -d {{date}} {form.format}",
        phrase,
        lambda s: form.show(given(s)),
        mac=_ON_BSD.format(form.format),
        say=say if form.suffix.startswith("as [") else (),
        ask=["[which|what] [weekday|day of the week] was {date}?"] if form.key == "weekday" else (),
        before="",
        weight=form.weight,
    )


def _epoch(draw: Draw, spaced: bool) -> Value:
    return named(str(draw.between(1_000_000_000, 1_799_999_999)))


def _epochs() -> Iterator[Task]:
    rows = [(key, "", words, said, form) for key, words, said, form in _EPOCHS]
    rows.append(("-utc", "-u ", "", "to [a UTC date|UTC|date and time in UTC]", _EPOCHS[0][3]))
    for key, flag, words, said, form in rows:
        yield Task(
            name=f"dates/given.from-epoch{key}",
            say=[
                f"[convert|translate|turn] {_STAMP} {{epoch}} {said}",
                f"[take|read] {{epoch}} as seconds since 1970 and [convert|turn] it {said}",
            ],
            ask=_EPOCH_ASKED if not key else _asked(said),
            run={
                "linux": f"date {flag}-d @{{epoch}}{words}",
                "macos": f"date {flag}-r {{epoch}}{words}",
            },
            explain=[f"Prints {{epoch}} seconds since 1970 as {plain(said)[3:]}."],
            expect=lambda world, s, form=form: [_moment(s).strftime(form)],
            before="export TZ=Asia/Tokyo" if key == "-utc" else "",
            slots={"epoch": _epoch},
            weight=0.7 if key else 2,
        )


def _asked(said: str) -> list[str]:
    return [
        f"{{epoch}} {said}",
        f"how do I convert {{epoch}} {said}?",
        f"my log has {{epoch}}, in seconds since 1970; convert that {said}",
        f"Unix time {{epoch}}, {said}",
        f"which command converts {{epoch}} {said}?",
        f"{{epoch}} is a Unix time; I need it converted {said}",
    ]


def _moment(s: Bound) -> datetime:
    return datetime.fromtimestamp(int(s.epoch), timezone.utc)


def _later_dates() -> Iterator[Task]:
    for unit, (letter, later) in UNITS.items():
        for sign, word, factor in (("+", "after", 1), ("-", "before", -1)):
            verb, to = ("add", "to") if factor > 0 else ("subtract", "from")
            yield printing(
                f"dates/given.{unit}-{word}",
                f"date -d '{{date}} {sign} {{n}} {unit}' +%F",
                f"the date {{n}} {unit} {word} {{date}}",
                lambda s, later=later, n=factor: f"{later(given(s), n * s.n):%Y-%m-%d}",
                mac=f"date -j -v{sign}{{n}}{letter} -f %F {{date}} +%F",
                say=[f"{verb} {{n}} {unit} {to} {{date}}"],
                ask=[f"[which|what] date is {{n}} {unit} {word} {{date}}?"],
                before="",
                slots={"n": few(2, 30)},
                weight=0.8,
            )


def _differences() -> Iterator[Task]:
    days = "the [number of|] [whole|full|] days"
    two = [text.format("{date2}") for text in (_SECONDS, _BSD_SECONDS)]
    one = [text.format("{date}") for text in (_SECONDS, _BSD_SECONDS)]
    this = "$(date +%s)"
    yield printing(
        "dates/given.difference",
        _DAYS.format(two[0], one[0]),
        f"{days} [between {{date}} and {{date2}}|from {{date}} to {{date2}}]",
        lambda s: str((given(s, "date2") - given(s)).days),
        mac=_DAYS.format(two[1], one[1]),
        say=["[count|compute|work out] the days between {date} and {date2}"],
        ask=["how many days are [there|] between {date} and {date2}?"],
        slots={"date2": _LATER, "date": _EARLIER},
        weight=2,
    )
    yield printing(
        "dates/given.since",
        _DAYS.format(this, one[0]),
        f"{days} [since|that have passed since] {{date}}",
        lambda s: str((NOW - given(s)).days),
        mac=_DAYS.format(this, one[1]),
        ask=["how many days ago was {date}?", "how many days have passed since {date}?"],
        slots={"date": _EARLIER},
    )
    yield printing(
        "dates/given.until",
        _DAYS.format(one[0], this),
        f"{days} [until|left until] {{date}}",
        lambda s: str((given(s) - NOW).days),
        mac=_DAYS.format(one[1], this),
        ask=["how many days are left until {date}?"],
        slots={"date": _LATER},
    )


def _last_of_month() -> Task:
    return printing(
        "dates/given.last-of-month",
        "date -d '{year}-{month}-01 + 1 month - 1 day' +%d",
        "the [number of days [in|of]|last day of] month {month} of {year}",
        lambda s: f"{months(datetime(s.year, int(s.month), 1), 1) - timedelta(1):%d}",
        mac="date -j -v+1m -v-1d -f %F {year}-{month}-01 +%d",
        ask=["how many days has month {month} of {year}?"],
        before="",
        slots={"month": one_of(*(f"{month:02}" for month in range(1, 13)))},
    )
