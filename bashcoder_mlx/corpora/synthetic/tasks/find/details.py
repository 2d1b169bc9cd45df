"""Details of what find finds: sizes, dates, permissions, owners, long listings."""

import stat
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.6
_MORE = (*CORE, (h.FILES, o.MODE), (h.KIND, t.NEWER_MINUTES), (h.ANY_CASE,), (h.FILES, n.CALLED))
_FOLDERS = ((h.FOLDERS,), (h.FOLDERS, n.STARTS), (h.ANY, n.CALLED), (h.ANY, n.CONTAINS))


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/details")


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    yield from (*_FORMATS, *_listings())


def _each(line: Callable[[str, Node], str]) -> Effect:
    """A line for every file found, from its shown path and its node."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        return any_order([line(query.shown(path), world[path]) for path in found])

    return expect


def day_of(age: float) -> str:
    """The day so many seconds ago."""
    return f"{now() - timedelta(seconds=age):%Y-%m-%d}"


def human(size: int) -> str:
    """As ls -h writes it: at most one decimal, rounded up."""
    if size < 1024:
        return str(size)
    tenths = -(-size * 10 // 1024)
    return f"{tenths / 10:.1f}K" if tenths < 100 else f"{-(-size // 1024)}K"


def _format(key: str, say: str, words: str, explain: str, line, mac: str, ask: str) -> Action:
    return Action(
        key,
        block(say),
        f"-printf '{words}\\n'",
        [explain],
        _each(line),
        ask=[ask],
        macos=(f"-exec stat {mac} {{}} +", ""),
        without="user notuser nouser",
        share=24,
    )


def one_large(query: Query, world: World, s: Bound) -> None:
    """One of what is found is so large that its size has a unit."""
    path = wanted(query, world, s)[-1]
    world.hold(path, world[path].data + b"x" * 2500)


_FORMATS = (
    _format(
        "sizes",
        """
        [list|print|show] <all> with their sizes in bytes
        [print|show] the size in bytes and the path of <all>
        """,
        "%s %p",
        "Prints size in bytes and path of the <np>.",
        lambda path, node: f"{node.size} {path}",
        "-f '%z %N'",
        "[sizes in bytes of <np>|how big in bytes are the <np>?]",
    ),
    _format(
        "dates",
        """
        [list|print|show] <all> with [the date they were last modified|their modification dates]
        [print|show] [modification date|the date of the last change] and path of <all>
        """,
        "%TY-%Tm-%Td %p",
        "Prints the date of the last change and the path of the <np>.",
        lambda path, node: f"{day_of(node.age)} {path}",
        "-t %Y-%m-%d -f '%Sm %N'",
        "modification dates of <np>",
    ),
    _format(
        "modes",
        """
        [list|print|show] <all> with their [octal permissions|permissions in octal|numeric mode]
        [print|show] the [octal|numeric] permissions and the path of <all>
        """,
        "%m %p",
        "Prints octal permissions and path of the <np>.",
        lambda path, node: f"{node.mode:o} {path}",
        "-f '%Lp %N'",
        "octal permissions of <np>",
    ),
    _format(
        "owners",
        """
        [list|print|show] <all> [with|together with] [their owners|the name of their owner]
        [print|show] owner and path of <all>
        """,
        "%u %p",
        "Prints the owner and the path of the <np>.",
        lambda path, node: f"dev {path}",
        "-f '%Su %N'",
        "[owners of <np>|who owns the <np>?]",
    ),
)


_TOP = Node("dir", mode=0o755)  # the working directory, which no world holds


def as_ls(readable: bool) -> Effect:
    """As ls -l lists files, in the order of find or of ls."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        size = human if readable else str
        nodes = {path: world.nodes.get(path, _TOP) for path in wanted(query, world, s)}
        return any_order(
            [_long(query.shown(path), node, size(node.size)) for path, node in nodes.items()]
        )

    return expect


def _long(path: str, node: Node, size: str) -> str:
    kind = stat.S_IFDIR if node.kind == "dir" else stat.S_IFREG
    return f"{stat.filemode(node.mode | kind)} dev {'-' if node.kind == 'dir' else size} {path}"


# Without the number of links, the group, the widths, the time, and the size of folders.
SHORT_LS = """\
tools=$(mktemp -d)
cat >"$tools/ls" <<'END'
#!/bin/bash
TIME_STYLE=+@ /bin/ls "$@" |
    sed -E 's/^(\\S+) +\\S+ +(\\S+) +\\S+ +(\\S+) +@ /\\1 \\2 \\3 /; s/^(d\\S+ \\S+) \\S+/\\1 -/'
END
chmod +x "$tools/ls"
PATH=$tools:$PATH"""


def _listings() -> Iterator[Action]:
    plain = Action(
        "long",
        block("""
            [list|show|print] <all> with [details|all details|permissions, owner, size and date]
            [show|print] [a long listing|the details] of <all>
            [do|show] ls -l [of|for] <all>
            """),
        "",
        ["Shows the <np> in long format."],
        as_ls(False),
        ask=["details of <np>", "ls -l of <np>"],
        before=SHORT_LS,
        core=_MORE,
        weight=1.5,
    )
    yield from ways(plain, "ls -l", ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS, share=16)
    human = Action(
        "long-human",
        block("""
            [list|show|print] <all> with details and [human-readable|readable] sizes
            [do|show] ls -lh [of|for] <all>
            """),
        "",
        ["Shows the <np> in long format with readable sizes."],
        as_ls(True),
        ask=["details of <np> with readable sizes"],
        setup=one_large,
        before=SHORT_LS,
        core=CORE,
    )
    yield from ways(human, "ls -lh", ALL_AT_ONCE, EACH, XARGS)
    owned = replace(plain, core=((h.FILES, o.OWNER, o.OTHERS_WRITE), (h.FILES, o.OWNER)))
    yield from ways(owned, "ls -l", EACH)
    large = replace(human, core=((h.ANY, z.LARGER), (h.MATCHING, z.LARGER)))
    yield from ways(large, "ls -lh", EACH)
    itself = Action(
        "long-itself",
        block("""
            [list|show|print] [details|a long listing|the permissions] of <all> [themselves|]
            [do|show] ls -ld [of|for] <all>
            """),
        "",
        ["Shows the <np> themselves in long format."],
        as_ls(False),
        before=SHORT_LS,
        core=_FOLDERS,
    )
    yield from ways(itself, "ls -ld", ALL_AT_ONCE, EACH, XARGS)
    yield Action(
        "ls",
        block("""
            [list|show|print] <all> [in the format of ls -dils|as find -ls does]
            [list|show] <all> with [inode, |]blocks, permissions, owner, size and date[, by find
              alone|, with find -ls]
            """),
        "-ls",
        ["Lists the <np> with all their details."],
        _each(lambda path, node: f"{stat.filemode(node.mode | stat.S_IFREG)} {node.size} {path}"),
        block("""
            find -ls of <np>
            how do I see <all> with inodes and blocks, by find alone?
            <np>, in the long form of find -ls
            let find itself, by -ls, describe <all>
            I want the details of <np> without running ls; find has its own
            """),
        before=_FIND_LS,
        core=(*_MORE, (h.MATCHING, t.NEWER)),
        share=30,
    )


_FIND_LS = r"""
eval "all_$(declare -f find)"
find() {
    all_find "$@" | awk '{path = $0; sub(/^ *([^ ]+ +){10}/, "", path); gsub(/\\ /, " ", path)
        print $3, $7, path}'
}""".strip()
