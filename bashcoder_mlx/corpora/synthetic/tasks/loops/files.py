"""Loops over files: what is gone through, a condition or none, and what is done to each."""

from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts import file_heads as heads
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.file_bodies import (
    COUNTS,
    LABEL,
    NAME,
    OTHER,
    PRINTED,
)
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.file_changes import CHANGES
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.file_guards import GUARDS
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import (
    AND,
    IF,
    OR,
    Body,
    Form,
    Guard,
    Head,
    Loop,
    otherwise,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.6
_BODIES = (NAME, *PRINTED, *CHANGES)
_SLOTS = {
    "target": SLOTS["dir"],
    # No extension that a loop may go through.
    "listing": one_of("names.out", "done.out", "found.out", "collected.out", "results.out"),
}
_SPECIAL = {"folder", "gone", "link"}
# What the tables shell/each, shell/files-each and shell/kept have.
_TOLD = {
    "here": {"print", "lines", "titled", "move", "copy", "backup", "mode", "gzip"},
    "all": {"cat", "remove", "mode", "executable", "gzip", "touch"},
    "list": {"remove"},
    "found": {"print"},  # which says no more than find alone
}
_PAIRS = {
    *(("plain", "executable"), ("large", "gzip")),
    *(("missing", "print"), ("exists", "print"), ("exists", "cat"), ("with", "log")),
}
_KEPT = {"filled", "empty", "program", "plain", "with", "without", "long"}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for loop in _loops():
        yield loop.task("loops/files", _setup(loop), _expect(loop))


def _loops() -> Iterator[Loop]:
    for head in heads.EVERY:
        for body in _BODIES:
            if "only" not in body.kind and not _left_out(head, body):
                yield Loop(head, body, slots=_SLOTS)
    yield from _others()
    for guard in GUARDS:
        for head in heads.EVERY:
            for body in _BODIES:
                for form in _forms(guard, head, body):
                    yield Loop(head, body, guard, form, slots=_SLOTS)


def _others() -> Iterator[Loop]:
    """One thing or another, and the files that meet a condition counted."""
    for guard in (one for one in GUARDS if one.key != "link"):
        mixed = "mixed" in guard.kind
        everyday = heads.ALL if mixed else heads.THREE if "named" in guard.kind else heads.HERE
        for head in (everyday, heads.LIST):
            for form in (otherwise(OTHER), otherwise(OTHER, both=True)):
                yield Loop(head, LABEL, guard, form, slots=_SLOTS)
        for body in COUNTS:
            yield Loop(everyday, body, guard, IF, slots=_SLOTS)
            yield Loop(everyday, body, guard, AND, slots=_SLOTS)


def _adds(body: Body) -> bool:
    """Whether it needs a file or folder that a loop over everything would meet."""
    return "{target}" in body.run or "{listing}" in body.run


def _left_out(head: Head, body: Body) -> bool:
    """Whether it stands elsewhere, meets what it writes, or leaves the order of a file open."""
    if head is heads.ALL and _adds(body):
        return True
    unordered = not head.ordered and "{listing}" in body.run
    return unordered or body.key in _TOLD.get(head.key, ())


def _is_kept(guard: Guard, head: Head, body: Body) -> bool:
    if head is heads.ALL:
        return body is NAME and guard.key in ("dir", "no-dir", "file", "link")
    moving = body.key in ("print", "remove", "move", "copy", "backup")
    return head is heads.HERE and moving and guard.key in _KEPT


def _forms(guard: Guard, head: Head, body: Body) -> tuple[Form, ...]:
    """The forms worth having: two for everyday loops, one for a plain print, else none."""
    if not _fit(guard, head, body):
        return ()
    everyday = heads.ALL if "mixed" in guard.kind else heads.HERE
    if _is_kept(guard, head, body):
        return (OR,) if guard.opposite else ()
    if (guard.key, body.key) in _PAIRS and head in (everyday, heads.LIST, heads.THREE):
        return (IF, OR if guard.opposite else AND)
    if head in (everyday, heads.LIST) and (body.weight > 1 or "only" in body.kind):
        return (IF, OR if guard.opposite else AND)
    return (IF,) if body is NAME or (head is heads.THREE and body.weight == 2) else ()


def _fit(guard: Guard, head: Head, body: Body) -> bool:
    wanted, given, there = (set(one.kind.split()) for one in (guard, body, head))
    if not {"mixed", "named"} & wanted <= there or not _SPECIAL & wanted <= given:
        return False
    if "only" in given and not wanted & given:
        return False
    if head is heads.ALL and _adds(body):
        return guard.key == "file"
    return guard.weight > 1 or "mixed" in wanted or not {"mixed", "glob"} <= there


def _setup(loop: Loop) -> Callable[[World, Bound], None]:
    def setup(world: World, s: Bound) -> None:
        loop.head.setup(world, s)
        meeting = _meeting(loop, s)
        for path in world.files() if loop.guard and "found" in loop.head.kind else ():
            loop.guard.make(world, path, s, True)
        for path in loop.head.items(s):
            _make(loop, world, s, path, path in meeting)
        loop.body.setup(world, s)

    return setup


def _make(loop: Loop, world: World, s: Bound, path: str, holds: bool) -> None:
    world.file(path, [f"{path[-9:].strip()} {line}" for line in range(101 + len(path))], days=9)
    if loop.guard:
        loop.guard.make(world, path, s, holds)
    if "slots" in loop.head.kind and " " in path:  # what a name without its quotes would be
        for piece in path.split():
            _make(loop, world, s, piece, True)


def _meeting(loop: Loop, s: Bound) -> list[str]:
    """The files that meet the condition: all but the last but one."""
    every = list(loop.head.items(s))
    return [*every[:-2], every[-1]] if loop.guard else every


def _expect(loop: Loop) -> Callable[[World, Bound], Outcome]:
    def expect(world: World, s: Bound) -> Outcome:
        meeting, met = _meeting(loop, s), world.glob("*") if loop.head is heads.ALL else []
        pairs = [(path, path in meeting) for path in loop.head.items(s)]
        lines = loop.lines(world, s, pairs)
        shown = "\n".join(lines).split("\n") if lines else []
        after = loop.form.other or loop.body.after
        failed = loop.guard and not after and loop.form.fails and met and met[-1] not in meeting
        return Outcome(shown, loop.head.ordered, status=1 if failed else 0)

    return expect
