"""Everything searched with grep: folders and all, counted, only if there is any, by two words."""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.careful import (
    DOTTED,
    WORD,
    careful_greps,
    dotted,
    found_with,
    named_lines,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import (
    TEXTS,
    lines_of,
    with_word,
)
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.28


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in (*_COUNTS, *_greps()):
        yield from action.tasks("find/searched")


def _holding(query: Query, world: World, s: Bound) -> str:
    found = wanted(query, world, s)
    return f"{sum(any(s.word2 in line for line in world[path].lines) for path in found)}\n"


def _lines_with(query: Query, world: World, s: Bound) -> str:
    found = wanted(query, world, s)
    return f"{sum(s.word2 in line for path in found for line in world[path].lines)}\n"


_COUNTS = (
    Action(
        "count-holding",
        block("""
            count [those of the <np>|<all>] that contain {word2}
            [show|print|tell me] how many of the <np> contain {word2}
            [find|print] the number of <np> that [contain|mention] {word2}
            """),
        "-exec grep -l {word2} {} +",
        ["Counts the <np> that contain {word2}."],
        _holding,
        ask=block("""
            how many of the <np> contain {word2}?
            number of <np> with {word2} in them
            I want to know in how many of the <np> {word2} occurs
            grep -l {word2}, wc -l: <np>
            """),
        pipe=" | wc -l",
        **WORD,
    ),
    Action(
        "count-lines",
        block("""
            count [all the |the |]lines with {word2} in <all>, all together
            [show|print|tell me] how many lines with {word2} <all> have in total
            [print|find] the total number of lines that contain {word2} in <all>
            """),
        "-exec grep {word2} {} +",
        ["Counts the lines with {word2} in the <np>, all together."],
        _lines_with,
        ask=block("""
            how many lines of the <np> contain {word2}[, in total|, altogether]?
            number of lines with {word2}, all of the <np> added up
            in how many lines of <all> is {word2}? one figure
            grep {word2}, wc -l: <np>
            """),
        pipe=" | wc -l",
        **WORD,
    ),
)


def _everything(status: int, named: bool) -> Effect:
    """The lines with the word, and what grep complains of."""

    def line(path: str, node: Node, s: Bound) -> Sequence[str]:
        if node.kind == "dir":
            return [f"grep: {path}: Is a directory"]
        return [f"{path}:" * named + line for line in node.lines if s.word2 in line]

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        nodes = {path: world.nodes.get(path, _TOP) for path in wanted(query, world, s)}
        lines = [x for at, node in nodes.items() for x in line(query.shown(at), node, s)]
        return Outcome(lines, ordered=False, status=status)

    return expect


_TOP = Node("dir")  # the working directory, which no world holds
_ENTRIES: Sequence[Search] = ((h.ANY,), (h.ANY, t.NEWER), (h.ANY, n.CONTAINS), (h.ANY, p.TOP_ONLY))


def _greps() -> Iterator[Action]:
    for way, status, named in ((EACH, 0, False), (ALL_AT_ONCE, 1, True), (PLAIN_XARGS, 123, True)):
        asked = block("""
            {word2} in <np>, folders too, errors do not matter
            how do I grep for {word2} in <all>, no matter what they are?
            {word2} must be in one of <np>; grep all, even where it complains
            which of <np> has {word2}? grep all of it, folders as well
            """)
        action = Action(
            "grep",
            block("""
                grep {word2} in <all>, whatever [they are|kind they are of]
                [search|look] for {word2} in <all>, and let grep complain of folders
                [search|grep] everything found for {word2}: <np>
                """),
            "",
            ["Prints the lines with {word2} in the <np>, and complains of folders."],
            _everything(status, named),
            asked if way is ALL_AT_ONCE else (),
            setup=with_word(),
            core=_ENTRIES,
            slots=TEXTS,
        )
        yield from ways(action, "grep {word2}", way)
    fixed = Action(
        "grep-fixed",
        block("""
            [search|look] for the [fixed|plain|literal] text {dotted} in <all>
            grep -F {dotted} in <all>
            [print|show] the lines with exactly {dotted}, no regex, in <all>
            """),
        "",
        ["Prints the lines with the text {dotted} in the <np>."],
        found_with(named_lines),
        setup=dotted,
        core=((h.FILES, p.TOP_ONLY), (h.MATCHING,), (h.KIND,), (h.FILES,)),
        slots=DOTTED,
    )
    yield from ways(fixed, "grep -F {dotted}", PLAIN_XARGS)
    named = Action(
        "grep-in-paths",
        block("""
            [search|grep|look] for {word2} in each of the <np>, with file names
            [show|print|find] the lines with {word2}, and the file of each, in every one of the <np>
            grep -H {word2} in <all>, one after the other
            """),
        "",
        ["Prints the lines with {word2} in the <np>, with the name of the file."],
        lines_of(lambda path, node, s: [f"{path}:{x}" for x in node.lines if s.word2 in x]),
        core=((h.FILES, w.IN_PATH_ANY_CASE), (h.FILES, w.IN_PATH_ANY_CASE, p.AT_MOST)),
        **{key: WORD[key] for key in ("setup", "slots")},
    )
    yield from ways(named, "grep -H {word2}", EACH)
    yield from careful_greps()
