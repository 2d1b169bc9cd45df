"""Recipes: a whole training run in one TOML file, checked before anything is computed."""

import math
from dataclasses import MISSING, asdict, dataclass, field, fields
from pathlib import Path
from types import UnionType
from typing import get_args, get_origin

from bashcoder_mlx import toml
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.models import llama
from bashcoder_mlx.models.presets import SIZES
from bashcoder_mlx.tokenizer import KINDS

SHIPPED_RECIPES = Path(__file__).parent / "recipes"
OPTIMIZERS = ("muon", "adamw")
SCHEDULES = ("wsd", "cosine")
# What a run folder holds besides the links named after its stages.
RESERVED = ("best", "last", "checkpoints", "shards", "tokenizer", "initial")


def _require(condition: bool, message: str) -> None:
    if not condition:
        raise InputError(f"recipe: {message}")


@dataclass(frozen=True)
class ModelSettings:
    """The model to start from: a size with overrides, or a checkpoint."""

    size: str = "tiny"
    """A preset of models/presets.py."""
    overrides: dict = field(default_factory=dict)
    """Fields of config.json that replace the preset's."""
    checkpoint: str | None = None
    """A model directory, run or name to continue from, with its own size and tokenizer."""

    def __post_init__(self):
        _require(self.size in SIZES, f"unknown model size {self.size!r}: use {', '.join(SIZES)}")
        known = {f.name for f in fields(llama.Config)} - {"vocab_size"}
        unknown = sorted(self.overrides.keys() - known)
        _require(not unknown, f"model.overrides: no such setting {', '.join(unknown)}")
        llama.Config.check(self.overrides)


@dataclass(frozen=True)
class TokenizerSettings:
    """The tokenizer: an existing one, or one trained on the text of all stages."""

    kind: str = "bpe"
    """"bpe" or "char"."""
    vocab_size: int = 8000
    """Number of pieces."""
    path: str | None = None
    """A directory with a tokenizer.json to use instead of training one."""

    def __post_init__(self):
        _require(
            self.kind in KINDS, f"unknown tokenizer kind {self.kind!r}: use {', '.join(KINDS)}"
        )
        _require(self.vocab_size > 0, "tokenizer.vocab_size must be positive")


@dataclass(frozen=True)
class OptimizerSettings:
    """Muon for the matrices with AdamW for the rest, or AdamW alone."""

    name: str = "muon"
    """"muon" or "adamw"."""
    learning_rate: float = 2e-3
    """Peak rate of AdamW; Muon's, whose updates have unit spectral norm, is ten times that."""
    weight_decay: float = 0.1
    """Decoupled decay of every matrix, times AdamW's rate."""
    betas: tuple[float, float] = (0.9, 0.95)
    """AdamW's decay rates of the two moments."""
    clip: float = 1.0
    """Largest global norm of the gradients."""

    def __post_init__(self):
        _require(self.name in OPTIMIZERS, f"unknown optimizer {self.name!r}: use muon or adamw")
        for name in ("learning_rate", "clip"):
            _require(getattr(self, name) > 0, f"optimizer.{name} must be positive")
        _require(self.weight_decay >= 0, "optimizer.weight_decay must not be negative")
        betas_fit = all(0 <= beta < 1 for beta in self.betas)
        _require(betas_fit, "optimizer.betas must be in [0, 1)")


@dataclass(frozen=True)
class Source:
    """One source of a stage's data."""

    path: str
    """A file or folder; relative paths start at the data directory. The corpora of the package are
    "builtin:pairs", "builtin:commands" (short everyday ones) and "builtin:stories"."""
    share: float | None = None
    """Share of the stage's rows; by default, in proportion to the rows there are."""
    explain: bool = False
    """Turns command pairs round: the command is the prompt, the English the answer."""
    recombine: bool = False
    """Puts new values into both sides of a pair at every pass; see corpora/recombine.py."""

    def __post_init__(self):
        _require(self.share is None or self.share > 0, f"{self.path}: share must be positive")


