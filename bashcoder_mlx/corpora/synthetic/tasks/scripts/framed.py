"""A script around a command: how its parts stand together, and what running it must come to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bashcoder_mlx.corpora.synthetic import wording
from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, named
from bashcoder_mlx.corpora.synthetic.task import (
    SHEBANG,
    Bound,
    Outcome,
    Plan,
    Task,
    changed,
    outcome,
    texts_of,
)
from bashcoder_mlx.trial.world import World

COMMENT = "comment"  # the slot of the line that says what a script does


class Framed(Task):
    """A script whose comment says what it does, with its values."""

    def draw(self, draw: Draw) -> Bound:
        """New values; the comment is one of the explanations, filled with them."""
        bound = super().draw(draw)
        text = wording.explanation(self, bound, draw)
        bound[COMMENT] = Value(text, (text,), text)
        return bound


@dataclass(frozen=True)
class Frame:
    """The parts of a script around a command, and the trials that they add."""

    key: str
    says: Sequence[str] = ("%s",)
    """Instructions around the one for the command, %s."""
    does: str = "%s."
    """A sentence around the explanation, without its full stop."""
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    """Lines of the script before and after the command."""
    lead: str = ""
    tail: str = ""
    """What stands before and after the command on its own line."""
    prints: str = ""
    """Printed besides what the command prints, at the end."""
    finds: Callable[[World, Bound], object] = lambda world, s: None
    """What else is in the world before."""
    leaves: Callable[[World, Bound], object] = lambda world, s: None
    """What else the script leaves in the world."""
    turns: Callable[[World, Bound, Outcome], Outcome] = lambda world, s, found: found
    """What becomes of the outcome of the command."""
    first: str = ""
    observe: str = ""
    """Bash run before and afterwards; what it prints afterwards belongs to `prints`."""
    stdin: str = ""
    """What is typed to the script before what the command reads."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    arguments: Sequence[str] = ()
    unsaid: Sequence[str] = ()
    """Slots that the arguments fill instead of the prompt."""
    more: Sequence[Plan] = ()
    """Trials of what the frame adds, such as a call without arguments."""
    also: Callable[[Plan], Sequence[Plan]] = lambda plan: ()
    """Trials made of the first one of the command, such as an answer of no."""
    share: float = 1.0


def framed(task: Task, frame: Frame, weight: float) -> Task:
    """The script of a frame around the command of a task."""
    return Framed(
        name=f"scripts/every.{frame.key}-{task.name}",
        say=tuple(say % text for say in frame.says for text in task.say),
        ask=(),
        run=changed(task.run, lambda text: _script(text, frame)),
        explain=tuple(frame.does % text.rstrip(".") for text in task.explain),
        kind="script",
        slots={**task.slots, **frame.slots, COMMENT: lambda draw, spaced: named("")},
        unsaid=(COMMENT, *frame.unsaid),
        stubs=task.stubs,
        within=texts_of(task.run),
        plans=(
            *(_plan(plan, frame) for plan in task.every_plan),
            *frame.also(task.every_plan[0]),
            *frame.more,
        ),
        weight=weight * frame.share,
    )


def _script(command: str, frame: Frame) -> str:
    line = frame.lead + command.strip("\n") + frame.tail
    return SHEBANG + "\n".join([f"# {{{COMMENT}}}", *frame.before, line, *frame.after])


def _plan(plan: Plan, frame: Frame) -> Plan:
    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        found = outcome(plan.expect(world, s))
        frame.leaves(world, s)
        found = replace(found, stdout=_joined(found.stdout, s.fill(frame.prints)))
        return frame.turns(world, s, found)

    def setup(world: World, s: Bound) -> None:
        plan.setup(world, s)
        frame.finds(world, s)

    return replace(
        plan,
        setup=setup,
        expect=expect,
        arguments=frame.arguments,
        before=frame.first,
        after=frame.observe,
        stdin=frame.stdin + plan.stdin,
    )


def _joined(stdout, more: str):
    if stdout is None or not more:
        return stdout
    return stdout + more if isinstance(stdout, str) else [*stdout, *more.splitlines()]
