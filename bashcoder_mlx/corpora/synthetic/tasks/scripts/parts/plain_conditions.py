"""What plain scripts ask about an argument: how it is tested in each pair of brackets, how it is
said, and arguments for which it holds or does not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Condition:
    """In tests and messages V stands for the argument as the script has it."""

    key: str
    say: str
    """What holds, after "the argument"."""
    tests: Mapping[str, str]
    """By bracket: "[", "[[", "((", or "" for a command."""
    yes: str
    no: str
    holds: Sequence[str]
    """Arguments for which it holds, as templates; those for which not."""
    fails: Sequence[str]
    second: Sequence[str] = ()
    """What else the script is given."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    explain: str = ""

    @property
    def plainly(self) -> str:
        """What holds, without alternatives."""
        return self.explain or self.say


def _both(test: str) -> dict[str, str]:
    """A test of single brackets, and the same in double ones."""
    return {"[": f"[ {test} ]", "[[": f"[[ {test} ]]"}


def _number(operator: str, sign: str, other: str) -> dict[str, str]:
    shown = other.strip('"')
    return {"[": f'[ "V" {operator} {other} ]', "((": f"((B {sign} {shown}))"}


def _on_file(key: str, say: str, yes: str, no: str, flag: str, holds: str, fails: str) -> Condition:
    words = (holds.split("|"), fails.split("|"))
    return Condition(key, say, _both(f'{flag} "V"'), yes, no, *words)


def tree(world: World, s: Bound) -> None:
    """Files of every kind, and one that holds the word of the script."""
    word = s.word if "word" in s else "delta"
    world.file("notes  1.txt", ["one", f"two {word}  three"])
    world.file("other  2.md", ["nothing", "of two  three"])
    world.file("empty  1.log")
    world.file("run  it.sh", ["true"], mode=0o755)
    world.file("the  secret", ["x"], mode=0o000)
    world.file("fixed  1.txt", ["x"], mode=0o444)
    world.file("my  docs/inner.txt", ["x"])
    world.link("short  cut", "other  2.md")
    world.link("no  where", "gone.txt")