@dataclass(frozen=True)
class Stage:
    """One stage of training on one mixture of sources."""

    name: str
    """Names the stage's checkpoint."""
    steps: int
    """Updates of the parameters."""
    data: tuple[Source, ...]
    """What to train on."""
    valid: dict = field(default_factory=dict)
    """Validation sets, name to path; the first decides which checkpoint is best. By default every
    100th document of the first source is held out."""
    replay: float = 0.0
    """Share of the rows drawn from the data of the stages before, in proportion to its rows."""
    batch_size: int = 16
    """Rows of a microbatch, B."""
    accumulation: int = 1
    """Microbatches of an update."""
    sequence_length: int = 256
    """Tokens of a row, T."""
    learning_rate_scale: float = 1.0
    """Multiplies the optimizer's rates in this stage."""
    schedule: str = "wsd"
    """"wsd": warmup, constant, linear decay; "cosine": warmup, half a cosine."""
    warmup_steps: int = 20
    """Updates over which the rate rises from 0."""
    decay_share: float = 0.6
    """Share of the steps over which "wsd" decays to 0."""
    dropout: float = 0.0
    """Probability of dropping an activation."""

    def __post_init__(self):
        where = f"stage {self.name!r}"
        _require(bool(self.data), f"{where} has no data")
        for name in ("steps", "batch_size", "accumulation", "sequence_length"):
            _require(getattr(self, name) > 0, f"{where}: {name} must be positive")
        _require(self.learning_rate_scale > 0, f"{where}: learning_rate_scale must be positive")
        _require(self.warmup_steps >= 0, f"{where}: warmup_steps must not be negative")
        paths = all(isinstance(path, str) for path in self.valid.values())
        _require(paths, f"{where}: valid must give each set a path")
        _require(0 <= self.replay < 1, f"{where}: replay must be in [0, 1)")
        _require(0 <= self.dropout < 1, f"{where}: dropout must be in [0, 1)")
        _require(0 <= self.decay_share <= 1, f"{where}: decay_share must be in [0, 1]")
        _require(self.schedule in SCHEDULES, f"{where}: schedule must be wsd or cosine")
        given = [source.share is not None for source in self.data]
        _require(all(given) or not any(given), f"{where}: give every source a share, or none")
        names_clash = self.name in RESERVED
        _require(self.name.isidentifier() and not names_clash, f"{where}: choose another name")

    def check_context(self, context: int) -> None:
        """Raises `InputError` where its rows are longer than a model's context, in tokens."""
        if self.sequence_length > context:
            raise InputError(
                f"stage {self.name}: sequence_length {self.sequence_length} is longer than the "
                f"model's context of {context}"
            )

    def check_shares(self, count: int, among: str) -> None:
        """Raises `InputError` where a batch cannot be divided among `count` ranks or machines."""
        if self.batch_size % count:
            raise InputError(
                f"stage {self.name}: batch_size {self.batch_size} cannot be divided among {count} "
                f"{among}: use a multiple of {count}"
            )


@dataclass(frozen=True)
class Recipe:
    """A run: model, tokenizer, optimizer and stages."""

    name: str
    """Of the run."""
    stages: tuple[Stage, ...]
    """In order."""
    seed: int = 0
    """Of the initialisation, the data order and dropout."""
    model: ModelSettings = ModelSettings()
    tokenizer: TokenizerSettings = TokenizerSettings()
    optimizer: OptimizerSettings = OptimizerSettings()
    eval_every: int = 100
    """Steps between validations, and between checkpoints."""
    eval_rows: int = 128
    """Rows of each validation set that are read."""

    def __post_init__(self):
        _require(bool(self.stages), "no [[stage]] in it")
        _require(self.seed >= 0, "seed must not be negative")
        names = [stage.name for stage in self.stages]
        _require(len(set(names)) == len(names), "two stages have the same name")
        _require(self.stages[0].replay == 0, "the first stage has nothing to replay")
        _require(
            self.eval_every > 0 and self.eval_rows > 0, "eval_every and eval_rows are positive"
        )

    def to_dict(self) -> dict:
        """Plain dictionaries and lists, for JSON."""
        return asdict(self)


