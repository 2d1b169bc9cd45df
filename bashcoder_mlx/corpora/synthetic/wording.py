"""How a person would type it: instruction, question or a few words, tidy or hasty, now and then
misspelt. Only our own words are touched; what fills a slot stays exact.
"""

import re
from collections.abc import Sequence
from functools import cache

from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.phrases import Filled
from bashcoder_mlx.corpora.synthetic.slots import Draw, words
from bashcoder_mlx.corpora.synthetic.task import Bound, Task

_ASK = 0.3  # share of prompts from `ask`, where a task has any
_BARE = 0.6  # share of commands asked for by the instruction alone
_BARE_SCRIPT = 0.1
_TERSE, _MISSPELT, _SENTENCE, _NO_QUESTION_MARK = 0.12, 0.06, 0.12, 0.25
_FILLERS = re.compile(r"\b(?:the|a|an|all(?! of\b)|my|please) ")
_QUESTION = re.compile(r"(?:how|what|which|who|where|when|why|can|could|is|are|do|does)\b")
_FOR_ME = re.compile(r"\w+ me ")  # "tell me": nobody wants "to tell me"
_LONG_WORD = re.compile(r"\b[a-z]{5,}\b")
_NEIGHBOURS = dict(
    zip("abcdefghijklmnopqrstuvwxyz", "snvfrgdgukojhnbilpeaygyzescxtx", strict=False)
)


def prompt(task: Task, bound: Bound, draw: Draw) -> str:
    """One way to ask for an instance of a task."""
    if task.ask_parts and (not task.say_parts or draw.chance(_ASK)):
        pieces = fill(draw.pick(task.ask_parts), bound, draw)
    else:
        pieces = _wrapped(task, bound, draw)
    if draw.chance(_TERSE):
        pieces = [_outside_slots(_FILLERS, "", piece) for piece in pieces]
    if draw.chance(_MISSPELT):
        _misspell(pieces, draw)
    starts_with_slot = pieces[0].__class__ is Filled
    text = _one_blank("".join(pieces))
    return text if starts_with_slot else _punctuated(text, draw)


def fill(parts: Sequence[phrases.Part], bound: Bound, draw: Draw) -> list[str]:
    """A template of English with the values said in one of their ways."""

    def say(name: str, form: str) -> str:
        value = bound[name]
        if not form:
            return draw.pick(value.english)
        if form == "raw":
            return str(value.data)
        said = value.forms[form]
        return said if isinstance(said, str) else draw.pick(said)

    return phrases.fill(parts, draw.random, say)


def sentence(parts: Sequence[phrases.Part], bound: Bound, draw: Draw) -> str:
    """A template filled as it is, for an explanation."""
    return _one_blank("".join(fill(parts, bound, draw)))


def _one_blank(text: str) -> str:
    """Without the extra blanks that an empty choice leaves; no value has any."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" ?", "?").replace(" , ", ", ").strip()


def _wrapped(task: Task, bound: Bound, draw: Draw) -> list[str]:
    pieces = fill(draw.pick(task.say_parts), bound, draw)
    plain = draw.chance(_BARE_SCRIPT if task.kind == "script" else _BARE)
    if plain or _FOR_ME.match("".join(pieces)):
        return pieces
    before, after = _wrappers(task.kind)[int(draw.random() * len(_wrappers(task.kind)))]
    return [before, *pieces, after]


@cache
def _wrappers(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple(tuple(text.split("{say}")) for text in words(f"{kind}_wrapper"))


def _outside_slots(pattern: re.Pattern, replacement: str, piece: str) -> str:
    return piece if piece.__class__ is Filled else pattern.sub(replacement, piece)


def _misspell(pieces: list[str], draw: Draw) -> None:
    """One slip of the fingers in one longer word, in place."""
    found = [
        (index, match)
        for index, piece in enumerate(pieces)
        if piece.__class__ is not Filled
        for match in _LONG_WORD.finditer(piece)
    ]
    if found:
        index, match = draw.pick(found)
        piece = pieces[index]
        pieces[index] = piece[: match.start()] + _slip(match[0], draw) + piece[match.end() :]


def _slip(word: str, draw: Draw) -> str:
    at = draw.between(1, len(word) - 2)
    kind = int(draw.random() * 4)
    if kind == 0:  # two letters change places
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + _NEIGHBOURS[word[at]] + word[at + 1 :]


def _punctuated(text: str, draw: Draw) -> str:
    asks = text.endswith("?") or bool(_QUESTION.match(text))
    if text.endswith("?") and draw.chance(_NO_QUESTION_MARK):
        text = text[:-1]
    if draw.chance(_SENTENCE) and text[:1].islower() and " " in text:
        text = text[0].upper() + text[1:]
        text += "" if asks else "."
    return text
