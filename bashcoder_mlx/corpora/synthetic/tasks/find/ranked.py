"""The largest and newest of what find finds, by blocks or with the first one last; all of it, by
size or by date.
"""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.details import day_of
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    alone,
    nothing_found,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.corpora.synthetic.tasks.find.rank import (
    NEVER,
    alone_in_blocks,
    among,
    in_blocks,
    larger,
    newer,
    ranked,
    with_size,
)
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.2
_CORE: Sequence[Search] = (
    *((h.FILES,), (h.KIND,), (h.ANY_CASE,), (h.FILES, o.OWNER), (h.FILES, n.CONTAINS)),
    *((h.MATCHING,), (h.KIND, t.NEWER), (h.PAIR,), (h.FILES, p.SKIPPING)),
)
_BIG = "[largest|biggest]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_BLOCKS, *_LAST, *_WHOLE):
        yield from action.tasks("find/ranked")


def _in_blocks(path: str, node: Node) -> str:
    return f"{node.size // 1024} {path}"


def _tail(effect: Effect) -> Effect:
    """The last {count} of all lines, of which all are asked for."""

    def expect(query: Query, world: World, s: Bound) -> list[str]:
        every = effect(query, world, Bound(s, count=number(10_000)))
        return every[-s.count :]

    return expect


_FEW_BLOCKS = {"count": lambda draw, spaced: number(draw.between(2, 15), True)}
_BLOCKS = tuple(
    Action(
        f"blocks-{key}",
        block(f"""
            [show|list] the {{count}} {adjective} [|of the ]<np>, by blocks, with ls -s
            [show|list] the {{count}} <np> that take the {most} blocks, as ls -s counts them
            run ls -s on each of the <np> and [show|keep] the {{count}} {adjective}
            """),
        r"-exec ls -s {} \;",
        [f"Shows the {{count}} {adjective} of the <np>, with their blocks."],
        ranked(lambda node: node.size, _in_blocks, reverse=order == "-nr"),
        block(f"""
            {{count}} {adjective} of the <np>, ls -s
            which of the <np> take the {most} blocks? {{count}} of them, by ls -s
            how do I find the {{count}} {adjective} <np> with ls -s and sort?
            ls -s, sort {order}, head: {{count}} of the <np>
            """),
        pipe=f" | sort {order} | head -n {{count}}",
        setup=among(in_blocks),
        others=(alone_in_blocks, nothing_found),
        without=NEVER,
        slots=_FEW_BLOCKS,
        core=_CORE,
    )
    for key, adjective, most, order in (
        ("largest", _BIG, "most", "-nr"),
        ("smallest", "smallest", "fewest", "-n"),
    )
)
_BY_SIZE = (r"-printf '%s %p\n'", "-exec stat -f '%z %N' {} +")
_BY_TIME = (r"-printf '%T@ %p\n'", "-exec stat -f '%m %N' {} +")
_AT_END = "[at the end|as the last line|at the bottom]"
_LAST = (
    Action(
        "largest-last",
        block(f"""
            [show|list] the {{count}} {_BIG} [|of the ]<np>, the very {_BIG} {_AT_END}
            sort <all> by size, smallest first, and [show|keep] the last {{count}}
            [show|list] the {{count}} {_BIG} <np> with sizes, in growing order
            """),
        _BY_SIZE[0],
        ["Shows the {count} largest of the <np>, with sizes in bytes, the largest last."],
        _tail(ranked(lambda node: node.size, with_size, reverse=False)),
        ask=block(f"""
            {{count}} {_BIG} <np>, the {_BIG} last
            which are the {{count}} {_BIG} <np>? the {_BIG} at the bottom
            <np> by size in bytes, only the last {{count}}
            my screen shows the end: {{count}} {_BIG} <np>, in growing order
            """),
        pipe=" | sort -n | tail -n {count}",
        setup=among(larger),
        others=(alone, nothing_found),
        without=NEVER,
        macos=(_BY_SIZE[1], " | sort -n | tail -n {count}"),
        core=_CORE,
    ),
    Action(
        "newest-last",
        block(f"""
            [show|list] the {{count}} [newest|most recently changed] [|of the ]<np>, the newest
              {_AT_END}
            sort <all> by modification time, oldest first, and [show|keep] the last {{count}}
            [show|list] the {{count}} newest <np>, from the oldest of them to the newest
            """),
        _BY_TIME[0],
        ["Lists the {count} most recently changed of the <np>, the newest last."],
        _tail(ranked(lambda node: -node.age, reverse=False)),
        ask=block("""
            {count} newest <np>, the newest last
            which {count} <np> were changed last? the newest at the bottom
            <np> by time, only the last {count}
            my screen shows the end: {count} newest <np>, in the order of time
            """),
        pipe=" | sort -n | tail -n {count} | cut -d' ' -f2-",
        setup=among(newer),
        others=(alone, nothing_found),
        without=NEVER,
        macos=(_BY_TIME[1], " | sort -n | tail -n {count} | cut -d' ' -f2-"),
        core=_CORE,
    ),
)


def _by_day(query: Query, world: World, s: Bound) -> list[str]:
    paths = query.paths(world, s)
    return sorted(f"{day_of(world[path].age)} {query.shown(path)}" for path in paths)


def _by_size(query: Query, world: World, s: Bound) -> list[str]:
    paths = query.paths(world, s)
    found = sorted((world[path].size, query.shown(path)) for path in paths)
    return [f"{size} {path}" for size, path in found]


def _spread(query: Query, world: World, s: Bound) -> None:
    """What is found is of several days, in another order than the names."""
    for at, path in enumerate(query.paths(world, s)):
        world[path].age = ((at * 3 % 4) * 3 + 1) * 86400.0


_WHOLE = (
    Action(
        "by-day",
        block("""
            [list|show] <all> with their dates, sorted by [date|the day of the last change]
            [list|show] <all> from the oldest to the newest, with the day of the last change
            sort <all> by the day on which they were changed, and show it
            """),
        r"-printf '%TY-%Tm-%Td %p\n'",
        ["Lists the <np> with the day of their last change, oldest first."],
        _by_day,
        ask=block("""
            <np> by date, oldest first
            <np> with their dates, in the order of the dates
            on which day was each of the <np> changed? in order
            a calendar of <np>: day and path, sorted
            """),
        pipe=" | sort",
        setup=_spread,
        others=(alone,),
        macos=("-exec stat -t %Y-%m-%d -f '%Sm %N' {} +", " | sort"),
        core=_CORE[:6],
    ),
    Action(
        "by-size",
        block("""
            [list|show] <all> with their sizes, [sorted by size|from the smallest to the largest]
            sort <all> by size, smallest first, and show it
            [list|show] <all> in the order of their sizes[, sizes in bytes included|]
            """),
        _BY_SIZE[0],
        ["Lists the <np> with sizes in bytes, smallest first."],
        _by_size,
        ask=block("""
            <np> by size, smallest first
            how large are <all>? in bytes, the smallest on top
            bytes and paths of <np>, sorted upwards
            I look for tiny ones among <all>: sizes in growing order
            """),
        pipe=" | sort -n",
        setup=among(larger, lambda s: 6),
        others=(alone,),
        macos=(_BY_SIZE[1], " | sort -n"),
        without=NEVER,
        core=_CORE[:6],
    ),
)
