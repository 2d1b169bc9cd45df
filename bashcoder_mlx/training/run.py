"""Training runs: all stages of a recipe, one stage, or one stage from a checkpoint."""

import math
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import mlx.core as mx
import numpy as np
from mlx.utils import tree_flatten

from bashcoder_mlx.checkpoints import find_checkpoint
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.model_directory import Loaded, load_model_directory
from bashcoder_mlx.models import build
from bashcoder_mlx.runtime import set_training_threads
from bashcoder_mlx.shards.encode import token_bytes
from bashcoder_mlx.shards.mixture import BLOCK, Batch
from bashcoder_mlx.terminal import note
from bashcoder_mlx.training.checkpoint import Checkpoints, Position
from bashcoder_mlx.training.data import Corpus, StageData
from bashcoder_mlx.training.guards import Interrupted, locked, stop_signals
from bashcoder_mlx.training.identity import check_folder, claim
from bashcoder_mlx.training.initialise import new_model
from bashcoder_mlx.training.optimizer import Optimizer
from bashcoder_mlx.training.progress import NoReporter, Reporter, plot_loss, rewind_metrics
from bashcoder_mlx.training.ranks import Ranks, connect
from bashcoder_mlx.training.recipe import Recipe, Stage, load_recipe
from bashcoder_mlx.training.replication import check_recipe, require_same_data, share_start
from bashcoder_mlx.training.schedule import rate_factor
from bashcoder_mlx.training.step import make_evaluation, make_step
from bashcoder_mlx.training.validation import evaluate


def train(
    recipe: str | Path | dict | Recipe,
    output_dir: str | Path,
    *,
    data_dir: str | Path = ".",
    resume: bool = False,
) -> Path:
    """Runs all stages of a recipe; on all ranks together where `mlx.launch` started several.

    Args:
        recipe: a TOML file, the name of a shipped recipe, or a dictionary of the same shape.
        output_dir: the run folder: checkpoints, `best`, `last`, metrics.jsonl, loss.png.
        data_dir: where the relative paths of the recipe start.
        resume: continue where the run folder stopped, exactly; starts when it is empty.

    Returns:
        The best model directory of the last stage.

    Raises:
        InputError: a setting or path is wrong, or the folder holds something else already.
        BashcoderError: training diverged, the disk is full, another process writes there.
        Interrupted: a signal came; everything is saved.
        LostRank: another rank is gone.
        SystemExit: on other ranks than the first, in place of the failures that all share.
    """
    recipe, run = load_recipe(recipe), Path(output_dir).expanduser()
    set_training_threads()
    ranks = connect()
    with ExitStack() as stack, ranks.one_voice(run):
        if ranks.size > 1:
            set_training_threads(ranks.on_this_machine())
        check_recipe(ranks, recipe)
        folder = ranks.folder(run)
        with ranks.together():
            check_folder(folder, resume)
            corpus = Corpus(recipe, folder, Path(data_dir).expanduser(), ranks.note)
        with ranks.together():  # not before: the others' folders are in the one checked
            stack.enter_context(locked(folder))
        signals = stack.enter_context(stop_signals(is_remote=ranks.size > 1))
        _Run(recipe, folder, corpus, signals, ranks).train_all()
    return run / "best"


