"""A new model, before its first step."""

from pathlib import Path

import mlx.core as mx

from bashcoder_mlx.model_directory import Loaded
from bashcoder_mlx.models import build
from bashcoder_mlx.models.presets import llama_config
from bashcoder_mlx.tokenizer import Tokenizer
from bashcoder_mlx.training.recipe import ModelSettings


def new_model(settings: ModelSettings, tokenizer: Tokenizer, seed: int, path: Path) -> Loaded:
    """A llama of the size in `settings`, with parameters drawn from the seed.

    Args:
        path: the run it belongs to.

    Raises:
        InputError: the overrides contradict each other.
    """
    config = llama_config(settings.size, tokenizer.vocab_size, **settings.overrides)
    mx.random.seed(seed)
    model = build(config)
    initialise(model)
    return Loaded(model, tokenizer, config, path)


def initialise(model) -> None:
    """Starts a new model: small embeddings, and blocks that begin as the identity.

    Zero output projections (Zhang et al. 2019, arXiv:1901.09321; nanochat) need no depth scaling.
    """
    for name, table in model.named_modules():
        if name.split(".")[-1] in ("embed_tokens", "wte", "wpe"):
            table.weight = 0.02 * mx.random.normal(table.weight.shape)
    for projection in model.residual_projections():
        projection.weight = mx.zeros_like(projection.weight)
