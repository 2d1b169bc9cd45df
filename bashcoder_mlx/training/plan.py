"""What a run would take: parameters, memory, arithmetic, time; nothing is trained or written.

- FLOPs of a token: 6 for each parameter of a matrix (2 forward, 4 backward) and 12 layers x width
  x length for attention (Chowdhery et al. 2022, "PaLM", arXiv:2204.02311, appendix B). Embeddings
  are looked up, so they count once, as the output matrix.
- Memory: float32 weights with their gradients, moments and update, and what the forward pass keeps
  for the backward pass (`Size.memory`); checked against MLX's own count by `bashcoder bench scale`.
- Time: one step is timed on this machine, at the asked size cut to a few layers and rows, and
  scaled: what grows with the rows by the FLOPs of a row, what does not by the parameters.
- Machines: each takes its share of the rows; then all exchange gradients in a ring, 2 (N - 1) / N
  of their bytes over each link (Patarasu & Yuan 2009), not overlapped with the computation.
- Text: 20 tokens for each parameter (Hoffmann et al. 2022, "Chinchilla", arXiv:2203.15556).
"""

import math
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import mlx.core as mx
import numpy as np
from mlx.utils import tree_flatten

from bashcoder_mlx import runtime
from bashcoder_mlx.checkpoints import find_checkpoint
from bashcoder_mlx.corpora.registry import corpora
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.markdown import table
from bashcoder_mlx.model_directory import read_config
from bashcoder_mlx.models import build
from bashcoder_mlx.models.presets import SIZES, llama_config
from bashcoder_mlx.shards.mixture import Batch
from bashcoder_mlx.tokenizer import Tokenizer
from bashcoder_mlx.training.initialise import initialise
from bashcoder_mlx.training.loss import chunk_length
from bashcoder_mlx.training.optimizer import Optimizer, uses_muon
from bashcoder_mlx.training.recipe import OptimizerSettings, Recipe, Stage
from bashcoder_mlx.training.step import make_step

