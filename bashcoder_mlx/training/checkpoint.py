"""Checkpoints of a run: model directories under checkpoints/, named by links that move atomically.

RUN/checkpoints/STAGE-STEP/   a model directory, with training/ to resume from
RUN/last, RUN/best            links to the newest, and to the best of the newest stage
RUN/STAGE                     link to the end of a finished stage
"""

import json
import os
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import mlx.core as mx
from mlx.utils import tree_flatten, tree_unflatten

from bashcoder_mlx.atomic import fsync
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.model_directory import Loaded, read_weights, write_model_directory
from bashcoder_mlx.training.optimizer import Optimizer

_STATE, _OPTIMIZER = "training/state.json", "training/optimizer.safetensors"


@dataclass(frozen=True)
class Position:
    """Where a run is: `step` updates of stage number `stage` are done, `tokens` seen in all."""

    stage: int = 0
    step: int = 0
    tokens: int = 0
    best: float | None = None
    """The stage's lowest validation figure so far."""

    def next_stage(self) -> "Position":
        """The beginning of the following stage."""
        return replace(self, stage=self.stage + 1, step=0, best=None)


class Checkpoints:
    """The checkpoints of one run folder."""

    def __init__(self, run: Path):
        self.run = run
        self.folder = run / "checkpoints"

    def save(self, name: str, loaded: Loaded, optimizer: Optimizer, position: Position):
        """Writes a checkpoint; on return it is on disk, and nothing points to it yet."""
        path = self.folder / name
        if path.resolve() in self._links():
            return  # saved at this step already
        shutil.rmtree(path, ignore_errors=True)  # left by a process that died before linking it

        def write_training(folder: Path) -> None:
            (folder / "training").mkdir()
            (folder / _STATE).write_text(json.dumps(asdict(position), indent=2) + "\n")
            arrays = dict(tree_flatten(optimizer.state))
            mx.save_safetensors(str(folder / _OPTIMIZER), arrays)

        weights = dict(tree_flatten(loaded.model.parameters()))
        write_model_directory(path, loaded.config, weights, loaded.tokenizer, extra=write_training)

    def link(self, link: str, name: str) -> None:
        """Makes RUN/`link` point to the checkpoint `name`, atomically."""
        temporary = self.run / f".{link}.tmp"
        try:
            temporary.unlink(missing_ok=True)
            temporary.symlink_to(Path("checkpoints") / name)
            os.replace(temporary, self.run / link)
        except OSError as error:
            temporary.unlink(missing_ok=True)
            raise BashcoderError(f"cannot write {self.run / link}: {error.strerror}") from error

    def prune(self) -> None:
        """Removes checkpoints that no link names, and what killed processes left half-written."""
        try:
            fsync(self.run)
        except OSError:
            return  # what the links named until now may be all that a power cut leaves
        for leftover in self.run.glob("shards/.*"):
            shutil.rmtree(leftover, ignore_errors=True)
        linked = self._links()
        for path in self.folder.glob("*"):
            if path.resolve() not in linked:
                shutil.rmtree(path, ignore_errors=True)

    def _links(self) -> dict[Path, str]:
        return {p.resolve(): p.name for p in self.run.iterdir() if p.is_symlink() and p.exists()}

    def exists(self) -> bool:
        """Whether the run has saved anything; a damaged checkpoint counts too."""
        return (self.run / "last").is_symlink()

    def read_state(self) -> Position:
        """The position of the last checkpoint.

        Raises:
            BashcoderError: it was saved in another form.
        """
        try:
            return Position(**json.loads((self.run / "last" / _STATE).read_text()))
        except (OSError, ValueError, TypeError) as error:
            raise BashcoderError(f"{self.run / 'last'} cannot be resumed: {error}") from error

    def restore(self, optimizer: Optimizer) -> None:
        """Gives the optimizer the state it had; before its step is compiled."""
        arrays = read_weights(self.run / "last" / _OPTIMIZER)
        optimizer.state = tree_unflatten(list(arrays.items()))
