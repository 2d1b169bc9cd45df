"""The families of tasks: tables, a TOML file each, and those composed in Python.

A family is named by its path: "files/copy" is tasks/files/copy.toml with its functions, if it needs
any, in copy.py beside it; "find/print" is tasks/find/print.py, whose `tasks()` yields its tasks and
whose `WEIGHT` is its share of the draws. The name of a task begins with that of its family.
"""

import importlib
from functools import cache
from pathlib import Path

from bashcoder_mlx.corpora.synthetic.table import Table
from bashcoder_mlx.corpora.synthetic.task import Task

_FOLDER = Path(__file__).parent
COMPOSED: tuple[str, ...] = (
    "compose/captured",
    "compose/output",
    "compose/prefixed",
    "compose/sequence",
    "compose/success",
    "compose/when",
    "dates/calendar",
    "dates/given",
    "dates/moments",
    "dates/now",
    "dates/uses",
    "find/apart",
    "find/bare",
    "find/broad",
    "find/bundled",
    "find/contents",
    "find/delete",
    "find/details",
    "find/edit",
    "find/empties",
    "find/errors",
    "find/folders",
    "find/inodes",
    "find/inspect",
    "find/lines",
    "find/links",
    "find/list",
    "find/located",
    "find/loops",
    "find/matches",
    "find/measured",
    "find/modes",
    "find/move",
    "find/output",
    "find/pack",
    "find/packing",
    "find/permissions",
    "find/piped",
    "find/placing",
    "find/print",
    "find/rank",
    "find/ranked",
    "find/rare",
    "find/reads",
    "find/removals",
    "find/renames",
    "find/runs",
    "find/searched",
    "find/special",
    "find/spread",
    "find/summary",
    "find/transfer",
    "find/unpacking",
    "find/wide",
    "git/log",
    "loops/files",
    "loops/lines",
    "loops/numbers",
    "scripts/backup",
    "scripts/composed_acts",
    "scripts/composed_checks",
    "scripts/composed_columns",
    "scripts/composed_facts",
    "scripts/composed_figures",
    "scripts/composed_lines",
    "scripts/composed_maths",
    "scripts/composed_names",
    "scripts/composed_numbers",
    "scripts/composed_texts",
    "scripts/database",
    "scripts/every",
    "scripts/files",
    "scripts/folder",
    "scripts/guarded",
    "scripts/lines",
    "scripts/maths",
    "scripts/numbers",
    "scripts/options",
    "scripts/strict",
    "scripts/strings",
    "scripts/subcommands",
    "scripts/words",
    "search/actions",
    "search/extracts",
    "search/folders",
    "search/kinds",
    "search/lines",
    "search/rg",
    "search/streams",
    "shell/amounts",
    "shell/called",
    "shell/decided",
    "shell/filled",
    "shell/listed",
    "shell/statuses",
    "shell/streams",
    "text/chains",
    "text/echo",
    "text/here",
    "text/listings",
    "text/pipes",
    "text/rows",
    "text/sed",
    "text/sums",
)
"""The families that are modules."""
BASIC = (
    "files/make",
    "files/touch",
    "files/list",
    "files/copy",
    "files/move",
    "files/remove",
    "files/clear",
    "text/count",
    "text/view",
    "text/ends",
    "text/order",
    "disk/free",
    "disk/usage",
    "disk/totals",
    "disk/largest",
    "archives/zip",
    "archives/unzip",
)
"""Families of short everyday commands."""


@cache
def families() -> dict[str, float]:
    """Every family, with its share of the draws, relative to the others."""
    weights = {name: table.weight for name, table in _tables().items()}
    weights |= {name: _module(name).WEIGHT for name in COMPOSED}
    return dict(sorted(weights.items()))


@cache
def family(name: str) -> tuple[Task, ...]:
    """The tasks of a family, in a fixed order."""
    return tuple((_tables().get(name) or _module(name)).tasks())


def every_task() -> list[Task]:
    """The tasks of all families."""
    return [task for name in families() for task in family(name)]


@cache
def _tables() -> dict[str, Table]:
    found = {}
    for path in sorted(_FOLDER.glob("*/*.toml")):
        if path.parent.name in ("shared", "equivalent"):
            continue
        name = path.relative_to(_FOLDER).with_suffix("").as_posix()
        found[name] = Table(path, name, f"{__name__}.{name.replace('/', '.')}")
    return found


def _module(name: str):
    return importlib.import_module(f"{__name__}.{name.replace('/', '.')}")
