"""Searches without a type, for those who say "everything" or "files and folders": listed, counted,
with details, the first and last of them; and searches with two or three criteria of any kind.
"""

import stat
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    SORTED,
    Action,
    alone,
    more,
    new,
    no_setup,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.listing import LIST, listed
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

WEIGHT = 0.99
_NEW = (
    *((h.ANY, w.PLAIN_REGEX), (h.FILES, w.PLAIN_REGEX), (h.ANY, w.PLAIN_REGEX_ANY_CASE)),
    *((w.EITHER,), (h.FILES, w.PLAIN_REGEX_ANY_CASE), (h.ANY, w.IN_PATH_ANY_CASE)),
    *((h.FILES, w.IN_PATH_ANY_CASE), (h.ANY, w.AT_LEVEL), (h.FILES, w.AT_LEVEL)),
    *((h.FOLDERS, w.AT_LEVEL), (h.MATCHING, w.AT_LEVEL), (h.ANY, w.MINUTES_BETWEEN)),
    *((h.FILES, w.MINUTES_BETWEEN), (h.FILES, w.ACCESSED_BETWEEN)),
    *((w.NOT_MATCHING,), (w.NOT_MATCHING, t.NEWER), (w.NOT_MATCHING, t.NEWER_MINUTES)),
    *((w.NOT_MATCHING, z.LARGER), (w.NOT_MATCHING, p.AT_MOST)),
)
_ANYTHING = (
    *((o.EXECUTABLE,), (o.OWNER, t.NEWER_FILE)),
    *((t.OLDER_FILE,), (t.BETWEEN_DAYS,), (t.OLDER_MINUTES,), (t.OLDER,)),
    *((z.EMPTY, p.TOP_ONLY), (z.EMPTY, p.AT_MOST), (z.SMALLER,), (z.EXACT_BYTES,)),
    *((z.NOT_EMPTY,), (n.NOT_CONTAINS,), (n.NOT_STARTS,), (o.NOT_MODE, p.AT_MOST)),
    *((t.NEWER, o.OWNER), (t.OLDER, o.OWNER), (t.NEWER, o.MODE), (t.NEWER, p.TOP_ONLY)),
    *((t.OLDER, p.TOP_ONLY), (t.NEWER_MINUTES, p.TOP_ONLY), (t.NEWER, z.LARGER)),
    *((t.NEWER, p.AT_MOST), (o.OWNER, p.AT_MOST)),
    *((t.BETWEEN_DATES,), (t.BEFORE_DATE,), (t.STATUS_OLDER,)),
    *((t.NEWER_FILE, z.LARGER), (o.OWNER, z.LARGER), (p.DEEPER,), (p.NO_HIDDEN_PATHS,)),
    *((o.NOT_OWNER, t.NEWER), (o.PRIVATE,), (o.EXECUTABLE, p.TOP_ONLY)),
)
_MATCHED = (
    *((o.GROUP,), (o.EXECUTABLE,), (t.ACCESSED,), (t.STATUS_DAYS,), (t.BETWEEN_DAYS,)),
    *((t.OLDER_MINUTES,), (z.BETWEEN,), (z.EXACT_SIZE,), (o.NOT_MODE,), (t.AFTER_DATE,)),
    *((p.DEEPER,), (t.NEWER, p.TOP_ONLY), (t.OLDER, p.TOP_ONLY)),
    *((t.NEWER, z.LARGER), (t.OLDER, z.LARGER), (t.NEWER, o.OWNER), (o.OWNER, z.LARGER)),
)
_TYPED: tuple[Search, ...] = (
    *((h.ANY_CASE, t.NOT_ACCESSED), (h.ANY_CASE, t.ACCESSED), (h.ANY_CASE, t.NEWER_MINUTES)),
    *((h.KIND, t.ACCESSED_MINUTES, o.OWNER), (h.FILES, t.NOT_ACCESSED, z.LARGER)),
    *((h.FILES, t.STATUS_MINUTES, p.AT_MOST), (h.FILES, t.STATUS_OLDER, p.TOP_ONLY)),
    *((h.KIND, o.OWNER, t.OLDER), (h.NOT_KIND, o.OWNER), (h.PAIR, o.MODE), (h.PAIR, o.GROUP)),
    *((h.FOLDERS, z.NOT_EMPTY), (h.FOLDERS, t.EXACTLY_DAYS)),
    *((h.FOLDERS, t.STATUS_DAYS), (h.FOLDERS, p.TOP_ONLY, t.NEWER)),
    (h.FOLDERS, p.TOP_ONLY, z.EMPTY),
    (h.ANY_CASE, p.AT_MOST),
)


def _searches() -> Iterator[Search]:
    yield from _NEW
    yield from ((h.ANY, *criteria) for criteria in _ANYTHING)
    yield from ((h.MATCHING, *criteria) for criteria in _MATCHED)
    yield from ((h.MATCHING_ANY_CASE, *criteria) for criteria in _MATCHED[2:18:3])
    yield from _TYPED


