"""What loops over files go through; the variable is f."""

from collections.abc import Callable, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Head
from bashcoder_mlx.trial.world import World

_NAMES = ("a  x", "b  y", r"c\d")


def _globbed(*patterns: str) -> Callable[[Bound], list[str]]:
    """Names that the patterns find, those with blanks and a backslash."""
    return lambda s: [s.fill(pattern).replace("*", name) for pattern in patterns for name in _NAMES]


def _beside(*paths: str) -> Callable[[World, Bound], None]:
    """Files that a loop must leave alone."""

    def setup(world: World, s: Bound) -> None:
        for path in paths:
            world.file(s.fill(path), ["other"], days=9)

    return setup


def _listed(world: World, s: Bound) -> None:
    world.file(s.txt, list(_list_of(s)), days=9)


def _list_of(s: Bound) -> Sequence[str]:
    return ("a  x.one", "b  y.two", r"c\d.one")


HERE = Head(
    "here",
    "for f in *.{kind.ext}; do",
    "[|all ]the {kind} here",
    "of the {kind} [here|in this folder]",
    _globbed("*.{kind}"),
    _beside(".b.{kind}", "d.{kind}x", "e/f.{kind}"),
    kind="glob here",
    weight=3,
)
INSIDE = Head(
    "inside",
    "for f in {dir}/*.{kind.ext}; do",
    "[|all ]the {kind} in {dir}",
    "of the {kind} in {dir}",
    _globbed("{dir}/*.{kind}"),
    _beside("{dir}/.b.{kind}", "{dir}/d.{kind}x", "{dir}/e/f.{kind}", "g.{kind}"),
    kind="glob",
    weight=2,
)
ALL = Head(
    "all",
    "for f in *; do",
    "[everything here|all names in this folder|the entries of the current folder]",
    "[entry here|file or folder here|entry of the current folder]",
    lambda s: _NAMES,
    _beside(".b", ".hidden"),
    kind="glob here mixed",
    weight=3,
)
UNDER = Head(
    "under",
    "for f in {dir}/*; do",
    "everything in {dir}",
    "[entry of|file or folder in] {dir}",
    _globbed("{dir}/*"),
    _beside("{dir}/.b", "g"),
    kind="glob mixed",
    weight=2,
)
KINDS = Head(
    "kinds",
    "for f in *.{ext} *.{ext2}; do",
    "the .{ext.raw} and .{ext2.raw} files here",
    "of the .{ext.raw} and .{ext2.raw} files here",
    _globbed("*.{ext}", "*.{ext2}"),
    _beside("d.{ext}x", "{ext}", ".b.{ext2}"),
    kind="glob here",
    weight=1.5,
)
TWO = Head(
    "two",
    "for f in {file} {file2}; do",
    "{file.raw} and {file2.raw}",
    "of {file.raw} and {file2.raw}",
    lambda s: [s.file, s.file2],
    kind="named slots mixed",
    before="IFS=.",
)
THREE = Head(
    "three",
    "for f in {file} {file2} {file3}; do",
    "{file.raw}, {file2.raw} and {file3.raw}",
    "of {file.raw}, {file2.raw} and {file3.raw}",
    lambda s: [s.file, s.file2, s.file3],
    kind="named slots mixed",
    before="IFS=.",
    weight=1.5,
)
LIST = Head(
    "list",
    "while read -r f; do",
    "the files [listed|named] in {txt}",
    "file [listed|named] in {txt}",
    _list_of,
    _listed,
    "; done < {txt}",
    "a while read loop",
    "[| with while read| in a while loop]",
    kind="named here mixed",
    weight=1.5,
)
WORDS = Head(
    "words",
    "for f in $(cat {txt}); do",
    "the file names that cat prints of {txt}",
    "file name that cat prints of {txt}",
    lambda s: ("a-x.one", "b.two", "c.one"),
    lambda world, s: world.file(s.txt, ["a-x.one", "b.two", "c.one"], days=9) and None,
    kind="named here mixed",
)
FOUND = Head(
    "found",
    "find {dir} -name {kind} | while read -r f; do",
    "the {kind} that find finds below {dir}",
    "of the {kind} that find finds below {dir}",
    _globbed("{dir}/*.{kind}", "{dir}/e/2*.{kind}"),
    _beside("{dir}/d.{kind}x", "g.{kind}"),
    "; done",
    "a while read loop behind find",
    ", with find and while read",
    kind="glob found",
    ordered=False,
)
FOUND_SAFE = Head(
    "safe",
    "find {dir} -name {kind} -print0 | while IFS= read -r -d '' f; do",
    "the {kind} that find finds below {dir}[, any names|, whatever their names]",
    "of the {kind} that find finds below {dir}[, any names|, whatever their names]",
    _globbed("{dir}/ *.{kind}", "{dir}/\n*.{kind}"),
    _beside("{dir}/d.{kind}x", "g.{kind}"),
    "; done",
    "a while read loop behind find -print0",
    ", with find -print0 and while read",
    kind="glob found",
    ordered=False,
)
EVERY = (HERE, INSIDE, ALL, UNDER, KINDS, TWO, THREE, LIST, WORDS, FOUND, FOUND_SAFE)
