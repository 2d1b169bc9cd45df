"""Tasks as data: a family is a TOML file, and what it computes stands in the module beside it.

    # tasks/files/copy.toml: the family "files/copy"; its task "keep" is "files/copy.keep"
    about = "Copying and moving with cp and mv."
    weight = 2.5                      # its share of the draws, relative to the other families

    [slots]                           # slots of this family alone: names, a slot, or a function
    tool = ["ls", "grep", "sort"]
    target = "dir"

    [tree.desk]                       # a named tree; the syntax is that of trial/fixture.py
    "{file}" = { text = "x\\n", mode = "640", days = 50 }

    [[task]]
    name = "keep"
    say = ["copy {file} to {file2.raw} with its date"]   # may be wrapped: "how do I …?"
    ask = ["copy of {file} as {file2.raw}, same date"]   # used as it is
    run = "cp -p {file} {file2}"      # or { linux = "…", macos = "…" }
    explain = "Copies {file} to {file2.raw} with its date and permissions."
    tree = "desk"                     # before: a name, or a table
    changes = { "{file2}" = { copy = "{file}", keep = true } }       # after: what is different
    prints = ["one line", "another"]  # the lines, or the exact text; nothing by default

What else a task may have: `weight` among those of its family, `kind`, `stubs` (programs that are
recorded instead of run), `mutants` (commands that look alike and must fail), and, as every trial:
`setup` (a function that adds to the tree), `user`, `before` and `after` (bash in the same shell),
`stdin`, `arguments` (of a script), `unordered` (lines in any order), `any_output`, `status`,
`errors` (a text in the error output), `calls` (of stubs: lists of words, or true for the words of
the command itself), and `expect` in the place of `changes` and `prints`: a function that makes the
changes and returns the output. `[[task.trial]]` tables give several trials; each has what the task
has, its own keys, and both trees.

A function is named as "name", or { use = "name", key = value }, which are passed on by keyword: it
is called with the world and the values, and `expect` of a script with the arguments too.

`include = ["sources"]` takes the slots, trees, rows and texts of tasks/shared/sources.toml too,
and the functions of sources.py beside it.

`each = ["verb", "option"]` makes a task of every combination of a row of `rows.verb` and one of
`rows.option`: `<verb.key>` stands for the text of a row, or alone for any value; a list in a list
is joined to it. Weights of rows multiply; `system = "linux"` in a row, or in a task, makes a task
for that system alone. `except` names what is left out. `<text.name>` stands for the text of that
name in the table `text`, such as bash that several tasks run before.
"""

import importlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from types import ModuleType

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.synthetic import rows, trials
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, one_of
from bashcoder_mlx.corpora.synthetic.slots import Slot as SlotDraw
from bashcoder_mlx.corpora.synthetic.task import Run, Task, texts_of
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.prompt import SYSTEMS

_SHARED_KEYS = {"slots", "tree", "rows", "text"}
_FILE_KEYS = {"about", "weight", "include", "defaults", "task", *_SHARED_KEYS}
_TASK_KEYS = {
    *("name", "say", "ask", "run", "explain", "kind", "weight", "stubs", "mutants", "trial"),
    *("each", "except", "system", *trials.KEYS),
}


