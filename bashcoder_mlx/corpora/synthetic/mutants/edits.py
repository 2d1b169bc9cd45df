"""What an operator of mutation gives: a label and replacements at positions of the command."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bashcoder_mlx.shell.tree import Word

_PLAIN = re.compile(r"""[^'"\\$`]*""")


class Edit(NamedTuple):
    """One change of a command: replacements are (start, end, text), in characters."""

    label: str
    changes: tuple[tuple[int, int, str], ...]

    def apply(self, text: str) -> str:
        """The command after the change, without blank space at its ends."""
        for start, end, new in sorted(self.changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text.strip()

    def is_within(self, start: int, end: int) -> bool:
        """Whether it changes nothing outside these positions."""
        return all(start <= first and last <= end for first, last, _ in self.changes)

    def moved(self, offset: int) -> "Edit":
        """The same change of a text that stands at an offset of another."""
        changes = tuple((start + offset, end + offset, new) for start, end, new in self.changes)
        return Edit(self.label, changes)


def replaced(label: str, start: int, end: int, new: str) -> Edit:
    """A change in one place."""
    return Edit(label, ((start, end, new),))


def removed(label: str, text: str, start: int, end: int) -> Edit:
    """A piece removed together with the blank space before it."""
    before = re.search(r"(?:[ \t]|\\\n)*\Z", text[:start])
    return replaced(label, before.start(), end, "")


def content(word: Word) -> tuple[int, str] | None:
    """Where the text inside a word's quotes begins, and that text; None where it is not plain."""
    start, text = word.span[0], word.text
    if len(text) > 1 and text[0] == text[-1] == "'" and "'" not in text[1:-1]:
        return start + 1, text[1:-1]
    if len(text) > 1 and text[0] == text[-1] == '"' and _PLAIN.fullmatch(text[1:-1]):
        return start + 1, text[1:-1]
    return (start, text) if _PLAIN.fullmatch(text) else None


def numbers(label: str, start: int, text: str) -> Iterator[Edit]:
    """Every number of a text that stands at `start`, one more, as wide as it was."""
    for found in re.finditer(r"\d+", text):
        more = str(int(found[0]) + 1).zfill(len(found[0]))
        yield replaced(f"off by one {label}", start + found.start(), start + found.end(), more)


def anchors(label: str, start: int, pattern: str) -> Iterator[Edit]:
    """A regular expression that stands at `start` without its anchors."""
    if pattern.startswith("^") and len(pattern) > 1:
        yield replaced(f"drop {label} ^", start, start + 1, "")
    if re.search(r"(?<!\\)(?:\\\\)*\$\Z", pattern) and len(pattern) > 1:
        end = start + len(pattern)
        yield replaced(f"drop {label} $", end - 1, end, "")
