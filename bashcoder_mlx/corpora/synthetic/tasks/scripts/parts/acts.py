"""Worlds of scripts with subcommands, and what these print and leave."""

from collections.abc import Callable, Sequence

from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.world import World

NOTES = ["buy  milk", "call Ada"]


def empty(world: World) -> None:
    """Nothing is there."""


def running(world: World) -> None:
    """A server runs: its file is there."""
    world.file("server.pid", ["1234"])


def start(world: World, given: Sequence[str]) -> list[str]:
    """Makes the file."""
    world.file("server.pid")
    return ["Started"]


def stop(world: World, given: Sequence[str]) -> list[str]:
    """Removes the file, if it is there."""
    if "server.pid" in world:
        world.remove("server.pid")
    return ["Stopped"]


def two_notes(world: World) -> None:
    """Two notes of days ago."""
    world.file("notes.txt", NOTES, days=3)


def hold(path: str, *lines: str) -> Callable[[World, Sequence[str]], tuple]:
    """An act that leaves these lines in a file, and prints nothing."""

    def act(world: World, given: Sequence[str]) -> tuple:
        world.file(path, list(lines)).age = 0.0
        return ()

    return act


def switched_on(world: World) -> None:
    """The word on, of days ago."""
    world.file("state", ["on"], days=2)


def two_lines(world: World) -> None:
    """A text of two lines and three words."""
    world.file("a  text.txt", ["one two", "three"], days=2)


def folder_there(world: World) -> None:
    """A folder with a file."""
    world.file("my  docs/a.txt", ["x"], days=2)


def archive_there(world: World) -> None:
    """That folder, packed."""
    world.file("my  docs.tar.gz", days=2).data = pack({"my  docs/a.txt": b"x\n"}, "gz")


def pack_folder(world: World, given: Sequence[str]) -> tuple:
    """Packs it."""
    world.file("my  docs.tar.gz").data = Archive({"my  docs/a.txt": b"x\n"}, "gz")
    return ()


def unpack_folder(world: World, given: Sequence[str]) -> tuple:
    """Unpacks it."""
    world.file("my  docs/a.txt", ["x"])
    return ()


def built(world: World) -> None:
    """The folder build, with a file."""
    world.file("build/app", ["x"], days=2)


def build(world: World, given: Sequence[str]) -> list[str]:
    """Makes the folder, if it is not there."""
    if "build" not in world:
        world.dir("build")
    return ["Built"]


def clean(world: World, given: Sequence[str]) -> list[str]:
    """Removes the folder, if it is there."""
    if "build" in world:
        world.remove("build")
    return ["Cleaned"]
