"""What is printed when an action succeeds, and when it fails."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import SLOTS
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, texts_of
from bashcoder_mlx.corpora.synthetic.tasks.compose.bases import Base, bases
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import Wordings, around, lower
from bashcoder_mlx.trial.world import World

WEIGHT = 0.25
_FAIL_WITHOUT_FILES = ("cp ", "mv ", "rm ", "chmod ", "rmdir ", "gzip ", "gunzip ")
_FORCED = re.compile(r" -\w*f")  # succeeds without files too
_FAILED = "[if it fails|if that fails|on failure|if it does not work|in case of an error]"
_WORKED = "[if it works|if it worked|on success|if that succeeds|when it is done]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for base in bases():
        texts = texts_of(base.task.run)
        surely_fails = all(text.startswith(_FAIL_WITHOUT_FILES) for text in texts)
        forced = any(_FORCED.search(text) for text in texts)
        if base.acts and surely_fails and not base.task.stdin and not forced:
            yield _on_success(base)
            yield _on_failure(base)
            yield _on_both(base)


def _on_success(base: Base) -> Task:
    wordings = Wordings(
        (
            f"%s and [print|say|show] {{message}} {_WORKED}",
            f"%s, then [print|echo|say] {{message}} {_WORKED}",
            f"%s; {_WORKED}, [print|say] {{message}}",
        )
    )
    explain = f"{base.task.explain[0].rstrip('.')} and prints {{message}} if that succeeds."
    plans = _works(base, "{message}\n"), _breaks(base, "", status=1)
    return _task(base, "success", wordings, "%s && echo {message}", explain, plans)


def _on_failure(base: Base) -> Task:
    wordings = Wordings(
        (
            f"%s and [print|say|show] {{message}} {_FAILED}",
            f"%s, or [print|echo|say] {{message}} {_FAILED}",
            f"%s; {_FAILED}, [print|say] {{message}}",
        )
    )
    explain = f"{base.task.explain[0].rstrip('.')} and prints {{message}} if that fails."
    plans = _works(base, ""), _breaks(base, "{message}\n")
    return _task(base, "failure", wordings, "%s || echo {message}", explain, plans)


def _on_both(base: Base) -> Task:
    wordings = Wordings(
        (
            f"%s, [print|say] {{message}} {_WORKED} and {{message2}} otherwise",
            f"%s and [report|say] {{message}} or, {_FAILED}, {{message2}}",
        )
    )
    does = lower(base.task.explain[0])
    explain = f"Prints {{message}} if this succeeds and {{message2}} if it fails: {does}."
    plans = _works(base, "{message}\n"), _breaks(base, "{message2}\n")
    frame = "if %s; then echo {message}; else echo {message2}; fi"
    return _task(base, "both", wordings, frame, explain, plans, share=0.5)


def _task(
    base: Base, key: str, wordings: Wordings, frame: str, explain: str, plans, share=1.0
) -> Task:
    slots = {"message": SLOTS["phrase"]}
    name = f"compose/success.{key}"
    return around(base, name, wordings, frame, explain, plans, slots, share=share)


def _works(base: Base, text: str) -> Plan:
    plan = base.task.every_plan[0]

    def expect(world: World, s: Bound) -> Outcome:
        plan.expect(world, s)
        return Outcome(stdout=s.fill(text))

    return replace(plan, expect=expect)


def _breaks(base: Base, text: str, status: int = 0) -> Plan:
    """Without any of the files, the action fails."""
    return replace(
        base.task.every_plan[0],
        setup=lambda world, s: None,
        expect=lambda world, s: Outcome(stdout=s.fill(text), status=status),
    )
