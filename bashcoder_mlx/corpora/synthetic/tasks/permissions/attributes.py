"""Modes with which the owner can still be served."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named


def readable(draw: Draw, spaced: bool) -> Value:
    """A slot: permissions of a file that its owner may read."""
    return named(draw.pick(("600", "640", "644", "660", "664", "700", "750", "755", "775")))


def usable(draw: Draw, spaced: bool) -> Value:
    """A slot: permissions of a folder that its owner may use."""
    return named(draw.pick(("700", "711", "750", "755", "770", "775", "777", "751")))
