"""Options that `pretrain` and `finetune` share."""

from pathlib import Path

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.terminal import note, write_answer, write_json

_OPTIONS = [
    click.option(
        "--steps",
        "--num-steps",
        "steps",
        type=click.IntRange(min=1),
        default=1000,
        show_default=True,
    ),
    click.option(
        "--valid",
        type=click.Path(path_type=Path),
        help="Validation set  [default: held out from the data]",
    ),
    click.option("--batch-size", type=click.IntRange(min=1), help="Rows  [default: 16]"),
    click.option(
        "--sequence-length", type=click.IntRange(min=2), help="Tokens of a row  [default: 256]"
    ),
    click.option("--accumulation", type=click.IntRange(min=1), help="Batches of an update."),
    click.option("--dropout", type=click.FloatRange(0, 1, max_open=True)),
    click.option("--schedule", type=click.Choice(["wsd", "cosine"]), help="[default: wsd]"),
    click.option("--warmup-steps", type=click.IntRange(min=0), help="[default: 20]"),
    click.option(
        "--optimizer", type=click.Choice(["muon", "adamw"]), default="muon", show_default=True
    ),
    click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True),
    click.option("--resume", is_flag=True, help="Continue the run in the output folder."),
]


def announce(best: Path) -> bool:
    """Prints the best model directory; of several ranks the first alone, and it returns true."""
    from bashcoder_mlx.training.ranks import connect

    is_first = connect().is_first
    if is_first:
        write_answer(str(best))
    return is_first


def training_options(function):
    """Adds the options; the command passes them on as keywords."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def learning_rate(default: float):
    """The option --learning-rate."""
    return click.option(
        "--learning-rate",
        type=click.FloatRange(min=0, min_open=True),
        default=default,
        show_default=True,
        help="Peak rate of AdamW; Muon's is ten times that.",
    )


def output_dir(default: str):
    """The option --output-dir."""
    return click.option(
        "-o",
        "--output-dir",
        type=click.Path(path_type=Path),
        default=default,
        show_default=True,
        help="The run's folder.",
    )


_PLAN_OPTIONS = [
    click.option(
        "--dry-run",
        is_flag=True,
        help="Write nothing; print parameters, memory, time, suitable corpora.",
    ),
    click.option(
        "--machines", type=click.IntRange(min=1), help="With --dry-run: that share the rows."
    ),
    click.option(
        "--link",
        type=click.FloatRange(min=0, min_open=True),
        help="With --dry-run: gigabits per second between them  [default: 10]",
    ),
    options.json,
]


def plan_options(function):
    """Adds --dry-run and what goes with it; the command gives them to `write_plan`."""
    for option in reversed(_PLAN_OPTIONS):
        function = option(function)
    return function


def take_plan_options(data, dry_run: bool, settings: dict) -> dict:
    """Takes what goes with --dry-run out of a command's settings, for `write_plan`.

    Raises:
        click.UsageError: as `check_plan_options`; there is no data, and it is no dry run.
    """
    how = {name: settings.pop(name) for name in ("machines", "link", "as_json")}
    check_plan_options(dry_run, **how)
    if not (data or dry_run):
        raise click.UsageError("Missing argument 'DATA...'.")
    return how


def check_plan_options(dry_run: bool, **given) -> None:
    """Raises `click.UsageError` for what is given without --dry-run."""
    names = [f"--{name.removeprefix('as_')}" for name, value in given.items() if value]
    if names and not dry_run:
        raise click.UsageError(f"{', '.join(names)}: for --dry-run alone")


def write_plan(recipe, data_dir: Path, machines: int | None, link: float | None, as_json: bool):
    """Prints what a recipe would take."""
    from bashcoder_mlx.training import plan

    note("timing a step of this model on this machine")
    made = plan.plan(recipe, data_dir, machines or 1, link or plan.LINK)
    if as_json:
        write_json(made.to_json())
    else:
        write_answer(made.to_text())
