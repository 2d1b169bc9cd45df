"""What a file held before."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def state_before(world: World, s: Bound) -> list[str]:
    """The last line of a file to which each of ten commits, 0 to 9, added its number."""
    return [str(9 - s.back)]
