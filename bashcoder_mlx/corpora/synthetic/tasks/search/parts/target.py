"""What is searched: a file, several, standard input, a compressed log, folders."""

import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Slot, Value, named, words
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True, kw_only=True)
class Target:
    """The files that are searched."""

    key: str
    words: str
    """The last words of the command."""
    noun: str
    """In English, after "search" or "lines of"."""
    paths: Callable[[Bound], Sequence[str]] = lambda s: ()
    """Files to make, searched or not."""
    searched: Callable[[World, Bound], list[str]] = lambda world, s: []
    """Those that are searched, as grep shows their names."""
    program: str = "grep"
    options: str = ""
    """Long options before the pattern."""
    flags: str = ""
    many: bool = False
    """Whether several files are searched, so that grep shows their names."""
    ordered: bool = True
    """Whether it shows them in an order that is known."""
    given: str = ""
    """What one can have: "I have {log}; …"; nothing for folders."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    before: str = ""
    """Bash that comes first where it is tried."""
    linux: bool = False
    """Whether there is such a command on Linux only."""

    def write(self, world: World, path: str, lines: list[str]) -> None:
        """Makes a file."""
        if path.endswith(".gz"):
            world.file(path, gzip.compress("".join(f"{x}\n" for x in lines).encode(), mtime=0))
        else:
            world.file(path, lines)


LISTING = ".listing"
"""What standard input is, or another command prints, where that is tried."""


def _text(slot: str) -> Slot:
    """The general slot, without what is no text."""

    def draw_text(draw: Draw, spaced: bool) -> Value:
        while (value := SLOTS[slot](draw, spaced)).data not in words("searchable_ext"):
            pass
        return value

    return draw_text


def _skipped(draw: Draw, spaced: bool) -> Value:
    raw = draw.pick(words("skipped")) if draw.chance(0.7) else SLOTS["stem"](draw, False).data
    return named(raw, (raw, raw, f"the {raw} folder", f"{raw} folders", f"the directory {raw}"))


TEXTS: Mapping[str, Slot] = {"kind": _text("kind"), "ext": _text("ext")}
SKIP: Mapping[str, Slot] = {"skip": _skipped}


def _below(s: Bound) -> str:
    return s.dir if "dir" in s else "."


def _deep(*kept: Callable[[str, Bound], bool]) -> Callable[[World, Bound], list[str]]:
    """The files below a folder for whose path, counted from the folder, all of this holds."""

    def searched(world: World, s: Bound) -> list[str]:
        top = _below(s)
        start = 0 if top == "." else len(top) + 1
        found = [p for p in world.files(top) if all(keep(p[start:], s) for keep in kept)]
        return [path if top != "." else f"./{path}" for path in found]

    return searched


def _of_kind(path: str, s: Bound) -> bool:
    return fnmatchcase(path, f"*.{s.kind}")


def _not_of_kind(path: str, s: Bound) -> bool:
    return not _of_kind(path, s)


def _of_two_kinds(path: str, s: Bound) -> bool:
    return path.endswith((f".{s.ext}", f".{s.ext2}"))


def _not_skipped(path: str, s: Bound) -> bool:
    return s.skip not in path.split("/")[:-1]


def _tree(s: Bound) -> list[str]:
    """Files at several depths, hidden ones too, of the kinds that are named and of another."""
    top = _below(s)
    extensions = [s.kind] if "kind" in s else [s.ext, s.ext2] if "ext" in s else ["txt"]
    names = [f"{name}.{e}" for e in (*extensions, "zzz") for name in ("a", "sub/b", "sub/deep/c")]
    names += [f"{extensions[0]}", f"sub/{extensions[0]}.b.old", ".hidden/d.zzz"]
    names += [f"v:0.1/g.{extensions[0]}", "v:0.1/h.zzz"]
    if "skip" in s:
        names += [f"{s.skip}/d.{extensions[0]}", f"sub/{s.skip}/e.{extensions[0]}"]
        names += [f"sub/{s.skip}s/f.{extensions[0]}"]
    return [f"{top}/{name}" for name in names] + ["beyond/f.txt"] * (top != ".")


_HERE = """[in this folder and its subfolders|in this directory and below|\
under the current directory|in all subfolders]"""
_THERE = "[in|under|below|inside] {dir}"
_BUT = "[ except in| but not in| excluding| outside of] {skip}"
_TWO = "[{ext.raw} and {ext2.raw}|.{ext.raw} and .{ext2.raw}] files"


def _folder(key: str, words: str, noun: str, options: str = "", slots=None, *kept) -> Target:
    return Target(
        key=key,
        words=words,
        noun=noun,
        paths=_tree,
        searched=_deep(*kept),
        options=options,
        flags="r",
        many=True,
        ordered=False,
        slots=slots or {},
    )


FILE = Target(
    key="file",
    words="{file}",
    noun="{file}",
    paths=lambda s: [s.file, "other.zzz"],
    searched=lambda world, s: [s.file],
    given="{file}",
)
LOG = Target(
    key="gz",
    words="{log}.gz",
    noun="[the compressed [log|file]|the gzipped log|the gzip file] {log.raw}.gz",
    paths=lambda s: [f"{s.log}.gz", "other.zzz"],
    searched=lambda world, s: [f"{s.log}.gz"],
    program="zgrep",
)
INPUT = Target(
    key="input",
    words="",
    noun="[standard input|stdin|the input]",
    paths=lambda s: [LISTING],
    searched=lambda world, s: [LISTING],
    before=f"exec < {LISTING}",
)
TWO = Target(
    key="two",
    words="{file} {file2}",
    noun="{file} and {file2}",
    paths=lambda s: [s.file, s.file2, "other.zzz"],
    searched=lambda world, s: [s.file, s.file2],
    many=True,
    given="{file} and {file2}",
)
KINDS = Target(
    key="kind",
    words="{kind.glob}",
    noun="{kind} directly in [this folder|the current directory]",
    paths=lambda s: [f"a.{s.kind}", f"b c.{s.kind}", f"d.{s.kind}", "c.zzz", f"sub/d.{s.kind}"],
    searched=lambda world, s: world.glob(f"*.{s.kind}"),
    many=True,
    slots=TEXTS,
)
HERE = _folder("here", ".", f"files {_HERE}")
THERE = _folder("dir", "{dir}", f"files {_THERE}")
FOLDERS = (
    HERE,
    THERE,
    _folder("kind-here", ".", f"{{kind}} {_HERE}", "--include={kind}", TEXTS, _of_kind),
    _folder("kind-dir", "{dir}", f"{{kind}} {_THERE}", "--include={kind}", TEXTS, _of_kind),
    _folder(
        "two-here",
        ".",
        f"{_TWO} {_HERE}",
        "--include='*.{ext}' --include='*.{ext2}'",
        TEXTS,
        _of_two_kinds,
    ),
    _folder(
        "but-kind-here",
        ".",
        f"files {_HERE}[ except| but not|, excluding] {{kind}}",
        "--exclude={kind}",
        TEXTS,
        _not_of_kind,
    ),
    _folder("skip-here", ".", f"files {_HERE}{_BUT}", "--exclude-dir={skip}", SKIP, _not_skipped),
    _folder(
        "skip-dir", "{dir}", f"files {_THERE}{_BUT}", "--exclude-dir={skip}", SKIP, _not_skipped
    ),
    _folder(
        "kind-skip-here",
        ".",
        f"{{kind}} {_HERE}{_BUT}",
        "--include={kind} --exclude-dir={skip}",
        {**TEXTS, **SKIP},
        _of_kind,
        _not_skipped,
    ),
)
"""Folders with all that is below them."""
