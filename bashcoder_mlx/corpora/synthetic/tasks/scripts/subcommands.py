"""Scripts with subcommands: what each does, how it is chosen, and what becomes of other words.

A script has at most one part that is not the usual one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product

from bashcoder_mlx.corpora.synthetic.task import SHEBANG, Bound, Outcome, Plan, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.branches import COMMANDS, Branch, Commands
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import inside
from bashcoder_mlx.trial.world import World

WEIGHT = 0.3
_WRONG = "x = x -o  y"  # no subcommand, but true of each where the quotes are forgotten


@dataclass(frozen=True)
class _Other:
    """What becomes of a word that is no subcommand; WORDS stands for those."""

    key: str
    hint: str
    does: str
    lines: Sequence[str]
    outcome: Callable[[str], Outcome]
    """Given the words as the usage message shows them."""
    cost: int = 0


_OTHERS = (
    _Other(
        "usage",
        "[, with a usage message for anything else|, or print the usage and fail]",
        "; for anything else it prints its usage on the error output and fails",
        ['echo "Usage: $0 WORDS" >&2', "exit 1"],
        lambda words: Outcome("", status=1, stderr=words),
    ),
    _Other(
        "usage-out",
        "[, with the usage on the standard output for anything else|, else show the usage there]",
        "; for anything else it prints its usage and fails",
        ['echo "Usage: $0 WORDS"', "exit 1"],
        lambda words: Outcome(f"Usage: ../script.sh {words}\n", status=1),
        1,
    ),
    _Other(
        "unknown",
        "[, saying Unknown command for anything else|; of others say Unknown command]",
        '; of anything else it says "Unknown command"',
        ['echo "Unknown command: $1"'],
        lambda words: Outcome(f"Unknown command: {_WRONG}\n"),
    ),
    _Other(
        "error",
        "[, with an error for anything else|; any other word is an error]",
        "; anything else is an error",
        ['echo "Unknown command: $1" >&2', "exit 1"],
        lambda words: Outcome("", status=1, stderr=f"Unknown command: {_WRONG}"),
        1,
    ),
)


@dataclass(frozen=True)
class _Subject:
    """The word that decides."""

    key: str
    hint: str
    before: Sequence[str]
    text: str
    may_lack: bool = False
    cost: int = 0


_SUBJECTS = (
    _Subject("", "", (), '"$1"'),
    _Subject(
        "named",
        "[, with the argument in a variable|; keep the subcommand in a variable]",
        ("command=$1",),
        '"$command"',
        cost=1,
    ),
    _Subject(
        "may-lack",
        "[, also without an argument|; an argument that is missing is wrong too]",
        (),
        '"${1:-}"',
        True,
        1,
    ),
)


def _case(subject: str, commands: Commands, other: Sequence[str]) -> list[str]:
    lines = [f"case {subject} in"]
    for branch in commands.branches:
        lines += _clause(branch.word, branch.lines)
    return [*lines, *_clause("*", other), "esac"]


def _clause(pattern: str, lines: Sequence[str]) -> list[str]:
    if len(lines) == 1:
        return [f"  {pattern}) {lines[0]} ;;"]
    return [f"  {pattern})", *(f"    {line}" for line in lines), "    ;;"]


def _elif(subject: str, commands: Commands, other: Sequence[str]) -> list[str]:
    lines = []
    for branch in commands.branches:
        lines += [f"elif [ {subject} = {branch.word} ]; then", *inside(branch.lines)]
    lines[0] = lines[0].removeprefix("el")
    return [*lines, "else", *inside(other), "fi"]


@dataclass(frozen=True)
class _Way:
    """How the script chooses."""

    key: str
    hint: str
    write: Callable[[str, Commands, Sequence[str]], list[str]]
    cost: int = 0


_WAYS = (
    _Way("case", "", _case),
    _Way("elif", "[, with if and elif|, without case]", _elif, 1),
)


def tasks() -> Iterator[Task]:
    """Every set of subcommands, in all ways with at most one unusual part."""
    for commands, way, other, subject in product(COMMANDS, _WAYS, _OTHERS, _SUBJECTS):
        if way.cost + other.cost + subject.cost <= 1:
            yield _task(commands, way, other, subject)


def _task(commands: Commands, way: _Way, other: _Other, subject: _Subject) -> Task:
    shown = "|".join(commands.words)
    rest = [line.replace("WORDS", shown) for line in other.lines]
    if subject.may_lack:
        rest = [line.replace("$1", "${1:-}") for line in rest]
    hint = other.hint + way.hint + subject.hint
    comment = f"# {commands.does}."
    lines = [comment, *subject.before, *way.write(subject.text, commands, rest)]
    keys = (commands.key, way.key, other.key, subject.key)
    return Task(
        name=f"scripts/subcommands.{'-'.join(filter(None, keys))}",
        say=[text + hint for text in commands.say],
        run=SHEBANG + "\n".join(lines),
        explain=[f"{commands.does}{other.does}."],
        kind="script",
        plans=[
            *chain.from_iterable(map(_plans, commands.branches)),
            *_refused(other, subject, shown),
        ],
    )


def _plans(branch: Branch) -> Iterator[Plan]:
    def expect(world: World, s: Bound, given: Sequence[str]) -> Outcome:
        return Outcome(list(branch.act(world, given[1:])))

    for finds in branch.finds:
        yield Plan(
            lambda world, s, finds=finds: finds(world),
            expect,
            arguments=(branch.word, *branch.given),
        )


def _refused(other: _Other, subject: _Subject, shown: str) -> Iterator[Plan]:
    found = other.outcome(shown)
    yield Plan(nothing, lambda world, s, given: found, arguments=(_WRONG,))
    if subject.may_lack:
        text = found.stdout.replace(_WRONG, "")
        lacking = Outcome(text, status=found.status, stderr=found.stderr.replace(f" {_WRONG}", ""))
        yield Plan(nothing, lambda world, s, given: lacking)
