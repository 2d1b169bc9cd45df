"""How much of a suite of tasks the generator of training pairs can write, by area.

A task is reached if a reference of it has the template of a command of the generator. Nothing of
the tasks is shown but these shares: whoever writes the generator's tasks does not see a suite's.
"""

from collections.abc import Collection, Iterable, Sequence

from bashcoder_mlx.evaluation.suite import Task, by_area
from bashcoder_mlx.evaluation.systems import prompt_key
from bashcoder_mlx.shell.template import Token, template, utilities_of


def reach(suite: Sequence[Task], reached: Collection[tuple[Token, ...]]) -> list[dict]:
    """A row for each area, and one for all.

    Args:
        reached: the templates that the generator writes.
    """
    return [_row(area, tasks, reached) for area, tasks in (*by_area(suite).items(), ("all", suite))]


def _row(area: str, tasks: Sequence[Task], reached: Collection) -> dict:
    references = [reference for task in tasks for reference in task.references]
    return {
        "area": area,
        "tasks": len(tasks),
        "macos": sum(task.macos is not None for task in tasks),
        "utilities": len({name for text in references for name, _ in utilities_of(text)}),
        "tasks_reached": sum(any(template(r) in reached for r in t.references) for t in tasks),
        "references": len(references),
        "references_reached": sum(template(reference) in reached for reference in references),
    }


def word_for_word(suite: Iterable[Task], prompts: Iterable[str]) -> int:
    """How many prompts of a suite stand among other prompts, whatever case and punctuation."""
    return len({prompt_key(task.prompt) for task in suite} & set(map(prompt_key, prompts)))
