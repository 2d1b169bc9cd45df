"""What loops print on one line or in a triangle."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def failed(world: World, s: Bound) -> list[str]:
    """Four runs of five fail."""
    return [str(int(s.last) * 4 // 5)]


def dotted(world: World, s: Bound) -> str:
    """Dots, each with the pause after it."""
    return ".1" * int(s.last)


def dashed(world: World, s: Bound) -> str:
    """A line of dashes without its end."""
    return "-" * int(s.last)


def triangle(world: World, s: Bound) -> list[str]:
    """One star, two stars and so on."""
    return ["*" * i for i in range(1, int(s.last) + 1)]


def users(world: World, s: Bound) -> list[str]:
    """The words that add each user."""
    return [f"3 useradd -m {s.user}{i}" for i in range(1, int(s.last) + 1)]
