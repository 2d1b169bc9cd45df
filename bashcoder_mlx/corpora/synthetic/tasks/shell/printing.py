"""What printf stores."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def padded(world: World, s: Bound) -> list[str]:
    """A number of three digits."""
    return [f"{s.n:03}"]
