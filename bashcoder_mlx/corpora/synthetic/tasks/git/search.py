"""What git finds in tracked files."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def lines_in_any_case(world: World, s: Bound) -> list[str]:
    """The lines with the word, in the order of the files."""
    return [
        f"doc/n.md:{s.word.swapcase()} too",
        f"src/m.c:see {s.word} here",
        f"src/m.c:x{s.word}y",
    ]


def numbered_lines_in_any_case(world: World, s: Bound) -> list[str]:
    """The same with the numbers of the lines."""
    return [
        f"doc/n.md:1:{s.word.swapcase()} too",
        f"src/m.c:1:see {s.word} here",
        f"src/m.c:3:x{s.word}y",
    ]
