"""Permissions by letters, of all that a folder holds."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import Node, World

_WHO = {"u": 0o700, "g": 0o070, "o": 0o007, "a": 0o777}
_RIGHTS = {"r": 0o444, "w": 0o222, "x": 0o111, "X": 0o111}


def _bits(who: str, rights: str) -> int:
    mask = sum(_WHO[letter] for letter in who)
    return mask & sum(_RIGHTS[letter] for letter in rights)


def _below(world: World, s: Bound) -> Iterator[Node]:
    return (world[path] for path in (s.dir, *world.paths(s.dir)))


def entered(world: World, s: Bound, who: str, rights: str) -> None:
    """A folder inside that these cannot enter yet, and a file that they cannot use."""
    world[f"{s.dir}/in"].mode &= ~_bits(who, rights)
    world[f"{s.dir}/in/b.txt"].mode &= ~_bits(who, rights)


def writable(world: World, s: Bound, who: str) -> None:
    """Some of all is writable for these, and may be entered or run."""
    for node in _below(world, s):
        if node.mode & 0o111:
            node.mode |= _bits(who, "rwx")


def given(world: World, s: Bound, who: str, rights: str) -> None:
    """Adds the rights; X is x for folders, and for files that someone may run."""
    for node in _below(world, s):
        runs = node.kind == "dir" or node.mode & 0o111
        node.mode |= _bits(who, rights if runs else rights.replace("X", ""))


def taken(world: World, s: Bound, who: str, rights: str) -> None:
    """Takes the rights away."""
    for node in _below(world, s):
        node.mode &= ~_bits(who, rights)
