"""What loops over numbers print."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def told(
    world: World, s: Bound, line: str, last: str = "{last}", rule: str = "", divisor: str = "1"
) -> list[str]:
    """A line for each number up to that of the range, with the number for # and its square for @.

    Args:
        rule: "divisible" or "else": which of the numbers; all, where it is empty.
        divisor: by what.
    """
    by = int(s.fill(divisor))
    numbers = range(1, int(s.fill(last)) + 1)
    kept = [i for i in numbers if not rule or (i % by == 0) == (rule == "divisible")]
    return [s.fill(line).replace("#", str(i)).replace("@", str(i * i)) for i in kept]


def parity(world: World, s: Bound) -> list[str]:
    """Each number with even or odd."""
    return [f"{i} {('even', 'odd')[i % 2]}" for i in range(1, int(s.last) + 1)]


def factorial(world: World, s: Bound) -> list[str]:
    """The product of the numbers up to one."""
    product = 1
    for i in range(2, int(s.small) + 1):
        product *= i
    return [str(product)]


def fibonacci(world: World, s: Bound) -> list[str]:
    """The first numbers, each the sum of the two before."""
    found = [0, 1]
    while len(found) < int(s.last):
        found.append(found[-1] + found[-2])
    return [str(i) for i in found[: int(s.last)]]


def powers(world: World, s: Bound, last: str) -> list[str]:
    """The powers of two up to an exponent."""
    return [str(2**i) for i in range(int(s[last].data) + 1)]


def table(world: World, s: Bound) -> list[str]:
    """The products of the numbers up to one, a blank after each."""
    numbers = range(1, int(s.last) + 1)
    return ["".join(f"{i * j} " for j in numbers) for i in numbers]


def downwards(world: World, s: Bound) -> list[str]:
    """A countdown with a pause after each number."""
    return [line for i in range(int(s.last), 0, -1) for line in (str(i), "sleep 1")]


def paused(world: World, s: Bound, line: str) -> list[str]:
    """A line for each number, and a pause."""
    return [
        text
        for i in range(1, int(s.last) + 1)
        for text in (s.fill(line).replace("#", str(i)), s.fill("sleep {few}"))
    ]


def stepped(world: World, s: Bound) -> list[str]:
    """The numbers from one to another by a step."""
    return [str(i) for i in range(int(s.step), int(s.upto) + 1, int(s.step))]


def lacking(world: World, s: Bound) -> list[str]:
    """The numbered files that are not there."""
    names = [f"{s.stem}{i}.{s.ext}" for i in range(1, int(s.last) + 1)]
    return [name for name in names if name not in world]


def some(world: World, s: Bound) -> None:
    """A part of the numbered files, one of them a folder with another ending."""
    for i in range(2, int(s.last) + 1, 2):
        world.file(f"{s.stem}{i}.{s.ext}")
    world.dir(f"{s.stem}1.{s.ext}x")


def filled(world: World, s: Bound) -> None:
    """Numbered files with a line each."""
    for i in range(1, int(s.last) + 1):
        world.file(f"{s.stem}{i}.{s.ext}", f"{s.word}\n")
