"""Wordings that ask for two things: what a model cannot learn, and a person would not understand.

Of each task some wordings are taken, with types in the place of values, without the words that say
nothing (`the`, `all`). The wording nearest to one (TF-IDF over words and pairs of words) should be
of the same task, or of one with the same command; else it is ambiguous, most of all where another
task has it word for word. Tasks that are never asked together (command and script, Linux and macOS)
are not compared; nor is a request of the same words and more that gets the same command and more.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import ANY, Task
from bashcoder_mlx.shell.template import Token, normalise

WORDINGS = 12
"""How many wordings of a task are compared, at most."""
LEAST = 0.95
"""The similarity from which two wordings count as near, from 0 to 1."""
_ROWS = 250  # compared at once, which bounds the memory
# Words in more wordings, and in more of them, find no neighbours: that would take all the time.
_COMMON, _COMMON_SHARE = 100, 0.05
_SILENT = {"a", "all", "an", "me", "my", "please", "the"}
_SYSTEMS = {"linux": 1, "macos": 2, ANY: 3}


@dataclass(frozen=True)
class Wording:
    """A wording of a task, with types in the place of values."""

    text: str
    task: str
    command: str
    key: tuple[Token, ...]
    """The command in normal form."""
    systems: int
    """The systems that it is asked for, as bits."""


@dataclass(frozen=True)
class Ambiguous:
    """A wording, and a nearer one that asks for another command."""

    wording: Wording
    other: Wording
    similarity: float

    @property
    def is_same(self) -> bool:
        """Whether both are the same word for word."""
        return self.wording.text == self.other.text


def ambiguous(tasks: Sequence[Task], least: float = LEAST) -> list[Ambiguous]:
    """The ambiguous wordings of tasks, the worst first, each pair of wordings once.

    Args:
        least: how similar the other wording must be.
    """
    found: dict[frozenset[str], Ambiguous] = {}
    for kind in ("command", "script"):
        known = [w for task in tasks if task.kind == kind for w in wordings(task)]
        for one in (*_same(known), *_near(known, least)):
            both = frozenset((one.wording.task, one.other.task))
            if both not in found or found[both].similarity < one.similarity:
                found[both] = one
    return sorted(found.values(), key=lambda one: (-one.similarity, one.wording.text))


def wordings(task: Task) -> list[Wording]:
    """Some wordings of a task, all different."""
    draw = random.Random(task.name).random
    templates, types = [phrases.parse(text) for text in task.sentences], _types(task)
    texts = dict.fromkeys(
        _plain(parts, types, draw) for _ in range(WORDINGS) for parts in templates
    )
    command = "".join(
        part if isinstance(part, str) else part.name.upper()
        for part in next(iter(task.answers.values()))
    )
    systems = 0
    for name in task.answers:
        systems |= _SYSTEMS[name]
    rows = [text for text in texts if text][:WORDINGS]
    return [Wording(text, task.name, command, normalise(command), systems) for text in rows]


def _types(task: Task) -> dict[str, str]:
    """The type of each slot; a task's own slots say the ending of names too, such as `.tar.gz`."""
    bound = task.draw(Draw(random.Random(task.name).random))
    types = {name: name.rstrip("0123456789").upper() for name in bound}
    own = [name for name in bound if name in task.slots or name[:-1] in task.slots]
    return types | {name: types[name] + "".join(Path(bound[name].text).suffixes) for name in own}


def _plain(parts: Sequence[phrases.Part], types: Mapping[str, str], draw: Callable) -> str:
    """A wording without case, punctuation, and words that say nothing."""
    met: dict[str, list[str]] = {}

    def say(name: str, form: str) -> str:
        names = met.setdefault(types[name], [])
        names += [name] if name not in names else []
        number = names.index(name) or ""  # of two files the second is file1, whatever its name
        # "<folder>" is a name that differs from the word: "in this folder" is another place.
        return f"<{types[name]}{number}:{form}>" if form else f"<{types[name]}{number}>"

    filled = phrases.fill(parts, draw, say)
    words = (word.strip("\"'.,:;?!()") for word in "".join(filled).split())
    words = (word if word.startswith("-") else word.lower() for word in words)  # -l is not -L
    return " ".join(word for word in words if word and word not in _SILENT)


def _differ(one: Wording, other: Wording) -> bool:
    return one.task != other.task and one.key != other.key and bool(one.systems & other.systems)


def _same(known: Sequence[Wording]) -> Iterator[Ambiguous]:
    """The wordings that other tasks have word for word."""
    first: dict[str, list[Wording]] = {}
    for wording in known:
        others = first.setdefault(wording.text, [])
        yield from (Ambiguous(other, wording, 1.0) for other in others if _differ(other, wording))
        others.append(wording)


def _near(known: Sequence[Wording], least: float) -> Iterator[Ambiguous]:
    """The wordings of which another task's is the nearest."""
    keys = {key: number for number, key in enumerate({wording.key for wording in known})}
    key = np.array([keys[wording.key] for wording in known])
    systems = np.array([wording.systems for wording in known])
    for number, columns, similar in _neighbours([wording.text for wording in known], least):
        others = (key[columns] != key[number]) & ((systems[columns] & systems[number]) > 0)
        if not others.any():
            continue
        own = similar[~others & (columns != number)].max(initial=least)
        best = columns[others][similar[others].argmax()]
        if similar[others].max() > own and not _says_more(known[best], known[number]):
            yield Ambiguous(known[number], known[best], float(similar[others].max()))


def _says_more(one: Wording, other: Wording) -> bool:
    """Whether one of two has all words of the other, and its command all tokens, or they are alike:
    who asks for more gets more.
    """
    short, long = sorted((one, other), key=lambda wording: len(wording.text))
    tokens = iter(long.key)
    longer = Counter(short.text.split()) <= Counter(long.text.split())
    return longer and (short.text == long.text or all(token in tokens for token in short.key))


def _neighbours(texts: Sequence[str], least: float) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
    """For each text with any, its number, those of the texts near it, and how similar they are."""
    if len(texts) < 2:
        return
    vectors, rare, rest = _vectors(texts)
    turned = rare.T.tocsr()
    for start in range(0, len(texts), _ROWS):
        product = (rare[start : start + _ROWS] @ turned).tocsr()
        for row in range(product.shape[0]):
            number, span = start + row, slice(*product.indptr[row : row + 2])
            # What the common words can add is at most the product of their lengths.
            columns = product.indices[span]
            columns = columns[product.data[span] + rest[number] * rest[columns] >= least]
            if len(columns) > 1:  # itself is one
                yield number, columns, (vectors[columns] @ vectors[number].T).toarray().ravel()


def _vectors(texts: Sequence[str]):
    """The vectors of texts, of unit length; those of their rare words; the length of the rest."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=_features, dtype=np.float32).fit_transform(texts)
    counts = np.bincount(vectors.indices, minlength=vectors.shape[1])
    common = counts > max(_COMMON, _COMMON_SHARE * len(texts))
    rare = vectors[:, ~common]
    rest = np.sqrt(np.maximum(0, 1 - np.asarray(rare.multiply(rare).sum(axis=1)).ravel()))
    return vectors, rare, rest


def _features(text: str) -> list[str]:
    """The words, and the pairs of words."""
    words = text.split()
    return words + [f"{one} {other}" for one, other in pairwise(["", *words, ""])]
