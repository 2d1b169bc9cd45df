"""How many patches are written."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def one_each(world: World, s: Bound) -> list[str]:
    """One for each commit."""
    return [str(s.back)]
