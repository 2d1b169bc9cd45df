#!/usr/bin/env python3
"""Stage 1: trains a model from nothing on a folder of text, as `bashcoder pretrain` does."""

import environment  # noqa: F401  (before the package: it finds the virtual environment)
import click
import options

from bashcoder_mlx.cli import run
from bashcoder_mlx.cli.training_options import learning_rate


@click.command()
@options.corpus("--data-dir", "data", "the text to train on")
@click.option(
    "--model-size",
    "size",
    default="tiny",
    show_default=True,
    help="nano, tiny, small, medium or large.",
)
@learning_rate(2e-3)
@options.run_settings
def command(data, output_dir, **settings) -> None:
    """Train a model from nothing on a folder of text."""
    from bashcoder_mlx.training.single_stage import pretrain

    options.announce(pretrain([data], output_dir, **settings))


run(command)
