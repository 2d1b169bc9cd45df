"""Days that are past."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named


def past(draw: Draw, spaced: bool) -> Value:
    """A slot: a day of the years before 2025."""
    return named(f"{draw.between(2015, 2024)}-{draw.between(1, 12):02}-{draw.between(1, 28):02}")
