"""What find prints of the things in a tree, counted."""

import posixpath
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import Node, World


def _changed(form: str) -> Callable[[str, Node], str]:
    return lambda path, node: datetime.fromtimestamp(node.mtime, UTC).strftime(form)


_GROUPS: Mapping[str, Callable[[str, Node], object]] = {
    "month": _changed("%Y-%m"),
    "year": _changed("%Y"),
    "mode": lambda path, node: f"{node.mode:o}",
    "depth": lambda path, node: path.count("/"),
    "folder": lambda path, node: posixpath.dirname(path),
    "name": lambda path, node: posixpath.basename(path),
}
"""What find prints of a file, given its path from the folder above the one searched."""


def tally(world: World, s: Bound, key: str, ranked: bool, many: int) -> list[str]:
    """How often find prints what, as `uniq -c` writes it, by what it is or by its number.

    Args:
        many: how many lines are shown, at most.
    """
    counted = Counter(map(str, _found(world, s, key)))
    lines = sorted((often, what) for what, often in counted.items())
    lines.sort(reverse=True) if ranked else lines.sort(key=lambda line: line[1])
    return [f"{often:7d} {what}" for often, what in lines[:many]]


def _found(world: World, s: Bound, key: str) -> list[object]:
    if key == "owner":  # two by turns, as the stand-in for find shows them
        return ["root", "dev"] * (len(world.files(s.dir)) // 2)
    if key == "type":
        return ["d", *(world[path].kind[0] for path in world.paths(s.dir))]
    above = posixpath.dirname(s.dir)
    group = _GROUPS[key]
    if key == "folder":
        return [group(path, world[path]) for path in world.files(s.dir)]
    return [group(path.removeprefix(above).lstrip("/"), world[path]) for path in world.files(s.dir)]
