"""Numbers of other bases."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def based(world: World, s: Bound, slot: str, base: int) -> list[str]:
    """The decimal value of digits of a base."""
    return [str(int(s[slot].data, base))]


def shifted(world: World, s: Bound) -> list[str]:
    """One shifted left."""
    return [str(1 << int(s.places2))]
