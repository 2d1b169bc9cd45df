"""What of a table of processes is left."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_ROWS = 120


def first_rows(world: World, s: Bound, called: str) -> list[str]:
    """The first lines, of which the very first says how ps was called."""
    return [called, *(f"row {row}" for row in range(1, _ROWS + 1))][: s.count]