def load_recipe(recipe: "str | Path | dict | Recipe") -> Recipe:
    """Reads a recipe from a TOML file, the name of a shipped one, or a dictionary of that shape.

    Raises:
        InputError: absent, not TOML, or with an unknown, missing or impossible setting.
    """
    if isinstance(recipe, Recipe):
        return recipe
    if not isinstance(recipe, dict):
        recipe = _read_toml(Path(recipe))
    recipe = dict(recipe)
    sections = {
        "model": ModelSettings,
        "tokenizer": TokenizerSettings,
        "optimizer": OptimizerSettings,
    }
    for name, kind in sections.items():
        if name in recipe:
            recipe[name] = _build(kind, recipe[name], f"[{name}]")
    stages = recipe.pop("stage", recipe.pop("stages", ()))
    tables = isinstance(stages, (list, tuple)) and all(isinstance(s, dict) for s in stages)
    _require(tables, "write each stage as a table under [[stage]], with two brackets")
    return _build(Recipe, recipe | {"stages": tuple(_stage(stage) for stage in stages)}, "recipe")


def _read_toml(path: Path) -> dict:
    shipped = SHIPPED_RECIPES / f"{path}.toml"
    if not path.is_file() and shipped.is_file():
        path = shipped
    if not path.is_file():
        names = ", ".join(sorted(p.stem for p in SHIPPED_RECIPES.glob("*.toml")))
        raise InputError(f"no recipe {path}: give a TOML file, or one of {names}")
    try:
        return toml.loads(path.read_text(encoding="utf-8"))
    except (toml.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is not valid TOML: {error}") from error


def _stage(stage: dict) -> Stage:
    where, sources = f"stage {stage.get('name', '?')!r}", stage.get("data", ())
    _require(isinstance(sources, (list, tuple)), f"{where}: data must be a list")
    tables = (s if isinstance(s, dict) else {"path": s} for s in sources)
    data = tuple(_build(Source, table, f"{where}, data") for table in tables)
    return _build(Stage, stage | {"data": data}, where)


def _build(kind, values: dict, where: str):
    known = {f.name: f for f in fields(kind)}
    _require(isinstance(values, dict), f"{where} is not a table")
    unknown = sorted(values.keys() - known.keys())
    _require(not unknown, f"{where}: unknown setting {', '.join(unknown)}")
    needed = (n for n, f in known.items() if f.default is MISSING and f.default_factory is MISSING)
    missing = [name for name in needed if name not in values]
    _require(not missing, f"{where} lacks {', '.join(missing)}")
    values = {n: tuple(v) if isinstance(v, list) else v for n, v in values.items()}
    for name, value in values.items():
        annotation = known[name].type
        _require(_fits(value, annotation), f"{where}: {name} must be {_described(annotation)}")
    return kind(**values)


def _fits(value, annotation) -> bool:
    """Whether a value of a recipe has the type of its setting."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is UnionType:
        return any(_fits(value, kind) for kind in arguments)
    if origin is tuple and arguments[1] is not Ellipsis:
        same = isinstance(value, tuple) and len(value) == len(arguments)
        return same and all(map(_fits, value, arguments))
    if annotation is float:
        return type(value) in (int, float) and math.isfinite(value)
    return type(value) is int if annotation is int else isinstance(value, origin or annotation)


def _described(annotation) -> str:
    kind = (get_args(annotation) if get_origin(annotation) is UnionType else (annotation,))[0]
    names = {int: "a whole number", float: "a number", str: "text", bool: "true or false"}
    return names.get(kind, "a table" if kind is dict else "a list")
