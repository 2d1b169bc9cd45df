"""What declared variables hold afterwards."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def one_more(world: World, s: Bound, then: str = "") -> list[str]:
    """The next number, and a line after it."""
    return [str(s.n + 1), *([then] if then else [])]


def in_case(world: World, s: Bound, upper: bool) -> list[str]:
    """The word and an x, in upper or lower case."""
    text = f"{s.word}x"
    return [text.upper() if upper else text.lower()]


def without_one(world: World, s: Bound) -> list[str]:
    """The indices of an array of seven without one of them."""
    return [" ".join(str(i) for i in range(7) if str(i) != s.few)]
