"""Lines, columns, folders and sums read from what find finds, by awk, sed, wc, md5sum and so on."""

import hashlib
from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import (
    MORE_CONTENTS,
    TEXTS,
    lines_of,
    with_word,
)
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.44


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_by_awk(), *_by_sed(), *_sums()):
        yield from action.tasks("find/reads")


def _with_path(chosen) -> Callable[[str, Node, Bound], Sequence[str]]:
    return lambda path, node, s: [path, *chosen(path, node, s)]


def _several_lines(query: Query, world: World, s: Bound) -> None:
    for at, path in enumerate(world.files()):
        text = "".join(f"row{k} of {at} more\n" for k in range(7))
        world.hold(path, world[path].data + text.encode())


def _first_with(path: str, node: Node, s: Bound) -> Sequence[str]:
    return [line for line in node.lines if s.word2 in line][:1]


def _first_words(path: str, node: Node, s: Bound) -> Sequence[str]:
    return [line.split()[0] for line in node.lines]


_TEXT = {"core": MORE_CONTENTS, "slots": TEXTS, "without": "empty"}
_PRINTED = "[, with its path before it|, after its path|, its path first]"


def _by_awk() -> Iterator[Action]:
    for key, words, what, explain, chosen, setup in (
        (
            "first-match",
            "awk '/{word2}/ {print; exit}'",
            "the first line [with|that contains] {word2}",
            "Prints the first line with {word2}",
            _first_with,
            with_word(),
        ),
        (
            "first-word",
            "awk '{print $1}'",
            "the first [word|column|field] of every line",
            "Prints the first word of every line",
            _first_words,
            _several_lines,
        ),
    ):
        say = block(f"""
            [print|show] {what} of [each|every one] of the <np>[, by awk|, with awk|]
            [find|take] <all> and print {what} of each[, with awk|]
            run awk on [each|every one] of the <np> to print {what}
            """)
        ask = block(f"""
            {what} of each of the <np>, by awk
            I only need {what} from <all>, by awk
            awk, a call for each: {what} of <np>
            """)
        common = {"setup": setup, **_TEXT}
        end = rf"-exec {words} {{}} \;"
        each = [f"{explain} of each of the <np>."]
        asked = [*ask, f"how do I print {what} of each of the <np> with awk?"]
        yield Action(key, say, end, each, lines_of(chosen), asked, **common)
        yield Action(
            f"{key}-printed",
            [text + _PRINTED for text in say],
            f"-print {end}",
            [f"{explain} of each of the <np>, after its path."],
            lines_of(_with_path(chosen)),
            [text + _PRINTED for text in (*ask, f"awk on <np> for {what}")],
            **common,
        )
    yield Action(
        "cat-printed",
        block("""
            [print|show] the path and the contents of [each|every one] of the <np>
            [find|take] <all>, print [the path of each|each path] and then cat it
            cat [each|every one] of the <np>, its path first
            """),
        r"-print -exec cat {} \;",
        ["Prints the path and the contents of each of the <np>."],
        lines_of(_with_path(lambda path, node, s: node.lines)),
        ask=block("""
            <np>: path, then contents, of each
            how do I see the contents of <all> with the path before each?
            -print and cat: <np>
            I want to read <all> and know which is which: the path, then the text
            """),
        **_TEXT,
    )


def _replaced(path: str, node: Node, s: Bound) -> Sequence[str]:
    return [line.replace(s.word2, s.word3) for line in node.lines]


_LINE = {"line": lambda draw, spaced: number(draw.between(2, 5), True)}


