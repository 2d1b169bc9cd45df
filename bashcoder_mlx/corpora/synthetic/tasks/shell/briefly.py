"""What filters make of three typed lines, and of the lines of two files."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_SIEVES: dict[str, Callable[[list[str]], list[str]]] = {
    "sort": sorted,
    "sort-r": lambda a: sorted(a, reverse=True),
    "wc-l": lambda a: [str(len(a))],
    "nl": lambda a: [f"{n:6}\t{line}" for n, line in enumerate(a, 1)],
    "upper": lambda a: [line.upper() for line in a],
    "paste": lambda a: [",".join(a)],
    "head": lambda a: a[:2],
    "tail": lambda a: a[-1:],
}
_ONE = ["pear", "fig", "apple", "fig", "lime"]
_TWO = ["kiwi", "pear", "fig", "kiwi", "melon"]
_MADE: dict[str, Callable[[list[str]], list[str]]] = {
    "sort": sorted,
    "sort-u": lambda a: sorted(set(a)),
    "head": lambda a: a[:2],
    "tail": lambda a: a[-2:],
}


def sifted(world: World, s: Bound, way: str) -> list[str]:
    """Three words as lines, through a filter."""
    return _SIEVES[way]([s.word, s.word2, s.word3])


def joined(world: World, s: Bound, way: str, made: str) -> list[str]:
    """The lines of both files, side by side or one after the other."""
    one, two = _MADE[made](_ONE), _MADE[made](_TWO)
    if way == "cat":
        return [*one, *two]
    sign = "," if way == "paste-comma" else "\t"
    longest = max(len(one), len(two))
    columns = ([*lines, *[""] * (longest - len(lines))] for lines in (one, two))
    return [sign.join(pair) for pair in zip(*columns, strict=True)]
