"""How often tasks are asked for: what the draws of the generator follow within a family.

demand.json holds, for each family, the requests of public pairs by task; `bashcoder data coverage
FILE... --record` writes it. A task that none asks for is drawn as its own weight says.
"""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from math import sqrt
from pathlib import Path

from bashcoder_mlx.corpora.synthetic.task import Task

FILE = Path(__file__).with_name("demand.json")


def factor(task: str) -> float:
    """How many times as often as its own weight says a task is drawn."""
    return 1 + sqrt(requests().get(task, 0))


def drawn(task: Task) -> float:
    """How often a task is drawn, relative to the others of its family."""
    return task.weight * factor(task.name)


def most_drawn(tasks: Iterable[Task], count: int) -> list[Task]:
    """Those of some tasks of a family that are drawn most, at most `count`, equals in order."""
    return sorted(tasks, key=drawn, reverse=True)[:count]


@cache
def requests() -> dict[str, float]:
    """The requests by task, of those that are asked for."""
    families = json.loads(FILE.read_text("utf-8"))
    return {name: count for tasks in families.values() for name, count in tasks.items()}


def write(families: Mapping[str, Mapping[str, float]], path: Path = FILE) -> None:
    """Writes the requests by family and task, one family a line."""
    rows = (
        f"{json.dumps(name)}: {json.dumps(dict(sorted(tasks.items())))}"
        for name, tasks in sorted(families.items())
    )
    path.write_text("{\n" + ",\n".join(rows) + "\n}\n", "utf-8")
