"""What find can ask of times: ages in days and minutes, dates, another file.

Find counts whole days: what is seven and a half days old is not older than seven.
"""

import time
from calendar import timegm
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, number
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import (
    Change,
    Criterion,
    changed,
    either,
    negated,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sizes import LARGER
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import DAY

_A_DAY = 1440.0  # minutes


def _days(more: float) -> Change:
    return changed(days=lambda s: s.days + more)


def _minutes(more: float) -> Change:
    """An age near that many minutes, far enough for a trial that starts late."""
    return changed(days=lambda s: (s.minutes + more) / _A_DAY)


NEWER = Criterion(
    "newer",
    "time",
    "-mtime -{days}",
    "[[changed|modified|edited|updated] [in|within] the last {days.last}|newer than {days}|"
    "less than {days} old]",
    "[were [changed|modified|edited] in the last {days.last}|are newer than {days}]",
    good=changed(days=lambda s: s.days / 2),
    also=[_days(-0.5)],
    bad=[_days(0.5), _days(40)],
    holds=lambda item, s: int(item.days) < s.days,
)
OLDER = Criterion(
    "older",
    "time",
    "-mtime +{days}",
    "[older than {days}|older than {days}|last modified more than {days} ago|"
    "not [changed|modified] in the last {days.last}|more than {days} old]",
    "[are older than {days}|were last modified more than {days} ago]",
    good=_days(40),
    also=[_days(1.5)],
    bad=[_days(0.5), changed(days=lambda s: s.days / 2)],
    holds=lambda item, s: int(item.days) > s.days,
)
_ANOTHER = {"days2": lambda draw, spaced: number(draw.between(400, 900))}
BETWEEN_DAYS = Criterion(
    "betweendays",
    "time",
    "-mtime +{days} -mtime -{days2}",
    "[older than {days} but newer than {days2} days|between {days} and {days2} days old]",
    "are older than {days} but newer than {days2} days",
    good=_days(1.5),
    also=[changed(days=lambda s: s.days2 - 0.5)],
    bad=[_days(0.5), changed(days=lambda s: s.days2 + 0.5)],
    holds=lambda item, s: s.days < int(item.days) < s.days2,
    slots=_ANOTHER,
)
EXACTLY_DAYS = Criterion(
    "exactlydays",
    "time",
    "-mtime {days}",
    "[[changed|modified] exactly {days} ago|last [changed|modified] {days} ago|"
    "that are exactly {days} old]",
    "were [changed|modified] exactly {days} ago",
    "[changed|modified] exactly {days} ago",
    good=_days(0.5),
    also=[_days(0.2)],
    bad=[_days(1.5), _days(-0.5)],
    holds=lambda item, s: int(item.days) == s.days,
)
NEWER_MINUTES = Criterion(
    "newermin",
    "time",
    "-mmin -{minutes}",
    "[changed|modified|edited|updated] [in|within] the last {minutes.last}",
    "were [changed|modified|edited] in the last {minutes.last}",
    good=changed(days=lambda s: s.minutes / 2 / _A_DAY),
    also=[_minutes(-0.9)],
    bad=[_minutes(0.1), changed(days=lambda s: s.minutes * 2 / _A_DAY)],
    holds=lambda item, s: item.days * _A_DAY < s.minutes,
)
OLDER_MINUTES = Criterion(
    "oldermin",
    "time",
    "-mmin +{minutes}",
    "[older than {minutes}|last modified more than {minutes} ago|"
    "not [changed|modified] in the last {minutes.last}]",
    "[are older than {minutes}|were last modified more than {minutes} ago]",
    good=changed(days=lambda s: s.minutes * 2 / _A_DAY),
    also=[_minutes(0.1)],
    bad=[_minutes(-0.9), changed(days=lambda s: s.minutes / 2 / _A_DAY)],
    holds=lambda item, s: item.days * _A_DAY > s.minutes,
)
_READ = "[accessed|read|opened|used]"
ACCESSED = replace(
    NEWER,
    key="accessed",
    test="-atime -{days}",
    post=f"{_READ} in the last {{days.last}}",
    are="were [accessed|read|opened] in the last {days.last}",
)
NOT_ACCESSED = replace(
    OLDER,
    key="unused",
    test="-atime +{days}",
    post=f"[not {_READ} in the last {{days.last}}|last {_READ} more than {{days}} ago]",
    are="were last [accessed|opened] more than {days} ago",
)
ACCESSED_MINUTES = replace(
    NEWER_MINUTES,
    key="accessedmin",
    test="-amin -{minutes}",
    post=f"{_READ} [in|within] the last {{minutes.last}}",
    are="were [accessed|read|opened] in the last {minutes.last}",
)
_STATUS = "[whose [status|inode|metadata] changed|with a status change]"
STATUS_DAYS = replace(
    NEWER,
    key="ctime",
    test="-ctime -{days}",
    post=f"{_STATUS} in the last {{days.last}}",
    are="had their status changed in the last {days.last}",
)
STATUS_OLDER = replace(
    OLDER,
    key="ctimeolder",
    test="-ctime +{days}",
    post="[whose [status|inode|metadata] last changed|with the last status change] more than"
    " {days} ago",
    are="had their status changed more than {days} ago",
)
STATUS_MINUTES = replace(
    NEWER_MINUTES,
    key="cmin",
    test="-cmin -{minutes}",
    post=f"{_STATUS} [in|within] the last {{minutes.last}}",
    are="had their status changed in the last {minutes.last}",
)
NEWER_FILE = Criterion(
    "newerfile",
    "time",
    "-newer {file}",
    "[newer than|changed after|modified after|modified more recently than] {file}",
    "[are newer than|were changed after|were modified after] {file}",
    good=changed(days=2.0),
    bad=[changed(days=9.0)],
    holds=lambda item, s: item.days < 5,
    setup=lambda world, s: world.file(s.file, "reference\n", days=5),
)
OLDER_FILE = negated(
    NEWER_FILE,
    "[not newer than|older than] {file}",
    "are not newer than {file}",
)


def _date(first: int, last: int):
    def draw_date(draw: Draw, spaced: bool) -> Value:
        year, month = draw.between(first, last), draw.between(1, 12)
        return named(f"{year}-{month:02}-{draw.between(1, 28):02}")

    return draw_date


def _age(date: str, later: float) -> float:
    """Days since some days after that date."""
    return (now().timestamp() - timegm(time.strptime(date, "%Y-%m-%d"))) / DAY - later


def _since(name: str, later: float) -> Change:
    return changed(days=lambda s: _age(s[name].data, later))


AFTER_DATE = Criterion(
    "after",
    "time",
    "-newermt {date}",
    "[[changed|modified] [after|since]|newer than|dated after] {date}",
    "were [changed|modified] [after|since] {date}",
    good=_since("date", 3),
    also=[_since("date", 0.5)],
    bad=[_since("date", -0.5), _since("date", -3)],
    holds=lambda item, s: item.days < _age(s.date, 0),
    slots={"date": _date(2012, 2025)},
)
BEFORE_DATE = replace(
    negated(
        AFTER_DATE,
        "[last [changed|modified] before|modified before|older than] {date}",
        "were last [changed|modified] before {date}",
    ),
    key="before",
)
BETWEEN_DATES = Criterion(
    "dates",
    "time",
    "-newermt {since} ! -newermt {until}",
    "[changed|modified] between {since} and {until}",
    "were [changed|modified] between {since} and {until}",
    good=_since("since", 3),
    also=[_since("since", 0.5), _since("until", -0.5)],
    bad=[_since("since", -0.5), _since("until", 0.5)],
    holds=lambda item, s: _age(s.until, 0) < item.days < _age(s.since, 0),
    slots={"since": _date(2012, 2018), "until": _date(2019, 2025)},
)
LARGER_OR_OLDER = either(LARGER, OLDER)
