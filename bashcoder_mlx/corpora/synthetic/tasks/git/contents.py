"""What a file held before."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def content_before(world: World, s: Bound) -> list[str]:
    """The number that the commit so many before the last of ten, 0 to 9, wrote into the file."""
    return [str(9 - s.back)]
