"""A pair with other values: where a name, number or pattern stands in both the English and the
command, one of the same type takes its place in both, so that a corpus is never seen twice alike.

A value stays as it is where part of it also stands elsewhere, as then the two belong together in a
way that is not known here; and so do the command's own words.
"""

import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.fresh import Fresh
from bashcoder_mlx.corpora.placeholders import filled
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.values import lists
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.typed import Typed, people, values, whole
from bashcoder_mlx.shell.utilities import utility

_PART = re.compile(r"[A-Za-z]{3,}|\d+")
_SIGNALS = re.compile(r"\b(p?kill|killall|trap)\b")
_MODES = re.compile(r"\b(chmod|perm|umask|mode|install|mkdir)\b")
_SPECIAL_MODE = re.compile(r"[sg]uid|set[ug]id|sticky|rw|read|writ|execut", re.IGNORECASE)
# A file descriptor, a parameter, a format's width, a group of a regular expression.
_NO_NUMBER = re.compile(r"[$&<>%\\]\{?$"), re.compile(r"^[<>]")
_FLAG = re.compile(r"(?:^|\s)--?[A-Za-z][\w-]*-$")
_PATH = re.compile(r"[/~.]|.*[._\d]")
_SAMPLES = [
    Document(prompt=prompt, completion=completion, template=template, kind="command")
    for prompt, completion, template in (
        ("copy a.txt and b.csv into /srv/in, owned by bob", "cp a.txt b.csv /srv/in  # bob", None),
        ("find *.jpg or '.log' over 10M from 2024-05-17", "find *.jpg .log +10M 2024-05-17", None),
        ('get http://a.org/b.zip as "My Word" from 10.0.0.7', "http://a.org/b.zip My Word", None),
        ("extract an archive", "tar xf path/to/a.tar", "tar xf {{path/to/a.tar}}"),
        ("log in to a server", "ssh -p 5 <user>@<host>", None),
    )
]
_REMEMBERED = 50_000  # pairs, which come again in every pass


def passes(documents: Iterable[Document], seed: int, count: int) -> Iterator[Document]:
    """The documents `count` times over, each time with other values.

    The first pass leaves natural pairs as they are. A document is a function of the seed, the pass
    and its place alone.
    """
    kept = list(documents)
    for number in range(count):
        for place, document in enumerate(kept):
            draw = Draw(random.Random(f"{seed}/{number}/{place}").random)
            yield recombine(document, draw, is_natural=number == 0)


@cache
def digest() -> str:
    """Identifies the values that are drawn and where they are put, by what comes out."""
    drawn = [document.parts for document in passes(_SAMPLES, 0, 50)]
    return hashlib.blake2b(json.dumps([lists(), drawn]).encode(), digest_size=8).hexdigest()


def recombine(document: Document, draw: Draw, is_natural: bool = False) -> Document:
    """The pair with new values, or as it is where nothing can be replaced.

    Args:
        document: any; a text is left as it is.
        draw: gives the values.
        is_natural: fill what is left open in the pair, and no more.
    """
    if not document.is_pair:
        return document
    is_turned = document.kind == "explanation"
    english, command = document.parts[::-1] if is_turned else document.parts
    found = filled(english, command, document.template, draw)
    if found is None and not is_natural:
        found = exchanged(english, command, draw)
    if found is None:
        return document
    prompt, completion = found[::-1] if is_turned else found
    return replace(document, prompt=prompt, completion=completion, template=None)


def exchanged(english: str, command: str, draw: Draw) -> tuple[str, str] | None:
    """English and command with new values for those that stand in both; None where none does."""
    shared = _shared(english, command)
    changes = _changes(shared, english, command, draw) if shared else {}
    if not changes:
        return None
    for value in reversed(shared):
        if value.text in changes:
            english = english[: value.start] + changes[value.text] + english[value.end :]
    return english, _pattern(changes).sub(lambda match: changes[match[0]], command)


@lru_cache(maxsize=_REMEMBERED)
def _shared(english: str, command: str) -> tuple[Typed, ...]:
    """The values, with names of people, that the command holds too, and that may change."""
    found: list[Typed] = []
    for value in sorted([*people(english), *values(english)], key=lambda v: v.start):
        if not found or value.start >= found[-1].end:
            found.append(value._replace(kind=_kind(value, english, command)))
    numbers = [value for value in found if value.kind == "number"]
    if not all(_is_number(value.text, english, command) for value in numbers):
        found = [value for value in found if value.kind != "number"]
    return tuple(value for value in found if _stands(value, command))


def _kind(value: Typed, english: str, command: str) -> str:
    if value.kind == "path" and not value.is_quoted and not _PATH.match(value.text):
        return "words"  # files/directories
    if value.kind != "number" or not re.fullmatch("[0-7]{3,4}", value.text):
        return value.kind
    if not _MODES.search(command):
        return "number"
    return "meaning" if _SPECIAL_MODE.search(english) else "mode"


def _is_number(text: str, english: str, command: str) -> bool:
    """Whether the command holds a number as one that may be another."""
    if _SIGNALS.search(command) or (len(text) > 2 and f"{text}%" in english):
        return False
    places = list(re.finditer(whole(text), command))
    before, after = _NO_NUMBER
    around = [(command[max(0, m.start() - 2) : m.start()], command[m.end() :]) for m in places]
    few = len(places) == 1 or (places and len(text) > 2)
    return bool(few) and not any(before.search(b) or after.match(a) for b, a in around)


def _stands(value: Typed, command: str) -> bool:
    """Whether the command holds the value, and not as a word of its own."""
    if value.kind in ("word", "name", "file", "user", "group") and (
        utility(value.text) or value.text in _called(command)
    ):
        return False
    places = [match.start() for match in re.finditer(whole(value.text), command)]
    return bool(places) and not any(_FLAG.search(command, 0, place) for place in places)


@lru_cache(maxsize=_REMEMBERED)
def _called(command: str) -> frozenset[str | None]:
    """The names that a command calls."""
    return frozenset(found.name for found in commands(command))


def _changes(shared: tuple[Typed, ...], english: str, command: str, draw: Draw) -> dict[str, str]:
    """The new text of every value that may change."""
    around = english
    for value in reversed(shared):
        around = f"{around[: value.start]} {around[value.end :]}"
    fresh, changes = Fresh(draw, around), {}
    # Patterns first: a file's extension changes where that of a pattern does.
    for value in sorted(shared, key=lambda v: v.kind not in ("glob", "extension")):
        made = fresh.value(value.text, value.kind)
        changes |= {value.text: made} if made else {}
    changes |= fresh.numbers([value.text for value in shared if value.kind == "number"])
    return _separate(changes, around, command)


def _separate(changes: dict[str, str], around: str, command: str) -> dict[str, str]:
    """The changes whose old parts stand nowhere but in what is changed."""
    while changes:
        rest = f"{around} {_pattern(changes).sub(' ', command)}".lower()
        left = set(_PART.findall(rest))
        clash = [old for old, new in changes.items() if left & _lost(old, new)]
        if not clash:
            break
        changes = {old: new for old, new in changes.items() if old not in clash}
    return changes


def _lost(old: str, new: str) -> set[str]:
    """Parts of the old value that the new one has not."""
    return set(_PART.findall(old.lower())) - set(_PART.findall(new.lower()))


def _pattern(changes: dict[str, str]) -> re.Pattern:
    longest_first = sorted(changes, key=len, reverse=True)
    return re.compile("|".join(map(whole, longest_first)))
