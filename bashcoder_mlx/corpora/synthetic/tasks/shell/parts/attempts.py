"""Commands that succeed or fail in a known way: what each prints, complains about and returns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, nothing
from bashcoder_mlx.trial.world import World

_MISSING = "No such file or directory"


@dataclass(frozen=True)
class Result:
    """What comes of a command in one world, as templates."""

    status: int = 0
    """Its exit status; -1 for that of the slot {few}."""
    out: str = ""
    err: str = ""
    setup: Callable[[World, Bound], object] = nothing


@dataclass(frozen=True)
class Attempt:
    """A command: `said` as an instruction, `does` in an explanation, and its results."""

    key: str
    run: str
    said: str
    does: str
    results: Sequence[Result] = (Result(),)
    stubs: Sequence[str] = ()
    weight: float = 1.0

    def calls(self, s: Bound) -> list[list[str]]:
        """Of a program that is recorded instead of run."""
        return [s.fill(self.run).split()] if self.stubs else []


def _script(lines: str) -> Callable[[World, Bound], object]:
    return lambda world, s: world.file(s.script, f"#!/bin/bash\n{lines}\n", mode=0o755)


def _text(*lines: str) -> Callable[[World, Bound], object]:
    return lambda world, s: world.file(s.txt, [s.fill(line) for line in lines])


def _there(out: str) -> Result:
    return Result(0, out, "", lambda world, s: world.file(s.file, "a text\n"))


_OTHER = _text("some text", "more")
_FOUND = Result(0, "a {word}\n", "", _text("some text", "a {word}", "more"))
_NOT_FOUND = Result(1, setup=_OTHER)
_QUIET = (Result(setup=_FOUND.setup), _NOT_FOUND)
SCRIPT = Attempt(
    "script",
    "./{script}",
    "[run|start|execute] {script}",
    "runs {script}",
    (
        Result(3, "one\ntwo\n", "bad\n", _script("echo one; echo bad >&2; echo two; exit 3")),
        Result(0, "one\n", "", _script("echo one")),
    ),
    weight=2,
)
PLAIN = (
    Attempt(
        "bash",
        "bash {script}",
        "[run|start] {script} with bash",
        "runs {script} with bash",
        (
            Result(4, "one\ntwo\n", "odd\n", _script("echo one; echo odd >&2; echo two; exit 4")),
            Result(0, "one\n", "", _script("echo one")),
        ),
        weight=1.5,
    ),
    Attempt("make", "make", "run make", "runs make", stubs=("make",), weight=1.5),
    Attempt(
        "target",
        "make {word}",
        "run make {word}",
        "runs make with the target {word}",
        stubs=("make",),
    ),
    Attempt(
        "ls-missing",
        "ls {file.raw}",
        "list {file}, which may not exist",
        "lists {file}",
        (Result(2, "", f"ls: cannot access '{{file}}': {_MISSING}\n"), _there("{file}\n")),
        weight=2,
    ),
    Attempt(
        "ls-both",
        "ls {file.raw} {txt}",
        "list {file} and {txt}, one of which may be missing",
        "lists {file} and {txt}",
        (Result(2, "{txt}\n", f"ls: cannot access '{{file}}': {_MISSING}\n", _OTHER),),
    ),
    Attempt(
        "cat-missing",
        "cat {file.raw}",
        "print {file}, which may not exist",
        "prints {file}",
        (Result(1, "", f"cat: {{file}}: {_MISSING}\n"), _there("a text\n")),
    ),
    Attempt(
        "cat-both",
        "cat {txt} {file.raw}",
        "print {txt} and {file}, the second of which may be missing",
        "prints {txt} and {file}",
        (Result(1, "some text\nmore\n", f"cat: {{file}}: {_MISSING}\n", _OTHER),),
    ),
    Attempt(
        "rm-missing",
        "rm {file.raw}",
        "delete {file}, which may not exist",
        "deletes {file}",
        (Result(1, "", f"rm: cannot remove '{{file}}': {_MISSING}\n"),),
    ),
    Attempt(
        "grep",
        "grep {word} {txt}",
        "[look for|search] {word} in {txt}",
        "looks for {word} in {txt}",
        (_FOUND, _NOT_FOUND),
        weight=1.5,
    ),
)
SILENT = (
    Attempt("true", "true", "run true", "runs true"),
    Attempt("false", "false", "run false", "runs false", (Result(1),), weight=2),
    Attempt(
        "exit",
        "(exit {few})",
        "leave a subshell with [the status|exit] {few}",
        "leaves a subshell with the status {few}",
        (Result(-1),),
    ),
    Attempt(
        "bash-exit",
        "bash -c 'exit {few}'",
        "run exit {few} in a new bash",
        "runs exit {few} in a new bash",
        (Result(-1),),
    ),
    Attempt(
        "quiet",
        "grep -q {word} {txt}",
        "look for {word} in {txt} quietly",
        "looks quietly for {word} in {txt}",
        _QUIET,
        weight=1.5,
    ),
    Attempt(
        "test",
        "[ -f {file} ]",
        "test whether there is a file {file}",
        "tests whether there is a file {file}",
        (Result(1), Result(0, setup=lambda world, s: world.file(s.file, "x"))),
    ),
)
