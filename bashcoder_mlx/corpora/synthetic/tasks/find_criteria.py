"""What find can ask of a file besides its name: size, age, owner, permissions, whether it is "
"empty."""

import time
from calendar import timegm

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find_heads import changed
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Criterion
from bashcoder_mlx.corpora.synthetic.tasks.find_tree import SET_GROUP, STICKY, Spec
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import DAY


def _bytes(low: int, high: int):
    def draw_size(draw: Draw, spaced: bool) -> Value:
        many, unit = draw.between(low, high), draw.pick("kMMM")
        short, long = {"k": ("KB", "kilobytes"), "M": ("MB", "megabytes")}[unit]
        english = (f"{many} {short}", f"{many} {short}", f"{many}{unit}", f"{many} {long}")
        return Value(f"{many}{unit}", english, many)

    return draw_size


def _year_date(first: int, last: int):
    def draw_date(draw: Draw, spaced: bool) -> Value:
        year, month = draw.between(first, last), draw.between(1, 12)
        return named(f"{year}-{month:02}-{draw.between(1, 28):02}")

    return draw_date


def _many(s: Bound) -> int:
    return int(s["size"].text[:-1])


LARGER = Criterion(
    "larger", "size", "-size +{size}", "[larger than|bigger than|over|of more than] {size}",
    "are [larger than|bigger than|over] {size}", changed(size=lambda s: _many(s) + 1),
    [changed(size=_many), changed(size=lambda s: _many(s) - 1)],
    lambda item, s: item.node.size > _many(s),
)  # fmt: skip
SMALLER = Criterion(
    "smaller", "size", "-size -{size}", "[smaller than|under|of less than] {size}",
    "are [smaller than|under] {size}", changed(size=lambda s: _many(s) - 1),
    [changed(size=lambda s: _many(s) + 1)], lambda item, s: item.node.size < _many(s),
    # GNU find rounds up to whole units, so that small numbers of them would miss files.
    slots={"size": _bytes(20, 900)},
)  # fmt: skip


def _middle(spec: Spec, s: Bound) -> None:
    spec.size = _below(s) + 2


def _below(s: Bound) -> int:
    return s.span[0]


def _span(draw: Draw, spaced: bool) -> Value:
    low, high, unit = draw.between(1, 50), draw.between(60, 900), draw.pick("kMM")
    short = {"k": "KB", "M": "MB"}[unit]
    english = (f"{low} and {high} {short}", f"{low} {short} and {high} {short}",
               f"{low}{unit} and {high}{unit}")  # fmt: skip
    forms = {"low": f"{low}{unit}", "high": f"{high}{unit}", "least": f"{low} {short}",
             "most": f"{high} {short}"}  # fmt: skip
    return Value(f"{low}{unit}", english, (low, high), forms)


