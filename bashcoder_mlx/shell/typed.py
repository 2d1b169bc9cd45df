"""Typed values: which words of a request are names, paths, patterns, numbers …, and where the same
value stands in a command.

| kind | a value |
|---|---|
| `url email address host` | `https://a.org/b.zip`, `a@b.org`, `10.0.0.7`, `www.b.org` |
| `date version number` | `2024-05-17`; `1.2.3`; the digits of `7`, `-5`, `10MB`, `90%` |
| `glob extension path file` | `*.txt`; `.txt`; `src/a`, `~/b`; `a.txt`, `.bashrc` |
| `variable name` | `$HOME`; a word with an underscore or a digit, as `dir1` |
| `word text` | what else stands in quotes: one word, or several |
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_QUOTED = re.compile(r"""(?<![\w'"`])(['"`])(?P<text>[^'"`\n]+)\1(?!\w)""")
_UNQUOTED = re.compile(r"\S+")
_LEFT, _RIGHT = "('\"", ".,;:!?()'\""
_NUMBER = re.compile(r"[-+]?(\d+(?:\.\d+)?)[a-zA-Z%]{0,2}")
_PERSON = re.compile(
    r"\b(user|group|owner|owned by)(?: (?:named|called|is|user))? "
    r"['\"]?(?P<name>[a-z_][a-z\d_-]*)\b",
    re.IGNORECASE,
)
_NO_NAMES = {
    *("a", "an", "and", "any", "are", "as", "at", "by", "for", "from", "has", "id", "ids", "in"),
    *("is", "name", "names", "of", "on", "or", "owner", "owned", "permission", "permissions"),
    *("that", "the", "to", "user", "which", "who", "whose", "with", "write", "read", "group"),
    *("execute", "writable", "readable", "executable", "access", "account", "database", "info"),
    *("can", "home", "login", "me", "specific", "specified", "table", "rights", "s", "i", "not"),
    *("information", "list", "password", "service", "ownership", "using", "you", "input", "called"),
}
_KINDS = {
    "url": re.compile(r"[a-z]+://[^\s'\"]+"),
    "email": re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"),
    "address": re.compile(r"\d{1,3}(\.\d{1,3}){3}"),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "version": re.compile(r"v?\d+(\.\d+){2,}|v\d+(\.\d+)+"),
    "number": _NUMBER,
    "variable": re.compile(r"\$\w+"),
    "glob": re.compile(r"[^\s]*[*?][^\s]*"),
    "path": re.compile(r"[^\s]*/[^\s]*"),
    "extension": re.compile(r"\.[A-Za-z]\w{0,4}(\.\w{1,3})?"),
    "host": re.compile(r"[\w-]+(\.[\w-]+)*\.(com|org|net|edu|io)"),
    "file": re.compile(r"\.\w[^\s]*|[^\s]*\w\.\w[^\s]*"),
    "name": re.compile(r"[^\s]*(\w_\w|[A-Za-z-]\d|\d[A-Za-z]{3})[^\s]*"),
}


class Typed(NamedTuple):
    """A value of a request."""

    text: str
    """Without quotes, and of a number the digits alone."""
    kind: str
    start: int
    end: int
    """Where the text stands, in characters."""
    is_quoted: bool


def values(request: str) -> list[Typed]:
    """The values of an English request, in order."""
    found = [*_quoted(request), *_unquoted(request)]
    return sorted((v for v in found if bare(v.text)), key=lambda value: value.start)


def _quoted(request: str) -> Iterator[Typed]:
    for match in _QUOTED.finditer(request):
        text = match["text"]
        kind = "text" if re.search(r"\s", text) else kind_of(text) or "word"
        if kind == "number" and not text.isdigit():
            kind = "word"
        yield Typed(text, kind, *match.span("text"), True)


def _unquoted(request: str) -> Iterator[Typed]:
    blank = _QUOTED.sub(lambda match: " " * len(match[0]), request)
    for match in _UNQUOTED.finditer(blank):
        word = match[0].lstrip(_LEFT)
        start = match.end() - len(word)
        word = word.rstrip(_RIGHT)
        kind = kind_of(word)
        if kind == "number":
            digits = _NUMBER.fullmatch(word)
            yield Typed(digits[1], kind, start + digits.start(1), start + digits.end(1), False)
        elif kind:
            yield Typed(word, kind, start, start + len(word), False)


def kind_of(word: str) -> str | None:
    """The kind of a word by its form alone; None for a plain one."""
    return next((kind for kind, form in _KINDS.items() if form.fullmatch(word)), None)


def bare(text: str) -> str:
    """A text without quotes and backslashes."""
    return re.sub(r"[\\'\"]", "", text)


def whole(value: str) -> str:
    """A pattern that finds a value in a command as a whole name or number.

    A unit may follow a number and a flag's letter come before it, as in `+10M` and `-n5`.
    """
    if re.fullmatch(r"\d+(\.\d+)?", value):
        return rf"(?:(?<![\w.])|(?<=\.\.)|(?<=-[A-Za-z])){re.escape(value)}(?!\.?\d)"
    before = r"(?<!\w)" if re.match(r"\w", value) else ""
    after = r"(?!\w)" if re.search(r"\w$", value) else ""
    return before + re.escape(value) + after


def people(request: str) -> list[Typed]:
    """Names of users and groups that the request calls so."""
    found = _PERSON.finditer(request)
    return [
        Typed(match["name"], "group" if match[1].lower() == "group" else "user", *span, False)
        for match in found
        for span in [match.span("name")]
        if match["name"] not in _NO_NAMES
    ]
