"""A loop put together: what it goes through, on what condition, and what it does each time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bashcoder_mlx.corpora.synthetic.composing import block, fit
from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound, Run, Task, changed
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Head:
    """What a loop goes through."""

    key: str
    open: str
    """Up to `do`; the variable is that of the bodies."""
    over: str
    """After "loop over"."""
    one: str
    """After "each"."""
    items: Callable[[Bound], Sequence[Any]]
    """What the variable is, in turn."""
    setup: Callable[[World, Bound], None] = lambda world, s: None
    """Makes what the items are in, and what only looks alike."""
    close: str = "; done"
    loop: str = "a for loop"
    how: str = "[| in a loop| with a for loop]"
    kind: str = ""
    """What guards and bodies may ask for."""
    before: str = ""
    ordered: bool = True
    weight: float = 1.0


@dataclass(frozen=True)
class Body:
    """What is done each time."""

    key: str
    run: Run
    verb: str
    """Before "each one …"."""
    rest: str
    """After it."""
    short: str
    """After "loop over them and"."""
    does: str
    act: Callable[[World, Any, Bound], Sequence[str]]
    """Does it in a world; the lines that are printed."""
    kind: str = ""
    setup: Callable[[World, Bound], None] = lambda world, s: None
    after: str = ""
    """Behind the loop."""
    before: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Guard:
    """A condition on what a loop goes through."""

    key: str
    test: str
    that: str
    """After "one that" and "if it"."""
    kind: str = ""
    opposite: str = ""
    """What holds if it does not."""
    holds: Callable[[Any, Bound], bool] = lambda item, s: True
    make: Callable[[World, str, Bound, bool], None] = lambda world, path, s, holds: None
    """Makes it hold, or not, for a file."""
    samples: Callable[[Bound], Sequence[Any]] = lambda s: ()
    """What shows it: items that meet it and others."""
    before: str = ""
    weight: float = 1.0


@dataclass(frozen=True)
class Form:
    """How bash writes "if"."""

    key: str
    frame: str
    how: str
    fails: int = 0
    """The status of a loop whose last item does not meet the condition."""
    weight: float = 1.0


IF = Form("if", "if <test>; then <body>; fi", "[| with if| with an if in it]", weight=1.5)
AND = Form("and", "<test> && <body>", " with &&", 1)
OR = Form("or", "<opposite> || <body>", " without if")
SKIP = Form("skip", "<opposite> || continue; <body>", ", with continue for the others")

SAID = """
[loop over|go through] <over> and <short><if><form>
<verb> [each|every] <one><that><rest><how><form>
for [each|every] <one><that>, <short><how><form>
[with|by|using] <loop>, <verb> [each|every] <one><that><rest><form>
"""
ASKED = """
<over>: <short><if><form>, in <loop>
for [each|every] <one><that>: <short><form>
how do I loop over <over> and <short><if><form>?
how can I <verb> [each|every] <one><that><rest> with <loop><form>?
[I need|write me|give me] <loop> over <over>: <short><if><form>
"""


@dataclass(frozen=True)
class Loop:
    """Parts that make one loop."""

    head: Head
    body: Body
    guard: Guard | None = None
    form: Form = IF
    slots: dict[str, Slot] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """A name made of those of the parts."""
        guard = f"-{self.guard.key}-{self.form.key}" if self.guard else ""
        return f"{self.body.key}{guard}-{self.head.key}"

    def task(self, family: str, setup: Callable, expect: Callable) -> Task:
        """The task, on a world and with an oracle of the family."""
        return Task(
            f"{family}.{self.key}",
            self._worded(SAID),
            changed(self.body.run, self._command),
            self._worded("For each <one><that>, <does>."),
            setup,
            expect,
            ask=self._worded(ASKED),
            slots=self.slots,
            before="; ".join(filter(None, (one.before for one in self._parts()))),
            weight=self._weight(),
        )

    def _parts(self) -> list[Head | Body | Guard]:
        return [part for part in (self.head, self.guard, self.body) if part]

    def _command(self, body: str) -> str:
        if self.guard:
            body = self.form.frame.replace("<body>", body)
            body = body.replace("<test>", self.guard.test)
            body = body.replace("<opposite>", self.guard.opposite)
        return f"{self.head.open} {body}{self.head.close}{self.body.after}"

    def _worded(self, text: str) -> list[str]:
        head, body, guard = self.head, self.body, self.guard
        words = {
            **{"over": head.over, "one": head.one, "loop": head.loop, "how": head.how},
            **{"verb": body.verb, "rest": body.rest, "short": body.short, "does": body.does},
            "if": f" if it {guard.that}" if guard else "",
            "that": f" that {guard.that}" if guard else "",
            "form": self.form.how if guard else "",
        }
        return fit(block(text), **words)

    def _weight(self) -> float:
        weight = self.head.weight * self.body.weight
        return weight * self.guard.weight * self.form.weight if self.guard else weight