TOKENS_PER_PARAMETER = 20
BYTES_PER_TOKEN = 3.7  # of English and bash, with a vocabulary of 4,000 to 8,000 pieces
GIGABIT = 1e9 / 8  # bytes per second
LINK = 10.0  # gigabits per second between machines: 10-Gigabit Ethernet
DAY = 86_400
PRODUCT = 2048  # rows and columns of the matrices whose product measures the machine
# FLOPs of the step that is timed: a second or two.
_TIMED_FLOPS_CPU, _TIMED_FLOPS_GPU = 2e11, 2e13
_TRIALS = 3
_LONG = 5.0  # seconds of trials, after which no further one begins
_FLOAT = 4  # bytes
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
        half = _FLOAT // 2 if runtime.on_gpu() else _FLOAT  # what the blocks compute in
        moments = 2 * self.parameters - (self.in_blocks if optimizer == "muon" else 0)
        chunk = min(rows * length, chunk_length(self.vocabulary)) * self.vocabulary
        # Of each layer and token: inputs of the matrices, queries to values, the feed-forward
        # layer's four; and a weight for each head and position.
        kept = 7 * self.hidden + 4 * self.width + 4 * self.inner + self.heads * length
        return {
            "weights": _FLOAT * self.parameters + (half * self.parameters if half < 4 else 0),
            # Those of the step, and their scaled copies for the update or those of a second stream.
            "gradients": 2 * _FLOAT * self.parameters,
            "optimizer": _FLOAT * moments,
            "activations": half * rows * length * self.layers * kept,
            # What each stream holds of the logits, a chunk at a time.
            "loss": _CHUNKS * len(runtime.compute_streams()) * _FLOAT * chunk,
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
        self._run, self._length = make_step(model, rule, 1), length
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
    runtime.set_blas_threads(None)
    shape = (PRODUCT, PRODUCT)
    a, b = (mx.random.normal(shape).astype(runtime.compute_dtype()) for _ in range(2))
    mx.eval(a, b, a @ b)
    return 2 * PRODUCT**3 / min(_timed(lambda: mx.eval(a @ b)) for _ in range(_TRIALS))


def _timed(action) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


@dataclass(frozen=True)
class Plan:
    """What a recipe would take; seconds and bytes, everything else in its unit."""

    name: str
    parameters: int
    preset: str
    """The size of models/presets.py that is nearest in parameters."""
    memory: dict[str, float]
    machine_memory: int
    tokens: int
    flops_per_token: float
    flops: float
    product_flops_per_second: float
    machines: int
    link: float
    """Gigabits per second."""
    exchanged_bytes: float
    """Over each link, an update."""
    tokens_per_second: float
    seconds: float
    utilisation: float
    """Of the product's rate on one machine: FLOPs that the model needs, as a share of it."""
    wanted_tokens: int
    """20 for each parameter."""
    corpora: list[dict]
    """The registered ones that suit the preset, with their tokens, estimated from their bytes."""

    @property
    def tokens_per_day(self) -> float:
        """On all machines together."""
        return self.tokens_per_second * DAY

    @property
    def peak_bytes(self) -> float:
        """Of each machine."""
        return sum(self.memory.values())

    def to_text(self) -> str:
        """The plan as Markdown tables."""
        rows = [[name, figure] for name, figure in self._figures().items()]
        suiting = [
            [c["name"], c["kind"], _count(c["tokens"]), _share(c["tokens"] / self.wanted_tokens)]
            for c in self.corpora
        ]
        about = (
            f"Corpora that suit {self.preset}, the nearest size; tokens are estimates, at "
            f"{BYTES_PER_TOKEN} bytes each (`bashcoder data list`):"
        )
        header = ["corpus", "kind", "tokens", "of 20 for each parameter"]
        return "\n\n".join([table(["plan", self.name], rows), about, table(header, suiting)])

    def _figures(self) -> dict[str, str]:
        parts = ", ".join(f"{name} {_bytes(size)}" for name, size in self.memory.items())
        fits = "" if self.peak_bytes < self.machine_memory else "; too much: lower the batch size"
        figures = {
            "parameters": f"{self.parameters:,}",
            "peak memory": f"{_bytes(self.peak_bytes)} of {_bytes(self.machine_memory)}{fits}",
            "... of it": parts,
            "tokens": f"{_count(self.tokens)}, {self.flops:.2g} FLOPs",
            "this machine's product": f"{self.product_flops_per_second / 1e9:,.0f} GFLOP/s",
            "tokens/s": f"{self.tokens_per_second:,.0f} ({self.utilisation:.0%} of the product)",
            "time": duration(self.seconds),
            "tokens a day": _count(self.tokens_per_day),
            "20 for each parameter": (
                f"{_count(self.wanted_tokens)}: "
                f"{duration(self.wanted_tokens / self.tokens_per_second)}"
            ),
        }
        if self.machines > 1:
            each = self.exchanged_bytes / (self.link * GIGABIT)
            figures["machines"] = (
                f"{self.machines} like this one; {_bytes(self.exchanged_bytes)} an update over "
                f"{self.link:g} Gbit/s: {duration(each)}"
            )
        return figures

    def to_json(self) -> dict:
        """The plan as a document."""
        further = {"tokens_per_day": self.tokens_per_day, "peak_bytes": self.peak_bytes}
        return asdict(self) | further


def plan(recipe: Recipe, data_dir: Path = Path(), machines: int = 1, link: float = LINK) -> Plan:
    """Plans a run: counts, and times a step of its model on this machine.

    Args:
        recipe: of the run; its data are not read.
        data_dir: where a relative path of its tokenizer starts.
        machines: that share the rows of every batch.
        link: gigabits per second between them.

    Raises:
        InputError: there is no such checkpoint or tokenizer, or a batch has too few rows to share.
    """
    config = _config(recipe, data_dir)
    size, seconds, tokens, flops, paces = Size.of(config), 0.0, 0, 0.0, {}
    rate = product_rate()
    exchanged = 2 * (machines - 1) / machines * _FLOAT * size.parameters
    exchange = exchanged / (link * GIGABIT)
    for stage in recipe.stages:
        _check_rows(stage, machines)
        length = stage.sequence_length
        if length not in paces:
            paces[length] = measure_pace(config, length, recipe.optimizer)
        rows = stage.batch_size * stage.accumulation
        seconds += stage.steps * (paces[length].seconds(rows / machines) + exchange)
        tokens += stage.steps * rows * length
        flops += stage.steps * rows * length * size.flops_per_token(length)
    preset = nearest_preset(size.parameters)
    memories = [_memory(size, stage, recipe, machines) for stage in recipe.stages]
    return Plan(
        name=recipe.name,
        parameters=size.parameters,
        preset=preset,
        memory=max(memories, key=lambda parts: sum(parts.values())),
        machine_memory=runtime.physical_memory(),
        tokens=tokens,
        flops_per_token=flops / tokens,
        flops=flops,
        product_flops_per_second=rate,
        machines=machines,
        link=link,
        exchanged_bytes=exchanged,
        tokens_per_second=tokens / seconds,
        seconds=seconds,
        utilisation=flops / seconds / machines / rate,
        wanted_tokens=TOKENS_PER_PARAMETER * size.parameters,
        corpora=suitable_corpora(preset),
    )


def duration(seconds: float) -> str:
    """Seconds in the two units that tell most: 0.12 s, 3 min 20 s, 5 h 12 min, 12 days 3 h."""
    if seconds < 60:
        return f"{seconds:.2g} s"
    names, sizes = ("days", "h", "min", "s"), (DAY, 3600, 60, 1)
    first = next(i for i, size in enumerate(sizes) if seconds >= size)
    many, rest = divmod(seconds, sizes[first])
    return f"{many:,.0f} {names[first]} {rest // sizes[first + 1]:.0f} {names[first + 1]}"


def _count(number: float) -> str:
    """A number of tokens: 980M, 4.1G."""
    for unit, size in (("G", 1e9), ("M", 1e6), ("k", 1e3)):
        if number >= size:
            return f"{number / size:.3g}{unit}"
    return f"{number:.3g}"


def _share(part: float) -> str:
    return f"{part:,.0%}" if part >= 0.01 else "under 1%"


def _bytes(number: float) -> str:
    return f"{number / 1e9:,.1f} GB" if number >= 1e9 else f"{number / 1e6:,.0f} MB"


def _config(recipe: Recipe, data_dir: Path) -> dict:
    """The config.json that the run would have."""
    if recipe.model.checkpoint:
        return read_config(find_checkpoint(recipe.model.checkpoint))
    vocabulary = recipe.tokenizer.vocab_size
    if recipe.tokenizer.path:
        vocabulary = Tokenizer.load(data_dir / Path(recipe.tokenizer.path).expanduser()).vocab_size
    return llama_config(recipe.model.size, vocabulary, **recipe.model.overrides)


def _check_rows(stage: Stage, machines: int) -> None:
    if stage.batch_size < machines:
        raise InputError(
            f"stage {stage.name}: {stage.batch_size} rows cannot be shared by {machines} machines: "
            "raise the batch size, or name fewer machines"
        )


def _memory(size: Size, stage: Stage, recipe: Recipe, machines: int) -> dict[str, float]:
    rows = math.ceil(stage.batch_size / machines)
    return size.memory(rows, stage.sequence_length, recipe.optimizer.name)


def nearest_preset(parameters: int) -> str:
    """The preset whose number of parameters, at 8,192 pieces, is nearest by ratio."""

    def distance(name: str) -> float:
        return abs(math.log(Size.of(llama_config(name, 8192)).parameters / parameters))

    return min(SIZES, key=distance)


def suitable_corpora(preset: str) -> list[dict]:
    """Registered corpora that suit a preset: name, title, tokens (from bytes), kind."""
    return [
        {"name": c.name, "title": c.title, "kind": c.kind, "tokens": c.bytes / BYTES_PER_TOKEN}
        for c in corpora().values()
        if preset in c.sizes
    ]
