"""Trees of known sizes, and what the stand-in for du prints of them."""

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World

UNIT = 30_000
_SIZES = {"docs": 7, "e.bin": 4, "music": 5, "old tapes": 12, ".cache": 9}
_FILES = {
    "docs/c.bin": 7,
    "e.bin": 4,
    "music/a.bin": 2,
    "music/old/b.bin": 3,
    "old tapes/in/d.bin": 12,
    ".cache/f.bin": 9,
}


def sized(world: World, s: Bound, top: str) -> None:
    """Files below a folder, which is named as it begins paths: "" or "docs/"."""
    top = s.fill(top)
    for path, size in (_FILES | {f"{name}/in/x": size for name, size in _more(s).items()}).items():
        world.file(f"{top}{path}", b"\0" * (size * UNIT + 400))
    if top:
        world.file("outside.bin", b"\0" * 500)


def _more(s: Bound) -> dict[str, int]:
    """Folders that make the list longer than what is asked for."""
    return {f"part{i:02}": 12 + i for i in range(1, s.count + 1)} if "count" in s else {}


def ranked(
    world: World,
    s: Bound,
    shown: str,
    folders: bool = False,
    first: int = 0,
    least: bool = False,
    unit: str = "K",
) -> list[str]:
    """What `du -sh` prints of the entries, largest first, `first` or {count} of them.

    Args:
        shown: what names begin with.
        least: the smallest first.
    """
    lines = _lines(s, _entries(s, s.fill(shown), folders), first, unit)
    return lines[::-1] if least else lines


def by_name(world: World, s: Bound, shown: str, folders: bool = False) -> list[str]:
    """What `du -sh` prints of the entries, in the order of their names."""
    return [
        f"{size}K\t{name}" for name, size in sorted(_entries(s, s.fill(shown), folders).items())
    ]


def deep(world: World, s: Bound, shown: str, sorted: bool = True) -> Outcome:
    """What `du -h -d 1` prints, largest first if it is sorted."""
    sizes = _SIZES | _more(s)
    top, total = s.fill(shown), sum(sizes.values())
    del sizes["e.bin"]
    found = {top: total} | {f"{top}/{name}": size for name, size in sizes.items()}
    return Outcome(_lines(s, found), ordered=sorted)


def anywhere(world: World, s: Bound, shown: str) -> list[str]:
    """What `du -ah` prints of all files and folders, largest first."""
    top = s.fill(shown)
    files = _FILES | {f"{name}/in/x": size for name, size in _more(s).items()}
    sizes = {top: sum(files.values()), f"{top}/music/old": 3, f"{top}/old tapes/in": 12}
    sizes |= {f"{top}/{name}/in": size for name, size in _more(s).items()}
    sizes |= {f"{top}/{name}": size for name, size in (_SIZES | _more(s)).items()}
    return _lines(s, sizes | {f"{top}/{path}": size for path, size in files.items()})


def _entries(s: Bound, shown: str, folders: bool) -> dict[str, int]:
    sizes = {name: size for name, size in (_SIZES | _more(s)).items() if name[0] != "."}
    if folders:
        del sizes["e.bin"]
    return {f"{shown}{name}{'/' if folders else ''}": size for name, size in sizes.items()}


def _lines(s: Bound, sizes: dict[str, int], first: int = 0, unit: str = "K") -> list[str]:
    last = first or (s.count if "count" in s else None)
    found = sorted(sizes.items(), key=lambda pair: (pair[1], pair[0]), reverse=True)
    return [f"{size}{unit}\t{name}" for name, size in found[:last]]
