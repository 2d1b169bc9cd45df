"""Printing about what find finds: how many, sorted, first and last, names, folders."""

import posixpath
from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    SORTED,
    Action,
    Effect,
    Setup,
    alone,
    more,
    only,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import ROOT
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE, searches
from bashcoder_mlx.trial.world import World

WEIGHT = 0.78
_TOP = ((h.MATCHING, p.TOP_ONLY), (h.FILES, p.TOP_ONLY))
_ANY = ((h.ANY,), (h.ANY, n.CALLED), (h.ANY, n.CONTAINS), (h.FOLDERS,), (h.ANY, o.MODE))


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/print")


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    yield from (_COUNT, _COUNT_ALL, *_SORTS, *_ENDS, *_PATHS)


def _each(line: Callable[[str], str]) -> Effect:
    """A line for every file found, from its shown path."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        return any_order([line(path) for path in query.matches(world, s)])

    return expect


def _first(query: Query, world: World, s: Bound) -> list[str]:
    return query.matches(world, s)[: s.count]


def _last(query: Query, world: World, s: Bound) -> list[str]:
    return query.matches(world, s)[-s.count :]


def _twins(at: int) -> Setup:
    """All that is found are two files of one name, so that either may be the first."""

    def setup(query: Query, world: World, s: Bound) -> None:
        found = sorted(query.paths(world, s), key=lambda path: (query.is_at_edge(path), path))
        kept = found.pop(at)
        for path in found:
            world.remove(path)
        # A name before those of all others, which find comes to last where the newest comes first.
        twin = f"{query.place.tops(s)[0]}/a-twin/{posixpath.basename(kept)}"
        world.copy(kept, twin, keep=True)

    return setup


def _beside_a_folder(query: Query, world: World, s: Bound) -> None:
    """One in a folder whose name begins as another's: find takes them in the order of the names of
    the folders, sort in that of the paths.
    """
    query.made("part1-b", 71, s).put(world, query.place.tops(s)[0])


_COUNT = Action(
    "count",
    block("""
        count <all>
        [show|print|get|tell me] the number of <np>
        [show|print|find out] how many <many>
        [print|show] a count of the <np>
        """),
    "",
    ["[Counts|Prints the number of] the <np>."],
    lambda query, world, s: f"{len(wanted(query, world, s))}\n",
    ask=block("""
        how many <many>?
        [number|count] of <np>
        how many <np>
        """),
    pipe=" | wc -l",
    setup=more(lambda spec, k: None, lambda s: 3),  # more than what fails one criterion
    core=[
        *(search for search, _ in searches() if search[0] in (h.FILES, h.KIND)),
        *(*_ANY, *CORE[2:4], (h.MATCHING,), (h.MATCHING, t.OLDER), (h.FOLDERS, n.STARTS)),
        *((h.LINKS,), (h.FOLDERS, p.TOP_ONLY), (h.ANY_CASE,), (h.NOT_KIND,)),
    ],
    share=6,
    weight=3,
)
_COUNT_ALL = only(
    _COUNT,
    key="count-everywhere",
    core=((h.KIND,), (h.FOLDERS,), (h.FILES,), (h.FILES, n.CALLED)),
    share=0,
    places=(ROOT,),
)
_SORTS = (
    Action(
        "sorted",
        block("""
            [list|print|show|find] <all>, sorted [by path|alphabetically|by name]
            [list|print|show] <all> in alphabetical order
            get a sorted list of <np>
            """),
        "",
        ["[Lists the <np>, sorted by path|Prints a sorted list of the <np>]."],
        lambda query, world, s: query.matches(world, s),
        ask=["<np>, sorted [alphabetically|by name]"],
        pipe=" | sort",
        share=14,
    ),
    Action(
        "reversed",
        ["[list|print|show|find] <all> in reverse [alphabetical order|order of their names]"],
        "",
        ["Lists the <np> in reverse alphabetical order."],
        lambda query, world, s: query.matches(world, s)[::-1],
        pipe=" | sort -r",
        setup=_beside_a_folder,
        core=CORE[:8],
    ),
    Action(
        "first-sorted",
        block("""
            [list|print|show] the first {count} of the <np> in alphabetical order
            sort <all> by path and [show|print|keep] [only |]the first {count}
            """),
        "",
        ["Lists the <np> in alphabetical order, only the first {count}."],
        _first,
        ask=["first {count} <np>, sorted alphabetically"],
        pipe=" | sort | head -n {count}",
        setup=more(lambda spec, k: None),
        others=(alone,),
        without="called calledeither between glob",
    ),
)
_NAMES_ONLY = """\
eval "whole_$(declare -f find)"
find() { whole_find "$@" | sed 's|.*/||'; }"""
_ENDS = (
    Action(
        "first",
        block("""
            [list|print|show|find] [only|just|] the first {count} [of the|] <np>
            [list|find] <all>, [but|] [only|just|at most] {count} of them
            [stop|end] after {count} <np>
            """),
        "",
        ["Lists the first {count} of the <np>."],
        _first,
        ask=["first {count} <np>", "{count} <np>, any will do"],
        pipe=" | head -n {count}",
        setup=more(lambda spec, k: None),
        others=(alone,),
        before=SORTED,
        without="called calledeither between glob",
        core=(*CORE, (h.ANY, o.MODE), (h.MATCHING, p.TOP_ONLY)),
        share=20,
    ),
    Action(
        "last",
        ["[list|print|show] [only|just|] the last {count} [of the|] <np> that find prints"],
        "",
        ["Lists the last {count} of the <np>, as find prints them."],
        _last,
        pipe=" | tail -n {count}",
        core=(*CORE, (h.FILES, t.STATUS_DAYS)),
        setup=more(lambda spec, k: None),
        others=(alone,),
        before=SORTED,
        without="called calledeither between glob",
    ),
    Action(
        "any-one",
        block("""
            find [one|any one] of the <np> and stop [there|after it]
            print only the first of the <np> that find [meets|comes across]
            """),
        "-print -quit",
        ["Prints one of the <np> and stops."],
        lambda query, world, s: [posixpath.basename(query.matches(world, s)[0])],
        setup=_twins(0),
        others=(_twins(-1), _twins(-2)),
        before=_NAMES_ONLY,
        core=CORE[:13],
        without="top",
    ),
)


# A null byte is printed as the end of a line, and that as a question mark.
_NULLS = """\
eval "with_nulls_$(declare -f find)"
find() { with_nulls_find "$@" | tr '\\0\\n' '\\n?'; }"""
_PATHS = (
    Action(
        "names",
        block("""
            [list|print|show] [only|just] the [file |]names of <all>, without [their|the]
              [folders|paths]
            [list|print|find] <all>, [file |]names only, without [the|their] path
            [list|print|show] the base names of <all>
            """),
        r"-printf '%f\n'",
        ["Prints the names, without folders, of the <np>."],
        _each(posixpath.basename),
        ask=["[base names|names without paths] of <np>"],
        macos=(r"-exec basename {} \;", ""),
        core=(*CORE, *_TOP, (h.FOLDERS, w.AT_LEVEL), *_ANY),
        share=20,
    ),
    Action(
        "basename",
        ["[list|print|show] the names of <all> without [their|] folders, by [running|] basename"],
        r"-exec basename {} \;",
        ["Runs basename on each of the <np>."],
        _each(posixpath.basename),
        core=(*CORE[:4], (h.MATCHING,), (h.ANY, n.CALLED)),
    ),
    Action(
        "null",
        block("""
            [list|print] <all>, [separated by|with] [NUL|null] [characters|bytes] [between them|]
            [list|print] <all> [null-separated|NUL-terminated], as for xargs -0
            """),
        "-print0",
        ["Prints the <np>, each followed by a null byte."],
        _each(str),
        before=_NULLS,
        core=(*CORE[:5], (h.MATCHING,), (h.ANY,), (h.FOLDERS,)),
        without="user",
    ),
)
