"""The English and the code of a document, and the normal forms by which texts are compared.

Normal forms serve comparison: what is written is never changed by them.
"""

import re
import unicodedata

from bashcoder_mlx.corpora.documents import Document

_WORD = re.compile(r"\w+")
_SHEBANG = re.compile(r"#![^\n]*")


def code_of(document: Document) -> str | None:
    """The bash of a document: a script, or one half of a pair; None for plain text.

    A text that begins with `#!` is a script, whatever its kind says.
    """
    if document.is_pair:
        return document.prompt if document.kind == "explanation" else document.completion
    is_code = document.kind in ("command", "script") or document.text.startswith("#!")
    return document.text if is_code else None


def english_at(document: Document) -> int | None:
    """Which of the document's parts is English: a plain text, or one half of a pair; or None."""
    if document.is_pair:
        return 1 if document.kind == "explanation" else 0
    return 0 if code_of(document) is None else None


def words(text: str) -> list[str]:
    """Its words in lower case: runs of letters, digits and underscores; NFKC where not ASCII.

    Punctuation parts words and is lost, so `ls -l *.txt` and "LS l txt" are equal; the first line
    of a script is left out where it names the interpreter, as thousands share it.
    """
    if text.startswith("#!"):
        text = _SHEBANG.sub("", text, count=1)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _WORD.findall(text.lower())


def english_key(found: list[str]) -> str:
    """The normal form of English, of its `words`: them, joined by single spaces."""
    return " ".join(found)


def command_key(text: str) -> str:
    """A command with runs of white space as one space, and one kind of quote.

    A leading `$ ` (a shown prompt) and a trailing `;` are dropped. Letters keep their case, as
    flags differ by it.
    """
    return " ".join(text.replace('"', "'").split()).removeprefix("$ ").rstrip("; ")


def content_key(document: Document) -> str:
    """What makes two documents the same one: their parts, but for blank space at ends of lines.

    The target system is part of it: one text may be right for both, and is then kept twice.
    """
    parts = ("\n".join(map(str.rstrip, part.split("\n"))).strip() for part in document.parts)
    return "\0".join((document.os or "", *parts))
