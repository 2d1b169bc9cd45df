"""What takes back commits."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def reverted(world: World, s: Bound) -> list[str]:
    """The message of a commit that undoes one of ten, 0 to 9, so many before the last."""
    return [f'Revert "{9 - s.back}"']
