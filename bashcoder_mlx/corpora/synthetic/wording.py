"""How a person would type it, by kind: an instruction, a question, a few words, a polite request, a
wish, what it is about first or last, in a hurry, or in the English of someone who learnt it late;
tidy or not, now and then misspelt. Only our own words are touched; what fills a slot stays exact.
"""

import re
from bisect import bisect
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.phrases import Filled
from bashcoder_mlx.corpora.synthetic.slots import Draw, words
from bashcoder_mlx.corpora.synthetic.task import Bound, Task

_ASK = 0.3  # share of prompts from `ask`, where a task has any
# Shares of the kinds of wording, by the kind of task; `plain` is the instruction as it is.
_KINDS = {
    "command": {
        "plain": 0.28,
        "telegram": 0.10,
        "question": 0.13,
        "polite": 0.08,
        "wish": 0.10,
        "place": 0.19,
        "hasty": 0.07,
        "learner": 0.05,
    },
    "script": {
        "plain": 0.08,
        "wish": 0.52,
        "question": 0.10,
        "polite": 0.12,
        "hasty": 0.10,
        "learner": 0.08,
    },
}
_MISSPELT, _MISSPELT_IN_HASTE, _SENTENCE, _NO_QUESTION_MARK = 0.05, 0.25, 0.12, 0.25
_ABBREVIATED = 0.6  # share of the words in haste that have a short form
_UNPUNCTUATED = ("telegram", "hasty")
_FILLERS = re.compile(r"\b(?:the|a|an|all(?! of\b)|my|please) ")
_ARTICLES = re.compile(r"(?<![\w-])(?:the|an?) ")
_STOPS = re.compile(r"[,?!](?= |$)|\.$")
_QUESTION = re.compile(r"(?:how|what|which|who|where|when|why|can|could|is|are|do|does)\b")
_FOR_ME = re.compile(r"\w+ me ")  # "tell me": nobody wants "to tell me"
# "for each file here, print its name": nobody is asked how to for each.
_NO_VERB_FIRST = re.compile(
    r"(?:for|with|given|if|in|of|from|when|while|by|using|on|as|at|after|before) "
)
_LONG_WORD = re.compile(r"\b[a-z]{5,}\b")
# "show the 5 largest files" is "5 largest files"; "show where it is" stays, and "find it and …".
_SHOWN = re.compile(
    r"(?:show|list|print|find|display|get|output|see|view)(?: me)? "
    r"(?!how|what|which|where|who|when|why|if|whether|in |of |only |out |it |up |from |with )"
)
_TWO_THINGS = re.compile(r"[,;:]| and | then | it\b| them\b")
_PLACED = re.compile(r"(?P<bare>.*\w) (?P<preposition>in|of|from|inside|under) $", re.DOTALL)
# "the file a.txt", "the docs folder", "docs/", or the name alone.
_NAMED = re.compile(
    r"(?:the (?:file|folder|directory) )?(?P<after>[^ ]+)|"
    r"the (?P<before>[^ ]+) (?:file|folder|directory)"
)
_MADE = re.compile(
    r"\b(?:sav|writ|stor|put|creat|output|redirect|pack|compress|archiv|mak|call|conver)"
)
_FILES = {
    *("file", "txt", "csv", "log", "json", "md", "conf", "html", "py", "script", "image", "path"),
    *("tgz", "zip"),
}
_NEIGHBOURS = dict(
    zip("abcdefghijklmnopqrstuvwxyz", "snvfrgdgukojhnbilpeaygyzescxtx", strict=False)
)


def prompt(task: Task, bound: Bound, draw: Draw) -> str:
    """One way to ask for an instance of a task."""
    kind = _kind(task.kind, draw)
    if task.ask and (not task.say or draw.chance(_ASK)):
        pieces = fill(phrases.parse(draw.pick(task.ask)), bound, draw)
    else:
        pieces = fill(phrases.parse(draw.pick(task.say)), bound, draw)
        pieces = _worded(pieces, kind, task.kind, draw)
    pieces = _touched(pieces, kind, draw)
    starts_with_slot = pieces[0].__class__ is Filled
    text = _joined(pieces)
    return text if starts_with_slot or kind in _UNPUNCTUATED else _punctuated(text, draw)


def _kind(kind: str, draw: Draw) -> str:
    names, bounds = _shares(kind)
    return names[min(bisect(bounds, draw.random()), len(names) - 1)]


@cache
def _shares(kind: str) -> tuple[tuple[str, ...], list[float]]:
    return tuple(_KINDS[kind]), list(accumulate(_KINDS[kind].values()))


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


def explanation(task: Task, bound: Bound, draw: Draw) -> str:
    """One sentence that says what an instance of a task does."""
    return _joined(fill(phrases.parse(draw.pick(task.explain)), bound, draw))


