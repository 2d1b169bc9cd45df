"""Counts of several words in a file."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def counted(world: World, s: Bound) -> Sequence[str]:
    """How many lines have each of three words."""
    lines = world[s.txt].lines
    return [f"{w} {sum(w in line for line in lines)}" for w in (s.word, s.word2, s.word3)]
