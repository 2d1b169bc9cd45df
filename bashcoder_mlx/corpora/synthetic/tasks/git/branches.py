"""Where a branch stands after it was moved."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def commits_left(world: World, s: Bound) -> list[str]:
    """The current branch, and how many of ten commits are left on the one moved back."""
    return ["trunk", str(10 - s.back)]
