"""Answers executed: each command alone in the sandbox, on a fresh copy of its task's file tree.

A result is kept for each command and fixture, so that what several candidates or systems answer
runs once. Whatever an answer does, it passes or fails; only a sandbox that does not work stops the
evaluation.
"""

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.evaluation.suite import Task, build_world
from bashcoder_mlx.shell.sandbox import Limits, Sandbox
from bashcoder_mlx.shell.scratch import scratch
from bashcoder_mlx.trial import comparison
from bashcoder_mlx.trial import outcome as trial
from bashcoder_mlx.trial.archives import content
from bashcoder_mlx.trial.comparison import Found
from bashcoder_mlx.trial.world import AGE, Node, World, read_world

LIMITS = Limits(seconds=5, file_bytes=32 << 20, output_bytes=1 << 20)
_WORKERS = 4
_KEPT_BYTES = 4096  # of a file; of a longer one a digest is kept
_CHECKED_BYTES = 100_000  # of the output, as an argument of a check
_NOT_FOUND = 127  # exit status of a shell that finds no such program


@dataclass(frozen=True)
class Outcome:
    """What a command did.

    status: exit status.
    stdout: what it printed, without the line ends that close it.
    tree: the file tree it left, itself as ".".
    accepted: what the task's check says; None without one.
    fault: why it passes nothing, such as "timed out"; "" where it ran to its end.
    """

    status: int
    stdout: str = ""
    tree: World = field(default_factory=World)
    accepted: bool | None = None
    fault: str = ""


