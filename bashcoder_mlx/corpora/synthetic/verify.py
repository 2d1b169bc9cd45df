"""Verification: every task's command is run in the sandbox and must do what its oracle says.

Each runs with several draws of its values. Commands for macOS that differ are not run on Linux:
`bash -n` and the knowledge base check those.
"""

import random
import shlex
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import ANY, Bound, Task
from bashcoder_mlx.shell.programs import missing
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
    missing: Sequence[str] = ()
    """Programs that it needs and this machine lacks: nothing is known of the task then."""

    def __str__(self) -> str:
        return f"{self.task}: {'; '.join(self.faults)}\n{self.command}"


def failures(tasks: Iterable[Task], sandbox: Sandbox) -> Iterator[Failure]:
    """Runs every task that can run here and yields what failed, task by task."""
    owned: list[tuple[Task, Case]] = []
    for task in tasks:
        try:
            owned += [(task, case) for case in cases(task)]
        except AssertionError as error:  # with these values the oracle refutes itself
            yield Failure(task.name, str(task.run), [f"no trial can be made: {error}"])
    found = check([case for _, case in owned], sandbox)
    for (task, case), faults in zip(owned, found, strict=True):
        if faults:
            yield _failure(task, case, faults)


def _failure(task: Task, case: Case, faults: Sequence[str]) -> Failure:
    trial = case.trial
    shown = " ".join([case.command, *map(shlex.quote, trial.arguments)])
    lacking = missing([case.command, trial.before, trial.after])
    return Failure(task.name, shown, faults, [p for p in lacking if p not in trial.stubs])


def is_executable(task: Task) -> bool:
    """Whether it has a command that runs on Linux."""
    return ANY in task.answers or "linux" in task.answers


def draws(task: Task) -> Iterator[Bound]:
    """The values that a task is tried with; in the last of them all names that may have a blank.

    A command put into a frame is tried three times at its own task, and once more in the frame.
    """
    for instance in range(INSTANCES - 1 if task.within else 0, INSTANCES):
        chance = random.Random(f"{task.name} {instance}").random
        last = instance == INSTANCES - 1
        yield task.draw(Draw(chance, spaced=1.0) if last else Draw(chance))


def cases(task: Task) -> Iterator[Case]:
    """What is run of a task: its command for Linux, with several draws of its values."""
    if not is_executable(task):
        return
    system = "linux" if "linux" in task.answers else ANY
    for bound in draws(task):
        command = task.answer(system, bound)
        for trial in task.trials(bound):
            yield Case(command, task.kind, trial)
