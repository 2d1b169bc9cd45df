"""Oracles of copies: names with a date, and archives named after the last part of a folder."""

import posixpath
from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.clock import now
from bashcoder_mlx.trial.world import World


def dated(world: World, s: Bound, arguments: Sequence[str]) -> str:
    """Copies the argument to its name with today's date after it."""
    target = f"{arguments[0]}.{now().date()}"
    world.copy(arguments[0], target, keep=True)
    return f"Copied to {target}\n"


def several(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
    """Archives the folders that are there."""
    for top in (s.dir, s.dir3):
        made = world.file(f"{s.word}/{posixpath.basename(top)}.tar.gz")
        made.data = Archive({f"{top}/a.txt": b"x\n"}, "gz")
    return Outcome(stderr=f"No such folder: {s.dir2}")
