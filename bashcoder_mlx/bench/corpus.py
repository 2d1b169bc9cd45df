"""What the rows work on: two corpora of our own generator, and models of the shipped shape.

The seed is fixed, so every machine measures the same work.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import mlx.core as mx
from mlx.utils import tree_flatten

from bashcoder_mlx.checkpoints import shipped_weights
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.corpora.synthetic.generate import pairs
from bashcoder_mlx.corpora.synthetic.stories import stories
from bashcoder_mlx.model_directory import read_config, write_model_directory
from bashcoder_mlx.models import build
from bashcoder_mlx.runtime import compute_dtype
from bashcoder_mlx.shards.shard import write_shard
from bashcoder_mlx.tokenizer import Tokenizer
from bashcoder_mlx.training.initialise import initialise

LENGTH = 256  # tokens that a row predicts, as the shipped weights were trained with
PAIRS, TEXTS = 3_000, 600
_STORIES_OF_A_TEXT = 4  # 4 of them exceed a row, so that nobody has to pad
_SEED = 1


def write_pairs(path: Path) -> Path:
    """Requests with their commands, scripts and explanations: short, of many lengths."""
    return _write(path, (pair.to_document().to_record() for pair in pairs(PAIRS, _SEED)))


def write_texts(path: Path) -> Path:
    """Stories, several to a document, each document longer than a row."""
    told = iter(stories(TEXTS * _STORIES_OF_A_TEXT, _SEED))
    together = zip(*[told] * _STORIES_OF_A_TEXT, strict=True)
    return _write(path, ({"text": "\n\n".join(some)} for some in together))


def _write(path: Path, records: Iterator[dict]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def shipped_tokenizer() -> Tokenizer:
    """The tokenizer of the shipped weights."""
    return Tokenizer.load(shipped_weights())


def write_rows(path: Path, corpus: Path) -> Path:
    """The corpus as a shard of packed rows, with the shipped tokenizer."""
    return write_shard(path, read_documents(corpus), shipped_tokenizer(), LENGTH).path


def write_model(path: Path, **changes) -> Path:
    """A model of the shipped shape with random weights, in the precision that is computed in.

    Args:
        changes: fields of its config.json that differ, such as vocab_size.
    """
    config = read_config(shipped_weights()) | {"max_position_embeddings": 2 * LENGTH} | changes
    mx.random.seed(_SEED)
    model = build(config)
    initialise(model)
    weights = dict(tree_flatten(model.parameters()))
    return write_model_directory(path, config, weights, shipped_tokenizer(), compute_dtype())
