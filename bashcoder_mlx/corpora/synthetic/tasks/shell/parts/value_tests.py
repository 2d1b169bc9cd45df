"""Conditions on a value that was just set: how they are tested, said, and whether they hold."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.slots import Draw, Slot, Value, number, one_of, words
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import NUMBER, TEXT


@dataclass(frozen=True)
class Condition:
    """A condition on the value of <v>: `tests` by the style of the test."""

    key: str
    value: str
    said: str
    tests: Mapping[str, str]
    holds: Callable[[Bound], bool]
    slots: Mapping[str, Slot] = field(default_factory=dict)
    weight: float = 1.0


def _item(draw: Draw, spaced: bool) -> Value:
    """A word with its beginning, end and middle."""
    raw = draw.pick([word for word in words("noun") if len(word) > 5])
    forms = {"start": raw[:3], "end": raw[-3:], "middle": raw[2:4]}
    return Value(raw, (raw, raw, f'"{raw}"', f"'{raw}'"), raw, forms)


def _limit(draw: Draw, spaced: bool) -> Value:
    return number(draw.between(2, 99))


def _below(draw: Draw, spaced: bool) -> Value:
    return number(-draw.between(1, 60))


_NUMBERS: Mapping[str, Slot] = {
    "var": NUMBER,
    "limit": _limit,
    "below": _below,
    "few": one_of("2", "3", "4", "5", "10"),
}
_TEXTS: Mapping[str, Slot] = {
    "var": TEXT,
    "item": _item,
    "few": one_of("3", "4", "5", "6", "8"),
}
_COMPARED = (
    ("greater", "[greater|bigger|more|larger] than", "gt", ">", int.__gt__),
    ("least", "at least", "ge", ">=", int.__ge__),
    ("less", "[less|smaller] than", "lt", "<", int.__lt__),
    ("most", "at most", "le", "<=", int.__le__),
    ("equal", "equal to", "eq", "==", int.__eq__),
    ("unequal", "not equal to", "ne", "!=", int.__ne__),
)


def _compared() -> Iterator[Condition]:
    """A number with another one; equal ones where that is the question."""
    for key, said, flag, sign, holds in _COMPARED:
        for other in ("limit", "n") if "equal" in key else ("limit",):
            yield Condition(
                f"{key}-same" if other == "n" else key,
                "{n}",
                f"it is {said} {{{other}}}",
                {
                    "plain": f'[ "{{var.dollar}}" -{flag} {{{other}}} ]',
                    "double": f'[[ "{{var.dollar}}" -{flag} {{{other}}} ]]',
                    "sum": f"(({{var}} {sign} {{{other}}}))",
                    "test": f'test "{{var.dollar}}" -{flag} {{{other}}}',
                },
                lambda s, holds=holds, other=other: holds(s.n, s[other].data),
                _NUMBERS,
                2 if key in ("greater", "less", "equal") else 1,
            )


def _parity(key: str, said: str, operand: str, holds: Callable[[Bound], bool]) -> Condition:
    rest = f"{{var}} % {operand}"
    tests = {"plain": f"[ $(({rest})) -eq 0 ]", "sum": f"(({rest} == 0))"}
    return Condition(key, "{n}", said, tests, holds, _NUMBERS, 1.5)


def _between(value: str) -> Condition:
    slot = value.strip("{}")
    tests = {
        "plain": '[ "{var.dollar}" -ge 10 ] && [ "{var.dollar}" -le 50 ]',
        "double": '[[ "{var.dollar}" -ge 10 && "{var.dollar}" -le 50 ]]',
        "sum": "(({var} >= 10 && {var} <= 50))",
    }
    return Condition(
        "between",
        value,
        "it is between 10 and 50",
        tests,
        lambda s: 10 <= s[slot].data <= 50,
        _NUMBERS,
    )


def _positive(key: str, value: str, said: str, flag: str, sign: str, holds: bool) -> Condition:
    tests = {"plain": f'[ "{{var.dollar}}" -{flag} 0 ]', "sum": f"(({{var}} {sign} 0))"}
    return Condition(key, value, said, tests, lambda s: holds, _NUMBERS)


NUMBERS = (
    *_compared(),
    _parity("even", "it is [even|an even number]", "2", lambda s: s.n % 2 == 0),
    _parity(
        "divisible", "it is divisible by {few}", "{few}", lambda s: s.n % int(s["few"].data) == 0
    ),
    _between("{n}"),
    _positive("positive", "{n}", "it is positive", "gt", ">", True),
    _positive("negative", "{below}", "it is negative", "lt", "<", True),
    _positive("not-negative", "{n}", "it is below zero", "lt", "<", False),
)


def _matched(key: str, said: str, pattern: str, holds: Callable[[Bound], bool]) -> Condition:
    tests = {"double": f"[[ {{var.dollar}} == {pattern} ]]"}
    tests["case"] = pattern
    return Condition(key, "{item}", said, tests, holds, _TEXTS)


def _regex(key: str, value: str, said: str, pattern: str, holds: bool) -> Condition:
    tests = {"double": f"[[ {{var.dollar}} =~ {pattern} ]]"}
    tests["grep"] = f"echo \"{{var.dollar}}\" | grep -qE '{pattern}'"
    return Condition(key, value, said, tests, lambda s: holds, _TEXTS, 1.5)


def _same(key: str, other: str, sign: str, holds: bool) -> Condition:
    tests = {
        "plain": f'[ "{{var.dollar}}" {sign} {{{other}}} ]',
        "double": f"[[ {{var.dollar}} {sign.replace('=', '==', sign == '=')} {{{other}}} ]]",
        "test": f'test "{{var.dollar}}" {sign} {{{other}}}',
    }
    said = f"it is {'not ' if sign == '!=' else ''}[equal to|the same as] {{{other}}}"
    if sign == "=":
        tests["case"] = f"{{{other}}}"
    return Condition(key, "{word}", said, tests, lambda s: holds, _TEXTS)


def _filled(key: str, said: str, flag: str, holds: bool) -> Condition:
    tests = {"plain": f'[ -{flag} "{{var.dollar}}" ]', "double": f"[[ -{flag} {{var.dollar}} ]]"}
    return Condition(key, "{word}", said, tests, lambda s: holds, _TEXTS)


def _long(s: Bound) -> bool:
    return len(s.item) > int(s["few"].data)


_LENGTH = "${#{var.raw}}"
TEXTS = (
    _matched("begins", "it [begins|starts] with {item.start}", "{item.start}*", lambda s: True),
    _matched("ends", "it ends [with|in] {item.end}", "*{item.end}", lambda s: True),
    _matched("contains", "it contains {item.middle}", "*{item.middle}*", lambda s: True),
    _matched(
        "other-begins",
        "it [begins|starts] with {word2}",
        "{word2.raw}*",
        lambda s: s.item.startswith(s.word2),
    ),
    _matched("other-contains", "it contains {word2}", "*{word2.raw}*", lambda s: s.word2 in s.item),
    _regex("number", "{n}", "it is a [whole number|number]", "^[0-9]+$", True),
    _regex("no-number", "{item}", "it is a [whole number|number]", "^[0-9]+$", False),
    _regex(
        "letters", "{item}", "it [consists only|is made] of lower-case letters", "^[a-z]+$", True
    ),
    _regex("digit", "{item}", "it [contains|has] a digit", "[0-9]", False),
    _regex(
        "date",
        "{date}",
        "it [looks like a date|has the form YYYY-MM-DD]",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        True,
    ),
    _regex("email", "{email}", "it looks like an e-mail address", "^[^@]+@[^@]+$", True),
    _same("same", "word", "=", True),
    _same("other", "word2", "=", False),
    _same("differs", "word2", "!=", True),
    _filled("set", "it is not empty", "n", True),
    _filled("empty", "it is empty", "z", False),
    Condition(
        "long",
        "{item}",
        "it [has more than {few} characters|is longer than {few} characters]",
        {"plain": f"[ {_LENGTH} -gt {{few}} ]", "sum": f"(({_LENGTH} > {{few}}))"},
        _long,
        _TEXTS,
    ),
)
