"""Names without blanks, which git prints as they are."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, number


def plain_file(draw: Draw, spaced: bool) -> Value:
    """A slot: the name of a file."""
    return SLOTS["file"](draw, False)


def plain_folder(draw: Draw, spaced: bool) -> Value:
    """A slot: a folder."""
    return SLOTS["dir"](draw, False)


def few_commits(draw: Draw, spaced: bool) -> Value:
    """A slot: how many commits to go back."""
    return number(draw.between(2, 7), True)
