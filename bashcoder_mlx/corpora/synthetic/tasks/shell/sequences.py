"""What commands one after the other make and list."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def inside(world: World, s: Bound) -> None:
    """What a program with its arguments makes in a folder, and what is made here afterwards."""
    world.file(f"{s.dir}/made{len(s.program.split()) - 1}")
    world.file("here")


def listed(world: World, s: Bound) -> list[str]:
    """A file in a folder, then what is here."""
    return ["x", *sorted([s.dir.split("/")[0], "zz"])]
