"""Commands that are run on what find finds, in the ways in which find and xargs run them.

`-exec … +` is the usual way; the others are taken where the English says so: one at a time, after
a question, with xargs, with plain xargs where no name has a blank.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Action, Setup
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import FOLDER
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Way:
    """How a command is run on files: `<run>` stands for its words, `<do>` for an instruction."""

    key: str
    end: str
    pipe: str
    say: Sequence[str]
    explain: str
    """Follows what is explained."""
    weight: float
    ask: Sequence[str] = ()
    """Other wordings, with `<run>`."""


ALL_AT_ONCE = Way("", "-exec <run> {} +", "", ["<do>"], "", 1.0)
EACH = Way(
    "-each",
    r"-exec <run> {} \;",
    "",
    block("""
        <do>[, one at a time|, one by one|, one after the other|, each by itself]
        [run|call|execute] <run> [on|for] [each|every single one] of the <np>
        [for|with] [each|every one] of the <np> run <run>
        """),
    ", one at a time",
    0.5,
    block("""
        how do I run <run> on <all>, a call for each?
        -exec <run>, one call for each: <np>
        I do not want a single big command; <run> separately for each of the <np>
        """),
)
XARGS = Way(
    "-xargs",
    "-print0",
    " | xargs -0 <run>",
    block("""
        <do>[, with xargs|, using xargs|, using find and xargs|, by way of xargs]
        [pipe|send|feed] <all> to [xargs|xargs, and so to] <run>
        """),
    ", by means of xargs",
    0.4,
    block("""
        how do I pass <all> to xargs -0 and <run>?
        find -print0, xargs -0 <run>: <np>
        names may have blanks; <run> through xargs -0 for <all>
        """),
)
PLAIN_XARGS = Way(
    "-plain",
    "",
    " | xargs <run>",
    block("""
        <do>[, with|, using] xargs[, no name has blanks|; the names have no spaces]
        [pipe|pass] <all>, whose names have no [blanks|spaces], to xargs <run>
        """),
    ", by means of xargs, as no name has blanks",
    0.2,
    block("""
        how do I pass <all> to plain xargs and <run>? no name has blanks
        find, plain xargs <run>: <np>
        names have no spaces; <run> through plain xargs for <all>
        """),
)


def ways(doing: Action, run: str, *chosen: Way, mac: str = "", share: int = 0) -> Iterator[Action]:
    """The action in each way.

    Args:
        run: the words of the command; `mac` those on macOS, where they differ.
        share: of the searches besides the core, for the first way alone.
    """
    for number, way in enumerate(chosen):
        texts = [text.replace("<run>", run) for text in way.say]
        say = [text.replace("<do>", one) for text in texts[:1] for one in doing.say]
        asked = doing.ask if number == 0 else ()
        plain = way is PLAIN_XARGS
        yield replace(
            doing,
            key=doing.key + way.key,
            say=[*say, *texts[1:]],
            ask=[*asked, *(text.replace("<run>", run) for text in way.ask)],
            explain=[f"{text[:-1]}{way.explain}." for text in doing.explain],
            end=way.end.replace("<run>", run),
            pipe=way.pipe.replace("<run>", run) + doing.pipe,
            macos=(way.end.replace("<run>", mac), way.pipe.replace("<run>", mac) + doing.pipe)
            if mac
            else doing.macos,
            weight=doing.weight * way.weight,
            share=share if number == 0 else 0,
            core=doing.core if number == 0 else (doing.core[0], *doing.core[number % 2 :: 2]),
            setup=without_blanks(doing.setup) if plain else doing.setup,
            others=[*map(without_blanks, doing.others)] if plain else doing.others,
            without=f"{doing.without} called icalled calledeither" if plain else doing.without,
            slots={**doing.slots, **(FOLDER_UNSPACED if plain else {})},
        )


FOLDER_UNSPACED: Mapping[str, Slot] = {"dir": lambda draw, spaced: FOLDER["dir"](draw, False)}


def without_blanks(setup: Setup) -> Setup:
    """The setup, with no blank in any name."""

    def setup_plain(query: Query, world: World, s: Bound) -> None:
        for path in [path for path in world.paths() if " " in path and path in world]:
            if path in world:
                world.remove(path)
        setup(query, world, s)

    return setup_plain
