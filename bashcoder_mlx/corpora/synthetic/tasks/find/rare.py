"""Searches that are asked for now and then: by two reference files, by permissions of an owner's
files, by a type of file system, with folders pruned in other ways.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import rare as r
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import system as y
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import only
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.listing import LIST
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE, ROOT, TWO

WEIGHT = 0.45


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (
        _LIST,
        _OWNED,
        _NEWER_OR_OWNED,
        _UNOWNED,
        _TYPES,
        _CALENDAR,
        _IN_HERE,
        _IN_TWO,
        _ON_ONE,
    ):
        yield from action.tasks("find/rare")


_LIST = only(
    LIST,
    core=(
        *((h.ANY, o.OWNER, o.OTHERS_WRITE), (h.FILES, o.OWNER, o.OTHERS_WRITE)),
        *((h.ANY, o.GROUP, o.GROUP_WRITE), (h.FILES, o.GROUP, o.GROUP_WRITE)),
        *((h.ANY, w.ACCESSED_BETWEEN), (h.MATCHING, w.ACCESSED_BETWEEN)),
        *((h.ANY, r.BETWEEN_FILES), (h.FILES, r.BETWEEN_FILES), (h.KIND, r.BETWEEN_FILES)),
        *((h.ANY, r.NOT_REGEX), (h.FILES, r.NOT_REGEX)),
        *((h.FILES, r.NOT_CONTAINS_ANY_CASE, z.LARGER), (h.FILES, r.NOT_CONTAINS_ANY_CASE)),
        *((h.ANY, r.NOT_CONTAINS_ANY_CASE), (h.KIND, r.NOT_CONTAINS_ANY_CASE)),
        *((h.ANY, r.PRUNING_FOLDERS), (h.FILES, r.PRUNING_FOLDERS), (h.KIND, r.PRUNING_FOLDERS)),
        *((h.MATCHING, r.PRUNING_FOLDERS), (h.ANY_CASE, r.PRUNING_FOLDERS)),
        *((h.FILES, r.PRUNING_FOLDERS, t.NEWER), (h.FILES, r.PRUNING_FOLDERS, z.LARGER)),
        *((h.MATCHING, r.WITHOUT_NAME), (h.FILES, r.WITHOUT_NAME), (h.KIND, r.WITHOUT_NAME)),
        *((h.FOLDERS, r.TOPMOST), (h.ANY, r.TOPMOST)),
        *((h.ANY, r.NOT_INSIDE), (h.MATCHING, p.SKIPPING_TWO), (h.ANY, p.SKIPPING_TWO)),
        *((h.ANY, t.NEWER_MINUTES, r.NOT_HIDDEN_BY_REGEX), (h.ANY, r.NOT_HIDDEN_BY_REGEX)),
        *((h.FILES, r.NOT_HIDDEN_OF_EXT), (h.FILES, r.NOT_HIDDEN_OF_EXT, t.NEWER)),
        *((h.KIND, r.AT_MOST_SIZE), (h.MATCHING, r.AT_MOST_SIZE), (h.FILES, r.AT_MOST_SIZE)),
    ),
)
_OWNED = only(
    _LIST,
    key="owned",
    before="owner={user}",
    core=((h.ANY, r.NOT_NEWER_AND_OWNED), (h.FILES, r.NOT_NEWER_AND_OWNED)),
)
_UNOWNED = only(
    _LIST,
    key="unowned",
    before=y.STAND_IN,
    core=(
        *((h.ANY, r.NEITHER_KNOWN), (h.FILES, r.NEITHER_KNOWN_GROUPED)),
        *((h.FOLDERS, r.NEITHER_KNOWN_GROUPED), (h.ANY, r.NEITHER_KNOWN_GROUPED)),
    ),
)
_NEWER_OR_OWNED = only(
    _LIST,
    key="newer-or-owned",
    say=[f"{text}, with -print" for text in _LIST.say],
    ask=(),
    end="-print",
    before="owner={user}",
    core=((h.ANY, y.NEWER_OR_OWNED), (h.FILES, y.NEWER_OR_OWNED)),
)
_TYPES = only(
    _LIST,
    key="types",
    before=r.FILE_SYSTEMS,
    core=(
        *((h.MATCHING, r.ON_TYPE), (h.ANY, r.ON_TYPE), (h.FILES, r.ON_TYPE), (h.KIND, r.ON_TYPE)),
        *((h.ANY, n.CALLED, r.ON_TYPE), (h.MATCHING, r.NOT_ON_TYPE), (h.FILES, r.NOT_ON_TYPE)),
        (h.FILES, r.ON_TYPE, z.LARGER),
    ),
)
_CALENDAR = only(
    _LIST,
    key="calendar",
    linux=True,
    core=tuple((head, y.DAYS_BEFORE_TODAY) for head in (h.FILES, h.ANY, h.KIND, h.MATCHING)),
)
_IN_HERE = only(
    _LIST,
    key="here",
    places=(HERE,),
    core=tuple((head, r.WITHOUT_PATH) for head in (h.MATCHING, h.FILES, h.KIND, h.ANY_CASE)),
)
_IN_TWO = only(
    _LIST,
    key="two",
    places=(TWO,),
    core=(
        *((h.ANY, z.LARGER, t.NOT_ACCESSED), (h.FILES, z.LARGER, t.NOT_ACCESSED)),
        *((h.ANY, t.NEWER), (h.MATCHING, t.NEWER), (h.ANY, t.OLDER)),
        *((h.FILES, t.OLDER, z.LARGER), (h.MATCHING_ANY_CASE,), (h.FILES, t.NEWER_MINUTES)),
    ),
)
_ON_ONE = only(
    _LIST,
    key="root",
    before=y.STAND_IN,
    places=(ROOT,),
    core=(
        *((h.MATCHING, y.ONE_SYSTEM), (h.FILES, z.LARGER, y.ONE_SYSTEM), (h.ANY, y.NO_GROUP)),
        *((h.KIND, y.ONE_SYSTEM), (h.ANY, n.CALLED, y.ONE_SYSTEM)),
    ),
)
