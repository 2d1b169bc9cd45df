"""Text in several encodings."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

_TEXT = "naïve café\nÄ ß\n"


def encoded(world: World, s: Bound, code: str) -> None:
    """{txt} in an encoding."""
    world.file(s.txt, _TEXT.encode(code), days=4)


def recoded(world: World, s: Bound, code: str) -> None:
    """The text in another encoding, in {txt2}."""
    world.file(s.txt2, _TEXT.encode(code))


def printed_recoded(world: World, s: Bound, code: str) -> str:
    """The text in another encoding, as it comes out."""
    return _TEXT.encode(code).decode("utf-8", "replace")
