"""What copying several files into a folder does, computed."""

from collections.abc import Sequence
from posixpath import basename

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def prepare(world: World, s: Bound, files: Sequence[str], present: bool) -> None:
    """The folder that is copied into; a file of the first name lies there, if `present`."""
    world.dir(s.target)
    if present:
        world.file(f"{s.target}/{basename(s.fill(files[0]))}", "there before\n", days=40)


def copied(world: World, s: Bound, files: Sequence[str], option: str) -> None:
    """Copies the files; where one is asked about, the answer is no."""
    for path in map(s.fill, files):
        goal = f"{s.target}/{basename(path)}"
        if goal not in world:
            world.copy(path, goal, keep=option == "keep")
