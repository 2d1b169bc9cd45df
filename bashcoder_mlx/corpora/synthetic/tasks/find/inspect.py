"""What tools say of what find finds: checksums, types, names echoed, sizes added up."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, more, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import CORE
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.42


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/inspect")


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    yield from (*_tools(), _TOTAL)


def _each(line: Callable[[str, Node], str]) -> Effect:
    """A line for every file found, from its shown path and its node."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        return any_order([line(query.shown(path), world[path]) for path in found])

    return expect


def _sum(tool: str) -> Effect:
    def line(path: str, node: Node) -> str:
        return f"{hashlib.new(tool, node.data).hexdigest()}  {path}"

    return _each(line)


def _kinds_of(query: Query, world: World, s: Bound) -> Outcome:
    lines = []
    for path in wanted(query, world, s):
        node = world.nodes.get(path)
        kind = "directory" if node is None or node.kind == "dir" else "ASCII text"
        empty = kind != "directory" and not node.data
        lines.append(f"{query.shown(path)}: {'empty' if empty else kind}")
    return any_order(lines)


def _tools() -> Iterator[Action]:
    for tool, shown, mac in (
        ("sha256", "[SHA-256|sha256]", "shasum -a 256"),
        ("md5", "[MD5|md5]", "md5 -r"),
    ):
        action = Action(
            f"{tool}sum",
            block(f"""
                [print|show|compute|calculate] the {shown} [checksum|hash|sum]s of <all>
                [print|show] [a|the] {shown} checksum for [each|every one] of the <np>
                """),
            "",
            [f"Prints the {tool} checksums of the <np>."],
            _sum(tool),
            ask=[f"{shown} of <np>"],
        )
        yield from ways(action, f"{tool}sum", ALL_AT_ONCE, EACH, XARGS, mac=mac)
    kinds = Action(
        "file",
        block("""
            [print|show|tell me] [what kind of file|what type] each of the <np> is
            [find out|determine|show] the [types|file types] of the contents of <all>
            [run|use] file on <all>
            """),
        "",
        ["Prints what kind of content the <np> have."],
        _kinds_of,
        without="larger smaller between bytes exact morebytes",
        before=_FILE,
        core=CORE,
    )
    yield from ways(kinds, "file", ALL_AT_ONCE, EACH, XARGS)
    plain = replace(kinds, core=((h.FILES,), (h.ANY,), (h.KIND,), (h.MATCHING,)))
    yield from ways(plain, "file", PLAIN_XARGS)
    echo = Action(
        "echo",
        block("""
            [echo|print with echo] the [name|path] of [each|every one] of the <np>
            run echo once for each of the <np>
            let -exec echo print the path of each of the <np>
            """),
        r"-exec echo {} \;",
        ["Runs echo for each of the <np>."],
        _each(lambda path, node: path),
        block("""
            echo, a call for each: <np>
            how do I run echo on each of the <np>?
            -exec echo: <np>
            I want to see what -exec would get: echo each of the <np>
            """),
        core=(*CORE, (h.ANY,)),
    )
    yield echo


# As file is not everywhere: it tells empty files from texts.
_FILE = """\
tools=$(mktemp -d)
cat >"$tools/file" <<'END'
#!/bin/bash
for name; do
    if [ -d "$name" ]; then echo "$name: directory"
    elif [ -s "$name" ]; then echo "$name: ASCII text"
    else echo "$name: empty"
    fi
done
END
chmod +x "$tools/file"
PATH=$tools:$PATH"""
_TOTAL = Action(
    "total-size",
    block("""
        [show|print|compute|calculate] the total size [in bytes |]of <all>
        [add up|sum up|sum] the sizes of <all>
        [show|print] how many bytes <all> take up together
        """),
    r"-printf '%s\n'",
    ["Adds up the sizes of the <np>, in bytes."],
    lambda query, world, s: f"{sum(world[p].size for p in wanted(query, world, s))}\n",
    ask=["total size [in bytes |]of <np>", "how many bytes do the <np> have in total?"],
    pipe=" | awk '{s += $1} END {print s}'",
    setup=more(lambda spec, k: None, lambda s: 3),  # more than what fails one criterion
    macos=("-exec stat -f %z {} +", " | awk '{s += $1} END {print s}'"),
    share=14,
    without="empty",
)
