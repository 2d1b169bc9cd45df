"""What a run would take: parameters, memory, arithmetic, time; nothing is trained or written.

The figures of a step are those of arithmetic.py.

- Machines: each takes its share of the rows; then all exchange gradients in a ring, 2 (N - 1) / N
  of their bytes over each link (Patarasu & Yuan 2009), not overlapped with the computation.
- Text: 20 tokens for each parameter (Hoffmann et al. 2022, "Chinchilla", arXiv:2203.15556).
"""

import math
from dataclasses import asdict, dataclass
from pathlib import Path

from bashcoder_mlx import runtime
from bashcoder_mlx.checkpoints import find_checkpoint
from bashcoder_mlx.corpora.registry import corpora
from bashcoder_mlx.markdown import table
from bashcoder_mlx.model_directory import read_config
from bashcoder_mlx.models import build
from bashcoder_mlx.models.presets import SIZES, llama_config
from bashcoder_mlx.tokenizer import Tokenizer
from bashcoder_mlx.training.arithmetic import FLOAT, Size, measure_pace, product_rate
from bashcoder_mlx.training.recipe import Recipe, Stage

TOKENS_PER_PARAMETER = 20
BYTES_PER_TOKEN = 3.7  # of English and bash, with a vocabulary of 4,000 to 8,000 pieces
GIGABIT = 1e9 / 8  # bytes per second
LINK = 10.0  # gigabits per second between machines: 10-Gigabit Ethernet
DAY = 86_400


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
    runtime.set_training_threads()
    config = _config(recipe, data_dir)
    size, seconds, tokens, flops, paces = Size.of(config), 0.0, 0, 0.0, {}
    rate, context = product_rate(), build(config).context_length
    exchanged = 2 * (machines - 1) / machines * FLOAT * size.parameters
    exchange = exchanged / (link * GIGABIT)
    for stage in recipe.stages:
        stage.check_shares(machines, "machines")
        stage.check_context(context)
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


def _memory(size: Size, stage: Stage, recipe: Recipe, machines: int) -> dict[str, float]:
    return size.memory(stage.batch_size // machines, stage.sequence_length, recipe.optimizer.name)


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
