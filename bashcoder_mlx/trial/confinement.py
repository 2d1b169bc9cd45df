"""Many commands run in few sandboxes, each on its own tree, and compared with what they must do."""

import shlex
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

from bashcoder_mlx.shell.sandbox import Limits, Sandbox
from bashcoder_mlx.shell.scratch import scratch
from bashcoder_mlx.trial.comparison import Found, faults
from bashcoder_mlx.trial.trial import Case
from bashcoder_mlx.trial.world import read_world

SECONDS = 10  # for one run
_BATCH = 16  # runs of one sandbox
_WORKERS = 4  # batches at a time; some commands sleep
_OUTPUT_BYTES = 1 << 20  # read of what a run prints
NOT_RUN = "not run within the time of its batch"
_STUB = """#!/bin/bash
printf '%s\\0' "$(($# + 1))" "${0##*/}" "$@" >>"$STUB_CALLS"
"""
_PLACE = "{:03}"  # the folder of a case
# The folder above can be neither listed nor changed, so that a run that goes astray harms no other.
_CLOSED = 0o111
_DRIVER = """
top=$PWD
for ((at = 0; at < $2; at++)); do
    printf -v place "$top/%03d" "$at"
    cd "$place/tree" || exit 1
    PATH="$place/bin:$PATH" STUB_CALLS="$place/calls" \\
        timeout -k 1 "$1" bash ../run.sh <../stdin >../stdout 2>../stderr
    echo "$?" >"$place/status"
done
"""


def check(
    cases: Sequence[Case], sandbox: Sandbox, workers: int = _WORKERS, seconds: float | None = None
) -> Iterator[list[str]]:
    """Runs all cases and yields for each, in order, its faults; none where it does what it must.

    Args:
        workers: sandboxes at a time.
        seconds: for one run; `SECONDS` by default.

    Raises:
        BashcoderError: the sandbox fails.
    """
    seconds = seconds or SECONDS

    def user(index: int) -> str:
        return cases[index].trial.start.user

    def run(batch: Sequence[int]) -> list[list[str]]:
        return _run([cases[index] for index in batch], sandbox, seconds)

    batches = []
    for _, same_user in groupby(sorted(range(len(cases)), key=user), user):
        some = list(same_user)
        batches += [some[at : at + _BATCH] for at in range(0, len(some), _BATCH)]
    found: dict[int, list[str]] = {}
    with ThreadPoolExecutor(workers) as pool:
        for batch, results in zip(batches, pool.map(run, batches), strict=True):
            found.update(zip(batch, results, strict=True))
    return (found[index] for index in range(len(cases)))


def _run(cases: Sequence[Case], sandbox: Sandbox, seconds: float) -> list[list[str]]:
    with scratch("bashcoder-trial-") as name:
        top = Path(name)
        places = [top / _PLACE.format(index) for index in range(len(cases))]
        started = time.time()
        for case, place in zip(cases, places, strict=True):
            _write(case, place, started)
        top.chmod(_CLOSED)
        try:
            sandbox.run(
                _DRIVER,
                top,
                arguments=[str(seconds), str(len(cases))],
                user=cases[0].trial.start.user,
                limits=Limits(seconds=(seconds + 2) * len(cases)),
            )
        finally:
            top.chmod(0o700)
        return [_faults(*pair, started) for pair in zip(cases, places, strict=True)]


def _write(case: Case, place: Path, now: float) -> None:
    trial = case.trial
    (place / "bin").mkdir(parents=True)
    (place / "tree").mkdir()
    (place / "tree").chmod(0o755)
    trial.start.write_to(place / "tree", now)
    (place / "stdin").write_text(trial.stdin)
    for stub in trial.stubs:
        (place / "bin" / stub).write_text(_STUB)
        (place / "bin" / stub).chmod(0o755)
    command = case.command
    if case.kind == "script":
        (place / "script.sh").write_text(f"{command}\n")
        command = shlex.join(["bash", "../script.sh", *trial.arguments])
    parts = (trial.before, command, trial.after)
    (place / "run.sh").write_text("".join(f"{part}\n" for part in parts if part))


def _faults(case: Case, place: Path, started: float) -> list[str]:
    if not (place / "status").exists():
        return [NOT_RUN]
    try:
        found = Found(
            status=int((place / "status").read_text()),
            stdout=_text(place / "stdout"),
            stderr=_text(place / "stderr"),
            calls=_calls(place / "calls"),
            tree=read_world(place / "tree"),
            moments=(started, time.time()),
        )
    except (OSError, ValueError, RecursionError) as error:
        return [f"what it left cannot be read: {error}"]
    return faults(case.trial.expected, case.trial.outcome, found)


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(_OUTPUT_BYTES).decode("utf-8", "replace")


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
