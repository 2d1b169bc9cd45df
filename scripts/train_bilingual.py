#!/usr/bin/env python3
"""English first, then bash: trains a language model on code, replaying English where given."""

import environment  # noqa: F401  (before the package: it finds the virtual environment)
import click
import options

from bashcoder_mlx.cli import run
from bashcoder_mlx.cli.training_options import learning_rate


@click.command()
@options.checkpoint("--language-checkpoint")
@options.corpus("--code-data", "data", "the bash to train on")
@options.corpus("--replay-data", "replay", "the English to keep in mind", required=False)
@click.option(
    "--replay-ratio",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.1,
    show_default=True,
    help="Share of the batches' rows drawn from --replay-data.",
)
@learning_rate(5e-4)
@options.run_settings
def command(checkpoint, data, replay, replay_ratio, output_dir, **settings) -> None:
    """Train a language model on code, so that it knows both."""
    from bashcoder_mlx.training.single_stage import finetune

    settings |= {"replay_data": [replay] if replay else [], "replay_ratio": replay_ratio}
    options.announce(finetune(checkpoint, [data], output_dir, **settings))


run(command)
