"""One stage at a time: pretraining a new model, and training a given one further."""

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bashcoder_mlx.atomic import replace_text
from bashcoder_mlx.checkpoints import FOREIGN, find_checkpoint
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.model_directory import read_config
from bashcoder_mlx.models import build
from bashcoder_mlx.models.presets import SIZES
from bashcoder_mlx.runtime import set_training_threads
from bashcoder_mlx.terminal import note
from bashcoder_mlx.training import builtin
from bashcoder_mlx.training.guards import locked
from bashcoder_mlx.training.identity import check_folder
from bashcoder_mlx.training.ranks import connect
from bashcoder_mlx.training.recipe import (
    ModelSettings,
    OptimizerSettings,
    Recipe,
    Source,
    Stage,
    TokenizerSettings,
)
from bashcoder_mlx.training.run import train

SEQUENCE_LENGTH = 256
UNREAD = (builtin.PREFIX + "stories",)  # the data of a recipe that is only planned
FINETUNE_RATE = 5e-4  # a quarter of the rate for a new model


def pretrain(
    data: Sequence[str | Path],
    output_dir: str | Path,
    *,
    size: str = "tiny",
    tokenizer: str | Path | None = None,
    kind: str = "bpe",
    vocab_size: int = TokenizerSettings.vocab_size,
    steps: int = 1000,
    learning_rate: float = OptimizerSettings.learning_rate,
    resume: bool = False,
    **settings,
) -> Path:
    """Trains a new model on a corpus.

    Args:
        data: files or folders.
        output_dir: the run folder.
        size: of the model, a preset.
        tokenizer: a directory with a tokenizer to use; otherwise one is trained on the data.
        kind, vocab_size: of the tokenizer to train.
        steps: updates.
        learning_rate: peak rate of AdamW; Muon's is ten times that.
        resume: continue the run in `output_dir`.
        settings: `valid`, `batch_size`, `sequence_length`, `accumulation`, `dropout`, `schedule`,
            `warmup_steps`, `optimizer`, `seed`.

    Returns:
        The best model directory.

    Raises:
        As `run.train`.
    """
    given = {"size": size, "tokenizer": tokenizer, "kind": kind, "vocab_size": vocab_size}
    given |= {"steps": steps, "learning_rate": learning_rate}
    return train(pretrain_recipe(data, **given, **settings), output_dir, resume=resume)


def pretrain_recipe(
    data: Sequence[str | Path],
    *,
    size: str,
    tokenizer: str | Path | None,
    kind: str,
    vocab_size: int,
    steps: int,
    learning_rate: float,
    **settings,
) -> Recipe:
    """The recipe that `pretrain` runs, of the same arguments."""
    path = None if tokenizer is None else _resolved(tokenizer)
    if size not in SIZES:
        raise InputError(f"unknown model size {size!r}: use one of {', '.join(SIZES)}")
    recipe = _recipe("pretrain", data, steps, learning_rate, SIZES[size][-1], settings)
    return replace(
        recipe,
        model=ModelSettings(size),
        tokenizer=TokenizerSettings(kind, vocab_size, path),
    )


def finetune(
    checkpoint: str | Path,
    data: Sequence[str | Path],
    output_dir: str | Path,
    *,
    tokenizer: str | Path | None = None,
    num_heads: int | None = None,
    steps: int = 1000,
    learning_rate: float = FINETUNE_RATE,
    replay_data: Sequence[str | Path] = (),
    replay_ratio: float = 0.1,
    resume: bool = False,
    **settings,
) -> Path:
    """Trains a model further on another corpus.

    Args:
        checkpoint: a model directory, a run, a name, or an llm-from-scratch `.pt` or `.npz`, which
            is converted first, into `output_dir`/initial.
        data: files or folders.
        output_dir: the run folder.
        tokenizer, num_heads: for an llm-from-scratch file, as for `convert`.
        steps, learning_rate, resume, settings: as for `pretrain`.
        replay_data: text of the earlier training, drawn with a share of `replay_ratio`, against
            forgetting.
        replay_ratio: in [0, 1).

    Returns:
        The best model directory.

    Raises:
        As `run.train` and `convert`.
    """
    output_dir = Path(output_dir).expanduser()
    set_training_threads()  # before a conversion evaluates anything
    ranks = connect()
    own_folder = ranks.folder(output_dir)
    with ranks.one_voice(output_dir):
        with ranks.together():
            check_folder(own_folder, resume)
            for path in (*data, *replay_data):
                _resolved(path)  # before anything is converted
        with ranks.together():
            found = find_checkpoint(checkpoint, ranks.note)
            if found.suffix in FOREIGN and found.is_file():
                found = _converted(found, own_folder, tokenizer, num_heads)
            elif tokenizer or num_heads:
                raise InputError(
                    f"--tokenizer and --num-heads are for a .pt or .npz: {found} has its own"
                )
    given = {"replay_data": replay_data, "replay_ratio": replay_ratio}
    given |= {"steps": steps, "learning_rate": learning_rate}
    recipe = finetune_recipe(found, data, **given, **settings)
    return train(recipe, output_dir, resume=resume)


