"""What rsync does between two folders, by mode."""

from fnmatch import fnmatch

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_LIMIT = 20  # kilobytes, where none is asked for


def kilobytes(draw: Draw, spaced: bool) -> Value:
    """A slot: a size between small files and large ones."""
    return number(draw.between(3, 40))


def two_folders(world: World, s: Bound) -> None:
    """Files that are new, changed, larger or newer there; same.zig only looks equal."""
    kind, stem = (s.kind if "kind" in s else "txt"), (s.stem if "stem" in s else "cache")
    large = "x" * ((s.kb if "kb" in s else _LIMIT) * 1024 + 1)
    for path, text, days in (
        (f"one.{kind}", "new\n", 1),
        ("two.zig", "two\n", 3),
        ("sub/a.zig", "a\n", 2),
        (f"sub/b.{kind}", "b\n", 2),
        (f"{stem}/c.zig", "c\n", 2),
        (".hidden", "h\n", 4),
        ("big.zig", large, 4),
        ("fits.zig", large[:-1], 4),
        ("same.zig", "good\n", 5),
    ):
        world.file(f"{s.dir}/{path}", text, days=days)
    world.file(f"{s.dir2}/two.zig", "newer there\n", days=0.5)
    world.file(f"{s.dir2}/extra.txt", "extra\n", days=9)
    world.file(f"{s.dir2}/same.zig", "evil\n", days=5)


def synced(world: World, s: Bound, mode: str, shown: bool = False) -> list[str] | None:
    """Copies what rsync does not leave out, with times; removes what the mode removes.

    Args:
        shown: the rsync of the trial says that something was printed.
    """
    if mode != "dry":
        _transfer(world, s, mode)
    return ["shown"] if shown else None


def _transfer(world: World, s: Bound, mode: str) -> None:
    present = set(world.paths(s.dir2))
    for path in world.paths(s.dir):
        inner = path[len(s.dir) + 1 :]
        target = f"{s.dir2}/{inner}"
        if world[path].kind == "dir":
            if not (mode == "exclude-dir" and inner == s.stem):
                world.dir(target)
            continue
        if not _left_out(s, mode, inner, world[path].size, target in present):
            world.copy(path, target, keep=True)
        if mode == "remove":
            world.remove(path)
    if mode == "delete":
        world.remove(f"{s.dir2}/extra.txt")


def _left_out(s: Bound, mode: str, inner: str, size: int, exists: bool) -> bool:
    """Whether a file is left as it is. Without -c, same.zig counts as equal: by time and size."""
    if inner == "same.zig" and mode != "checksum":
        return True
    matches = "kind" in s and fnmatch(inner, f"*.{s.kind}")
    return {
        "exclude": matches,
        "only": not matches,
        "exclude-dir": "stem" in s and inner.split("/")[0] == s.stem,
        "update": inner == "two.zig",
        "existing": exists,
        "small": "kb" in s and size > s.kb * 1024,
    }.get(mode, False)
