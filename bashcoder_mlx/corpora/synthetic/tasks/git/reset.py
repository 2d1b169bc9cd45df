"""What is left after taking back commits."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def steps_back(world: World, s: Bound, status: Sequence[str]) -> list[str]:
    """The last commit, the number of commits, and the status: eight steps follow the first one."""
    return [f"Step {8 - s.back} by Dana", str(9 - s.back), *status]
