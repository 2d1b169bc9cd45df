"""Numbers set and computed with on one line: every computation with every way to print it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import (
    NUMBER,
    done,
    filled,
    printing,
)

WEIGHT = 0.2
_SAY = """
    set <given> and <do>
    with <given>, <do>
    [put|store] <stored>, then <do>
    first [set|let] <given>; then <do>
    keep <stored> and <do>
"""
_ASK = """
    <given>: <do>
    I have <given>; <do>
    given <given>, <do>
    one line of bash: <given>, <do>
    shell arithmetic: <given>; <do>
"""


@dataclass(frozen=True)
class Sum:
    """A computation on <a>, or on <a> and <b>: in bash, in English, in Python."""

    key: str
    run: str
    what: str
    value: Callable[..., int]
    second: bool = True
    weight: float = 1.0


_SUMS = (
    Sum("add", "<a> + <b>", "their sum", int.__add__, weight=3),
    Sum("subtract", "<a> - <b>", "the first minus the second", int.__sub__, weight=2),
    Sum("multiply", "<a> * <b>", "their product", int.__mul__, weight=2),
    Sum(
        "divide", "<a> / <b>", "the first divided by the second[, rounded down|]", int.__floordiv__
    ),
    Sum("rest", "<a> % <b>", "the remainder of the first by the second", int.__mod__),
    Sum("mean", "(<a> + <b>) / 2", "their average as a whole number", lambda a, b: (a + b) // 2),
    Sum("larger", "<a> > <b> ? <a> : <b>", "the larger of the two", max),
    Sum("smaller", "<a> < <b> ? <a> : <b>", "the smaller of the two", min),
    Sum("double", "<a> * 2", "twice its value", lambda a: a * 2, False, 2),
    Sum("square", "<a> * <a>", "its square", lambda a: a * a, False, 2),
    Sum("power", "<a> ** 3", "its third power", lambda a: a**3, False),
    Sum("more", "<a> + 10", "its value plus 10", lambda a: a + 10, False),
    Sum("half", "<a> / 2", "half of it[, rounded down|]", lambda a: a // 2, False),
    Sum("next", "<a> + 1", "its value plus one", lambda a: a + 1, False, 2),
    Sum("negative", "-<a>", "its negative", lambda a: -a, False),
    Sum("digit", "<a> % 10", "its last digit", lambda a: a % 10, False),
)
_OUTPUTS = (
    ("echo", "echo $((<sum>))", "<print> <what>", "{}", 3.0),
    ("kept", "r=$((<sum>)); echo $r", "<store> <what> in r and <print> r", "{}", 1.5),
    ("said", 'echo "Result: $((<sum>))"', "<print> Result: and <what>", "Result: {}", 1.0),
    ("let", 'let "r = <sum>"; echo $r', "<store> <what> in r with let and <print> r", "{}", 0.7),
    ("double", "((r = <sum>)); echo $r", "<store> <what> in r by (( )) and <print> r", "{}", 0.7),
)
_UPDATES = (
    Sum("increment", "((<a>++))", "<increment> it [by one|]", lambda a: a + 1, False, 3),
    Sum("decrement", "((<a>--))", "<decrement> it [by one|]", lambda a: a - 1, False, 2),
    Sum("add-to", "((<a> += 5))", "<add> 5 to it", lambda a: a + 5, False, 1.5),
    Sum("take", "((<a> -= 3))", "<subtract> 3 from it", lambda a: a - 3, False),
    Sum("times", "((<a> *= 2))", "<double> it", lambda a: a * 2, False, 1.5),
    Sum("let", "let <a>++", "<increment> it with let", lambda a: a + 1, False),
    Sum("let-more", "let <a>+=4", "<add> 4 to it with let", lambda a: a + 4, False),
    Sum("again", "<a>=$((<a> + 1))", "<increment> it by an assignment", lambda a: a + 1, False, 2),
    Sum("again-times", "<a>=$((<a> * 3))", "<multiply> it by 3", lambda a: a * 3, False),
)
_SLOTS = {"var": NUMBER, "n": lambda draw, spaced: number(draw.between(2, 99))}


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for one in _SUMS:
        for key, run, do, shown, weight in _OUTPUTS:
            marks = {"sum": one.run, "what": one.what}
            name, share = f"{one.key}-{key}", one.weight * weight
            yield _task(name, one, filled(run, marks), filled(do, marks), shown, share)
    for one in _UPDATES:
        do = f"{one.what} and <print> it"
        yield _task(one.key, one, f"{one.run}; echo {{var.dollar}}", do, "{}", one.weight)


def _task(name: str, one: Sum, run: str, do: str, shown: str, weight: float) -> Task:
    names = ("a", "b") if one.second else ("{var}",)
    slots = ("n", "n2")[: len(names)]
    pairs = list(zip(names, slots, strict=True))
    given = " and ".join(f"{name} = {{{slot}}}" for name, slot in pairs)
    return printing(
        f"shell/amounts.{name}",
        (_SAY, _ASK),
        "; ".join([*(f"{name}={{{slot}}}" for name, slot in pairs), _on(run, names)]),
        f"Sets {given} and {done(do)}.",
        lambda world, s: [shown.format(one.value(*(s[slot].data for slot in slots)))],
        slots=_SLOTS if not one.second else {"n": _SLOTS["n"]},
        weight=weight,
        given=given,
        stored=" and ".join(f"{{{slot}}} in {name}" for name, slot in pairs),
        do=do,
    )


def _on(run: str, names: Sequence[str]) -> str:
    return filled(run, dict(zip("ab", names, strict=False)))
