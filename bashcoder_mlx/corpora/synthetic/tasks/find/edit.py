"""Changing the contents of what find finds: words replaced, lines deleted, ends of lines."""

from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
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
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import TEXTS
from bashcoder_mlx.trial.world import World

WEIGHT = 0.84
_CORE = (
    *((h.FILES,), (h.KIND,), (h.PAIR,), (h.MATCHING,), (h.KIND_STARTS,), (h.FILES, n.CALLED)),
    *((h.KIND, t.NEWER), (h.KIND, p.SKIPPING), (h.KIND, p.TOP_ONLY), (h.FILES, t.OLDER)),
    *((h.FILES, n.CONTAINS), (h.KIND, p.SKIPPING_TWO)),
)
_WORDS = {name: lambda draw, spaced: SLOTS["word"](draw, False) for name in ("old", "new")}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for action, run in _edits():
        mac = run.replace("sed -i", "sed -i ''")
        for way in ways(action, run, ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS, mac=mac):
            yield from way.tasks("find/edit")


def _by_line(change: Callable[[str, Bound], str | None]) -> Effect:
    """Puts what the function gives for each line in its place, nothing where it gives None."""

    def expect(query: Query, world: World, s: Bound) -> None:
        for path in wanted(query, world, s):
            lines = [change(line, s) for line in world[path].text.split("\n")[:-1]]
            text = "".join(f"{line}\n" for line in lines if line is not None)
            world[path].data = text.encode()

    return expect


def _with_words(query: Query, world: World, s: Bound) -> None:
    word = next((s[n].data for n in ("old", "word2") if n in s), "some").encode()
    other = word.swapcase()
    world.dir("s/\tx$")  # the shell would put that in the place of a program that is not quoted
    for path in world.files():
        world.hold(path, b"say %s and %s\n\n%s\nmid\rdle\nlast \t\r\n" % (word, word, other))


def _edits() -> Iterator[tuple[Action, str]]:
    yield (
        Action(
            "replace",
            block("""
                replace {old} [with|by] {new} in <all>
                [change|substitute] {old} to {new} [everywhere|] in <all>
                [find|take] <all> and replace [every|each] {old} [with|by] {new} in them
                """),
            "",
            ["Replaces {old} by {new} in the <np>."],
            _by_line(lambda line, s: line.replace(s.old, s.new)),
            ask=["{old} -> {new} in <np>"],
            setup=_with_words,
            core=_CORE,
            slots={**TEXTS, **_WORDS},
            weight=3,
        ),
        "sed -i 's/{old}/{new}/g'",
    )
    yield (
        Action(
            "delete-lines",
            block("""
                [delete|remove] [the|all|all the] lines [with|containing|that contain] {word2}
                  from <all>
                drop [every|each] line [with|containing] {word2} in <all>
                """),
            "",
            ["Deletes the lines with {word2} from the <np>."],
            _by_line(lambda line, s: None if s.word2 in line else line),
            setup=_with_words,
            core=_CORE,
            slots=TEXTS,
        ),
        "sed -i '/{word2}/d'",
    )
    yield (
        Action(
            "line-ends",
            block("""
                convert [the line ends|the line endings|] of <all> from [DOS|Windows] to Unix
                remove the carriage returns [at the ends of lines|] from <all>
                """),
            "",
            ["Turns the line ends of the <np> into those of Unix."],
            _by_line(lambda line, s: line.removesuffix("\r")),
            setup=_with_words,
            core=_CORE,
            slots=TEXTS,
        ),
        r"sed -i 's/\r$//'",
    )
    yield (
        Action(
            "trailing",
            block("""
                [remove|strip|delete] [trailing blanks|trailing whitespace] from <all>
                [remove|delete] [blanks|spaces and tabs] at the ends of [the|] lines of <all>
                """),
            "",
            ["Removes blanks at the ends of lines from the <np>."],
            _by_line(lambda line, s: line.rstrip()),
            setup=_with_words,
            core=_CORE,
            slots=TEXTS,
        ),
        "sed -i 's/[[:space:]]*$//'",
    )
