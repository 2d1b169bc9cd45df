"""What loops over the fields of lines print."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome
from bashcoder_mlx.trial.world import World

# The first two fields. A backslash, which read keeps; a pattern that would find the files f and f:
_ROWS = (("c\\", 50), ("\\f", 31), ("f", 41), ("?", 45), ("h", 21), ("i", 16), ("g", 10))
_PRINTED: dict[str, Callable[[int], list[object]]] = {
    "first": lambda limit: [a for a, _ in _ROWS],
    "swapped": lambda limit: [f"{b} {a}" for a, b in _ROWS],
    "colon": lambda limit: [f"{a}: {b}" for a, b in _ROWS],
    "aligned": lambda limit: [f"{a}\t{b}" for a, b in _ROWS],
    "above": lambda limit: [a for a, b in _ROWS if b > limit],
    "sum": lambda limit: [sum(b for _, b in _ROWS)],
    "count": lambda limit: [sum(b > limit for _, b in _ROWS)],
    "equal": lambda limit: [b for a, b in _ROWS if a == "f"],
}


def table(world: World, s: Bound, sep: str, more: str) -> None:
    """A file of these rows, with more fields behind the two."""
    world.file(s.csv, [f"{a}{sep}{b}{more}" for a, b in _ROWS])
    for name in ("f", "f:"):
        world.file(name, ["a file"])


def fields(world: World, s: Bound, key: str) -> Outcome:
    """The lines that a body prints; the last line, tested with `&&`, leaves its status."""
    limit = int(s.limit) if "limit" in s else 0
    lines = _PRINTED[key.removesuffix("-and").removesuffix("-double")](limit)
    return Outcome([f"{line}" for line in lines], status=1 if key == "above-and" else 0)
