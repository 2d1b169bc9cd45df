"""Parts to be joined, and three files of which one is the largest, the newest or the oldest."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World

_FILES = {"b big": (900, 5), "c new": (20, 1), "a old": (30, 9)}


def parts(world: World, s: Bound, glob: str) -> None:
    """Three files that the pattern means, others that it does not."""
    for number in (2, 1, 3):
        world.file(glob.replace("*", str(number)), f"part {number}\n")
    world.file(f"x{glob.replace('*', '4')}", "other\n")
    world.file(s.file, "old\n")


def joined(world: World, s: Bound, glob: str) -> None:
    """The parts are one file, and gone."""
    found = world.glob(glob)
    world.file(s.file, "".join(world[path].text for path in found))
    for path in found:
        world.remove(path)


def three(world: World, s: Bound) -> None:
    """The files, and a hidden one."""
    for name, (size, days) in _FILES.items():
        world.file(name, "x" * size, days=days)
    world.file(".hidden", "x" * 5000, days=0.5)


def done(world: World, s: Bound, tool: str, index: int) -> None:
    """One of them is compressed or gone."""
    name = list(_FILES)[index]
    if tool == "gzip":
        world.copy(name, f"{name}.gz", keep=True)
        world.hold(f"{name}.gz", Archive(world[name].data, "gz"))
    world.remove(name)
