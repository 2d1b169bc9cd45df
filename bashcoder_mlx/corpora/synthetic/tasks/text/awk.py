"""Lines by the number of their fields and characters."""

import operator

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines, path_read
from bashcoder_mlx.trial.world import World

_SIGNS = {"==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt}


@on_lines
def by_fields(x: list[str], s: Bound, sign: str) -> list[str]:
    """Lines whose number of fields compares so with {few}."""
    return [line for line in x if _SIGNS[sign](len(line.split()), s.few)]


def sized(world: World, s: Bound) -> None:
    """Lines of {width} characters, one fewer, one more, and others."""
    lengths = (s.width - 1, s.width, s.width + 1, s.width + 5, s.width + 2)
    world.file(path_read(s), ["x" * length for length in lengths] + ["short"], days=2)


@on_lines
def by_length(x: list[str], s: Bound, sign: str) -> list[str]:
    """Lines whose length compares so with {width}."""
    return [line for line in x if _SIGNS[sign](len(line), s.width)]


@on_lines
def numbered_longer(x: list[str], s: Bound) -> list[str]:
    """The third to the fifth, numbered."""
    return [f"{i + 1}: {x[i]}" for i in (2, 3, 4)]
