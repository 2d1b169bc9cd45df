"""What was verified in the project's own tests, as the package records it.

A line of verified.json for each family has the digests of its tasks that passed, so that nobody
need run them again; the digest of the sources, where all tasks passed, saves even the digests.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from bashcoder_mlx.atomic import replace_text
from bashcoder_mlx.corpora.synthetic import digests
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.verify import Failure, failures, is_executable
from bashcoder_mlx.shell.sandbox import Sandbox

_PLACE = Path(__file__).parent / "verified.json"
_AT_ONCE = 400  # tasks between two notes of progress


@cache
def _read() -> tuple[str, dict[str, str]]:
    if not _PLACE.exists():
        return "", {}
    read = json.loads(_PLACE.read_text(encoding="utf-8"))
    return read.pop("sources"), read


def unrecorded(tasks: Sequence[Task]) -> list[Task]:
    """The tasks that run on Linux and are not recorded as they are now."""
    source, families = _read()
    executable = [task for task in tasks if is_executable(task)]
    if source == digests.sources():
        return []
    known = {digest for line in families.values() for digest in line.split()}
    return [task for task in executable if digests.effect(task) not in known]


def record(
    families: Mapping[str, Sequence[Task]], sandbox: Sandbox, note: Callable[[str], None]
) -> list[Failure]:
    """Runs what is not recorded, and records what passes; what fails is given back.

    Args:
        families: all of them, as what is not there is no longer recorded.
    """
    lines = {name: line for name, line in _read()[1].items() if name in families}
    known = {digest for line in _read()[1].values() for digest in line.split()}
    failed = []
    for name, tasks in families.items():
        named = {digests.effect(task): task for task in tasks if is_executable(task)}
        new = [task for digest, task in named.items() if digest not in known]
        found = _run(name, new, sandbox, note)
        failed += found
        wrong = {failure.task for failure in found}
        lines[name] = " ".join(sorted(d for d, task in named.items() if task.name not in wrong))
        if new:
            _write("", lines)
    _write("" if failed else digests.sources(), lines)
    return failed


def _run(
    name: str, tasks: Sequence[Task], sandbox: Sandbox, note: Callable[[str], None]
) -> list[Failure]:
    found = []
    for at in range(0, len(tasks), _AT_ONCE):
        note(f"{name}: verifying {at:,} of {len(tasks):,}")
        found += failures(tasks[at : at + _AT_ONCE], sandbox)
    return found


def _write(source: str, lines: Mapping[str, str]) -> None:
    rows = {"sources": source, **dict(sorted(lines.items()))}
    text = ",\n".join(f"{json.dumps(name)}: {json.dumps(line)}" for name, line in rows.items())
    replace_text(_PLACE, f"{{\n{text}\n}}\n")
    _read.cache_clear()
