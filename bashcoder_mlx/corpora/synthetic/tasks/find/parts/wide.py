"""Heads and criteria of searches that ask for no type: regular expressions of find's own kind,
paths in any case, spans of minutes, one level of depth, days counted from midnight.
"""

import re
from dataclasses import replace
from fnmatch import fnmatchcase

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import Change, Criterion, changed
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Spec

_MINUTES = 1440.0  # of a day


def _regex(draw: Draw, spaced: bool) -> Value:
    """An expression that means the same in the basic, extended and Emacs syntax."""
    stem, ext = SLOTS["stem"](draw, False).data, SLOTS["ext"](draw, False).data
    patterns = (
        *(rf".*/{stem}[0-9]\.{ext}", rf".*/{stem}-[a-z][a-z]*\.{ext}", rf".*/[0-9]*{stem}\.{ext}"),
        *(rf".*/{stem}.*\.{ext}", rf".*{stem}[a-z]*\.{ext}"),
    )
    raw = draw.pick(patterns)
    return Value(f"'{raw}'", (raw, f'"{raw}"', f"'{raw}'"), raw)


def _meets(spec: Spec, s: Bound) -> None:
    name = s.regex.removeprefix(".*").lstrip("/")
    for part, text in (("[a-z][a-z]*", "qk"), ("[0-9]*", "41"), ("[0-9]", "7")):
        name = name.replace(part, text)
    spec.folder = spec.folder or "part0"
    spec.stem, spec.ext = name.replace(r"\.", ".").replace(".*", "-z").replace("[a-z]*", "ab"), ""


def _shouted(spec: Spec, s: Bound) -> None:
    _meets(spec, s)
    spec.stem = spec.stem.swapcase()


_MATCH = "[whose paths match the [regex|regular expression]|with paths like the regex] {regex}"
PLAIN_REGEX = Criterion(
    "plainregex",
    "name",
    "-regex {regex}",
    _MATCH,
    "have paths that match the [regex|regular expression] {regex}",
    good=_meets,
    bad=[changed(stem="other"), _shouted],
    holds=lambda item, s: re.fullmatch(s.regex, item.shown) is not None,
    slots={"regex": _regex},
)
PLAIN_REGEX_ANY_CASE = replace(
    PLAIN_REGEX,
    key="iplainregex",
    test="-iregex {regex}",
    post=f"{_MATCH} [in upper or lower case|ignoring case|case-insensitively]",
    are="have paths that match the regex {regex} in upper or lower case",
    also=[_shouted],
    bad=[changed(stem="other")],
    holds=lambda item, s: re.fullmatch(s.regex, item.shown, re.IGNORECASE) is not None,
)


def _in_path(spec: Spec, s: Bound) -> None:
    spec.folder = f"{spec.folder or 'part'}/x{s.part.upper()}y"


IN_PATH_ANY_CASE = replace(
    p.IN_PATH,
    key="iinpath",
    test="-ipath '*{part}*'",
    post="[whose paths contain|with a path that contains] {part} [in upper or lower case"
    "|ignoring case|in any case]",
    are="have {part} in their path in upper or lower case",
    single="whose path contains {part} in upper or lower case",
    good=_in_path,
    also=[p.IN_PATH.good, *p.IN_PATH.also, changed(folder=lambda s: f"x{s.part}y")],
    holds=lambda item, s: s.part.lower() in item.shown.lower(),
)
_EITHER = (
    "[entries|files and folders|things] [ending in|named like|matching] "
    "[*.{ext.raw} or *.{ext2.raw}|*.{ext2.raw} or *.{ext.raw}]"
)
EITHER = Criterion(
    "either",
    "head",
    "-name '*.{ext}' -o -name '*.{ext2}'",
    noun=_EITHER,
    one="entry ending in .{ext.raw} or .{ext2.raw}",
    good=lambda spec, s: changed(ext=s.ext if spec.folder else s.ext2)(spec, s),
    also=[
        changed(kind="dir", ext=lambda s: s.ext),
        changed(kind="dir", ext=lambda s: s.ext2),
    ],
    bad=[changed(ext="zzz"), changed(ext=lambda s: f"{s.ext}zz")],
    holds=lambda item, s: any(fnmatchcase(item.name, f"*.{x.data}") for x in (s["ext"], s["ext2"])),
)
EITHER_GROUPED = replace(
    EITHER,
    key="eithergrouped",
    test=r"\( -name '*.{ext}' -o -name '*.{ext2}' \)",
    also=[changed(ext=lambda s: s.ext)],
)


def _level(more: int) -> Change:
    """At that many levels more than is asked for."""

    def change(spec: Spec, s: Bound) -> None:
        first = spec.folder.split("/")[0] or "top"
        spec.folder = "/".join([first] * (s.depth - 1 + more))

    return change


AT_LEVEL = Criterion(
    "level",
    "depth",
    "-mindepth {depth} -maxdepth {depth}",
    here="[ exactly {depth} levels [deep|below here|down]| at depth {depth} exactly]",
    there="[ exactly {depth} levels [below|deep in|down in] {dir}| at depth {depth} below {dir}]",
    good=_level(0),
    bad=[_level(1), _level(-1)],
    holds=lambda item, s: item.depth == s.depth,
    slots={"depth": lambda draw, spaced: number(draw.between(2, 4), True)},
)


def _minutes(name: str, more: float) -> Change:
    return changed(days=lambda s: (s[name].data + more) / _MINUTES)


MINUTES_BETWEEN = Criterion(
    "betweenmin",
    "time",
    "-mmin +{early} -mmin -{late}",
    "[[changed|modified] between {early} and {late} minutes ago"
    "|[changed|modified] more than {early} but less than {late} minutes ago]",
    "were [changed|modified] between {early} and {late} minutes ago",
    good=_minutes("early", 3),
    also=[_minutes("late", -2), _minutes("early", 0.2)],
    bad=[_minutes("early", -0.9), _minutes("late", 0.2)],
    holds=lambda item, s: s.early < item.days * _MINUTES < s.late,
    slots={
        "early": lambda draw, spaced: number(draw.between(5, 40)),
        "late": lambda draw, spaced: number(draw.between(50, 300)),
    },
)
ACCESSED_BETWEEN = replace(
    MINUTES_BETWEEN,
    key="accessedbetween",
    test="-amin +{early} -amin -{late}",
    post="[[accessed|read|opened] between {early} and {late} minutes ago"
    "|last accessed more than {early} but less than {late} minutes ago]",
    are="were [accessed|read] between {early} and {late} minutes ago",
)
NOT_MATCHING = replace(
    h.MATCHING,
    key="notmatching",
    test="! -name '*.{ext}'",
    noun="[[files and folders|entries|things] [not ending in|that do not end in] .{ext.raw}"
    "|everything except *.{ext.raw}]",
    one="entry not ending in .{ext.raw}",
    good=changed(ext="zzz"),
    bad=[changed(ext=lambda s: s.ext)],
    holds=lambda item, s: not item.name.endswith(f".{s.ext}"),
)
