"""What find finds, moved, copied, searched and summed in the words of a command: once for each,
with xargs, or with the path printed after.
"""

import hashlib
from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    beside,
    new,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import THERE
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import TEXTS, hold_in_turn
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.36
_OTHERS = ("find/contents", "find/inspect", "find/lines", "find/move")
_SEARCHES: tuple[Search, ...] = (
    *((h.MATCHING,), (h.MATCHING_ANY_CASE,), (h.ANY_CASE,), (h.FILES,), (h.KIND,)),
    *((h.MATCHING, p.AT_MOST), (h.FILES, t.OLDER), (h.FILES, t.NOT_ACCESSED), (h.PAIR,)),
    *((h.FILES, z.LARGER), (h.NOT_KIND,), (w.EITHER_GROUPED,), (h.FILES, n.CONTAINS)),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family: what the others of find have no task for."""
    yield from new("find/transfer", (*_transfers(), *_printers(), *_SEARCHED), _OTHERS)


def _into(move_them: bool) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            target = f"{s.dir2}/{path.rpartition('/')[2]}"
            (world.move if move_them else world.copy)(path, target)

    return expect


# How a command is run: the key, the end of find, the pipe, and the wordings around `<run>`.
_FORMS = (
    (
        "each",
        r"-exec <run> {} {dir2} \;",
        "",
        """
        [run|call|execute] <run> once for [each|every one] of the <np>, with {dir2} as the target
        <verb> [each|every single one] of the <np> [to|into] {dir2} with [a|its own] <run>
        use find -exec and <run> to <verb> <all>, one by one, [to|into] {dir2}
        [find|take] <all> and <verb> each of them by itself [to|into] {dir2}
        """,
        """
        how do I <verb> <all> to {dir2} by -exec, one <run> for each?
        -exec <run>: <np> to {dir2}, one by one
        I want to <verb> <np> to {dir2}, a call of <run> each
        """,
    ),
    (
        "target",
        "-print0",
        " | xargs -0 <run> -t {dir2}",
        """
        pipe <all>, separated by null bytes, to xargs <run> -t {dir2}
        <verb> <all> [to|into] {dir2} with xargs and <run> -t
        use find -print0, xargs -0 and <run> -t to <verb> <all> [to|into] {dir2}
        [find|take] <all> and <verb> them [to|into] {dir2} by xargs, with the option -t of <run>
        """,
        """
        how do I <verb> <all> to {dir2} with xargs -0 and <run> -t?
        find -print0, xargs <run> -t: <np> to {dir2}
        names have blanks; <np> to {dir2} by xargs -0 and <run> -t
        """,
    ),
)


def _transfers() -> Iterator[Action]:
    for run, verb, moved in (("mv", "move", True), ("cp", "copy", False)):
        for key, end, pipe, say, ask in _FORMS:
            yield Action(
                f"{run}-{key}",
                block(say.replace("<run>", run).replace("<verb>", verb)),
                end.replace("<run>", run),
                [f"{verb.title().replace('y', 'ie')}s the <np> into {{dir2}}."],
                _into(moved),
                block(ask.replace("<run>", run).replace("<verb>", verb)),
                pipe=pipe.replace("<run>", run),
                setup=beside,
                core=_SEARCHES,
                slots={"dir2": SLOTS["dir"]},
                places=(THERE,),
                linux=key == "target",
            )


def _each(line: Callable[[str, Node], str]) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        return any_order([line(query.shown(path), world[path]) for path in found])

    return expect


def _line_ends(path: str, node: Node) -> str:
    ends = node.data.count(b"\n")
    return f"{ends} {path}"


_FILE = """\
tools=$(mktemp -d)
cat >"$tools/file" <<'END'
#!/bin/bash
for name; do [ -s "$name" ] && echo "$name: ASCII text" || echo "$name: empty"; done
END
chmod +x "$tools/file"
PATH=$tools:$PATH"""


def _printers() -> Iterator[Action]:
    for run, explain, line, before in (
        (
            "md5sum",
            "Prints the MD5 checksum of each of the <np>.",
            lambda path, node: f"{hashlib.md5(node.data).hexdigest()}  {path}",
            "",
        ),
        (
            "wc -l",
            "Counts the lines of each of the <np>, one at a time.",
            _line_ends,
            "",
        ),
        (
            "file",
            "Prints what kind of content each of the <np> has.",
            lambda path, node: f"{path}: {'ASCII text' if node.data else 'empty'}",
            _FILE,
        ),
    ):
        yield Action(
            run.replace(" ", ""),
            block(f"""
                [run|call|execute] {run} once for [each|every one] of the <np>
                [find|take] <all> and [run|execute|call] {run} on each [of them|one by itself]
                use find -exec to [run|call] {run} on [each|every single one] of the <np>
                [for|with] [each|every one] of the <np>, [run|execute] {run}
                """),
            rf"-exec {run} {{}} \;",
            [explain],
            _each(line),
            block(f"""
                how do I run {run} for each of the <np>?
                -exec {run}, one call for each: <np>
                {run} of <np>, one at a time
                """),
            before=before,
            macos=(r"-exec md5 -r {} \;", "") if run == "md5sum" else ("", ""),
            core=_SEARCHES,
        )


def _prepare(query: Query, world: World, s: Bound) -> None:
    """The word in two of three files that are found, and in all others."""
    texts = (f"say {s.word2} now\n{s.word2}\n", f"{s.word2.swapcase()}\n", f"{s.word2}\n")
    hold_in_turn(texts, query, world, s)


def _grepped(quiet: bool) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        lines: list[str] = []
        for path in wanted(query, world, s):
            found = [line for line in world[path].lines if s.word2 in line]
            lines += [*([] if quiet else found), *([query.shown(path)] if found else [])]
        return any_order(lines)

    return expect


_WITH_WORD = {"setup": _prepare, "slots": TEXTS, "core": _SEARCHES, "without": "larger unused"}
_SEARCHED = (
    Action(
        "grep-print",
        block("""
            print the lines with {word2} of each of the <np>, and after them the path of the file
            [show|print] [the|all] lines that contain {word2} in <all>, each file's path after its
              lines
            run grep {word2} on each of the <np> and -print those in which it finds anything
            for [each|every one] of the <np>, run grep {word2} and then print the path if it matched
            """),
        r"-exec grep {word2} {} \; -print",
        ["Prints the lines with {word2} in each of the <np>, then its path."],
        _grepped(False),
        block("""
            lines with {word2} in <np>, then the path, file by file
            how do I grep {word2} in <all> and see each path after its lines?
            -exec grep {word2}, then -print: <np>
            """),
        **_WITH_WORD,
    ),
    Action(
        "grep-quiet",
        block("""
            print the paths of those of the <np> in which grep -q finds {word2}
            run grep -q {word2} on each of the <np> and -print those in which it succeeds
            use grep -q as a test in find to list <all> that contain {word2}
            for [each|every one] of the <np>, print the path if grep -q {word2} succeeds
            """),
        r"-exec grep -q {word2} {} \; -print",
        ["Prints the paths of the <np> that contain {word2}, by grep -q."],
        _grepped(True),
        block("""
            which of the <np> have {word2}? by -exec grep -q and -print
            how do I use grep -q in find, to list <all> with {word2}?
            grep -q {word2} as a test: <np>
            """),
        **_WITH_WORD,
    ),
)
