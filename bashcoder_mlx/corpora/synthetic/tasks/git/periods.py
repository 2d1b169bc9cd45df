"""The newest commits, as git prints them."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def newest(world: World, s: Bound) -> list[str]:
    """The last of ten commits, which are called 0 to 9."""
    return [f"<{number}> {number}" for number in range(9, 9 - s.back, -1)]


def newest_moves(world: World, s: Bound) -> list[str]:
    """The last of ten moves of HEAD, by commits that are called 0 to 9."""
    return [f"<{9 - i}> HEAD@{{{i}}}: commit: {9 - i}" for i in range(s.back)]
