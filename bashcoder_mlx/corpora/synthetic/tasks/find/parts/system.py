"""What find can ask that the sandbox stands in for: another file system, numbers of owners, times
of status changes; and folders left out by their path.
"""

from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import (
    Criterion,
    changed,
    either,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import SKIP
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import DAY

STAND_IN = """\
eval "plain_$(declare -f find)"
find() {
    local word last= filter=cat words=()
    for word in "$@"; do
        case $word in
        -newerct) word=-newermt ;;
        -cnewer | -anewer) word=-newer ;;
        -nogroup) words+=(-perm) word=-2000 ;;
        -xdev) filter='grep -v /mounted/' ;;
        esac
        words+=("$word")
        [ "$last" = -uid ] && [ "$word" = "$number" ] && words[-2]=-perm words[-1]=-1000
        last=$word
    done
    plain_find "${words[@]}" | $filter
    return "${PIPESTATUS[0]}"
}"""
"""What lies in mounted/ is on another file system, as it were."""

ONE_SYSTEM = Criterion(
    "xdev",
    "depth",
    "-xdev",
    tail="[, without crossing into other file systems|, staying on one file system"
    "|, but not on [mounted|other] file systems]",
    bad=[changed(folder="mounted"), changed(folder="part/mounted")],
    holds=lambda item, s: "mounted" not in item.folders,
)
OWNER_NUMBER = replace(
    o.OWNER,
    key="uid",
    test="-uid {number}",
    post="[owned by the user with [the number|the ID|UID]|with the user ID|of UID] {number}",
    are="belong to UID {number}",
    slots={"number": one_of("1000", "1001", "500", "33", "1005", "998", "0")},
)
NO_GROUP = replace(
    o.NO_OWNER,
    key="nogroup",
    good=o.GROUP.good,
    bad=o.GROUP.bad,
    holds=o.GROUP.holds,
    test="-nogroup",
    post="[without a group|whose group does not exist|that belong to no [existing|known] group]",
    are="[have no group|belong to no existing group]",
)
STATUS_AFTER = replace(
    t.AFTER_DATE,
    key="statusafter",
    test="-newerct {date}",
    post="[whose status changed|with a status change|whose inode changed] [after|since] {date}",
    are="had their status changed [after|since] {date}",
)
STATUS_NEWER_FILE = replace(
    t.NEWER_FILE,
    key="cnewer",
    test="-cnewer {file}",
    post="whose status changed [after {file} was modified|more recently than {file} was modified]",
    are="had their status changed after {file} was modified",
)
ACCESSED_AFTER_FILE = replace(
    t.NEWER_FILE,
    key="anewer",
    test="-anewer {file}",
    post="[accessed|read] [after {file} was modified|more recently than {file} was modified]",
    are="were [accessed|read] after {file} was modified",
)
NEWER_OR_OWNED = either(t.NEWER_FILE, o.OWNER)


def _without(key: str, top: str) -> Criterion:
    """Leaves out one folder, by its path from the place."""
    return replace(
        p.PRUNING,
        key=key,
        test=f"-path {top}/{{skip}}",
        tail=f"[ without descending into|, leaving out|, pruning| except below] "
        f"{top}/{{skip.raw}}[, by its path|]",
        slots={"skip": SKIP["skip"]},
        bad=[lambda spec, s: changed(folder=f"{s.skip}/part")(spec, s)],
        also=[
            lambda spec, s: changed(folder=f"part/{s.skip}")(spec, s),
            lambda spec, s: changed(folder=f"my{s.skip}")(spec, s),
        ],
        holds=lambda item, s: item.inner.split("/")[0] != s.skip,
    )


WITHOUT_PATH = _without("prunepath", ".")


def _midnight() -> float:
    """Seconds since the last one."""
    return (now() - now().replace(hour=0, minute=0, second=0, microsecond=0)).total_seconds()


def _from_midnight(seconds: float):
    """The beginning of the calendar days that are asked for, and so many seconds on."""
    return changed(days=lambda s: (_midnight() - seconds) / DAY + int(s.calendar) - 1)


CALENDAR_DAYS = Criterion(
    "daystart",
    "time",
    "-daystart -mtime -{calendar}",
    "[[changed|modified] in the last {calendar} calendar days"
    "|[changed|modified] in the last {calendar} days, [counted from midnight"
    "|counting today as one]]",
    "were [changed|modified] in the last {calendar} calendar days",
    good=changed(days=lambda s: _midnight() / DAY / 2 + int(s.calendar) - 1),
    also=[_from_midnight(200)],
    bad=[_from_midnight(-200), _from_midnight(-3 * DAY)],
    holds=lambda item, s: item.days < _midnight() / DAY + int(s.calendar) - 1,
    slots={"calendar": one_of("2", "3", "5", "7", "10")},
)
DAYS_BEFORE_TODAY = replace(
    CALENDAR_DAYS,
    key="beforetoday",
    test="-daystart -mtime -{calendar} ! -mtime -1",
    post="[[changed|modified] in the last {calendar} calendar days but not today"
    "|[changed|modified] in the last {calendar} days, counted from midnight, except today]",
    are="were [changed|modified] in the last {calendar} calendar days but not today",
    good=changed(days=lambda s: _midnight() / DAY + 0.5),
    also=[_from_midnight(200), changed(days=lambda s: (_midnight() + 200) / DAY)],
    bad=[_from_midnight(-200), changed(days=lambda s: _midnight() / DAY / 2)],
    holds=lambda item, s: 0 < item.days - _midnight() / DAY < int(s.calendar) - 1,
)
