"""The families of tasks, each a module whose `tasks()` yields them."""

import importlib
from functools import cache

from bashcoder_mlx.corpora.synthetic.task import Task

# Share of the pairs that are drawn from each family.
FAMILIES = {
    "files": 0.2,
}


@cache
def family(name: str) -> tuple[Task, ...]:
    """The tasks of a family, in a fixed order."""
    return tuple(importlib.import_module(f"{__name__}.{name}").tasks())


def every_task() -> list[Task]:
    """The tasks of all families."""
    return [task for name in FAMILIES for task in family(name)]
