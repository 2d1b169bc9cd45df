"""Every word of a command explained from the knowledge base.

for part in describe("sort -t, -k2,2nr data.csv", "linux"):
    print(part.text, part.meaning)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bashcoder_mlx.shell.constructs import constructs_of
from bashcoder_mlx.shell.flags import Use
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import WRAPPERS, Meaning, read
from bashcoder_mlx.shell.tree import Command, Word
from bashcoder_mlx.shell.utilities import FAMILIES, Utility, constructs, utility

UNKNOWN = "not in the knowledge base"
_ENDS = {"--": "ends the flags"} | dict.fromkeys((";", "+"), "ends the command that it runs")
_NO_OPERANDS = {"FLAGS", "OPTIONS", "COMMANDS", "CONDITION"}


@dataclass(frozen=True)
class Part:
    """A word, a flag of a bundle, an operator or an expansion, and what it means."""

    text: str
    meaning: str


def describe(text: str, system: str) -> list[Part]:
    """The parts of a bash text with their meaning on a system, in the order of the text.

    Args:
        text: bash.
        system: "linux" or "macos".
    """
    placed = []  # (position, order of equal ones, part)
    found = commands(text)
    defined = {command.name for command in found if command.kind == "function"}
    for command in found:
        # The words of a text within a word are placed at that word.
        own = text[slice(*command.first.span)] == command.first.text
        for word, part in _of_command(command, FAMILIES[system], defined):
            placed.append((word.span[0] if own else command.span[0], len(placed), part))
    for use in constructs_of(text):
        shown = use.text.partition("{")[0].strip() if use.construct.name == "NAME()" else use.text
        placed.append((use.span[0], len(placed), Part(shown, use.construct.purpose)))
    return _joined([part for _, _, part in sorted(placed, key=lambda item: item[:2])])


def _joined(parts: list[Part]) -> list[Part]:
    """The parts, with one in place of a word and the construct that is all of it."""
    joined: list[Part] = []
    for part in parts:
        if joined and joined[-1].text == part.text and joined[-1].meaning.startswith("the "):
            part = Part(part.text, f"{joined.pop().meaning}: {part.meaning}")
        joined.append(part)
    return joined


def _of_command(command: Command, family: str, defined: set) -> Iterator[tuple[Word, Part]]:
    if command.kind == "function":
        return
    owner = utility(command.name)
    known = owner or constructs().get(command.name)
    purpose = "a function of this script" if command.name in defined else UNKNOWN
    yield command.first, Part(command.first.text, known.purpose if known else purpose)
    meanings = read(command, family)
    places = iter(_placeholders(meanings, owner))
    for word, meaning in meanings:
        place = next(places) if meaning.kind == "operand" else ""
        for part in _parts(word, meaning, place):
            yield word, part


def _parts(word: Word, meaning: Meaning, place: str) -> Iterator[Part]:
    """The parts of one word; words of an inner command are explained with that command."""
    if meaning.kind == "flag":
        yield from _flags(word, meaning)
    elif meaning.operands:
        yield Part(word.text, "; ".join(operand.does for operand in meaning.operands))
    elif meaning.kind in ("argument", "text") and meaning.flag:
        flag = meaning.flag
        yield Part(word.text, f"the {flag.argument_name} of {flag.spellings()[0]}")
    elif meaning.kind == "subcommand":
        yield Part(word.text, meaning.utility.purpose)
    elif meaning.kind == "unknown":
        yield Part(word.text, UNKNOWN)
    elif meaning.kind == "end":
        yield Part(word.text, _ENDS.get(word.value, "ends the condition"))
    elif meaning.kind == "operand":
        yield Part(word.text, _operand(word, place))
    elif meaning.kind == "text":
        yield Part(word.text, "shell text that it runs")


def _operand(word: Word, place: str) -> str:
    if word.value == "{}":
        return "stands for each name found or read"
    return f"the {place}" if place else "an operand"


def _flags(word: Word, meaning: Meaning) -> Iterator[Part]:
    negated = word.text.startswith("+")
    for use in meaning.uses:
        does = _does(use)
        text = word.text if len(meaning.uses) == 1 else use.spelling
        yield Part(text, f"turns off: {does}" if negated else does)


def _does(use: Use) -> str:
    if use.flag is None:
        return UNKNOWN
    name = use.flag.argument_name or "NUM"
    return f"{use.flag.does} ({name}: {use.argument})" if use.argument else use.flag.does


def _placeholders(meanings: list[tuple[Word, Meaning]], owner: Utility | None) -> list[str]:
    """The name in the synopsis of each operand, "" where it has none there."""
    last = next((m.utility for _, m in reversed(meanings)), owner)
    count = sum(meaning.kind == "operand" for _, meaning in meanings)
    if last is None or (last.name in WRAPPERS and not WRAPPERS[last.name]):
        return [""] * count
    synopsis = re.sub(r"\[?[A-Z]+@\]?", "", last.synopsis)
    names = re.findall(r"(?<![\w-])([A-Z][A-Z_]*)(\]?…?)", synopsis)
    names = [(name, "…" in dots) for name, dots in names if name not in _NO_OPERANDS]
    many = next((at for at, (_, repeated) in enumerate(names) if repeated), None)
    if many is not None and count >= len(names):
        names[many : many + 1] = [names[many]] * (count - len(names) + 1)
    found = [name for name, _ in names][:count]
    return found + [""] * (count - len(found))
