"""`bashcoder train`: all the stages of a recipe."""

from pathlib import Path

import click

from bashcoder_mlx.cli.training_options import (
    announce,
    check_plan_options,
    plan_options,
    write_plan,
)


@click.command()
@click.argument("recipe")
@click.option(
    "-o", "--output-dir", type=click.Path(path_type=Path), help="Folder  [default: runs/NAME]"
)
@click.option(
    "--data-dir",
    type=click.Path(path_type=Path),
    default=".",
    show_default=True,
    help="Where the paths in the recipe start.",
)
@click.option("--resume", is_flag=True, help="Continue the run in the output folder.")
@plan_options
def command(
    recipe: str, output_dir: Path | None, data_dir: Path, resume: bool, dry_run: bool, **how
) -> None:
    """Run all the stages of RECIPE, a TOML file or the name of a shipped recipe.

    Prints the best model directory.
    """
    check_plan_options(dry_run, **how)
    from bashcoder_mlx.checkpoints import RUNS
    from bashcoder_mlx.training.recipe import load_recipe
    from bashcoder_mlx.training.run import train

    loaded = load_recipe(recipe)
    if dry_run:
        write_plan(loaded, data_dir, **how)
        return
    best = train(loaded, output_dir or RUNS / loaded.name, data_dir=data_dir, resume=resume)
    announce(best)
