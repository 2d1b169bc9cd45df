"""What sorted lists of processes print."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_BY_MEMORY = ("5 12.5 cf", "8 3.0 cg", "71 0.1 ce")


def hogs(world: World, s: Bound) -> list[str]:
    """The processes that the table makes up, the most memory first, as many as asked."""
    return list(_BY_MEMORY[: int(s["hog"].text)])
