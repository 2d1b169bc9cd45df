"""Everyday actions with searches that the family of each action does not go through: any case,
minutes, permissions, owners, dates, folders left out, the top alone.
"""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.find import (
    contents,
    delete,
    details,
    inspect,
    lines,
    move,
    pack,
    permissions,
    rank,
)
from bashcoder_mlx.corpora.synthetic.tasks.find import print as printing
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import patterns as g
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, new, only
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search

WEIGHT = 0.9
_FAMILY = "find/broad"
_FILES: Sequence[Search] = (
    *((h.FILES, t.NEWER_MINUTES), (h.ANY_CASE,), (h.FILES, p.TOP_ONLY), (h.FILES, t.NEWER_FILE)),
    *((h.FILES, o.MODE), (h.FILES, o.OTHERS_WRITE), (h.FILES, t.AFTER_DATE), (h.NOT_KIND,)),
    *((h.FILES, p.SKIPPING), (h.FILES, p.PRUNING), (h.KIND, p.PRUNING), (h.FILES, o.NOT_MODE)),
    *((h.FILES, z.BETWEEN), (h.FILES, t.BETWEEN_DATES), (h.FILES, o.EXECUTABLE)),
    *((h.FILES, o.GROUP_WRITE), (h.KIND, t.NEWER_MINUTES), (h.FILES, g.HIDDEN)),
    *((h.KIND, o.OWNER), (h.PAIR_ANY_CASE,), (h.FILES, z.EMPTY), (h.FILES, t.NOT_ACCESSED)),
    *((h.FILES, t.OLDER, p.TOP_ONLY), (h.FILES, z.LARGER, t.NEWER), (h.KIND, z.LARGER, t.OLDER)),
)
"""Files by what people ask of them."""
_UNTYPED: Sequence[Search] = (
    *((h.MATCHING_ANY_CASE,), (w.EITHER_GROUPED,), (h.MATCHING, z.LARGER), (h.MATCHING, t.OLDER)),
    *((h.MATCHING, p.TOP_ONLY), (h.MATCHING, p.SKIPPING), (h.MATCHING, t.NEWER)),
)
"""What one expects to be files, without a test for it."""
_ENTRIES: Sequence[Search] = (
    *((h.ANY, t.NEWER_MINUTES), (h.ANY, t.NEWER), (h.ANY, o.OWNER), (h.ANY, t.NEWER_FILE)),
    *((h.FOLDERS, z.EMPTY), (h.FOLDERS, n.FOLDER_CALLED), (h.FOLDERS, t.OLDER)),
)
"""Files and folders."""
_OF_FILES = (
    (contents, "grep-l grep-Hn grep-l-xargs"),
    (delete, "delete rm rm-each rm-xargs"),
    (details, "long long-human sizes ls"),
    (inspect, "md5sum total-size"),
    (lines, "lines lines-total cat"),
    (move, "move copy move-once copy-once"),
    (pack, "gzip gzip-each tar"),
    (permissions, "chmod chmod-each chmod+x chmodo-rwx"),
    (printing, "any-one"),
    (rank, "largest newest newest-one largest-readable oldest-one"),
)
_NEVER = {
    "contents": "larger between",
    "lines": "larger between",
    "move": "mode notmode gwrite owrite",
    "permissions": "gwrite",
    "rank": "eithergrouped skip dates after",
    "any-one": "eithergrouped skip",
    "first": "newer",
    "chmod+x": "notmode empty",
    "chmodo-rwx": "notmode",
    "long-human": "between empty",
}
"""Searches that a module's actions or one of them say nothing of: large files have no text, a copy
has other modes, the first in an order may be found anyway."""
_OF_ENTRIES = (
    (permissions, "chown"),
    (printing, "count sorted first names"),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    found = [*_chosen(_OF_FILES, (*_FILES, *_UNTYPED))]
    found += _chosen(_OF_ENTRIES, (*_FILES, *_UNTYPED, *_ENTRIES))
    yield from new(_FAMILY, found, _OTHERS)


_OTHERS = tuple(
    f"find/{name}"
    for name in (
        *("contents", "delete", "details", "inspect", "lines", "list", "move", "pack", "print"),
        *("permissions", "rank", "ranked", "runs", "transfer", "wide", "modes", "removals"),
        *("empties", "folders", "output", "packing", "searched", "special", "located", "rare"),
    )
)
"""Families that may have the same commands."""


def _chosen(groups: Sequence, searches: Sequence[Search]) -> Iterator[Action]:
    """The actions of these modules that have these keys and no search of their own, with others."""
    for module, keys in groups:
        for action in module.actions():
            if action.key in keys.split() and len(action.core) > 1:
                own = (module.__name__.rpartition(".")[2], action.key)
                never = " ".join((action.without, *(_NEVER.get(key, "") for key in own)))
                yield only(action, core=searches, share=0, without=never)
