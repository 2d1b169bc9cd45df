"""Conditions on the file f of a loop."""

import posixpath
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Guard
from bashcoder_mlx.trial.world import World

STRICT = "set -e"  # so that a loop ends where it does what it should not try
Make = Callable[[World, str, Bound, bool], None]


def _folder(world: World, path: str, s: Bound, holds: bool) -> None:
    if holds:
        world.remove(path)
        world.file(f"{path}/inside", ["x"])


def _file(world: World, path: str, s: Bound, holds: bool) -> None:
    _folder(world, path, s, not holds)


def _link(world: World, path: str, s: Bound, holds: bool) -> None:
    if holds:
        world.file("target  of", ["linked", "to"], days=9)
        world.link(path, posixpath.relpath("target  of", posixpath.dirname(path) or "."))


def _exists(world: World, path: str, s: Bound, holds: bool) -> None:
    if not holds:
        world.remove(path)


def _missing(world: World, path: str, s: Bound, holds: bool) -> None:
    _exists(world, path, s, not holds)


def _empty(world: World, path: str, s: Bound, holds: bool) -> None:
    if holds:
        world.file(path, days=9)


def _filled(world: World, path: str, s: Bound, holds: bool) -> None:
    _empty(world, path, s, not holds)


def _program(world: World, path: str, s: Bound, holds: bool) -> None:
    world[path].mode = 0o755 if holds else 0o644


def _plain(world: World, path: str, s: Bound, holds: bool) -> None:
    _program(world, path, s, not holds)


def _with(world: World, path: str, s: Bound, holds: bool) -> None:
    said = f"-{s.word}-" if holds else s.word.swapcase()
    world.file(path, ["first", *([said] * 3), "end"], days=9)


def _without(world: World, path: str, s: Bound, holds: bool) -> None:
    _with(world, path, s, not holds)


def _long(world: World, path: str, s: Bound, holds: bool) -> None:
    world.file(path, [f"line {i}" for i in range(s.n + holds)], days=9)


def _large(world: World, path: str, s: Bound, holds: bool) -> None:
    world.file(path, "x" * (s.n + holds - 1) + "\n", days=9)


def _newer(world: World, path: str, s: Bound, holds: bool) -> None:
    world.file(s.stem, ["then"], days=20)
    world[path].age = (10 if holds else 30) * 86400.0


def _backed(world: World, path: str, s: Bound, holds: bool) -> None:
    if not holds:
        world.file(f"{path}.bak", ["kept"], days=9)


GUARDS = (
    Guard("dir", '[ -d "$f" ]', "is a [folder|directory]", "mixed folder", make=_folder, weight=2),
    Guard(
        "file",
        '[ -f "$f" ]',
        "is a [regular|plain] file",
        "mixed",
        make=_file,
        before=STRICT,
        weight=2,
    ),
    Guard(
        "no-dir", '[ ! -d "$f" ]', "is no [folder|directory]", "mixed", make=_file, before=STRICT
    ),
    Guard("link", '[ -L "$f" ]', "is a symbolic link", "mixed link", make=_link),
    Guard("exists", '[ -e "$f" ]', "exists", "named", make=_exists, before=STRICT, weight=2),
    Guard(
        "missing",
        '[ ! -e "$f" ]',
        "[does not exist|is missing]",
        "named gone",
        '[ -e "$f" ]',
        make=_missing,
        before=STRICT,
        weight=2,
    ),
    Guard("empty", '[ ! -s "$f" ]', "is empty", "", '[ -s "$f" ]', make=_empty, weight=2),
    Guard("filled", '[ -s "$f" ]', "is not empty", "", make=_filled, weight=2),
    Guard("program", '[ -x "$f" ]', "is executable", "", make=_program),
    Guard("plain", '[ ! -x "$f" ]', "is not executable", "", '[ -x "$f" ]', make=_plain),
    Guard("with", 'grep -q {word} "$f"', "contains {word}", "", make=_with, weight=2),
    Guard(
        "without",
        '! grep -q {word} "$f"',
        "does not contain {word}",
        "",
        'grep -q {word} "$f"',
        make=_without,
        weight=2,
    ),
    Guard("long", '[ "$(wc -l < "$f")" -gt {n} ]', "has more than {n} lines", "", make=_long),
    Guard("large", '[ "$(wc -c < "$f")" -gt {n} ]', "has more than {n} bytes", "", make=_large),
    Guard("newer", '[ "$f" -nt {stem} ]', "is newer than [the file |]{stem.raw}", make=_newer),
    Guard(
        "unsaved",
        '[ ! -e "$f.bak" ]',
        "has no copy NAME.bak yet",
        "named",
        '[ -e "$f.bak" ]',
        make=_backed,
    ),
)
