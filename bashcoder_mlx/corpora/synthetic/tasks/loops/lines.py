"""Loops over lines: where they come from, a condition or none, and what is done with each."""

from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts import line_bodies as bodies
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.line_guards import GUARDS, PLAIN
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.line_heads import HEADS
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import (
    AND,
    IF,
    OR,
    PASS,
    PASS_IF,
    STOP,
    STOP_IF,
    Body,
    Form,
    Guard,
    Head,
    Loop,
    otherwise,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.6
_MAIN = (bodies.PRINT, bodies.LABEL, bodies.LENGTH, bodies.APPEND)
_TOLD = {"exact": {"print", "label", "length"}, "file": {"print", "length"}}  # shell/loops has them


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for loop in _loops():
        yield loop.task("loops/lines", _setup(loop), _expect(loop))


def _loops() -> Iterator[Loop]:
    for head in HEADS:
        for body in (*bodies.BODIES, *bodies.TOTALS):
            if not _is_left_out(head, body):
                yield Loop(head, body, slots=bodies.OUT)
        for guard in GUARDS:
            for body, form in _guarded(head, guard):
                yield Loop(head, body, guard, form, slots=bodies.OUT)


def _is_left_out(head: Head, body: Body) -> bool:
    """Whether it stands elsewhere, says nothing new, or sets a variable behind a pipe."""
    behind = "pipe" in head.kind and body.after
    plain = body.key in ("print", "printf") and head.key not in ("file", "exact")
    return bool(behind) or plain or body.key in _TOLD.get(head.key, ())


def _guarded(head: Head, guard: Guard) -> Iterator[tuple[Body, Form]]:
    if head.key == "file":
        for body in _MAIN:
            yield body, IF
            yield body, OR if guard.opposite else AND
        for body in (bodies.COUNT, bodies.COUNT_DOUBLE):
            yield body, IF
            yield body, AND
        yield bodies.PRINT, otherwise(bodies.WORD)
        for form in (PASS, PASS_IF, STOP, STOP_IF) if guard.but else ():
            yield bodies.PRINT, form
    elif guard.key in ("contains", "lacks") or "grep" not in head.kind:
        yield bodies.PRINT, IF
        if guard.weight > 1:
            yield bodies.PRINT, AND


def _setup(loop: Loop) -> Callable[[World, Bound], None]:
    def setup(world: World, s: Bound) -> None:
        world.file(s.txt, _given(loop, s), days=9)
        world.file("beside", days=9)
        loop.body.setup(world, s)

    return setup


def _given(loop: Loop, s: Bound) -> list[str]:
    """The lines of the file: those that show the condition, or text."""
    lines = list(loop.guard.samples(s) if loop.guard else PLAIN)
    if "grep" in loop.head.kind:
        return [each for line in lines for each in (f"{s.word8} {line}", line)]
    return [*lines, f"  {lines[0]}  "] if "exact" in loop.head.kind else lines


def _items(loop: Loop, s: Bound) -> list[str]:
    """The lines that the loop gets."""
    lines = _given(loop, s)
    if "sorted" in loop.head.kind:
        return sorted(lines)
    return [line for line in lines if "grep" not in loop.head.kind or s.word8 in line]


def _expect(loop: Loop) -> Callable[[World, Bound], Outcome]:
    def expect(world: World, s: Bound) -> Outcome:
        met = [(i, not loop.guard or loop.guard.holds(i, s)) for i in _items(loop, s)]
        lines = loop.lines(world, s, met)
        failed = loop.guard and not loop.body.after and loop.form.fails and not met[-1][1]
        return Outcome(lines, status=1 if failed else 0)

    return expect
