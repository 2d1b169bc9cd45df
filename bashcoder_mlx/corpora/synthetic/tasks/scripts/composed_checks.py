"""Plain scripts that test an argument, or each of them, and say what comes of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import inside, plain
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_conditions import (
    CONDITIONS,
    Condition,
    tree,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.6
_ONE = "[the|its|a single] argument"
_EACH = "[each|every one] of its arguments"
_BRACKETS = {
    "[[": "[, in double brackets|, with double brackets|; use double brackets]",
    "((": "[, in double parentheses|, by an arithmetic condition]",
    "quiet": "[, the output of grep to /dev/null|, without -q]",
    "both": "[, with > /dev/null 2>&1|, output and errors to /dev/null]",
    "and": "[, all output away with &>|, with &> /dev/null]",
}
_FRAMES = (
    "check [if|whether] <holds>",
    "say [if|whether] <holds>",
    "[tell|show] me whether <holds>",
    "test [if|whether] <holds> and print the result",
    "find out [if|whether] <holds>",
    "print [a message|a line] that says whether <holds>",
    "[report|decide] whether <holds>[ or not|]",
    "see if <holds> and say so",
)


@dataclass(frozen=True)
class Form:
    """What stands around a test."""

    key: str
    hint: str
    does: str
    says_no: bool = True
    fails: bool = False
    """Whether the exit status is 1 if it does not hold."""
    errors: bool = False
    """Whether the message that it does not hold goes to the standard error."""
    each: bool = False
    stops: bool = False
    """Whether the first for which it does not hold is the last."""
    after: str = ""


_OR_FAIL = "[, with exit status 1 if not|; fail if it is not so|, exit 1 otherwise]"
_FORMS = (
    Form("", "", "Says whether <it>"),
    Form("fail", _OR_FAIL, "Says whether <it>, and fails otherwise", fails=True),
    Form(
        "error",
        f"{_OR_FAIL}[, with the message on stderr|, told as an error]",
        "Says whether <it>, and fails with an error otherwise",
        fails=True,
        errors=True,
    ),
    Form(
        "yes",
        "[, and print nothing if not|, a message only if so]",
        "Says so if <it>",
        says_no=False,
    ),
    Form(
        "short",
        "[, in one line by && instead of an if|, without an if|; no if, one line]",
        "Says whether <it>, in one line",
    ),
    Form("each", "", "Says for each argument whether it <is>", each=True),
    Form(
        "each-stop",
        "[, and stop with 1 at the first that is not|; exit 1 at once if one is not]",
        "Says for each argument whether it <is>, and fails at the first that is not",
        each=True,
        fails=True,
        stops=True,
    ),
    Form(
        "each-status",
        "[, with status 1 at the end if one is not|; fail at the end if any is not]",
        "Says for each argument whether it <is>, and fails at the end if one is not",
        each=True,
        fails=True,
    ),
)


def tasks() -> Iterator[Task]:
    """Every condition in every bracket that takes it, in every form."""
    for condition, form, named in product(CONDITIONS, _FORMS, (False, True)):
        for bracket in condition.tests:
            unusual = bracket not in ("[", "")
            if not (named and (form.each or unusual or form.key in ("short", "error"))):
                yield _task(condition, form, bracket, named)


def _task(condition: Condition, form: Form, bracket: str, named: bool) -> Task:
    names = {"[": "", "[[": "double", "((": "arithmetic"}
    keys = (condition.key, form.key, names.get(bracket, bracket), "named" if named else "")
    who = _EACH if form.each else _ONE
    hint = form.hint + _BRACKETS.get(bracket, "") * (len(condition.tests) > 1 and bracket != "[")
    hint += "[, kept in a variable|, with a name for it]" * named
    does = form.does.replace("<it>", f"its argument {condition.plainly}")
    return plain(
        f"scripts/composed_checks.{'-'.join(key for key in keys if key)}",
        say=[text.replace("<holds>", f"{who} {condition.say}") + hint for text in _FRAMES],
        explain=_explained(does.replace("<is>", condition.plainly)),
        lines=_lines(condition, form, bracket, named),
        plans=list(_plans(condition, form)),
        hinted=bool(named or bracket not in ("[", "") or form.key == "error"),
    )


def _explained(text: str) -> str:
    return (
        text.replace("[regular |]file", "regular file").replace("[folder|directory]", "folder")
        + "."
    )


def _lines(condition: Condition, form: Form, bracket: str, named: bool) -> list[str]:
    name = "item" if form.each else "value" if named else "1"
    test, yes, no = (
        text.replace("V", f"${name}").replace("B", _bare(name)).replace("LENGTH", f"${{#{name}}}")
        for text in (condition.tests[bracket], f'echo "{condition.yes}"', f'echo "{condition.no}"')
    )
    lines = _around(form, test, yes, no + " >&2" * form.errors)
    if form.each:
        lines = ['for item in "$@"; do', *inside(lines), "done"]
    if form.key == "each-status":
        lines = ["status=0", *lines, 'exit "$status"']
    return ["value=$1"] * named + lines


def _bare(name: str) -> str:
    """The name of a variable in arithmetic."""
    return "$1" if name == "1" else name


def _around(form: Form, test: str, yes: str, no: str) -> list[str]:
    if form.key == "short":
        return [f"{test} && {yes} || {no}"]
    failing = ["status=1"] if form.key == "each-status" else ["exit 1"] if form.fails else []
    no_part = ["else", *inside([no, *failing])] if form.says_no else []
    return [f"if {test}; then", *inside([yes]), *no_part, "fi"]


def _plans(condition: Condition, form: Form) -> Iterator[Plan]:
    """A call for each argument; or one with all, one where all hold."""
    some = [(text, True) for text in condition.holds] + [(text, False) for text in condition.fails]
    if form.each:
        yield _plan(condition, form, [some[0], some[-1], *some[1:]])
        yield _plan(condition, form, [pair for pair in some if pair[1]])
        for pair in some if form.stops else ():
            yield _plan(condition, form, [some[0], pair])
        return
    for pair in some:
        yield _plan(condition, form, [pair])


def _plan(condition: Condition, form: Form, some: Sequence[tuple[str, bool]]) -> Plan:
    def expect(world: World, s: Bound, given: Sequence[str]) -> Outcome:
        lines, errors, status = [], "", 0
        for word, (_, holds) in zip(given, some, strict=True):
            text = s.fill((condition.yes if holds else condition.no).replace("V", word))
            if holds or (form.says_no and not form.errors):
                lines.append(text)
            errors = text if form.errors and not holds else errors
            status = 1 if form.fails and not holds else status
            if form.stops and not holds:
                break
        return Outcome(lines, status=status, stderr=errors)

    return Plan(tree, expect, arguments=[word for word, _ in some])