def _joined(pieces: Sequence[str]) -> str:
    """Without the extra blanks that an empty choice leaves; those of a value stay."""
    text = "".join(pieces)
    if "  " in text or " ?" in text or " , " in text:
        kept = (p.replace(" ", "\0") if p.__class__ is Filled else p for p in pieces)
        text = re.sub(" {2,}", " ", "".join(kept))
        text = text.replace(" ?", "?").replace(" , ", ", ").replace("\0", " ")
    return text.strip()


def _worded(pieces: list[str], kind: str, task_kind: str, draw: Draw) -> list[str]:
    """An instruction in a kind of wording; as it is, where the kind does not fit it."""
    text = "".join(pieces)
    if kind == "plain" or _FOR_ME.match(text):
        return pieces
    if _NO_VERB_FIRST.match(text):
        kind = "apart"
    if kind == "telegram":
        return _telegram(pieces)
    if kind == "place":
        return _place_apart(pieces, draw) or pieces
    before, after = draw.pick(_frames(f"{task_kind}_{kind}"))
    return [before, *pieces, after]


@cache
def _frames(name: str) -> tuple[tuple[str, str], ...]:
    return tuple(tuple(text.split("{say}")) for text in words(name))


def _telegram(pieces: list[str]) -> list[str]:
    """Without the verb that every request has, where the rest tells enough."""
    shown = _SHOWN.match(pieces[0])
    ours = "".join(piece for piece in pieces if piece.__class__ is not Filled)
    if not shown or _TWO_THINGS.search(ours) or ours.count(" ") < 3:
        return pieces
    return [pieces[0][shown.end() :], *pieces[1:]]


def _place_apart(pieces: list[str], draw: Draw) -> list[str] | None:
    """The one file or folder of a request told first, or after all else; None where none can be."""
    pieces = [piece for piece in pieces if piece]
    places = [i for i, piece in enumerate(pieces) if _type_of_place(piece)]
    if len(places) != 1 or places[0] == 0 or _MADE.search("".join(pieces)):
        return None
    at, place = places[0], pieces[places[0]]
    found, name = _PLACED.fullmatch(pieces[at - 1]), _NAMED.fullmatch(place)
    if not found or not name or pieces[at - 1].__class__ is Filled:
        return None
    order = "first" if at + 1 < len(pieces) else draw.pick(("first", "first", "last"))
    frame = draw.pick(words(f"{_type_of_place(place)}_{order}"))
    if found["preposition"] == "of" and "{bare}" in frame and _type_of_place(place) == "folder":
        return None
    before, after = pieces[: at - 1], pieces[at + 1 :]
    filling = {
        "{place}": [Filled(name["after"] or name["before"] or place)],
        "{rest}": [*before, pieces[at - 1], "it", *after],
        "{bare}": [*before, found["bare"], *after],
    }
    return [p for text in re.split(r"(\{\w+\})", frame) for p in filling.get(text, [text])]


def _type_of_place(piece: str) -> str:
    """Whether a piece is a "file" or a "folder"; empty where it is neither."""
    base = piece.slot.rstrip("0123456789") if piece.__class__ is Filled else ""
    return "file" if base in _FILES else "folder" if base == "dir" else ""


def _touched(pieces: list[str], kind: str, draw: Draw) -> list[str]:
    """The wording as it leaves the fingers."""
    misspelt = _MISSPELT
    if kind == "telegram":
        pieces = [_outside_slots(_FILLERS, "", piece) for piece in pieces]
    elif kind == "learner":
        pieces = [_outside_slots(_ARTICLES, "", piece) for piece in pieces]
    elif kind == "hasty":
        misspelt = _MISSPELT_IN_HASTE
        pieces = [_hasty(piece, draw) for piece in pieces]
    if draw.chance(misspelt):
        _misspell(pieces, draw)
    return pieces


def _outside_slots(pattern: re.Pattern, replacement: str, piece: str) -> str:
    return piece if piece.__class__ is Filled else pattern.sub(replacement, piece)


def _hasty(piece: str, draw: Draw) -> str:
    """Our words without punctuation and in short forms."""
    if piece.__class__ is Filled:
        return piece
    short, pattern = _abbreviations()

    def shorten(match: re.Match) -> str:
        return short[match[0]] if draw.chance(_ABBREVIATED) else match[0]

    return pattern.sub(shorten, _STOPS.sub("", piece))


@cache
def _abbreviations() -> tuple[dict[str, str], re.Pattern]:
    short = dict(text.split(":") for text in words("abbreviation"))
    longest_first = sorted(short, key=len, reverse=True)
    return short, re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


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
