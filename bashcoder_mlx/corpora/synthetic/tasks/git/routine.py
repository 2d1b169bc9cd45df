"""What is left after commits were combined."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def squashed(world: World, s: Bound) -> list[str]:
    """The message of the one commit, and how many files it has: one of each of the old ones."""
    return [s["text"].data, str(s.back)]
