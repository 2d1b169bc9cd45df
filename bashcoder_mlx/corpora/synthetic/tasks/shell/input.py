"""Characters that are typed."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def typed(world: World, s: Bound) -> list[str]:
    """As many as are read."""
    return ["abcdefghijklmnop"[: int(s.few)]]
