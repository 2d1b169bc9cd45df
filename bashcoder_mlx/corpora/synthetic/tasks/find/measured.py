"""What find finds, measured: by du, stat and ls in one call, and counted by folder."""

import posixpath
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    more,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE, Search
from bashcoder_mlx.corpora.synthetic.tasks.find.rank import (
    NEVER,
    among,
    in_blocks,
    larger,
    newer,
    used,
)
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.3
_MORE: Sequence[Search] = (*CORE, (h.ANY_CASE,), (h.FILES, n.CALLED), (h.MATCHING, t.NEWER))
_BY_DU = [x for x in _MORE if x not in ((h.PAIR,), (h.MATCHING,)) and t.OLDER not in x]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_USED, *_TOLD, *_GROUPED):
        yield from action.tasks("find/measured")


def _sized(change: Callable[[list[tuple[int, str]]], list[str]]) -> Effect:
    """Lines out of the sizes and shown paths of what is found, smallest first."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = [(world[p].size, query.shown(p)) for p in wanted(query, world, s)]
        lines = change(sorted(found))
        return Outcome(stdout=lines)

    return expect


def _usage(found: list[tuple[int, str]]) -> list[str]:
    return [f"{used(size)}\t{path}" for size, path in found]


def _unordered(query: Query, world: World, s: Bound) -> Outcome:
    return any_order(_sized(_usage)(query, world, s).stdout)


_BLOCKS = {"setup": among(in_blocks, lambda s: 4), "without": f"{NEVER} larger", "core": _BY_DU}
_USED = (
    Action(
        "usage",
        block("""
            [show|print] the disk usage of [each of the <np>|<all>, one by one,] in readable units
            run du -h on <all>
            [show|print] how much space each of the <np> takes, as 4K or 2M
            """),
        "-exec du -h {} +",
        ["Prints how much space each of the <np> takes, in readable units."],
        _unordered,
        ask=["disk usage of <np>, each by itself, human-readable", "du -h of <np>"],
        **_BLOCKS,
    ),
    Action(
        "usage-sorted",
        block("""
            [show|list] the disk usage of <all>, [readable and |]sorted, the [largest|biggest] last
            [list|show] <all> with human-readable sizes, sorted from small to large
            sort <all> by the space that they take, [smallest first|largest last], with du
            """),
        "-exec du -h {} +",
        ["Lists the <np> with readable sizes, the largest last."],
        _sized(_usage),
        ask=["<np> by disk usage, largest last", "readable sizes of <np>, ascending"],
        pipe=" | sort -h",
        **_BLOCKS,
    ),
    Action(
        "usage-total",
        block("""
            [show|print] the total disk usage of <all>[ in readable units|, human-readable|]
            [show|print] how much disk space <all> take together, as du has it
            sum up the disk usage of <all> with du
            """),
        "-exec du -ch {} +",
        ["Prints the disk usage of all the <np> together."],
        _sized(lambda found: [f"{used(sum(size for size, _ in found))}\ttotal"]),
        ask=["total disk usage of <np>, human-readable", "how much disk do the <np> use in all?"],
        pipe=" | tail -n 1",
        **{**_BLOCKS, "without": f"{NEVER} larger files"},
    ),
)


def _stat(line: Callable[[Node, str], str]) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        return any_order([line(world[path], query.shown(path)) for path in found])

    return expect


def _listed(reverse: bool, key: Callable[[Node], float]) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> list[str]:
        found = sorted(wanted(query, world, s), key=query.shown)
        found.sort(key=lambda path: key(world[path]), reverse=reverse)
        return [query.shown(path) for path in found]

    return expect


_TOLD = (
    Action(
        "stat-modes",
        block("""
            [show|print] the octal permissions and the name of each of the <np>, with stat
            [list|show] <all> with their mode as a number, by stat
            run stat on <all> for mode and name
            """),
        "-exec stat -c '%a %n' {} +",
        ["Prints the permissions of each of the <np> as a number, and its name."],
        _stat(lambda node, path: f"{node.mode:o} {path}"),
        ask=["stat: octal modes of <np>", "mode as a number and name of <np>, with stat"],
        linux=True,
        core=_MORE,
    ),
    Action(
        "stat-sizes",
        block("""
            [show|print] size in bytes and name of each of the <np>, with stat
            [list|show] <all> with their sizes in bytes, by stat
            run stat on <all> for size and name
            """),
        "-exec stat -c '%s %n' {} +",
        ["Prints the size of each of the <np> in bytes, and its name."],
        _stat(lambda node, path: f"{node.size} {path}"),
        ask=["stat: sizes of <np>", "size in bytes and name of <np>, with stat"],
        linux=True,
        core=_MORE,
    ),
    Action(
        "by-size",
        block("""
            [list|show] <all>, the [largest|biggest] first, [names only|only their names], with ls
            sort <all> by size with ls, the [largest|biggest] first
            let ls list <all> in order of size, [largest|biggest] first
            """),
        "-exec ls -S {} +",
        ["Lists the <np>, the largest first."],
        _listed(True, lambda node: node.size),
        ask=["ls -S of <np>", "<np> by size with ls, largest first"],
        setup=more(larger, lambda s: 4),
        without=NEVER,
        core=_MORE,
    ),
    Action(
        "by-age",
        block("""
            [list|show] <all>, the [newest|latest] first, [names only|only their names], with ls
            sort <all> by date with ls, the [newest|latest] first
            let ls list <all> in order of their last change, [newest|latest] first
            """),
        "-exec ls -t {} +",
        ["Lists the <np>, the newest first."],
        _listed(False, lambda node: node.age),
        ask=["ls -t of <np>", "<np> by date with ls, newest first"],
        setup=more(newer, lambda s: 4),
        without=NEVER,
        core=_MORE,
    ),
)


def _per_folder(query: Query, world: World, s: Bound) -> list[str]:
    """How many of what is found there are in each folder, the most first."""
    counts = Counter(posixpath.dirname(query.shown(path)) for path in wanted(query, world, s))
    lines = [f"{many:7d} {folder}" for folder, many in counts.items()]
    return sorted(lines, key=lambda line: (int(line.split()[0]), line), reverse=True)


# What find finds in one folder stands together, which it need not.
_APART = """\
eval "together_$(declare -f find)"
find() {
    together_find "$@" | awk 'NR % 2 {print; next} {late[NR] = $0}
        END {for (n = 2; n in late; n += 2) print late[n]}'
}"""
_GROUPED = (
    Action(
        "per-folder",
        block("""
            count <all> by folder, [most first|the folder with the most first]
            [show|list] how many of the <np> [each folder has|are in each folder], sorted
            rank the folders by how many of the <np> are directly in them
            """),
        "-printf '%h\\n'",
        ["Counts the <np> in each folder, the most first."],
        _per_folder,
        ask=["number of <np> in each folder, highest first", "<np> per folder, most first"],
        pipe=" | sort | uniq -c | sort -rn",
        macos=("", " | sed 's|/[^/]*$||' | sort | uniq -c | sort -rn"),
        setup=more(lambda spec, k: None, lambda s: 5),
        before=_APART,
        without="top called",
        core=_MORE[1:],
    ),
)
