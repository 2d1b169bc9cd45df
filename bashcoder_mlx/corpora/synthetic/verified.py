"""Which tasks are verified: in the project's tests, as the package records it, or on this machine.

What has passed here is remembered under its digest and not run again.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic import digests
from bashcoder_mlx.corpora.synthetic.record import unrecorded
from bashcoder_mlx.corpora.synthetic.remembered import Remembered
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.verify import Failure, failures, is_executable
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.prompt import host_system
from bashcoder_mlx.shell.sandbox import find_sandbox

_AT_ONCE = 400  # tasks between two notes of progress


@dataclass(frozen=True)
class Verification:
    """What is known of the tasks; a task with two commands counts each as a shape."""

    tested: int = 0
    """Shapes executed in the project's own tests with the results that their oracles want."""
    executed: int = 0
    """Shapes executed on this machine with these results."""
    recorded: int = 0
    """Those of both that ran with a recorder in the place of what cannot run, like systemctl."""
    unexecuted: int = 0
    """Shapes for macOS alone: checked by `bash -n` and the knowledge base."""
    unverified: int = 0
    """Shapes that could run on Linux and were executed nowhere."""
    missing: Mapping[str, int] = field(default_factory=dict)
    """Programs that this machine lacks, and how many shapes are unverified for want of each."""
    reason: str = ""
    """Why nothing could be executed here that had to be."""


def verify(tasks: Sequence[Task], note: Callable[[str], None], again: bool = False) -> Verification:
    """Runs every task that is not known to pass as it is now.

    Only on Linux: the oracles know the output of the GNU utilities.

    Args:
        again: run all, whatever is known.

    Raises:
        BashcoderError: a task does not do what it says, which is a fault of the grammar.
    """
    executable = [task for task in tasks if is_executable(task)]
    waiting = executable if again else unrecorded(tasks)
    missing, reason = _run_here(waiting, note, again) if waiting else ({}, "")
    unverified = {task.name for task in waiting} if reason else missing.keys()
    passed = [task for task in executable if task.name not in unverified]
    here = {task.name for task in waiting} - unverified
    counts = Counter(program for programs in missing.values() for program in programs)
    return Verification(
        tested=sum(task.name not in here for task in passed),
        executed=len(here),
        recorded=sum(bool(task.stubs) for task in passed),
        unexecuted=sum(len(task.answers) for task in tasks) - len(executable),
        unverified=len(unverified),
        missing=dict(sorted(counts.items())),
        reason=reason,
    )


def _run_here(
    tasks: Sequence[Task], note: Callable[[str], None], again: bool
) -> tuple[dict[str, Sequence[str]], str]:
    """The programs that are missing, by the task that needs them; why nothing runs here, if so."""
    if host_system() != "linux":
        return {}, "commands are verified on Linux only"
    try:
        sandbox = find_sandbox()
    except BashcoderError as error:
        return {}, str(error)
    passed, named = Remembered("verified"), {digests.effect(task): task for task in tasks}
    waiting = {digest: task for digest, task in named.items() if again or digest not in passed}
    missing: dict[str, Sequence[str]] = {}
    for at in range(0, len(waiting), _AT_ONCE):
        note(f"verifying the commands: {at:,} of {len(waiting):,}")
        some = dict(list(waiting.items())[at : at + _AT_ONCE])
        failed = list(failures(some.values(), sandbox))
        if wrong := [failure for failure in failed if not failure.missing]:
            raise BashcoderError(_describe(wrong))
        missing |= {failure.task: failure.missing for failure in failed}
        passed.add(digest for digest, task in some.items() if task.name not in missing)
    return missing, ""


def _describe(failed: Sequence[Failure]) -> str:
    first = " ".join(str(failed[0]).split())
    return f"{len(failed)} commands of the grammar do not do what they say; the first is {first}"
