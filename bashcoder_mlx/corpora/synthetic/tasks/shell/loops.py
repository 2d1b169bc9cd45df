"""What loops over numbers print and make."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def repeated(world: World, s: Bound, text: str) -> list[str]:
    """The text as often as `count` says; # is the number of the round."""
    return [s.fill(text).replace("#", str(i)) for i in range(1, s.count + 1)]


def counted(world: World, s: Bound, form: str, last: str) -> list[str]:
    """The numbers from 1 to the value of a slot in a form."""
    return [s.fill(form.format(i=i)) for i in range(1, s[last].data + 1)]


def down(world: World, s: Bound) -> list[str]:
    """A countdown to 1."""
    return [str(i) for i in range(s.n, 0, -1)]


def multiples(world: World, s: Bound) -> list[str]:
    """The first multiples of n."""
    return [str(s.n * i) for i in range(1, s.count + 1)]


def squares(world: World, s: Bound) -> list[str]:
    """The squares up to that of n."""
    return [str(i * i) for i in range(1, s.n + 1)]


def summed(world: World, s: Bound) -> str:
    """The sum of the numbers up to n."""
    return f"{s.n * (s.n + 1) // 2}\n"


def made(world: World, s: Bound, kind: str) -> None:
    """Numbered directories or files."""
    for name in (f"{s.stem}{i}" for i in range(1, s.count + 1)):
        world.dir(name) if kind == "dir" else world.file(f"{name}.{s.ext}")


def copied(world: World, s: Bound) -> None:
    """Copies with a number and a dash before the name."""
    for i in range(1, s.count + 1):
        world.copy(s.txt, f"{i}-{s.txt}")
