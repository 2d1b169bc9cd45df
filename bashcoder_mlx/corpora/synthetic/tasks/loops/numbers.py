"""Loops over numbers: which ones, a condition or none, and what is done with each, or their sum."""

from collections.abc import Callable, Iterator
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts import number_bodies as bodies
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.ends import ENDS
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import (
    AND,
    BREAK,
    IF,
    SKIP,
    Loop,
    otherwise,
)
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.number_guards import GUARDS
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.number_heads import HEADS, SLOTS
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.number_totals import COUNTS, TOTALS
from bashcoder_mlx.trial.world import World

WEIGHT = 0.5
_SLOTS = {**SLOTS, **bodies.SLOTS}
# What the tables shell/loops and shell/numbers have, or nobody needs.
_TOLD = {
    "print": {"braces", "c", "while", "until"},
    "text": {"braces", "seq", "c"},
    "square": {"braces", "seq", "c"},
    "mkdir": {"braces"},
    "sum": {"c", "zero"},
    "sum-double": {"zero"},
    "squares": {"zero"},
    "product": {"zero"},
}
_FORMS = {"braces": (IF, AND), "seq": (IF,), "c": (IF, AND), "while": (IF,), "span": (IF,)}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for loop in _loops():
        setup = loop.end.setup if loop.end else loop.body.setup
        yield loop.task("loops/numbers", setup, _expect(loop))


def _loops() -> Iterator[Loop]:
    for head in HEADS:
        for body in (*bodies.BODIES, *TOTALS):
            if head.key not in _TOLD.get(body.key, ()):
                yield Loop(head, body, slots=_SLOTS)
        for guard in GUARDS:
            for body in (bodies.PRINT, bodies.TEXT, bodies.TOUCH, bodies.MKDIR):
                for form in _FORMS.get(head.key, ()):
                    yield Loop(head, body, guard, form, slots=_SLOTS)
            if head.key in _FORMS:
                yield from _few(head, guard)
        for body, end in product((bodies.PRINT, bodies.TEXT), ENDS):
            if head.key in _FORMS:
                yield Loop(head, body, end=end, slots=_SLOTS)


def _few(head, guard) -> Iterator[Loop]:
    """What everyday loops alone have: sums, something else for the others, a way out."""
    counted = COUNTS if guard.key in ("above", "below") else ()
    for body in (TOTALS[0], *counted):
        yield Loop(head, body, guard, IF, slots=_SLOTS)
    for form in (otherwise(bodies.WORD), otherwise(bodies.WORD, both=True)):
        yield Loop(head, bodies.PRINT, guard, form, slots=_SLOTS)
    if head.key in ("braces", "c") and guard.key in ("other", "even"):
        yield Loop(head, bodies.PRINT, guard, SKIP, slots=_SLOTS)
    if head.key in ("braces", "c") and guard.key in ("other", "below"):
        yield Loop(head, bodies.PRINT, guard, BREAK, slots=_SLOTS)


def _expect(loop: Loop) -> Callable[[World, Bound], Outcome]:
    def expect(world: World, s: Bound) -> Outcome:
        met = [(i, not loop.guard or loop.guard.holds(i, s)) for i in loop.head.items(s)]
        lines = loop.lines(world, s, met)
        stays = loop.body.after or loop.head.kind == "counter" or not loop.guard
        failed = not stays and loop.form.fails and not met[-1][1]
        text = "".join(lines) if loop.body.key == "row" else lines
        return Outcome(text, status=1 if failed else 0)

    return expect
