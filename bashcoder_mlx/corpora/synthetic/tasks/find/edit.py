"""Changing the contents of what find finds: words replaced, lines deleted, ends of lines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Slot
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, only, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    Way,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import TEXTS
from bashcoder_mlx.trial.world import World

WEIGHT = 0.8
_CORE = (
    *((h.FILES,), (h.KIND,), (h.PAIR,), (h.MATCHING,), (h.KIND_STARTS,), (h.FILES, n.CALLED)),
    *((h.KIND, t.NEWER), (h.KIND, p.SKIPPING), (h.KIND, p.TOP_ONLY), (h.FILES, t.OLDER)),
    *((h.FILES, n.CONTAINS), (h.KIND, p.SKIPPING_TWO), (h.ANY_CASE,), (h.MATCHING_ANY_CASE,)),
    (h.FILES, p.TOP_ONLY),
)
_WORDS = {name: lambda draw, spaced: SLOTS["word"](draw, False) for name in ("old", "new")}


_OPTION = "[, giving the script with -e|, by sed -i -e|, with an explicit -e]"


@dataclass(frozen=True)
class _Edit:
    """What sed changes in files, and how it is asked for."""

    key: str
    script: str
    say: str
    explain: str
    line: Callable[[str, Bound], str | None]
    """What becomes of a line; None where it goes."""
    ask: Sequence[str] = ()
    slots: Mapping[str, Slot] = field(default_factory=dict)
    weight: float = 1.0

    def action(self) -> Action:
        """What is common to all the ways to run sed."""
        return Action(
            self.key,
            block(self.say),
            "",
            [self.explain],
            _by_line(self.line),
            ask=self.ask,
            setup=_with_words,
            core=_CORE,
            slots={**TEXTS, **self.slots},
            weight=self.weight,
        )


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for edit in _EDITS:
        plain = edit.action()
        every = (ALL_AT_ONCE, EACH, XARGS, PLAIN_XARGS)
        yield from _tasks(plain, f"sed -i {edit.script}", *every)
        say = [text + _OPTION for text in plain.say]
        option = only(plain, key=f"{edit.key}-e", say=say, ask=(), core=_CORE[:4], weight=0.5)
        yield from _tasks(option, f"sed -i -e {edit.script}", ALL_AT_ONCE, EACH)


def _tasks(action: Action, run: str, *chosen: Way) -> Iterator[Task]:
    for way in ways(action, run, *chosen, mac=run.replace("sed -i", "sed -i ''")):
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


_EDITS = (
    _Edit(
        "replace",
        "'s/{old}/{new}/g'",
        """
        replace {old} [with|by] {new} in <all>
        [change|substitute] {old} to {new} [everywhere|] in <all>
        [find|take] <all> and replace [every|each] {old} [with|by] {new} in them
        """,
        "Replaces {old} by {new} in the <np>.",
        lambda line, s: line.replace(s.old, s.new),
        block("""
            {old} -> {new} in <np>
            how can {old} be turned into {new} in <all>?
            it should no longer be {old} but {new} in <all>
            I want change {old} to {new}, in <all>
            """),
        _WORDS,
        3,
    ),
    _Edit(
        "delete-lines",
        "'/{word2}/d'",
        """
        [delete|remove] [the|all|all the] lines [with|containing|that contain] {word2} from <all>
        drop [every|each] line [with|containing] {word2} in <all>
        """,
        "Deletes the lines with {word2} from the <np>.",
        lambda line, s: None if s.word2 in line else line,
        block("""
            <np> without any line that has {word2}
            how do I delete the lines with {word2} from <all>?
            lines with {word2} have no business in <all>; away with them
            no more {word2}: drop its lines from <all>
            I want delete each line with {word2}, in <all>
            """),
    ),
    _Edit(
        "line-ends",
        r"'s/\r$//'",
        """
        convert [the line ends|the line endings|] of <all> from [DOS|Windows] to Unix
        remove the carriage returns [at the ends of lines|] from <all>
        """,
        "Turns the line ends of the <np> into those of Unix.",
        lambda line, s: line.removesuffix("\r"),
        block("""
            Unix line ends for <np>
            how do I get rid of the \\r at the line ends of <all>?
            <all> came from Windows; their line ends should be those of Unix
            dos2unix by sed: <np>
            git complains of CRLF in <np>; make it LF
            """),
    ),
    _Edit(
        "trailing",
        "'s/[[:space:]]*$//'",
        """
        [remove|strip|delete] [trailing blanks|trailing whitespace] from <all>
        [remove|delete] [blanks|spaces and tabs] at the ends of [the|] lines of <all>
        """,
        "Removes blanks at the ends of lines from the <np>.",
        lambda line, s: line.rstrip(),
        block("""
            no trailing blanks in <np>, please
            how do I clean the ends of lines in <all> of spaces and tabs?
            an editor left spaces at the ends of lines in <all>; remove them
            trailing whitespace off: <np>
            I want no blank at the end of any line, in <all>
            """),
    ),
)
