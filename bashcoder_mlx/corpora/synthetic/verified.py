"""Which tasks are verified: run now where they have changed, remembered where they have not."""

import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bashcoder_mlx.atomic import replace_text
from bashcoder_mlx.corpora.synthetic.task import ANY, Task
from bashcoder_mlx.corpora.synthetic.verify import Failure, digest, failures
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.prompt import host_system
from bashcoder_mlx.shell.sandbox import find_sandbox

_AT_ONCE = 400  # tasks between two notes of progress


@dataclass(frozen=True)
class Verification:
    """What is known of the tasks; a task with two commands counts each as a shape."""

    executed: int = 0
    """Shapes run in the sandbox with the results that their oracles want."""
    recorded: int = 0
    """Shapes run with a recorder in the place of what cannot run there, such as systemctl."""
    unexecuted: int = 0
    """Shapes for macOS alone: checked by `bash -n` and the knowledge base."""
    reason: str = ""
    """Why nothing was executed, where nothing was."""


def verify(tasks: Sequence[Task], note: Callable[[str], None]) -> Verification:
    """Runs every task that has not passed before as it is now.

    Only on Linux: the oracles know the output of the GNU utilities.

    Raises:
        BashcoderError: a task does not do what it says, which is a fault of the grammar.
    """
    if host_system() != "linux":
        return _unverified(tasks, "the commands are verified on Linux only")
    try:
        sandbox = find_sandbox()
    except BashcoderError as error:
        return _unverified(tasks, str(error))
    passed, digests = _read_passed(), {task.name: digest(task) for task in tasks}
    waiting = [task for task in tasks if digests[task.name] not in passed and _executable(task)]
    for at in range(0, len(waiting), _AT_ONCE):
        some = waiting[at : at + _AT_ONCE]
        note(f"verifying the commands: {at:,} of {len(waiting):,}")
        if failed := list(failures(some, sandbox)):
            raise BashcoderError(_describe(failed))
        passed |= {digests[task.name] for task in some}
        _write_passed(passed)
    return _counted(tasks)


def _executable(task: Task) -> bool:
    return ANY in task.answers or "linux" in task.answers


def _counted(tasks: Sequence[Task]) -> Verification:
    executable = [task for task in tasks if _executable(task)]
    recorded = sum(bool(task.stubs) for task in executable)
    shapes = sum(len(task.answers) for task in tasks)
    return Verification(len(executable) - recorded, recorded, shapes - len(executable))


def _unverified(tasks: Sequence[Task], reason: str) -> Verification:
    return Verification(unexecuted=sum(len(task.answers) for task in tasks), reason=reason)


def _describe(failed: Sequence[Failure]) -> str:
    first = " ".join(str(failed[0]).split())
    return f"{len(failed)} commands of the grammar do not do what they say; the first is {first}"


def _place() -> Path:
    cache = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(cache).expanduser() / "bashcoder" / "verified.json"


def _read_passed() -> set[str]:
    try:
        return set(json.loads(_place().read_text(encoding="utf-8")))
    except (OSError, ValueError):  # none yet, or damaged: everything is run again
        return set()


def _write_passed(passed: set[str]) -> None:
    _place().parent.mkdir(parents=True, exist_ok=True)
    replace_text(_place(), json.dumps(sorted(passed)))
