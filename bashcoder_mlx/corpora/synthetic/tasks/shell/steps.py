"""What values set on one line lead to."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def added(world: World, s: Bound) -> list[str]:
    """The sum of two numbers."""
    return [str(s.n + s.n2)]
