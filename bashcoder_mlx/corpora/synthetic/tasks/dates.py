"""Dates and times: formats, moments before and after, epochs, time zones, differences, names."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, nothing, silent
from bashcoder_mlx.corpora.synthetic.tasks.files_parts import many, spoken
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_task
from bashcoder_mlx.trial.clock import now

_NOW = datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone.utc)  # a Tuesday
# The clock stands still, so that the oracle knows the time.
_CLOCK = """\
date() {
    if [ "$1" = -d ]; then
        command date -d "2023-11-14 22:13:20 UTC $2" "${@:3}"
    else
        command date -d '2023-11-14 22:13:20 UTC' "$@"
    fi
}"""
_SHOW = "[print|show|display|get|give me|output]"

# Name, format, wording, and whether it needs the time of day.
_FORMATS = (
    ("iso", "+%F", "the date [as year-month-day|as YYYY-MM-DD|in ISO format|]", False, 3),
    ("weekday", "+%A", "the [weekday|day of the week|name of the weekday]", False, 2),
    ("slashes", "+%d/%m/%Y", "the date as [DD/MM/YYYY|day/month/year]", False, 1),
    ("american", "+%m/%d/%Y", "the date as [MM/DD/YYYY|month/day/year]", False, 1),
    ("dots", "+%d.%m.%Y", "the date as [DD.MM.YYYY|day.month.year]", False, 1),
    ("compact", "+%Y%m%d", "the date as [YYYYMMDD|eight digits, year first]", False, 1),
    ("long", "'+%A, %d %B %Y'", "the date [with weekday and month name|with the weekday and month spelt out|in words, such as Monday, 02 January 2023]", False, 1),
    ("week", "+%V", "the [ISO |]week number", False, 1),
    ("day-of-year", "+%j", "the [number of the day in the year|day of the year]", False, 1),
    ("month", "+%B", "the [name of the month|month's name]", False, 1),
    ("epoch", "+%s", "the [Unix time|Unix timestamp|epoch time|time in seconds since 1970]", True, 1.5),
    ("both", "'+%F %T'", "the [date and time|time stamp|timestamp] [as YYYY-MM-DD HH:MM:SS|in the form YYYY-MM-DD HH:MM:SS]", True, 1),
)  # fmt: skip


def _text(moment: datetime, form: str) -> str:
    form = form.strip("'+").replace("%F", "%Y-%m-%d").replace("%T", "%H:%M:%S")
    return str(int(moment.timestamp())) if form == "%s" else moment.strftime(form)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _now()
    for moment in _moments():
        for form in _FORMATS:
            if not (form[3] and moment[4]):
                yield _at(moment, form)
    for form in _FORMATS[1:]:
        yield _of_date(form)
    yield from _epochs()
    yield from _arithmetic()
    yield from _zones()
    yield from _names()
    yield from _calendar()


def _task(name: str, run, say, explain: str, expect, ask=(), mac=None, setup=nothing, **more):
    return text_task(f"dates.{name}", say, run, [explain], setup, expect, ask, mac, **more)


_NOWS = (
    ("default", "", "the [date and time|current date and time|current time and date|date]", "%a %b %e %H:%M:%S UTC %Y", 3),
    ("time", "+%T", "the [current time|time] [with|including] seconds", "%H:%M:%S", 1),
    ("minutes", "+%H:%M", "the [current time|time] as [hours and minutes|HH:MM]", "%H:%M", 2),
    ("twelve", "'+%I:%M %p'", "the [current time|time] in 12-hour format [with AM or PM|]", "%I:%M %p", 1),
    ("year", "+%Y", "the current year", "%Y", 2),
    ("short-year", "+%y", "the last two digits of the [current|] year", "%y", 1),
    ("month-number", "+%m", "the [number of the current month|current month as a number]", "%m", 1),
    ("day", "+%d", "the day of the month [today|]", "%d", 1),
    ("hour", "+%H", "the [current hour|hour of the day]", "%H", 1),
    ("minute", "+%M", "[only|just] the current minute", "%M", 1),
    ("short-weekday", "+%a", "the abbreviated [name of today's weekday|weekday]", "%a", 1),
    ("weekday-number", "+%u", "the number of today's weekday, Monday being 1", "%u", 1),
    ("year-month", "+%Y-%m", "the [current|] year and month as YYYY-MM", "%Y-%m", 1),
    ("file-name", "+%Y%m%d-%H%M%S", "the [date and time|current time] as YYYYMMDD-HHMMSS", "%Y%m%d-%H%M%S", 1.5),
    ("utc", "-u", "the [current time|date and time] in UTC", "%a %b %e %H:%M:%S UTC %Y", 2),
    ("utc-iso", "-u +%FT%TZ", "the [current time|date and time] in UTC [in ISO 8601 form|as YYYY-MM-DDTHH:MM:SSZ]", "%Y-%m-%dT%H:%M:%SZ", 1),
    ("mail", "-R", "the [date and time|current time] [in RFC 5322 format|as in an email header|for an email]", "%a, %d %b %Y %H:%M:%S +0000", 1),
    ("iso-seconds", "-Iseconds", "the [date and time|current time] in ISO 8601 format with the time zone", "%Y-%m-%dT%H:%M:%S+00:00", 1),
    ("zone", "+%Z", "the [name|abbreviation] of [my|the] [current|] time zone", "UTC", 1),
    ("offset", "+%z", "the offset of [my|the] time zone from UTC", "+0000", 1),
)  # fmt: skip


def _now() -> Iterator[Task]:
    for key, form, said, shown, weight in _NOWS:
        yield _task(
            f"now-{key}", f"date {form}".strip(), [f"{_SHOW} {said}"], f"Prints {_plain(said)}.", lambda world, s, shown=shown: [_NOW.strftime(shown)],
            {"default": ["what time is it?", "what is the date today?", "what day is it?"], "year": ["what year is it?"], "minutes": ["the time as hh:mm"]}.get(key, [f"what is {said}?"]),
            before=_CLOCK, weight=weight,
        )  # fmt: skip
    for key, form, said, _, weight in _FORMATS:
        noun = (
            said.replace("the date", "today's date", 1)
            if said.startswith("the date")
            else f"[today's {said[4:]}|{said} of today]"
        )
        if key in ("epoch", "both"):
            noun = said.replace("the [", "the current [", 1)
        noun = noun.replace("|in ISO format|]", "|in ISO format]")
        yield _task(
            f"today-{key}", f"date {form}", [f"{_SHOW} {noun}"], f"Prints {_plain(noun)}.", lambda world, s, form=form: [_text(_NOW, form)], [f"what is {noun}?"],
            before=_CLOCK, weight=weight,
        )  # fmt: skip
    yield _task(
        "milliseconds", "date +%s%3N", [f"{_SHOW} the [current|] time in milliseconds since 1970", f"{_SHOW} the Unix time [with|in] milliseconds"],
        "Prints the milliseconds since 1970.", lambda world, s: [f"{int(_NOW.timestamp())}000"], mac="", before=_CLOCK,
    )  # fmt: skip


def _plain(said: str) -> str:
    """The first wording of every choice."""
    while "[" in said:
        start = said.rindex("[")
        end = said.index("]", start)
        said = said[:start] + said[start + 1 : end].split("|")[0] + said[end + 1 :]
    return said


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _months(moment: datetime, months: int) -> datetime:
    count = moment.year * 12 + moment.month - 1 + months
    return moment.replace(year=count // 12, month=count % 12 + 1)


def _next(s: Bound) -> datetime:
    today = now()  # the clock cannot be set for the names of weekdays
    return today + timedelta((_WEEKDAYS.index(s.day) - today.weekday() - 1) % 7 + 1)


def _last(s: Bound) -> datetime:
    today = now()
    return today - timedelta((today.weekday() - _WEEKDAYS.index(s.day) - 1) % 7 + 1)


def _moments() -> Iterator[tuple]:
    """Name, GNU's text, BSD's flags, wording, whether the time of day is open, the moment."""
    yield (
        "yesterday",
        "yesterday",
        "-v-1d",
        "[of|for] yesterday",
        False,
        lambda s: _NOW - timedelta(1),
    )
    yield "tomorrow", "tomorrow", "-v+1d", "[of|for] tomorrow", False, lambda s: _NOW + timedelta(1)
    for unit, letter, make in (
        ("days", "d", lambda n: lambda s: _NOW + timedelta(n * s.n)), ("weeks", "w", lambda n: lambda s: _NOW + timedelta(n * 7 * s.n)),
        ("months", "m", lambda n: lambda s: _months(_NOW, n * s.n)), ("years", "y", lambda n: lambda s: _months(_NOW, n * 12 * s.n)),
    ):  # fmt: skip
        yield (
            f"{unit}-ago",
            f"'{{n}} {unit} ago'",
            f"-v-{{n}}{letter}",
            f"[of|] {{n}} {unit} ago",
            False,
            make(-1),
        )
        yield (
            f"{unit}-ahead",
            f"'+{{n}} {unit}'",
            f"-v+{{n}}{letter}",
            f"[in {{n}} {unit}|{{n}} {unit} from now]",
            False,
            make(1),
        )
    yield "next-weekday", "'next {day}'", "-v+1d -v+{day.short}", "[of|for] next {day}", True, _next
    yield "last-weekday", "'last {day}'", "-v-1d -v-{day.short}", "[of|for] last {day}", True, _last


def _day(draw: Draw, spaced: bool) -> Value:
    day = draw.pick(_WEEKDAYS)
    return Value(day, (day.capitalize(),), day, {"short": day[:3]})


_SLOTS = {"n": many(2, 30), "day": _day}


def _at(moment, form) -> Task:
    key, gnu, bsd, said, _, when = moment
    name, text, noun, _, weight = form
    phrase = (
        f"{noun} {said}"
        if name in ("weekday", "week", "day-of-year", "month", "epoch")
        else f"the date {said} {noun[9:]}"
        if noun.startswith("the date [") or noun.startswith("the date as")
        else f"{noun}, {said}"
    )
    if name == "both":
        phrase = f"the date and time {said} {noun[noun.index('] [') + 2 :]}"
    share = 0.3 if "week" in key or "year" in key or "month" in key else 1
    return _task(
        f"{key}-{name}", f"date -d {gnu} {text}", [f"{_SHOW} {phrase}", f"[compute|work out|calculate] {phrase}"], f"Prints {_plain(phrase)}.",
        lambda world, s: [_text(when(s), text)], [f"what [is|was] {phrase}?"],
        mac=f"date {bsd} {text}", slots=_SLOTS, before="" if moment[4] else _CLOCK, weight=weight * share * 0.5,
    )  # fmt: skip


def _given(s: Bound, name: str = "date") -> datetime:
    return datetime.strptime(s[name].data, "%Y-%m-%d").replace(tzinfo=timezone.utc)


def _of_date(form) -> Task:
    name, text, noun, _, weight = form
    phrase = (
        noun.replace("the date", "{date}", 1)
        if noun.startswith("the date")
        else f"{noun} of {{date}}"
    )
    if name == "both":
        phrase = "midnight of {date} as YYYY-MM-DD HH:MM:SS"
    says = [f"{_SHOW} {phrase}"] + (
        [f"convert {phrase.replace(' as ', ' to ')}"] if " as " in phrase else []
    )
    return _task(
        f"date-{name}", f"date -d {{date}} {text}", says, f"Prints {_plain(phrase)}.", lambda world, s: [_text(_given(s), text)],
        [f"what is {phrase}?"] + (["[which|what] [weekday|day of the week] was {date}?"] if name == "weekday" else []), mac=f"date -j -f '%F %T' '{{date}} 00:00:00' {text}", weight=weight,
    )  # fmt: skip


def _epoch(draw: Draw, spaced: bool) -> Value:
    return named(str(draw.between(1_000_000_000, 1_799_999_999)))


def _epochs() -> Iterator[Task]:
    stamp = "[the Unix time|the Unix timestamp|the epoch time|the timestamp|]"
    moment = lambda s: datetime.fromtimestamp(int(s.epoch), timezone.utc)
    for key, flags, said, shown in (
        ("", "", "[to a date|to a readable date|to date and time]", "%a %b %e %H:%M:%S UTC %Y"), ("-iso", " +%F", "to [a date as YYYY-MM-DD|an ISO date]", "%Y-%m-%d"),
        ("-both", " '+%F %T'", "to [the form YYYY-MM-DD HH:MM:SS|YYYY-MM-DD HH:MM:SS]", "%Y-%m-%d %H:%M:%S"), ("-time", " +%T", "to a time of day", "%H:%M:%S"), ("-weekday", " +%A", "to a weekday", "%A"),
        ("-year", " +%Y", "to its year", "%Y"),
    ):  # fmt: skip
        yield _task(
            f"epoch{key}", f"date -d @{{epoch}}{flags}", [f"convert {stamp} {{epoch}} {said}", f"translate {stamp} {{epoch}} {said}"],
            f"Prints {{epoch}} seconds since 1970 as {_plain(said)[3:]}.", lambda world, s, shown=shown: [moment(s).strftime(shown)],
            ["which date is {epoch} in Unix time?", "what date is the timestamp {epoch}?"] if not key else [], mac=f"date -r {{epoch}}{flags}", slots={"epoch": _epoch}, weight=0.7 if key else 2,
        )  # fmt: skip
    yield _task(
        "epoch-utc", "date -u -d @{epoch}", [f"convert {stamp} {{epoch}} to [a UTC date|UTC|date and time in UTC]"], "Prints {epoch} seconds since 1970 as date and time in UTC.",
        lambda world, s: [moment(s).strftime("%a %b %e %H:%M:%S UTC %Y")], mac="date -u -r {epoch}", slots={"epoch": _epoch},
    )  # fmt: skip


def _arithmetic() -> Iterator[Task]:
    for unit, letter, add in (
        ("days", "d", lambda d, n: d + timedelta(n)), ("weeks", "w", lambda d, n: d + timedelta(7 * n)), ("months", "m", _months), ("years", "y", lambda d, n: _months(d, 12 * n)),
    ):  # fmt: skip
        for sign, word, factor in (("+", "after", 1), ("-", "before", -1)):
            yield _task(
                f"{unit}-{word}", f"date -d '{{date}} {sign} {{n}} {unit}' +%F", [f"{_SHOW} the date {{n}} {unit} {word} {{date}}", f"{'add' if factor > 0 else 'subtract'} {{n}} {unit} {'to' if factor > 0 else 'from'} {{date}}"],
                f"Prints the date {{n}} {unit} {word} {{date}}.", lambda world, s, add=add, factor=factor: [add(_given(s), factor * s.n).strftime("%Y-%m-%d")],
                [f"[which|what] date is {{n}} {unit} {word} {{date}}?"], mac=f"date -j -v{sign}{{n}}{letter} -f %F {{date}} +%F", slots=_SLOTS, weight=0.8,
            )  # fmt: skip
    yield _task(
        "difference", "echo $((($(date -d {date2} +%s) - $(date -d {date} +%s)) / 86400))", ["[count|compute] the [number of|] days between {date} and {date2}", "[count|compute] the days from {date} to {date2}"],
        "Prints the number of days from {date} to {date2}.", lambda world, s: [str((_given(s, "date2") - _given(s)).days)], ["how many days are there between {date} and {date2}?"],
        mac="echo $((($(date -j -f %F {date2} +%s) - $(date -j -f %F {date} +%s)) / 86400))", slots={"date2": _later, "date": _earlier}, weight=2,
    )  # fmt: skip
    yield _task(
        "since", "echo $((($(date +%s) - $(date -d {date} +%s)) / 86400))", ["[count|compute] the [number of|] days [since|that have passed since] {date}"], "Prints the number of days since {date}.",
        lambda world, s: [str((_NOW - _given(s)).days)], ["how many days ago was {date}?", "how many days have passed since {date}?"],
        mac="echo $((($(date +%s) - $(date -j -f %F {date} +%s)) / 86400))", before='date() { if [ "$1" = -d ]; then command date "$@"; else command date -d "2023-11-14 22:13:20 UTC" "$@"; fi; }', slots={"date": _earlier},
    )  # fmt: skip
    yield _task(
        "until", "echo $((($(date -d {date} +%s) - $(date +%s)) / 86400))", ["[count|compute] the [number of|] [whole|full] days [until|left until] {date}"], "Prints the number of whole days until {date}.",
        lambda world, s: [str((_given(s) - _NOW).days)], ["how many days are left until {date}?"],
        mac="echo $((($(date -j -f %F {date} +%s) - $(date +%s)) / 86400))", before='date() { if [ "$1" = -d ]; then command date "$@"; else command date -d "2023-11-14 22:13:20 UTC" "$@"; fi; }', slots={"date": _later},
    )  # fmt: skip
    yield _task(
        "last-of-month", "date -d '{year}-{month}-01 + 1 month - 1 day' +%d", ["[print|show] the number of days [in|of] month {month} of {year}", "print the last day of month {month} of {year}"], "Prints the last day of month {month} of {year}.",
        lambda world, s: [(_months(datetime(s.year, s.month, 1), 1) - timedelta(1)).strftime("%d")], ["how many days has month {month} of {year}?"], mac="date -j -v+1m -v-1d -f %F {year}-{month}-01 +%d", slots={"month": many(10, 12)},
    )  # fmt: skip
    yield _task(
        "file-time", "date -r {file} '+%F %T'", ["[print|show] when {file} was last [modified|changed] as YYYY-MM-DD HH:MM:SS", "[print|show] the modification time of {file} in the form YYYY-MM-DD HH:MM:SS"], "Prints the modification time of {file}.",
        lambda world, s: ["2001-09-09 01:46:40"], setup=lambda world, s: silent(setattr(world.file(s.file), "mtime", 1e9)), weight=1.5,
    )  # fmt: skip


def _earlier(draw: Draw, spaced: bool) -> Value:
    return named(f"{draw.between(2001, 2012)}-{draw.between(1, 12):02}-{draw.between(1, 28):02}")


def _later(draw: Draw, spaced: bool) -> Value:
    return named(f"{draw.between(2024, 2040)}-{draw.between(1, 12):02}-{draw.between(1, 28):02}")


_ZONES = tuple((zone, (f"in {city}", f"in {city}", f"in the time zone {zone}")) for zone, city in (
    ("Asia/Tokyo", "Tokyo"), ("Europe/London", "London"), ("America/New_York", "New York"), ("Europe/Berlin", "Berlin"), ("Australia/Sydney", "Sydney"), ("America/Los_Angeles", "Los Angeles"),
    ("Asia/Kolkata", "India"), ("Europe/Paris", "Paris"), ("America/Sao_Paulo", "Sao Paulo"), ("Asia/Shanghai", "Shanghai"), ("Africa/Cairo", "Cairo"), ("America/Chicago", "Chicago"),
    ("Asia/Singapore", "Singapore"), ("Europe/Madrid", "Madrid"), ("Africa/Nairobi", "Nairobi"), ("Pacific/Auckland", "Auckland"), ("Asia/Dubai", "Dubai"), ("America/Toronto", "Toronto"),
))  # fmt: skip


def _zones() -> Iterator[Task]:
    slots = {"zone": spoken(*_ZONES)}
    for key, form, said, shown, asks in (
        ("", "", "the [current|] [date and time|time]", "%a %b %e %H:%M:%S %Z %Y", ["what time is it {zone}?"]), ("-minutes", " +%H:%M", "the [current|] time as HH:MM", "%H:%M", []),
        ("-date", " +%F", "the [current|] date as YYYY-MM-DD", "%Y-%m-%d", ["what date is it {zone}?"]), ("-both", " '+%F %T'", "the [current|] date and time as YYYY-MM-DD HH:MM:SS", "%Y-%m-%d %H:%M:%S", []),
        ("-weekday", " +%A", "the [current|] weekday", "%A", ["which weekday is it {zone}?"]), ("-offset", " +%z", "the [current|] offset from UTC", "%z", []),
    ):  # fmt: skip
        yield _task(
            f"zone{key}", f"TZ={{zone}} date{form}", [f"{_SHOW} {said} {{zone}}"], f"Prints {_plain(said)} {{zone}}.",
            lambda world, s, shown=shown: [_NOW.astimezone(ZoneInfo(s.zone)).strftime(shown)], asks, slots=slots, before=_CLOCK,
        )  # fmt: skip
    yield _task(
        "zone-convert", "TZ={zone} date -d '{date} {clock} UTC' '+%F %T'", ["convert {date} {clock} UTC to [the time|local time] {zone}", "[print|show] what {date} {clock} UTC is {zone}"], "Prints what {date} {clock} UTC is {zone}.",
        lambda world, s: [datetime.strptime(f"{s.date} {s.clock}", "%Y-%m-%d %H:%M").replace(tzinfo=timezone.utc).astimezone(ZoneInfo(s.zone)).strftime("%Y-%m-%d %H:%M:%S")],
        slots={**slots, "clock": one_of("12:00", "08:30", "15:45", "23:15", "00:20", "18:00")}, mac='TZ={zone} date -r "$(date -j -u -f \'%F %H:%M\' \'{date} {clock}\' +%s)" \'+%F %T\'',
    )  # fmt: skip


def _names() -> Iterator[Task]:
    today = f"{_NOW:%Y-%m-%d}"
    made = lambda act: lambda world, s: silent(act(world, s))
    file = lambda world, s: silent(world.file(s.file, "x\n"))
    yield _task("name-folder", 'mkdir "$(date +%F)"', ["[make|create] a [folder|directory] named after today's date", "[make|create] a [folder|directory] with today's date as its name"], "Creates a directory named after today's date.", made(lambda world, s: world.dir(today)), before=_CLOCK, weight=2)  # fmt: skip
    yield _task("name-folder-stem", 'mkdir "{stem}-$(date +%F)"', ["[make|create] a [folder|directory] [called|named] {stem} followed by a dash and today's date", "[make|create] a dated [folder|directory] starting with {stem}-"], "Creates a directory called {stem}- and today's date.", made(lambda world, s: world.dir(f"{s.stem}-{today}")), before=_CLOCK)  # fmt: skip
    yield _task("name-month", 'mkdir -p "$(date +%Y/%m)"', ["[make|create] a [folder|directory] for this year and in it one for this month", "[make|create] nested folders for the current year and month"], "Creates a directory of the current year with one of the month in it.", made(lambda world, s: world.dir("2023/11")), before=_CLOCK)  # fmt: skip
    yield _task("name-touch", 'touch "{stem}-$(date +%F).{ext.raw}"', ["[make|create] an empty file {stem}-DATE.{ext.raw} with today's date for DATE", "[make|create] an empty {ext} file whose name is {stem}, a dash and today's date"], "Creates an empty file called {stem}- and today's date, ending in {ext}.", made(lambda world, s: world.file(f"{s.stem}-{today}.{s.ext}")), before=_CLOCK)  # fmt: skip
    yield _task("name-prefix", 'mv {file} "$(date +%F)-"{file}', ["[rename|move] {file} so that its name starts with today's date [and a dash|]", "put today's date [and a dash|] before the name of {file}", "prefix {file} with today's date"], "Puts today's date and a dash before the name of {file}.", made(lambda world, s: world.move(s.file, f"{today}-{s.file}")), setup=file, before=_CLOCK, weight=1.5)  # fmt: skip
    yield _task("name-rename-time", 'mv {file} {file}."$(date +%Y%m%d-%H%M%S)"', ["rename {file} by adding a dot and the date and time as YYYYMMDD-HHMMSS", "add a dot and a time stamp of the form YYYYMMDD-HHMMSS to the name of {file}"], "Adds date and time to the name of {file}.", made(lambda world, s: world.move(s.file, f"{s.file}.20231114-221320")), setup=file, before=_CLOCK)  # fmt: skip
    yield _task("log-line", 'echo "$(date) {word.raw}" >> {log}', ["append a line with the [date|date and time] and {word} to {log}", "log {word} to {log} with a time stamp in front"], "Appends a line with date, time and {word} to {log}.", made(lambda world, s: world.file(s.log, ["old", f"Tue Nov 14 22:13:20 UTC 2023 {s.word}"])), setup=lambda world, s: silent(world.file(s.log, ["old"])), before=_CLOCK)  # fmt: skip
    yield _task("append-date", "date >> {txt}", ["[append|add] the [current|] date [and time|] to {txt}", "add a line with the date to [the end of|] {txt}"], "Appends the current date and time to {txt}.", made(lambda world, s: world.file(s.txt, ["old", "Tue Nov 14 22:13:20 UTC 2023"])), setup=lambda world, s: silent(world.file(s.txt, ["old"])), before=_CLOCK)  # fmt: skip
    yield _task("variable", "{variable}=$(date +%F)", ["[store|save|put] today's date [in|into] [the variable|] {variable}", "set {variable} to today's date"], "Stores today's date in {variable}.", lambda world, s: [today], after='echo "{variable.dollar}"', before=_CLOCK)  # fmt: skip


def _calendar() -> Iterator[Task]:
    months = tuple(
        (str(i + 1), (name,))
        for i, name in enumerate(
            (
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            )
        )
    )
    for key, run, say, does in (
        ("month", "cal", ["[show|print] [a calendar of this month|this month's calendar|the calendar]"], "Prints the calendar of the current month."),
        ("year", "cal {year}", ["[show|print] the calendar of [the year|] {year}"], "Prints the calendar of {year}."),
        ("month-year", "cal {month} {year}", ["[show|print] the calendar of {month} {year}", "[show|print] {month} {year} as a calendar"], "Prints the calendar of {month} {year}."),
        ("three", "cal -3", ["[show|print] the calendar of [the last, this and the next month|three months around today]"], "Prints the previous, the current and the next month."),
        ("this-year", "cal -y", ["[show|print] the calendar of [this|the whole|the current] year"], "Prints the calendar of the current year."),
    ):  # fmt: skip
        yield _task(
            f"cal-{key}", run, say, does, lambda world, s, run=run: Outcome(calls=[run.format(**{n: v.data for n, v in s.items()}).split()]), stubs=("cal",), slots={"month": spoken(*months)},
        )  # fmt: skip
    stub = lambda *words: (
        lambda world, s: Outcome(
            calls=[["sleep", *(w.format(**{n: v.data for n, v in s.items()}) for w in words)]]
        )
    )
    yield _task("sleep", "sleep {seconds}", ["[wait|sleep|pause] [for|] {seconds} seconds", "do nothing for {seconds} seconds"], "Waits {seconds} seconds.", stub("{seconds}"), stubs=("sleep",), weight=2)  # fmt: skip
    yield _task("sleep-minutes", "sleep {number}m", ["[wait|sleep|pause] [for|] {number} minutes"], "Waits {number} minutes.", stub("{number}m"), stubs=("sleep",), slots={"number": many(2, 55)}, mac="sleep $(({number} * 60))")  # fmt: skip
    yield _task("sleep-hours", "sleep {number}h", ["[wait|sleep|pause] [for|] {number} hours"], "Waits {number} hours.", stub("{number}h"), stubs=("sleep",), slots={"number": many(2, 12)}, mac="sleep $(({number} * 3600))")  # fmt: skip
    yield _task(
        "sleep-then", "sleep {seconds} && ./{script}", ["wait {seconds} seconds and then run {script}", "run {script} [in|after] {seconds} seconds"], "Waits {seconds} seconds and then runs {script}.",
        lambda world, s: Outcome(["ran"], calls=[["sleep", str(s.seconds)]]), setup=lambda world, s: silent(world.file(s.script, "#!/bin/bash\necho ran\n", 0o755)), stubs=("sleep",),
    )  # fmt: skip
