"""What the composed families of one-liners share: wordings with marks, and lines that are printed.

A phrase tells what is wanted as an instruction, its verbs marked: "<print> its length". The same
phrase is a part of the explanation, with "prints".
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block
from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, named
from bashcoder_mlx.corpora.synthetic.task import ANY, Bound, Outcome, Plan, Run, Task
from bashcoder_mlx.trial.world import World

_MARK = re.compile(r"<([a-z]+)>")
_VERBS = {"print": "[print|show|output]", "append": "[append|add]", "remove": "[remove|delete]"}
_THIRD = {"copy": "copies", "go": "goes", "change": "changes", "check": "checks"}

_NUMBERS = ("x", "n", "a", "count", "num", "value", "total", "age", "size", "number", "i")
_TEXTS = ("s", "str", "name", "text", "w", "input", "answer", "v", "string", "user_input")
Shown = Callable[[World, Bound], Iterable[object] | Outcome]
"""Makes the changes; gives the lines that are printed, or all that comes out."""


def variable(names: Sequence[str]) -> Slot:
    """A slot of a variable: its name, and with the dollar."""

    def draw_variable(draw: Draw, spaced: bool) -> Value:
        name = draw.pick(names)
        return named(name, (), dollar=f"${name}")

    return draw_variable


NUMBER, TEXT = variable(_NUMBERS), variable(_TEXTS)


def said(phrase: str) -> str:
    """A phrase as an instruction."""
    return _MARK.sub(lambda mark: _VERBS.get(mark[1], mark[1]), phrase)


def done(phrase: str) -> str:
    """A phrase as what a command does."""
    return _MARK.sub(lambda mark: _THIRD.get(mark[1], f"{mark[1]}s"), phrase)


def filled(text: str, marks: Mapping[str, str]) -> str:
    """A text with its marks replaced; others stay."""
    return _MARK.sub(lambda mark: marks.get(mark[1], mark[0]), text)


def printing(
    name: str,
    wordings: tuple[str, str],
    run: str,
    explain: str,
    shown: Shown = lambda world, s: (),
    *,
    plans: Sequence[Plan] = (),
    slots: Mapping[str, Slot] | None = None,
    system: str = ANY,
    weight: float = 1.0,
    after: str = "",
    stubs: Sequence[str] = (),
    **marks: str,
) -> Task:
    """A task that prints lines.

    Args:
        wordings: blocks of instructions and of other wordings, with marks.
        plans: the trials, in the place of what is shown.
        marks: what stands for the marks of the wordings.
    """
    say, ask = ([said(filled(text, marks)) for text in block(one)] for one in wordings)
    command: Run = run if system == ANY else {system: run}
    return Task(
        name=name,
        say=say,
        ask=ask,
        run=command,
        explain=[explain],
        slots=slots or {},
        plans=plans,
        expect=lambda world, s: _outcome(shown(world, s)),
        weight=weight,
        after=after,
        stubs=stubs,
    )


def _outcome(shown: Iterable[object] | Outcome) -> Outcome:
    return shown if isinstance(shown, Outcome) else Outcome(stdout=list(map(str, shown)))
