"""Contents of what find finds, searched with grep in all its ways."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    Setup,
    alone,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import CONTENTS, TEXTS, with_word
from bashcoder_mlx.trial.world import Node, World

WEIGHT = 0.66


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action in actions():
        yield from action.tasks("find/contents")


def actions() -> Iterator[Action]:
    """What is done with what is found."""
    yield from _greps()


def _only(setup: Setup) -> Setup:
    """The same with one file alone, which grep is then given by itself."""

    def setup_one(query: Query, world: World, s: Bound) -> None:
        setup(query, world, s)
        alone(query, world, s)
        for path in query.paths(world, s):
            world.hold(path, f"say {s.word2} now\n".encode())

    return setup_one


@dataclass(frozen=True)
class _Grep:
    """A way to search: flags of grep, and how it is asked for."""

    flags: str
    say: str
    explain: str
    line: Callable[[str, Node, str], list[str]]
    """The lines printed for a file, from its shown path, its node and the word."""
    each: bool = True
    """Whether a file by itself gives the same lines."""
    weight: float = 1.0
    ask: str = ""


def _has(word: str, fold: bool = False, whole: bool = False) -> Callable[[str], bool]:
    def holds(line: str) -> bool:
        line, wanted = (line.lower(), word.lower()) if fold else (line, word)
        return wanted in line.split() if whole else wanted in line

    return holds


def _files_with(fold: bool = False, whole: bool = False, none: bool = False):
    def line(path: str, node: Node, word: str) -> list[str]:
        return [path] if any(map(_has(word, fold, whole), node.lines)) != none else []

    return line


def _lines_with(fold: bool = False, whole: bool = False, numbers: bool = False):
    def line(path: str, node: Node, word: str) -> list[str]:
        holds = _has(word, fold, whole)
        found = [(at, text) for at, text in enumerate(node.lines, 1) if holds(text)]
        return [f"{path}:{at}:{text}" if numbers else f"{path}:{text}" for at, text in found]

    return line


def _counted(path: str, node: Node, word: str) -> list[str]:
    return [f"{path}:{sum(map(_has(word), node.lines))}"]


_ANY_CASE = "[ignoring case|in upper or lower case|case-insensitively|whatever its case]"
_GREPS = (
    _Grep(
        "-l",
        """
        [list|find|show] <all> that contain [the [word|text|string] |]{word2}
        [search|look] through <all> and [list|print] [only |]the names of those that contain {word2}
        [find|list] those of the <np> that [contain|mention] {word2}
        """,
        "Lists the <np> that contain {word2}.",
        _files_with(),
        weight=2,
        ask="""
        which of the <np> contain {word2}?
        <np> with {word2} in the text, names only
        I wrote {word2} into one of the <np>; into which?
        how do I find <all> that have {word2} in them?
        """,
    ),
    _Grep(
        "-H",
        """
        with find, [search|grep|look] for {word2} in <all>
        [show|print|find] with find [and grep |]the lines with {word2} in <all>
        [let|have] find grep <all> for {word2}
        """,
        "Prints the lines with {word2} in the <np>, with the name of the file.",
        _lines_with(),
        weight=2,
        ask="""
        find and grep: {word2} in <np>, with the names
        how do I make find grep for {word2} in <all>?
        where in <all> is {word2}? lines and files, with find
        find -exec grep -H {word2}: <np>
        """,
    ),
    _Grep(
        "-Hn",
        """
        [search|grep|look] for {word2} in <all>, with file names and line numbers
        [show|print|find] the lines with {word2}, [with|and] their files and line numbers, in <all>
        """,
        "Prints the lines with {word2} in the <np>, with file name and line number.",
        _lines_with(numbers=True),
    ),
    _Grep(
        "-il",
        f"""
        [list|find|show] <all> that contain {{word2}}, {_ANY_CASE}
        [find|list] those of the <np> that [contain|mention] {{word2}}, {_ANY_CASE}
        """,
        "Lists the <np> that contain {word2} in upper or lower case.",
        _files_with(fold=True),
    ),
    _Grep(
        "-Hi",
        f"""
        [search|grep|look] for {{word2}} in <all>, {_ANY_CASE}
        [show|print|find] the lines with {{word2}}, {_ANY_CASE}, in <all>
        """,
        "Prints the lines with {word2} in upper or lower case in the <np>.",
        _lines_with(fold=True),
    ),
    _Grep(
        "-lw",
        """
        [list|find|show] <all> that contain {word2} as a [whole|separate] word
        [find|list] those of the <np> in which {word2} stands as a word of its own
        """,
        "Lists the <np> that contain the whole word {word2}.",
        _files_with(whole=True),
    ),
    _Grep(
        "-L",
        """
        [list|find|show] <all> that do not contain {word2}
        [list|find|show] those of the <np> without {word2} [in them|]
        """,
        "Lists the <np> that do not contain {word2}.",
        _files_with(none=True),
    ),
    _Grep(
        "-Hc",
        """
        count the lines with {word2} in each of the <np>
        [show|print] how many lines of each of the <np> contain {word2}
        """,
        "Counts the lines with {word2} in each of the <np>.",
        _counted,
    ),
)


def _searched(grep: _Grep) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        lines = [line for x in found for line in grep.line(query.shown(x), world[x], s.word2)]
        return any_order(lines)

    return expect


def _greps() -> Iterator[Action]:
    for grep in _GREPS:
        prepare = with_word(grep.flags == "-L")
        action = Action(
            f"grep{grep.flags}",
            block(grep.say),
            "",
            [grep.explain],
            _searched(grep),
            block(grep.ask),
            setup=prepare,
            others=(_only(prepare),) if "H" in grep.flags else (),
            core=CONTENTS,
            without="kindstarts kindcontains empty",
            slots=TEXTS,
            weight=grep.weight,
        )
        run = f"grep {grep.flags} {{word2}}"
        yield from ways(action, run, ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS)
    yield from _plain_greps()


def _plain_greps() -> Iterator[Action]:
    """Without flags: grep names the files where it is given several at once."""
    grep = _GREPS[1]
    action = Action(
        "grep",
        ["grep {word2} in <all>", "[search|look] for {word2} in <all> with grep"],
        "",
        ["Prints the lines with {word2} in the <np>."],
        _searched(grep),
        setup=with_word(False),
        core=CONTENTS,
        without="kindstarts kindcontains empty called calledeither",
        slots=TEXTS,
    )
    yield from ways(action, "grep {word2}", XARGS, PLAIN_XARGS)
    bare = replace(grep, line=lambda path, node, word: list(filter(_has(word), node.lines)))
    yield from ways(replace(action, expect=_searched(bare)), "grep {word2}", EACH)
