"""Everything searched with grep: folders and all, counted, only if there is any, by two words."""

from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    nothing_found,
    wanted,
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
    MORE_CONTENTS,
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


_WORD = {"setup": with_word(), "core": MORE_CONTENTS, "slots": TEXTS, "without": "empty"}
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
        ask=["how many of the <np> contain {word2}?", "number of <np> with {word2} in them"],
        pipe=" | wc -l",
        **_WORD,
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
        ask=["how many lines of the <np> contain {word2}[, in total|, altogether]?"],
        pipe=" | wc -l",
        **_WORD,
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
        _found_with(_named_lines),
        setup=_dotted,
        core=((h.FILES, p.TOP_ONLY), (h.MATCHING,), (h.KIND,), (h.FILES,)),
        slots=_DOTTED,
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
        **{key: _WORD[key] for key in ("setup", "slots")},
    )
    yield from ways(named, "grep -H {word2}", EACH)
    yield from _careful_greps()


def _found_with(shown: Callable[[str, Node, Bound], Sequence[str]]) -> Effect:
    """As `lines_of`, for what may be nothing."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = query.paths(world, s)
        return any_order([x for path in found for x in shown(query.shown(path), world[path], s)])

    return expect


def _name_if(holds: Callable[[str, Bound], bool]) -> Callable[[str, Node, Bound], Sequence[str]]:
    return lambda path, node, s: [path] if any(holds(line, s) for line in node.lines) else []


def _named_lines(path: str, node: Node, s: Bound) -> Sequence[str]:
    return [f"{path}:{line}" for line in node.lines if s.dotted in line]


def _dotted(query: Query, world: World, s: Bound) -> None:
    """The text, and what is like it but for the dot."""
    for at, path in enumerate(world.files()):
        text = f"x {s.dotted.replace('.', '-')} y\n" if at % 2 else "no\n"
        world.hold(path, world[path].data + f"{text}is {s.dotted} here\n".encode())


def _one_of_two(query: Query, world: World, s: Bound) -> None:
    """One word, the other, none of them."""
    texts = (f"a {s.word2} b", f"{s.word3}", "neither")
    for at, path in enumerate(world.files()):
        inside = path in wanted(query, world, s) and not query.is_at_edge(path)
        world.hold(path, world[path].data + f"{texts[at % 3 if inside else 0]}\n".encode())


_DOTTED = {**TEXTS, "dotted": one_of("1.5", "v2.0", "10.0.0.1", "a.b", "example.com")}
_IF_ANY = "[, and run nothing if there are none|; without any, run nothing|, with xargs -r]"


def _careful_greps() -> Iterator[Action]:
    yield Action(
        "grep-names-if-any",
        block(f"""
            [list|find] <all> that contain {{word2}}{_IF_ANY}
            [search|look] through <all> and list those that contain {{word2}}{_IF_ANY}
            """),
        "-print0",
        ["Lists the <np> that contain {word2}; where there are none, nothing is run."],
        _found_with(_name_if(lambda line, s: s.word2 in line)),
        pipe=" | xargs -0 -r grep -l {word2}",
        others=(nothing_found,),
        **_WORD,
    )
    yield Action(
        "grep-fixed-if-any",
        block(f"""
            [search|look] for the [fixed|plain|literal] text {{dotted}} in <all>{_IF_ANY}
            grep -F {{dotted}} in <all>{_IF_ANY}
            [print|show] the lines with exactly {{dotted}}, no regex, in <all>{_IF_ANY}
            """),
        "-print0",
        ["Prints the lines with the text {dotted} in the <np>; without any, nothing is run."],
        _found_with(_named_lines),
        pipe=" | xargs -0 -r grep -F {dotted}",
        setup=_dotted,
        others=(nothing_found,),
        core=MORE_CONTENTS,
        slots=_DOTTED,
        without="empty",
    )
    yield Action(
        "grep-either",
        block("""
            [list|find|show] <all> that contain {word2} or {word3}
            [list|find] <all> that have [one of|either of] {word2} and {word3} in them
            [list|show] those of the <np> that mention {word2} or {word3}, by one expression
            """),
        "-print0",
        ["Lists the <np> that contain {word2} or {word3}."],
        _found_with(_name_if(lambda line, s: s.word2 in line or s.word3 in line)),
        pipe=" | xargs -0 grep -E -l '{word2}|{word3}'",
        **{**_WORD, "setup": _one_of_two},
    )
