"""A script for every command: a comment and the command, and for the everyday ones a careful form.

"Write a script to …" is asked of anything that a command can do. The plain form is a shebang, a
comment and the command. The careful forms are put together from parts (frames.py): arguments, a
usage message, checks, a log, a word at the end; each everyday command has the strict one and three
in turn.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic import tasks as families
from bashcoder_mlx.corpora.synthetic.demand import most_drawn
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base, bases
from bashcoder_mlx.corpora.synthetic.tasks.scripts.framed import Frame, framed
from bashcoder_mlx.corpora.synthetic.tasks.scripts.frames import (
    NAMED,
    PLAIN,
    careful,
    path_of,
    with_argument,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.frames_short import short, with_name

WEIGHT = 4.5
_LEFT_OUT = (
    "compose/",
    "scripts/",
    "shell/aliases",
    "shell/ending",
    "shell/help",
    "shell/history",
    "shell/options",
    "shell/running",
    "shell/settings",
)
# Asked of a script in the same words in the tables beside this, which answer with more.
_ANSWERED = (
    "archives/compress.gzip-kind-dir",
    "network/ports.ping-plain",
    "permissions/files.private-kind-dir",
    "search/extracts.counted-words-file",
    "shell/arithmetic.binary",
    "shell/arithmetic.hexadecimal",
    "shell/loops.lines-mkdir",
    "shell/loops.squares",
    "system/hardware.uname",
    "system/memory.memory-free",
    "system/people.users-list",
    "system/people.who",
    "system/services.active-or-start",
    "text/count.words",
    "text/follow.follow-grep",
    "text/numbers.factor",
    "text/order.distinct",
    "text/sequences.seq-sum",
)
_AT_MOST = 300  # of a family, those that are drawn most; a composed one has over a thousand
_CAREFUL = 0.4  # share of a careful form beside the plain one
_STEPS = (0, 2, 5)  # which of the careful forms a command has, counted from its own number
_ALWAYS = 0  # the first of them, strict mode


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    shares = families.families()
    for name, share in shares.items():
        if not name.startswith(_LEFT_OUT):
            family = families.family(name)
            total = sum(task.weight for task in family)
            for task in most_drawn(filter(_is_whole, family), _AT_MOST):
                yield framed(task, PLAIN, share * task.weight / total)
    yield from _carefully()


def _is_whole(task: Task) -> bool:
    """Whether a command does not need the shell that it is typed in."""
    if task.name in _ANSWERED:
        return False
    alone = not any(plan.before or plan.after for plan in task.every_plan)
    return task.kind == "command" and bool(task.say) and alone and "exit" not in str(task.run)


def _carefully() -> Iterator[Task]:
    for number, base in enumerate(bases()):
        frames = careful(base)
        chosen = {_ALWAYS, *((number + step) % len(frames) for step in _STEPS)} if frames else set()
        for frame in (*(frames[index] for index in sorted(chosen)), *_short(base)):
            task, (kind, _, name) = base.task, frame.key.partition("-")
            if kind in NAMED:
                node = base.trial.start[base.bound[name].data]
                task = with_argument(task, kind, name, node.kind)
            yield framed(task, frame, base.weight * _CAREFUL)


def _short(base: Base) -> Iterator[Frame]:
    """The short forms, all that fit."""
    if base.succeeds:
        yield from short(base)
        name, kind = path_of(base)
        yield from with_name(name, kind) if name else ()
