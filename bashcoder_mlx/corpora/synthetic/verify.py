"""Verification: every task's command is run in the sandbox and must do what its oracle says.

A task is verified once; what passed is remembered under a digest of everything that decides it, so
that writing pairs costs nothing for it afterwards. Commands for macOS that differ are not run on
Linux: `bash -n` and the knowledge base check those.
"""

import hashlib
import random
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bashcoder_mlx.corpora.synthetic import grammar_digest
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import ANY, Task
from bashcoder_mlx.shell.sandbox import Sandbox
from bashcoder_mlx.trial.confinement import check
from bashcoder_mlx.trial.trial import Case

INSTANCES = 3  # draws of the values of each task


@dataclass(frozen=True)
class Failure:
    """A run that did not do what its task says."""

    task: str
    command: str
    faults: Sequence[str]

    def __str__(self) -> str:
        return f"{self.task}: {'; '.join(self.faults)}\n{self.command}"


def failures(tasks: Iterable[Task], sandbox: Sandbox) -> Iterator[Failure]:
    """Runs every task and yields what failed, task by task."""
    owned: list[tuple[Task, Case]] = []
    for task in tasks:
        try:
            owned += [(task, case) for case in cases(task)]
        except AssertionError as error:  # with these values the oracle refutes itself
            yield Failure(task.name, str(task.run), [f"no trial can be made: {error}"])
    found = check([case for _, case in owned], sandbox)
    for (task, case), faults in zip(owned, found, strict=True):
        if faults:
            shown = " ".join([case.command, *map(shlex.quote, case.trial.arguments)])
            yield Failure(task.name, shown, faults)


def cases(task: Task) -> Iterator[Case]:
    """What is run of a task: its command for Linux, with several draws of its values."""
    system = "linux" if "linux" in task.answers else ANY
    if system not in task.answers:
        return
    for instance in range(INSTANCES):
        bound = task.draw(Draw(random.Random(f"{task.name} {instance}").random))
        command = task.answer(system, bound)
        for trial in task.trials(bound):
            yield Case(command, task.kind, trial)


def digest(task: Task) -> str:
    """Identifies all that decides whether a task passes: its texts, and the grammar around them."""
    parts = [task.name, str(task.run), task.before, task.after, task.stdin, str(task.calls)]
    return hashlib.sha256("\0".join([_grammar(), *parts]).encode()).hexdigest()[:24]


@cache
def _grammar() -> str:
    return grammar_digest()
