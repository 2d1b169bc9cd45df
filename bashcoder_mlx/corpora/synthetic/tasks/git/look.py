"""Lines of a file, as git shows them."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def first_last_count(world: World, s: Bound) -> list[str]:
    """The first and the last number of so many lines from a line on, and how many they are."""
    return [str(s.line), str(s.line + s.n - 1), str(s.n)]
