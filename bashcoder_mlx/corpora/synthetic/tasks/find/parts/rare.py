"""What is asked of files now and then: two reference files, neither owner nor group, the type of a
file system, sizes of at most so much, folders pruned in other ways, negated expressions.
"""

from dataclasses import replace
from fnmatch import fnmatchcase

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import system as y
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import wide as w
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import (
    Criterion,
    chain,
    changed,
    either,
    keep,
    negated,
)
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.tree import Item, Spec

NOT_NEWER_AND_OWNED = Criterion(
    "notnewerowned",
    "time",
    r"! \( -newer {file} -user {user} \)",
    "[that are not both newer than {file} and owned by {user}"
    "|except those that are newer than {file} and belong to {user}]",
    "are not both newer than {file} and owned by {user}",
    good=t.NEWER_FILE.bad[0],
    also=[
        chain(t.NEWER_FILE.good, o.OWNER.bad[0]),
        chain(t.NEWER_FILE.bad[0], o.OWNER.good),
    ],
    bad=[chain(t.NEWER_FILE.good, o.OWNER.good)],
    holds=lambda item, s: not (t.NEWER_FILE.holds(item, s) and o.OWNER.holds(item, s)),
    setup=t.NEWER_FILE.setup,
)
NEITHER_KNOWN = replace(
    either(o.NO_OWNER, y.NO_GROUP, "unowned"),
    test="-nouser -o -nogroup",
    macos="",
    post="[without an owner or a group|whose owner or group does not exist"
    "|that belong to no known user or no known group]",
    are="[have no owner or no group|belong to no known user or group]",
)
NEITHER_KNOWN_GROUPED = replace(
    NEITHER_KNOWN, key="unownedgrouped", test=r"\( -nouser -o -nogroup \)"
)


def _two_files(world, s: Bound) -> None:
    world.file(s.file, "reference\n", days=9)
    world.file(s.file2, "reference\n", days=3)


BETWEEN_FILES = Criterion(
    "betweenfiles",
    "time",
    "-newer {file} ! -newer {file2}",
    "[newer than {file} but not newer than {file2}|changed after {file} but not after {file2}"
    "|between {file} and {file2} in age]",
    "[are newer than {file} but not newer than {file2}|were changed after {file}, not after "
    "{file2}]",
    good=changed(days=6.0),
    bad=[changed(days=12.0), changed(days=1.0)],
    holds=lambda item, s: 3 <= item.days < 9,
    setup=_two_files,
)
NOT_REGEX = negated(
    w.PLAIN_REGEX,
    "[whose paths do not match the [regex|regular expression]|except paths like the regex] {regex}",
    "have paths that do not match the [regex|regular expression] {regex}",
    [changed(stem="other")],
)
NOT_CONTAINS_ANY_CASE = negated(
    n.CONTAINS_ANY_CASE,
    "[without {word} in the name, in any case|whose names do not contain {word} in upper or lower "
    "case|except those with {word} in the name, whatever its case]",
    "do not have {word} in their name, in any case",
    [keep],
)
ON_TYPE = replace(
    o.OWNER,
    key="fstype",
    test="-fstype {fstype}",
    post="[on [{fstype}|a {fstype} file system|{fstype} file systems|{fstype} partitions]"
    "|that lie on {fstype} file systems]",
    are="are on {fstype} [file systems|partitions]",
    slots={"fstype": one_of("ext4", "ext3", "xfs", "btrfs", "nfs", "vfat", "tmpfs")},
)
NOT_ON_TYPE = negated(
    ON_TYPE,
    "[not on {fstype} file systems|that are not on {fstype} partitions|except on {fstype}]",
    "are not on {fstype} file systems",
)
FILE_SYSTEMS = """\
owner={fstype}
eval "any_$(declare -f find)"
find() { any_find "${@/#-fstype/-user}"; }"""
"""What stands for an owner stands for the type of a file system."""
AT_MOST_SIZE = Criterion(
    "atmostsize",
    "size",
    r"\( -size {size} -o -size -{size} \)",
    "[of at most {size}|of {size} or less|no larger than {size}]",
    "are [at most {size} large|no larger than {size}]",
    good=changed(size=lambda s: z.many(s)),
    also=[changed(size=lambda s: z.many(s) - 1)],
    bad=[changed(size=lambda s: z.many(s) + 1)],
    holds=lambda item, s: item.size <= z.many(s),
    slots=z.SMALLER.slots,
)


