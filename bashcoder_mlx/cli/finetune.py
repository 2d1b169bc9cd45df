"""`bashcoder finetune`: a given model, trained further."""

from pathlib import Path

import click

from bashcoder_mlx.cli.training_options import (
    announce,
    learning_rate,
    output_dir,
    plan_options,
    take_plan_options,
    training_options,
    write_plan,
)


@click.command()
@click.argument("data", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-c",
    "--checkpoint",
    required=True,
    help="A model directory, a run, a name, or an llm-from-scratch .pt or .npz.",
)
@output_dir("runs/finetune")
@click.option("--tokenizer", type=click.Path(path_type=Path), help="Of a .pt or .npz.")
@click.option("--num-heads", type=click.IntRange(min=1), help="Of a .npz, which does not tell.")
@click.option(
    "--replay-data",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Text of the earlier training, against forgetting.",
)
@click.option("--replay-ratio", default=0.1, show_default=True, help="Its share of the rows.")
@learning_rate(5e-4)
@training_options
@plan_options
def command(data, checkpoint: str, output_dir: Path, dry_run: bool, **settings) -> None:
    """Train a model further on DATA.

    Prints the best model directory. With --dry-run it prints what the run would take, and needs no
    DATA.
    """
    how = take_plan_options(data, dry_run, settings)
    from bashcoder_mlx.training.single_stage import UNREAD, finetune, finetune_recipe

    if dry_run:
        for name in ("resume", "tokenizer", "num_heads"):
            del settings[name]
        write_plan(finetune_recipe(checkpoint, data or UNREAD, **settings), Path(), **how)
        return
    announce(finetune(checkpoint, data, output_dir, **settings))
