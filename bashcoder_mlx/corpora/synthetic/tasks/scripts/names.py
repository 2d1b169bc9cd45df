"""Oracle of names with today's date."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World


def dated(world: World, s: Bound, arguments: Sequence[str]) -> None:
    """Puts today's date before the names of the .txt files."""
    for path in world.files(".", "*.txt", depth=1):
        world.move(path, f"{now().date()}-{path}")
