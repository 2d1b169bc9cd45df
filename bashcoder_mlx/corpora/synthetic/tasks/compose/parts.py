"""How tasks are put together: the slots of a second one renamed, its plans on a common world."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import (
    SLOT,
    Bound,
    Outcome,
    Plan,
    Result,
    Task,
    changed,
    outcome,
    texts_of,
)
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base
from bashcoder_mlx.trial.world import World

_SHIFT = 5  # {file} of a second task is {file6}, its {file2} is {file7}


@dataclass(frozen=True)
class Wordings:
    """Wordings around an instruction, which stands for %s."""

    says: Sequence[str]
    """Instructions themselves, which "how do I" may precede."""
    asks: Sequence[str] = ()
    """Sentences that are used as they are."""


def as_second(task: Task) -> Task:
    """The same task with its slots renamed, so that it can stand beside another one."""
    names = {name: _renamed(name) for name in task.slot_names}

    def rename(text: str) -> str:
        return SLOT.sub(lambda mark: _mark(mark, names), text)

    def view(bound: Bound) -> Bound:
        return Bound({name: bound[new] for name, new in names.items()})

    return replace(
        task,
        say=tuple(map(rename, task.say)),
        ask=(),
        run=changed(task.run, rename),
        explain=tuple(map(rename, task.explain)),
        slots={new: task.draws(name) for name, new in names.items()},
        plans=tuple(_viewed(plan, view, rename) for plan in task.every_plan),
    )


def _renamed(name: str) -> str:
    base = name.rstrip("0123456789")
    return f"{base}{int(name[len(base) :] or 1) + _SHIFT}"


def _mark(mark, names: Mapping[str, str]) -> str:
    if mark[1] not in names:
        return mark[0]
    return "{" + names[mark[1]] + (f".{mark[2]}" if mark[2] else "") + "}"


def _viewed(plan: Plan, view: Callable[[Bound], Bound], rename: Callable[[str], str]) -> Plan:
    return replace(
        plan,
        stdin=rename(plan.stdin),
        setup=lambda world, s: plan.setup(world, view(s)),
        expect=lambda world, s: plan.expect(world, view(s)),
    )


def both(first: Plan, second: Plan) -> Plan:
    """Both on one world, the second after the first; what they print follows each other."""

    def setup(world: World, s: Bound) -> None:
        first.setup(world, s)
        second.setup(world, s)

    def expect(world: World, s: Bound) -> Result:
        one, two = outcome(first.expect(world, s)), outcome(second.expect(world, s))
        stdout, ordered = printed(one) + printed(two), one.ordered and two.ordered
        return replace(two, stdout=stdout if ordered else stdout.splitlines(), ordered=ordered)

    return Plan(setup, expect, stdin=first.stdin + second.stdin)


def printed(found: Outcome) -> str:
    """What a command prints, as one text."""
    if isinstance(found.stdout, str):
        return found.stdout
    return "".join(f"{line}\n" for line in found.stdout)


def slots_of(*tasks: Task, **more: Slot) -> dict[str, Slot]:
    """The slots that belong to any of the tasks, and more."""
    return {name: slot for task in tasks for name, slot in task.slots.items()} | more


def around(
    base: Base,
    name: str,
    wordings: Wordings,
    frame: str,
    explain: str,
    plans: Sequence[Plan],
    slots: Mapping[str, Slot],
    share: float = 1.0,
) -> Task:
    """A task around another one, which stands for %s in the wordings and in the command."""
    task = base.task
    return replace(
        task,
        name=f"{name}-{task.name}",
        say=tuple(one % text for one in wordings.says for text in task.say[:2]),
        ask=tuple(one % text for one in wordings.asks for text in task.say[:1]),
        run=changed(task.run, lambda text: frame % text),
        explain=(explain,),
        slots=slots_of(task, **slots),
        plans=tuple(plans),
        weight=base.weight * share,
        mutants=(),
        within=texts_of(task.run),
        origin="",
    )


def lower(text: str) -> str:
    """A sentence as a part of another: "Deletes x." as "deletes x"."""
    return text[0].lower() + text[1:].rstrip(".")
