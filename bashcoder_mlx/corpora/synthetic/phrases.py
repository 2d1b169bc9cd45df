"""Templates of text: `[a|b|]` is a choice of wordings, `{slot}` a value drawn for it.

A choice may hold choices and slots. `{slot2}` is a second value of the kind `slot`, different from
the first; `{slot.form}` another form of the same value. Templates are parsed once, as they are
filled hundreds of thousands of times.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

_MARK = re.compile(r"\[|\]|\||\{([A-Za-z]+\d?)(?:\.([A-Za-z]+))?\}")


class Slot(NamedTuple):
    """A place for a value, as it stands in a template."""

    name: str
    form: str = ""


class Filled(str):
    """Text that a slot was filled with: never to be abbreviated or misspelt."""

    __slots__ = ("slot",)

    def __new__(cls, text: str, slot: str = ""):
        """
        Args:
            text: the value.
            slot: the name of the slot.
        """
        filled = super().__new__(cls, text)
        filled.slot = slot
        return filled


Part = str | Slot | list
"""Literal text, a slot, or the options of a choice, each a list of parts."""
Value = Callable[[str, str], str]
"""Gives the text of a slot from its name and form."""


@cache
def parse(template: str) -> Sequence[Part]:
    """The parts of a template.

    Raises:
        ValueError: brackets that do not match.
    """
    parts: list[Part] = []
    open_choices: list[tuple[list[Part], list[list[Part]]]] = []
    end = 0
    for mark in _MARK.finditer(template):
        if mark.start() > end:
            parts.append(template[end : mark.start()])
        end = mark.end()
        if mark[1]:
            parts.append(Slot(mark[1], mark[2] or ""))
        elif mark[0] == "[":
            open_choices.append((parts, []))
            parts = []
        elif not open_choices:
            raise ValueError(f"{mark[0]!r} outside a choice in {template!r}")
        else:
            open_choices[-1][1].append(parts)
            parts = []
            if mark[0] == "]":
                outer, options = open_choices.pop()
                outer.append(options)
                parts = outer
    if open_choices:
        raise ValueError(f"a choice without its end in {template!r}")
    if end < len(template):
        parts.append(template[end:])
    return parts


def fill(parts: Sequence[Part], random: Callable[[], float], value: Value) -> list[str]:
    """One wording, as pieces of text; those that filled a slot are `Filled`."""
    pieces: list[str] = []
    _fill(parts, random, value, pieces)
    return pieces


def _fill(parts: Sequence[Part], random: Callable[[], float], value: Value, pieces: list) -> None:
    for part in parts:
        kind = part.__class__
        if kind is str:
            pieces.append(part)
        elif kind is Slot:
            pieces.append(Filled(value(part[0], part[1]), part[0]))
        else:
            _fill(part[int(random() * len(part))], random, value, pieces)


def slots(parts: Sequence[Part]) -> Iterator[Slot]:
    """Every slot, in whichever option of a choice."""
    for part in parts:
        if isinstance(part, Slot):
            yield part
        elif isinstance(part, list):
            for option in part:
                yield from slots(option)


def slots_always(parts: Sequence[Part]) -> set[str]:
    """Names of the slots that every wording has."""
    names: set[str] = set()
    for part in parts:
        if isinstance(part, Slot):
            names.add(part.name)
        elif isinstance(part, list):
            names |= set.intersection(*(slots_always(option) for option in part))
    return names


def wordings(parts: Sequence[Part]) -> int:
    """The number of wordings, slots left open."""
    total = 1
    for part in parts:
        if isinstance(part, list):
            total *= sum(wordings(option) for option in part)
    return total
