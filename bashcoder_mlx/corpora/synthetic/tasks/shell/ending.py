"""Arguments that are left."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def following(world: World, s: Bound) -> list[str]:
    """The argument after those that are dropped."""
    return [str(int(s.few) + 1)]
