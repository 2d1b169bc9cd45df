"""Which files were changed most often."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def busiest(world: World, s: Bound) -> list[str]:
    """The first of nine files, f9 to f1, that were changed in nine to one commits."""
    return [f"{number:7} f{number}" for number in range(9, 9 - s.few, -1)]
