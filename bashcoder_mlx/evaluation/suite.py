"""Suites of tasks to execute: a folder of TOML files, each an area with its fixtures and tasks.

    [fixture.desk]                        # a file tree, for the tasks of all files of the folder
    "notes.txt" = "milk\\nbread\\n"        # the syntax is that of trial/fixture.py
    "tools/run.sh" = { text = "echo hi\\n", mode = "755", days = 12 }

    [[task]]
    prompt = "how many lines does notes.txt have"
    fixture = "desk"                      # or a table of its own; nothing is an empty folder
    reference = ["wc -l < notes.txt", "wc -l notes.txt"]
    macos = true                          # also asked for macOS: the same command, or another

An answer passes when its exit status, standard output and resulting tree equal those of a
reference. `ordered = false` compares the lines of the output in any order, `output = false` leaves
the output out, `times = true` compares times of modification too. `setup` is bash run first,
`after` is bash that follows in the same shell and prints what the answer changed there, and
`arguments` are those of a script (`kind = "script"`). `check` is bash that decides instead of the
comparison, so that a reference may be absent: it runs in the resulting tree with the output as $1
and the exit status as $2.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bashcoder_mlx import toml
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.shell.programs import missing
from bashcoder_mlx.trial.fixture import build
from bashcoder_mlx.trial.world import World

_PACKAGE = Path(__file__).parents[1]
# In an installed wheel the suite lies inside the package, in a source tree in benchmarks/.
_SHIPPED = (_PACKAGE / "tasks", _PACKAGE.parent / "benchmarks" / "tasks")


@dataclass(frozen=True, eq=False)
class Task:
    """One task; the keys of the file are explained at the top of this module."""

    prompt: str
    area: str
    references: tuple[str, ...]
    """Commands that do it, the plainest first; with a `check` there need be none."""
    fixture: Mapping[str, object]
    """Path to content, as in the file."""
    macos: str | None = None
    """The command on macOS, where the task is stated for it."""
    kind: str = "command"
    """command or script."""
    ordered: bool = True
    output: bool = True
    times: bool = False
    setup: str = ""
    after: str = ""
    check: str = ""
    arguments: tuple[str, ...] = ()

    def is_stated_for(self, system: str) -> bool:
        """Whether it can be asked for a system: "linux", or "macos"."""
        return system == "linux" or self.macos is not None

    def references_on(self, system: str) -> tuple[str, ...]:
        """Its references for a system; none where it is not stated for it."""
        if system == "linux":
            return self.references
        return (self.macos,) if self.macos else ()

    def missing(self, system: str) -> list[str]:
        """The programs of its references that this machine lacks."""
        texts = (*self.references_on(system), self.setup, self.after, self.check)
        return missing(texts)


def shipped_suite() -> Path:
    """The folder of the everyday suite.

    Raises:
        InputError: this installation has none.
    """
    for folder in _SHIPPED:
        if folder.is_dir():
            return folder
    raise InputError("this installation has no tasks: name a folder with --tasks DIR")


def read_suite(folder: Path) -> list[Task]:
    """All tasks of a folder, in the order of its files.

    Raises:
        InputError: no tasks there, or a fault, with its file and task.
    """
    files = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    tables = {file: _read(file) for file in files}
    fixtures = {}
    for file, table in tables.items():
        for key, kind in (("fixture", dict), ("task", list)):
            if not isinstance(table.get(key, kind()), kind):
                raise InputError(f"{file}: {key} is no table: write [fixture.NAME] and [[task]]")
        for name, fixture in table.get("fixture", {}).items():
            if name in fixtures:
                raise InputError(f"{file}: fixture {name} is defined twice in {folder}")
            build_world(fixture, f"{file}: fixture {name}")
            fixtures[name] = fixture
    tasks = [
        _task(row, fixtures, file.stem, f"{file}: task {number}")
        for file, table in tables.items()
        for number, row in enumerate(table.get("task", ()), 1)
    ]
    if not tasks:
        raise InputError(f"no tasks in {folder}: it needs .toml files with [[task]] tables")
    return tasks


def _read(file: Path) -> dict:
    try:
        return toml.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{file}: {error}") from error


_STRINGS = ("prompt", "kind", "setup", "after", "check")
_FLAGS = ("ordered", "output", "times")
_LISTS = ("arguments", "reference")
_KEYS = {"fixture", "macos", *_STRINGS, *_FLAGS, *_LISTS}


def _task(row: Mapping, fixtures: Mapping, area: str, where: str) -> Task:
    _check(row, where)
    row = dict(row)
    reference, fixture = row.pop("reference", []), row.pop("fixture", {})
    if isinstance(fixture, str):
        if fixture not in fixtures:
            raise InputError(f"{where}: no fixture {fixture!r} in this folder")
        fixture = fixtures[fixture]
    else:
        build_world(fixture, where)
    references = (reference,) if isinstance(reference, str) else tuple(reference)
    macos = row.pop("macos", False)
    if macos is True:
        macos = references[0] if references else ""
    row["arguments"] = tuple(row.get("arguments", ()))
    return Task(
        area=area,
        references=references,
        fixture=fixture,
        macos=None if macos is False else macos,
        **row,
    )


def _check(row: Mapping, where: str) -> None:
    """Raises `InputError` for keys that are unknown, missing or of a wrong type."""
    if not isinstance(row, Mapping):
        raise InputError(f"{where} is no table: begin it with [[task]]")
    if unknown := row.keys() - _KEYS:
        raise InputError(f"{where}: unknown keys: {', '.join(sorted(unknown))}")
    wrong = [key for key in _STRINGS if not isinstance(row.get(key, ""), str)]
    wrong += [key for key in _FLAGS if not isinstance(row.get(key, True), bool)]
    wrong += ["macos"] if not isinstance(row.get("macos", True), (bool, str)) else []
    for key in _LISTS:
        value = row.get(key, [])
        value = [value] if key == "reference" and isinstance(value, str) else value
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            wrong.append(key)
    if wrong:
        raise InputError(f"{where}: not a usable value: {', '.join(wrong)}")
    if not row.get("prompt", "").strip() or not (row.get("reference") or row.get("check")):
        raise InputError(f"{where}: it needs a prompt, and a reference or a check")
    if row.get("kind", "command") not in ("command", "script"):
        raise InputError(f"{where}: kind is command or script, not {row['kind']!r}")


def build_world(fixture: Mapping[str, object], where: str = "fixture") -> World:
    """The file tree of a fixture.

    Raises:
        InputError: what is wrong in it (see `trial/fixture.py`), or a file closed to its owner.
    """
    if not isinstance(fixture, Mapping):
        raise InputError(f"{where}: a fixture is a name or a table of paths")
    world = build(fixture, where=where)
    for path, node in world.nodes.items():
        if not node.mode & 0o400:
            raise InputError(f"{where}: {path}: its owner must be able to read it")
        node.mode |= 0o100 if node.kind == "dir" else 0
    return world


def by_area(tasks: Sequence[Task]) -> dict[str, list[Task]]:
    """The tasks of each area, in the order of the areas' names."""
    areas = sorted({task.area for task in tasks})
    return {area: [task for task in tasks if task.area == area] for area in areas}
