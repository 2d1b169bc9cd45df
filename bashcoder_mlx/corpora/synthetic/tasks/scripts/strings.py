"""Scripts that change or examine a piece of text: what is done with it, and where it comes from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.skeleton import (
    USAGE,
    indented,
    script,
    sentence,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.texts import rows
from bashcoder_mlx.trial.world import World

WEIGHT = 0.38


@dataclass(frozen=True)
class _Operation:
    """What is printed for `$text`."""

    name: str
    say: Sequence[str]
    explain: str
    code: str
    result: Callable[[str], list[str]]


@dataclass(frozen=True)
class _Source:
    """Where the text comes from; a loop for several."""

    name: str
    say: str
    explain: str
    head: str
    loop: str
    calls: Sequence[Sequence[str]]
    stdin: Sequence[str] = ()
    """What is typed, in one trial each."""


_SOURCES = [_Source(name=name, **row) for name, row in rows("strings", "sources")]


def _is_palindrome(text: str) -> bool:
    letters = [c for c in text.lower() if c.isalnum()]
    return letters == letters[::-1]


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _caesar(text: str) -> str:
    return "".join(_turned(c, ord("a")) if c.islower() else _turned(c, ord("A")) for c in text)


def _turned(letter: str, first: int) -> str:
    return chr((ord(letter) - first + 3) % 26 + first) if letter.isalpha() else letter


_OPERATIONS_RESULT = {
    "reverse": lambda text: [text[::-1]],
    "palindrome": lambda text: [f"{text} is {'' if _is_palindrome(text) else 'not '}a palindrome"],
    "vowels": lambda text: [f"{sum(c in 'aeiouAEIOU' for c in text)} vowels"],
    "slug": lambda text: [_slug(text)],
    "caesar": lambda text: [_caesar(text)],
    "count": lambda text: [f"{len(text)} characters, {len(text.split())} words"],
    "upper": lambda text: [text.upper(), text.lower()],
    "swap-case": lambda text: [text.swapcase()],
    "letters": lambda text: list(text),
    "box": lambda text: ["*" * (len(text) + 4), f"* {text} *", "*" * (len(text) + 4)],
    "underline": lambda text: [text, "-" * len(text)],
    "squeeze": lambda text: ["_".join(text.split(" ")).replace("__", "_")],
    "digits": lambda text: ["".join(c for c in text if c.isdigit())],
    "initials": lambda text: ["".join(word[0] for word in text.split()).upper()],
}
_OPERATIONS = [
    _Operation(name=name, result=_OPERATIONS_RESULT[name], **row)
    for name, row in rows("strings", "operations")
]


def tasks() -> Iterator[Task]:
    """Every source with every operation."""
    for source, operation in product(_SOURCES, _OPERATIONS):
        yield _task(source, operation)


def _task(source: _Source, operation: _Operation) -> Task:
    code = f"{source.loop}{indented(operation.code)}done\n" if source.loop else operation.code
    return script(
        f"scripts/strings.{source.name}-{operation.name}",
        say=[text.replace("TEXT", source.say) for text in operation.say],
        explain=sentence(operation.explain.replace("TEXT", source.explain)),
        body=source.head + code,
        expect=nothing,
        plans=[
            Plan(
                _setup,
                lambda world, s, arguments, text=text: _expect(source, operation, text, arguments),
                arguments,
                stdin=text,
            )
            for text in source.stdin or ("",)
            for arguments in source.calls
        ],
    )


def _setup(world: World, s: Bound) -> None:
    """Files that a text without quotes would name."""
    for name in ("evening.txt", "x", "even*.md"):
        world.file(name)


def _expect(source: _Source, operation: _Operation, typed: str, arguments) -> Outcome:
    if typed:
        texts = typed.splitlines()
    elif not arguments:
        return USAGE
    else:
        texts = [" ".join(arguments)] if source.name == "all" else arguments
    return Outcome([line for text in texts for line in operation.result(text)])
