"""`bashcoder pretrain`: a new model."""

from pathlib import Path

import click

from bashcoder_mlx.cli.training_options import announce, learning_rate, output_dir, training_options


@click.command()
@click.argument("data", nargs=-1, required=True, type=click.Path(path_type=Path))
@output_dir("runs/pretrain")
@click.option("--size", default="tiny", show_default=True, help="nano tiny small medium large")
@click.option("--tokenizer", type=click.Path(path_type=Path), help="Use this one; train none.")
@click.option("--kind", type=click.Choice(["bpe", "char"]), default="bpe", show_default=True)
@click.option("--vocab-size", type=click.IntRange(min=1), default=8000, show_default=True)
@learning_rate(2e-3)
@training_options
def command(data, output_dir: Path, **settings) -> None:
    """Train a new model on DATA: files and folders of text, scripts or pairs.

    Prints the best model directory.
    """
    from bashcoder_mlx.training.single_stage import pretrain

    announce(pretrain(data, output_dir, **settings))
