"""Archives on the web."""

from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, Value, domain, named


def tarball(draw: Draw, spaced: bool) -> Value:
    """A slot: the address of a compressed archive."""
    return named(f"https://{domain(draw)}/{SLOTS['stem'](draw, False).data}.tar.gz")