class Executor:
    """Runs the answers to tasks; a context manager that removes its files at the end."""

    def __init__(self, sandbox: Sandbox, workers: int = _WORKERS):
        self._sandbox, self._workers = sandbox, workers
        self._outcomes: dict[tuple, Outcome] = {}
        self._fixtures: dict[tuple, Path] = {}
        # One clock for all copies of a fixture, so that `ls -l` prints the same for each.
        self._now = time.time()
        self._stopped = False

    def __enter__(self) -> "Executor":
        self._temporary = scratch("bashcoder-evaluate-")
        self._folder = Path(self._temporary.name)
        return self

    def __exit__(self, *error) -> None:
        with suppress(RecursionError):  # of a very deep tree that could not be removed before
            self._temporary.cleanup()

    @property
    def executions(self) -> int:
        """How many commands were run; repeated ones count once."""
        return len(self._outcomes)

    def unfit(self, tasks: Sequence[Task], system: str = "linux") -> dict[Task, str]:
        """The tasks that cannot be judged here, and why: a reference does not run to its end.

        Raises:
            BashcoderError: the sandbox fails.
        """
        found = self._map(lambda task: self._fault(task, system), tasks)
        return {task: fault for task, fault in zip(tasks, found, strict=True) if fault}

    def passed(self, answers: Sequence[tuple[Task, str]], system: str = "linux") -> Iterator[bool]:
        """Whether each command does what its task wants, in order, as they become known.

        Args:
            answers: tasks stated for `system`, each with a command or script.

        Raises:
            BashcoderError: the sandbox fails, or a reference of a task that is unfit.
        """
        return self._map(lambda pair: self._passes(*pair, system), answers)

    def _map(self, function, items: Sequence) -> Iterator:
        with ThreadPoolExecutor(self._workers) as pool:
            try:
                yield from pool.map(function, items)
            except (Exception, KeyboardInterrupt):  # what would run next is not waited for
                self._stopped = True
                raise

    def _fault(self, task: Task, system: str) -> str:
        try:
            self._fixture(task)
            outcomes = [self.outcome(task, text) for text in task.references_on(system)]
        except (InputError, OSError) as error:
            return str(error)
        faults = [outcome.fault for outcome in outcomes if outcome.fault]
        if any(outcome.status == _NOT_FOUND for outcome in outcomes):
            faults.append("a reference names a program that is not installed")
        return "; ".join(faults)

    def _passes(self, task: Task, command: str, system: str) -> bool:
        if not command.strip() or "\0" in command:
            return False
        found = self.outcome(task, command)
        if found.fault or task.check:
            return bool(found.accepted and not found.fault)
        expected = (self.outcome(task, reference) for reference in task.references_on(system))
        return any(not faults(task, wanted, found) for wanted in expected)

    def outcome(self, task: Task, command: str) -> Outcome:
        """What a command does on the fixture of a task.

        Raises:
            InputError: the fixture or the setup of the task cannot be made.
            BashcoderError: the sandbox fails.
        """
        key = (command, _fixture_key(task), task.after, task.check, task.arguments)
        if key not in self._outcomes:
            if self._stopped:
                raise BashcoderError("the evaluation was stopped")
            self._outcomes[key] = self._run(task, command)
        return self._outcomes[key]

    def _run(self, task: Task, command: str) -> Outcome:
        fixture, place = self._fixture(task), Path(tempfile.mkdtemp(dir=self._folder))
        try:
            shutil.copytree(fixture, place / "tree", symlinks=True)
            return self._execute(task, command, place / "tree")
        except (OSError, RecursionError, ValueError) as error:
            # What it left cannot be read, or it is no text, such as half a surrogate pair.
            return Outcome(0, fault=f"cannot be judged: {error}")
        finally:
            with suppress(RecursionError):
                shutil.rmtree(place, ignore_errors=True)

    def _execute(self, task: Task, command: str, tree: Path) -> Outcome:
        script = f"{command}\n{task.after}\n" if task.after else command
        started = time.time()
        result = self._sandbox.run(script, tree, arguments=task.arguments, limits=LIMITS)
        if result.timed_out or result.truncated:
            return Outcome(result.status, fault="it does not end, or prints too much")
        mode = tree.stat().st_mode & 0o7777
        tree.chmod(0o755)  # a check and the reader get in whatever the command did
        stdout = result.stdout.decode("utf-8", "surrogateescape").rstrip("\n")
        accepted = self._accepted(task, tree, stdout, result.status)
        found = _read(tree, started)
        found.nodes["."] = Node("dir", mode=mode)
        return Outcome(result.status, stdout, found, accepted)

    def _accepted(self, task: Task, tree: Path, stdout: str, status: int) -> bool | None:
        if not task.check:
            return None
        shown = stdout.encode("utf-8", "surrogateescape")[:_CHECKED_BYTES].replace(b"\0", b"")
        given = (shown.decode("utf-8", "ignore"), str(status))
        result = self._sandbox.run(task.check, tree, arguments=given, limits=LIMITS)
        return result.status == 0

    def _fixture(self, task: Task) -> Path:
        """The folder with the tree that the task starts from, made once."""
        key = _fixture_key(task)
        if key not in self._fixtures:
            tree = Path(tempfile.mkdtemp(dir=self._folder)) / "tree"
            tree.mkdir()
            build_world(task.fixture).write_to(tree, self._now)
            if task.setup:
                self._set_up(task, tree)
            self._fixtures[key] = tree
        return self._fixtures[key]

    def _set_up(self, task: Task, tree: Path) -> None:
        result = self._sandbox.run(task.setup, tree, limits=LIMITS)
        if result.status:
            detail = " ".join(result.stderr.decode("utf-8", "replace").split())
            raise InputError(f"the setup of {task.prompt!r} fails: {detail}")
        for path in tree.rglob("*"):
            if not (path.is_symlink() or path.is_dir() or path.is_file()):
                raise InputError(f"the setup of {task.prompt!r} makes {path.name}, no plain file")
            youngest = self._now - AGE
            if path.lstat().st_mtime > youngest:
                os.utime(path, (youngest, youngest), follow_symlinks=False)


def faults(task: Task, wanted: Outcome, found: Outcome) -> list[str]:
    """Where an outcome differs from a reference's, a phrase each; empty where the task passes."""
    phrases = [outcome.fault for outcome in (wanted, found) if outcome.fault]
    tree = World({path: _expected(task, node) for path, node in wanted.tree.nodes.items()})
    lines = wanted.stdout.split("\n") if wanted.stdout else []
    must = trial.Outcome(lines if task.output else None, task.ordered, wanted.status)
    return phrases + comparison.faults(tree, must, Found(found.status, found.stdout, found.tree))


def _expected(task: Task, node: Node) -> Node:
    return node if task.times else replace(node, mtime=None)


def _read(root: Path, started: float) -> World:
    """The tree, with an infinite time in the place of that of the run, and archives by content.

    Raises:
        ValueError: it is too large.
    """
    world = read_world(root)
    for node in world.nodes.values():
        modified = node.mtime
        node.data = _kept(content(node.data))
        node.mtime = float("inf") if modified >= started - 1 else modified
    return world


def _kept(data: bytes) -> bytes:
    return data if len(data) <= _KEPT_BYTES else hashlib.sha256(data).digest()


def _fixture_key(task: Task) -> tuple:
    return json.dumps(task.fixture, sort_keys=True), task.setup
