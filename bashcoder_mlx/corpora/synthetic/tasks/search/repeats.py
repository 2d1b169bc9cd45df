"""Files with the same content or name, and binary files between texts."""

import hashlib
from collections import Counter
from itertools import groupby

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def _shown(top: str, world: World, s: Bound) -> list[str]:
    """The files below a folder, as find shows them."""
    top = s.fill(top)
    return [f"{'./' if top == '.' else ''}{path}" for path in world.files(top)]


def _groups(world: World, s: Bound, top: str) -> list[list[str]]:
    """The lines of md5sum in order, by their sums."""
    found = sorted(
        f"{hashlib.md5(world[path.removeprefix('./')].data).hexdigest()}  {path}"
        for path in _shown(top, world, s)
    )
    return [list(group) for _, group in groupby(found, lambda line: line[:32])]


def every_copy(world: World, s: Bound, top: str) -> list[str]:
    """All files whose content another has."""
    return [line for group in _groups(world, s, top) if len(group) > 1 for line in group]


def one_copy(world: World, s: Bound, top: str) -> list[str]:
    """The first of each of them."""
    return [group[0] for group in _groups(world, s, top) if len(group) > 1]


def more_names(world: World, s: Bound) -> None:
    """The same names deeper, beyond the folder, and of a folder."""
    for path in ("{dir}/a/deep/same.z", "same.z", "b/x y", "{dir}/once", "{dir}/a/z/in"):
        world.file(s.fill(path), "text\n")


def same_names(world: World, s: Bound, top: str) -> list[str]:
    """The names that several files below a folder have."""
    counted = Counter(path.rpartition("/")[2] for path in _shown(top, world, s))
    return sorted(name for name, many in counted.items() if many > 1)


def texts(world: World, s: Bound, top: str) -> None:
    """Two texts with {word} and a binary file with it, below a folder."""
    top = s.fill(top)
    world.file(f"{top}/a.txt", ["no", f"x {s.word}"])
    world.file(f"{top}/sub/b", [f"{s.word} y", s.word[:-1]])
    world.file(f"{top}/c.bin", b"\0\n" + s.word.encode() + b"\n")
    world.file("beyond/d.bin" if top == "." else "d.txt", b"\0" + s.word.encode() + b"\n")
