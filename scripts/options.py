"""Options that the training scripts share, under their documented names."""

from pathlib import Path

import click

from bashcoder_mlx.checkpoints import find_checkpoint
from bashcoder_mlx.cli import training_options
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note

FOLDER = click.Path(path_type=Path)


def corpus(flag: str, name: str, contents: str, required: bool = True):
    """An option for text to read, which must exist.

    Args:
        flag: its name on the command line.
        name: of the function's parameter, a Path, or None where the flag is left out.
        contents: what the text is, for the help and the error.
        required: whether the flag must be given.

    Raises:
        InputError: while parsing, when the path is not there.
    """

    def check(_context, _parameter, path: Path | None) -> Path | None:
        path = path and path.expanduser()
        if path and not path.exists():
            raise InputError(
                f"{flag} {path}: no such file or folder; give {contents} as .txt, .jsonl, .json "
                "or .sh, or a folder of them"
            )
        return path

    meaning = f"{contents[0].upper()}{contents[1:]}: a file or folder."
    settings = {"type": FOLDER, "required": required, "callback": check, "help": meaning}
    return click.option(flag, name, **settings)


def checkpoint(flag: str):
    """The model to start from, as `checkpoint`, with what a foreign file needs to be converted.

    Raises:
        InputError: while parsing, when there is no such checkpoint.
    """

    def find(_context, _parameter, text: str) -> Path:
        try:
            return find_checkpoint(text, note)
        except InputError as error:
            raise InputError(f"{flag}: {error}") from error

    meaning = "A model directory, a run, a .pt or .npz file, or a name."

    def decorate(function):
        heads = "Of a .npz, which does not tell."
        function = click.option("--num-heads", type=click.IntRange(min=1), help=heads)(function)
        function = click.option("--tokenizer", type=FOLDER, help="Folder, for a .pt or .npz.")(
            function
        )
        return click.option(flag, "checkpoint", required=True, callback=find, help=meaning)(
            function
        )

    return decorate


def run_settings(function):
    """The options of `bashcoder pretrain` and `finetune`, with an output folder to name."""
    meaning = "Its best/ is the model."
    required = click.option("--output-dir", type=FOLDER, required=True, help=meaning)
    return required(training_options.training_options(function))


def announce(best: Path) -> None:
    """Prints the trained model's directory and, on stderr, how to try it."""
    if training_options.announce(best):
        note(f"try it: python scripts/generate.py --checkpoint {best} --prompt 'list files'")
