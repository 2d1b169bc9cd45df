"""How much of a suite of tasks the generator of training pairs can write, by area.

A task is reached if a reference of it has the template of a command of the generator; by statements
if all statements of a reference stand in commands or scripts of it, as of a long script hardly two
people write the same. Nothing of the tasks is shown but these shares: whoever writes the
generator's tasks does not see a suite's.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from bashcoder_mlx.evaluation.suite import Task, by_area
from bashcoder_mlx.evaluation.systems import prompt_key
from bashcoder_mlx.shell.template import Template, statements, template, utilities_of


def reach(suite: Sequence[Task], reached: Mapping[str, Collection[Template]]) -> list[dict]:
    """A row for each area, and one for all.

    Args:
        reached: the templates that the generator writes, by kind of task.
    """
    known = {part for found in reached.values() for whole in found for part in statements(whole)}
    areas = (*by_area(suite).items(), ("all", suite))
    return [_row(area, tasks, reached, known) for area, tasks in areas]


def _row(area: str, tasks: Sequence[Task], reached: Mapping, known: Collection[Template]) -> dict:
    found = [[template(r) in reached[task.kind] for r in task.references] for task in tasks]
    references = [reference for task in tasks for reference in task.references]
    return {
        "area": area,
        "tasks": len(tasks),
        "macos": sum(task.macos is not None for task in tasks),
        "utilities": len({name for text in references for name, _ in utilities_of(text)}),
        "tasks_reached": sum(map(any, found)),
        "tasks_by_statements": sum(
            any(known.issuperset(statements(template(r))) for r in task.references)
            for task in tasks
        ),
        "references": len(references),
        "references_reached": sum(map(sum, found)),
    }


def word_for_word(suite: Iterable[Task], prompts: Iterable[str]) -> int:
    """How many prompts of a suite stand among other prompts, whatever case and punctuation."""
    return len({prompt_key(task.prompt) for task in suite} & set(map(prompt_key, prompts)))
