"""Bodies of scripts that work on their arguments, in the ways in which people write them: arguments
named or not, tests in double parentheses or in brackets.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import plain
from bashcoder_mlx.trial.world import World

NAMED = (
    "[, kept in a variable|, in a variable with a good name|; give the argument a name]",
    "[, kept in variables|, in variables with good names|; give the arguments names]",
)
DIRECT = (
    "[, read from $1|, used as $1|; use $1 itself]",
    "[, read from $1 and $2|, used as $1 and $2|; use $1 and $2 themselves]",
)
BRACKETS = "[, with tests in square brackets|; test with brackets|, tests as in sh]"
_TEST = re.compile(r"^(\s*(?:if|elif|while)) \(\((.+?) (==|!=|<=|>=|<|>) (.+)\)\)(; \w+)$")
_OPERATORS = {"==": "-eq", "!=": "-ne", "<": "-lt", ">": "-gt", "<=": "-le", ">=": "-ge"}
_NEEDS_NAME = r"\$\{[#!]?NAME\b|^\s*NAME\+?=|\(NAME *=|\bNAME(\+\+|--)"
Result = Callable[..., Sequence[object] | Outcome]


def in_brackets(line: str) -> str:
    """A line that compares two numbers in double parentheses, with single brackets."""
    found = _TEST.match(line)
    if not found or re.search(r"&&|\|\|", line):
        return line
    keyword, left, sign, right, end = found.groups()
    return f"{keyword} [ {_operand(left)} {_OPERATORS[sign]} {_operand(right)} ]{end}"


def _operand(text: str) -> str:
    if re.fullmatch(r"-?\d+", text):
        return text
    return f'"${text.lstrip("$")}"' if re.fullmatch(r"\$?\w+", text) else f'"$(({text}))"'


def direct(body: str, names: Sequence[str]) -> str:
    """The body with $1 and $2 in the place of their names; "" where they must have names."""
    for number, name in enumerate(names, start=1):
        if re.search(_NEEDS_NAME.replace("NAME", name), body, re.M):
            return ""
        body = re.sub(rf"\${name}\b", f"${number}", body)
        body = re.sub(r"\(\(.*?\)\)", partial(_put, name, f"${number}"), body)
    return body


def _put(name: str, given: str, arithmetic: re.Match) -> str:
    return re.sub(rf"(?<![\w$]){name}\b", given, arithmetic[0])


def tasks(
    family: str,
    name: str,
    row: dict,
    result: Result,
    names: Sequence[str],
    setup: Callable[[World, Bound], object] = nothing,
) -> Iterator[Task]:
    """The scripts of one row: its fields `say`, `explain`, `body` and `calls`, each of as many
    arguments as there are names; `result` has what a call must print, from its arguments.
    """
    body = row["body"].strip("\n")
    bracketed = "\n".join(map(in_brackets, body.split("\n")))
    given = [f"{name}=${number}" for number, name in enumerate(names, start=1)]
    forms = {"": [*given, body], "direct": [direct(body, names)]}
    if bracketed != body:
        forms |= {"brackets": [*given, bracketed], "direct-brackets": [direct(bracketed, names)]}
    for form, lines in forms.items():
        if lines[0]:
            yield plain(
                f"{family}.{name}{'-' * bool(form)}{form}",
                say=[text + hint for text in row["say"] for hint in _hints(form, len(names))],
                explain=f"{row['explain'][0].upper()}{row['explain'][1:]}.",
                lines=lines,
                plans=[_plan(call, result, setup) for call in row["calls"]],
                hinted=True,
            )


def _hints(form: str, count: int) -> list[str]:
    naming = (DIRECT if "direct" in form else NAMED)[count - 1]
    return [naming + BRACKETS] if "brackets" in form else [naming]


def _plan(call: object, result: Result, setup: Callable) -> Plan:
    words = [str(word) for word in (call if isinstance(call, list) else [call])]

    def expect(world: World, s: Bound, given: Sequence[str]) -> Outcome:
        found = result(*given)
        return found if isinstance(found, Outcome) else Outcome([str(line) for line in found])

    return Plan(setup, expect, arguments=words)
