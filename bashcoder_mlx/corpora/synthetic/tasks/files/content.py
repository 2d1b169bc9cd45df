"""Files of a drawn size."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def zeros(world: World, s: Bound, file: str, count: str) -> None:
    """A file of so many kibibytes of zeros; both are names of slots."""
    world.file(s[file].data, b"\0" * s[count].data * 1024)


def cut(world: World, s: Bound) -> None:
    """The file, cut to its first bytes."""
    world.file(s.file, world[s.file].data[: s.size])
