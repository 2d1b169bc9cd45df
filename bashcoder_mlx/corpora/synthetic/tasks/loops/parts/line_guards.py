"""Conditions on the line of a loop, with lines that meet them and lines that do not."""

import re
from collections.abc import Callable, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Guard

PLAIN = ("one  two, x\\", r"c\d e", "*  three, five, six\\e")


def _guard(
    key: str,
    test: str,
    that: str,
    holds: Callable[[str, Bound], bool],
    samples: Callable[[Bound], Sequence[str]],
    opposite: str = "",
    but: str = "",
    weight: float = 1.0,
) -> Guard:
    return Guard(key, test, that, "", opposite, but, holds, samples=samples, weight=weight)


def _worded(s: Bound) -> list[str]:
    """Lines that are, begin with, end with, hold or lack the word."""
    shapes = ("none  at all\\", "{0} -o {0}", r"c\d  {0}", "{0} y,  z\\", "x, {0}y b", "{0}")
    more = ("\\{0}", "{0} {0}\\", "{0}  {0}\\", "{0}  ;", "a {1}\\{2}", "the  end", "off")
    return [shape.format(s.word, s.word[:1], s.word[1:]) for shape in (*shapes, *more)]


def _long(s: Bound) -> list[str]:
    return [
        "x" * s.n,
        "a  b,c\\d" + "x" * s.n,
        "\\" + "x" * s.n,
        "x" * (s.n + 1),
        "x" * (s.n + 9),
        "y,  z",
    ]


def _numbers(s: Bound) -> list[str]:
    more = ["1 -o 1", f"\\{s.n + 3}", "\\1"]  # which are no numbers, but for the shell's tricks
    return [f"{s.n + 1}", f"{s.n}", *more, f"{s.n + 20}", f"{s.n - 1}"]


def _above(line: str, s: Bound) -> bool:
    return line.strip().isdigit() and int(line) > s.n


GUARDS = (
    _guard(
        "filled",
        '[ -n "$line" ]',
        "is not empty",
        lambda line, s: line != "",
        lambda s: [r"a  b\c", "!=  x", "y\\", "z", "", "*", "", "x,y z"],
        '[ -z "$line" ]',
        "is empty",
        weight=2,
    ),
    _guard(
        "contains",
        "[[ $line == *{word}* ]]",
        "contains {word}",
        lambda line, s: s.word in line,
        _worded,
        weight=2,
    ),
    _guard(
        "lacks",
        "[[ $line != *{word}* ]]",
        "does not contain {word}",
        lambda line, s: s.word not in line,
        _worded,
        "[[ $line == *{word}* ]]",
        "contains {word}",
        weight=1.5,
    ),
    _guard(
        "begins",
        "[[ $line == {word}* ]]",
        "[begins|starts] with {word}",
        lambda line, s: line.startswith(s.word),
        _worded,
        weight=2,
    ),
    _guard(
        "ends",
        "[[ $line == *{word} ]]",
        "ends [in|with] {word}",
        lambda line, s: line.endswith(s.word),
        _worded,
    ),
    _guard(
        "equals",
        '[ "$line" = {word} ]',
        "is {word} [exactly|and nothing else]",
        lambda line, s: line == s.word,
        _worded,
        weight=1.5,
    ),
    _guard(
        "differs",
        '[ "$line" != {word} ]',
        "is not {word} alone",
        lambda line, s: line != s.word,
        _worded,
        '[ "$line" = {word} ]',
        "is {word} and nothing else",
        weight=1.5,
    ),
    _guard(
        "comment",
        "[[ $line != '#'* ]]",
        "is no comment, which begins with #",
        lambda line, s: not line.startswith("#"),
        lambda s: [r"a  b,c\d", "# no", "x #y z", r"\#", "#", "x"],
        "[[ $line == '#'* ]]",
        "[begins|starts] with #",
        weight=2,
    ),
    _guard(
        "digits",
        "[[ $line =~ ^[0-9]+$ ]]",
        "[is a whole number|consists of digits]",
        lambda line, s: re.fullmatch("[0-9]+", line) is not None,
        lambda s: ["12", "a1", "1a", "", "007", r"1\2", "x  y,z"],
        weight=1.5,
    ),
    _guard(
        "long",
        "[ ${#line} -gt {n} ]",
        "is longer than {n} characters",
        lambda line, s: len(line) > s.n,
        _long,
        weight=2,
    ),
    _guard(
        "short",
        "[ ${#line} -lt {n} ]",
        "is shorter than {n} characters",
        lambda line, s: len(line) < s.n,
        lambda s: ["y, z", "y", "\\", "z", "z", *_long(s), "x" * (s.n - 1), "x"],
    ),
    _guard(
        "above",
        '[ "$line" -gt {n} ]',
        "is a number above {n}",
        _above,
        _numbers,
    ),
    _guard(
        "above-double",
        "((line > {n}))",
        "is a number above {n} by (( ))",
        _above,
        lambda s: [
            f"{s.n + 1}",
            f"\\{s.n + 3}",
            f"{s.n}",
            f"{s.n + 20}",
            f"{s.n + 2}",
            f"{s.n + 5}",
            "1",
        ],
    ),
    _guard(
        "below",
        '[ "$line" -lt {n} ]',
        "is a number below {n}",
        lambda line, s: line.strip().isdigit() and int(line) < s.n,
        _numbers,
    ),
)
