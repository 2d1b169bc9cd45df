"""Names of disk images."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value


def plain_stem(draw: Draw, spaced: bool) -> Value:
    """A name without blanks, before an ending."""
    return SLOTS["stem"](draw, False)
