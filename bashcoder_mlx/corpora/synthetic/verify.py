"""Verification: every task's command is run in the sandbox and must do what its oracle says.

A task is verified once; what passed is remembered under a digest of everything that decides it, so
that writing pairs costs nothing for it afterwards. Commands for macOS that differ are not run on
Linux: `bash -n` and the knowledge base check those.
"""

import hashlib
import random
import shlex
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from bashcoder_mlx.corpora.synthetic import grammar_digest
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import ANY, Outcome, Result, Task
from bashcoder_mlx.shell.sandbox import Limits, Sandbox
from bashcoder_mlx.trial.world import World, differences, read_world

INSTANCES = 1  # draws of the values of each task
_BATCH = 16  # runs of one sandbox
_SECONDS = 10  # for one run
_WORKERS = 4  # batches at a time; some commands sleep
_STUB = """#!/bin/bash
printf '%s\\0' "$(($# + 1))" "${0##*/}" "$@" >>"$STUB_CALLS"
"""
_DRIVER = """
top=$PWD
for case in */; do
    cd "$top/$case/tree" || exit 1
    chmod 755 .
    PATH="$top/$case/bin:$PATH" STUB_CALLS="$top/$case/calls" \\
        timeout -k 1 "$1" bash ../run.sh <../stdin >../stdout 2>../stderr
    echo "$?" >../status
done
"""


@dataclass(frozen=True)
class Failure:
    """A run that did not do what its task says."""

    task: str
    command: str
    faults: Sequence[str]

    def __str__(self) -> str:
        return f"{self.task}: {'; '.join(self.faults)}\n{self.command}"


@dataclass
class _Run:
    """One run of one instance: what it starts from, what is executed, what must come out."""

    task: Task
    command: str
    before: World
    expected: World
    outcome: Outcome
    arguments: Sequence[str]
    prepare: str
    observe: str
    typed: str


def failures(tasks: Iterable[Task], sandbox: Sandbox, workers: int = _WORKERS) -> Iterator[Failure]:
    """Runs every task and yields what failed, task by task."""
    runs = sorted((run for task in tasks for run in _runs(task)), key=lambda run: run.before.user)
    batches = []
    for _, same_user in groupby(runs, key=lambda run: run.before.user):
        some = list(same_user)
        batches += [some[at : at + _BATCH] for at in range(0, len(some), _BATCH)]
    with ThreadPoolExecutor(workers) as pool:
        for found in pool.map(lambda batch: _run_batch(batch, sandbox), batches):
            yield from found


def _runs(task: Task) -> Iterator[_Run]:
    system = "linux" if "linux" in task.answers else ANY
    if system not in task.answers:
        return
    for instance in range(INSTANCES):
        bound = task.draw(Draw(random.Random(f"{task.name} {instance}").random))
        for call in task.calls:
            start = World()
            task.setup(start, bound)
            expected, arguments = start.clone(), task.words(call, bound)
            given = (expected, bound, arguments) if task.kind == "script" else (expected, bound)
            outcome = _outcome(task.expect(*given))
            texts = (task.fill(text, bound) for text in (task.before, task.after, task.stdin))
            command = task.answer(system, bound)
            yield _Run(task, command, start, expected, outcome, arguments, *texts)


def _outcome(result: Result) -> Outcome:
    if isinstance(result, Outcome):
        return result
    return Outcome(stdout="" if result is None else result)


def _run_batch(runs: Sequence[_Run], sandbox: Sandbox) -> list[Failure]:
    with tempfile.TemporaryDirectory(prefix="bashcoder-verify-") as name:
        folder = Path(name)
        for index, run in enumerate(runs):
            _write(run, folder / f"{index:03}")
        limits, user = Limits(seconds=(_SECONDS + 2) * len(runs)), runs[0].before.user
        sandbox.run(_DRIVER, folder, arguments=[str(_SECONDS)], user=user, limits=limits)
        checked = [_check(run, folder / f"{index:03}") for index, run in enumerate(runs)]
    return [failure for failure in checked if failure]


def _write(run: _Run, case: Path) -> None:
    (case / "bin").mkdir(parents=True)
    (case / "tree").mkdir()
    run.before.write_to(case / "tree")
    (case / "stdin").write_text(run.typed)
    for stub in run.task.stubs:
        (case / "bin" / stub).write_text(_STUB)
        (case / "bin" / stub).chmod(0o755)
    command = run.command
    if run.task.kind == "script":
        (case / "script.sh").write_text(f"{run.command}\n")
        command = shlex.join(["bash", "../script.sh", *run.arguments])
    parts = (run.prepare, command, run.observe)
    (case / "run.sh").write_text("".join(f"{part}\n" for part in parts if part))


def _check(run: _Run, case: Path) -> Failure | None:
    if not (case / "status").exists():
        return Failure(run.task.name, run.command, ["not run within the time of its batch"])
    outcome, faults = run.outcome, []
    status = int((case / "status").read_text())
    stdout = (case / "stdout").read_bytes().decode("utf-8", "replace")
    stderr = (case / "stderr").read_bytes().decode("utf-8", "replace")
    if status != outcome.status:
        faults.append(f"exit status {status}, not {outcome.status}")
    if not _same_output(outcome, stdout):
        faults.append(f"output {stdout[:400]!r}, not {outcome.stdout!r}")
    if outcome.stderr not in stderr:
        faults.append(f"no {outcome.stderr!r} in the errors")
    if (calls := _calls(case / "calls")) != [list(call) for call in outcome.calls]:
        faults.append(f"calls {calls}, not {outcome.calls}")
    faults += differences(run.expected, read_world(case / "tree"))
    if not faults:
        return None
    shown = " ".join([run.command, *map(shlex.quote, run.arguments)])
    return Failure(
        run.task.name, shown, [*faults, f"stderr {stderr[:300]!r}"] if stderr else faults
    )


def _same_output(outcome: Outcome, stdout: str) -> bool:
    if outcome.stdout is None:
        return True
    if isinstance(outcome.stdout, str):
        return stdout == outcome.stdout
    wanted, found = list(outcome.stdout), stdout.splitlines()
    return wanted == found if outcome.ordered else sorted(wanted) == sorted(found)


def _calls(path: Path) -> list[list[str]]:
    if not path.exists():
        return []
    words = path.read_bytes().decode().split("\0")[:-1]
    calls, at = [], 0
    while at < len(words):
        count = int(words[at])
        calls.append(words[at + 1 : at + 1 + count])
        at += 1 + count
    return calls


def digest(task: Task) -> str:
    """Identifies all that decides whether a task passes: its texts, and the grammar around them."""
    parts = [task.name, str(task.run), task.before, task.after, task.stdin, str(task.calls)]
    return hashlib.sha256("\0".join([_grammar(), *parts]).encode()).hexdigest()[:24]


@cache
def _grammar() -> str:
    return grammar_digest()
