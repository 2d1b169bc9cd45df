"""Edits with sed: what is done, and on which lines."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound

LINES = 80  # of the sample file: more than any line number that is drawn


@dataclass(frozen=True)
class Target:
    """The lines that are edited: an address of sed, and in English after a verb."""

    name: str
    address: str
    say: str
    test: Callable[[int, str, Bound], bool]
    """From the number of a line, counted from 1, and its text."""
    every: bool = True
    """Whether these are several lines."""


def _between(number: int, line: str, s: Bound) -> bool:
    return 30 <= number <= 42


def targets() -> list[Target]:
    """All but the whole file."""
    return [
        Target("line", "{line}", "line {line}<of>", lambda n, t, s: n == s.line, every=False),
        Target(
            "range", "{range}", "lines {range}<of>",
            lambda n, t, s: s.range[0] <= n <= s.range[1],
        ),
        Target("first", "1", "the first line<of>", lambda n, t, s: n == 1, every=False),
        Target("last", "$", "the last line<of>", lambda n, t, s: n == LINES, every=False),
        Target("start", "1,{count}", "the first {count} lines<of>", lambda n, t, s: n <= s.count),
        Target(
            "from", "{line},$", "[all|the] lines<of> from line {line} [on|to the end]",
            lambda n, t, s: n >= s.line,
        ),
        Target(
            "matching", "/{word}/",
            "[all|all the|the] lines<of> [containing|that contain|with|matching] {word}",
            lambda n, t, s: s.word in t,
        ),
        Target(
            "not-matching", "/{word}/!",
            "[all|all the|the] lines<of> [not containing|that do not contain|without] {word}",
            lambda n, t, s: s.word not in t,
        ),
        Target(
            "starting", "/^{word}/",
            "[all|all the|the] lines<of> [that start|that begin|starting|beginning] with {word}",
            lambda n, t, s: t.startswith(s.word),
        ),
        Target(
            "ending", "/{word}$/", "[all|all the|the] lines<of> [that end|ending] [with|in] {word}",
            lambda n, t, s: t.endswith(s.word),
        ),
        Target(
            "between", "/{word}/,/{word2}/",
            "[the lines|everything|all lines]<of> from the [first |]line [with|containing] {word} "
            "to the [next |]line [with|containing] {word2}", _between,
        ),
    ]  # fmt: skip


WHOLE = Target("whole", "", "", lambda n, t, s: True)


@dataclass(frozen=True)
class Edit:
    """What happens to a line. In `do` and `shown`, `<on>` is " on the lines", `<what>` the lines
    themselves, `<file>` the file; `shown` continues "print the file …".
    """

    name: str
    program: str
    do: Sequence[str]
    shown: Sequence[str]
    apply: Callable[[str, Bound], list[str]]
    """The lines that a line becomes."""
    explain: str
    never: Sequence[str] = ()
    """Names of targets that make no sense with it."""
    only: Sequence[str] = ()
    """Names of the only targets that do."""
    mac: str | None = None
    """The program for macOS where it differs; empty where there is none."""


_NUMBERED = ("line", "range", "first", "last", "start", "from")
_TWO_WORDS = ("starting", "ending", "between", "not-matching", "from", "start")


def edits() -> list[Edit]:
    """All of them, the everyday ones first."""
    return [*_substitutions(), *_marks(), *_whole_lines()]


def _substitutions() -> list[Edit]:
    def replaced(line: str, s: Bound) -> list[str]:
        return [line.replace(s.word3, s.word4)]

    return [
        Edit(
            "replace", "s/{word3}/{word4}/g",
            ["replace [|all occurrences of |every ]{word3} [with|by] {word4} <on>",
             "change [|every |all ]{word3} [to|into] {word4} <on>",
             "substitute {word4} for [|every ]{word3} <on>"],
            ["with [|every |all occurrences of ]{word3} replaced [by|with] {word4}<at>"],
            replaced, "replaces every {word3} by {word4} <on>",
        ),
        Edit(
            "replace-first", "s/{word3}/{word4}/",
            ["replace [only |just |]the first {word3} [with|by] {word4} <each>",
             "change the first occurrence of {word3} to {word4} <each>"],
            ["with [only |]the first {word3} <each-bare> replaced by {word4}"],
            lambda t, s: [t.replace(s.word3, s.word4, 1)],
            "replaces the first {word3} by {word4} <each>",
        ),
        Edit(
            "replace-folded", "s/{word3}/{word4}/gI",
            ["replace [every |all |]{word3} [with|by] {word4} <on>, [ignoring case|whatever its "
             "case]"],
            ["with [every |]{word3} in upper or lower case replaced [by|with] {word4}<at>"],
            lambda t, s: [re.sub(s.word3, s.word4, t, flags=re.I)],
            "replaces every {word3}, in upper or lower case, by {word4} <on>",
            never=(*_TWO_WORDS, "line", "range", "first", "last"),
        ),
        Edit(
            "delete-word", "s/{word3}//g",
            ["[delete|remove] [every |all occurrences of |the word ]{word3} <on>",
             "[strip|erase] [every |all occurrences of ]{word3} <on>"],
            ["without [the word |any occurrence of ]{word3}<at>"],
            lambda t, s: [t.replace(s.word3, "")], "deletes every {word3} <on>",
            never=_TWO_WORDS,
        ),
        Edit(
            "digits", "s/[0-9]//g",
            ["[delete|remove|strip] [all|all the|the] digits <on>"], ["without any digits<at>"],
            lambda t, s: [re.sub("[0-9]", "", t)], "deletes all digits <on>",
            never=(*_TWO_WORDS, "whole"),
        ),
    ]  # fmt: skip


def _marks() -> list[Edit]:
    return [
        Edit(
            "comment", "s/^/# /",
            ["comment out <what-of>[| with #]",
             "put # in front of <what-of>"],
            ["with <what> commented out"], lambda t, s: [f"# {t}"],
            "comments out <what-of>",
        ),
        Edit(
            "uncomment", "s/^# *//",
            ["uncomment <what-of>",
             "[remove|drop] the leading # from <what-of>"],
            ["with <what> uncommented"], lambda t, s: [re.sub("^# *", "", t)],
            "removes the comment sign from <what-of>", never=("starting", "not-matching"),
        ),
        Edit(
            "prefix", "s/^/{word3} /",
            ["[add|put] {word3} and a space [at the [start|beginning] of|in front of] <what-of>",
             "prefix <what-of> with {word3} and a space"],
            ["with {word3} and a space in front of <what>"], lambda t, s: [f"{s.word3} {t}"],
            "puts {word3} and a space in front of <what-of>", never=_TWO_WORDS,
        ),
        Edit(
            "suffix", "s/$/ {word3}/",
            ["[add|append] a space and {word3} [at|to] the end of <what-of>",
             "end <what-of> with a space and {word3}"],
            ["with a space and {word3} at the end of <what>"], lambda t, s: [f"{t} {s.word3}"],
            "adds a space and {word3} at the end of <what-of>", never=_TWO_WORDS,
        ),
        Edit(
            "comma", "s/$/,/",
            ["[add|append|put] a comma [at|to] the end of <what-of>"],
            ["with a comma at the end of <what>"], lambda t, s: [f"{t},"],
            "adds a comma at the end of <what-of>", never=_TWO_WORDS,
        ),
        Edit(
            "indent", "s/^/    /",
            ["indent <what-of> by [4|four] spaces",
             "[add|put] [4|four] spaces [in front of|before] <what-of>"],
            ["with <what> indented by [4|four] spaces"], lambda t, s: [f"    {t}"],
            "indents <what-of> by four spaces", never=("ending", "starting"),
        ),
        Edit(
            "unindent", "s/^[[:space:]]*//",
            ["[remove|strip|delete] [the |]leading [spaces|whitespace|blanks] from <what-of>",
             "unindent <what-of> completely"],
            ["without the leading [spaces|whitespace] of <what>"], lambda t, s: [t.lstrip(" ")],
            "removes leading blanks from <what-of>", never=("ending", "starting"),
        ),
        Edit(
            "trim", "s/[[:space:]]*$//",
            ["[remove|strip|delete] [the |]trailing [spaces|whitespace|blanks] from <what-of>",
             "[remove|strip] whitespace [at|from] the end of <what-of>"],
            ["without the trailing [spaces|whitespace] of <what>"], lambda t, s: [t.rstrip(" ")],
            "removes trailing blanks from <what-of>", never=("ending", "starting"),
        ),
        Edit(
            "quote", 's/.*/"&"/',
            ["[put|wrap] <what-of> in double quotes", "quote <what-of> "
             "with double quotes"],
            ["with <what> in double quotes"], lambda t, s: [f'"{t}"'],
            "puts <what-of> in double quotes", never=_TWO_WORDS,
        ),
        Edit(
            "upper", "s/.*/\\U&/",
            ["[convert|change|turn] <what-of> [to|into] [upper case|uppercase] with "
             "sed", "uppercase <what-of> with sed"],
            ["with <what> in upper case, using sed"], lambda t, s: [t.upper()],
            "turns <what-of> into upper case", never=(*_TWO_WORDS,), mac="",
        ),
    ]  # fmt: skip


def _whole_lines() -> list[Edit]:
    return [
        Edit(
            "delete", "d",
            ["[delete|remove] <what-of>", "[delete|remove|drop] <what> from "
             "<file>"],
            ["without <what>", "except <what>"], lambda t, s: [],
            "deletes <what> from <file>", never=("whole",),
        ),
        Edit(
            "change", "s/.*/{text.raw}/",
            ["replace <what-of> [with|by] {text}",
             "change <what-of> to {text}"],
            ["with <what> replaced by {text}"], lambda t, s: [s["text"].data],
            "replaces <what-of> by {text}",
            only=("line", "first", "last", "matching", "starting"),
        ),
        Edit(
            "insert", "i {text.raw}",
            ["insert [the line |a line |]{text} before <what-of>",
             "add [the line |a line |]{text} [above|before] <what-of>"],
            ["with the line {text} before <what>"], lambda t, s: [s["text"].data, t],
            "inserts the line {text} before <what-of>",
            only=("line", "first", "last", "matching", "starting"), mac="i\\\n{text.raw}\n",
        ),
        Edit(
            "append", "a {text.raw}",
            ["insert [the line |a line |]{text} after <what-of>",
             "add [the line |a line |]{text} [below|after] <what-of>"],
            ["with the line {text} after <what>"], lambda t, s: [t, s["text"].data],
            "inserts the line {text} after <what-of>",
            only=("line", "first", "matching", "starting"), mac="a\\\n{text.raw}\n",
        ),
        Edit(
            "double", "p",
            ["[repeat|double] <what-of>", "write <what-of> twice"],
            ["with <what> printed twice"], lambda t, s: [t, t],
            "repeats <what-of>", only=("line", "last", "matching"),
        ),
    ]  # fmt: skip
