"""The scripts of the other families that lack it, in strict mode: an error ends them.

`set -euo pipefail` stands below the comment. A script that needs its first argument is tried
without it too: it must fail where it first reads it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from bashcoder_mlx.corpora.synthetic import tasks as families
from bashcoder_mlx.corpora.synthetic.demand import most_drawn
from bashcoder_mlx.corpora.synthetic.task import (
    Outcome,
    Plan,
    Task,
    changed,
    linux_text,
    texts_of,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import halves

WEIGHT = 0.4
_AT_MOST = 300  # of a family, those that are drawn most
_OTHERS = ("scripts/every", "scripts/guarded", "scripts/strict")
_SAY = (
    "%s and stop at the first error",
    "%s, [stopping|which stops|and exit] [at the first error|as soon as something fails]",
    "%s in [bash's |]strict mode, [set -euo pipefail|so that errors end it]",
    "%s, with [set -euo pipefail|the strict options of bash] [at the top|as its first line]",
    "[safely|strictly] %s: [an|any] error [ends|must end] it",
)
# They go on where strict mode ends: after a status that they look at, without an argument.
_UNFIT = (
    "scripts/asking.name-given",
    "scripts/beginner.calculator",
    "scripts/composed_lines.*-filled-folder*",
    "scripts/habits.status",
    "scripts/services.kill-name",
)
# Arithmetic as a command fails where it gives 0, as counting from 0 does.
_FAILS_AT_ZERO = re.compile(r"^ *\(\(.*\)\)$|\(\(\w+\+\+\)\)|\blet ", re.MULTILINE)
_READS = re.compile(r"\$1|\$\{1[}%#/^,]")
# Where a script without its argument goes on all the same, or says itself what is wrong.
_GOES_ON = re.compile(
    r"\$[#@*]|\$\{1:?[-+?]|in \$\(|echo .[^$\n]*\$\([^(\n]*\$1|set --|shift|getopts|\bread\b"
)


def tasks() -> Iterator[Task]:
    """Every script that does not set an option itself."""
    for name in families.families():
        if name.startswith("scripts/") and name not in _OTHERS:
            lax = filter(_is_lax, families.family(name))
            yield from map(_strict, most_drawn(lax, _AT_MOST))


def _is_lax(task: Task) -> bool:
    if task.kind != "script" or not task.say or any(fnmatchcase(task.name, one) for one in _UNFIT):
        return False
    text = linux_text(task.run)
    return "\nset " not in text and not _FAILS_AT_ZERO.search(text)


def _strict(task: Task) -> Task:
    return replace(
        task,
        name=f"scripts/strict.{task.name.partition('/')[2].replace('.', '-')}",
        say=[form % text for form in _SAY for text in task.say],
        ask=(),
        run=changed(task.run, _script),
        explain=[f"{text.rstrip('.')}, and stops at the first error." for text in task.explain],
        plans=(*task.every_plan, *_without(task)),
        within=[halves(text)[1] for text in texts_of(task.run)],
    )


def _script(text: str) -> str:
    head, body = halves(text)
    return f"{head}\nset -euo pipefail\n\n{body}"


def _without(task: Task) -> Sequence[Plan]:
    """A trial without arguments, where a script must have one."""
    text, given = linux_text(task.run), all(plan.arguments for plan in task.every_plan)
    if not given or task.stubs or not _READS.search(text) or _GOES_ON.search(text):
        return ()
    setup = task.every_plan[0].setup
    return [Plan(setup, lambda world, s, given: Outcome(None, status=1, stderr="unbound"))]
