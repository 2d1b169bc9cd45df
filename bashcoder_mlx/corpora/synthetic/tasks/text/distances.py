"""Lines with {word} in a part of a file."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines
from bashcoder_mlx.trial.world import World


def alternating(world: World, s: Bound) -> None:
    """More lines than the range ends at, with {word} at its ends and on every second beside."""
    low, high = s.range
    marked = {low, high, *range(1 + low % 2, high + 9, 2)}
    lines = [f"{i} {s.word if i in marked else ''}x" for i in range(1, high + 9)]
    world.file(s.file, lines)


@on_lines
def within(x: list[str], s: Bound) -> list[str]:
    """The lines with {word} that are in the range."""
    low, high = s.range
    return [line for line in x[low - 1 : high] if s.word in line]