class Table:
    """The file of a family, read and checked.

    Raises:
        InputError: the file and line of what is wrong in it.
    """

    def __init__(self, path: Path, name: str, module: str = ""):
        self.path, self.name, self._module = path, name, module
        self._text = path.read_text(encoding="utf-8")
        self._read = self._parsed(path, self._text)
        self._check_keys(self._read, _FILE_KEYS, 1)
        self.about, self.weight = self._read.get("about"), self._read.get("weight")
        if not isinstance(self.about, str) or not isinstance(self.weight, (int, float)):
            raise InputError(f"{path}:1: a family needs `about` (a text) and `weight` (a number)")
        self._shared = self._with_included()

    def _parsed(self, path: Path, text: str) -> dict:
        try:
            return toml.loads(text)
        except toml.TOMLDecodeError as error:
            raise InputError(f"{path}: {error}") from error

    def _with_included(self) -> dict[str, dict]:
        """Slots, trees and rows: of the files that are included, then its own."""
        shared: dict[str, dict] = {key: {} for key in _SHARED_KEYS}
        for name in self._read.get("include", ()):
            path = self.path.parents[1] / "shared" / f"{name}.toml"
            if not path.exists():
                raise InputError(f"{self.path}:{self._line_of('include', 1)}: no {path}")
            read = self._parsed(path, path.read_text(encoding="utf-8"))
            if unknown := read.keys() - _SHARED_KEYS:
                raise InputError(f"{path}: unknown key {sorted(unknown)[0]}")
            for key, named in read.items():
                shared[key] |= named
        for key in _SHARED_KEYS:
            shared[key] |= self._read.get(key, {})
        return shared

    def tasks(self) -> list[Task]:
        """Its tasks in the order of the file, those of `each` row by row."""
        found: dict[str, Task] = {}
        for index, row in enumerate(self._read.get("task", ())):
            line = self._line(index)
            self._check_keys(row, _TASK_KEYS, line)
            for one in self._combined(row, line):
                task = self._task(one, line)
                if task.name in found:
                    raise InputError(f"{self.path}:{line}: a second task {task.name}")
                found[task.name] = task
        return list(found.values())

    def _combined(self, row: Mapping, line: int) -> list[Mapping]:
        row = {**self._read.get("defaults", {}), **row}
        left_out = set(row.pop("except", ()))
        try:
            combined = rows.combinations(row, self._shared["rows"], self._shared["text"])
        except ValueError as error:
            raise InputError(f"{self.path}:{line}: {error}") from error
        if unknown := left_out - {one.get("name") for one in combined}:
            raise InputError(f"{self.path}:{line}: except: no task {', '.join(sorted(unknown))}")
        return [one for one in combined if one.get("name") not in left_out]

    def _task(self, row: Mapping, line: int) -> Task:
        missing = {"name", "say", "run", "explain"} - row.keys()
        if "say" in missing and row.get("ask"):
            missing.discard("say")
        if missing:
            raise InputError(f"{self.path}:{line}: a task needs {', '.join(sorted(missing))}")
        origin = f"{self.path}:{line}"
        try:
            return Task(
                name=f"{self.name}.{row['name']}",
                say=_texts(row.get("say", ())),
                ask=_texts(row.get("ask", ())),
                run=_run(row),
                explain=_texts(row["explain"]),
                kind=row.get("kind", "script" if _is_script(row["run"]) else "command"),
                weight=float(row.get("weight", 1)),
                stubs=tuple(row.get("stubs", ())),
                mutants=tuple(row.get("mutants", ())),
                slots=self._slots,
                plans=trials.plans(row, self._shared["tree"], self._function, origin),
                origin=origin,
            )
        except (ValueError, TypeError) as error:
            raise InputError(f"{self.path}:{line}: {error}") from error

    @cached_property
    def _slots(self) -> Mapping[str, SlotDraw]:
        return {name: self._slot(value) for name, value in self._shared["slots"].items()}

    def _slot(self, value: str | Sequence[str] | Mapping) -> SlotDraw:
        if isinstance(value, list):
            return one_of(*value)
        named = SLOTS.get(value) if isinstance(value, str) else None
        return named or self._function(value)

    def _function(self, name: str | Mapping):
        """A function of the module beside the table or an included one, with its arguments."""
        given = {"use": name} if isinstance(name, str) else dict(name)
        wanted = given.pop("use", "")
        found = [one for one in self._modules() if callable(getattr(one, wanted, None))]
        if not found:
            places = [self.path.name, *(f"shared/{one}" for one in self._read.get("include", ()))]
            raise ValueError(f"no function {name} beside {', '.join(places)}")
        function = getattr(found[0], wanted)
        return partial(function, **given) if given else function

    def _modules(self) -> Iterator[ModuleType]:
        if self.path.with_suffix(".py").exists():
            yield importlib.import_module(self._module)
        top = self._module.rsplit(".", 2)[0]
        for name in self._read.get("include", ()):
            if (self.path.parents[1] / "shared" / f"{name}.py").exists():
                yield importlib.import_module(f"{top}.shared.{name}")

    def _check_keys(self, row: Mapping, known: set[str], line: int) -> None:
        if unknown := row.keys() - known:
            key = sorted(unknown)[0]
            raise InputError(f"{self.path}:{self._line_of(key, line)}: unknown key {key}")

    def _line(self, index: int) -> int:
        """The line of the header of a task."""
        return self._headers[index]

    @cached_property
    def _headers(self) -> list[int]:
        lines = enumerate(self._text.splitlines(), 1)
        return [at for at, line in lines if line.strip() == "[[task]]"]

    def _line_of(self, key: str, start: int) -> int:
        lines = enumerate(self._text.splitlines()[start - 1 :], start)
        headers = (f"[{key}", f"[[{key}", f"{key} ", f"{key}=")
        return next((at for at, line in lines if line.strip().startswith(headers)), start)


def _texts(given: str | Sequence[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _run(row: Mapping) -> Run:
    """The command, under the system that a task is made for alone."""
    run, system = row["run"], row.get("system")
    if system is None:
        return run
    if system not in SYSTEMS:
        raise ValueError(f"system is {' or '.join(SYSTEMS)}, not {system!r}")
    if not isinstance(run, str):
        raise ValueError("system: run names its systems already")
    return {system: run}


def _is_script(run: Run) -> bool:
    return all(text.lstrip("\n").startswith("#!") for text in texts_of(run))
