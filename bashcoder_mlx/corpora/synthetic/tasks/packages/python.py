"""Names of packages of Python."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, named, words


def library_name(draw: Draw, spaced: bool) -> Value:
    """A slot: a package that pip installs."""
    return named(draw.pick(words("pypackage")))
