"""Texts of several parts, and what becomes of them."""

import hashlib
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, invented, quoted, words
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def _joined(draw: Draw, mark: str) -> Value:
    parts = [draw.pick(words("noun")), invented(draw), str(draw.between(10, 9999))]
    parts += [draw.pick(words("place"))] * draw.chance(0.6)
    raw = mark.join(dict.fromkeys(parts))
    return Value(raw, quoted(raw), raw)


def joined_words(draw: Draw, spaced: bool) -> Value:
    """Words and a number with underscores between."""
    return _joined(draw, "_")


def dotted_name(draw: Draw, spaced: bool) -> Value:
    """Words and a number with dots between."""
    return _joined(draw, ".")


def slashed_path(draw: Draw, spaced: bool) -> Value:
    """Words and a number with slashes between."""
    return _joined(draw, "/")


def long_text(draw: Draw, spaced: bool) -> Value:
    """A sentence with a capital, longer than what xxd puts on a line."""
    some = [SLOTS["text"](draw, spaced).data for _ in range(2)]
    raw = f"{some[0].capitalize()} and {some[1]}, and so on".replace("'", "")
    return Value(f"'{raw}'", (f'"{raw}"', f"'{raw}'"), raw)


def words_with_equals(draw: Draw, spaced: bool) -> Value:
    """A name, an equals sign and a value."""
    raw = f"{draw.pick(words('variable')).lower()}={invented(draw)}"
    return Value(raw, quoted(raw), raw)


def part(world: World, s: Bound, slot: str, mark: str) -> list[str]:
    """Part {few}."""
    return [s[slot].data.split(mark)[s.few - 1]]


def last_part(world: World, s: Bound, slot: str, mark: str) -> list[str]:
    """What follows the last mark."""
    return [s[slot].data.split(mark)[-1]]


def first_parts(world: World, s: Bound, slot: str, mark: str) -> list[str]:
    """The first {few} parts."""
    return [mark.join(s[slot].data.split(mark)[: s.few])]


def part_of_pair(world: World, s: Bound, index: int) -> list[str]:
    """The name or the value."""
    return [s.pairs.split("=")[index]]


def _sum(kind: str) -> Callable[[str], list[str]]:
    return lambda text: [f"{hashlib.new(kind, text.encode()).hexdigest()}  -"]


_MADE: dict[str, Callable[[str], list[str]]] = {
    "upper": lambda text: [text.upper()],
    "lower": lambda text: [text.lower()],
    "reversed": lambda text: [text[::-1]],
    "unspaced": lambda text: [text.replace(" ", "")],
    "underscored": lambda text: [text.replace(" ", "_")],
    "word-lines": lambda text: text.split(" "),
    "letters": lambda text: list(text),
    "words": lambda text: [str(len(text.split()))],
    "characters": lambda text: [str(len(text))],
    "md5": _sum("md5"),
    "sha256": _sum("sha256"),
    "hex": lambda text: [text.encode().hex()],
}


def made(world: World, s: Bound, how: str) -> list[str]:
    """What becomes of {text}."""
    return _MADE[how](s["text"].data)
