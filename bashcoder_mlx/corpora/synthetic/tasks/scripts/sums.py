"""Oracle of the multiplication table."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def products(world: World, s: Bound, arguments: Sequence[str]) -> list[str]:
    """A number times 1 to 10."""
    number = int(arguments[0]) if arguments else 5
    return [f"{number} x {i} = {number * i}" for i in range(1, 11)]
