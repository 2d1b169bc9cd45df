"""Where what find finds lies: its folders, its full path from the root."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import HERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import (
    lines_of,
)
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.17


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_folders(), _HOLDING, *_FULL):
        yield from action.tasks("find/located")


# The working directory, where a trial runs, has another path every time.
_PWD = """\
tools=$(mktemp -d)
printf '#!/bin/bash\\n/bin/pwd | sed "s|^%s|TOP|"\\n' "$PWD" >"$tools/pwd"
chmod +x "$tools/pwd"
PATH=$tools:$PATH"""


def _folder_of(path: str, node: Node, s: Bound) -> Sequence[str]:
    return [posixpath.dirname(path)]


def _absolute(path: str, node: Node, s: Bound) -> Sequence[str]:
    return [posixpath.normpath(f"TOP/{posixpath.dirname(path)}")]


def _folders() -> Iterator[Action]:
    folders = Action(
        "dirname",
        block("""
            [print|show] the folder of [each|every one] of the <np>, even if it is the same
            [print|list] the [directory|folder] that [each|every one] of the <np> is in[, by
              dirname|]
            """),
        "",
        ["Prints the folder of each of the <np>."],
        lines_of(_folder_of),
        core=((h.MATCHING,), (h.FILES, n.CALLED), (h.ANY, n.CALLED), (h.KIND,), (h.FILES,)),
    )
    yield from ways(folders, "dirname", EACH)
    yield from ways(folders, "dirname", ALL_AT_ONCE)
    yield from ways(folders, "-n 1 dirname", PLAIN_XARGS)
    yield Action(
        "pwd",
        block("""
            [print|show] the full path of the folder of [each|every one] of the <np>
            [print|list] the absolute [directory|folder] in which [each|every one] of the <np> lies
            run pwd in the folder of each of the <np>
            """),
        r"-execdir pwd \;",
        ["Prints the absolute path of the folder of each of the <np>."],
        lines_of(_absolute),
        block("""
            pwd, by -execdir: <np>
            how do I print the absolute folder of each of the <np>?
            <np>: where from / on? the folder of each, by pwd
            I need full paths of the folders in which <all> lie, one for each
            """),
        before=_PWD,
        core=((h.MATCHING,), (h.FILES, n.CALLED), (h.ANY, n.CALLED), (h.KIND,)),
    )
    yield Action(
        "ls-empty",
        ["run ls on each of the <np>", "[find|take] <all> and run ls on each one by itself"],
        r"-exec ls {} \;",
        ["Runs ls on each of the <np>."],
        lines_of(lambda path, node, s: [path] if node.kind == "file" else []),
        core=((h.ANY, z.EMPTY),),
    )


def _two_in_one(query: Query, world: World, s: Bound) -> None:
    """Two of what is found are in one folder."""
    first = query.paths(world, s)[0]
    folder = posixpath.relpath(posixpath.dirname(first) or ".", query.place.tops(s)[0])
    query.made(folder, 70, s).put(world, query.place.tops(s)[0])


_HOLDING = Action(
    "folders",
    block("""
        [list|print|show] the folders that [contain|hold|have] <np>
        [in|list] which folders [there |]are <np>[, each folder once|]
        [list|print] the directories of <all>, each [only|] once
        """),
    r"-printf '%h\n'",
    ["Lists the folders of the <np>, each once."],
    lambda query, world, s: sorted({posixpath.dirname(x) for x in query.matches(world, s)}),
    ask=block("""
        [which|what] folders [contain|have] <np>?
        folders with <np>, each once
        I do not need the names, only in which folders <all> are, no folder twice
        how do I list the folders of <all> without repeats?
        """),
    pipe=" | sort -u",
    macos=("-exec dirname {} +", " | sort -u"),
    setup=_two_in_one,
    without="top called",
)
# What find says of paths from the root begins with TOP, whatever the root of a trial.
_FROM_TOP = """\
find() { command find "$@" | sed "s|^$PWD|TOP|"; }"""
_WHOLE = replace(HERE, key="whole", words='"$(pwd)"')


def _whole(query: Query, world: World, s: Bound) -> Outcome:
    return any_order([f"TOP{path[1:]}" for path in query.matches(world, s)])


_FULL = (
    Action(
        "full",
        block("""
            [list|show|print|find] the [full|absolute|complete] paths of <all>
            [list|show|print|find] <all> with their [full|absolute] paths
            [find|search for] <all> and [print|show] paths that begin at the root
            """),
        "",
        ["Lists the absolute paths of the <np>."],
        _whole,
        ask=block("""
            what are the [full|absolute] paths of <np>?
            [full|absolute] paths of <np>
            <np>, as absolute paths
            """),
        places=(_WHOLE,),
        before=_FROM_TOP,
        core=(
            *((h.MATCHING,), (h.FILES,), (h.KIND,), (h.ANY, n.CALLED), (h.FILES, n.CALLED)),
            *((h.ANY,), (h.FOLDERS,), (h.FILES, p.TOP_ONLY), (h.KIND, t.NEWER), (h.ANY_CASE,)),
            *((h.FOLDERS, n.FOLDER_CALLED), (h.FILES, t.NEWER), (h.ANY, n.CONTAINS)),
        ),
    ),
)
