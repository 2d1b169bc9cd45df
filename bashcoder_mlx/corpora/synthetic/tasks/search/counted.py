"""A binary file with texts in it."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World


def _texts(s: Bound) -> list[str]:
    word = s.word
    return [f"abc{word}", "none here", f"{word.swapcase()} x", f"{word}.txt", word[:-1] + "#"]


def binary(world: World, s: Bound) -> None:
    """Texts between bytes that are none; one of them is broken by such a byte."""
    data = b"\x01\x00".join(text.encode() for text in _texts(s))
    broken = f"{s.word[:-1]}\x00{s.word[-1]}".encode()
    world.file(s.file, b"\x7f\x00" + data + b"\x00\x02" + broken + b"\x00")


def strings(world: World, s: Bound, folded: bool) -> list[str]:
    """The texts with {word}."""
    word = s.word.lower() if folded else s.word
    return [text for text in _texts(s) if word in (text.lower() if folded else text)]
