"""Which run a folder holds: its recipe and data, recorded so that neither can change under it."""

import json
import shutil
from pathlib import Path

from bashcoder_mlx.atomic import replace_text
from bashcoder_mlx.errors import InputError

_FILE = "recipe.json"


def check_folder(folder: Path, resume: bool) -> None:
    """Raises `InputError` where a run would overwrite something, or mix with it."""
    if folder.is_file():
        raise InputError(f"{folder} is a file: give a folder to write to")
    if (folder / "last").is_symlink() and not resume:
        raise InputError(f"{folder} holds a run already: add --resume, or choose another folder")
    ours = (folder / "run.lock").exists()
    if folder.is_dir() and any(folder.iterdir()) and not ours:
        raise InputError(f"{folder} exists and is not empty: choose another folder")


def claim(folder: Path, recipe: dict, sources: dict[str, str], has_checkpoint: bool) -> None:
    """Records what the run is, or checks that the folder holds the same one.

    Args:
        folder: the run folder, locked.
        recipe: all settings.
        sources: a fingerprint of every file that the recipe names.
        has_checkpoint: whether anything was trained; until then settings may be corrected.

    Raises:
        InputError: settings or data differ from those the folder was trained with.
    """
    identity = json.loads(json.dumps({"recipe": recipe, "sources": sources}))
    changed = _differences(recorded(folder), identity)
    if changed and has_checkpoint:
        raise InputError(
            f"{folder} holds a run with other settings or data ({', '.join(changed)}): "
            "choose another folder"
        )
    if changed:
        shutil.rmtree(folder / "tokenizer", ignore_errors=True)  # of the other settings
        replace_text(folder / _FILE, json.dumps(identity, indent=2) + "\n")


def recorded(folder: Path) -> dict:
    """The "recipe" and "sources" of a run; nothing where there is no record or a damaged one."""
    try:
        return json.loads((folder / _FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _differences(old, new, where: str = "") -> list[str]:
    """Dotted names of the settings in which two nested dictionaries differ."""
    if isinstance(old, dict) and isinstance(new, dict):
        names = sorted(old.keys() | new.keys())
        return [d for n in names for d in _differences(old.get(n), new.get(n), f"{where}.{n}")]
    return [] if old == new else [where.removeprefix(".")]
