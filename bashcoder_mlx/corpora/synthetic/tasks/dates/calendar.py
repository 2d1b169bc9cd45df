"""Calendars, waiting, the clock itself, and the times of files."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.dates.now import zone
from bashcoder_mlx.corpora.synthetic.tasks.dates.parts.clock import SHOW, few, printing
from bashcoder_mlx.trial.world import World

WEIGHT = 0.21
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def _month(draw: Draw, spaced: bool) -> Value:
    index = draw.between(1, 12)
    name = _MONTHS[index - 1]
    return Value(str(index), (name,), index)


# Name, command, instructions, other wordings, explanation.
_CALENDARS = (
    (
        "month",
        "cal",
        """
        [show|print] [a calendar of this month|this month's calendar|the calendar]
        [show|print] the [current|] month as a calendar
        lay out the days of this month by weeks
        """,
        """
        calendar of the current month
        how do I see a calendar in the terminal?
        on which weekdays do the days of this month fall?
        this month at a glance
        I need a calendar, just this month
        """,
        "Prints the calendar of the current month.",
    ),
    (
        "year",
        "cal {year}",
        """
        [show|print] the calendar of [the year|] {year}
        [show|print] all months of {year} as a calendar
        lay out the whole year {year} by months and weeks
        """,
        """
        a calendar of {year}
        {year} as a calendar, all twelve months
        which weekdays do the days of {year} fall on?
        how do I get the calendar of {year}?
        I plan {year}; show me its calendar
        """,
        "Prints the calendar of {year}.",
    ),
    (
        "month-year",
        "cal {month} {year}",
        """
        [show|print] the calendar of {month} {year}
        [show|print] {month} {year} as a calendar
        lay out the days of {month} {year} by weeks
        """,
        """
        a calendar of {month} {year}
        {month} {year}, day by day
        which weekdays do the days of {month} {year} fall on?
        how does {month} {year} look as a calendar?
        I need only {month} of the year {year}, as a calendar
        """,
        "Prints the calendar of {month} {year}.",
    ),
    (
        "three",
        "cal -3",
        """
        [show|print] the calendar of [the last, this and the next month|three months around today]
        [show|print] last month, this one and the next as calendars
        """,
        """
        last, this and next month at a glance
        three calendars in a row, this month in the middle
        """,
        "Prints the previous, the current and the next month.",
    ),
    (
        "this-year",
        "cal -y",
        """
        [show|print] the calendar of [this|the whole|the current] year
        [show|print] all months of this year as a calendar
        """,
        """
        all twelve months of the current year
        how do I see the whole of this year as a calendar?
        this year, month by month
        on which weekdays do the days of this year fall? the whole calendar
        I plan the year that we are in; show me its calendar
        from January to December, a calendar of this year
        """,
        "Prints the calendar of the current year.",
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for key, run, say, ask, explain in _CALENDARS:
        slots = {"month": _month}
        yield _called(f"cal-{key}", run, block(say), explain, ask=block(ask), slots=slots)
    yield from _sleeps()
    yield from _clock()
    yield from _files()


def _words(run: str, s: Bound) -> list[str]:
    return run.format(**{name: value.data for name, value in s.items()}).split()


def _called(key: str, run: str, say: Sequence[str], explain: str, mac=None, **more) -> Task:
    """A task whose command is a stub: its words are compared."""
    words = run.replace("'", "")
    return Task(
        name=f"dates/calendar.{key}",
        say=say,
        run=run if mac is None else {"linux": run, "macos": mac},
        explain=[explain],
        expect=lambda world, s: Outcome(calls=[_words(words, s)]),
        stubs=(run.split()[0],),
        **more,
    )


def _sleeps() -> Iterator[Task]:
    wait = "[wait|sleep|pause]"
    for key, word, unit, letter, seconds in (
        ("seconds", "{seconds}", "seconds", "", 1),
        ("minutes", "{number}m", "minutes", "m", 60),
        ("hours", "{number}h", "hours", "h", 3600),
    ):
        slot = word.removesuffix(letter) if letter else word
        yield _called(
            f"sleep-{key}",
            f"sleep {word}",
            [
                f"{wait} [for|] {slot} {unit}",
                f"do nothing for {slot} {unit}",
                f"let {slot} {unit} pass",
                f"make [a script|the shell] {wait} for {slot} {unit}",
            ],
            f"Waits {slot} {unit}.",
            ask=[
                f"a delay of {slot} {unit}",
                f"how do I pause a script for {slot} {unit}?",
                f"the next command should only start after {slot} {unit}",
                f"the server needs {slot} {unit} to come up; wait that long",
            ],
            mac=f"sleep $(({slot} * {seconds}))" if letter else None,
            slots={"number": few(2, 55)},
        )
    yield Task(
        name="dates/calendar.sleep-then",
        say=block("""
            wait {seconds} seconds and then run {script}
            run {script} [in|after] {seconds} seconds
            start {script}, but only {seconds} seconds from now
            """),
        run="sleep {seconds} && ./{script}",
        explain=["Waits {seconds} seconds and then runs {script}."],
        setup=lambda world, s: world.file(s.script, "#!/bin/bash\necho ran\n", 0o755),
        expect=lambda world, s: Outcome(["ran"], calls=[["sleep", str(s.seconds)]]),
        stubs=("sleep",),
    )


_CLOCKS = one_of("12:00", "08:30", "15:45", "23:15", "00:20", "18:00")


def _clock() -> Iterator[Task]:
    def expect(world: World, s: Bound) -> Outcome:
        return Outcome(calls=[["sudo", "date", "-s", f"{s.date} {s.clock}"]])

    yield Task(
        name="dates/calendar.set",
        say=block("""
            set the [system|] [clock|date|date and time] to {date} {clock}
            [change|put] the [clock|date] of this [machine|computer] to {date} {clock}
            let the system believe that it is {date} {clock}
            """),
        ask=block("""
            system clock: {date} {clock}
            how do I set the date and time by hand, to {date} {clock}?
            my clock is wrong; now it is {date} {clock}
            for a test, this computer should have {date} {clock} as its time
            the clock must show {date} {clock} from now on
            """),
        run={"linux": "sudo date -s '{date} {clock}'"},
        explain=["Sets the clock to {date} {clock}."],
        expect=expect,
        stubs=("sudo",),
        slots={"clock": _CLOCKS},
    )


def _files() -> Iterator[Task]:
    for key, words, said, form in (
        ("", "'+%F %T'", "as YYYY-MM-DD HH:MM:SS", "%Y-%m-%d %H:%M:%S"),
        ("-date", "+%F", "[as a date YYYY-MM-DD|, the day alone]", "%Y-%m-%d"),
        ("-epoch", "+%s", "in seconds since 1970", "%s"),
    ):
        yield printing(
            f"dates/calendar.file-time{key}",
            f"date -r {{file}} {words}",
            f"the [modification time|time of the last change] of {{file}} {said}",
            lambda s, form=form: _stamp(1e9, form),
            say=[f"{SHOW} when {{file}} was last [modified|changed] {said}"],
            ask=[f"when was {{file}} last [modified|changed], {said}?"],
            setup=_dated,
            before="",
        )

    def converted(s: Bound) -> str:
        moment = datetime.strptime(f"{s.date} {s.clock}", "%Y-%m-%d %H:%M")
        there = moment.replace(tzinfo=timezone.utc).astimezone(ZoneInfo(s.zone))
        return f"{there:%Y-%m-%d %H:%M:%S}"

    yield printing(
        "dates/calendar.zone-convert",
        "TZ={zone} date -d '{date} {clock} UTC' '+%F %T'",
        "what {date} {clock} UTC is {zone}",
        converted,
        mac="TZ={zone} date -r \"$(date -j -u -f '%F %H:%M' '{date} {clock}' +%s)\" '+%F %T'",
        say=["convert {date} {clock} UTC to [the time|local time] {zone}"],
        before="",
        slots={"zone": zone, "clock": _CLOCKS},
    )


def _dated(world: World, s: Bound) -> None:
    world.file(s.file, "x\n").mtime = 1e9


def _stamp(seconds: float, form: str) -> str:
    moment = datetime.fromtimestamp(seconds, timezone.utc)
    return str(int(seconds)) if form == "%s" else moment.strftime(form)
