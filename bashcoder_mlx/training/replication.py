"""What all ranks must have alike before they train: settings, data, and rank 0's model."""

import json
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path

import mlx.core as mx
import tokenizers

from bashcoder_mlx.model_directory import Loaded
from bashcoder_mlx.models import build
from bashcoder_mlx.tokenizer import Tokenizer
from bashcoder_mlx.training.checkpoint import Position
from bashcoder_mlx.training.data import StageData
from bashcoder_mlx.training.ranks import Ranks
from bashcoder_mlx.training.recipe import Recipe, Stage


def check_recipe(ranks: Ranks, recipe: Recipe) -> None:
    """Checks that the ranks can train a recipe together.

    Raises:
        InputError: their settings or devices differ, or a batch cannot be divided among them.
    """
    if ranks.size == 1:
        return
    ranks.require_same("other settings", _settings(recipe), "give all of them one recipe")
    device = str(mx.default_device().type)
    ranks.require_same("another device", device, "use the GPU on all machines, or on none")
    for stage in recipe.stages:
        stage.check_shares(ranks.size, "ranks")


def _settings(recipe: Recipe) -> str:
    """All but the paths, which may differ between machines; the data is compared itself."""
    table = recipe.to_dict()
    table["model"].pop("checkpoint")
    table["tokenizer"].pop("path")
    for stage in table["stages"]:
        stage["valid"] = list(stage["valid"])
        for source in stage["data"]:
            source.pop("path")
    return json.dumps(table)


def require_same_data(ranks: Ranks, stage: Stage, data: StageData) -> None:
    """Raises `InputError` where the rows to train on are not the same on every rank."""
    if ranks.size == 1:
        return
    digest = blake2b(data.mixture.counts.tobytes())
    for shard in data.mixture.shards:
        for array in (shard.tokens, shard.segments, shard.learned):
            digest.update(array)
    what = f"other data for stage {stage.name}"
    ranks.require_same(what, digest.hexdigest(), "copy the same files to every machine")


def share_start(ranks: Ranks, position: Position, loaded: Loaded | None) -> tuple[Position, Loaded]:
    """The position and the model that rank 0 starts from, on every rank.

    Args:
        position, loaded: rank 0's; those of the others are not looked at.
    """
    if ranks.size == 1:
        return position, loaded
    told = json.loads(ranks.gather(_description(position, loaded) if ranks.is_first else "")[0])
    if not ranks.is_first:
        backend = tokenizers.Tokenizer.from_str(told["tokenizer"])
        tokenizer = Tokenizer(backend, *told["special"])
        loaded = Loaded(build(told["config"]), tokenizer, told["config"], Path())
    loaded.model.update(ranks.share(loaded.model.parameters()))
    return Position(**told["position"]), loaded


def _description(position: Position, loaded: Loaded) -> str:
    tokenizer = loaded.tokenizer
    return json.dumps(
        {
            "position": asdict(position),
            "config": loaded.config,
            "tokenizer": tokenizer.backend.to_str(),
            "special": list(tokenizer.special.values()),
        }
    )
