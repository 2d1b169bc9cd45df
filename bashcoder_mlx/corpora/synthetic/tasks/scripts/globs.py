"""What scripts do to each file of a folder."""

from collections.abc import Callable, Sequence
from posixpath import splitext

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import Archive
from bashcoder_mlx.trial.world import World


def placed(world: World, s: Bound, top: str, folders: bool) -> None:
    """Files of a kind and another one, hidden ones and those that lie deeper."""
    ext = s.ext if "ext" in s else "txt"
    for name in (f"a  one.{ext}", f"b.{ext}", "c.other", f".d.{ext}"):
        world.file(f"{top}/{name}", "first\nsecond\n")
    if folders:
        world.dir(f"{top}/e  e.{ext}", mode=0o700)
        world.file(f"{top}/e  e.{ext}/f.{ext}", "inside\n")


def acted(world: World, s: Bound, arguments: Sequence[str], act: str, shown: str) -> list[str]:
    """Does it to the files that match, and returns what is printed."""
    glob = f"*.{s.ext}" if "ext" in s else "*"
    found = [path for path in world.glob(f"{shown}{glob}") if world[path].kind == "file"]
    return [line for path in found for line in _ACTS[act](world, path, shown + path.split("/")[-1])]


def _silently(change: Callable[[World, str], object]):
    return lambda world, path, name: change(world, path) or []


def _gzip(world: World, path: str) -> None:
    packed = Archive(world[path].data, "gz")
    world.move(path, f"{path}.gz")
    world.hold(f"{path}.gz", packed)


def _moved(world: World, path: str, name: str) -> list[str]:
    world.move(path, f"{path}.old")
    return [f"Renamed {name}"]


def _lines(world: World, path: str, name: str) -> list[str]:
    return [f"{name}: {len(world[path].lines)}"]


_ACTS = {
    "print": lambda world, path, name: [name],
    "announce": lambda world, path, name: [f"Processing {name}"],
    "lines": _lines,
    "backup": _silently(lambda world, path: world.copy(path, f"{path}.bak")),
    "extension": _silently(lambda world, path: world.move(path, f"{splitext(path)[0]}.bak")),
    "gzip": _silently(_gzip),
    "executable": _silently(lambda world, path: setattr(world[path], "mode", 0o755)),
    "moved": _silently(lambda world, path: world.move(path, f"{path}.old")),
    "renamed-said": _moved,
}
