"""A file with a letter to count."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import path_read
from bashcoder_mlx.trial.world import World


def with_letter(world: World, s: Bound) -> None:
    """{letter} five times, and once as a capital."""
    lines = [s.letter * 3 + "zz", f"u{s.letter}u{s.letter}", s.letter.upper()]
    world.file(path_read(s), lines)
