"""What scripts do with the lines of a file; lines.py above makes scripts of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.world import World

_PLAIN = "IFS= read -r line"
_TEXT = """Alpha is \\the  first \\{word}
  beta {word}  beta

{word} opens  th\\is line and the line is quite  long, longer than all the others of it
# a comment  with {word}
gamma = 3
this goes on with {word} \\
and on with {word} \\

Last Line without much
"""


@dataclass(frozen=True)
class Action:
    """What is done with every line, `$line`; WHAT stands for the file."""

    name: str
    say: Sequence[str]
    whole: str
    """The explanation, without capital and full stop."""
    body: str
    act: Callable[[World, list[str], Bound], list[str] | Outcome]
    """Changes the world and returns the lines that are printed."""
    start: str = ""
    end: str = ""
    read: str = _PLAIN
    text: str = _TEXT
    """The lines of the file; slots stand for their values."""
    also: Sequence[str] = ()
    """Other texts to try."""
    files: Sequence[str] = ()
    """Files beside it."""
    stubs: Sequence[str] = ()
    ask: Sequence[str] = ()


def _each(line: Callable[[str], str]):
    """Prints something for every line."""
    return lambda world, lines, s: [line(text) for text in lines]


def _kept(keep: Callable[[str, Bound], bool]):
    return lambda world, lines, s: [text for text in lines if keep(text, s)]


def _called(call: Callable[[str], list[str]]):
    return lambda world, lines, s: Outcome(calls=[call(text) for text in lines])


def _make_folders(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        world.dir(line)
    return []


def _make_files(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        world.file(line)
    return []


def _remove_listed(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        if line in world:
            world.remove(line)
    return []


def _copy_listed(world: World, lines: list[str], s: Bound) -> Outcome:
    world.dir(s.dir)
    for line in lines:
        if line in world:
            world.copy(line, f"{s.dir}/{line}")
    return Outcome(stderr="missing: gone  x.txt")


def _rename_pairs(world: World, lines: list[str], s: Bound) -> list[str]:
    for line in lines:
        old, new = line.split(",")
        world.move(old, new)
    return [f"{line.split(',')[0]} -> {line.split(',')[1]}" for line in lines]


def _own_files(world: World, lines: list[str], s: Bound) -> list[str]:
    for number, line in enumerate(lines, 1):
        world.file(f"{s.word}-{number}.txt", [line])
    return []


def _pairs(world: World, lines: list[str], s: Bound) -> list[str]:
    return ["{} is {}".format(*line.split("=", 1)) for line in lines]


ACTIONS_ACT = {
    "number": lambda world, lines, s: [f"{n}: {line}" for n, line in enumerate(lines, 1)],
    "upper-case": _each(str.upper),
    "length": _each(lambda line: str(len(line))),
    "length-before": _each(lambda line: f"{len(line)} {line}"),
    "longer": _kept(lambda line, s: len(line) > s.width),
    "contains": _kept(lambda line, s: s.word in line),
    "starts": _kept(lambda line, s: line.startswith(s.word)),
    "skip-comments": _kept(lambda line, s: bool(line) and line[0] != "#"),
    "count-matches": lambda world, lines, s: [
        f"{sum(s.word in line for line in lines)} lines contain {s.word}"
    ],
    "count-blank": lambda world, lines, s: [
        f"{lines.count('')} blank",
        f"{len(lines) - lines.count('')} filled",
    ],
    "folders": _make_folders,
    "touch": _make_files,
    "check-exist": lambda world, lines, s: Outcome(["missing: gone  x.txt"], status=1),
    "tell-exist": lambda world, lines, s: [
        f"{'found' if line in world else 'missing'}: {line}" for line in lines
    ],
    "sum": lambda world, lines, s: [f"Sum: {sum(map(int, lines))}"],
    "largest": lambda world, lines, s: [f"Largest: {max(map(int, lines))}"],
    "average": lambda world, lines, s: (
        [f"Average: {sum(map(int, lines)) // len(lines)}"]
        if lines
        else Outcome(status=1, stderr="No numbers")
    ),
    "even-odd": _each(lambda line: f"{line} {'odd' if int(line) % 2 else 'even'}"),
    "prefix": lambda world, lines, s: [f"{s.word} {line}" for line in lines],
    "quote": _each(lambda line: f'"{line}"'),
    "swap-fields": _each(lambda line: ",".join(reversed(line.split(",")))),
    "key-value": _pairs,
    "words": _each(lambda line: str(len(line.split()))),
    "greet": _each(lambda line: f"Hello, {line}!"),
    "remove": _remove_listed,
    "copy": _copy_listed,
    "rename-pairs": _rename_pairs,
    "every-second": lambda world, lines, s: lines[1::2],
    "join": lambda world, lines, s: [",".join(lines)],
    "reverse": lambda world, lines, s: lines[::-1],
    "longest": lambda world, lines, s: [max(lines, key=len)],
    "own-files": _own_files,
    "trim": _each(str.strip),
    "until-blank": lambda world, lines, s: lines[: lines.index("")],
    "duplicates": lambda world, lines, s: [
        b for a, b in zip(lines, lines[1:], strict=False) if a == b
    ],
    "download": _called(lambda line: ["curl", "-fsSLO", line]),
    "ping": lambda world, lines, s: Outcome(
        [f"{line} is up" for line in lines], calls=[["ping", "-c", "1", line] for line in lines]
    ),
    "run": lambda world, lines, s: ["one", "failed: false  x", "three"],
}
ACTIONS = [
    Action(name=name, act=ACTIONS_ACT[name], **row)
    for table in ("lines", "lines_more")
    for name, row in rows(table, "actions")
]
