"""Files whose order by age, by size and by name is never the same."""

import posixpath

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import Node, World, is_hidden


def ranked(world: World, s: Bound, top: str) -> None:
    """More files than are asked for, and hidden or other ones that would be first or last."""
    folder, number = s.fill(top), (s.count if "count" in s else 2) + 2
    end = s.kind if "kind" in s else "txt"
    for index in range(number):  # 103 is a prime: no two ages or sizes are equal
        text = "x" * (index * 53 % 103 + 1)
        world.file(
            f"{folder}f{(index * 7 + 3) % 103:03}.{end}", text, days=(index * 37 + 50) % 103 + 1
        )
        extreme = index % 2 * 200
        world.file(f"{folder}.g{index:03}.{end}", "x" * extreme, days=extreme)
    _others(world, folder, f"{end}x" if "kind" in s else "")


def _others(world: World, folder: str, end: str) -> None:
    if end:
        world.file(f"{folder}near.{end}", "x" * 300)
        world.file(f"{folder}old.{end}", days=300)
    if folder:
        world.file("outside.txt", days=300)


def first(world: World, s: Bound, top: str, order: str) -> list[str]:
    """The first of the visible files in an order, as many as are counted; paths of a kind."""
    if "kind" in s:
        found = [(path, world[path]) for path in world.glob(f"{s.fill(top)}*.{s.kind}")]
    else:
        paths = [p for p in world.paths(s.fill(top) or ".", depth=1) if not is_hidden(p)]
        found = [(posixpath.basename(path), world[path]) for path in paths]
    found = sorted(found, key=lambda entry: _rank(entry[1], order))
    return [name for name, _ in found][: s.count if "count" in s else 1]


def _rank(node: Node, order: str) -> float:
    rank = node.size if order in ("largest", "smallest") else -node.age
    return -rank if order in ("largest", "newest") else rank