def _pruned(item: Item, s: Bound) -> bool:
    """Whether it is or lies in a folder of the name."""
    return s.skip in item.folders or (item.name == s.skip and item.node.kind == "dir")


def _named_alike(spec: Spec, s: Bound) -> None:
    spec.folder, spec.stem, spec.ext, spec.kind = "alike", s.skip, "", "file"


PRUNING_FOLDERS = replace(
    p.PRUNING,
    key="prunefolders",
    test="-type d -name {skip}",
    tail="[, not descending into|, leaving out|, pruning|, without going into] "
    "[folders|directories] called {skip.raw} [(folders alone)|but no files of that name]",
    also=[*p.PRUNING.also, _named_alike],
    holds=lambda item, s: not _pruned(item, s),
)


def _without(key: str, test: str, tail: str, base: Criterion) -> Criterion:
    # Before other tests, as what they refuse is not pruned.
    return replace(base, key=key, group="depth", test=test, tail=tail, prune=False)


WITHOUT_PATH = _without(
    "notprunepath",
    r"! \( -path ./{skip} -prune \)",
    "[, leaving out|, but not below|, without] ./{skip.raw} [by a negated|with !, parentheses and] "
    "-prune",
    y.WITHOUT_PATH,
)
WITHOUT_NAME = _without(
    "notprune",
    r"! \( -name {skip} -prune \)",
    "[, leaving out|, but not below|, without] {skip} [by a negated|with !, parentheses and] "
    "-prune",
    p.PRUNING,
)
NOT_INSIDE = Criterion(
    "notinside",
    "path",
    "-print -name {skip} -prune",
    tail="[, but not the contents of|, but nothing inside|, without what is inside|, ignoring the "
    "contents of] {skip}",
    slots=p.PRUNING.slots,
    bad=p.SKIPPING.bad,
    also=p.SKIPPING.also,
    holds=lambda item, s: s.skip not in item.folders,
)
NOT_HIDDEN_BY_REGEX = replace(
    p.NO_HIDDEN_PATHS,
    key="nodotsregex",
    group="perm",
    test=r"\( ! -regex '.*/\..*' \)",
    tail="[, ignoring|, skipping|, leaving out] hidden [files and folders|ones] by a regex",
)


TOPMOST = replace(
    n.FOLDER_CALLED,
    key="topmost",
    test="-name {name} -prune",
    post="[called|named] {name}, but [none|not those] inside [another of that name|one another]",
    are="are called {name} and not inside another of that name",
    bad=[
        *n.FOLDER_CALLED.bad,
        chain(n.FOLDER_CALLED.good, lambda spec, s: changed(folder=f"part/{s.name}")(spec, s)),
    ],
    holds=lambda item, s: item.name == s.name and s.name not in item.folders,
)


def _text_of_ext(spec: Spec, s: Bound) -> None:
    spec.ext = s.ext if spec.folder else s.ext.upper()


NOT_HIDDEN_OF_EXT = Criterion(
    "nothiddenext",
    "name",
    r"\( -iname '*.{ext}' ! -iname '.*' \)",
    "[ending in .{ext.raw} in any case that are not hidden|named *.{ext.raw}, in upper or lower "
    "case, but not hidden]",
    "end in .{ext.raw} in any case and are not hidden",
    good=_text_of_ext,
    also=[changed(ext=lambda s: s.ext)],
    bad=[
        changed(ext="zzz"),
        chain(_text_of_ext, lambda spec, s: changed(stem=f".{spec.stem}")(spec, s)),
    ],
    holds=lambda item, s: (
        fnmatchcase(item.name.lower(), f"*.{s.ext.lower()}") and not item.name.startswith(".")
    ),
)
