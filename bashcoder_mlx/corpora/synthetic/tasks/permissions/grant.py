"""Permissions by letters, on one file with another beside it."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_WHO = {"u": 0o700, "g": 0o070, "o": 0o007}
_RIGHTS = {"r": 0o444, "w": 0o222, "x": 0o111}


def _mask(who: str) -> int:
    return 0o777 if who == "a" else sum(_WHO[letter] for letter in who)


def _bits(who: str, rights: str) -> int:
    return _mask(who) & sum(_RIGHTS[letter] for letter in rights)


def _begin(world: World, s: Bound, mode: int) -> None:
    # The owner can always read a file of a trial, so that it can be compared.
    world.file(s.path, "x\n", mode | 0o400)
    world.file("other", "", mode | 0o400)


def without(world: World, s: Bound, who: str, rights: str) -> None:
    """A file on which these rights are missing, and nothing else of some."""
    _begin(world, s, 0o640 & ~_bits(who, rights))


def having(world: World, s: Bound, who: str, rights: str) -> None:
    """A file on which these rights are given, and most others."""
    _begin(world, s, 0o751 | _bits(who, rights))


def mixed(world: World, s: Bound, who: str, rights: str) -> None:
    """A file with other rights than these."""
    _begin(world, s, 0o777 & ~(_mask(who) & 0o525) | _mask(who) & ~_bits(who, rights) & 0o222)


def given(world: World, s: Bound, who: str, rights: str) -> None:
    """Adds the rights."""
    world[s.path].mode |= _bits(who, rights)


def taken(world: World, s: Bound, who: str, rights: str) -> None:
    """Takes the rights away."""
    world[s.path].mode &= ~_bits(who, rights)


def exactly(world: World, s: Bound, who: str, rights: str) -> None:
    """Sets the rights of these to just those."""
    node = world[s.path]
    node.mode = node.mode & ~_mask(who) | _bits(who, rights)
