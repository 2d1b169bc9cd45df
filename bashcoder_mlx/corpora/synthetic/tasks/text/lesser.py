"""What the tasks of text/lesser print."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def range_lines(world: World, s: Bound) -> list[str]:
    """The lines of the range, of a file whose lines have their numbers."""
    return [f"l{number}" for number in range(int(s.start), int(s.end) + 1)]


def stepped(world: World, s: Bound) -> list[str]:
    """Two lines, numbered in steps."""
    return ["     1\tone", f"{1 + int(s.few):6}\ttwo"]


def aligned(world: World, s: Bound, how: str) -> list[str]:
    """Two lines with numbers of a format of Python."""
    return [f"{number:{how}{s.few}}\t{word}" for number, word in ((1, "one"), (2, "two"))]