def finetune_recipe(
    checkpoint: str | Path,
    data: Sequence[str | Path],
    *,
    steps: int,
    learning_rate: float,
    replay_data: Sequence[str | Path],
    replay_ratio: float,
    **settings,
) -> Recipe:
    """The recipe that `finetune` runs, of the same arguments.

    Raises:
        InputError: there is no such checkpoint, or it is a file that is to be converted first.
    """
    found = find_checkpoint(checkpoint)
    context = build(read_config(found)).context_length
    recipe = _recipe("finetune", data, steps, learning_rate, context, settings)
    if replay_data:
        recipe = replace(recipe, stages=(_replaying(recipe.stages[0], replay_data, replay_ratio),))
    # Not resolved: `best` of a run that goes on is still the model that this one began with.
    return replace(recipe, model=ModelSettings(checkpoint=os.path.abspath(found)))


def _converted(file: Path, output_dir: Path, tokenizer, num_heads: int | None) -> Path:
    """The model directory made of an llm-from-scratch file, once, in the run folder."""
    from bashcoder_mlx.conversion import convert

    initial, record = output_dir / "initial", output_dir / "initial.json"
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    source = json.dumps({"sha256": digest, "tokenizer": str(tokenizer), "num_heads": num_heads})
    if initial.exists() and record.exists() and record.read_text() == source:
        return initial
    if (output_dir / "last").is_symlink():
        raise InputError(f"{output_dir} holds a run of another checkpoint: choose another folder")
    with locked(output_dir):
        shutil.rmtree(initial, ignore_errors=True)
        convert(file, initial, tokenizer, num_heads)
        replace_text(record, source)
    note(f"converted {file} to {initial}")
    return initial


def _resolved(path: str | Path) -> str:
    if str(path).startswith(builtin.PREFIX):
        return str(path)
    found = Path(path).expanduser().resolve()
    if not found.exists():
        raise InputError(f"no such file or folder: {path}")
    return str(found)


def _replaying(stage: Stage, paths: Sequence[str | Path], ratio: float) -> Stage:
    """The stage with further sources, in shares that add up to `ratio`."""
    if not 0 < ratio < 1:
        raise InputError(
            f"a replay ratio of {ratio} leaves nothing to replay or to learn: use (0, 1)"
        )
    new = [replace(s, share=(1 - ratio) / len(stage.data)) for s in stage.data]
    old = [Source(_resolved(path), share=ratio / len(paths)) for path in paths]
    return replace(stage, data=(*new, *old))


def _recipe(name: str, data, steps: int, rate: float, context: int, settings: dict) -> Recipe:
    valid = settings.pop("valid", None)
    seed = settings.pop("seed", 0)
    optimizer = OptimizerSettings(settings.pop("optimizer", "muon"), rate)
    given = {key: value for key, value in settings.items() if value is not None}
    stage = Stage(
        name=name,
        steps=steps,
        data=tuple(Source(_resolved(path)) for path in data),
        valid={"valid": _resolved(valid)} if valid else {},
        **({"sequence_length": min(SEQUENCE_LENGTH, context)} | given),
    )
    return Recipe(name=name, stages=(stage,), seed=seed, optimizer=optimizer)
