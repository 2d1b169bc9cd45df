"""Times of day for planned jobs."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number


def hour_of_day(draw: Draw, spaced: bool) -> Value:
    """A slot: an hour."""
    return number(draw.between(0, 23))


def minute_of_hour(draw: Draw, spaced: bool) -> Value:
    """A slot: a minute of two digits, as it is said after a colon."""
    return number(draw.between(10, 59))
