"""Templates of text: `[a|b]` is a choice of wordings, `{slot}` a value drawn from a list.

`{slot.field}` is another column of the row drawn for `{slot}`; `{slot2}` is a second value from the
list of `slot`, different from the first. A capital, as in `{Slot}` or `{slot.He}`, capitalises the
value. A list whose name ends in fields, such as `"kind ext"`, holds rows; values may hold slots and
choices themselves. Braces around any other word, as in `awk '{print}'`, stay as they are.
"""

import hashlib
import random
import re
from pathlib import Path

from bashcoder_mlx import toml

SLOT = re.compile(r"\{([A-Za-z]+)(\d?)(?:\.([A-Za-z]+))?\}")
_CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")  # the innermost one
_ATTEMPTS = 50


def read_data(name: str) -> dict:
    """The TOML file of that name beside this module."""
    return toml.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


def data_digest() -> str:
    """Identifies the content of all the data files and of the code that reads them."""
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.iterdir()):
        if file.suffix in (".toml", ".py"):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def choose(text: str, rng: random.Random) -> str:
    """The text with one wording taken from every `[a|b]`, innermost first."""
    while "[" in text:
        text, replaced = _CHOICE.subn(lambda match: rng.choice(match[1].split("|")), text)
        if not replaced:
            break
    return text


class Grammar:
    """Lists of values for slots, and the filling of templates with them.

    With `shared` a slot keeps its value throughout a text, also where the value of another slot
    names it; without, the slots inside values are drawn anew each time.
    """

    def __init__(self, slots: dict[str, list], shared: bool = False):
        self._rows = {key.split()[0]: _rows(key, values) for key, values in slots.items()}
        self._shared = shared

    def names(self, text: str) -> list[str]:
        """The slots of a text in order of appearance, with their digit but without fields."""
        found = (self._name(match[1]) + match[2] for match in SLOT.finditer(text))
        return list(dict.fromkeys(name for name in found if name.rstrip("0123456789")))

    def fill(self, text: str, rng: random.Random, bound: dict[str, dict[str, str]]) -> str:
        """The text with its slots filled; slots not yet in `bound` are drawn and added to it."""

        def value(match: re.Match) -> str:
            base, digit, field = match[1], match[2], match[3] or ""
            name = self._name(base) + digit
            if name == digit:  # not a slot of ours
                return match[0]
            if name not in bound:
                bound[name] = self._draw(name, rng, bound)
            found = bound[name][field.lower()]
            return found[0].upper() + found[1:] if (field or base)[0].isupper() else found

        return SLOT.sub(value, text) if "{" in text else text

    def _name(self, base: str) -> str:
        name = base[0].lower() + base[1:]
        return name if name in self._rows else ""

    def _draw(self, name: str, rng: random.Random, bound: dict) -> dict[str, str]:
        base = name.rstrip("0123456789")
        others = {bound[key][""] for key in bound if key.rstrip("0123456789") == base}
        for _ in range(_ATTEMPTS):
            row = rng.choice(self._rows[base])
            nested = bound if self._shared else {}
            filled = {key: self.fill(choose(cell, rng), rng, nested) for key, cell in row.items()}
            if filled[""] not in others:
                return filled
        raise AssertionError(f"the list of {base} is too short for {name}")


def _rows(key: str, values: list) -> list[dict[str, str]]:
    fields = ["", *key.split()[1:]]
    cells = [[value] if isinstance(value, str) else value for value in values]
    return [dict(zip(fields, row, strict=True)) for row in cells]
