"""A folder that is copied to where a part of it lies already."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def partly_there(world: World, s: Bound) -> None:
    """One of the files lies in the target, with another text."""
    world.file(f"{_goal(s)}/one.txt", "before\n", days=50)


def merged(world: World, s: Bound) -> None:
    """What was missing is copied."""
    for path in ("deep", ".secret"):
        world.copy(f"{s.dir}/{path}", f"{_goal(s)}/{path}")


def _goal(s: Bound) -> str:
    return f"{s.target}/{s.text('dir', 'name')}"
