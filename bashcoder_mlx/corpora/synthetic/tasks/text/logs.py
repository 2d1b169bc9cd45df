"""A log in which every line differs, with {word} in most."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import on_lines, path_read
from bashcoder_mlx.trial.world import World


def marked_lines(world: World, s: Bound) -> None:
    """More than {n} lines, two of three with {word}: so have the first of the last {n}, and the one
    before it.
    """
    lines = [f"{s.word} {i}" if i % 3 != 1 else str(i) for i in range(-s.n - 9, s.n)]
    world.file(path_read(s), lines, days=1)


@on_lines
def recent_marked(x: list[str], s: Bound) -> list[str]:
    """Those of the last {n} with {word}."""
    return [line for line in x[-s.n :] if s.word in line]
