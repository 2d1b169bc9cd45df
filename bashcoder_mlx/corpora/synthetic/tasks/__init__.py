"""The families of tasks: modules whose `tasks()` yield them, by area."""

import importlib
from functools import cache

from bashcoder_mlx.corpora.synthetic.task import Task

# Of each family: its share of the draws, and its modules.
_MODULES: dict[str, tuple[float, str]] = {
    "text": (
        0.26,
        "text_pipes text_rows text_sed text_sums text_view text_count text_order text_uniq "
        "text_columns text_side text_shape text_codes text_json text_jq text_awk text_replace "
        "text_split",
    ),
    "shell": (0.12, "shell_loops shell_values shell_tests shell_session"),
    "scripts": (0.10, "scripts_folder"),
}
FAMILIES: dict[str, float] = {name: share for name, (share, _) in _MODULES.items()}
"""Share of the draws by family."""


@cache
def family(name: str) -> tuple[Task, ...]:
    """The tasks of a family, in a fixed order."""
    modules = [
        importlib.import_module(f"{__name__}.{module}") for module in _MODULES[name][1].split()
    ]
    return tuple(task for module in modules for task in module.tasks())


def every_task() -> list[Task]:
    """The tasks of all families."""
    return [task for name in FAMILIES for task in family(name)]
