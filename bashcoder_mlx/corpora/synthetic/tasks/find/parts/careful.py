"""Greps that take care: nothing is run where nothing is found, a text is no expression."""

from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import (
    Action,
    Effect,
    nothing_found,
    wanted,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.texts import MORE_CONTENTS, TEXTS, with_word
from bashcoder_mlx.trial.world import Node, World

WORD = {"setup": with_word(), "core": MORE_CONTENTS, "slots": TEXTS, "without": "empty"}
"""What searches for a word in the contents have in common."""


def found_with(shown: Callable[[str, Node, Bound], Sequence[str]]) -> Effect:
    """As `lines_of`, for what may be nothing."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = query.paths(world, s)
        return any_order([x for path in found for x in shown(query.shown(path), world[path], s)])

    return expect


def _name_if(holds: Callable[[str, Bound], bool]) -> Callable[[str, Node, Bound], Sequence[str]]:
    return lambda path, node, s: [path] if any(holds(line, s) for line in node.lines) else []


def named_lines(path: str, node: Node, s: Bound) -> Sequence[str]:
    """The lines with the text, after the path."""
    return [f"{path}:{line}" for line in node.lines if s.dotted in line]


def dotted(query: Query, world: World, s: Bound) -> None:
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


DOTTED = {**TEXTS, "dotted": one_of("1.5", "v2.0", "10.0.0.1", "a.b", "example.com")}
_IF_ANY = "[, and run nothing if there are none|; without any, run nothing|, with xargs -r]"


def careful_greps() -> Iterator[Action]:
    """Greps of what is found if there is any, and for one of two words."""
    yield Action(
        "grep-names-if-any",
        block(f"""
            [list|find] <all> that contain {{word2}}{_IF_ANY}
            [search|look] through <all> and list those that contain {{word2}}{_IF_ANY}
            """),
        "-print0",
        ["Lists the <np> that contain {word2}; where there are none, nothing is run."],
        found_with(_name_if(lambda line, s: s.word2 in line)),
        block(f"""
            <np> with {{word2}} in them{_IF_ANY}
            xargs -r grep -l {{word2}}: <np>
            I do not know if there are any <np>; names of those with {{word2}}, by xargs -r
            perhaps there are no <np>; if there are, which contain {{word2}}? xargs -r
            how do I list <all> that contain {{word2}}, with xargs -r and grep -l?
            """),
        pipe=" | xargs -0 -r grep -l {word2}",
        others=(nothing_found,),
        **WORD,
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
        found_with(named_lines),
        block(f"""
            xargs -r grep -F {{dotted}}: <np>
            the dot in {{dotted}} is a dot; look for it in <all>{_IF_ANY}
            lines with the literal {{dotted}} in <np>{_IF_ANY}
            how do I grep -F {{dotted}} in <all> with xargs -r?
            """),
        pipe=" | xargs -0 -r grep -F {dotted}",
        setup=dotted,
        others=(nothing_found,),
        core=MORE_CONTENTS,
        slots=DOTTED,
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
        found_with(_name_if(lambda line, s: s.word2 in line or s.word3 in line)),
        block("""
            which of the <np> mention {word2} or {word3}?
            <np> with {word2} or {word3}, names only
            how do I find <all> with either {word2} or {word3} in them?
            grep -E for {word2} or {word3}: names of <np>
            """),
        pipe=" | xargs -0 grep -E -l '{word2}|{word3}'",
        **{**WORD, "setup": _one_of_two},
    )
