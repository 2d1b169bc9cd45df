"""Options that the training scripts share, under their documented names."""

from pathlib import Path

import click

from bashcoder_mlx.checkpoints import find_checkpoint
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note, write_answer

FOLDER = click.Path(path_type=Path)


def _chain(*decorators):
    def decorate(function):
        for decorator in reversed(decorators):
            function = decorator(function)
        return function

    return decorate


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
    return _chain(
        click.option(flag, "checkpoint", required=True, callback=find, help=meaning),
        click.option("--tokenizer", type=FOLDER, help="Folder, for a .pt or .npz."),
        click.option(
            "--num-heads", type=click.IntRange(min=1), help="Of a .npz, which does not tell."
        ),
    )


# What every run takes besides its data and its rate.
run_settings = _chain(
    click.option(
        "--num-steps", "steps", type=click.IntRange(min=1), default=1000, show_default=True
    ),
    click.option("--output-dir", type=FOLDER, required=True, help="Its best/ is the model."),
    click.option("--batch-size", type=click.IntRange(min=1), help="Rows  [default: 16]"),
    click.option("--sequence-length", type=click.IntRange(min=2), help="Tokens  [default: 256]"),
    click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True),
    click.option("--resume", is_flag=True, help="Continue the run in the output folder."),
)


def announce(best: Path) -> None:
    """Prints the trained model's directory and, on stderr, how to try it."""
    write_answer(str(best))
    note(f"try it: python scripts/generate.py --checkpoint {best} --prompt 'list files'")
