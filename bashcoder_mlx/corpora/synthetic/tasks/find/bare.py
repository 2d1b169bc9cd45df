"""Find without a folder, as GNU's takes it: in the current one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    SORTED,
    Action,
    Effect,
    more,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import without_blanks
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.corpora.synthetic.tasks.find.piped import ECHO, each, on_a_line

WEIGHT = 0.22


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in _BARE:
        yield from action.tasks("find/bare")


_NOWHERE = replace(HERE, key="bare", words="")
_EVERY: Sequence[Search] = ((h.ANY,), (h.MATCHING,), (h.FILES,), (h.FOLDERS,), (h.FILES, n.CALLED))
_BY_ITSELF = "[, with find by itself|, find without a folder|, in the shortest way]"


def _short(key: str, say: str, pipe: str, expect: Effect, **values: object) -> Action:
    """Find without a folder, as GNU's takes it."""
    return Action(
        key,
        block(say),
        "",
        [values.pop("explain")],
        expect,
        pipe=pipe,
        places=(_NOWHERE,),
        linux=True,
        **{"core": _EVERY, **values},
    )


_BARE = (
    _short(
        "list",
        f"""
        [list|find|show|print] <all>{_BY_ITSELF}
        [search|look] for <all>{_BY_ITSELF}
        """,
        "",
        each(str),
        explain="Lists the <np>.",
        ask=block(f"""
            <np>{_BY_ITSELF}
            [which|what] <many>? find alone, no folder given
            just find, without a path: <np>
            how do I find <all> without naming a folder?
            I do not want to type the dot: find <all>
            """),
        core=(*_EVERY, (h.KIND,), (h.FILES, t.NEWER), (h.ANY, p.TOP_ONLY)),
    ),
    _short(
        "count",
        f"""
        count <all>{_BY_ITSELF}
        [show|print] how many <many>{_BY_ITSELF}
        """,
        " | wc -l",
        lambda query, world, s: f"{len(query.matches(world, s))}\n",
        explain="Counts the <np>.",
        ask=block(f"""
            how many <many>? find with no folder given
            number of <np>{_BY_ITSELF}
            find without a path, into wc -l: <np>
            how do I count <all> without naming a folder?
            I do not want to type the dot: count <all>
            """),
        setup=more(lambda spec, k: None, lambda s: 3),
    ),
    _short(
        "head",
        f"""
        [list|show] the first ten of the <np>{_BY_ITSELF}
        pipe <all> to head{_BY_ITSELF}
        """,
        " | head",
        lambda query, world, s: query.matches(world, s)[:10],
        explain="Lists the first ten of the <np>.",
        ask=block(f"""
            the first ten <np>{_BY_ITSELF}
            find without a path, into head: <np>
            how do I see ten of the <np> without naming a folder?
            there are too many <np>; the first ten{_BY_ITSELF}
            I do not want to type the dot: first ten of the <np>
            """),
        setup=more(lambda spec, k: None, lambda s: 12),
        before=SORTED,
        without="called",
    ),
    _short(
        "sorted",
        f"""
        [list|show|print] <all>, sorted{_BY_ITSELF}
        sort <all>{_BY_ITSELF}
        """,
        " | sort",
        lambda query, world, s: query.matches(world, s),
        explain="Lists the <np>, sorted.",
        ask=block(f"""
            <np>, sorted{_BY_ITSELF}
            find without a path, into sort: <np>
            how do I sort <all> without naming a folder?
            I do not want to type the dot: <np> in order
            find prints <all> in any order; sort them, no folder given
            """),
    ),
    _short(
        "line",
        f"""
        [list|show|print] <all> on one line{_BY_ITSELF}[; no name has blanks|]
        pipe <all> to xargs alone{_BY_ITSELF}
        """,
        " | xargs",
        on_a_line,
        explain="Prints the paths of the <np> on one line.",
        ask=block(f"""
            <np> on one line{_BY_ITSELF}; names have no blanks
            find without a path, into xargs: <np>
            how do I get <all> on one line without naming a folder? no name has blanks
            I do not want to type the dot: <np> on a single line, by xargs
            xargs alone on <np>, no folder given
            """),
        setup=without_blanks(lambda query, world, s: None),
        before=ECHO,
        without="called",
    ),
    _short(
        "word",
        f"""
        [list|find|show] <all> [with|and keep] {{word2}} in the path, by grep{_BY_ITSELF}
        pipe <all> to grep {{word2}}{_BY_ITSELF}
        """,
        " | grep {word2}",
        lambda query, world, s: any_order([x for x in query.matches(world, s) if s.word2 in x]),
        explain="Lists the <np> and keeps the paths that contain {word2}.",
        ask=block(f"""
            <np> with {{word2}} in the path, through grep{_BY_ITSELF}
            find without a path, into grep {{word2}}: <np>
            how do I grep <all> for {{word2}} in the path without naming a folder?
            I do not want to type the dot: <np> through grep {{word2}}
            [which|what] <many>? only paths with {{word2}}, no folder given
            """),
        without="called",
        setup=lambda query, world, s: query.made(f"a {s.word2}", 82, s).put(world, "."),
    ),
)
