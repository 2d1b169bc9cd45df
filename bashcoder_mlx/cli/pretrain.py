"""`bashcoder pretrain`: a new model."""

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
@output_dir("runs/pretrain")
@click.option("--size", default="tiny", show_default=True, help="nano tiny small medium large")
@click.option("--tokenizer", type=click.Path(path_type=Path), help="Use this one; train none.")
@click.option("--kind", type=click.Choice(["bpe", "char"]), default="bpe", show_default=True)
@click.option("--vocab-size", type=click.IntRange(min=1), default=8000, show_default=True)
@learning_rate(2e-3)
@training_options
@plan_options
def command(data, output_dir: Path, dry_run: bool, **settings) -> None:
    """Train a new model on DATA: files and folders of text, scripts or pairs.

    Prints the best model directory. With --dry-run it prints what the run would take, and needs no
    DATA.
    """
    how = take_plan_options(data, dry_run, settings)
    from bashcoder_mlx.training.single_stage import UNREAD, pretrain, pretrain_recipe

    if dry_run:
        del settings["resume"]
        write_plan(pretrain_recipe(data or UNREAD, **settings), Path(), **how)
        return
    announce(pretrain(data, output_dir, **settings))
