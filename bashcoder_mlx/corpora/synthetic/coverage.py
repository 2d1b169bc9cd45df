"""How much of what people ask the generator can write, by the templates of public pairs.

A template (`shell/template.py`) counts as often as pairs of it are asked for. It is an everyday one
if it uses utilities of the knowledge base only, and none that everyday.toml leaves out. The
generator reaches it if a task of it has that template for a system, with some values: values are
drawn a few times, as one can decide whether an argument is a number.
"""

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.reading import read
from bashcoder_mlx.shell.template import Template, template, utilities_of
from bashcoder_mlx.shell.tree import nodes
from bashcoder_mlx.shell.utilities import utility

STEPS = (100, 300, 1_000, 3_000)
"""How many of the most frequent templates the points of the curve count."""
GOAL = 1_500
"""Of how many of them nine tenths are to be reached."""
DRAWS = 3
"""How often the values of a task are drawn."""


@cache
def excluded() -> dict[str, str]:
    """Why each utility that is not an everyday one is left out, by its name."""
    source = resources.files("bashcoder_mlx.corpora.synthetic") / "everyday.toml"
    entries = toml.loads(source.read_text("utf-8"))["excluded"]
    return {name: entry["reason"] for entry in entries for name in entry["utilities"]}


@dataclass
class Asked:
    """What pairs ask for.

    counts: pairs by everyday template.
    names: the utilities of a template, each once.
    left_out: pairs by the reason for which they do not count.
    """

    counts: Counter[Template] = field(default_factory=Counter)
    names: dict[Template, tuple[str, ...]] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Asked") -> None:
        """Counts what other pairs ask for too."""
        self.counts += other.counts
        self.left_out += other.left_out
        self.names = other.names | self.names

    def ranked(self) -> list[tuple[Template, int]]:
        """The templates from the most frequent down, equals by their tokens."""
        return sorted(self.counts.items(), key=lambda item: (-item[1], item[0]))


def mine(documents: Iterable[Document]) -> Asked:
    """The templates of the commands of pairs; of scripts hardly two have the same."""
    asked = Asked()
    for document in documents:
        if document.kind != "command":
            continue
        names = _names(document.completion)
        reason = _left_out(document.completion, names)
        if reason:
            asked.left_out[reason] += 1
            continue
        found = template(document.completion)
        asked.counts[found] += 1
        asked.names.setdefault(found, names)
    return asked


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name, _ in utilities_of(text)))


def _left_out(text: str, names: Sequence[str]) -> str:
    """Why a command does not count; empty where it does."""
    if not names:
        return "no command"
    for name in names:
        reason = excluded().get(name.split(" ")[0])
        if reason:
            return reason
    if next(nodes(text)).has_error:
        return "no bash"
    if not all(map(utility, names)):
        return "a utility that the knowledge base lacks"
    return "a subcommand that the knowledge base lacks" if _has_unknown(text) else ""


def _has_unknown(text: str) -> bool:
    return any(m.kind == "unknown" for found in commands(text) for _, m in read(found))


def written(
    tasks: Iterable[Task], kind: str = "command", draws: int = DRAWS
) -> dict[Template, set[str]]:
    """The templates that tasks of a kind write, each with the names of those tasks."""
    found: dict[Template, set[str]] = {}
    for task in tasks:
        for text in _answers(task, draws) if task.kind == kind else ():
            found.setdefault(template(text), set()).add(task.name)
    return found


def _answers(task: Task, draws: int) -> Iterator[str]:
    for number in range(draws):
        bound = task.draw(Draw(random.Random(f"{task.name} {number}").random))
        yield from {task.answer(system, bound) for system in task.answers}


@dataclass(frozen=True)
class Coverage:
    """How much of what is asked the generator reaches.

    top: of how many of the most frequent templates the figures by utility are.
    """

    asked: Asked
    reached: Collection[Template]
    top: int = GOAL

    def share(self, ranked: Sequence[tuple[Template, int]]) -> float:
        """The share of the requests of some templates that are reached; 1 of none."""
        total = sum(count for _, count in ranked)
        found = sum(count for known, count in ranked if known in self.reached)
        return found / total if total else 1.0

    def curve(self) -> list[dict]:
        """The share reached among the most frequent templates, by how many of them."""
        ranked = self.asked.ranked()
        steps = sorted({min(step, len(ranked)) for step in (*STEPS, self.top, len(ranked))})
        return [
            {
                "templates": step,
                "requests": sum(count for _, count in ranked[:step]),
                "reached": self.share(ranked[:step]),
            }
            for step in steps
        ]

    def utilities(self) -> list[dict]:
        """By utility, the requests that use it and the share of them that is reached."""
        rows: dict[str, list[tuple[Template, int]]] = {}
        for known, count in self.asked.ranked()[: self.top]:
            for name in self.asked.names[known]:
                rows.setdefault(name, []).append((known, count))
        found = [
            {"utility": name, "requests": sum(c for _, c in row), "reached": self.share(row)}
            for name, row in rows.items()
        ]
        return sorted(found, key=lambda row: (-row["requests"], row["utility"]))

    def missing(self, count: int) -> list[dict]:
        """The most frequent templates that are not reached."""
        rows = [(known, n) for known, n in self.asked.ranked() if known not in self.reached]
        return [{"requests": n, "template": shown(known)} for known, n in rows[:count]]


def shown(known: Template) -> str:
    """A template as a person reads it."""
    return " ".join(token.text for token in known)
