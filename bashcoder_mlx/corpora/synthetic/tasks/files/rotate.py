"""Files by age and size, neither of them in the order of names."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import Node, World


def few(draw: Draw, spaced: bool) -> Value:
    """A slot: how many are kept; `.next` is one more."""
    value = SLOTS["count"](draw, spaced)
    return Value(value.text, value.english, value.data, {"next": str(value.data + 1)})


def aged(world: World, s: Bound, kind: str, blank: str) -> None:
    """More files of the kind than are counted, and one of another kind."""
    for index in range((s.count if "count" in s else 4) + 3):
        text, days = "x" * (index * 53 % 103 + 1), index * 37 % 103 + 1
        name = f"f{blank}{(index * 61 + 5) % 103:03}.{s.fill(kind)}"
        world.file(name, text, days=days)
    if "kind" in s:
        world.file(f"keep.{s.kind}x", days=300)
    world.file(".hidden", days=300)


def newest_kept(world: World, s: Bound, kind: str) -> None:
    """Removes all of the kind but the newest."""
    found = sorted(world.glob(f"f*.{s.fill(kind)}"), key=lambda path: world[path].age)
    for path in found[s.count :]:
        world.remove(path)


def nth(world: World, s: Bound, order: str, number: str) -> list[str]:
    """The file at that place in the order."""
    paths = sorted(world.glob("f*"), key=lambda path: _rank(world[path], order))
    return [paths[int(number) - 1]]


def _rank(node: Node, order: str) -> float:
    rank = node.size if order in ("largest", "smallest") else -node.age
    return -rank if order in ("largest", "newest") else rank
