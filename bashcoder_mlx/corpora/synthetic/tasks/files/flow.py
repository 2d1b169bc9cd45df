"""A compressed log that is cut into compressed pieces."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.world import World

_MORE = 7  # lines in the second piece


def _lines(s: Bound) -> list[str]:
    return [f"line {number}\n" for number in range(int(s.step) + _MORE)]


def compressed_log(world: World, s: Bound) -> None:
    """Some lines more than one piece holds."""
    world.file(f"{s.log}.gz", pack("".join(_lines(s)).encode(), "gz"))


def compressed_pieces(world: World, s: Bound) -> None:
    """The two pieces."""
    lines, step = _lines(s), int(s.step)
    for name, part in (("xaa.gz", lines[:step]), ("xab.gz", lines[step:])):
        world.file(name)
        world.hold(name, Archive("".join(part).encode(), "gz"))
