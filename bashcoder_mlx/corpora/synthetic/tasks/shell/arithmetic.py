"""Results of arithmetic."""

from collections.abc import Callable, Mapping, Sequence

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def small(draw: Draw, spaced: bool) -> Value:
    """A number whose powers do not overflow 64 bits."""
    return number(draw.between(2, 12))


def many(draw: Draw, spaced: bool) -> Value:
    """A number that is large enough to be divided."""
    return number(draw.between(1000, 9999))


def places(draw: Draw, spaced: bool) -> Value:
    """How many decimals."""
    return number(draw.between(2, 9), True)


def computed(world: World, s: Bound, operator: str) -> Sequence[str]:
    """What the command prints, or stores and prints then."""
    return [str(_RESULTS[operator](s))]


def _decimals(numerator: int, denominator: int, digits: int) -> str:
    """As bc writes it: cut off, without a zero before the point."""
    whole, rest = divmod(numerator * 10**digits // denominator, 10**digits)
    return f"{whole or ''}.{rest:0{digits}}"


_RESULTS: Mapping[str, Callable[[Bound], object]] = {
    "add": lambda s: s.n + s.n2,
    "subtract": lambda s: s.n - s.n2,
    "multiply": lambda s: s.n * s.n2,
    "divide": lambda s: s.many // s.n,
    "remainder": lambda s: s.n % s.n2,
    "power": lambda s: s.small**s.small2,
    "increment": lambda s: 5 + s.n,
    "divide-decimals": lambda s: _decimals(s.n, s.n2, s.places),
    "hexadecimal": lambda s: f"{s.n:x}",
    "from-hexadecimal": lambda s: int(s.hex, 16),
    "octal": lambda s: f"{s.n:o}",
    "binary": lambda s: f"{s.n:b}",
    "zeros": lambda s: f"{s.n:0{s.count}}",
    # A variable named RANDOM that was unset has lost its magic, so its value is known.
    "random-up-to": lambda s: 32767 % s.n + 1,
}