BETWEEN = Criterion(
    "between", "size", "-size +{span.low} -size -{span.high}",
    "[between {span}|between {span} in size|larger than {span.least} but smaller than {span.most}]",
    "are [between {span}|larger than {span.least} and smaller than {span.most}]", _middle,
    [changed(size=_below), changed(size=lambda s: s.span[1])],
    lambda item, s: _below(s) < item.node.size < s.span[1], slots={"span": _span},
)  # fmt: skip
EXACT_SIZE = Criterion(
    "bytes", "size", "-size {bytes}c", "[of exactly|that are exactly] {bytes} bytes",
    "are exactly {bytes} bytes [long|in size]", changed(size=lambda s: s.bytes),
    [changed(size=lambda s: s.bytes + 1), changed(size=lambda s: s.bytes - 1)],
    lambda item, s: item.node.size == s.bytes,
    slots={"bytes": lambda draw, spaced: number(draw.between(5, 9000))},
)  # fmt: skip
MORE_BYTES = Criterion(
    "morebytes", "size", "-size +{bytes}c", "[larger than|bigger than|of more than] {bytes} bytes",
    "are [larger|bigger] than {bytes} bytes", changed(size=lambda s: s.bytes + 1),
    [changed(size=lambda s: s.bytes)], lambda item, s: item.node.size > s.bytes,
    slots={"bytes": lambda draw, spaced: number(draw.between(5, 9000))},
)  # fmt: skip
NEWER = Criterion(
    "newer", "time", "-mtime -{days}",
    "[[changed|modified|edited|updated] in the last {days.last}|newer than {days}|"
    "less than {days} old]",
    "[were [changed|modified|edited] in the last {days.last}|are newer than {days}]",
    changed(days=lambda s: s.days / 2), [changed(days=lambda s: s.days + 1.5)],
    lambda item, s: item.days < s.days,
)  # fmt: skip
OLDER = Criterion(
    "older", "time", "-mtime +{days}",
    "[older than {days}|older than {days}|last modified more than {days} ago|"
    "not [changed|modified] in the last {days.last}|more than {days} old]",
    "[are older than {days}|were last modified more than {days} ago]",
    changed(days=lambda s: s.days + 1.5), [changed(days=lambda s: s.days / 2)],
    lambda item, s: item.days > s.days,
)  # fmt: skip
NEWER_MINUTES = Criterion(
    "newermin", "time", "-mmin -{minutes}",
    "[changed|modified|edited|updated] [in|within] the last {minutes.last}",
    "were [changed|modified|edited] in the last {minutes.last}",
    changed(days=lambda s: s.minutes / 2880), [changed(days=lambda s: s.minutes / 720)],
    lambda item, s: item.days * 1440 < s.minutes,
)  # fmt: skip
OLDER_MINUTES = Criterion(
    "oldermin", "time", "-mmin +{minutes}",
    "[older than {minutes}|last modified more than {minutes} ago|"
    "not [changed|modified] in the last {minutes.last}]",
    "[are older than {minutes}|were last modified more than {minutes} ago]",
    changed(days=lambda s: s.minutes / 720), [changed(days=lambda s: s.minutes / 2880)],
    lambda item, s: item.days * 1440 > s.minutes,
)  # fmt: skip
ACCESSED = Criterion(
    "accessed", "time", "-atime -{days}",
    "[accessed|read|opened|used] in the last {days.last}",
    "were [accessed|read|opened] in the last {days.last}",
    changed(days=lambda s: s.days / 2), [changed(days=lambda s: s.days + 1.5)],
    lambda item, s: item.days < s.days,
)  # fmt: skip
NOT_ACCESSED = Criterion(
    "unused", "time", "-atime +{days}",
    "[not [accessed|read|opened|used] in the last {days.last}|"
    "last [accessed|read|opened] more than {days} ago]",
    "were last [accessed|opened] more than {days} ago",
    changed(days=lambda s: s.days + 1.5), [changed(days=lambda s: s.days / 2)],
    lambda item, s: item.days > s.days,
)  # fmt: skip
NEWER_FILE = Criterion(
    "newerfile", "time", "-newer {file}",
    "[newer than|changed after|modified after|modified more recently than] {file}",
    "[are newer than|were changed after|were modified after] {file}",
    changed(days=2.0), [changed(days=9.0)], lambda item, s: item.days < 5,
    setup=lambda world, s: world.file(s.file, "reference\n", days=5),
)  # fmt: skip


def _age(date: str, later: float) -> float:
    """Days since some days after that date."""
    return (now().timestamp() - timegm(time.strptime(date, "%Y-%m-%d"))) / DAY - later


