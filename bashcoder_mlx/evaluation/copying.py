"""Which names, numbers and patterns of a prompt an answer copies."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"""(?<![\w'"`])(['"`])(?P<text>[^'"`\n]+)\1(?!\w)""")
_PUNCTUATION = ".,;:!?()"
_NUMBER = re.compile(r"[-+]?(\d+(?:\.\d+)?)[a-zA-Z%]{0,2}")
# A name with an ending, a path, a hidden file, a pattern, a word with an underscore or a digit.
_NAME = re.compile(r"[^\s]*(?:\w\.\w|/|^\.\w|[*?]|\w_\w|[A-Za-z-]\d|\d[A-Za-z]{3})[^\s]*")


def slots(prompt: str) -> list[str]:
    """The quoted texts of a prompt, then its names, paths, patterns and numbers, each once."""
    quoted = [match["text"] for match in _QUOTED.finditer(prompt)]
    found = list(quoted)
    for word in _QUOTED.sub(" ", prompt).split():
        word = word.lstrip("('\"").rstrip(_PUNCTUATION + "'\"")
        if number := _NUMBER.fullmatch(word):
            found.append(number[1])
        elif _NAME.fullmatch(word):
            found.append(word)
    return [slot for slot in dict.fromkeys(found) if _bare(slot)]


def copies(slot: str, answer: str) -> bool:
    """Whether a slot stands in an answer as a whole name or number, quotes and backslashes aside.

    A unit may follow a number and a flag's letter come before it, as in `+10M` and `-n5`.
    """
    slot, answer = _bare(slot), _bare(answer)
    if re.fullmatch(r"\d+(\.\d+)?", slot):
        before, after = r"(?:(?<![\w.])|(?<=\.\.)|(?<=-[A-Za-z]))", r"(?!\.?\d)"
    else:
        before = r"(?<!\w)" if re.match(r"\w", slot) else ""
        after = r"(?!\w)" if re.search(r"\w$", slot) else ""
    return bool(re.search(before + re.escape(slot) + after, answer))


def _bare(text: str) -> str:
    return re.sub(r"[\\'\"]", "", text)


def wanted_slots(prompt: str, golds: Sequence[str]) -> list[str]:
    """The slots that every gold answer copies, as far as there are any.

    "2 weeks" is none where one has 14.
    """
    found = slots(prompt) if golds else []
    return [slot for slot in found if all(copies(slot, gold) for gold in golds)]
