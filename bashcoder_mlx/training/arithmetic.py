"""The arithmetic of a training step: parameters, FLOPs, memory, and its time measured and scaled.

- FLOPs of a token: 6 for each parameter of a matrix (2 forward, 4 backward) and 12 layers x width
  x length for attention (Chowdhery et al. 2022, "PaLM", arXiv:2204.02311, appendix B). Embeddings
  are looked up, so they count once, as the output matrix.
- Memory: float32 weights with their gradients, moments and update, and what the forward pass keeps
  for the backward pass (`Size.memory`); checked against MLX's own count by `bashcoder bench scale`.
- Time: one step is timed on this machine, at the asked size cut to a few layers and rows, and
  scaled: what grows with the rows by the FLOPs of a row, what does not by the parameters.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

import mlx.core as mx
import numpy as np
from mlx.utils import tree_flatten

from bashcoder_mlx import runtime
from bashcoder_mlx.models import build
from bashcoder_mlx.shards.mixture import Batch
from bashcoder_mlx.training.initialise import initialise
from bashcoder_mlx.training.loss import chunk_length
from bashcoder_mlx.training.optimizer import Optimizer, uses_muon
from bashcoder_mlx.training.recipe import OptimizerSettings
from bashcoder_mlx.training.step import make_step

_PRODUCT = 2048  # rows and columns of the matrices whose product measures the machine
PRODUCT_FLOPS = 2 * _PRODUCT**3
FLOAT = 4  # bytes
# FLOPs of the step that is timed: a second or two.
_TIMED_FLOPS_CPU, _TIMED_FLOPS_GPU = 2e11, 2e13
_TRIALS = 3
_LONG = 5.0  # seconds of trials, after which no further one begins
_CHUNKS = 6  # arrays of the size of a chunk of logits that the loss holds at once


@dataclass(frozen=True)
class Size:
    """What the arithmetic needs to know of a model."""

    parameters: int
    matrices: int
    """Parameters that a token is multiplied with, the output matrix among them."""
    in_blocks: int
    """Parameters that Muon would update."""
    layers: int
    hidden: int
    width: int
    """Of attention: heads times their size."""
    heads: int
    inner: int
    """Width of the feed-forward layers."""
    vocabulary: int

    @classmethod
    def of(cls, config: dict) -> "Size":
        """Counts a model without computing any of its parameters.

        Args:
            config: its config.json.

        Raises:
            InputError: as `models.build`.
        """
        model = build(config)  # lazy: arrays have shapes, and no memory yet
        named = tree_flatten(model.parameters())
        in_blocks = sum(p.size for name, p in named if uses_muon(name, p))
        vocabulary, hidden = model.output_weight.shape
        first = model.residual_projections()
        return cls(
            parameters=sum(p.size for _, p in named),
            matrices=in_blocks + vocabulary * hidden,
            in_blocks=in_blocks,
            layers=len(model.make_cache()),
            hidden=hidden,
            width=first[0].weight.shape[1],
            heads=config.get("num_attention_heads") or config["n_head"],
            inner=first[1].weight.shape[1],
            vocabulary=vocabulary,
        )

    def flops_per_token(self, length: int) -> float:
        """Of training on a token in a row of `length`."""
        return 6 * self.matrices + 12 * self.layers * self.width * length

    def memory(self, rows: int, length: int, optimizer: str) -> dict[str, float]:
        """Bytes at the peak of a step, by what they are for.

        Args:
            rows: of a microbatch.
            length: tokens of a row.
            optimizer: "muon" or "adamw".
        """
        half = FLOAT // 2 if runtime.on_gpu() else FLOAT  # what the blocks compute in
        moments = 2 * self.parameters - (self.in_blocks if optimizer == "muon" else 0)
        chunk = min(rows * length, chunk_length(self.vocabulary)) * self.vocabulary
        # Of each layer and token: inputs of the matrices, queries to values, the feed-forward
        # layer's four; and a weight for each head and position.
        kept = 7 * self.hidden + 4 * self.width + 4 * self.inner + self.heads * length
        return {
            "weights": FLOAT * self.parameters + (half * self.parameters if half < 4 else 0),
            # Those of the step, and their scaled copies for the update or those of a second stream.
            "gradients": 2 * FLOAT * self.parameters,
            "optimizer": FLOAT * moments,
            "activations": half * rows * length * self.layers * kept,
            # What each stream holds of the logits, a chunk at a time.
            "loss": _CHUNKS * len(runtime.compute_streams()) * FLOAT * chunk,
        }


@dataclass(frozen=True)
class Pace:
    """Seconds of a step, measured on this machine and scaled to a model."""

    per_row: float
    """Grows with the rows: forward and backward of one."""
    per_update: float
    """Does not: the optimizer."""

    def seconds(self, rows: float) -> float:
        """Of an update on so many rows."""
        return self.per_row * rows + self.per_update


def measure_pace(config: dict, length: int, optimizer: OptimizerSettings) -> Pace:
    """Times steps of a model, with as few layers as it takes, and scales them.

    Args:
        config: the config.json of the whole model.
        length: tokens of a row.
        optimizer: whose update is part of the step.
    """
    runtime.set_training_threads()
    whole = Size.of(config)
    limit = _TIMED_FLOPS_GPU if runtime.on_gpu() else _TIMED_FLOPS_CPU
    cut = _cut(config, limit / (4 * length), length)
    timed = Size.of(cut)
    rows = int(min(16, max(4, limit / (length * timed.flops_per_token(length))))) // 2 * 2
    step, few = TimedStep(cut, length, optimizer), rows // 2
    seconds_few, seconds_all = step.seconds(few), step.seconds(rows)
    per_row = max(seconds_all - seconds_few, seconds_all / 4) / (rows - few)
    per_update = max(0.0, seconds_all - rows * per_row)
    work = whole.flops_per_token(length) / timed.flops_per_token(length)
    return Pace(per_row * work, per_update * whole.parameters / timed.parameters)


def _cut(config: dict, flops: float, length: int) -> dict:
    """The configuration with as many layers as keep a token within so many FLOPs, at least one."""
    key = "num_hidden_layers" if "num_hidden_layers" in config else "n_layer"
    layers = config[key]
    while layers > 1 and Size.of(config | {key: layers}).flops_per_token(length) > flops:
        layers -= 1
    return config | {key: layers}


class TimedStep:
    """The compiled step of a new model, on random tokens."""

    def __init__(self, config: dict, length: int, settings: OptimizerSettings):
        model = build(config | {"dropout": 0.0})
        initialise(model)
        model.train()
        rule = Optimizer(settings, model.trainable_parameters())
        self._run, self._length = make_step(model, rule), length
        self._vocabulary = model.output_weight.shape[0]

    def run(self, rows: int) -> None:
        """One update."""
        shape = (rows, self._length + 1)
        tokens = np.random.default_rng(0).integers(0, self._vocabulary, shape, np.int32)
        self._run([Batch(tokens, np.ones(shape, np.int32), np.ones(shape, bool), [])], 1.0)

    def seconds(self, rows: int) -> float:
        """Of an update: the least of a few, or of one that takes long, after one that compiles."""
        self.run(rows)
        found = []
        while not found or (len(found) < _TRIALS and sum(found) < _LONG):
            found.append(_timed(lambda: self.run(rows)))
        return min(found)


def product_rate() -> float:
    """FLOPs per second of the machine's matrix product, in the precision of training."""
    multiply = product()
    multiply()
    return PRODUCT_FLOPS / min(_timed(multiply) for _ in range(_TRIALS))


def product() -> Callable[[], None]:
    """What multiplies two random matrices on all cores, `PRODUCT_FLOPS` at each call."""
    runtime.set_blas_threads(None)
    shape = (_PRODUCT, _PRODUCT)
    a, b = (mx.random.normal(shape).astype(runtime.compute_dtype()) for _ in range(2))
    mx.eval(a, b)
    return lambda: mx.eval(a @ b)


def _timed(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
