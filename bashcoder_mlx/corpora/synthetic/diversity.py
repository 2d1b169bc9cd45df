"""How varied the pairs are: shapes, wordings, utilities and flags of the grammar, and what of other
sets, such as a development set, the pairs written happen to hold.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.synthetic.generate import MEANINGS, Pair
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.shell import knowledge

NGRAM = 4  # words
_WORD = re.compile(r"[^\s]+")


@dataclass(frozen=True)
class Grammar:
    """What the tasks can say."""

    tasks: int
    shapes: int
    """Commands and scripts, values left open; one per task and system."""
    wordings: int
    """Ways to ask, values left open, before wrappers and slips of the fingers."""
    slots: int
    """Kinds of values."""
    utilities: Sequence[str]
    """Those in the knowledge base that the commands use, subcommands included."""
    flags: Sequence[str]
    """Their flags."""


def describe(tasks: Iterable[Task]) -> Grammar:
    """Counts over all tasks; every command is parsed once."""
    tasks = list(tasks)
    utilities, flags = set(), set()
    for task in tasks:
        bound = task.draw(Draw(random.Random(task.name).random))
        for system in task.answers:
            names, spelled = knowledge.used(task.answer(system, bound))
            utilities |= names
            flags |= spelled
    return Grammar(
        tasks=len(tasks),
        shapes=sum(len(task.answers) for task in tasks),
        wordings=sum(task.wordings for task in tasks),
        slots=len({name.rstrip("0123456789") for task in tasks for name in task.slot_names}),
        utilities=sorted(utilities),
        flags=sorted(flags),
    )


@dataclass
class Written:
    """What was written."""

    kinds: Counter = field(default_factory=Counter)
    systems: Counter = field(default_factory=Counter)
    shapes: set[tuple[str, str]] = field(default_factory=set)
    """Task and system."""
    meanings: int = 0
    """Pairs that explain flags from the knowledge base; nothing is run for them."""

    def count(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """The same pairs, counted as they pass."""
        for pair in pairs:
            self.kinds[pair.kind] += 1
            self.systems[pair.os] += 1
            if pair.task == MEANINGS:
                self.meanings += 1
            else:
                self.shapes.add((pair.task, pair.os))
            yield pair


class Overlap:
    """How much of another set of pairs turns up in what is written."""

    def __init__(self, documents: Iterable[Document]):
        documents = [document for document in documents if document.is_pair]
        self._prompts = {_normal(document.prompt) for document in documents}
        self._commands = {_normal(document.completion) for document in documents}
        self._ngrams = {gram for document in documents for gram in _ngrams(document.prompt)}
        self._found: dict[str, set] = {"prompts": set(), "commands": set(), "ngrams": set()}

    def count(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """The same pairs, compared as they pass."""
        for pair in pairs:
            if pair.kind != "explanation":
                self._found["prompts"] |= {_normal(pair.prompt)} & self._prompts
                self._found["commands"] |= {_normal(pair.completion)} & self._commands
                self._found["ngrams"].update(self._ngrams.intersection(_ngrams(pair.prompt)))
            yield pair

    def shares(self) -> dict[str, float]:
        """Of the distinct prompts, commands and word 4-grams of the other set, the share found."""
        totals = {"prompts": self._prompts, "commands": self._commands, "ngrams": self._ngrams}
        return {name: len(self._found[name]) / max(len(all_), 1) for name, all_ in totals.items()}


def _normal(text: str) -> str:
    return " ".join(text.lower().split()).strip(" .?")


def _ngrams(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(_normal(text))
    return zip(*(words[start:] for start in range(NGRAM)), strict=False)
