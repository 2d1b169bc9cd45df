"""Pairs of English and bash: any number, all different, the same for the same seed.

Every draw takes a task, gives it new values, and writes up to three directions of it: English to
the command for each system, the command to English, and, for a script, a header comment to the
script under it.
"""

import hashlib
import random
import re
from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.synthetic import demand, wording
from bashcoder_mlx.corpora.synthetic.meanings import meaning
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import SHEBANG, Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks import families, family

SOURCE, LICENSE = "bashcoder synth", "Apache-2.0"
MEANINGS = "meanings"  # in the place of a task: a pair that explains flags
_MEANINGS = 0.06  # share of the draws that do
_EXPLAINED, _HEADED = 0.35, 0.4  # share of the others that also give the other directions
_EXHAUSTED = 20  # draws without a new pair after which a task is left out
_WORD = re.compile(r"[\w.]+")


@dataclass(frozen=True)
class Pair:
    """A prompt with its answer, and the task it is an instance of."""

    prompt: str
    completion: str
    kind: str
    os: str
    task: str

    def to_document(self) -> Document:
        """The pair as a document of a corpus."""
        return Document(
            prompt=self.prompt,
            completion=self.completion,
            kind=self.kind,
            os=self.os,
            source=SOURCE,
            license=LICENSE,
        )

    def to_record(self) -> dict[str, str]:
        """The JSON Lines record: that of the document, with the name of the task."""
        return {**self.to_document().to_record(), "task": self.task}


def pairs(count: int, seed: int = 0, only: Collection[str] = ()) -> Iterator[Pair]:
    """Up to `count` pairs; no prompt comes twice for one kind and system.

    Args:
        only: the families to draw from; all by default.
    """
    draw = Draw(random.Random(seed).random)
    shares = families()
    drawn: dict[str, _Family | None] = dict.fromkeys(only or shares)
    bounds = list(accumulate(shares[name] for name in drawn))
    seen: set[bytes] = set()
    written = 0
    while written < count and drawn:
        if draw.chance(_MEANINGS):
            fresh = [pair for pair in [_meaning(draw)] if _is_new(pair, seen)]
            yield from fresh
            written += len(fresh)
            continue
        name = list(drawn)[weighted(bounds, draw)]
        chosen = drawn[name] = drawn[name] or _Family(family(name))
        task = chosen.pick(draw)
        fresh = [pair for pair in _instance(task, draw) if _is_new(pair, seen)]
        yield from fresh[: count - written]
        written += len(fresh)
        chosen.report(task, bool(fresh))
        if not chosen.tasks:
            del drawn[name]
            bounds = list(accumulate(shares[name] for name in drawn))


def _is_new(pair: Pair, seen: set[bytes]) -> bool:
    """Whether the pair was not seen, which it is now."""
    text = "\0".join((pair.prompt, pair.kind, pair.os))
    key = hashlib.blake2b(text.encode(), digest_size=8).digest()
    if key in seen:
        return False
    seen.add(key)
    return True


class _Family:
    """The tasks of one family that still give new pairs."""

    def __init__(self, tasks: Sequence[Task]):
        self.tasks, self._misses = list(tasks), {}
        self._weigh()

    def _weigh(self) -> None:
        self._bounds = list(accumulate(map(demand.drawn, self.tasks)))

    def pick(self, draw: Draw) -> Task:
        """A task by weight, and by how often it is asked for."""
        return self.tasks[weighted(self._bounds, draw)]

    def report(self, task: Task, is_new: bool) -> None:
        """Counts draws in vain; a task that gives nothing new any more is left out."""
        misses = self._misses[task.name] = 0 if is_new else self._misses.get(task.name, 0) + 1
        if misses >= _EXHAUSTED:
            self.tasks.remove(task)
            self._weigh()


def weighted(bounds: Sequence[float], draw: Draw) -> int:
    """The index of a random interval, given the cumulative weights."""
    return min(bisect(bounds, draw.random() * bounds[-1]), len(bounds) - 1)


def _instance(task: Task, draw: Draw) -> Iterator[Pair]:
    bound = task.draw(draw)
    for system in task.answers:
        answer = task.answer(system, bound)
        yield Pair(wording.prompt(task, bound, draw), answer, task.kind, system, task.name)
        if draw.chance(_EXPLAINED):
            explanation = wording.explanation(task, bound, draw)
            yield Pair(answer, explanation, "explanation", system, task.name)
        if task.kind == "script" and draw.chance(_HEADED):
            yield _headed(task, system, answer, bound, draw)


def _meaning(draw: Draw) -> Pair:
    command, system, explanation = meaning(draw)
    return Pair(command, explanation, "explanation", system, MEANINGS)


def _headed(task: Task, system: str, answer: str, bound: Bound, draw: Draw) -> Pair:
    """The script from a shebang and a comment that says what it does: its own, where it has one."""
    comment = wording.explanation(task, bound, draw)
    body = answer.removeprefix(SHEBANG)
    if body.startswith("# "):
        comment, _, body = body.removeprefix("# ").partition("\n")
    return Pair(f"{SHEBANG}# {comment}", body, "script", system, task.name)
