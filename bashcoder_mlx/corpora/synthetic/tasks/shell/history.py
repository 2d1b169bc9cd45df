"""What is left and found in the list of commands."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def last(world: World, s: Bound) -> list[str]:
    """The last of 120 entries."""
    return [f"{i:5}  echo {i}" for i in range(121 - s.count, 121)]


def without_one(world: World, s: Bound) -> list[str]:
    """Seven entries without one."""
    return [" ".join(str(i) for i in range(1, 8) if str(i) != s.few)]
