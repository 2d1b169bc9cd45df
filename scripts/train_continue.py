#!/usr/bin/env python3
"""Stage 2: trains a model further on other text, as `bashcoder finetune` does."""

import environment  # noqa: F401  (before the package: it finds the virtual environment)
import click
import options

from bashcoder_mlx.cli import run
from bashcoder_mlx.cli.training_options import learning_rate


@click.command()
@options.checkpoint("--checkpoint")
@options.corpus("--data-dir", "data", "the text to train on")
@learning_rate(5e-4)
@options.run_settings
def command(checkpoint, data, output_dir, **settings) -> None:
    """Train a model further on a folder of text."""
    from bashcoder_mlx.training.single_stage import finetune

    options.announce(finetune(checkpoint, [data], output_dir, **settings))


run(command)
