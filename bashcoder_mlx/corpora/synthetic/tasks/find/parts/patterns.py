"""What find can ask of names by patterns, and by their characters."""

import re
from fnmatch import fnmatchcase

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import (
    Criterion,
    chain,
    changed,
    keep,
    negated,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Spec


def _glob(draw: Draw, spaced: bool) -> Value:
    stem, ext = SLOTS["stem"](draw, False).data, SLOTS["ext"](draw, False).data
    patterns = (
        *(f"{stem}*.{ext}", f"{stem}-??.{ext}", f"*_{stem}.{ext}", f"{stem}[0-9].{ext}"),
        *(f"[0-9]*.{ext}", f"{stem}.*", f"*{stem}*.{ext}", f"{stem}_*", f"*.{ext}.*"),
        f"?{stem}.{ext}",
    )
    raw = draw.pick(patterns)
    return Value(f"'{raw}'", (raw, f'"{raw}"', f"'{raw}'"), raw)


def _regex(draw: Draw, spaced: bool) -> Value:
    stem, ext = SLOTS["stem"](draw, False).data, SLOTS["ext"](draw, False).data
    other = SLOTS["stem"](draw, False).data
    patterns = (
        *(rf".*/{stem}[0-9]{{2}}\.{ext}", rf".*/({stem}|{other})-[a-z]+\.{ext}"),
        *(rf".*/[0-9]{{4}}-{stem}\.{ext}", rf".*/({stem}|{other})\.{ext}", rf".*\.({ext}|zz)"),
    )
    raw = draw.pick(patterns)
    return Value(f"'{raw}'", (raw, f'"{raw}"', f"'{raw}'"), raw)


def _simple_regex(draw: Draw, spaced: bool) -> Value:
    """An expression that means the same in every syntax of find."""
    stem, ext = SLOTS["stem"](draw, False).data, SLOTS["ext"](draw, False).data
    patterns = (
        *(rf".*/{stem}[0-9][0-9]*\.{ext}", rf".*/[a-z]*-{stem}\.{ext}", rf".*/{stem}.*\.{ext}"),
        rf".*/[0-9]*-{stem}\.{ext}",
    )
    raw = draw.pick(patterns)
    return Value(f"'{raw}'", (raw, f'"{raw}"', f"'{raw}'"), raw)


# What each part of an expression matches, in the order in which they are looked for.
_SAMPLES = (
    *(("[0-9][0-9]*", "41"), ("[0-9]{2}", "41"), ("[0-9]{4}", "2041"), ("[0-9]*", "7")),
    *(("[a-z]+", "qk"), ("[a-z]*", "qk"), (r"\.", "."), (".*", "-more")),
)


def _meets_regex(spec: Spec, s: Bound) -> None:
    """A path that the expression matches, by the first of its alternatives."""
    name = re.sub(r"\(([^|]*)\|[^)]*\)", r"\1", s.regex.removeprefix(".*").lstrip("/"))
    for part, text in _SAMPLES:
        name = name.replace(part, text)
    spec.folder = spec.folder or "part0"
    spec.stem, spec.ext = f"{spec.stem if name.startswith('.') else ''}{name}", ""


def _like(spec: Spec, pattern: str, star: str = "q") -> str:
    """A name that the pattern matches, as far as that can be another for every file."""
    mark = re.split(r"\W", spec.stem)[-1]
    name = pattern.replace("*", star + mark).replace("?", mark[-1:])
    return name.replace("[0-9]", str(ord(mark[-1:]) % 10))


def _meets_glob(spec: Spec, s: Bound) -> None:
    spec.stem, spec.ext = _like(spec, s.glob), ""


_OTHER = changed(stem="other")
GLOB = Criterion(
    "glob",
    "name",
    "-name {glob}",
    "[matching|whose names match|that match|with names like] {glob}",
    "match {glob}",
    "[matching|whose name matches] {glob}",
    good=_meets_glob,
    also=[lambda spec, s: changed(stem=_like(spec, s.glob, "zw y"), ext="")(spec, s)],
    bad=[_OTHER, chain(_meets_glob, lambda spec, s: changed(stem=spec.stem.swapcase())(spec, s))],
    holds=lambda item, s: fnmatchcase(item.name, s.glob),
    slots={"glob": _glob},
)
NOT_GLOB = negated(
    GLOB,
    "[except {glob}|not matching {glob}|whose names do not match {glob}|but not {glob}]",
    "do not match {glob}",
    [keep],
)
REGEX = Criterion(
    "regex",
    "name",
    "-regextype posix-extended -regex {regex}",
    "[whose paths match the [regular expression|regex]|matching the [regex|regular expression]"
    "|with a path that matches the regular expression] {regex}",
    "match the [regular expression|regex] {regex}",
    good=_meets_regex,
    bad=[_OTHER, chain(_meets_regex, lambda spec, s: changed(stem=spec.stem.swapcase())(spec, s))],
    holds=lambda item, s: re.fullmatch(s.regex, item.shown) is not None,
    slots={"regex": _regex},
    macos="-regex {regex}",
    macos_first="-E",
)
SIMPLE_REGEX = Criterion(
    "simpleregex",
    "name",
    "-regex {regex}",
    "[whose paths match the [regular expression|regex]|matching the [regex|regular expression]"
    "|with a path that matches the regular expression] {regex}",
    "match the [regular expression|regex] {regex}",
    good=_meets_regex,
    bad=[_OTHER, chain(_meets_regex, lambda spec, s: changed(stem=spec.stem.swapcase())(spec, s))],
    holds=lambda item, s: re.fullmatch(s.regex, item.shown) is not None,
    slots={"regex": _simple_regex},
)
DIGIT = Criterion(
    "digit",
    "name",
    "-name '*[0-9]*'",
    "[with a digit in the name|whose names contain a digit|with a number in their name]",
    "have a [digit|number] in their name",
    "[with a digit in its name|whose name contains a digit]",
    good=lambda spec, s: changed(stem=f"{spec.stem}7")(spec, s),
    also=[lambda spec, s: changed(stem=f"0{spec.stem}")(spec, s)],
    bad=[changed(stem="plain")],
    holds=lambda item, s: any(c in "0123456789" for c in item.name),
)
BLANK = Criterion(
    "blank",
    "name",
    "-name '* *'",
    "[with a space in the name|whose names contain spaces|with spaces in their names|"
    "with blanks in the name]",
    "have [a space|spaces] in their names",
    "[with a space in its name|whose name contains spaces]",
    good=lambda spec, s: changed(stem=f"my {spec.stem}")(spec, s),
    bad=[changed(stem="plain")],
    holds=lambda item, s: " " in item.name,
)
NO_EXTENSION = Criterion(
    "noext",
    "name",
    "! -name '*.*'",
    "[without an extension|that have no extension|with no dot in the name]",
    "have no extension",
    good=changed(ext=""),
    bad=[changed(ext="txt")],
    holds=lambda item, s: "." not in item.name,
)
HIDDEN = Criterion(
    "hidden",
    "name",
    "-name '.*'",
    "",
    "are hidden",
    good=lambda spec, s: changed(stem=f".{spec.stem}")(spec, s),
    bad=[_OTHER],
    holds=lambda item, s: item.name.startswith("."),
    adjective="hidden",
)
NOT_HIDDEN = Criterion(
    "nothidden",
    "name",
    "! -name '.*'",
    "[that are not hidden|without hidden ones]",
    "are not hidden",
    "that is not hidden",
    bad=[lambda spec, s: changed(stem=f".{spec.stem}")(spec, s)],
    holds=lambda item, s: not item.name.startswith("."),
)
