"""Short English stories for small children and about everyday life, written by a small grammar.

The plots and their words are in stories.toml. They include work with files and folders, so that
names, sizes, copies and counts are met in plain English before they are met in prompts. Here a
slot keeps its value to the end of the story, wherever it is named, and a capital, as in `{Hero}` or
`{hero.He}`, capitalises it.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.slots import Draw

_ARTICLE = re.compile(r"\b([Aa])\(n\) (?=(\w))")
_ATTEMPTS = 100


def stories(count: int, seed: int = 0) -> Iterator[str]:
    """`count` different stories of 60 to 150 words, the same for the same seed."""
    draw = Draw(random.Random(seed).random)
    seen: set[str] = set()
    for _ in range(count):
        story = _fresh(draw, seen)
        seen.add(story)
        yield story


def _fresh(draw: Draw, seen: set[str]) -> str:
    for _ in range(_ATTEMPTS):
        story = _Story(draw).write()
        if story not in seen:
            return story
    raise AssertionError("the grammar has run out of stories")


class _Story:
    """One story: the values drawn so far, by slot and form."""

    def __init__(self, draw: Draw):
        self._draw, self._rows = draw, {}

    def write(self) -> str:
        """A whole story."""
        return _ARTICLE.sub(_with_article, self._fill(self._draw.pick(_plots())))

    def _fill(self, template: str) -> str:
        return "".join(phrases.fill(phrases.parse(template), self._draw.random, self._say))

    def _say(self, name: str, form: str) -> str:
        key = name[0].lower() + name[1:]
        row = self._rows.get(key) or self._new_row(key)
        text = row[form.lower()]
        return text[0].upper() + text[1:] if (form or name)[0].isupper() else text

    def _new_row(self, key: str) -> dict[str, str]:
        base = key.rstrip("0123456789")
        others = {row[""] for name, row in self._rows.items() if name.rstrip("0123456789") == base}
        for _ in range(_ATTEMPTS):
            cells = self._draw.pick(_rows()[base])
            row = {form: self._fill(cell) for form, cell in cells.items()}
            if row[""] not in others:
                self._rows[key] = row
                return row
        raise AssertionError(f"the list of {base} is too short for {key}")


def _with_article(match: re.Match) -> str:
    return match[1] + ("n " if match[2].lower() in "aeiou" else " ")


@cache
def _data() -> dict:
    return toml.loads((Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))


@cache
def _plots() -> tuple[str, ...]:
    return tuple(plot["text"].strip() for plot in _data()["plot"])


@cache
def _rows() -> dict[str, list[dict[str, str]]]:
    """The values of every slot; a key such as "hero he him" names the forms of its rows."""
    slots = {}
    for key, values in _data()["slots"].items():
        name, *forms = key.split()
        rows = [[value] if isinstance(value, str) else value for value in values]
        slots[name] = [dict(zip(["", *forms], row, strict=True)) for row in rows]
    return slots
