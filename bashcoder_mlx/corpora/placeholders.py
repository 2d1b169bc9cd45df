"""Pairs whose command leaves its values open, as tldr-pages do: `tar xf {{path/to/archive.tar}}`.

Values are drawn for the open places, and the English comes to name each: after the word for what it
is ("Extract an archive" becomes "Extract the archive photos.tar"), or at the end.
"""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.fresh import Fresh
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, stem, words
from bashcoder_mlx.shell.typed import whole

_OPEN = re.compile(r"\{\{(.*?)\}\}")
_ANGLED = re.compile(r"(?<![<\w])<([a-z][a-z0-9_-]*)>(?:\.\.\.)?(?=$|[\s'\",;:/.@])")
_SQUARE = re.compile(r"\[([^\[\]|]+)\]")
_OPTION = re.compile(r"\[(-*[^|\]]*)\|[^\]]*\]")
_MORE = re.compile(r"( \.\.\.|…)$")
_ENDING = re.compile(r"(\.[a-z0-9]+)+(?=$|[\s'\"])")
_NUMBERED = re.compile(r"_?\d$")
_DETERMINED = (
    r"(?P<article>\b(?:an?|the|one or more|some|multiple|several|another) )?"
    r"(?:\b(?:specific|specified|given|particular|certain|single|desired|new) )*"
)
_FUNCTION_WORDS = (
    "and|as|at|before|by|for|from|if|in|inside|into|is|on|onto|or|that|through|to|under|until|"
    "using|via|when|which|while|with|without"
)
_ADJECTIVE = rf"(?P<adjective>(?:\b(?!(?:{_FUNCTION_WORDS}|of|the|an?)\b)[\w.-]+ )?)"
_NOUN_ENDS = rf"(?=$|[,.;:)]| (?:{_FUNCTION_WORDS})\b)"
_NOT_ONE = re.compile(r"\b(?:each|every|any|all|no|other|multiple) $")
_ROOT = re.compile(r"[\s'\"=]((?:~|\.|\.\.)?/)$")
_NO_VALUE = re.compile(r"[-\[\"'$]|.*[|=<>(*{]|\W*$|(0|1|true|false|on|off|yes|no)$")


class Place(NamedTuple):
    """An open place with what was drawn for it."""

    nouns: tuple[str, ...]
    """Words that may stand for it in English, best first."""
    values: tuple[str, ...]
    """As the English tells them."""
    example: str
    """The text that stood for them."""
    filling: str
    """What stands in the command for them."""


def filled(english: str, command: str, template: str | None, draw: Draw) -> tuple[str, str] | None:
    """English and command with drawn values in the open places; None where there are none.

    Args:
        english: what the command does.
        command: the command, its open places as examples, or as `<file>`.
        template: the command with `{{file}}` or `[file]` for an open place, where it is known.
        draw: gives the values.
    """
    parts = _parts(command, template)
    places: dict[str, Place] = {}
    for index in range(1, len(parts), 2):
        text, before, after = parts[index], parts[index - 1], parts[index + 1]
        place = places.get(text) or _drawn(text, before, after, english, draw)
        parts[index] = place.filling if place else _example(text)
        if place:
            places[text] = place
    return (_named(english, list(places.values()), draw), "".join(parts)) if places else None


def _parts(command: str, template: str | None) -> list[str]:
    """The command in pieces, every second an open place; one piece where it has none."""
    if template is None:
        return _ANGLED.split(command)
    opened = _OPEN if "{{" in template else _SQUARE
    is_known = opened.sub(lambda match: _example(match[1]), template) == command
    return opened.split(template) if is_known else [command]


def _example(text: str) -> str:
    """The text that an open place has in the plain command: the first of choices."""
    text = _OPTION.sub(r"\1", _MORE.sub("", text))
    return text.split("|")[0]


def _drawn(text: str, before: str, after: str, english: str, draw: Draw) -> Place | None:
    """Values for an open place; None where it is an option, a choice or of unknown kind."""
    if _NO_VALUE.match(text):
        return None
    example, root, ending = _example(text), _ROOT.search(before), _ENDING.match(after)
    drawn = [_value(word, english, draw) for word in example.split(" ")]
    if not all(drawn):
        return None
    nouns, filling = drawn[0][0], " ".join(value for _, value in drawn)
    # The English tells the whole path: `/{{path/to/file}}.pdf` has more than what is open in it.
    if root or ending:
        said = f"{root[1] if root else ''}{filling}{ending[0] if ending else ''}"
        nouns = (f"{ending[0][1:]} file", *nouns) if ending else nouns
        return Place(nouns, (said,), example, filling)
    return Place(nouns, tuple(value for _, value in drawn), example, filling)


