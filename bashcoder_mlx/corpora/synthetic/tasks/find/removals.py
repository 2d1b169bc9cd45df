"""Deleting in other words: folders one by one, with /bin/rm, with what rm says, without a type, in
two places, only where there is something to delete.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.delete import DELETE, a_folder, remove
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import untyped as u
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import new, only, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.forms import (
    IF_ANY,
    IN_FOLDER,
    PRINTED,
    Run,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import TWO
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

WEIGHT = 0.51
_OTHERS = ("find/delete", "find/runs")


def tasks() -> Iterator[Task]:
    """All tasks of this family: what the others of find have no task for."""
    actions = (*_DELETES, *(action for run in _RUNS for action in run.actions()))
    yield from new("find/removals", actions, _OTHERS)


def _remove_before_entering(query: Query, world: World, s: Bound) -> Outcome:
    """Find wants to enter a folder after rm has removed it, and says that it cannot."""
    entered = not any(map(query.has, ("top", "direct", "depth")))
    gone = [
        f"find: '{query.shown(path)}': No such file or directory"
        for path in wanted(query, world, s)
        if entered and world[path].kind == "dir"
    ]
    remove(query, world, s)
    return Outcome(stdout=gone, ordered=False, status=1 if gone else 0)


def _remove_said(query: Query, world: World, s: Bound) -> Outcome:
    shown = query.matches(world, s)
    remove(query, world, s)
    return any_order([f"removed '{path}'" for path in shown])


_TREES: tuple[Search, ...] = (
    *((h.FOLDERS, n.FOLDER_CALLED), (h.ANY, n.CALLED), (h.FOLDERS, n.STARTS)),
    *((h.ANY, u.DIRECT), (h.MATCHING,), (h.FOLDERS, n.STARTS, p.TOP_ONLY)),
    (h.FOLDERS, n.CONTAINS),
    *((h.ANY, n.CALLED_ANY_CASE), (h.FOLDERS, n.FOLDER_CALLED, u.DEEPEST_FIRST)),
    *((h.ANY, n.CALLED, u.DEEPEST_FIRST), (h.FOLDERS, n.STARTS, u.DEEPEST_FIRST)),
)
_OLD: tuple[Search, ...] = (
    *((u.ENTRIES, t.OLDER), (u.ENTRIES, t.NOT_ACCESSED), (u.ENTRIES, z.LARGER)),
    *((u.ENTRIES, t.STATUS_OLDER), (u.ENTRIES, t.OLDER, p.TOP_ONLY)),
    *((u.ENTRIES, o.OWNER), (h.MATCHING, t.STATUS_OLDER)),
)
_SOME: tuple[Search, ...] = (
    *((u.ANY_OF_THREE,), (w.EITHER_GROUPED,), (w.EITHER_GROUPED, t.OLDER), (h.TRIPLE,)),
    *((h.MATCHING, t.OLDER), (h.MATCHING_ANY_CASE,), (h.MATCHING, p.TOP_ONLY)),
)
_FILES: tuple[Search, ...] = (
    *((h.FILES, t.OLDER), (h.KIND,), (h.MATCHING,), (h.FILES, n.CALLED), (h.KIND, t.OLDER)),
    *((h.FILES, z.EMPTY), (h.FILES, z.LARGER), (u.ENTRIES, t.OLDER), (h.FILES, t.NOT_ACCESSED)),
)
_IN_TWO: tuple[Search, ...] = (
    *((h.KIND,), (h.MATCHING,), (h.FILES, t.OLDER), (h.KIND, t.OLDER), (h.FILES, n.CALLED)),
    (h.PAIR,),
)


_WITH_FOLDERS = {"setup": a_folder}
_IN_ASCII = {"before": "export LC_ALL=C"}  # the quotes in what find complains of


def _runs() -> Iterator[Run]:
    for words in ("rm -rf", "rm -r"):
        explain = "Removes the <np> with all in them, each as find comes to it."
        ways = [(EACH, _TREES), (PRINTED, _TREES[:4])]
        yield Run(words, explain, _remove_before_entering, ways, _WITH_FOLDERS | _IN_ASCII)
        found = [(way, _TREES[:5]) for way in (ALL_AT_ONCE, XARGS, PLAIN_XARGS)]
        yield Run(words, "Removes the <np> with all in them.", remove, found, _WITH_FOLDERS)
    for words in ("rm", "rm -f"):
        few = (*_OLD[:2], *_SOME[:2], _SOME[-1])
        ways = [(EACH, (*_OLD, *_SOME)), (ALL_AT_ONCE, few), (XARGS, few), (PLAIN_XARGS, few)]
        ways += [(IF_ANY, _FILES[:5]), (PRINTED, (*_OLD[:3], *_SOME[:3]))]
        yield Run(words, f"Runs {words} on the <np>.", remove, ways)
    yield Run("rm", "Runs rm on the <np>.", remove, [(IN_FOLDER, _FILES[:5])])
    found = [(way, (*_FILES[:5], _OLD[-1])) for way in (EACH, XARGS, PLAIN_XARGS)]
    yield Run("/bin/rm -f", "Runs /bin/rm -f on the <np>.", remove, found)
    found = [(way, (*_FILES[:5], *_OLD[:1])) for way in (EACH, ALL_AT_ONCE, XARGS, PLAIN_XARGS)]
    yield Run("rm -v", "Removes the <np> and says so of each.", _remove_said, found)


_RUNS = (*_runs(),)
_DELETE = only(
    DELETE,
    core=(
        *((h.ANY, t.OLDER), (u.ENTRIES, t.NOT_ACCESSED), (u.ENTRIES, z.LARGER), *_SOME),
        *((u.ENTRIES, t.OLDER, p.TOP_ONLY), (u.ENTRIES, t.STATUS_OLDER)),
        *((h.MATCHING, p.SKIPPING), (h.MATCHING, z.EMPTY)),
    ),
    share=0,
    without="",
    weight=2,
)
_DELETES = (
    _DELETE,
    only(_DELETE, key="delete-two", core=_IN_TWO, places=(TWO,)),
)
