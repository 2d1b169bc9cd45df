"""Members of archives by number and by size."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_NUMBERS = [str(n) for n in range(1, 101)]


def few(draw: Draw, spaced: bool) -> Value:
    """A slot: two or three."""
    return number(draw.between(2, 3), True)


def numbers(world: World, s: Bound) -> None:
    """A hundred files, named by numbers."""
    for name in _NUMBERS:
        world.file(name, "")


def first_numbers(world: World, s: Bound) -> list[str]:
    """{count} of them."""
    return _NUMBERS[: s.count]


def largest(world: World, s: Bound) -> list[str]:
    """The {few} largest of some files, as tar lists them, without dates."""
    names = ["900 big.txt", "70 in/mid.txt", "8 in/low.txt", "1 tiny.txt"]
    return [f"-rw-r--r-- me {name}" for name in names[: s.few]]
