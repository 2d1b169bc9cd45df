"""A file with more lines that match than one digit tells."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def ten_lines(world: World, s: Bound) -> None:
    """Ten of them."""
    world.file(f"h.{s.ext}", [f"{s.word} {i}" for i in range(10)])
