"""`bashcoder tokenizer`: train one, or look at what one does to a text."""

from pathlib import Path

import click

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note, write_answer


@click.group()
def command() -> None:
    """Train and inspect tokenizers."""


@command.command("train")
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output-dir", required=True, type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(["bpe", "char"]), default="bpe", show_default=True)
@click.option("--vocab-size", type=click.IntRange(min=1), default=8000, show_default=True)
def train_command(data, output_dir: Path, kind: str, vocab_size: int) -> None:
    """Train a tokenizer on DATA: files and folders of English and bash together."""
    from bashcoder_mlx.atomic import new_directory
    from bashcoder_mlx.corpora.local import read_documents
    from bashcoder_mlx.tokenizer import train_tokenizer

    if output_dir.exists():
        raise InputError(f"{output_dir} exists already: choose another folder")
    texts = (part for path in data for doc in read_documents(path) for part in doc.parts)
    tokenizer = train_tokenizer(texts, kind, vocab_size)
    with new_directory(output_dir) as folder:
        tokenizer.save(folder)
    note(f"{tokenizer.vocab_size} pieces")
    write_answer(str(output_dir))


@command.command("inspect")
@click.argument("tokenizer", type=click.Path(path_type=Path))
@click.argument("text")
def inspect_command(tokenizer: Path, text: str) -> None:
    """Show the tokens of TEXT, one a line: id, a tab, the piece."""
    from bashcoder_mlx.tokenizer import Tokenizer

    loaded = Tokenizer.load(tokenizer)
    ids = loaded.encode(text)
    write_answer("\n".join(f"{i}\t{loaded.backend.id_to_token(i)!r}" for i in ids))
    note(f"{len(ids)} tokens for {len(text.encode())} bytes")
