"""The end of an array."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def sliced(world: World, s: Bound) -> list[str]:
    """Elements of an array of seven from an index on."""
    return [f"x  {i}" for i in range(int(s.few), 7)]
