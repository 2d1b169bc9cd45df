"""A commit before the last one."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def steps_before(world: World, s: Bound) -> list[str]:
    """The message of one of ten commits, 0 to 9, so many before the last; and its new lines."""
    return [f"    {9 - s.back}", "1"]