def _value(example: str, english: str, draw: Draw) -> tuple[tuple[str, ...], str] | None:
    """The nouns and a value for one example, by its form or its words."""
    if found := re.fullmatch(r"(?:/?path/to|~|\.)/(.+?)/?", example):
        return _path(found[1], english, draw)
    if example.isdigit():
        new = Fresh(draw).numbers([example])
        return ((), new[example]) if new else None
    name = _NUMBERED.sub("", example)
    if re.fullmatch(r"https?://\S*|url", name):
        return ("url", "link", "page", "site", "website", "target"), _slot("url")(draw)
    if re.fullmatch(r"(\w+\.)?example\.(com|org)", name):
        return ("domain", "host", "server", "site", "website"), _slot("domain")(draw)
    if re.fullmatch(r"\d+\.\d+\.\d+\.\d+", example):
        return ("ip address", "address", "host", "ip"), _slot("ip")(draw)
    if re.fullmatch(r"\w[\w-]*\.[a-z]\w{0,4}", example):
        return _path(example, english, draw)
    return _called(name, english, draw) if re.fullmatch(r"[a-z]+([_-][a-z]+)*", name) else None


def _path(name: str, english: str, draw: Draw) -> tuple[tuple[str, ...], str]:
    """The path of a file or folder such as the one named."""
    name = name.split("/")[-1]
    folder = f"{draw.pick(words('place'))}/" if draw.chance(0.4) else ""
    base, _, extension = name.partition(".")
    base = _NUMBERED.sub("", base).replace("_", " ")
    if extension:
        nouns = (base, f"{base} image", f"{base} file", f"{extension} file", extension, "file")
        return _distinct(nouns), f"{folder}{stem(draw)}.{extension}"
    if re.search("director|folder", base) and "file" not in base:
        return _distinct((base, "directory", "folder")), folder + draw.pick(words("place"))
    nouns = _distinct((base, base.split(" ")[-1], "directory" if "dir" in base else "file"))
    is_text = base in ("file", "input file", "text file") and not _says_other(english)
    return nouns, folder + (_slot("txt")(draw) if is_text and draw.chance(0.7) else stem(draw))


def _says_other(english: str) -> bool:
    """Whether the file is of a type that is no text."""
    return any(word in english.lower() for word in _table()["no_text"])


def _called(name: str, english: str, draw: Draw) -> tuple[tuple[str, ...], str] | None:
    """A value for a placeholder that says what it is, such as container_name."""
    name = name.replace("-", "_")
    plain = name.replace("_", " ")
    if name in _kinds():
        nouns, slot = _kinds()[name]
        return _distinct((plain, *nouns)), _slot(slot)(draw)
    spoken = rf"\b(?:an?|the|specific|specified|given) (?:\w+ )?{plain}\b"
    is_thing = plain not in _table()["without_values"] and re.search(spoken, english, re.IGNORECASE)
    if not is_thing and not re.search(r"_(name|id|file|directory|title)$", name):
        return None
    head = plain.rsplit(" ", 1)[0]
    return _distinct((plain, head, head.split()[-1])), stem(draw)


@cache
def _table() -> dict:
    path = Path(__file__).with_suffix(".toml")
    return toml.loads(path.read_text(encoding="utf-8"))


@cache
def _kinds() -> dict[str, tuple[tuple[str, ...], str]]:
    """The nouns and the slot of every placeholder that is known by name."""
    return {
        name: (tuple(kind["nouns"].split()), kind["slot"])
        for kind in _table()["kind"]
        for name in kind["names"].split()
    }


def _slot(name: str) -> Callable[[Draw], str]:
    return lambda draw: str(SLOTS[name](draw, False).data)


def _distinct(nouns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(nouns))


def _named(english: str, places: list[Place], draw: Draw) -> str:
    """The English with every value in it."""
    rest: list[Place] = []
    for place in places:
        named = _replaced(english, place) or _after_noun(english, place)
        if named is None:
            rest.append(place)
        else:
            english = named
    return _at_end(english, rest, draw) if rest else english


def _replaced(english: str, place: Place) -> str | None:
    """The English where it tells the example itself, as in `device "sda"` or `of <file>`."""
    listed = " ".join(place.values)
    if f"<{place.example}>" in english:
        return english.replace(f"<{place.example}>", listed)
    if re.fullmatch(r"[a-z_ ]+", place.example) or not re.search(whole(place.example), english):
        return None
    return re.sub(whole(place.example), lambda match: listed, english)


def _after_noun(english: str, place: Place) -> str | None:
    """The values after the word for them."""
    ending = "s" if len(place.values) > 1 else ""
    for noun in place.nouns:
        found = _noun(noun + ending).search(english)
        if found and found.start() and not _NOT_ONE.search(english[: found.start("noun")]):
            article = "the " if found["article"] else ""
            said = f"{article}{found['adjective']}{found['noun']} {_listed(place.values)}"
            return english[: found.start()] + said + english[found.end() :]
    return None


@cache
def _noun(noun: str) -> re.Pattern:
    """Finds a noun with what stands before it, where a value may follow it."""
    text = rf"{_DETERMINED}{_ADJECTIVE}(?P<noun>\b{re.escape(noun)}){_NOUN_ENDS}"
    return re.compile(text, re.IGNORECASE)


def _listed(values: tuple[str, ...]) -> str:
    return " and ".join(values) if len(values) < 3 else ", ".join(values)


def _at_end(english: str, places: list[Place], draw: Draw) -> str:
    """The values that have no word of the English, each after a word for it."""
    listed = ", ".join(" ".join((*p.nouns[:1], _listed(p.values))) for p in places)
    if len(places) == 1 and draw.chance(0.5):
        return f"{english}: {_listed(places[0].values)}"
    return f"{english} ({listed})" if draw.chance(0.6) else f"{english}, {listed}"
