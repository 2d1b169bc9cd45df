"""What fills the slots of tasks: a value in its forms, random draws, and names put together from
the word lists of slots.toml.
"""

import shlex
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from bashcoder_mlx import toml

_INVENTED = 0.25  # share of stems made of syllables
_NONE: Mapping = MappingProxyType({})


class Value(NamedTuple):
    """What one slot stands for in one instance of a task."""

    text: str
    """As a command writes it, quoted where it has to be."""
    english: Sequence[str]
    """Ways to say it in a prompt."""
    data: object
    """What it means, for the oracle: a name without quotes, a number, bytes."""
    forms: Mapping[str, str | Sequence[str]] = _NONE
    """Other forms, `{slot.FORM}`; `raw` (the plain name) need not be given."""


class Draw:
    """Random choices, the same on every platform and version of Python.

    spaced: share of names with a blank, where the command can quote them.
    """

    __slots__ = ("random", "spaced")

    def __init__(self, random: Callable[[], float], spaced: float = 0.05):
        self.random, self.spaced = random, spaced

    def pick(self, items: Sequence):
        """One of the items."""
        return items[int(self.random() * len(items))]

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.random() < share


Slot = Callable[[Draw, bool], Value]
"""Draws a value; the flag says whether a name may hold blanks."""


@lru_cache(maxsize=1)
def lists() -> dict[str, tuple[str, ...]]:
    """All word lists of slots.toml, by name."""
    read = toml.loads((Path(__file__).parent / "slots.toml").read_text(encoding="utf-8"))
    return {name: tuple(values) for name, values in read["lists"].items()}


def words(name: str) -> tuple[str, ...]:
    """A word list of slots.toml."""
    return lists()[name]


def stem(draw: Draw) -> str:
    """A name without extension, such as report, old-invoices, budget_2024 or velamo7."""
    if draw.chance(_INVENTED):
        made = invented(draw)
        return f"{made}{draw.between(1, 99)}" if draw.chance(0.3) else made
    noun = draw.pick(words("noun"))
    pattern = int(draw.random() * 10)
    if pattern < 4:
        return noun
    if pattern < 6:
        return f"{draw.pick(words('adjective'))}{draw.pick('_-')}{noun}"
    if pattern < 7:
        return f"{noun}{draw.pick('_-')}{draw.between(2012, 2027)}"
    if pattern < 8:
        return f"{noun}{draw.between(1, 99)}"
    if pattern < 9:
        return f"{noun}{draw.pick('_-')}{draw.pick(words('noun'))}"
    return f"{noun}_v{draw.between(1, 9)}"


def invented(draw: Draw) -> str:
    """A word of two or three syllables that no language has."""
    syllable = words("syllable")
    made = draw.pick(syllable) + draw.pick(syllable)
    return made + draw.pick(syllable) if draw.chance(0.4) else made


def named(raw: str, english: Sequence[str] = (), **forms: str | Sequence[str]) -> Value:
    """A value that is a name: quoted in a command where it needs to be."""
    text = shlex.quote(raw) if " " in raw else raw
    return Value(text, english or (raw,), raw, forms)


def quoted(raw: str) -> tuple[str, ...]:
    """Ways to show a word in English: mostly bare."""
    return (raw, raw, raw, f'"{raw}"', f"'{raw}'")


def number(value: int, spelt: bool = False) -> Value:
    """A whole number, perhaps spelt out in English."""
    names = words("number")
    english = (str(value), str(value), names[value]) if spelt and value < len(names) else ()
    return Value(str(value), english or (str(value),), value)


def one_of(*values: str) -> Slot:
    """A slot of a few names."""
    return lambda draw, spaced: named(draw.pick(values))


def domain(draw: Draw) -> str:
    """A name under one of the domains that are reserved for examples (RFC 2606)."""
    top = draw.pick(("example.com", "example.org", "example.net"))
    return f"{draw.pick(words('noun')) if draw.chance(0.5) else invented(draw)}.{top}"
