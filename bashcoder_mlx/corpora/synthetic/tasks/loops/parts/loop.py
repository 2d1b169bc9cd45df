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
    start: str = ""
    """Before the loop."""
    after: str = ""
    """Behind it."""
    end: Callable[[list, Bound], Sequence[str]] = lambda items, s: ()
    """What is printed behind it, of the items that meet the condition."""
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
    but: str = ""
    """That in words, like `that`."""
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
    breaks: bool = False
    """Whether the loop ends there."""
    negative: bool = False
    """Whether it speaks of the others."""
    other: Body | None = None
    """What is done with the others, `<other>` in the frame."""
    weight: float = 1.0


IF = Form("if", "if <test>; then <body>; fi", "[| with if| with an if in it]", weight=1.5)
AND = Form("and", "<test> && <body>", " with &&", 1)
OR = Form("or", "<opposite> || <body>", " without if")
SKIP = Form("skip", "<test> || continue; <body>", ", with continue for the others")
BREAK = Form("break", "<test> || break; <body>", ", up to the first other", breaks=True)
PASS = Form(
    "pass",
    "<opposite> && continue; <body>",
    ", but [skip|leave out] one that <but>[| with continue]",
    negative=True,
)
PASS_IF = Form(
    "pass-if",
    "if <opposite>; then continue; fi; <body>",
    ", but [skip|leave out] one that <but>, with if and continue",
    negative=True,
)
STOP = Form(
    "stop",
    "<opposite> && break; <body>",
    ", but [stop|end] before the first that <but>[| with break]",
    breaks=True,
    negative=True,
)
STOP_IF = Form(
    "stop-if",
    "if <opposite>; then break; fi; <body>",
    ", but [stop|end] before the first that <but>, with if and break",
    breaks=True,
    negative=True,
)


def otherwise(other: Body, both: bool = False) -> Form:
    """One thing or another, with if, or with `&&` and `||`."""
    if both:
        return Form("or-else", "<test> && <body> || <other>", " with && and no if", other=other)
    return Form("else", "if <test>; then <body>; else <other>; fi", "", other=other)


@dataclass(frozen=True)
class End:
    """Where the output of a loop goes."""

    key: str
    text: str
    said: str
    does: str
    lines: Callable[[World, list[str], Bound], list[str]]
    """What is printed then; it writes files."""
    setup: Callable[[World, Bound], None] = lambda world, s: None


SAID = """
[loop over|go through] <over> and <short><if><how><form><end>
<verb> [each|every] <one><that><rest><how><form><end>
for [each|every] <one><that>, <short><how><form><end>
[with|by|using] <loop>, <verb> [each|every] <one><that><rest><form><end>
"""
ASKED = """
<over>: <short><if><form><end>, in <loop>
for [each|every] <one><that>: <short><how><form><end>
how do I loop over <over> and <short><if><how><form><end>?
how can I <verb> [each|every] <one><that><rest> with <loop><form><end>?
[I need|write me|give me] <loop> over <over>: <short><if><form><end>
"""


@dataclass(frozen=True)
class Loop:
    """Parts that make one loop."""

    head: Head
    body: Body
    guard: Guard | None = None
    form: Form = IF
    end: End | None = None
    slots: dict[str, Slot] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """A name made of those of the parts."""
        guard = f"-{self.guard.key}-{self.form.key}" if self.guard else ""
        end = f"-{self.end.key}" if self.end else ""
        return f"{self.body.key}{guard}-{self.head.key}{end}"

    def lines(self, world: World, s: Bound, met: Sequence[tuple[Any, bool]]) -> list[str]:
        """Does it with the items, each with whether it meets the condition; what is printed."""
        lines, done = [], []
        for item, holds in met:
            if holds:
                done.append(item)
                lines += self.body.act(world, item, s)
            elif self.form.breaks:
                break
            elif self.form.other:
                lines += self.form.other.act(world, item, s)
        lines += self.body.end(done, s)
        return self.end.lines(world, lines, s) if self.end else lines

    def task(self, family: str, setup: Callable, expect: Callable) -> Task:
        """The task, on a world and with an oracle of the family."""
        return Task(
            f"{family}.{self.key}",
            self._worded(SAID),
            changed(self.body.run, self._command),
            self._worded("For each <one><that>, <does><form><ended>."),
            setup,
            expect,
            ask=self._worded(ASKED),
            slots=self.slots,
            before="; ".join(filter(None, self._before())),
            weight=self._weight(),
        )

    def _before(self) -> list[str]:
        # A counter's ((n++)) would end a shell that is strict.
        strict = self.guard.before if self.guard and not self.body.start else ""
        return [self.head.before, strict, self.body.before]

    def _command(self, body: str) -> str:
        if self.guard:
            other = str(self.form.other.run) if self.form.other else ""
            body = self.form.frame.replace("<body>", body).replace("<other>", other)
            body = body.replace("<test>", self.guard.test)
            body = body.replace("<opposite>", self.guard.opposite)
        end = self.end.text if self.end else ""
        return f"{self.body.start}{self.head.open} {body}{self.head.close}{end}{self.body.after}"

    def _worded(self, text: str) -> list[str]:
        head, body, end = self.head, self.body, self.end
        words = {
            **{"over": head.over, "one": head.one, "loop": head.loop, "how": head.how},
            **{"verb": body.verb, "rest": body.rest, "short": body.short, "does": body.does},
            **{"if": "", "that": "", "form": "", "end": end.said if end else ""},
            "ended": end.does if end else "",
        }
        return fit(block(text), **{**words, **(self._said() if self.guard else {})})

    def _said(self) -> dict[str, str]:
        """The words of the condition."""
        guard, form = self.guard, self.form
        other = f", [otherwise|else] {form.other.short}" if form.other else ""
        said = {"form": other + form.how, "but": guard.but}
        positive = {"if": f" if it {guard.that}", "that": f" that {guard.that}"}
        return said if form.negative else {**said, **positive}

    def _weight(self) -> float:
        weight = self.head.weight * self.body.weight
        return weight * self.guard.weight * self.form.weight if self.guard else weight
