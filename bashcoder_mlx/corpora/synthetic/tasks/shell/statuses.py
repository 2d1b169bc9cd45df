"""What follows from the exit status of a command: every command with every use of its status."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Slot, one_of
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.attempts import (
    PLAIN,
    SCRIPT,
    SILENT,
    Attempt,
    Result,
)
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import done, filled, printing
from bashcoder_mlx.trial.world import World

WEIGHT = 0.3
_SAY = """
    <what> and <goal>
    <what>, then <goal>
    <what>; <goal>
    [first |]<what>, [and then|after that] <goal>
    [on one line, |]<what> and <goal>
"""
_ASK = """
    <what>: <goal>
    I [want|need] to <what> and <goal>
    how do I <what> and <goal>?
    one-liner: <what>, <goal>
    command to <what> that will <goal>
"""
_SLOTS: dict[str, Slot] = {"few": one_of("2", "3", "4", "5", "6", "7"), "message": SLOTS["phrase"]}


@dataclass(frozen=True)
class Use:
    """Bash around a command, <c>, and what is printed for its output and status."""

    key: str
    run: str
    goal: str
    printed: Callable[[str, int], str]
    status: Callable[[int], int] = lambda status: 0
    errors: bool = True
    """Whether error messages are still shown."""
    weight: float = 1.0


def _either(out: str, status: int) -> str:
    return out + ("failed\n" if status else "ok\n")


_USES = (
    Use(
        "status",
        "<c>; echo $?",
        "<print> its exit [status|code]",
        lambda out, status: f"{out}{status}\n",
        weight=3,
    ),
    Use(
        "said",
        '<c>; echo "status: $?"',
        "<print> status: and its exit code",
        lambda out, status: f"{out}status: {status}\n",
    ),
    Use(
        "kept",
        "<c>; s=$?; echo $s",
        "<store> its exit status in s and print s",
        lambda out, status: f"{out}{status}\n",
    ),
    Use(
        "quiet-status",
        "<c> > /dev/null 2>&1; echo $?",
        "<print> nothing but its exit status",
        lambda out, status: f"{status}\n",
        errors=False,
        weight=1.5,
    ),
    Use(
        "no-errors-status",
        "<c> 2> /dev/null; echo $?",
        "<hide> its error messages and print the exit status",
        lambda out, status: f"{out}{status}\n",
        errors=False,
    ),
    Use(
        "success",
        "<c> && echo {message}",
        "<print> {message} [only if it succeeds|if that succeeds|on success]",
        lambda out, status: out + ("" if status else "{message}\n"),
        lambda status: status,
        weight=2,
    ),
    Use(
        "failure",
        "<c> || echo {message}",
        "<print> {message} [only if it fails|if that fails|on failure]",
        lambda out, status: out + ("{message}\n" if status else ""),
        weight=2,
    ),
    Use(
        "quiet-failure",
        "<c> 2> /dev/null || echo {message}",
        "<print> {message} in the place of error messages if it fails",
        lambda out, status: out + ("{message}\n" if status else ""),
        errors=False,
        weight=1.5,
    ),
    Use(
        "silent-either",
        "<c> > /dev/null 2>&1 && echo ok || echo failed",
        "<print> only ok or failed",
        lambda out, status: _either("", status),
        errors=False,
        weight=1.5,
    ),
    Use(
        "either",
        "<c> && echo ok || echo failed",
        "<print> ok if it succeeds and failed if not, by && and the other operator",
        _either,
        weight=2,
    ),
    Use(
        "if",
        "if <c>; then echo ok; else echo failed; fi",
        "<use> an if that prints ok or failed",
        _either,
        weight=2,
    ),
    Use(
        "if-not",
        "if ! <c>; then echo {message}; fi",
        "<use> an if to print {message} when it fails",
        lambda out, status: out + ("{message}\n" if status else ""),
        weight=1.5,
    ),
    Use(
        "later",
        "<c>; if [ $? -eq 0 ]; then echo ok; else echo failed; fi",
        "<test> its exit status afterwards to print ok or failed",
        _either,
    ),
    Use(
        "later-failure",
        "<c>; [ $? -ne 0 ] && echo {message}",
        "<test> $? afterwards to print {message} if it is not 0",
        lambda out, status: out + ("{message}\n" if status else ""),
        lambda status: 0 if status else 1,
    ),
    Use(
        "inverted",
        "! <c>; echo $?",
        "<invert> its status with ! and print that",
        lambda out, status: f"{out}{int(not status)}\n",
    ),
    Use(
        "ignored",
        "<c> || true",
        "<go> on as if nothing had happened when it fails",
        lambda out, status: out,
    ),
    Use(
        "waited",
        "<c> & wait $!; echo $?",
        "<let> it run in the background, wait for it and print its exit status",
        lambda out, status: f"{out}{status}\n",
    ),
    Use(
        "background",
        "<c> & wait; echo done",
        "<let> it run in the background and print done when it has ended",
        lambda out, status: f"{out}done\n",
    ),
    Use(
        "pipe",
        '<c> | cat; echo "${PIPESTATUS[0]}"',
        "<pipe> it to cat and print the status of the first command of the pipeline",
        lambda out, status: f"{out}{status}\n",
    ),
    Use(
        "pipes",
        '<c> | sort; echo "${PIPESTATUS[@]}"',
        "<pipe> it to sort and print the status of each command of the pipeline",
        lambda out, status: f"{''.join(sorted(out.splitlines(True)))}{status} 0\n",
    ),
    Use(
        "pipefail",
        "set -o pipefail; <c> | cat; echo $?",
        "<pipe> it to cat with pipefail set and print the status of the pipeline",
        lambda out, status: f"{out}{status}\n",
    ),
    Use(
        "group",
        "{ <c>; echo {message}; } > {log}",
        "<print> {message}, both together into {log}",
        lambda out, status: "",
    ),
    Use(
        "subshell",
        "(<c>; echo {message}) > {log}",
        "<print> {message}, all that from a subshell into {log}",
        lambda out, status: "",
    ),
    Use(
        "or-exit",
        "<c> || exit 1",
        "<leave> the shell with status 1 if it fails",
        lambda out, status: out,
        lambda status: 1 if status else 0,
    ),
    Use(
        "or-exit-message",
        "<c> || { echo {message}; exit 1; }",
        "<print> {message} and leave the shell with status 1 if it fails",
        lambda out, status: out + ("{message}\n" if status else ""),
        lambda status: 1 if status else 0,
    ),
)
_IN_TABLES = {
    *("status-script", "ignored-script", "success-quiet", "failure-quiet", "if-not-quiet"),
    *("status-false", "status-true", "status-quiet", "or-exit-test"),
}
_PRINTERS = ("pipe", "pipes", "group", "subshell")


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for attempt in (SCRIPT, *PLAIN, *SILENT):
        for use in _USES:
            if _fits(attempt, use) and f"{use.key}-{attempt.key}" not in _IN_TABLES:
                yield _task(attempt, use)


def _fits(attempt: Attempt, use: Use) -> bool:
    """Whether there is anything that the use takes away, sorts, gathers or depends on."""
    prints = any(result.out for result in attempt.results)
    complains = prints or any(result.err for result in attempt.results)
    ended = attempt in SILENT and use.key in ("waited", "background", "ignored")
    statuses = {bool(result.status) for result in attempt.results}
    open_end = len(statuses) == 2 or use.key not in ("or-exit", "or-exit-message", "ignored")
    shown = (use.errors or complains) and (prints or use.key not in _PRINTERS)
    return shown and open_end and not ended


def _task(attempt: Attempt, use: Use) -> Task:
    return printing(
        f"shell/statuses.{use.key}-{attempt.key}",
        (_SAY, _ASK),
        filled(use.run, {"c": attempt.run}),
        f"{attempt.does[0].upper()}{attempt.does[1:]} and {done(use.goal)}.",
        plans=[_plan(attempt, result, use) for result in attempt.results],
        slots=_SLOTS,
        stubs=attempt.stubs,
        weight=attempt.weight * use.weight,
        what=attempt.said,
        goal=use.goal,
    )


def _plan(attempt: Attempt, result: Result, use: Use) -> Plan:
    def setup(world: World, s: Bound) -> None:
        result.setup(world, s)
        if "{log}" in use.run:
            world.file(s.log, "old\n", days=2)

    def expect(world: World, s: Bound) -> Outcome:
        status = int(s["few"].data) if result.status < 0 else result.status
        out = s.fill(result.out)
        if "{log}" in use.run:
            world.file(s.log, f"{out}{s.message}\n")
        return Outcome(
            stdout=s.fill(use.printed(out, status)),
            status=use.status(status),
            stderr=s.fill(result.err) if use.errors else "",
            calls=attempt.calls(s),
        )

    return Plan(setup, expect)