_FILES = (
    _on_file(
        "exists",
        "exists",
        "V exists",
        "V does not exist",
        "-e",
        "notes  1.txt|my  docs",
        "gone  x|no  where",
    ),
    _on_file(
        "file",
        "is a [regular |]file",
        "V is a file",
        "V is not a file",
        "-f",
        "notes  1.txt|short  cut",
        "my  docs|gone  x",
    ),
    _on_file(
        "dir",
        "is a [folder|directory]",
        "V is a folder",
        "V is no folder",
        "-d",
        "my  docs",
        "other  2.md|gone  x",
    ),
    _on_file(
        "run",
        "is executable",
        "V is executable",
        "V is not executable",
        "-x",
        "run  it.sh",
        "other  2.md|gone  x",
    ),
    _on_file(
        "read",
        "can be read",
        "V can be read",
        "V cannot be read",
        "-r",
        "other  2.md|fixed  1.txt",
        "the  secret|gone  x",
    ),
    _on_file(
        "write",
        "can be written to",
        "V can be written",
        "V cannot be written",
        "-w",
        "other  2.md",
        "fixed  1.txt|gone  x",
    ),
    _on_file(
        "filled",
        "is a file that is not empty",
        "V has content",
        "V is empty or missing",
        "-s",
        "other  2.md",
        "empty  1.log|gone  x",
    ),
    _on_file(
        "link",
        "is a symbolic link",
        "V is a link",
        "V is no link",
        "-L",
        "short  cut|no  where",
        "other  2.md|gone  x",
    ),
    _on_file("blank", "is an empty text", "It is empty", "It is not empty", "-z", "", "a  b|0"),
)
_NUMBERS = (
    Condition(
        "positive",
        "is a positive number",
        _number("-gt", ">", "0"),
        "V is positive",
        "V is not positive",
        ("1", "30"),
        ("0", "-2"),
    ),
    Condition(
        "negative",
        "is a negative number",
        _number("-lt", "<", "0"),
        "V is negative",
        "V is not negative",
        ("-1",),
        ("0", "2"),
    ),
    Condition(
        "zero",
        "is zero",
        _number("-eq", "==", "0"),
        "V is zero",
        "V is not zero",
        ("0",),
        ("1", "-1"),
    ),
    Condition(
        "large",
        "is [greater|larger|more] than {n}0",
        _number("-gt", ">", "{n}0"),
        "V is more than {n}0",
        "V is not more than {n}0",
        ("{n}1",),
        ("{n}0", "1"),
        explain="is more than {n}0",
    ),
    Condition(
        "least",
        "is [at least {n}0|{n}0 or more]",
        _number("-ge", ">=", "{n}0"),
        "V is at least {n}0",
        "V is less than {n}0",
        ("{n}0", "1{n}0"),
        ("1",),
        explain="is at least {n}0",
    ),
    Condition(
        "even",
        "is [even|an even number]",
        {"[": "[ $((B % 2)) -eq 0 ]", "((": "((B % 2 == 0))", "[[": "[[ $((B % 2)) -eq 0 ]]"},
        "V is even",
        "V is odd",
        ("4", "0"),
        ("7", "1"),
        explain="is even",
    ),
    Condition(
        "multiple",
        "[can be divided by|is a multiple of] {n}",
        {"[": "[ $((B % {n})) -eq 0 ]", "((": "((B % {n} == 0))"},
        "V can be divided by {n}",
        "V cannot be divided by {n}",
        ("{n}", "0"),
        ("{n}1", "1"),
        explain="can be divided by {n}",
        slots={},
    ),
)
_TEXTS = (
    Condition(
        "is-word",
        "is {word}",
        {"[": '[ "V" = {word} ]', "[[": '[[ "V" == {word} ]]'},
        "It is {word.raw}",
        "It is not {word.raw}",
        ("{word}",),
        ("{word}s", "", "x  {word}"),
        explain="is {word.raw}",
    ),
    Condition(
        "long",
        "[has more than 8 characters|is longer than 8 characters]",
        {"[": '[ "LENGTH" -gt 8 ]', "((": "((LENGTH > 8))"},
        "V is long",
        "V is short",
        ("1  4567 9",),
        ("12  5678", ""),
        explain="has more than 8 characters",
    ),
    Condition(
        "digits",
        "[is a whole number|consists of digits]",
        {"[[": "[[ V =~ ^[0-9]+$ ]]"},
        "V is a number",
        "V is not a number",
        ("12", "0"),
        ("1  2", "a1", "1a", ""),
        explain="is a whole number",
    ),
    Condition(
        "begins",
        "begins with {word}",
        {"[[": "[[ V == {word}* ]]"},
        "V begins with {word.raw}",
        "V does not begin with {word.raw}",
        ("{word}", "{word}  x"),
        ("a  {word}", ""),
        explain="begins with {word.raw}",
    ),
    Condition(
        "ends",
        "ends in .{ext.raw}",
        {"[[": "[[ V == *.{ext} ]]"},
        "V ends in .{ext.raw}",
        "V does not end in .{ext.raw}",
        ("a  b.{ext}",),
        ("a  b.{ext}x", "{ext}"),
    ),
    Condition(
        "contains",
        "[contains|has] {word} in it",
        {"[[": "[[ V == *{word}* ]]"},
        "V contains {word.raw}",
        "V does not contain {word.raw}",
        ("a  {word}b", "{word}"),
        ("", "a  b"),
        explain="contains {word.raw}",
    ),
)
_COMMANDS = (
    Condition(
        "holds",
        "[is a file that contains|is a file with] {word}",
        {"": 'grep -q {word} "V"', "quiet": 'grep {word} "V" > /dev/null'},
        "V contains {word.raw}",
        "V does not contain {word.raw}",
        ("notes  1.txt",),
        ("other  2.md",),
        explain="is a file that contains {word.raw}",
    ),
    Condition(
        "program",
        "is [a program|a command] that is installed",
        {
            "": 'command -v "V" > /dev/null',
            "both": 'command -v "V" > /dev/null 2>&1',
            "and": 'command -v "V" &> /dev/null',
        },
        "V is installed",
        "V is not installed",
        ("grep", "cat"),
        ("grep  cat", "no  such"),
        explain="is an installed program",
    ),
)
CONDITIONS = (*_FILES, *_NUMBERS, *_TEXTS, *_COMMANDS)
