"""Paths as seen from elsewhere."""

import posixpath

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def relative(world: World, s: Bound) -> list[str]:
    """The path from the directory."""
    return [posixpath.relpath(s.path, s.dir)]