def _by_sed() -> Iterator[Action]:
    yield Action(
        "replaced",
        block("""
            [print|show] <all> with {word2} replaced by {word3}, [the files stay as they are|
              without changing the files]
            run sed on [each|every one] of the <np> to [print|show] it with {word3} in the place of
              {word2}, not in place
            [show|print] what <all> would be with {word3} instead of {word2}, by sed without -i
            """),
        r"-exec sed 's/{word2}/{word3}/g' {} \;",
        ["Prints the <np> with {word2} replaced by {word3}, which changes no file."],
        lines_of(_replaced),
        ask=block("""
            <np> through sed, {word2} to {word3}, no file changed
            how would <all> read with {word3} for {word2}? do not change them
            I want to see <all> with {word2} replaced by {word3}, a test without -i
            sed, {word2} to {word3}, on the screen only: <np>
            """),
        setup=_twice,
        **_TEXT,
    )
    yield Action(
        "line",
        block("""
            [print|show] [only|just] line {line} of [each|every one] of the <np>
            [find|take] <all> and print line {line} of each[, with sed|]
            run sed on [each|every one] of the <np> to print its line {line}
            """),
        r"-exec sed -n '{line}p' {} \;",
        ["Prints line {line} of each of the <np>."],
        lines_of(lambda path, node, s: node.lines[s.line - 1 : s.line]),
        ask=block("""
            line {line} of each of the <np>
            how do I see line {line} of each of the <np>?
            sed -n, line {line}: <np>
            I need only line {line} from each of the <np>
            """),
        setup=_several_lines,
        **{**_TEXT, "slots": {**TEXTS, **_LINE}},
    )
    yield Action(
        "head-named",
        block("""
            [print|show] the first {count} lines of each of the <np> [under|below|after] its name
            [show|print] the first {count} lines of [every one|each] of the <np> with a header that
              names it
            run head -v on each of the <np> for the first {count} lines
            """),
        r"-exec head -n {count} -v {} \;",
        ["Prints the name and the first {count} lines of each of the <np>."],
        lines_of(lambda path, node, s: [f"==> {path} <==", *node.lines[: s.count]]),
        ask=block("""
            how does each of the <np> begin? its name and {count} lines
            head -v, {count} lines: <np>
            the first {count} lines of <all>, with the names as headers
            I want to look into <all>: the name and {count} lines from the top of each
            """),
        setup=_many_lines,
        linux=True,
        **_TEXT,
    )


def _twice(query: Query, world: World, s: Bound) -> None:
    for path in world.files():
        world.hold(path, world[path].data + f"a {s.word2} or {s.word2}\nnone\n".encode())


def _many_lines(query: Query, world: World, s: Bound) -> None:
    for at, path in enumerate(world.files()):
        text = "".join(f"row{k} of {at}\n" for k in range(s.count + 2))
        world.hold(path, text.encode())


def _digest(query: Query, world: World, s: Bound) -> str:
    sums = sorted(hashlib.md5(world[path].data).hexdigest() for path in wanted(query, world, s))
    total = hashlib.md5("".join(f"{one}\n" for one in sums).encode()).hexdigest()
    return f"{total}  -\n"


def _total_lines(query: Query, world: World, s: Bound) -> str:
    return f"{sum(len(world[path].lines) for path in wanted(query, world, s))}\n"


def _sums() -> Iterator[Action]:
    yield Action(
        "one-digest",
        block("""
            [compute|print|calculate] one MD5 [checksum|hash|sum] [of|over] the contents of <all>
              together
            [make|print] a single md5 of the sorted md5 sums of <all>
            [compute|print] the md5sum of the sorted list of [md5sums|checksums] of <all>
            """),
        "-exec md5sum {} +",
        ["Prints one MD5 checksum over the sorted checksums of the <np>."],
        _digest,
        ask=block("""
            one md5 over the contents of <np>
            how do I get a single MD5 for <all>, whatever their order?
            did anything change? one md5 over the sorted md5s of <np>
            md5sum, sort, md5sum again: <np>
            """),
        pipe=" | awk '{print $1}' | sort | md5sum",
        setup=_several_lines,
        macos=(r"-exec md5 -r {} +", " | awk '{print $1}' | sort | md5 -r"),
        core=MORE_CONTENTS,
    )
    yield Action(
        "lines-added",
        block("""
            add up the [line counts|numbers of lines] of <all> with [wc and awk|awk]
            run wc -l on each of the <np> and [sum|add up] the [numbers|counts] with awk
            [sum|total] the lines of <all>, file by file, with awk
            """),
        r"-exec wc -l {} \;",
        ["Counts the lines of each of the <np> and adds them up with awk."],
        _total_lines,
        ask=block("""
            total of wc -l over <np>, by awk
            how do I add the line counts of <all> with awk?
            wc -l for each of the <np>, summed by awk
            how many lines have <all> altogether? wc, then awk
            """),
        pipe=" | awk '{s += $1} END {print s}'",
        setup=_several_lines,
        **_TEXT,
    )
