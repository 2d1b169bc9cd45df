"""A value set and tested on one line: every condition with every form of decision."""

from collections.abc import Iterator
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import done, filled, printing
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.value_tests import (
    NUMBERS,
    TEXTS,
    Condition,
)

WEIGHT = 0.35
_SAY = """
    set {var} to <value> and <result>
    assign <value> to {var}, then <result>
    [store|put] <value> in [the|a] variable {var} and <result>
    with {var}=<value>, <result>
    let {var} be <value>; <result>
"""
_ASK = """
    {var} is <value>: <result>
    I have {var}=<value>; <result>
    variable {var} = <value>, <result>
    given {var} = <value>, <result>
    take {var}=<value>, then <result>
"""
_STYLES = {
    "plain": "",
    "double": "[, with double brackets|, using double brackets]",
    "sum": "[, with double parentheses|, by arithmetic]",
    "test": ", with the test command",
    "case": ", with case",
    "grep": ", with grep",
}


@dataclass(frozen=True)
class Form:
    """What depends on <c>, a condition: in bash, in English, and the words printed."""

    key: str
    run: str
    result: str
    yes: str = ""
    no: str = ""
    status: int = 0
    """Where the condition does not hold."""


_FORMS = (
    Form("then", "<c> && echo yes", "<print> yes if <it>", "yes", status=1),
    Form(
        "both",
        "<c> && echo yes || echo no",
        "<print> yes if <it> and no [if not|otherwise], without if",
        "yes",
        "no",
    ),
    Form(
        "else",
        "if <c>; then echo yes; else echo no; fi",
        "<print> yes if <it>, [else|otherwise] no",
        "yes",
        "no",
    ),
    Form(
        "if",
        "if <c>; then echo {word8}; fi",
        "<use> an if to print {word8} [if|when] <it>",
        "{word8}",
    ),
    Form(
        "words",
        "if <c>; then echo {word8}; else echo {word9}; fi",
        "<print> {word8} if <it>, [otherwise|else] {word9}",
        "{word8}",
        "{word9}",
    ),
    Form("word", "<c> && echo {word8}", "<print> {word8} [if|when] <it>", "{word8}", status=1),
    Form("or", "<c> || echo {word9}", "<print> {word9} unless <it>", "", "{word9}"),
)
_CASES = (
    Form(
        "else",
        "case {var.dollar} in <c>) echo yes ;; *) echo no ;; esac",
        "<print> yes if <it>, [else|otherwise] no",
        "yes",
        "no",
    ),
    Form(
        "words",
        "case {var.dollar} in <c>) echo {word8} ;; *) echo {word9} ;; esac",
        "<print> {word8} if <it>, [otherwise|else] {word9}",
        "{word8}",
        "{word9}",
    ),
    Form("then", "case {var.dollar} in <c>) echo yes ;; esac", "<print> yes if <it>", "yes"),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for condition in (*NUMBERS, *TEXTS):
        for style in condition.tests:
            for form in _CASES if style == "case" else _FORMS:
                if not (form.key == "or" and " && " in condition.tests[style]):
                    yield _task(condition, style, form)


def _task(condition: Condition, style: str, form: Form) -> Task:
    result = filled(form.result, {"it": condition.said}) + _STYLES[style]
    return printing(
        f"shell/decided.{condition.key}-{style}-{form.key}",
        (_SAY, _ASK),
        f"{{var}}={condition.value}; " + filled(form.run, {"c": condition.tests[style]}),
        f"Sets {{var}} to {condition.value} and {done(result)}.",
        lambda world, s: _outcome(condition.holds(s), form, s),
        slots=condition.slots,
        weight=condition.weight,
        value=condition.value,
        result=result,
    )


def _outcome(holds: bool, form: Form, s: Bound) -> Outcome:
    text = form.yes if holds else form.no
    return Outcome(stdout=[s.fill(text)] if text else [], status=0 if holds else form.status)