class _Run:
    """One run folder being written; or, on other ranks than the first, one being followed."""

    def __init__(
        self, recipe: Recipe, folder: Path, corpus: Corpus, signals: list[int], ranks: Ranks
    ):
        self.recipe, self.folder, self.corpus, self.signals = recipe, folder, corpus, signals
        self.ranks = ranks
        self.checkpoints = Checkpoints(folder)
        self.position, loaded = Position(), None
        with ranks.together():
            if ranks.is_first:
                claim(folder, recipe.to_dict(), corpus.fingerprints, self.checkpoints.exists())
            self.checkpoints.prune()
            if ranks.is_first:
                loaded = self._start()
        self.position, self.loaded = share_start(ranks, self.position, loaded)
        self.steps_before = [
            sum(s.steps for s in recipe.stages[:i]) for i in range(len(recipe.stages))
        ]

    def _start(self) -> Loaded:
        """The model to continue: the last checkpoint's, a given one's, or a new one."""
        if self.checkpoints.exists():
            self.position = self.checkpoints.read_state()
            loaded = load_model_directory(self.folder / "last", mx.float32)
            note(f"resuming after {self.position.step} steps of stage {self.position.stage + 1}")
            return loaded
        if self.recipe.model.checkpoint:
            found = find_checkpoint(self.recipe.model.checkpoint, note)
            return load_model_directory(found, mx.float32)
        tokenizer = self.corpus.tokenizer()
        return new_model(self.recipe.model, tokenizer, self.recipe.seed, self.folder)

    def train_all(self) -> None:
        """Trains what is left of all stages."""
        for stage in self.recipe.stages:
            stage.check_context(self.loaded.model.context_length)
        with self.ranks.together():
            reporter = self._reporter()
        with reporter:
            for index in range(self.position.stage, len(self.recipe.stages)):
                self._train_stage(index, reporter)
        with self.ranks.together():
            if self.ranks.is_first and (plot := plot_loss(self.folder)):
                note(f"plot: {plot}")

    def _reporter(self) -> Reporter | NoReporter:
        if not self.ranks.is_first:
            return NoReporter()
        done = self.steps_before[self.position.stage] + self.position.step
        saved = done if self.checkpoints.exists() else -1
        rewind_metrics(self.folder, saved, self.recipe.stages[self.position.stage].name)
        total = sum(stage.steps for stage in self.recipe.stages)
        parameters = sum(p.size for _, p in tree_flatten(self.loaded.model.parameters()))
        count = f" on {self.ranks.size} ranks" if self.ranks.size > 1 else ""
        note(f"{self.recipe.name}: {parameters:,} parameters, {total} steps{count}")
        return Reporter(self.folder, total, done)

    def _train_stage(self, index: int, reporter: Reporter) -> None:
        stage = self.recipe.stages[index]
        if self.position.stage < index:
            self.position = self.position.next_stage()
        if self.position.step == stage.steps:
            return
        self._stop_if_asked()
        with self.ranks.together():
            data = self.corpus.stage(index, self.loaded.tokenizer)
        require_same_data(self.ranks, stage, data)
        self._prepare_model(stage, data)
        optimizer = Optimizer(self.recipe.optimizer, self.loaded.model.trainable_parameters())
        if self.position.step:
            self._restore(optimizer)
        step_function = make_step(self.loaded.model, optimizer, self.ranks)
        evaluation = make_evaluation(self.loaded.model, token_bytes(self.loaded.tokenizer))
        with self.ranks.together():
            if self.ranks.is_first and not self.position.step and not self.signals:
                self._note_plan(stage, data, reporter)
                self._validate(stage, data, evaluation, reporter)
        self._stop_if_asked()
        reporter.restart_clock()
        for step in range(self.position.step, stage.steps):
            self._update(stage, data, step, step_function, reporter)
            # Asked once: a signal after this waits for the next step.
            signum = self.ranks.stop_signal(self.signals)
            is_due = (step + 1) % self.recipe.eval_every == 0 or step + 1 == stage.steps
            if is_due or signum:
                self._keep(stage, data, evaluation if is_due else None, optimizer, reporter)
            self._stop(signum)

    def _restore(self, optimizer: Optimizer) -> None:
        """The optimizer's state of the last checkpoint, which rank 0 has."""
        with self.ranks.together():
            if self.ranks.is_first:
                self.checkpoints.restore(optimizer)
        optimizer.state = self.ranks.share(optimizer.state)

    def _keep(self, stage: Stage, data: StageData, evaluation, optimizer, reporter) -> None:
        """Saves, after validation where an `evaluation` is given; the other ranks wait."""
        with self.ranks.together():
            if self.ranks.is_first:
                is_best = bool(evaluation) and self._judge(stage, data, evaluation, reporter)
                self._save(stage, optimizer, reporter, is_best)
        # Machines that differ round differently: none strays further than this from what is saved.
        self.loaded.model.update(self.ranks.share(self.loaded.model.parameters()))

    def _stop_if_asked(self) -> None:
        self._stop(self.ranks.stop_signal(self.signals))

    def _stop(self, signum: int) -> None:
        if signum:
            raise Interrupted(signum, f"stopped; continue with --resume in {self.folder}")

    def _prepare_model(self, stage: Stage, data: StageData) -> None:
        """The same weights in a model with the stage's dropout, and its tasks in the config."""
        tasks = sorted({*self.loaded.config.get("tasks", ()), *data.tasks})
        config = self.loaded.config | {"tasks": tasks}
        model = build(config | {"dropout": stage.dropout})
        model.load_weights(tree_flatten(self.loaded.model.parameters()))
        self.loaded = replace(self.loaded, model=model, config=config)

    def _note_plan(self, stage: Stage, data: StageData, reporter: Reporter) -> None:
        rows = stage.steps * stage.batch_size * stage.accumulation
        epochs = data.mixture.epochs(rows)
        reporter.note(f"stage={stage.name} tokens={rows * stage.sequence_length}")
        for shard, count, passes in zip(
            data.mixture.shards, data.mixture.counts, epochs, strict=True
        ):
            meta = shard.meta
            reporter.note(
                f"source={meta.source} share={count / BLOCK:.3f} epochs={passes:.2f} "
                f"documents={meta.documents} tokens={meta.tokens}"
            )

    def _update(self, stage: Stage, data: StageData, step: int, step_function, reporter) -> None:
        model = self.loaded.model
        model.train()
        first = step * stage.accumulation
        batches = [
            data.mixture.batch(first + i, stage.batch_size) for i in range(stage.accumulation)
        ]
        mx.random.seed(_seed(self.recipe.seed, self.position.stage, step, *self.ranks.seed))
        factor = rate_factor(stage, step) * stage.learning_rate_scale
        loss, norm = step_function(batches, factor)
        if not (math.isfinite(loss) and math.isfinite(norm)):
            raise BashcoderError(self._divergence(stage, step, loss, norm, batches))
        tokens = int(sum(np.count_nonzero(b.segments) for b in batches))
        self.position = replace(self.position, step=step + 1, tokens=self.position.tokens + tokens)
        row = self._row(stage) | {"loss": loss, "grad_norm": norm}
        row |= {"learning_rate": factor * self.recipe.optimizer.learning_rate}
        reporter.step(stage.name, row, tokens)

    def _row(self, stage: Stage) -> dict:
        total = self.steps_before[self.position.stage] + self.position.step
        place = {"stage": stage.name, "step": self.position.step, "total_step": total}
        return place | {"tokens": self.position.tokens}

    def _divergence(self, stage, step: int, loss: float, norm: float, batches: list[Batch]) -> str:
        origin = [place for batch in batches for place in batch.origin][:4]
        rows = ", ".join(f"document {s.first_document[r]} of {s.meta.source}" for s, r in origin)
        last = self.folder / "last"
        saved = f"{last} is the last good checkpoint" if last.exists() else "nothing was saved yet"
        return (
            f"loss {loss} with gradient norm {norm} at step {step + 1} of stage {stage.name}, on "
            f"rows that begin with {rows}, ...; {saved}: lower the learning rate"
        )

    def _validate(self, stage: Stage, data: StageData, evaluation, reporter) -> float | None:
        """Validates on every set; the bits per byte of the first."""
        self.loaded.model.eval()
        figures = {
            name: evaluate(evaluation, shard, stage.batch_size, self.recipe.eval_rows)
            for name, shard in data.valid.items()
        }
        if not figures:
            return None
        reporter.validation(self._row(stage) | {"valid": figures})
        return next(iter(figures.values()))["bits_per_byte"]

    def _judge(self, stage: Stage, data: StageData, evaluation, reporter) -> bool:
        """Validates; whether the model is the best of its stage."""
        value = self._validate(stage, data, evaluation, reporter)
        # Without validation the newest is the best there is.
        is_best = value is None or self.position.best is None or value < self.position.best
        if is_best:
            self.position = replace(self.position, best=value)
        return is_best

    def _save(self, stage: Stage, optimizer: Optimizer, reporter, is_best: bool = False) -> None:
        name = f"{stage.name}-{self.position.step:06d}"
        self.checkpoints.save(name, self.loaded, optimizer, self.position)
        finished = [stage.name] if self.position.step == stage.steps else []
        # `last` at the end: a crash in between leaves it behind, and resuming repeats the work.
        for link in (["best"] if is_best else []) + finished + ["last"]:
            self.checkpoints.link(link, name)
        self.checkpoints.prune()
        reporter.note(f"saved {self.folder / 'last'} stage={stage.name} step={self.position.step}")
        reporter.restart_clock()


def _seed(*parts: int) -> int:
    return int(np.random.SeedSequence(parts).generate_state(1)[0])
