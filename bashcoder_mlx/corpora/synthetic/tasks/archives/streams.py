"""Sizes of pieces."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number


def some(draw: Draw, spaced: bool) -> Value:
    """A slot: megabytes of a piece."""
    return number(draw.pick((10, 20, 25, 50, 100, 200, 500)), False)
