"""What commits were before the last one; ten commits, 0 to 9, each with a line of its number."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def steps_before(world: World, s: Bound) -> list[str]:
    """The message of the commit so many steps back, and how many lines it added."""
    return [f"    {9 - s.back}", "1"]


def content_before(world: World, s: Bound) -> list[str]:
    """The content of the file so many steps back."""
    return [str(9 - s.back)]
