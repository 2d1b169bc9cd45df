"""Searches of systems: one file system, numbers of users, folders left out by their path, calendar
days, three folders at once; empty folders removed from the deepest up.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import system as y
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import only
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.listing import LIST
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, Place

WEIGHT = 0.31
_THREE = Place(
    "three",
    "{dir} {dir2} {dir3}",
    " [in|under|below] [{dir}, {dir2} and {dir3}|{dir}, {dir2} or {dir3}]",
    " [in|under|below] [{dir}, {dir2} and {dir3}|{dir}, {dir2} or {dir3}]",
    "[in|under] {dir}, {dir2} and {dir3}",
    "{dir}, {dir2} and {dir3}",
    " in {dir}, {dir2} and {dir3}",
    ["dir", "dir2", "dir3"],
    slots={"dir3": SLOTS["dir"]},
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (_LIST, _NUMBERED, _PRUNED, _CALENDAR, _IN_THREE, _EITHER):
        yield from action.tasks("find/apart")


_LIST = only(
    LIST,
    before=y.STAND_IN,
    core=(
        *((h.MATCHING, y.ONE_SYSTEM), (h.FILES, y.ONE_SYSTEM), (h.KIND, y.ONE_SYSTEM)),
        *((h.MATCHING_ANY_CASE, y.ONE_SYSTEM), (h.FILES, n.CALLED, y.ONE_SYSTEM)),
        *((h.FILES, z.SMALLER, y.ONE_SYSTEM), (h.FILES, o.EXECUTABLE, y.ONE_SYSTEM)),
        *((h.ANY, y.NO_GROUP), (h.FILES, y.NO_GROUP), (h.FOLDERS, y.NO_GROUP)),
        *((h.ANY, y.STATUS_AFTER), (h.FILES, y.STATUS_AFTER), (h.KIND, y.STATUS_AFTER)),
        *((h.FILES, y.STATUS_NEWER_FILE), (h.FILES, y.ACCESSED_AFTER_FILE)),
        *((h.ANY, y.STATUS_NEWER_FILE), (h.MATCHING, y.STATUS_NEWER_FILE)),
    ),
)
_NUMBERED = only(
    _LIST,
    key="uid",
    before=f"number={{number}}\n{y.STAND_IN}",
    core=(
        *((h.ANY, y.OWNER_NUMBER), (h.FILES, y.OWNER_NUMBER), (h.FOLDERS, y.OWNER_NUMBER)),
        *((h.MATCHING, y.OWNER_NUMBER), (h.FILES, y.OWNER_NUMBER, t.OLDER)),
    ),
)
_PRUNED = only(
    _LIST,
    key="pruned",
    before="",
    places=(HERE,),
    core=tuple(
        (*search, y.WITHOUT_PATH)
        for search in (
            *((h.ANY,), (h.FILES,), (h.KIND,), (h.MATCHING,), (h.MATCHING_ANY_CASE,)),
            *((h.FOLDERS,), (h.FILES, t.NEWER), (h.FILES, z.LARGER), (h.ANY_CASE,), (h.PAIR,)),
        )
    ),
)
_CALENDAR = only(
    _LIST,
    key="calendar",
    before="",
    linux=True,
    core=tuple(
        (*search, y.CALENDAR_DAYS)
        for search in (
            *((h.ANY,), (h.KIND,), (h.MATCHING,), (h.FOLDERS,), (h.ANY, n.CALLED)),
            *((h.MATCHING_ANY_CASE,), (h.FILES, z.LARGER), (h.FILES, o.OWNER)),
        )
    ),
)
_IN_THREE = only(
    _LIST,
    key="three",
    before="",
    places=(_THREE,),
    core=(
        *((h.MATCHING,), (h.KIND,), (h.FILES, n.CALLED), (h.ANY, n.CALLED), (h.FILES, t.NEWER)),
        *((h.FILES, z.LARGER), (h.FILES,), (h.FOLDERS, n.FOLDER_CALLED), (h.ANY, n.CONTAINS)),
        *((h.FILES, t.OLDER), (h.ANY_CASE,), (h.MATCHING_ANY_CASE,)),
    ),
)
_EITHER = only(
    _LIST,
    key="either",
    before="owner={user}",
    core=((h.ANY, y.NEWER_OR_OWNED), (h.FILES, y.NEWER_OR_OWNED), (h.KIND, y.NEWER_OR_OWNED)),
)
