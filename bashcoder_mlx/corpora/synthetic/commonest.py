"""The tasks that are drawn most often, and in how many ways each is asked for."""

from collections.abc import Iterator, Sequence
from statistics import median

from bashcoder_mlx.corpora.synthetic.demand import drawn
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks import families, family

STEPS = (500, 1_000, 2_000)
"""Of how many of the commonest tasks the figures are."""
GOAL = 8
"""How many ways to ask each of them is to have."""


def commonest(count: int) -> list[Task]:
    """The tasks with the largest shares of the draws, the largest first."""
    drawn = sorted(_shares(), key=lambda item: (-item[0], item[1].name))
    return [task for _, task in drawn[:count]]


def _shares() -> Iterator[tuple[float, Task]]:
    for name, share in families().items():
        tasks = family(name)
        parts = list(map(drawn, tasks))
        yield from zip((share * part / sum(parts) for part in parts), tasks, strict=True)


def summary(tasks: Sequence[Task]) -> dict:
    """How many sentences ask for each of some tasks, and how many tasks have too few.

    few_wordings: those that have too few also where alternatives within a sentence count.
    """
    asked = [len(task.sentences) for task in tasks]
    return {
        "commonest": len(tasks),
        "sentences": int(median(asked)),
        "few_sentences": sum(count < GOAL for count in asked),
        "few_wordings": sum(task.wordings < GOAL for task in tasks),
    }
