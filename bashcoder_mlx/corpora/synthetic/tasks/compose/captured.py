"""What becomes of the output, the errors and the status of any command that prints.

A variable or a message takes the output, a file takes the output or the errors or both, or nothing
does; the status is printed; the command runs in the background.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, outcome
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base, bases
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import Wordings, around, printed
from bashcoder_mlx.trial.world import World

WEIGHT = 0.5
_OLD = "first line\nlast line\n"
_RESULT = "[the output|the result|what comes out]"


@dataclass(frozen=True)
class Way:
    """A frame of bash and of wordings around a command; `shows` makes what is printed."""

    key: str
    frame: str
    wordings: Wordings
    does: str
    shows: Callable[[str, Bound], str]
    """From what the command prints."""
    saves: Callable[[str], str] | None = None
    """What the file {output} then holds."""
    weight: float = 1.0
    slot: str = ""
    """What it names besides: a word or a file."""


def _same(text: str, s: Bound) -> str:
    return text


def _quiet(text: str, s: Bound) -> str:
    return ""


_WAYS = (
    Way(
        "variable",
        'r=$(%s); echo "$r"',
        Wordings(
            (
                f"%s, [store|keep|save] {_RESULT} in a variable r and print it",
                f"%s and put {_RESULT} into the variable r, then echo r",
                "%s, but into a variable r first; then print r",
            ),
            ("r = output of: %s; then print r", "capture this in a variable r and echo it: %s"),
        ),
        "prints it from the variable r",
        _same,
        weight=2,
    ),
    Way(
        "message",
        'echo "{word.raw}: $(%s)"',
        Wordings(
            (
                f"%s and print {{word}}, a colon and {_RESULT} by one echo",
                f"%s, with {{word}}: in front of {_RESULT}, by echo",
            ),
            (
                "echo a message '{word.raw}: ' that ends with the result of this: %s",
                "one line that begins with {word}: and goes on with the result: %s",
            ),
        ),
        "prints it behind {word} and a colon",
        lambda text, s: f"{s.word}: {text}",
        weight=1.5,
        slot="word",
    ),
    Way(
        "no-errors",
        "%s 2> /dev/null",
        Wordings(
            (
                "%s and [discard|ignore|suppress|hide] [errors|error messages|all errors]",
                "%s, [throwing away|without] error messages",
                "%s, errors to /dev/null",
            ),
            ("%s, [quietly where there are errors|no error messages please]",),
        ),
        "throws error messages away",
        _same,
        weight=2,
    ),
    Way(
        "errors",
        "%s 2> {output}",
        Wordings(
            (
                "%s and [save|write|send] [only the errors|error messages] to {output}",
                "%s, with [errors|the error output|stderr] going to {output}",
                "%s, but redirect stderr to {output}",
            ),
            ("%s, 2> {output.raw}", "only the errors of this into {output}: %s"),
        ),
        "writes error messages to {output}",
        _same,
        lambda text: "",
        1.5,
        "output",
    ),
    Way(
        "all",
        "%s > {output} 2>&1",
        Wordings(
            (
                "%s and [save|write|send] [output and errors|stdout and stderr] to {output}",
                "%s, with both output and errors [in|going to] {output}",
                "%s and redirect everything it prints, errors too, to {output}",
            ),
            (
                "stdout and stderr of this into {output}: %s",
                "%s, all output including errors in {output}",
            ),
        ),
        "writes the result and the errors to {output}",
        _quiet,
        lambda text: text,
        1.5,
        "output",
    ),
    Way(
        "all-short",
        "%s &> {output}",
        Wordings(
            (
                "%s and write output and errors to {output} with &>",
                "%s, with both streams in {output} by one redirection",
            ),
            ("%s, &> {output.raw}", "by one operator, output and errors of this in {output}: %s"),
        ),
        "writes the result and the errors to {output}",
        _quiet,
        lambda text: text,
        1,
        "output",
    ),
    Way(
        "status",
        "%s; echo $?",
        Wordings(
            (
                "%s and [print|show] [the|its] exit [status|code]",
                "%s, then [echo|print] the exit [code|status]",
            ),
            ("%s; what is the exit [status|code]?", "%s, exit code after it"),
        ),
        "prints the exit status",
        lambda text, s: f"{text}0\n",
        weight=1.5,
    ),
    Way(
        "silent",
        "%s > /dev/null",
        Wordings(
            (
                "%s, but [throw away|discard] the output",
                f"%s and send {_RESULT} to /dev/null",
                "%s without [showing|printing] anything on the screen",
            ),
            ("%s, output discarded",),
        ),
        "throws the result away",
        _quiet,
    ),
    Way(
        "background",
        "%s & wait",
        Wordings(
            (
                "%s in the background and wait for it",
                "%s as a background job, then wait until it is done",
            ),
            ("%s in the background, then wait",),
        ),
        "waits, as it runs in the background",
        _same,
        weight=0.6,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for base in bases():
        if base.prints and base.trial.outcome.ordered and not base.trial.stdin and _fits(base):
            for way in _WAYS:
                yield _kept(base, way)


def _fits(base: Base) -> bool:
    """Whether the text can be held by a variable, and no new file turns up in it."""
    text = printed(base.trial.outcome)
    ends_once = text.endswith("\n") and not text.endswith("\n\n") and len(text) > 1
    whole = ends_once and "\0" not in text and base.family.startswith(("text", "search", "dates"))
    return whole and "*" not in base.task.answer(next(iter(base.task.answers)), base.bound)


def _kept(base: Base, way: Way) -> Task:
    explain = f"{base.task.explain[0].rstrip('.')} and {way.does}."
    plans = [_plan(plan, way) for plan in base.task.every_plan]
    kinds = {"output": {"output": SLOTS["txt"]}, "word": {"word": SLOTS["word"]}, "": {}}
    wordings, name = way.wordings, f"compose/captured.{way.key}"
    return around(base, name, wordings, way.frame, explain, plans, kinds[way.slot], way.weight)


def _plan(plan: Plan, way: Way) -> Plan:
    def setup(world: World, s: Bound) -> None:
        plan.setup(world, s)
        if way.saves:
            world.file(s.output, _OLD, days=3)

    def expect(world: World, s: Bound) -> Outcome:
        found = outcome(plan.expect(world, s))
        if way.saves:
            world.file(s.output, way.saves(printed(found)))
        return replace(found, stdout=way.shows(printed(found), s))

    return replace(plan, setup=setup, expect=expect)
