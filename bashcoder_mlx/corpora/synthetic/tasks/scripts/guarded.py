"""Plain scripts with a check of their arguments before anything else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic import tasks as families
from bashcoder_mlx.corpora.synthetic.task import (
    Outcome,
    Plan,
    Task,
    changed,
    linux_text,
    nothing,
    texts_of,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import halves

WEIGHT = 0.39
_PLAIN = (
    "asking",
    "basics",
    "beginner",
    "chores",
    "habits",
    "helpers",
    "jobs",
    "names",
    "plain",
    "renamers",
    "savers",
    "services",
    "sums",
    "texts",
    "tidy",
    "values",
)
_TAKES_ANY = re.compile(r"\$[#@*]")


@dataclass(frozen=True)
class _Check:
    """A test of the number of arguments, what it prints, and how one asks for it."""

    name: str
    test: str
    to: str
    say: str
    explain: str


_CHECKS = (
    _Check(
        "wrong",
        "-ne",
        " >&2",
        "[, with a usage message for a wrong number of arguments|; check the number of arguments]",
        "prints its usage and fails for a wrong number of arguments",
    ),
    _Check(
        "few",
        "-lt",
        "",
        "[, and print the usage if arguments are missing|, with a usage line for missing ones]",
        "prints its usage and fails where arguments are missing",
    ),
)


def tasks() -> Iterator[Task]:
    """Every plain script that takes a certain number of arguments, with each check."""
    for name in _PLAIN:
        for task in filter(_may_check, families.family(f"scripts/{name}")):
            counts = {len(plan.arguments) for plan in task.every_plan}
            if len(counts) == 1 and (count := counts.pop()):
                for check in _CHECKS:
                    yield _checked(task, count, check)


def _may_check(task: Task) -> bool:
    """Whether it does not take any number of arguments, nor is asked for without a check."""
    return not _TAKES_ANY.search(linux_text(task.run)) and "checking" not in str(task.say)


def _checked(task: Task, count: int, check: _Check) -> Task:
    return replace(
        task,
        name=f"scripts/guarded.{check.name}-{task.name.partition('/')[2].replace('.', '-')}",
        say=[text + check.say for text in task.say],
        ask=(),
        run=changed(task.run, lambda text: _script(text, count, check)),
        explain=[f"{text.rstrip('.')}; {check.explain}." for text in task.explain],
        plans=(*task.every_plan, *_refused(count, check), *_more(task, check)),
        within=[halves(text)[1] for text in texts_of(task.run)],
    )


def _script(text: str, count: int, check: _Check) -> str:
    head, body = halves(text)
    lines = (
        head,
        f"if [ $# {check.test} {count} ]; then",
        f'  echo "Usage: $0 {_operands(count)}"{check.to}',
        "  exit 1",
        "fi",
        body,
    )
    return "\n".join(lines)


def _operands(count: int) -> str:
    return "ARGUMENT" if count == 1 else " ".join(f"ARGUMENT{n}" for n in range(1, count + 1))


def _more(task: Task, check: _Check) -> Sequence[Plan]:
    """One argument more, where only too few are wrong."""
    plan = task.every_plan[0]
    return [replace(plan, arguments=(*plan.arguments, "more"))] if check.test == "-lt" else ()


def _refused(count: int, check: _Check) -> Sequence[Plan]:
    """One argument less, and one more where that is wrong too."""

    def expect(world, s, given) -> Outcome:
        return Outcome(None, status=1, stderr="Usage" if check.to else "")

    counts = (count - 1, count + 1) if check.test == "-ne" else (count - 1,)
    return [Plan(nothing, expect, arguments=("1",) * number) for number in counts]
