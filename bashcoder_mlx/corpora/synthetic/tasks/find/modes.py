"""Permissions and owners in other words: named as they are changed, from within each folder, in two
places, owner and group at once.
"""

import stat
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find import permissions
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import new, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.forms import IF_ANY, IN_FOLDER, PRINTED, Run
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import TWO
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

WEIGHT = 0.26
_OTHERS = ("find/permissions", "find/runs")
_FILES: tuple[Search, ...] = ((h.FILES,), (h.KIND,), (h.MATCHING,), (h.FILES, o.MODE))
_NAMED: tuple[Search, ...] = ((h.KIND,), (h.MATCHING,), (h.FILES, n.CALLED), (h.KIND, t.OLDER))
_OWNED: tuple[Search, ...] = ((h.FILES, o.OWNER), (u.ENTRIES, o.OWNER), (h.KIND, o.OWNER))
_EVERY = (EACH, ALL_AT_ONCE, XARGS, PLAIN_XARGS)


def tasks() -> Iterator[Task]:
    """All tasks of this family: what the others of find have no task for."""
    actions = (action for run in _RUNS for action in run.actions())
    yield from new("find/modes", actions, _OTHERS)


def _octal(mode: int) -> str:
    return f"{mode:04o} ({stat.filemode(stat.S_IFREG | mode)[1:]})"


def _said(query: Query, world: World, s: Bound) -> Outcome:
    """What chmod -v says of each."""
    new, lines = int(s["mode2"].data, 8), []
    for path in wanted(query, world, s):
        old = world[path].mode
        change = f"changed from {_octal(old)} to" if old != new else "retained as"
        lines.append(f"mode of '{query.shown(path)}' {change} {_octal(new)}")
        world[path].mode = new
    return any_order(lines)


_set = permissions.with_mode(lambda mode, s: int(s["mode2"].data, 8))
_SETS = "Sets the permissions of the <np> to {mode2}."


def _owned(words: str, tool: str, bits: str, mask: int, explain: str) -> Run:
    more = {
        "before": permissions.STAND_IN.format(words, bits, tool),
        "without": "user group mode",
    }
    effect = permissions.with_mode(lambda mode, s: mode | mask)
    ways = [(way, _NAMED[:2]) for way in (IN_FOLDER, EACH, XARGS, PLAIN_XARGS)]
    return Run(f"{tool} {words}", explain, effect, ways, more)


_RUNS = (
    Run(
        "chmod -v {mode2}",
        f"{_SETS[:-1]}, and names each.",
        _said,
        [(way, _FILES[:3]) for way in _EVERY],
    ),
    Run("chmod {mode2}", _SETS, _set, [(IN_FOLDER, _FILES), (IF_ANY, _FILES[:2])]),
    Run(
        "chmod {mode2}",
        _SETS,
        _set,
        [(way, ((u.ENTRIES, o.MODE), (h.MATCHING_ANY_CASE,))) for way in (*_EVERY, PRINTED)],
    ),
    Run(
        "chmod {mode2}",
        _SETS,
        _set,
        [(way, _NAMED[:3]) for way in (EACH, ALL_AT_ONCE, XARGS)],
        {"places": (TWO,)},
    ),
    Run(
        "chmod u+x",
        "Lets the owners execute the <np>.",
        permissions.with_mode(lambda mode, s: mode | 0o100),
        [(way, _NAMED[:3]) for way in (EACH, ALL_AT_ONCE, XARGS)],
    ),
    Run(
        "chown {user2}",
        "Makes {user2} the owner of the <np>.",
        permissions.with_mode(lambda mode, s: mode | 0o2000),
        [(way, _OWNED) for way in (EACH, ALL_AT_ONCE, XARGS)],
        {"before": permissions.STAND_IN.format("{user2}", "g+s", "chown")},
    ),
    _owned("{user2}", "chown", "+t", 0o1000, "Makes {user2} the owner of the <np>."),
    _owned("{group2}", "chgrp", "g+s", 0o2000, "Makes {group2} the group of the <np>."),
    _owned(
        "{user2}:{group2}",
        "chown",
        "+t,g+s",
        0o3000,
        "Makes {user2} the owner of the <np>, and {group2} their group.",
    ),
)
