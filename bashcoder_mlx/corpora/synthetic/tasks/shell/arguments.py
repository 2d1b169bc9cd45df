"""Words and numbers that xargs passes on."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_MANY = [f"w{i:03}" for i in range(1, 203)]


def few(draw: Draw, spaced: bool) -> Value:
    """How many processes at a time."""
    return number(draw.between(2, 16), True)


def many_words(world: World, s: Bound) -> None:
    """A file of more words than a group has, two on a line."""
    pairs = zip(_MANY[::2], _MANY[1::2], strict=True)
    world.file(s.txt, [" ".join(pair) for pair in pairs])


def many_files(world: World, s: Bound) -> None:
    """More files than a group has, and a hidden one."""
    for name in (*_MANY, ".hidden"):
        world.file(name)


def grouped(world: World, s: Bound) -> list[str]:
    """The many words, as many on a line as `count` says."""
    return [" ".join(_MANY[at : at + s.count]) for at in range(0, len(_MANY), s.count)]


def numbered(world: World, s: Bound, kind: str) -> None:
    """Files or directories with the numbers up to n after the stem."""
    for name in (f"{s.stem}{i}" for i in range(1, s.n + 1)):
        world.dir(name) if kind == "dir" else world.file(f"{name}.{s.ext}")


def repeated(world: World, s: Bound) -> list[str]:
    """What a script prints, as often as it runs."""
    return ["run 0"] * s.count
