"""Folders within folders."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def nested(world: World, s: Bound, top: str) -> None:
    """Two levels of folders, and a hidden file."""
    for path in ("b.csv", "photos/cat.jpg", "photos/old/dog.jpg", ".env", "todo.txt"):
        world.file(f"{s.fill(top)}{path}", "text\n")


def deep(world: World, s: Bound, top: str) -> None:
    """Two folders more, one in another, than are to be shown."""
    folders = "/".join(f"d{index}" for index in range(s.level + 2))
    world.file(f"{s.fill(top)}{folders}/x.txt")


def down_to_level(world: World, s: Bound, shown: str) -> list[str]:
    """The folders as far as they are to be shown."""
    return [s.fill(shown), *("    " * index + f"`-- d{index}" for index in range(s.level))]


def outside(world: World, s: Bound, top: str) -> None:
    """Files of the kind beside the folder, which a pattern without quotes would find."""
    if top:
        world.file(f"y.{s.kind}")
        world.file(f"z.{s.kind}")
