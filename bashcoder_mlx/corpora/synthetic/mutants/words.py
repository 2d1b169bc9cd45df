"""Mutation of a command's words: flags, their arguments, and operands."""

import re
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.mutants.edits import (
    Edit,
    content,
    numbers,
    removed,
    replaced,
)
from bashcoder_mlx.shell.flags import Use
from bashcoder_mlx.shell.reading import Meaning, read
from bashcoder_mlx.shell.tree import Command, Word

Read = list[tuple[Word, Meaning]]

TESTS = ("[", "[[", "test")
_JOINERS = ("-a", "-o", "-and", "-or")
_NEGATIONS = ("!", "-not")
_EXCHANGED = {"-a": "-o", "-o": "-a", "-and": "-or", "-or": "-and", "!": "", "-not": ""}
_COMPARED = re.compile(r"-(?:eq|ne|lt|le|gt|ge|nt|ot|ef)|[=!]=|=~|[=<>]")
_NUMERIC = re.compile(r"[-+]?\d[\d.,:-]*[A-Za-z%]{0,3}")
_SIGNED = {"head": "-", "tail": "+"}  # the sign that gives `-n` its other meaning


def word_edits(text: str, command: Command) -> Iterator[Edit]:
    """The mutants of one command's words."""
    meanings = read(command)
    for index, (word, meaning) in enumerate(meanings):
        if meaning.utility.name == "find" and word.value in _EXCHANGED:
            yield from _combined(text, word)
        elif meaning.kind == "flag":
            yield from _dropped(text, meanings, index)
        yield from _valued(word, meaning)
    yield from _swapped(meanings)


def _dropped(text: str, meanings: Read, index: int) -> Iterator[Edit]:
    """The command without a flag: each letter of a bundle in turn, its argument with it."""
    word, meaning = meanings[index]
    name, following = meaning.utility.name, index + 1
    for at, use in enumerate(meaning.uses):
        argument = None
        if use.wants and name not in TESTS and _is_argument(meanings, following):
            argument, following = following, following + 1
        label = f"drop {name} {use.spelling}"
        if len(meaning.uses) > 1:
            yield _letter_dropped(label, text, word, at, use, argument and meanings[argument][0])
        elif not _joins(name, use.spelling):
            yield _flag_dropped(label, text, meanings, index, argument)


def _is_argument(meanings: Read, index: int) -> bool:
    return index < len(meanings) and meanings[index][1].kind == "argument"


def _combined(text: str, word: Word) -> Iterator[Edit]:
    """find's `-o` for `-a` and the reverse, and no `!`."""
    other = _EXCHANGED[word.value]
    if other:
        yield replaced(f"flip find {word.value} -> {other}", *word.span, other)
    else:
        yield removed(f"drop find {word.value}", text, *word.span)


def _joins(name: str, spelling: str) -> bool:
    """Whether a word stands between two conditions, so that none of them can do without it."""
    return name in TESTS and (spelling in _JOINERS or bool(_COMPARED.fullmatch(spelling)))


def _letter_dropped(
    label: str, text: str, word: Word, at: int, use: Use, argument: Word | None
) -> Edit:
    start = word.span[0] + at + (word.text[0] in "-+")
    end = start + 1 if use.argument is None else word.span[1]
    changes = ((start, end, ""),)
    if argument:
        changes += removed(label, text, *argument.span).changes
    return Edit(label, changes)


def _flag_dropped(label: str, text: str, meanings: Read, index: int, argument: int | None) -> Edit:
    last = index if argument is None else argument
    name, first = meanings[index][1].utility.name, index
    if name == "find":
        first, last = _whole_condition(meanings, index, last)
    return removed(label, text, meanings[first][0].span[0], meanings[last][0].span[1])


def _whole_condition(meanings: Read, first: int, last: int) -> tuple[int, int]:
    """A condition of find with its negation and what joins it to others; `-exec` to its end."""
    values = [word.value for word, _ in meanings]
    if values[first] in ("-exec", "-execdir", "-ok", "-okdir"):
        kinds = [meaning.kind for _, meaning in meanings]
        last = kinds.index("end", first) if "end" in kinds[first:] else len(kinds) - 1
    if first and values[first - 1] in _NEGATIONS:
        first -= 1
    if first and values[first - 1] in _JOINERS:
        return first - 1, last
    joined = last + 1 < len(values) and values[last + 1] in _JOINERS
    return first, last + joined


def _valued(word: Word, meaning: Meaning) -> Iterator[Edit]:
    """Numbers off by one and signs exchanged, in arguments and operands."""
    name = meaning.utility.name if meaning.utility else ""
    if name in TESTS:  # read as a tree
        return
    start, value, label = word.span[0], "", name
    if meaning.kind == "flag" and (use := meaning.uses[-1]).argument:
        if word.text.endswith(use.argument):
            start, value = word.span[1] - len(use.argument), use.argument
        label = f"{name} {use.spelling}"
    elif meaning.kind in ("argument", "operand") and (inner := content(word)):
        start, value = inner
        label = f"{name} {_spelling(meaning)}".strip()
    if _NUMERIC.fullmatch(value):
        yield from numbers(label, start, value)
        yield from _resigned(name, label, start, value)


def _spelling(meaning: Meaning) -> str:
    return (meaning.flag.short or meaning.flag.long) if meaning.flag else ""


def _resigned(name: str, label: str, start: int, value: str) -> Iterator[Edit]:
    if name == "find" and value[0] in "+-":
        other = "-" if value[0] == "+" else "+"
        yield replaced(f"flip {label} {value[0]} -> {other}", start, start + 1, other)
    if name in _SIGNED and label.endswith(("-n", "-c", "--lines", "--bytes")):
        sign = _SIGNED[name]
        has = value.startswith(sign)
        yield replaced(f"sign {label}", start, start + has, "" if has else sign)


def _swapped(meanings: Read) -> Iterator[Edit]:
    """The last two operands exchanged."""
    found = [
        (word, meaning)
        for word, meaning in meanings
        if meaning.kind == "operand" and not meaning.operands
    ]
    if len(found) < 2 or found[-1][1].utility.style == "words":
        return
    (first, meaning), (second, _) = found[-2:]
    if meaning.utility.kind != "keyword" and first.text != second.text:
        changes = ((*first.span, second.text), (*second.span, first.text))
        yield Edit(f"swap {meaning.utility.name}", changes)
