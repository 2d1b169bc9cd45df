"""Options that the training scripts share, under their documented names."""

from pathlib import Path

import click

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note, write_answer


def corpus(flag: str, name: str, contents: str, **settings):
    """An option for a file or folder of text that must exist.

    Args:
        flag: its name on the command line.
        name: of the function's parameter.
        contents: what the text is, for the help and the error.
        settings: for `click.option`.

    Raises:
        InputError: when parsed, the path is not there; names the flag, the path and what to give.
    """

    def check(_ctx, _parameter, given):
        for path in given if isinstance(given, tuple) else [given]:
            if path is not None and not path.expanduser().exists():
                raise InputError(
                    f"{flag} {path}: no such file or folder; give {contents} "
                    "(.txt, .jsonl, .json or .sh, or a folder of them)"
                )
        return given

    help_text = f"{contents[0].upper()}{contents[1:]}: a file or folder."
    settings = {"required": True, "type": click.Path(path_type=Path), "help": help_text} | settings
    return click.option(flag, name, callback=check, **settings)


def output(function):
    """`--output-dir`, where a run is written."""
    return click.option(
        "--output-dir",
        type=click.Path(path_type=Path),
        required=True,
        help="Folder of the run; its `best` is the model.",
    )(function)


def steps_and_rate(function):
    """`--num-steps` and `--learning-rate`; None leaves them to the package's defaults."""
    for flag, kind, meaning in reversed(
        [
            ("--num-steps", click.IntRange(min=1), "Updates of the parameters."),
            ("--learning-rate", click.FloatRange(min=0, min_open=True), "Peak rate of AdamW."),
        ]
    ):
        function = click.option(flag, type=kind, help=meaning)(function)
    return function


def batches(function):
    """`--batch-size`, `--sequence-length`, `--seed` and `--resume`, as the package calls them."""
    for option in reversed(
        [
            click.option("--batch-size", type=click.IntRange(min=1), help="Rows of a batch."),
            click.option("--sequence-length", type=click.IntRange(min=2), help="Tokens of a row."),
            click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True),
            click.option("--resume", is_flag=True, help="Continue the run in the output folder."),
        ]
    ):
        function = option(function)
    return function


def announce(best: Path) -> None:
    """Prints the trained model's directory, and on stderr how to try it."""
    write_answer(str(best))
    note(f'try it: python scripts/generate.py --checkpoint {best} --prompt "..."')
