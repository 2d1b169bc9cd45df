"""Cases measured side by side, each in a process of its own: memory and BLAS are its own too."""

import importlib.util
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

SECONDS = "s"


@dataclass(frozen=True)
class Case:
    """One thing to measure; how its work is written is told at the top of the package."""

    name: str
    work: str
    """ "module:function"; called in the case's process with the trials and the settings."""
    what: str
    """What exactly is measured, for the report."""
    settings: dict = field(default_factory=dict)
    """Keywords of the function; plain JSON values."""
    unit: str = "tokens/s"
    """Of the figure: count per second, or "s" for the seconds of a trial."""
    environment: dict = field(default_factory=dict)
    """Environment variables of the process, beside those of this one."""
    warm_up: int = 1
    """Trials before those that count."""
    timed: bool = True
    """Whether there are trials; a case without gives only its further figures."""
    left_out: str = ""
    """Why it cannot be measured here; "" where it can."""


@dataclass
class Measured:
    """What a case gave."""

    case: Case
    values: list[float] = field(default_factory=list)
    """One for each trial, in the case's unit."""
    peak_bytes: int = 0
    figures: dict[str, dict] = field(default_factory=dict)
    """Further figures by name, each a value and a unit (see `child.Trials.figure`)."""
    left_out: str = ""
    failed: str = ""
    """The last words of a process that broke off."""

    @property
    def median(self) -> float:
        """Of the trials."""
        return statistics.median(self.values)


class CaseFailed(Exception):
    """The process of a case ended early."""


def missing(module: str) -> str:
    """Why a case that needs a module is left out; "" where the module can be imported."""
    return "" if importlib.util.find_spec(module) else f"{module} is not installed"


def measure(
    cases: Sequence[Case], trials: int, note: Callable[[str], None] = lambda line: None
) -> list[Measured]:
    """Measures cases side by side: sets up and warms up all, then runs their trials in turn.

    Args:
        cases: with different names.
        trials: of each that count.
        note: told what happens.

    Returns:
        One for each case, in their order. A case that fails says so, and the others go on.
    """
    measured = [Measured(case, left_out=case.left_out) for case in cases]
    with ExitStack() as stack:
        running = {}
        for one in measured:
            if not one.left_out:
                note(f"{one.case.name}: warming up")
                process = stack.enter_context(_Process(one.case))
                if _attempt(one, lambda: _warm_up(one.case, process), note):  # noqa: B023
                    running[process] = one
        for _ in range(trials):
            for process, one in running.items():
                if one.case.timed and not one.failed:
                    _attempt(one, lambda: one.values.append(process.trial()), note)  # noqa: B023
        for process, one in running.items():
            if not one.failed:
                _attempt(one, lambda: _finish(one, process), note)  # noqa: B023
    return measured


def _attempt(one: Measured, action: Callable[[], None], note: Callable[[str], None]) -> bool:
    try:
        action()
    except CaseFailed as error:
        one.failed = str(error)
        note(f"{one.case.name}: failed: {error}")
    return not one.failed


def _warm_up(case: Case, process: "_Process") -> None:
    for _ in range(case.warm_up if case.timed else 0):
        process.trial()


def _finish(one: Measured, process: "_Process") -> None:
    last = process.finish()
    one.peak_bytes, one.figures = last["peak_bytes"], last["figures"]


class _Process:
    """The process of a case, as a context: it has ended when the context ends."""

    def __init__(self, case: Case):
        self._case = case
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115  (closed by __exit__)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bashcoder_mlx.bench.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=os.environ | case.environment,
            text=True,
        )
        self._send(json.dumps({"work": case.work, "settings": case.settings}))

    def __enter__(self) -> "_Process":
        return self

    def __exit__(self, *exception) -> None:
        self._process.kill()
        with self._errors, self._process:  # closes the pipes and waits
            pass

    def trial(self) -> float:
        """Runs one trial; its figure in the case's unit."""
        self._send("trial")
        reply = self._receive()
        return reply["seconds"] if self._case.unit == SECONDS else reply["count"] / reply["seconds"]

    def finish(self) -> dict:
        """Ends the trials; peak memory and further figures."""
        self._process.stdin.close()
        return self._receive()

    def _send(self, line: str) -> None:
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            self._receive()  # there is none: tells why

    def _receive(self) -> dict:
        if line := self._process.stdout.readline():
            return json.loads(line)
        self._process.wait()
        self._errors.seek(0)
        words = self._errors.read().decode(errors="replace").split("\n")
        told = [line.strip() for line in words if line.strip()]
        raise CaseFailed(told[-1] if told else f"exit code {self._process.returncode}")
