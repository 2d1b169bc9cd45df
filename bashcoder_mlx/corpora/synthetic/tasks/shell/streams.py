"""Where output and errors go: every command with every redirection of its streams."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.attempts import PLAIN, Attempt, Result
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import done, printing
from bashcoder_mlx.trial.world import World

WEIGHT = 0.3
_OLD = "kept\n"
_SAY = """
    <what> and <goal>
    <what>, then <goal>
    <what>; <goal>
    [please |]<what> [but|and] <goal>
    [for this,|here:] <what> and <goal>
"""
_ASK = """
    <what>: <goal>
    I [want|need] to <what> and <goal>
    how do I <what> and <goal>?
    <what>, <short>
    <short>: <what>
"""


@dataclass(frozen=True)
class Route:
    """Redirections of a command, and what is then printed and in the files."""

    key: str
    run: str
    goal: str
    short: str
    printed: Callable[[str, str], str] = lambda out, err: ""
    log: Callable[[str, str], str] | None = None
    """What {log} then holds."""
    listed: Callable[[str, str], str] | None = None
    """What {txt9} then holds."""
    keeps: bool = False
    """Whether what the file held before stays."""
    weight: float = 1.0


def _out(out: str, err: str) -> str:
    return out


def _err(out: str, err: str) -> str:
    return err


_ROUTES = (
    Route(
        "discard-errors",
        "2> /dev/null",
        "<discard> the error messages",
        "errors to /dev/null",
        _out,
        weight=2,
    ),
    Route(
        "errors",
        "2> {log}",
        "<save> [only the errors|the error messages|stderr] [in|to] {log}",
        "only errors in {log}",
        _out,
        _err,
        weight=2,
    ),
    Route(
        "errors-append",
        "2>> {log}",
        "<append> [the errors|its error output] to {log}",
        "errors added to {log}",
        _out,
        _err,
        keeps=True,
    ),
    Route(
        "output",
        "> {log}",
        "<save> [only the output|its standard output] in {log}, not the errors",
        "output alone in {log}",
        log=_out,
    ),
    Route(
        "apart",
        "> {txt9} 2> {log}",
        "<save> the output in {txt9} and the errors in {log}",
        "output in {txt9}, errors in {log}",
        log=_err,
        listed=_out,
        weight=2,
    ),
    Route(
        "discard-output",
        "> /dev/null",
        "<discard> the output, but not the errors",
        "only errors on the screen",
    ),
    Route(
        "silent",
        "> /dev/null 2>&1",
        "<discard> all [that it prints|output], errors too",
        "nothing at all on the screen",
        weight=2,
    ),
    Route(
        "silent-short",
        "&> /dev/null",
        "<throw> away output and errors by &>",
        "&> /dev/null",
    ),
    Route(
        "no-output-file",
        "> {log} 2> /dev/null",
        "<save> the output in {log} and throw the errors away",
        "output in {log}, no errors",
        log=_out,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for attempt in PLAIN:
        for route in _ROUTES:
            yield _task(attempt, route)


def _task(attempt: Attempt, route: Route) -> Task:
    return printing(
        f"shell/streams.{route.key}-{attempt.key}",
        (_SAY, _ASK),
        f"{attempt.run} {route.run}",
        f"{attempt.does[0].upper()}{attempt.does[1:]} and {done(route.goal)}.",
        plans=[_plan(attempt, result, route) for result in attempt.results],
        stubs=attempt.stubs,
        weight=attempt.weight * route.weight,
        what=attempt.said,
        goal=route.goal,
        short=route.short,
    )


def _plan(attempt: Attempt, result: Result, route: Route) -> Plan:
    def setup(world: World, s: Bound) -> None:
        result.setup(world, s)
        if route.log:
            world.file(s.log, _OLD, days=2)
        if route.listed:
            world.file(s.txt9, _OLD, days=2)

    def expect(world: World, s: Bound) -> Outcome:
        out, err = s.fill(result.out), s.fill(result.err)
        if route.log and not (route.keeps and not route.log(out, err)):
            world.file(s.log, (_OLD if route.keeps else "") + route.log(out, err))
        if route.listed:
            world.file(s.txt9, route.listed(out, err))
        shown = route.printed(out, err)
        return Outcome(stdout=shown, status=result.status, calls=attempt.calls(s))

    return Plan(setup, expect)