_BROAD: tuple[Search, ...] = (
    *((h.ANY,), (h.MATCHING,), (h.ANY, o.MODE), (h.ANY, z.LARGER), (h.ANY, t.NEWER)),
    *((h.ANY, o.OWNER), (h.ANY, o.GROUP), (h.ANY, t.NEWER_MINUTES), (h.ANY, t.STATUS_MINUTES)),
    *((h.ANY, n.CALLED), (h.MATCHING_ANY_CASE,), (h.ANY, t.OLDER), (h.ANY, t.AFTER_DATE)),
    *((h.ANY, t.BETWEEN_DATES), (h.ANY, t.BETWEEN_DAYS), (h.MATCHING, p.AT_MOST)),
    *((h.MATCHING_ANY_CASE, o.OWNER), (h.FILES, w.PLAIN_REGEX), (w.EITHER_GROUPED,)),
    *((h.FILES, o.NOT_MODE), (h.FOLDERS, p.AT_MOST), (h.FILES, t.STATUS_DAYS), (h.PAIR,)),
    *((h.FILES, o.MODE), (h.MATCHING, z.LARGER)),
)
_SHOW = "[show|list|print]"


def tasks() -> Iterator[Task]:
    """All tasks of this family: what the others of find have no task for."""
    actions = (_LIST, _HEAD, _TAIL, _DETAILS, _PRINT)
    yield from new("find/wide", actions, ("find/details", "find/list"))


_LIST = only(
    LIST,
    core=tuple(_searches()),
)
_PRINT = Action(
    "print",
    block("""
        [find|look for|search for] <all> and print [them|their paths], with an explicit -print
        use find with -print [to list|on] <all>
        [find|list|show] <all> [with the action -print|with -print at the end|by -print]
        """),
    "-print",
    ["Prints the paths of the <np>, by -print."],
    listed,
    ask=block("""
        find -print: <np>
        how do I put -print at the end of a find for <all>?
        <np>; use find with its action -print
        I want to see the paths of <all>, printed by find's own -print
        """),
    core=_BROAD,
    weight=0.5,
)
_HEAD = Action(
    "head",
    block(f"""
        {_SHOW} the first [ten|few] of the <np>[, as head does by itself|, with plain head|]
        pipe [the list of |]<all> [to|into|through] head
        find <all> and pass [the list|the paths] to head
        {_SHOW} <all>, [cut by head|through head|only what head keeps]
        """),
    "",
    ["Lists the first ten of the <np>, as find prints them."],
    lambda query, world, s: query.matches(world, s)[:10],
    ask=block("""
        the first ten <np>
        <np>, piped to head
        there are too many <np>; the ten that head shows are enough
        """),
    pipe=" | head",
    setup=more(lambda spec, k: None, lambda s: 12),
    others=(alone, no_setup),
    before=SORTED,
    without="called calledeither icalled between newermin plainregex",
    core=_BROAD,
)
_TAIL = Action(
    "tail",
    block(f"""
        {_SHOW} the last [ten|few] of the <np>[, as tail does by itself|, with plain tail|]
        pipe [the list of |]<all> [to|into|through] tail
        find <all> and pass [the list|the paths] to tail
        {_SHOW} <all>, [cut by tail|through tail|only what tail keeps]
        """),
    "",
    ["Lists the last ten of the <np>, as find prints them."],
    lambda query, world, s: query.matches(world, s)[-10:],
    ask=["the last ten <np>", "<np>, piped to tail"],
    pipe=" | tail",
    setup=more(lambda spec, k: None, lambda s: 12),
    others=(alone, no_setup),
    before=SORTED,
    without="called calledeither icalled between newermin plainregex",
    core=_BROAD[:16],
    weight=0.5,
)
_KINDS = {"file": stat.S_IFREG, "dir": stat.S_IFDIR, "link": stat.S_IFLNK}
# Permissions and paths alone, as sizes and blocks differ between file systems.
_SHORT = r"""
eval "all_$(declare -f find)"
find() {
    all_find "$@" | awk '{path = $0; sub(/^ *([^ ]+ +){10}/, "", path); gsub(/\\ /, " ", path)
        print $3, path}'
}""".strip()


def _detailed(query: Query, world: World, s: Bound) -> Outcome:
    lines = []
    for path in wanted(query, world, s):
        node = world.nodes.get(path)
        mode = stat.filemode(node.mode | _KINDS[node.kind]) if node else "drwxr-xr-x"
        lines.append(f"{mode} {query.shown(path)}")
    return any_order(lines)


_DETAILS = Action(
    "ls",
    block(f"""
        {_SHOW} <all> [in the format of ls -dils|as find -ls does|with find's own -ls]
        [find|list] <all> with [inode, |]blocks, permissions, owner, size and date[, by find
          alone|, with find -ls|]
        [find|take] <all> and [run|use] -ls on them
        """),
    "-ls",
    ["Lists the <np> with all their details."],
    _detailed,
    ask=block("""
        find -ls of <np>
        how do I see <all> with inodes and blocks, by find alone?
        <np>, in the long form of find -ls
        let find itself, by -ls, describe <all>
        """),
    before=_SHORT,
    core=_BROAD,
)
