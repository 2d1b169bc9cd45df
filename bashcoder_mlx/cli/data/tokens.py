"""Counting tokens, as the commands about corpora do."""

from collections.abc import Callable, Sequence

import click

from bashcoder_mlx.checkpoints import find_checkpoint, shipped_weights
from bashcoder_mlx.terminal import note

option = click.option(
    "--tokenizer",
    metavar="MODEL",
    help="Whose tokenizer counts: a model directory, a run, or a name  [default: the shipped "
    "weights].",
)


def counter(name: str | None) -> Callable[[Sequence[str]], list[int]]:
    """A function from texts to their numbers of tokens, prompt format and special tokens left out.

    Args:
        name: a model or tokenizer directory, a run, or a name; None for the shipped weights.

    Raises:
        InputError: there is no such model, or it has no tokenizer.
    """
    from bashcoder_mlx.tokenizer import Tokenizer

    tokenizer = Tokenizer.load(_directory(name))
    return lambda texts: list(map(len, tokenizer.encode_batch(texts)))


def _directory(name: str | None):
    from pathlib import Path

    if name is None:
        return shipped_weights()
    if (Path(name).expanduser() / "tokenizer.json").is_file():
        return Path(name).expanduser()
    return find_checkpoint(name, note)
