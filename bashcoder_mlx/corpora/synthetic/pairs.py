"""English prompts with the bash commands and scripts that answer them, from hand-written templates.

The templates are in commands.toml and scripts.toml, the values of their slots in slots.toml. The
commands pass `bash -n`; they are not run here, so what they print is not checked.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bashcoder_mlx.corpora.synthetic.grammar import Grammar, choose, read_data

_ATTEMPTS = 8
_SENTENCE = 0.1  # share of prompts written with a capital and a full stop
_NO_QUESTION_MARK = 0.25
_WORD = re.compile(r"[\w.]+")


@dataclass(frozen=True)
class Template:
    """One task: the ways to ask for it and the answer on each system."""

    say: tuple[str, ...]
    """Instructions, such as "delete {file}", that fit into the wrappers of slots.toml."""
    ask: tuple[str, ...]
    """Other wordings, used as they are."""
    answers: dict[str, str]
    """The command or script by system: {"any": ...}, or by "linux" and "macos"."""
    kind: str
    """command or script"""


@lru_cache(maxsize=1)
def templates() -> tuple[Template, ...]:
    """All templates, in the order of the data files."""
    files = {"command": "commands.toml", "script": "scripts.toml"}
    return tuple(
        _template(entry, kind)
        for kind, name in files.items()
        for entries in read_data(name).values()
        for entry in entries
    )


def pairs(count: int = 10_000, seed: int = 0) -> Iterator[dict[str, str]]:
    """Up to `count` records of prompt, completion, kind and os, the same for the same seed.

    Every round takes each template once, in random order, with new wording and new values; where a
    command differs between systems, both records follow each other. No prompt comes twice for one
    system. Templates without slots run out of wordings; the records end when all have.
    """
    rng = random.Random(seed)
    seen: set[str] = set()
    remaining = list(templates())
    written = 0
    while remaining and written < count:
        rng.shuffle(remaining)
        exhausted = []
        for template in remaining:
            records = _fresh(template, rng, seen)
            if not records:
                exhausted.append(template)
            yield from records[: count - written]
            written += len(records)
            if written >= count:
                return
        remaining = [template for template in remaining if template not in exhausted]


def is_held_out(prompt: str) -> bool:
    """Whether the prompt holds all the words of one kept aside to try the trained model with."""
    words = {word.strip(".") for word in _WORD.findall(prompt.lower())}
    return any(held <= words for held in _held_out())


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The slots of the templates."""
    return Grammar(_values()["slots"])


def _fresh(template: Template, rng: random.Random, seen: set[str]) -> list[dict[str, str]]:
    for _ in range(_ATTEMPTS):
        records = _instance(template, rng)
        prompt = records[0]["prompt"]
        if prompt not in seen and not is_held_out(prompt):
            seen.add(prompt)
            return records
    return []


def _instance(template: Template, rng: random.Random) -> list[dict[str, str]]:
    wording, bound = _wording(template, rng), {}
    prompt = grammar().fill(wording, rng, bound)
    return [
        {
            "prompt": prompt,
            "completion": grammar().fill(answer, rng, bound),
            "kind": template.kind,
            "os": system,
        }
        for system, answer in template.answers.items()
    ]


def _wording(template: Template, rng: random.Random) -> str:
    text = rng.choice(template.say + template.ask)
    if text in template.say:
        wrapper = rng.choice(_values()["wrappers"][template.kind])
        text = wrapper.replace("{say}", text)
    text = choose(text, rng)
    if text.endswith("?"):
        text = text[: -(rng.random() < _NO_QUESTION_MARK) or None]
    if rng.random() < _SENTENCE and not text.startswith("{"):
        text = text[0].upper() + text[1:] + ("" if text.endswith("?") else ".")
    return text


def _template(entry: dict, kind: str) -> Template:
    systems = {"run": "any", "linux": "linux", "macos": "macos"}
    answers = {system: entry[key].rstrip("\n") for key, system in systems.items() if key in entry}
    return Template(tuple(entry.get("say", ())), tuple(entry.get("ask", ())), answers, kind)


@lru_cache(maxsize=1)
def _values() -> dict:
    return read_data("slots.toml")


@lru_cache(maxsize=1)
def _held_out() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()) for words in _values()["held_out"])
