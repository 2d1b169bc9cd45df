"""Where output goes: what any printing command prints, saved, appended, or shown and saved too."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, outcome
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base, bases
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import Wordings, around, printed
from bashcoder_mlx.trial.world import World

WEIGHT = 0.63
_OLD = "first line\nlast line\n"


@dataclass(frozen=True)
class Way:
    """A redirection, its wordings around an instruction, and what the file holds before."""

    key: str
    frame: str
    wordings: Wordings
    does: str
    old: str = ""
    shows: bool = False
    """Whether the output is still printed."""
    weight: float = 1.0


_RESULT = "[the output|the result|the results|what comes out]"
_WAYS = (
    Way(
        "save",
        "%s > {output}",
        Wordings(
            (
                f"%s and [save|write|put|store] {_RESULT} [to|in|into] {{output}}",
                f"%s, [saving|writing] {_RESULT} to {{output}}",
                "%s, [output to|into the file|into] {output.raw} [instead of the screen|]",
            ),
            (
                "[put|write] this into {output}: %s",
                "%s > {output.raw}",
                "%s, [all|] saved [as|in|to] {output.raw}",
            ),
        ),
        "writes the result to {output}",
        old=_OLD,
        weight=3,
    ),
    Way(
        "append",
        "%s >> {output}",
        Wordings(
            (
                f"%s and [append|add] {_RESULT} to [the end of|] {{output}}",
                f"%s, [appending|adding] {_RESULT} to {{output}}",
                "%s and add that at the end of {output} [without overwriting it|]",
                "%s; append it to {output}, [keep|keeping] what is [there|in it]",
            ),
            ("%s >> {output.raw}", "%s, appended to {output.raw}"),
        ),
        "adds the result to the end of {output}",
        old=_OLD,
    ),
    Way(
        "show-and-save",
        "%s | tee {output}",
        Wordings(
            (
                f"%s, show {_RESULT} and [save|write] [it|them] to {{output}} [too|as well]",
                "%s [on the screen|here] and [into|in] {output} at the same time",
                "%s, [print|show] and save it [in|to] {output}, [both|with tee]",
            ),
            ("%s, on screen and in {output.raw}",),
        ),
        "shows the result and writes it to {output} too",
        old=_OLD,
        shows=True,
        weight=0.7,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for base in bases():
        if base.prints and base.trial.outcome.ordered and not _lists_here(base):
            for way in _WAYS:
                yield _redirected(base, way)


def _lists_here(base: Base) -> bool:
    """Whether the new file would turn up in what is printed, by name or as one of a kind."""
    if "*" in base.task.answer(next(iter(base.task.answers)), base.bound):
        return True
    return not base.family.startswith(("text", "search", "dates", "git", "system"))


def _redirected(base: Base, way: Way) -> Task:
    explain = f"{base.task.explain[0].rstrip('.')} and {way.does}."
    plans = [_plan(plan, way) for plan in base.task.every_plan]
    slots, name = {"output": SLOTS["txt"]}, f"compose/output.{way.key}"
    return around(base, name, way.wordings, way.frame, explain, plans, slots, way.weight)


def _plan(plan: Plan, way: Way) -> Plan:
    def setup(world: World, s: Bound) -> None:
        plan.setup(world, s)
        world.file(s.output, way.old, days=3)

    return replace(plan, setup=setup, expect=_expect(plan, way))


def _expect(plan: Plan, way: Way) -> Callable[[World, Bound], Outcome]:
    def expect(world: World, s: Bound) -> Outcome:
        found = outcome(plan.expect(world, s))
        kept = way.old if way.key == "append" else ""
        world.file(s.output, kept + printed(found))
        return found if way.shows else replace(found, stdout="")

    return expect
