"""Slots made to measure: numbers between bounds, values with more forms, names that are spoken."""

import posixpath
from collections.abc import Mapping, Sequence

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named, number, stem, words


def many(
    draw: Draw,
    spaced: bool,
    low: int,
    high: int,
    steps: Sequence[int] = (1,),
    spelt: bool = False,
    suffix: str = "",
) -> Value:
    """A number between bounds, times one of the steps; `suffix` follows it in the command."""
    value = number(draw.between(low, high) * draw.pick(steps), spelt)
    return value._replace(text=value.text + suffix)


def count_with_next(draw: Draw, spaced: bool) -> Value:
    """A count, with the number after it as `{count.next}`."""
    value = SLOTS["count"](draw, spaced)
    return value._replace(forms={"next": str(value.data + 1)})


def spoken(draw: Draw, spaced: bool, values: Mapping[str, Sequence[str]]) -> Value:
    """One of a few names, each with its ways to be said."""
    raw = draw.pick(sorted(values))
    return named(raw, values[raw])


def path_parts(draw: Draw, spaced: bool, slot: str) -> Value:
    """A path of another slot, with its last part as `.name` and what is before it as `.folder`."""
    value = SLOTS[slot](draw, spaced)
    folder, name = posixpath.split(str(value.data))
    return value._replace(forms={**value.forms, "name": name, "folder": folder or "."})


def often_spaced(draw: Draw, spaced: bool, file: bool = False, deep: bool = False) -> Value:
    """A folder, or a file in one, whose name often has a blank; forms as in `path_parts`.

    Args:
        deep: puts the folder, which is the form `.parent`, into another, `.top`.
    """
    blank = spaced and draw.chance(0.5)
    folder, name, top = draw.pick(words("place")), f"{stem(draw)}.txt", f"{stem(draw)}s"
    if blank:
        folder, name = (f"{draw.pick(words('adjective'))} {part}" for part in (folder, name))
    folder = f"{top}/{folder}" if deep else folder
    raw = f"{folder}/{name}" if file else folder
    english = (f'"{raw}"', f"'{raw}'") if blank else (raw,)
    above = posixpath.dirname(raw) or "."
    parent = posixpath.basename(above)
    return named(raw, english, name=posixpath.basename(raw), folder=above, parent=parent, top=top)
