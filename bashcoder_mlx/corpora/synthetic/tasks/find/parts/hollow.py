"""Folders with nothing in them: trees that have some, and what is left without those."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.place import Place
from bashcoder_mlx.trial.world import World


def nested(place: Place):
    """A setup: empty folders beside and below others, hidden ones, and outside of the place."""

    def setup(world: World, s: Bound) -> None:
        top = place.tops(s)[0]
        for folder in ("empty1", "full/empty 2", "a/b/c", ".hid", "a/.hid2/x"):
            world.dir(f"{top}/{folder}")
        world.file(f"{top}/full/x.txt", "x\n")
        world.file(f"{top}/full/void.txt")
        world.file(f"{top}/top.txt", "x\n")
        if place.folders:
            world.dir("beyond/empty3")

    return setup


def only_empty(place: Place):
    """A place that has nothing but empty folders, which is not to go itself."""

    def setup(world: World, s: Bound) -> None:
        for folder in ("a/b", "c"):
            world.dir(f"{place.tops(s)[0]}/{folder}")

    return setup


def bare(place: Place):
    """A place with nothing in it."""
    return lambda world, s: world.dir(place.tops(s)[0])


def delete_empty(place: Place):
    """What is left once a folder without files, at whatever depth, has gone."""

    def expect(world: World, s: Bound) -> None:
        files = world.paths(kind="file")
        for folder in world.paths(place.tops(s)[0], "dir"):
            if folder in world and not any(path.startswith(f"{folder}/") for path in files):
                world.remove(folder)

    return expect


def delete_first_empty(place: Place):
    """What is left once those have gone that were empty before."""

    def expect(world: World, s: Bound) -> None:
        for folder in empty_folders(world, place, s):
            world.remove(folder)

    return expect


def empty_folders(world: World, place: Place, s: Bound) -> list[str]:
    """The folders with nothing in them, below the place."""
    folders = world.paths(place.tops(s)[0], "dir")
    return [folder for folder in folders if not world.paths(folder)]
