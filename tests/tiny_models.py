"""Models small enough to build in every test."""

import mlx.core as mx
from mlx.utils import tree_flatten, tree_unflatten

from bashcoder_mlx.model_directory import write_model_directory
from bashcoder_mlx.models import build
from bashcoder_mlx.tokenizer import Tokenizer, train_tokenizer

LINES = [
    "find . -name '*.py' -mtime -7",
    "list the files changed this week",
    "du -sh * | sort -h | tail -n 5",
    "show the largest folders here",
    'for f in *.txt; do\n\techo "$f"\ndone',
]


def llama(vocab_size: int, **overrides) -> dict:
    """The config.json of a llama of 2 layers, 32 wide."""
    return {
        "model_type": "llama",
        "hidden_size": 32,
        "num_hidden_layers": 2,
        "intermediate_size": 64,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "rms_norm_eps": 1e-5,
        "vocab_size": vocab_size,
        "max_position_embeddings": 64,
        "rope_theta": 10000.0,
        "tie_word_embeddings": True,
    } | overrides


def gpt_bigcode(vocab_size: int, **overrides) -> dict:
    """The config.json of a gpt_bigcode of 2 layers, 32 wide."""
    return {
        "model_type": "gpt_bigcode",
        "n_embd": 32,
        "n_layer": 2,
        "n_inner": 64,
        "n_head": 4,
        "n_positions": 64,
        "layer_norm_epsilon": 1e-5,
        "vocab_size": vocab_size,
        "multi_query": False,
    } | overrides


def random_model(config: dict, seed: int = 0, scale: float = 0.3):
    """A model whose parameters are random and wide enough that its predictions are not flat."""
    mx.random.seed(seed)
    model = build(config)
    weights = [(name, scale * mx.random.normal(p.shape)) for name, p in _flat(model).items()]
    model.update(tree_unflatten(weights))
    model.eval()
    return model


def _flat(model) -> dict:
    return dict(tree_flatten(model.parameters()))


def tiny_tokenizer() -> Tokenizer:
    """A BPE tokenizer of `LINES`."""
    return train_tokenizer(LINES, "bpe", 330)


def write_tiny_model(path, tasks=("command", "explanation"), **overrides):
    """A random llama with its tokenizer, as a model directory; returns `path`.

    Pieces of text have larger embeddings than all others, so what it writes is mostly text.
    """
    tokenizer = tiny_tokenizer()
    config = llama(tokenizer.vocab_size, tasks=list(tasks), **overrides)
    weights = _flat(random_model(config))
    pieces = [tokenizer.backend.id_to_token(i) for i in range(tokenizer.vocab_size)]
    quiet = mx.array([[p.startswith(("<0x", "<|")) and p != "<|eos|>"] for p in pieces])
    embedding = weights["model.embed_tokens.weight"]
    weights["model.embed_tokens.weight"] = mx.where(quiet, embedding / 8, embedding)
    return write_model_directory(path, config, weights, tokenizer)
