"""Texts: kinds of files, the searches whose contents are worked on, files with a word."""

from collections.abc import Callable, Mapping, Sequence
from itertools import cycle

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, words
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, any_order
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.action import Effect, Setup, wanted
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.query import Query
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.sets import Search
from bashcoder_mlx.trial.world import Node, World


def _text(slot: str) -> Slot:
    def draw_text(draw: Draw, spaced: bool) -> Value:
        while (value := SLOTS[slot](draw, spaced)).data not in words("text_ext"):
            pass
        return value

    return draw_text


TEXTS: Mapping[str, Slot] = {"kind": _text("kind"), "ext": _text("ext")}
CONTENTS: Sequence[Search] = (
    *((h.FILES,), (h.KIND,), (h.PAIR,), (h.MATCHING,), (h.MATCHING_ANY_CASE,), (h.ANY_CASE,)),
    *((h.FILES, n.CALLED), (h.KIND, t.NEWER), (h.KIND, t.OLDER), (h.KIND, p.SKIPPING)),
    *((h.KIND, p.TOP_ONLY), (h.FILES, t.NEWER), (h.FILES, t.OLDER), (h.NOT_KIND,), (h.TRIPLE,)),
    *((h.KIND, p.PRUNING), (h.MATCHING, p.TOP_ONLY)),
)


MORE_CONTENTS: Sequence[Search] = (
    *((h.MATCHING,), (h.KIND,), (h.FILES,), (h.FILES, n.CALLED), (h.ANY_CASE,)),
    *((h.KIND, t.NEWER), (h.FILES, p.TOP_ONLY), (h.MATCHING_ANY_CASE,)),
)


def lines_of(chosen: Callable[[str, Node, Bound], Sequence[str]]) -> Effect:
    """Lines of every file found, from its shown path, its node and the values."""

    def expect(query: Query, world: World, s: Bound) -> Outcome:
        found = wanted(query, world, s)
        return any_order([x for path in found for x in chosen(query.shown(path), world[path], s)])

    return expect


def with_word(without: bool = False) -> Setup:
    """Gives {word2} to what is found and at no edge: in its case, in another, within a longer
    word, not at all. All others have it, or, if `without`, have it not.
    """

    def setup(query: Query, world: World, s: Bound) -> None:
        texts = _texts(s.word2)
        kinds = cycle(reversed(texts) if without else texts)  # the first one is what is wanted
        for number in range(4):
            query.made(f"word{number}", 110 + number, s).put(world, query.place.tops(s)[0])
        found = wanted(query, world, s)
        for path in world.files():
            if path in found and not query.is_at_edge(path):
                text = next(kinds)
            else:
                text = "nothing\n" if without else f"say {s.word2} now\n"
            world.hold(path, world[path].data + text.encode())

    return setup


def hold_in_turn(texts: Sequence[str], query: Query, world: World, s: Bound) -> None:
    """Adds one text after the other to the files found, and {word2} to all others."""
    found = [path for path in wanted(query, world, s) if path in world.files()]
    for path, text in zip(found, cycle(texts), strict=False):
        world.hold(path, world[path].data + text.encode())
    for path in world.files():
        if path not in found:
            world.hold(path, world[path].data + f"{s.word2}\n".encode())


def _texts(word: str) -> list[str]:
    other = word.swapcase()
    return [
        f"say {word} now\nmy{word}s here\n",
        f"not{word}s\n{other}\n",
        f"{other}\nand {other} too\n",
        "nothing\n",
    ]
