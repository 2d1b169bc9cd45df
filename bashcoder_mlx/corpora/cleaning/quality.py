"""Whether a text is worth learning from, by cheap counts; each fault is a phrase to count.

The bounds are wide: of 14,351 scripts of well-known repositories they refuse 14, of 29,643 commands
of tldr-pages one. No model judges style here.
"""

import re

MAX_CODE_CHARACTERS = 100_000
MAX_LINE_CHARACTERS = 1_000
MIN_CODE_LETTERS = 0.25
MIN_ASCII_LETTERS = 0.7
MIN_STOP_WORDS = 0.08
# Letters and blanks; in code, tables and markup there are fewer.
MIN_PROSE_CHARACTERS = 0.9
# Enough to tell a language; a book is not read whole for it.
_SAMPLE_CHARACTERS = 2_000
_SAMPLE_WORDS, _SHORT_WORDS = 400, 50

_INTERPRETERS = {"sh", "bash", "dash", "ash"}
_COMMAND = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MAX_CONTROL = 3
# The width of MIME's and PEM's lines is 64 or 76.
_BASE64 = re.compile(r"(?![0-9a-fA-F]+\b)[A-Za-z0-9+/]{60,}={0,2}")  # check sums are no data
_MAX_BASE64_LINES, _MAX_BASE64_CHARACTERS = 3, 200
_LETTER = re.compile(r"[^\W\d_]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")
_PROSE = re.compile(r"[^\W\d_]|\s")
# Words of a letter or two that other languages share ("in", "on", "a") are left out.
_STOP_WORDS = set(
    re.findall(
        r"\w+",
        "the of and to is that it for with are be this by not from you your have has was were "
        "which will can their they his her she he but all there when what who would one if into",
    )
)


def code_fault(code: str, is_script: bool) -> str | None:
    """Why a piece of bash is no good example, as a phrase to count; None for a good one.

    Args:
        code: bash, not yet parsed.
        is_script: whether it should say something on its own; a single command may be anything.
    """
    if len(code) > MAX_CODE_CHARACTERS:
        return f"of more than {MAX_CODE_CHARACTERS:,} characters"
    if not _in_shell(code):
        return "for another interpreter"
    if is_script and not _COMMAND.search(code):
        return "of comments alone"
    if len(_CONTROL.findall(code)) > _MAX_CONTROL:
        return "binary"
    long_lines = [line for line in code.split("\n") if len(line) >= 60]
    if any(len(line) > MAX_LINE_CHARACTERS for line in long_lines):
        return f"with a line of more than {MAX_LINE_CHARACTERS:,} characters"
    if _holds_base64(long_lines):
        return "with base64 data"
    if is_script and _share_of_letters(code) < MIN_CODE_LETTERS:
        return "of few letters"
    return None


def _in_shell(code: str) -> bool:
    """Whether the first line names no interpreter but a Bourne shell; `env` and paths are read."""
    if not code.startswith("#!"):
        return True
    named = [word.rsplit("/", 1)[-1] for word in code[2:].split("\n", 1)[0].split()]
    programs = [name for name in named if name != "env" and not name.startswith("-")]
    return bool(programs) and programs[0] in _INTERPRETERS


def _holds_base64(long_lines: list[str]) -> bool:
    found = [word for line in long_lines for word in line.split() if len(word) >= 60]
    blobs = [match.end() for word in found if (match := _BASE64.match(word.lstrip("\"'")))]
    return len(blobs) > _MAX_BASE64_LINES or any(n > _MAX_BASE64_CHARACTERS for n in blobs)


def _share_of_letters(code: str) -> float:
    sample = "".join(code[:_SAMPLE_CHARACTERS].split())
    return len(_LETTER.findall(sample)) / max(len(sample), 1)


def english_fault(text: str, found: list[str]) -> str | None:
    """Why a text is not taken for English, as a phrase to count; None for English.

    A short text only needs letters of the English alphabet; a long one that is prose also needs the
    small words that every English text has. Code, tables and markup pass.

    Args:
        found: the words of the text, in lower case.
    """
    text, found = text[:_SAMPLE_CHARACTERS], found[:_SAMPLE_WORDS]
    if not text.isascii():
        letters = len(_LETTER.findall(text))
        if len(_ASCII_LETTER.findall(text)) < MIN_ASCII_LETTERS * letters:
            return "not in the English alphabet"
    if len(found) < _SHORT_WORDS:
        return None
    if sum(map(_STOP_WORDS.__contains__, found)) >= MIN_STOP_WORDS * len(found):
        return None
    is_prose = len(_PROSE.findall(text)) >= MIN_PROSE_CHARACTERS * len(text)
    return "not English" if is_prose else None
