"""A folder of files, folders and hidden names."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_HELD = ("b.csv", "photos/cat.jpg", "photos/old/dog.jpg", "empty/.keep", ".env", "todo.txt")


def things(world: World, s: Bound, top: str) -> None:
    """Six visible entries, three of them folders, and two hidden ones; something outside."""
    folder = s.fill(top)
    for path in (*_HELD, ".config/app.conf", "src/main.py"):
        world.file(f"{folder}{path}", "text\n")
    world.file(f"{folder}notes.txt", "x" * 2000)
    if folder:
        world.file("outside/x.txt", "no")
        world.file(".outside", "no")
