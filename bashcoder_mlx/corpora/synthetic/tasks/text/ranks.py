"""Files of a few lines, and the age of a week."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def last_week(draw: Draw, spaced: bool) -> Value:
    """The last seven days."""
    return Value("7", ("a week",), 7, {"last": ("week", "7 days", "seven days")})


def around(world: World, s: Bound) -> None:
    """Files of no line up to two more than {few}, one of them hidden, one deeper."""
    for many in range(s.few + 3):
        world.file(f"x {many}.{s.ext}", ["line"] * many)
    for path in (f".h.{s.ext}", f"sub/i.{s.ext}", "j.zzz"):
        world.file(path, ["line"] * (s.few + 1))


def long(world: World, s: Bound, sign: str) -> list[str]:
    """What wc says of those with more or fewer lines."""
    counts = [(len(world[path].lines), path) for path in world.glob(f"*.{s.ext}")]
    counts.append((sum(many for many, _ in counts), "total"))
    width = len(str(counts[-1][0]))
    kept = [(n, path) for n, path in counts if (n > s.few if sign == ">" else n < s.few)]
    return [f"{n:>{width}} {path}" for n, path in kept]
