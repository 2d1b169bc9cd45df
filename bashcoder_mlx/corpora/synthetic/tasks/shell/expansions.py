"""Pieces of a long text."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_TEXT = "ab  " * 60


def cut(world: World, s: Bound, part: str) -> Sequence[str]:
    """The first or last characters, what follows them, or a piece of the middle."""
    if part == "middle":
        start = int(s.few)
        return [_TEXT[start : start + s.count]]
    pieces = {"first": _TEXT[: s.count], "last": _TEXT[-s.count :], "skip": _TEXT[s.count :]}
    return [pieces[part]]
