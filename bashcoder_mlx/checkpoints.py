"""Finding a checkpoint from what a person types: a folder, a run, a name, a `.pt` path."""

import os
from collections.abc import Callable
from pathlib import Path

from bashcoder_mlx.errors import InputError

DEFAULT_MODEL = "bashcoder-tiny"
RUNS = Path("runs")
_PACKAGE = Path(__file__).parent
# In an installed wheel the weights lie inside the package, in a source tree beside it.
SHIPPED = (_PACKAGE / "weights", _PACKAGE.parent / "weights")
FOREIGN = (".pt", ".npz")  # llm-from-scratch's own files, for `bashcoder convert`


def find_checkpoint(text: str | Path, announce: Callable[[str], None] = lambda line: None) -> Path:
    """The model directory, or llm-from-scratch file, that `text` means.

    Tried in order: a model directory; a run folder (its `best`); a `.pt` or `.npz` file; a path to
    a file in a run folder, such as O/best_model.pt, where the folder holds our `best`; the name of
    a run in runs/; the name of shipped weights.

    Args:
        text: a path or a name.
        announce: told, in one line, when the choice is not literally what was typed.

    Raises:
        InputError: nothing of that name exists.
    """
    # os.path, unlike pathlib, takes any text: one too long, or a home folder nobody has.
    path = Path(os.path.expanduser(text))
    if os.path.isdir(path):
        return _in_folder(path, announce)
    if os.path.isfile(path):
        if path.suffix in FOREIGN:
            return path
        raise InputError(f"{path} is not a checkpoint: give a model directory, .pt or .npz")
    if path.suffix in FOREIGN and os.path.isfile(path.parent / "best" / "config.json"):
        announce(f"{path} does not exist; using {path.parent / 'best'}")
        return path.parent / "best"
    for folder in (RUNS, *SHIPPED):
        if len(path.parts) == 1 and os.path.isdir(folder / path):
            found = _in_folder(folder / path, lambda line: None)
            announce(f"using {found}")
            return found
    raise InputError(
        f"no checkpoint {text}: give a model directory, a .pt or .npz file, or a run's name"
    )


def shipped_weights() -> Path:
    """The weights that come with the package; what lies in the current folder does not matter.

    Raises:
        InputError: this installation has none.
    """
    for folder in SHIPPED:
        if (folder / DEFAULT_MODEL / "config.json").is_file():
            return folder / DEFAULT_MODEL
    raise InputError("this installation has no weights: name a model with --model MODEL")


def _in_folder(path: Path, announce: Callable[[str], None]) -> Path:
    if (path / "config.json").is_file():
        return path
    for name in ("best", "last"):
        if (path / name / "config.json").is_file():
            announce(f"using {path / name}")
            return path / name
    raise InputError(
        f"{path} is neither a model directory nor a run: it has no config.json and no best/"
    )
