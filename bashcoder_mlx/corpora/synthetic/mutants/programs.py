"""Mutation of the programs in a command's words: those of sed and awk, and regular expressions."""

import re
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.mutants.edits import (
    Edit,
    anchors,
    content,
    numbers,
    replaced,
)
from bashcoder_mlx.shell.reading import Meaning, read
from bashcoder_mlx.shell.tree import Command, Word

FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "!=", "!=": "==", "~": "!~"}
FLIPPED |= {"!~": "~", "&&": "||", "||": "&&"}
_REGEX = r"/(?:\\.|\[\^?\]?[^]\n]*\]|[^/\\\n\[])*/"
_ADDRESS = rf"(?:\d+(?:~\d+)?|\$|{_REGEX}I?)"
_ADDRESSES = re.compile(rf"({_ADDRESS})(?:\s*,\s*(\+?{_ADDRESS}))?")
_AWK = re.compile(
    rf"""(?P<string>"(?:\\.|[^"\\])*")|(?P<field>\$\d+)|(?P<name>[A-Za-z_]\w*)
    |(?P<number>\d+(?:\.\d+)?)|(?P<regex>(?<![\w)\]$]){_REGEX}|(?<=[~(,;&|!{{]\ ){_REGEX})
    |(?P<operator>[<>=!]=|!~|&&|\|\||[<>~])|(?P<other>\S)""",
    re.VERBOSE,
)


def program_edits(command: Command) -> Iterator[Edit]:
    """The mutants of a command's program or pattern."""
    mutate = _PROGRAMS.get(command.name or "")
    meanings = read(command) if mutate else []
    for word in _programs(meanings):
        if inner := content(word):
            for edit in mutate(inner[1], command.name):
                yield edit.moved(inner[0])


def _programs(meanings: list[tuple[Word, Meaning]]) -> Iterator[Word]:
    """The arguments of -e, or else the first operand."""
    uses = {use.spelling for _, meaning in meanings for use in meaning.uses}
    if uses & {"-F", "--fixed-strings"} and meanings[0][1].utility.name in ("grep", "rg"):
        return
    given = [word for word, m in meanings if m.kind == "argument" and m.flag.short == "-e"]
    operands = [word for word, m in meanings if m.kind == "operand"]
    yield from given or ([] if "-f" in uses else operands[:1])


def _sed(program: str, name: str) -> Iterator[Edit]:
    at = 0
    while at < len(program):
        at += len(re.match(r"[\s;{}]*", program[at:])[0])
        if found := _ADDRESSES.match(program, at):
            yield from _addressed(program, found)
            at = found.end()
        at += len(re.match(r"[\s!]*", program[at:])[0])
        if program[at : at + 1] in ("s", "y"):
            parts = _substitution(program, at)
            if not parts:
                return
            yield from _substituted(program, *parts)
            at = parts[-1]
        elif program[at : at + 1] in ("a", "i", "c", "r", "w"):
            return
        else:
            at += 1


def _addressed(program: str, found: re.Match) -> Iterator[Edit]:
    negated = re.compile(r"\s*(!?)").match(program, found.end())
    yield replaced("drop sed address", found.start(), negated.end(), "")
    if negated[1]:
        yield replaced("drop sed !", *negated.span(), "")
    for group in (1, 2):
        address, start = found[group] or "", found.start(group)
        if address.startswith("/"):
            yield from anchors("sed", start + 1, address.rstrip("I")[1:-1])
        else:
            yield from numbers("sed", start, address)


def _substitution(program: str, at: int) -> tuple[int, int, int, int] | None:
    """Where the pattern of `s/…/…/` begins and ends, and where its flags do."""
    mark = re.escape(program[at + 1 : at + 2] or "/")
    part = rf"(?:\\.|\[\^?\]?[^]\n]*\]|(?!{mark})[^\\])*"
    plain = rf"(?:\\.|(?!{mark})[^\\])*"
    for first in (part, plain):
        shape = re.compile(rf".{mark}({first}){mark}{plain}{mark}([a-zA-Z0-9]*)", re.DOTALL)
        if found := shape.match(program, at):
            return (*found.span(1), *found.span(2))
    return None


def _substituted(program: str, start: int, end: int, first: int, last: int) -> Iterator[Edit]:
    if program[start - 2] != "s":
        return
    yield from anchors("sed", start, program[start:end])
    for at in range(first, last):
        if program[at].isalpha():
            yield replaced(f"drop sed s {program[at]}", at, at + 1, "")
    yield from numbers("sed s", first, program[first:last])


def _awk(program: str, name: str) -> Iterator[Edit]:
    printing = False  # where `>` is a redirection
    for token in _AWK.finditer(program):
        text, start, end = token[0], token.start(), token.end()
        kind = token.lastgroup
        if kind == "operator" and not (printing and text == ">"):
            yield replaced(f"flip awk {text} -> {FLIPPED[text]}", start, end, FLIPPED[text])
        elif kind == "number":
            yield from numbers("awk", start, text)
        elif kind == "field" and text != "$0":
            yield replaced("next field awk", start, end, f"${int(text[1:]) + 1}")
        elif kind == "regex":
            yield from anchors("awk", start + 1, text[1:-1])
        printing = text in ("print", "printf") or (printing and text not in (";", "{", "}"))


def _pattern(pattern: str, name: str) -> Iterator[Edit]:
    yield from anchors(name, 0, pattern)


_PROGRAMS = {"sed": _sed, **dict.fromkeys(("awk", "gawk", "mawk"), _awk)}
_PROGRAMS |= dict.fromkeys(("grep", "egrep", "rg", "zgrep"), _pattern)
