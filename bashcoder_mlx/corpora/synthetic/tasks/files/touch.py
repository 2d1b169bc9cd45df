"""Dates and clock times for touch, and files with numbers in their names."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, named
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def clock(draw: Draw, spaced: bool) -> Value:
    """A time of day."""
    return named(f"{draw.between(0, 23):02}:{draw.between(0, 59):02}")


def packed_date(draw: Draw, spaced: bool) -> Value:
    """A date, without its dashes as `{date.packed}`."""
    value = SLOTS["date"](draw, spaced)
    return value._replace(forms={**value.forms, "packed": str(value.data).replace("-", "")})


def padded(world: World, s: Bound) -> None:
    """Empty files with numbers of two digits."""
    for number in range(1, s.tens + 1):
        world.file(f"{s.stem}-{number:02}.{s.ext}")
