"""Sources that list names: the files of a folder in some order, the members of an archive."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.archives import pack
from bashcoder_mlx.trial.world import World

_HERE = "[in this folder|here|in the current directory]"
_THERE = "in {dir}"


def _once(items: Items, s: Bound) -> Items:
    """No two files have one name."""
    return list(dict.fromkeys(items))


def _sorted(items: Items, s: Bound) -> Items:
    return sorted(set(items))


def _top(s: Bound) -> str:
    return f"{s.dir}/" if "dir" in s else ""


def _files(world: World, s: Bound, items: Items) -> None:
    """Files that are listed, the first the newest and the largest, and one that is hidden."""
    for index, item in enumerate(items):
        size = 7 * (len(items) - index)
        world.file(f"{_top(s)}{item}", "x" * size, days=index + 1)
    world.file(f"{_top(s)}.aardvark", "x" * 9999, days=0.5)
    if _top(s):
        world.file("zebu", "x" * 9999, days=0.5)


def _oldest(world: World, s: Bound, items: Items) -> None:
    _files(world, s, items[::-1])


def _archive(slot: str, end: str, kind: str) -> Callable[[World, Bound, Items], None]:
    def build(world: World, s: Bound, items: Items) -> None:
        world.file(f"{s[slot].data}{end}", pack({item: b"x\n" for item in items}, kind))

    return build


def _names(name: str, run: str, where: str, gist: str, **more) -> Source:
    common = {"things": "[files|names]", "thing": "name", "build": _files, "emit": _sorted}
    given = {"name": name, "run": run, "where": where, "gist": gist, "crowded": False}
    return Source(**{**common, **given, **more})


def _ordered(name: str, options: str, words: str, build=_files) -> tuple[Source, ...]:
    """Names in an order that ls gives them, of this folder and of another."""
    return tuple(
        _names(
            f"{name}-{key}",
            f"ls {options}{folder}",
            f"{where}, {words} first",
            f"lists the files {where}, {words} first (ls {options})",
            build=build,
            emit=_once,
        )
        for key, folder, where in (("here", "", _HERE), ("dir", " {dir}", _THERE))
    )


LISTED = (
    _names("ls-here", "ls", _HERE, f"lists the files {_HERE} (ls)", never=("random-one",)),
    _names(
        "ls-dir",
        "ls {dir}",
        _THERE,
        "lists the files in {dir} (ls)",
        never=("sort-reverse", "with-neither"),
    ),
    _names(
        "ls-lines-here",
        "ls -1",
        f"{_HERE} (one a line, ls -1)",
        f"lists the files {_HERE}, one a line (ls -1)",
        weight=0.2,
        never=("commas",),
    ),
)
"""Names in alphabetical order."""
DATED = (
    *_ordered("newest", "-t", "[newest|latest|most recently changed]"),
    *_ordered("oldest", "-tr", "[oldest|least recently changed]", _oldest),
    *_ordered("largest", "-S", "[largest|biggest]"),
    *_ordered("smallest", "-Sr", "smallest", _oldest),
)
"""Names in order of age or size."""
PACKED = (
    _names(
        "tar",
        "tar -tf {stem}.tar",
        "in [the archive |]{stem.raw}.tar",
        "lists the members of {stem.raw}.tar (tar -tf)",
        build=_archive("stem", ".tar", ""),
        emit=_once,
    ),
    _names(
        "tgz",
        "tar -tzf {tgz}",
        "in [the archive |]{tgz}",
        "lists the members of {tgz} (tar -tzf)",
        build=_archive("tgz", "", "gz"),
        emit=_once,
        never=("sort", "first"),
    ),
    _names(
        "zipinfo",
        "zipinfo -1 {zip}",
        "in [the archive |]{zip}",
        "lists the members of {zip} (zipinfo -1)",
        build=_archive("zip", "", "zip"),
        emit=_once,
        never=("count-containing",),
    ),
)
"""Names of what archives hold."""
