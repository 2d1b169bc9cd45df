"""A word in front of a command: with the rights of root, timed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, outcome
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base, bases
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import Wordings, around, printed
from bashcoder_mlx.trial.world import World

WEIGHT = 0.72


@dataclass(frozen=True)
class Prefix:
    """A word, its wordings, and how a trial sees that it stood there."""

    key: str
    text: str
    wordings: Wordings
    does: str
    before: str = ""
    after: str = ""
    prints: str = ""
    """Printed after what the command prints."""
    errors: str = ""
    families: tuple[str, ...] = ("",)
    """Beginnings of the families whose commands it is put before."""
    weight: float = 1.0


_ROOT = (
    "[as root|with sudo|with root rights|with root privileges|as the superuser|as administrator]"
)
_PREFIXES = (
    Prefix(
        "sudo",
        "sudo ",
        Wordings(
            (f"%s {_ROOT}", f"%s, {_ROOT}", "use sudo to %s"),
            (
                f"{_ROOT}, %s",
                "sudo: %s",
                "%s; I need root for [it|that]",
                "%s - permission denied without sudo",
                "permission denied: %s, this time [as root|with sudo]",
            ),
        ),
        "with the rights of root",
        before='sudo() { used=$#; "$@"; }',
        after='status=$?; [[ $used ]] && echo by root; (exit "$status")',
        prints="by root\n",
        families=("files", "perm", "disk", "find", "search", "text", "arch", "proc", "pack", "sys"),
        weight=3,
    ),
    Prefix(
        "time",
        "time ",
        Wordings(
            (
                "%s and [show|measure|tell me] how long [it|that] takes",
                "measure how long it takes to %s",
                "%s and time it",
            ),
            (
                "how long does it take to %s?",
                "[time|measure the time of] this: %s",
                "%s, [timed|with time|with timing]",
                "%s - I want the time it needs too",
            ),
        ),
        "and shows how long that takes",
        before="TIMEFORMAT='it took a while'",
        errors="it took a while",
        families=("find", "search", "text", "arch"),
        weight=0.5,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for prefix in _PREFIXES:
        for base in bases():
            if base.family.startswith(prefix.families) and (
                base.prints or base.acts or _calls(base)
            ):
                yield _prefixed(base, prefix)


def _calls(base: Base) -> bool:
    """Whether it does nothing but call a program that is recorded."""
    return bool(base.task.stubs) and base.succeeds and "sudo" not in str(base.task.run)


def _prefixed(base: Base, prefix: Prefix) -> Task:
    explain = f"{base.task.explain[0].rstrip('.')}, {prefix.does}."
    plans = [_plan(plan, prefix) for plan in base.task.every_plan]
    name, frame = f"compose/prefixed.{prefix.key}", f"{prefix.text}%s"
    return around(base, name, prefix.wordings, frame, explain, plans, {}, prefix.weight)


def _plan(plan: Plan, prefix: Prefix) -> Plan:
    def expect(world: World, s: Bound) -> Outcome:
        found = outcome(plan.expect(world, s))
        if prefix.errors:
            found = replace(found, stderr=prefix.errors)
        if not prefix.prints or found.stdout is None:
            return found
        if found.ordered:
            return replace(found, stdout=printed(found) + prefix.prints)
        return replace(found, stdout=[*found.stdout, *prefix.prints.splitlines()])

    return replace(plan, expect=expect, before=prefix.before, after=prefix.after)
