"""Answers executed: each command alone in the sandbox, on a fresh copy of its task's file tree.

A result is kept for each command and fixture, so that what several candidates or systems answer
runs once.
"""

import json
import lzma
import shutil
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bashcoder_mlx.corpora.synthetic.archives import unpack
from bashcoder_mlx.corpora.synthetic.world import Node, World, differences, read_world
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.evaluation.suite import Task, build_world
from bashcoder_mlx.shell.sandbox import Limits, Sandbox

LIMITS = Limits(seconds=10, file_bytes=32 << 20, output_bytes=1 << 20)
_WORKERS = 4
_TREE_FILES, _TREE_BYTES = 20_000, 256 << 20  # of the tree that a command leaves
_UNREADABLE = -1  # in the place of an exit status, which no reference has
_CHECKED_CHARACTERS = 100_000  # of the output, as an argument of a check
_KINDS = {b"\x1f\x8b": b"gz", b"BZh": b"bz2", b"\xfd7zXZ": b"xz", b"PK": b"zip"}
_DAMAGED = (EOFError, OSError, ValueError, lzma.LZMAError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True)
class Outcome:
    """What a command did.

    status: exit status.
    stdout: what it printed, without the line ends that close it.
    tree: the file tree it left.
    accepted: what the task's check says; None without one.
    """

    status: int
    stdout: str
    tree: World
    accepted: bool | None


class Executor:
    """Runs the answers to tasks; a context manager that removes its files at the end."""

    def __init__(self, sandbox: Sandbox, workers: int = _WORKERS):
        self._sandbox, self._workers = sandbox, workers
        self._outcomes: dict[tuple, Outcome] = {}
        self._fixtures: dict[tuple, Path] = {}
        # One clock for all copies of a fixture, so that `ls -l` prints the same for each.
        self._now = time.time()

    def __enter__(self) -> "Executor":
        self._temporary = tempfile.TemporaryDirectory(prefix="bashcoder-evaluate-")
        self._folder = Path(self._temporary.name)
        return self

    def __exit__(self, *error) -> None:
        self._temporary.cleanup()

    @property
    def executions(self) -> int:
        """How many commands were run; repeated ones count once."""
        return len(self._outcomes)

    def passed(self, answers: Sequence[tuple[Task, str]], system: str = "linux") -> Iterator[bool]:
        """Whether each command does what its task wants, in order, as they become known.

        Args:
            answers: tasks stated for `system`, each with a command or script.

        Raises:
            BashcoderError: the sandbox fails, or the setup of a task does.
        """
        with ThreadPoolExecutor(self._workers) as pool:
            yield from pool.map(lambda pair: self._passes(*pair, system), answers)

    def _passes(self, task: Task, command: str, system: str) -> bool:
        if not command.strip() or "\0" in command:
            return False
        found = self.outcome(task, command)
        if task.check:
            return bool(found.accepted)
        expected = (self.outcome(task, reference) for reference in task.references_on(system))
        return any(not faults(task, wanted, found) for wanted in expected)

    def outcome(self, task: Task, command: str) -> Outcome:
        """What a command does on the fixture of a task."""
        key = (command, _fixture_key(task), task.after, task.check, task.arguments)
        if key not in self._outcomes:
            self._outcomes[key] = self._run(task, command)
        return self._outcomes[key]

    def _run(self, task: Task, command: str) -> Outcome:
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            tree = Path(name) / "tree"
            shutil.copytree(self._fixture(task), tree, symlinks=True)
            script = f"{command}\n{task.after}\n" if task.after else command
            started = time.time()
            result = self._sandbox.run(script, tree, arguments=task.arguments, limits=LIMITS)
            stdout = result.stdout.decode("utf-8", "surrogateescape").rstrip("\n")
            accepted = None
            if task.check:
                given = (stdout[:_CHECKED_CHARACTERS].replace("\0", ""), str(result.status))
                accepted = not self._sandbox.run(task.check, tree, arguments=given).status
            if not _is_readable(tree):
                return Outcome(_UNREADABLE, "", World(), False)
            return Outcome(result.status, stdout, _tree(tree, started), accepted)

    def _fixture(self, task: Task) -> Path:
        """The folder with the tree that the task starts from, made once."""
        key = _fixture_key(task)
        if key not in self._fixtures:
            tree = Path(tempfile.mkdtemp(dir=self._folder)) / "tree"
            tree.mkdir()
            build_world(task.fixture).write_to(tree, self._now)
            if task.setup:
                result = self._sandbox.run(task.setup, tree, limits=LIMITS)
                if result.status:
                    detail = result.stderr.decode("utf-8", "replace").strip()
                    raise BashcoderError(f"the setup of {task.prompt!r} fails: {detail}")
            self._fixtures[key] = tree
        return self._fixtures[key]


def faults(task: Task, wanted: Outcome, found: Outcome) -> list[str]:
    """Where an outcome differs from a reference's, a phrase each; empty where the task passes."""
    phrases = []
    if wanted.status != found.status:
        phrases.append(f"exit status {found.status}, not {wanted.status}")
    if task.output and _lines(task, wanted) != _lines(task, found):
        phrases.append(f"output {found.stdout[:200]!r}, not {wanted.stdout[:200]!r}")
    expected = World({path: _expected(task, node) for path, node in wanted.tree.nodes.items()})
    return phrases + differences(expected, found.tree)


def _expected(task: Task, node: Node) -> Node:
    return node if task.times else replace(node, mtime=None)


def _lines(task: Task, outcome: Outcome) -> Sequence[str]:
    lines = outcome.stdout.split("\n")
    return lines if task.ordered else sorted(lines)


def _is_readable(root: Path) -> bool:
    """Whether a tree is small enough to be read: many files can each be below the limit."""
    paths = list(islice(root.rglob("*"), _TREE_FILES + 1))
    size = sum(path.lstat().st_size for path in paths)
    return len(paths) <= _TREE_FILES and size <= _TREE_BYTES


def _tree(root: Path, started: float) -> World:
    """The tree, with an infinite time in the place of that of the run, and archives by content."""
    world = read_world(root)
    for node in world.nodes.values():
        node.data = _content(node.data)
        if node.mtime >= started - 1:
            node.mtime = float("inf")
    return world


def _content(data: bytes) -> bytes:
    """The files of an archive: those of two equal ones differ in times and in compression."""
    kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), b"")
    if not kind and data[257:262] != b"ustar":
        return data
    try:
        files = unpack(data)
    except (*_DAMAGED, RuntimeError):  # RuntimeError: encrypted
        return data
    return kind + repr(sorted(files.items()) if isinstance(files, dict) else files).encode()


def _fixture_key(task: Task) -> tuple:
    return json.dumps(task.fixture, sort_keys=True), task.setup
