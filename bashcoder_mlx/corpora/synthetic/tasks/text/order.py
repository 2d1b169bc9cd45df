"""The largest and smallest of many numbers."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines, path_read
from bashcoder_mlx.trial.world import World


def some_numbers(world: World, s: Bound) -> None:
    """More numbers than {count}, of one to four digits, in no order."""
    world.file(path_read(s), [str((i * 337 + 93) % 1009) for i in range(s.count + 5)], days=2)


@on_lines
def largest(x: list[str], s: Bound) -> list[str]:
    """{count} numbers, the largest first."""
    return sorted(x, key=int, reverse=True)[: s.count]


@on_lines
def smallest(x: list[str], s: Bound) -> list[str]:
    """{count} numbers, the smallest first."""
    return sorted(x, key=int)[: s.count]
