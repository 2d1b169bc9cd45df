"""`bashcoder bench`: speed and memory of this machine, beside those of peers."""

import json
from pathlib import Path

import click

from bashcoder_mlx.bench import ROWS, TRIALS
from bashcoder_mlx.cli import options
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.terminal import note, write_answer, write_json


@click.command()
@click.argument("rows", nargs=-1, metavar="[ROW]...", type=click.Choice(ROWS))
@click.option(
    "--trials",
    type=click.IntRange(min=1),
    default=TRIALS,
    show_default=True,
    help="Timed trials of each case.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the JSON document to this file too.",
)
@options.json
def command(rows, trials: int, output: Path | None, as_json: bool) -> None:
    """Measure speed and memory beside mlx-lm and PyTorch, in one run.

    Prints Markdown tables: medians, spreads, peak memory, ratios. The rows are train,
    decode, cold, data and scale; all by default. A peer that is not installed is left out. Do
    nothing else on the machine meanwhile:

        bashcoder bench train -o train.json
    """
    if output is not None and not output.absolute().parent.is_dir():
        raise InputError(f"{output}: no folder {output.parent}; make it, or name another")
    from bashcoder_mlx.bench.run import run_rows

    report = run_rows([row for row in ROWS if row in rows] or ROWS, trials, note)
    if as_json:
        write_json(report.to_json())
    else:
        write_answer(report.to_text())
    if output is not None:
        output.write_text(json.dumps(report.to_json(), indent=1) + "\n", encoding="utf-8")
    if report.failures:
        names = ", ".join(measured.case.name for measured in report.failures)
        raise BashcoderError(f"these cases failed, see the report for why: {names}")
