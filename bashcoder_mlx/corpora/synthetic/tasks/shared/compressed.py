"""Compressed files of many lines."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import pack
from bashcoder_mlx.trial.world import World

_PACKED = ("gz", "bz2", "xz", "zip", "tgz")
_LINES = [f"line {number}" for number in range(1, 121)]


def unpacked(draw: Draw, spaced: bool) -> Value:
    """A slot: a kind of files that are not compressed already."""
    while (value := SLOTS["kind"](draw, spaced)).data in _PACKED:
        pass
    return value


def numbered(world: World, s: Bound, name: str) -> None:
    """A compressed file of 120 lines."""
    path = s.fill(name)
    text = "".join(f"{line}\n" for line in _LINES).encode()
    world.file(path, pack(text, path.rsplit(".", 1)[1]))


def some_of(world: World, s: Bound, end: str) -> list[str]:
    """{count} of its lines, from the head or the tail."""
    return _LINES[: s.count] if end == "head" else _LINES[-s.count :]
