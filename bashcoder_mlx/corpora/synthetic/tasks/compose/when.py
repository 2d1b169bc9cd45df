"""One action on a condition: only if it holds, unless it holds, or something else otherwise."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base, bases
from bashcoder_mlx.corpora.synthetic.tasks.compose.conditions import CONDITIONS, Condition
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import Wordings, around, lower
from bashcoder_mlx.trial.world import World

WEIGHT = 0.44


def tasks() -> Iterator[Task]:
    """All tasks of this family: each action with one of the conditions in turn."""
    acting = [base for base in bases() if base.acts]
    for number, base in enumerate(acting):
        condition = CONDITIONS[number % len(CONDITIONS)]
        yield _only_if(base, condition)
        yield _unless(base, condition)
        yield _otherwise(base, condition)


def _only_if(base: Base, on: Condition) -> Task:
    wordings = Wordings(
        (
            f"%s, but only if {on.said}",
            f"%s [if|only if|in case] {on.said}",
        ),
        (
            f"if {on.said}, %s",
            f"[check|test] whether {on.said} and [only then|if so] %s",
        ),
    )
    explain = f"If {on.said}, {lower(base.task.explain[0])}."
    plans = _plans(base, on, fails=_idle(status=1))
    return around(
        base, f"compose/when.if-{on.key}", wordings, f"{on.test} && %s", explain, plans, on.slots
    )


def _unless(base: Base, on: Condition) -> Task:
    wordings = Wordings(
        (
            f"%s unless {on.said}",
            f"%s [if|only if|when] {on.opposite}",
        ),
        (f"if {on.opposite}, %s",),
    )
    explain = f"Unless {on.said}, {lower(base.task.explain[0])}."
    plans = _plans(base, on, holds=_idle())
    return around(
        base,
        f"compose/when.unless-{on.key}",
        wordings,
        f"{on.test} || %s",
        explain,
        plans,
        on.slots,
    )


def _otherwise(base: Base, on: Condition) -> Task:
    wordings = Wordings(
        (f"%s if {on.said}, [otherwise|else|if not,] [print|show] {{message}}",),
        (
            f"if {on.said}, %s, [otherwise|else] [print|say|echo] {{message}}",
            f"[check|test] whether {on.said}: if so, %s; if not, [print|say] {{message}}",
        ),
    )
    frame = f"if {on.test}; then %s; else echo {{message}}; fi"
    explain = f"If {on.said}, {lower(base.task.explain[0])}; otherwise prints {{message}}."
    plans = _plans(base, on, fails=_idle("{message}\n"))
    slots = {**on.slots, "message": SLOTS["phrase"]}
    name = f"compose/when.else-{on.key}"
    return around(base, name, wordings, frame, explain, plans, slots, share=0.6)


def _idle(text: str = "", status: int = 0) -> Callable[[World, Bound], Outcome]:
    return lambda world, s: Outcome(stdout=s.fill(text), status=status)


def _plans(base: Base, on: Condition, holds=None, fails=None) -> tuple[Plan, ...]:
    """A trial where the condition holds and one where it does not."""
    plan = base.task.every_plan[0]

    def tried(make: Callable, expect: Callable | None) -> Plan:
        def setup(world: World, s: Bound) -> None:
            plan.setup(world, s)
            make(world, s)

        return replace(plan, setup=setup, expect=expect or plan.expect)

    return tried(on.holds, holds), tried(on.fails, fails)
