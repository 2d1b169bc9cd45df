"""`bashcoder evaluate`: how good a model is, beside baselines and published systems."""

import shlex
from pathlib import Path

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.evaluation import CANDIDATES, SECTIONS
from bashcoder_mlx.terminal import note, write_answer, write_json


@click.command()
@options.model
@click.option(
    "--compare",
    nargs=2,
    metavar="A B",
    help="Two models side by side, with intervals of their differences.",
)
@click.option(
    "--predictions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Judge this file of prompts and completions in place of a model.",
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("data"),
    show_default=True,
    help="Held-out files: NAME.valid.jsonl, nl2bash.dev.jsonl; and nl2bash.train.jsonl.",
)
@click.option(
    "--tasks",
    "tasks_dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A suite of tasks to execute  [default: the everyday suite].",
)
@click.option(
    "--only",
    "parts",
    multiple=True,
    type=click.Choice(SECTIONS),
    help="This part; repeatable.",
)
@click.option(
    "-k",
    "--candidates",
    type=click.IntRange(1, 32),
    default=CANDIDATES,
    show_default=True,
    help="Answers to each question.",
)
@click.option(
    "--before", metavar="MODEL", help="The model it was trained on from: shows what it retained."
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many items of each kind.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A new folder for report.json, report.md, examples.jsonl and plots.",
)
@options.json
def command(
    model,
    compare,
    predictions,
    data_dir,
    tasks_dir,
    parts,
    candidates,
    before,
    limit,
    output,
    as_json,
) -> None:
    """Measure a model: held-out text, NL2Bash, executed tasks, macOS, explanations.

    Every figure has its 95 % interval, and a TF-IDF nearest neighbour stands beside it. Commands
    run only in a sandbox; without one they are not run. Any model that mlx-lm loads can be judged:

        bashcoder evaluate --data-dir data -o report
    """
    _check(model, compare, predictions, before, output)
    from bashcoder_mlx.evaluation.inputs import read_inputs
    from bashcoder_mlx.evaluation.run import evaluate
    from bashcoder_mlx.evaluation.suite import shipped_suite

    inputs = read_inputs(data_dir, tasks_dir or shipped_suite(), limit)
    systems, earlier = _open(model, compare, predictions, before)
    chosen = [part for part in SECTIONS if part in parts] or SECTIONS
    report = evaluate(systems, inputs, parts=chosen, count=candidates, before=earlier, note=note)
    words = _command(
        model=model,
        compare=compare,
        predictions=predictions,
        data_dir=data_dir if data_dir.is_dir() else None,
        tasks=tasks_dir,
        candidates=candidates if candidates != CANDIDATES else None,
        before=before,
        limit=limit,
    )
    if as_json:
        write_json(report.to_json(words))
    else:
        write_answer(report.to_text(words))
    if output is not None:
        _write(report, output, words)


def _check(model, compare, predictions, before, output: Path | None) -> None:
    """Refuses what cannot go together, and an output that could not be written in the end."""
    if (model is not None) + (compare is not None) + (predictions is not None) > 1:
        raise click.UsageError("give one of --model, --compare and --predictions")
    if compare and compare[0] == compare[1]:
        raise click.UsageError("give two different models to --compare")
    if before is not None and (compare or predictions):
        raise click.UsageError("--before is for one model: leave it out")
    if output is not None:
        if output.exists():
            raise InputError(f"{output} exists: give the report another folder")
        output.parent.mkdir(parents=True, exist_ok=True)


def _open(model, compare, predictions, before) -> tuple:
    """The systems to judge, and what the only one was before."""
    from bashcoder_mlx.evaluation.run import open_before, open_system
    from bashcoder_mlx.evaluation.systems import Predictions

    if predictions:
        return [Predictions(predictions)], None
    if compare:
        return [open_system(name, note) for name in compare], None
    return [open_system(model, note)], open_before(before, model, note)


def _write(report, output: Path, words: str) -> None:
    written = report.write(output, words)
    note(f"wrote {', '.join(map(str, written))}")
    if not any(path.suffix == ".png" for path in written):
        note("no plots: they need matplotlib, the `report` extra")


def _command(**given) -> str:
    """The command line that was given, without what to show and where."""
    words = ["bashcoder", "evaluate"]
    for name, value in given.items():
        if value is not None:
            words.append(f"--{name.replace('_', '-')}")
            words += map(str, value if isinstance(value, tuple) else [value])
    return shlex.join(words)
