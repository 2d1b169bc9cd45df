"""What plain scripts tell about a file or a text: each fact, its label, and its bash."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LINES = [
    "ERROR  disk * full",
    "WARNING low",
    "",
    "INFO  started",
    "ERROR  disk * full",
    "INFO ready",
    "ERROR again",
    "WARNING high  load",
    "",
    "INFO  stopped",
    "INFO ready",
    "zz  last",
]
FILE = "my  log.txt"
TEXTS = ("Hello  World *", "one Education")


@dataclass(frozen=True)
class Fact:
    """In bash, X stands for the file or the text in quotes; a `value` is a plain expansion."""

    key: str
    say: str
    label: str
    bash: str
    value: Callable[[Sequence[str]], object]
    """Of the lines of the file, or of the text as the only one."""


def _with(word: str, name: str) -> Fact:
    return Fact(
        name,
        f"number of lines with {word}",
        f"{name.capitalize()}",
        f"grep -c {word} X",
        lambda lines: sum(word in line for line in lines),
    )


OF_FILE = {
    fact.key: fact
    for fact in (
        Fact("lines", "number of lines", "Lines", "wc -l < X", len),
        Fact(
            "words",
            "number of words",
            "Words",
            "wc -w < X",
            lambda lines: len(" ".join(lines).split()),
        ),
        Fact(
            "bytes",
            "number of bytes",
            "Bytes",
            "wc -c < X",
            lambda lines: sum(len(line) + 1 for line in lines),
        ),
        Fact(
            "unique",
            "number of different lines",
            "Unique lines",
            "sort -u X | wc -l",
            lambda lines: len(set(lines)),
        ),
        Fact(
            "empty",
            "number of empty lines",
            "Empty lines",
            "grep -c '^$' X",
            lambda lines: lines.count(""),
        ),
        _with("ERROR", "errors"),
        _with("WARNING", "warnings"),
        _with("INFO", "infos"),
        Fact("first", "first line", "First line", "head -n 1 X", lambda lines: lines[0]),
        Fact("last", "last line", "Last line", "tail -n 1 X", lambda lines: lines[-1]),
    )
}
OF_TEXT = {
    fact.key: fact
    for fact in (
        Fact("length", "length", "Length", "${#X}", lambda some: len(some[0])),
        Fact(
            "words", "number of words", "Words", "echo X | wc -w", lambda some: len(some[0].split())
        ),
        Fact(
            "upper",
            "upper case form",
            "Upper case",
            "echo X | tr '[:lower:]' '[:upper:]'",
            lambda some: some[0].upper(),
        ),
        Fact(
            "lower",
            "lower case form",
            "Lower case",
            "echo X | tr '[:upper:]' '[:lower:]'",
            lambda some: some[0].lower(),
        ),
        Fact("reversed", "reverse", "Reversed", "echo X | rev", lambda some: some[0][::-1]),
        Fact(
            "vowels",
            "number of vowels",
            "Vowels",
            "echo X | grep -io '[aeiou]' | wc -l",
            lambda some: sum(letter in "aeiouAEIOU" for letter in some[0]),
        ),
    )
}
SETS = (
    ("lines", "words", "bytes"),
    ("lines", "words", "unique"),
    ("errors", "warnings", "infos"),
    ("lines", "errors", "warnings"),
    ("lines", "first", "last"),
)
"""What is told of a file besides one fact, or two."""
