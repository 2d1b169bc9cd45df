"""Mutants that do the same as the command: `tasks/equivalent/AREA.toml`, with reasons.

[[equivalent]]
tasks = "files/remove/*"    # a glob on the names of tasks, or a list of globs
mutant = "drop rm -f"       # a glob on labels, or a list of them
reason = "nothing asks"
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property
from importlib import resources

from bashcoder_mlx import toml
from bashcoder_mlx.errors import InputError

_KEYS = {"tasks", "mutant", "reason"}
_ANY = "*"
_ENTRY = re.compile(r"^\[\[equivalent\]\]", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """Mutants of some tasks that cannot be told from the command, and why."""

    tasks: tuple[str, ...]
    mutant: tuple[str, ...]
    command: tuple[str, ...]
    reason: str
    where: str
    """File and line."""

    def covers(self, task: str, label: str, command: str) -> bool:
        """Whether it speaks of that mutant of that task and command."""
        labelled = self._labels.fullmatch(label) and self._commands.fullmatch(command)
        return self.names(task) and bool(labelled)

    def names(self, task: str) -> bool:
        """Whether it speaks of that task."""
        return bool(self._tasks.fullmatch(task))

    @cached_property
    def _tasks(self) -> re.Pattern:
        return _any(self.tasks)

    @cached_property
    def _labels(self) -> re.Pattern:
        return _any(self.mutant)

    @cached_property
    def _commands(self) -> re.Pattern:
        return _any(self.command)


def _any(globs: Sequence[str]) -> re.Pattern:
    # Labels hold `[` of their own: only `*` and `?` are wild.
    return re.compile("|".join(translate(glob.replace("[", "[[]")) for glob in globs))


def every_entry() -> list[Entry]:
    """The entries of all tables.

    Raises:
        InputError: see `read_entries`.
    """
    folder = resources.files("bashcoder_mlx.corpora.synthetic") / "tasks" / "equivalent"
    tables = sorted(folder.iterdir(), key=lambda place: place.name)
    return [entry for table in tables for entry in read_entries(table.read_text("utf-8"), table)]


def read_entries(text: str, file: object) -> list[Entry]:
    """The entries of a table.

    Raises:
        InputError: not TOML, an unknown or missing key, or a blank one; names file and line.
    """
    try:
        tables = toml.loads(text)
    except toml.TOMLDecodeError as error:
        raise InputError(f"{file}: {error}") from error
    if unknown := sorted(tables.keys() - {"equivalent"}):
        raise InputError(f"{file}: unknown key {unknown[0]!r}; it has [[equivalent]] alone")
    lines = [text.count("\n", 0, found.start()) + 1 for found in _ENTRY.finditer(text)]
    return list(_entries(tables.get("equivalent", []), lines, file))


def _entries(tables: Sequence[Mapping], lines: Sequence[int], file: object) -> Iterator[Entry]:
    for table, line in zip(tables, lines, strict=True):
        where = f"{file}, line {line}"
        for key in sorted(table.keys() - {"command"} ^ _KEYS):
            kind = "unknown" if key in table else "missing"
            raise InputError(f"{where}: {kind} key {key!r}; it has tasks, mutant, command, reason")
        given = {"command": _ANY, **table}
        keys = ("tasks", "mutant", "command", "reason")
        *globs, (reason, *_) = (_words(given[key], f"{where}: {key}") for key in keys)
        yield Entry(*globs, reason, where)


def _words(value: object, where: str) -> tuple[str, ...]:
    words = tuple(value) if isinstance(value, list) else (value,)
    if not words or not all(isinstance(word, str) and word.strip() for word in words):
        raise InputError(f"{where} is blank; write a text")
    return words
