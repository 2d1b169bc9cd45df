"""What time and day it is, in many forms, in other time zones, and from the system's own clocks."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.clock import CLOCK, NOW, SHOW, printing
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.forms import FORMS

WEIGHT = 0.28
_TIME = "[current time|time]"
_DATE_TIME = "[date and time|current time|current date and time]"
_WHOLE = "%a %b %e %H:%M:%S UTC %Y"

# Name, words after date, English, the format of what is printed.
_NOWS = (
    ("time", "+%T", f"the {_TIME} [with|including] seconds", "%H:%M:%S"),
    ("minutes", "+%H:%M", f"the {_TIME} as [hours and minutes|HH:MM]", "%H:%M"),
    ("twelve", "'+%I:%M %p'", f"the {_TIME} in 12-hour format[ with AM or PM|]", "%I:%M %p"),
    ("short-year", "+%y", "the last two digits of the [current|] year", "%y"),
    ("month-number", "+%m", "the [number of the current month|current month as a number]", "%m"),
    ("day", "+%d", "the day of the month[ today|]", "%d"),
    ("hour", "+%H", "the [current hour|hour of the day]", "%H"),
    ("minute", "+%M", "[only|just] the current minute", "%M"),
    ("short-weekday", "+%a", "the abbreviated [name of today's weekday|weekday]", "%a"),
    ("weekday-number", "+%u", "the number of today's weekday, Monday being 1", "%u"),
    ("short-month", "+%b", "the abbreviated name of the [current|] month", "%b"),
    ("year-month", "+%Y-%m", "the [current|] year and month as YYYY-MM", "%Y-%m"),
    ("file-name", "+%Y%m%d-%H%M%S", f"the {_DATE_TIME} as YYYYMMDD-HHMMSS", "%Y%m%d-%H%M%S"),
    ("file-name-2", "+%Y%m%d_%H%M%S", f"the {_DATE_TIME} as YYYYMMDD_HHMMSS", "%Y%m%d_%H%M%S"),
    ("utc", "-u", f"the {_DATE_TIME} in UTC", _WHOLE),
    (
        "utc-iso",
        "-u +%FT%TZ",
        f"the {_DATE_TIME} in UTC [in ISO 8601 form|as YYYY-MM-DDTHH:MM:SSZ]",
        "%Y-%m-%dT%H:%M:%SZ",
    ),
    ("utc-both", "-u '+%F %T'", f"the {_DATE_TIME} in UTC as YYYY-MM-DD HH:MM:SS", "%F %T"),
    (
        "mail",
        "-R",
        f"the {_DATE_TIME} [in RFC 5322 format|as in an email header|for an email]",
        "%a, %d %b %Y %H:%M:%S +0000",
    ),
    (
        "iso-seconds",
        "-Iseconds",
        f"the {_DATE_TIME} in ISO 8601 format with the time zone",
        "%Y-%m-%dT%H:%M:%S+00:00",
    ),
    ("zone", "+%Z", "the [name|abbreviation] of [my|the] [current|] time zone", "UTC"),
    ("offset", "+%z", "the offset of [my|the] time zone from UTC", "+0000"),
)
_ZONES = tuple(
    row.split("=")
    for row in (
        *("Asia/Tokyo=Tokyo", "Europe/London=London", "America/New_York=New York"),
        *("Europe/Berlin=Berlin", "Australia/Sydney=Sydney", "Asia/Kolkata=India"),
        *("America/Los_Angeles=Los Angeles", "Europe/Paris=Paris", "Asia/Shanghai=Shanghai"),
        *("America/Sao_Paulo=Sao Paulo", "Africa/Cairo=Cairo", "America/Chicago=Chicago"),
        *("Asia/Singapore=Singapore", "Europe/Madrid=Madrid", "Africa/Nairobi=Nairobi"),
        *("Pacific/Auckland=Auckland", "Asia/Dubai=Dubai", "America/Toronto=Toronto"),
    )
)
_IN_ZONES = (
    ("", "", f"the {_DATE_TIME}", "%a %b %e %H:%M:%S %Z %Y", "what time is it {zone}?"),
    ("-minutes", " +%H:%M", f"the {_TIME} as HH:MM", "%H:%M", "{zone}: the time as HH:MM"),
    ("-date", " +%F", "the [current|] date as YYYY-MM-DD", "%Y-%m-%d", "what date is it {zone}?"),
    (
        "-both",
        " '+%F %T'",
        "the [current|] date and time as YYYY-MM-DD HH:MM:SS",
        "%F %T",
        "{zone}: date and time as YYYY-MM-DD HH:MM:SS",
    ),
    ("-weekday", " +%A", "the [current|] weekday", "%A", "which weekday is it {zone}?"),
    ("-offset", " +%z", "the [current|] offset from UTC", "%z", "the offset from UTC {zone}"),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield _plain_date()
    for key, words, phrase, form in _NOWS:
        shown = form.replace("%F %T", "%Y-%m-%d %H:%M:%S")
        yield printing(
            f"dates/now.{key}",
            f"date {words}",
            phrase,
            lambda s, form=shown: NOW.strftime(form),
            before=f"export TZ=Asia/Tokyo\n{CLOCK}" if "-u" in words else CLOCK,
        )
    for form in FORMS:
        yield printing(
            f"dates/now.today-{form.key}",
            f"date {form.format}",
            form.today,
            lambda s, form=form: form.show(NOW),
            weight=form.weight,
        )
    yield printing(
        "dates/now.milliseconds",
        "date +%s%3N",
        "the [current|] time in milliseconds since 1970",
        lambda s: f"{int(NOW.timestamp())}000",
        mac="",
        say=[f"{SHOW} the Unix time [with|in] milliseconds"],
    )
    yield from _zones()


def _plain_date() -> Task:
    return printing(
        "dates/now.default",
        "date",
        "the [date and time|current date and time|current time and date|date]",
        lambda s: NOW.strftime(_WHOLE),
        ask=["what time is it[ now|]?", "what is the date today?", "what day is it[ today|]?"],
        weight=4,
    )


def zone(draw: Draw, spaced: bool) -> Value:
    """A time zone and its city: "in Tokyo" and Asia/Tokyo."""
    name, city = draw.pick(_ZONES)
    return named(name, (f"in {city}", f"in {city}", f"in the time zone {name}"))


def _zones() -> Iterator[Task]:
    for key, words, phrase, form, ask in _IN_ZONES:
        shown = form.replace("%F %T", "%Y-%m-%d %H:%M:%S")
        yield printing(
            f"dates/now.in-zone{key}",
            f"TZ={{zone}} date{words}",
            f"{phrase} {{zone}}",
            lambda s, form=shown: NOW.astimezone(ZoneInfo(s.zone)).strftime(form),
            ask=[ask],
            slots={"zone": zone},
        )
