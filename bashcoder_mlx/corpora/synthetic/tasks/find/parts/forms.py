"""Commands run on what find finds, where a request names the form: once for each with -exec, piped
to xargs, printed first; each in the words of the command, so that no other form is meant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, outcome
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Effect, nothing_found
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.doing import (
    ALL_AT_ONCE,
    EACH,
    PLAIN_XARGS,
    XARGS,
    Way,
    ways,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import World

PRINTED = Way(
    "-printed",
    r"-print -exec <run> {} \;",
    "",
    (),
    ", printing each path first",
    0.3,
    block("""
        how do I see the path of each of the <np> before <run> is run on it?
        -print, then -exec <run>: <np>
        <run> for each of the <np>, and I want to see which one it is before
        """),
)
IN_FOLDER = Way(
    "-execdir",
    r"-execdir <run> {} \;",
    "",
    (),
    ", from within the folder of each",
    0.3,
    block("""
        how do I run <run> on each of the <np> with its own folder as the working directory?
        -execdir <run>: <np>
        I want no long paths in the command; <run> where each of the <np> lies
        """),
)
IF_ANY = Way(
    "-ifany",
    "-print0",
    " | xargs -0 -r <run>",
    (),
    ", if there are any",
    0.3,
    block("""
        how do I run <run> on <all> by xargs, but not when there are none?
        xargs -0 -r <run>: <np>
        perhaps there are no <np>; if there are, <run> through xargs -0
        """),
)
_ASK_AT_ONCE = block("""
    how do I give <all> to one <run>?
    one <run> for all: <np>, by -exec and +
    starting <run> for each takes too long; a single one for <all>
    """)
_FORCED = ("rm -f", "rm -rf", "/bin/rm -f")
"""What says nothing where xargs has no names for it."""
_WORDS = {
    EACH.key: """
        [run|call|execute] <run> once for [each|every one] of the <np>
        [find|take] <all> and [run|execute|call] <run> on each [of them|one by itself]
        use find -exec to [run|call] <run> on [each|every single one] of the <np>
        [for|with] [each|every one] of the <np>, [run|execute] <run>
        """,
    ALL_AT_ONCE.key: """
        [run|call|execute] <run> on <all> [at once|in one go|together]
        [find|take] <all> and [run|call] a single <run> with them
        use find with -exec and + to [run|call] <run> on <all>
        give <all> [together|all at once] to one call of <run>
        """,
    XARGS.key: """
        [pipe|send|feed] <all>, [NUL-separated|separated by null bytes|with -print0], to xargs <run>
        [find|take] <all> and [run|call] <run> on them [with|by] xargs -0
        use find -print0 and xargs to [run|call] <run> on <all>
        [run|call] <run> on <all> [by way of|through] find -print0 and xargs -0
        """,
    PLAIN_XARGS.key: """
        [pipe|send] <all> to plain xargs <run>; no name has blanks
        [find|take] <all>, whose names have no [blanks|spaces], and pipe them to xargs <run>
        use find and [simple|plain] xargs to [run|call] <run> on <all>, as no name has spaces
        [run|call] <run> on <all> [by way of|through] xargs, without null bytes
        """,
    PRINTED.key: """
        [find|take] <all>, print [the path of each|each path] and run <run> on it
        print [the path of each|each path] of the <np> and then run <run> on it
        [run|call] <run> on each of the <np>, [printing|showing] [its path|each path] first
        use find -print -exec to [show|print] and <run> each of the <np>
        """,
    IN_FOLDER.key: """
        [run|call|execute] <run> on each of the <np> from [within|inside] the folder that it is in
        use find -execdir to [run|call] <run> on [each|every one] of the <np>
        [find|take] <all> and <run> each of them by -execdir, in its own [folder|directory]
        [for|with] [each|every one] of the <np>, go to its folder and [run|execute] <run> there
        """,
    IF_ANY.key: """
        [pipe|send] <all>, [NUL-separated|with -print0], to xargs <run>, unless there are none
        [run|call] <run> on <all> with xargs -0, [but not at all|but never] if nothing is found
        use find -print0 and xargs -r to [run|call] <run> on <all>
        [find|take] <all> and, if there are any, [run|call] <run> on them by xargs -0 -r
        """,
}


@dataclass(frozen=True)
class Run:
    """A command, what it does to what is found, and the searches in each of its ways."""

    words: str
    explain: str
    effect: Effect
    searches: Sequence[tuple[Way, Sequence[Search]]]
    more: Mapping[str, object] = field(default_factory=dict)
    """Of the action."""
    mac: str = ""
    """The words on macOS, where they differ."""

    def actions(self) -> list[Action]:
        """An action for each way."""
        return [self._action(way, searches) for way, searches in self.searches]

    def _action(self, way: Way, searches: Sequence[Search]) -> Action:
        key = self.words.replace(" ", "-").replace("{", "").replace("}", "").replace("/", "")
        base = Action(key, (), "", [self.explain], self.effect, **self.more)
        [made] = ways(base, self.words, way, mac=self.mac)
        say = block(_WORDS[way.key].replace("<run>", self.words))
        made = replace(made, say=say, core=searches)
        if way is ALL_AT_ONCE:
            asked = [text.replace("<run>", self.words) for text in _ASK_AT_ONCE]
            made = replace(made, ask=asked)
        if way is PRINTED:
            return replace(made, expect=_printing(self.effect))
        if way is IF_ANY or (made.pipe and self.words.startswith(_FORCED)):
            return replace(made, expect=_if_any(self.effect), others=(nothing_found,))
        return made


def _printing(effect: Effect) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Outcome:
        shown = query.matches(world, s)
        found = outcome(effect(query, world, s))
        return Outcome(stdout=[*shown, *found.stdout], ordered=False, status=found.status)

    return expect


def _if_any(effect: Effect) -> Effect:
    def expect(query: Query, world: World, s: Bound) -> Result:
        return effect(query, world, s) if query.paths(world, s) else None

    return expect