AFTER_DATE = Criterion(
    "after", "time", "-newermt {date}", "[changed|modified] [after|since] {date}",
    "were [changed|modified] [after|since] {date}",
    changed(days=lambda s: _age(s.date, 3)), [changed(days=lambda s: _age(s.date, -3))],
    lambda item, s: item.days < _age(s.date, 0), slots={"date": _year_date(2012, 2025)},
)  # fmt: skip
BEFORE_DATE = Criterion(
    "before", "time", "! -newermt {date}", "[last changed|last modified|modified] before {date}",
    "were last [changed|modified] before {date}",
    changed(days=lambda s: _age(s.date, -3)), [changed(days=lambda s: _age(s.date, 3))],
    lambda item, s: item.days > _age(s.date, 0), slots={"date": _year_date(2012, 2025)},
)  # fmt: skip
BETWEEN_DATES = Criterion(
    "dates", "time", "-newermt {since} ! -newermt {until}",
    "[changed|modified] between {since} and {until}",
    "were [changed|modified] between {since} and {until}",
    changed(days=lambda s: _age(s.since, 3)),
    [changed(days=lambda s: _age(s.since, -3)), changed(days=lambda s: _age(s.until, 3))],
    lambda item, s: _age(s.until, 0) < item.days < _age(s.since, 0),
    slots={"since": _year_date(2012, 2018), "until": _year_date(2019, 2025)},
)  # fmt: skip


def _bit(bit: int):
    return lambda spec, s: changed(mode=spec.mode | bit)(spec, s)


def _without(bit: int):
    return lambda spec, s: changed(mode=spec.mode & ~bit)(spec, s)


def _has(bit: int):
    return lambda item, s: bool(item.node.mode & bit)


OWNER = Criterion(
    "user", "owner", "-user {user}", "[owned by [|user |the user ]|belonging to [|the user ]]{user}",
    "[are owned by [|user |the user ]|belong to [user |the user ]]{user}", _bit(STICKY), [_without(STICKY)],
    _has(STICKY),
)  # fmt: skip
GROUP = Criterion(
    "group", "owner", "-group {group}", "[of|belonging to|owned by] [the group|group] {group}",
    "[belong to|are owned by] the group {group}", _bit(SET_GROUP), [_without(SET_GROUP)],
    _has(SET_GROUP),
)  # fmt: skip
MODE = Criterion(
    "mode", "perm", "-perm {mode}", "with [permissions|mode|permission] {mode}",
    "have [permissions|mode] {mode}", changed(mode=lambda s: int(s.mode, 8)),
    [changed(mode=lambda s: int(s.mode, 8) ^ 0o020), changed(mode=lambda s: int(s.mode, 8) ^ 0o1)],
    lambda item, s: item.node.mode == int(s.mode, 8),
)  # fmt: skip
EXECUTABLE = Criterion(
    "exec", "perm", "-executable", "", "are executable", _bit(0o111), [_without(0o111)],
    _has(0o111), macos="-perm +111", adjective="executable",
)  # fmt: skip
NOT_EXECUTABLE = Criterion(
    "notexec", "perm", "! -executable", "[that are not executable|without execute permission]",
    "are not executable", _without(0o111), [_bit(0o111)],
    lambda item, s: not item.node.mode & 0o111, macos="! -perm +111",
)  # fmt: skip
OTHERS_WRITE = Criterion(
    "owrite", "perm", "-perm -o+w",
    "[that [everyone|anyone|anybody] can write to|[writable|writeable] by [others|everyone|all]]",
    "are [world-writable|writable by everyone|writable by others]", _bit(0o002), [_without(0o002)],
    _has(0o002),
)  # fmt: skip
GROUP_WRITE = Criterion(
    "gwrite", "perm", "-perm -g+w",
    "[that the group can write to|writable by [the|their] group|with group write permission]",
    "are [group-writable|writable by the group]", _bit(0o020), [_without(0o020)], _has(0o020),
)  # fmt: skip
PRIVATE = Criterion(
    "private", "perm", "! -perm -o+r",
    "[that others [cannot|can not] read|not readable by [others|everyone]]",
    "are not readable by others", _without(0o004), [_bit(0o004)],
    lambda item, s: not item.node.mode & 0o004,
)  # fmt: skip
EMPTY = Criterion(
    "empty", "empty", "-empty", "", "are empty", changed(size=0), [changed(size=5)],
    lambda item, s: item.empty, adjective="empty",
)  # fmt: skip
NOT_EMPTY = Criterion(
    "notempty", "empty", "! -empty", "[that are not empty|with something in them]",
    "are not empty", changed(size=5), [changed(size=0)], lambda item, s: not item.empty,
    adjective="non-empty",
)  # fmt: skip
