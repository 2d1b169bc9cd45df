"""Commands explained from the knowledge base: a utility with some of its flags, and what each does.

    sort -n -u orders.txt    Sorts lines of text; -n compares by numeric value; -u prints …

The tasks explain what a whole command is for; these pairs teach the flags one by one, far more of
them than the tasks use. Nothing is run for them: that a utility has the flag is what the tests of
the knowledge base check.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.utilities import Flag, Utility, utilities

_MOST_FLAGS = 3
# The slots that fill the arguments of flags and the operands of utilities, by their names there.
_SLOTS = {
    "FILE": "file",
    "FOLDER": "dir",
    "DIRECTORY": "dir",
    "DIR": "dir",
    "PATH": "path",
    "N": "n",
    "NUM": "n",
    "NUMBER": "n",
    "COUNT": "n",
    "SECONDS": "seconds",
    "PATTERN": "word",
    "WORD": "word",
    "USER": "user",
    "GROUP": "group",
    "HOST": "host",
    "PORT": "port",
    "PID": "pid",
    "PACKAGE": "package",
    "URL": "url",
    "SERVICE": "service",
    "BRANCH": "branch",
    "NAME": "stem",
    "DAYS": "days",
    "WIDTH": "width",
}


class Meaning(NamedTuple):
    """A command, the system it is for, and what it does."""

    command: str
    os: str
    explanation: str


class _Known(NamedTuple):
    """A utility with the flags that can be shown, for one system."""

    utility: Utility
    system: str
    flags: Sequence[Flag]
    operand: str
    """The slot of its operand; empty where it can do without."""


def meaning(draw: Draw) -> Meaning:
    """A utility with one to three flags, or none, and an operand if it takes one."""
    known = draw.pick(_known())
    words, parts = [known.utility.name], [_capital(known.utility.purpose)]
    for flag in _some(known.flags, draw):
        spelling, argument = _spell(flag, known, draw)
        words.append(spelling + (f" {argument}" if argument else ""))
        if argument and flag.argument not in flag.does:
            spelling = f"{spelling} {argument}"
        does = flag.does.replace(flag.argument, argument) if argument else flag.does
        parts.append(f"{spelling} {does}")
    if known.operand:
        words.append(SLOTS[known.operand](draw, True).text)
    return Meaning(" ".join(words), known.system, "; ".join(parts) + ".")


def _some(flags: Sequence[Flag], draw: Draw) -> list[Flag]:
    chosen: list[Flag] = []
    for _ in range(draw.between(1, _MOST_FLAGS)):
        flag = draw.pick(flags)
        if flag not in chosen:
            chosen.append(flag)
    return chosen


def _spell(flag: Flag, known: _Known, draw: Draw) -> tuple[str, str]:
    family = {"linux": "gnu", "macos": "bsd", "any": "bsd"}[known.system]
    forms = [form for form in flag.spellings() if family in flag.families(form)]
    spelling = forms[0] if draw.chance(0.7) else draw.pick(forms)
    return spelling, SLOTS[_SLOTS[flag.argument]](draw, False).text if flag.argument else ""


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


@cache
def _known() -> list[_Known]:
    """Every utility with flags, once for each system that its flags set apart."""
    found = []
    groups = {name.split()[0] for name in utilities() if " " in name}
    for utility in utilities().values():
        # Of git and its like, the subcommands are shown.
        if utility.kind == "keyword" or utility.style == "words" or utility.name in groups:
            continue
        if len(commands(f"{utility.name} x")) > 1:  # what follows is another utility
            continue
        both = _of(utility, {"gnu", "bsd"})
        for system, families in (("any", {"gnu", "bsd"}), ("linux", {"gnu"}), ("macos", {"bsd"})):
            flags = _of(utility, families)
            if flags and (system == "any" or len(flags) > len(both)):
                found.append(_Known(utility, system, flags, _operand(utility)))
    return found


def _of(utility: Utility, families: set[str]) -> list[Flag]:
    """The flags that can be shown for systems of all these families, which have the utility."""
    shown = [flag for flag in utility.flags if _shown(flag, families)]
    return shown if families <= utility.systems else []


def _shown(flag: Flag, families: set[str]) -> bool:
    """Whether all the families have one form of the flag, and its argument can be filled."""
    shared = any(families <= flag.families(form) for form in flag.spellings())
    return shared and (not flag.argument or flag.argument in _SLOTS) and "NUM" not in flag.short


def _operand(utility: Utility) -> str:
    names = [word.strip("[]….") for word in utility.synopsis.split()[1:]]
    return next((_SLOTS[name] for name in reversed(names) if name in _SLOTS), "")
