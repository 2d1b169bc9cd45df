"""A compressed log, and the lines of it that are searched for."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import pack
from bashcoder_mlx.trial.world import World


def _other(s: Bound) -> str:
    return f"{s.word.swapcase()}Q"


def log(world: World, s: Bound, name: str) -> None:
    """A log with the word once as it is and once in the other case."""
    text = f"zero\nhas {s.word} here\n{_other(s)}\nlast\n"
    path = s.fill(name)
    world.file(path, pack(text.encode(), path.rsplit(".", 1)[1]))


def found(world: World, s: Bound, lines: Sequence[str]) -> list[str]:
    """Those lines; `OTHER` is the one in the other case."""
    return [s.fill(line).replace("OTHER", _other(s)) for line in lines]
