"""Validation figures: loss, perplexity and bits per byte."""

import math
from collections.abc import Callable

import numpy as np

from bashcoder_mlx.shards.mixture import gather
from bashcoder_mlx.shards.shard import Shard


def evaluate(evaluation: Callable, shard: Shard, batch_size: int, rows: int) -> dict[str, float]:
    """Figures on rows spread evenly over a shard.

    Bits per byte divides the information in the tokens by the bytes of text they stand for, so that
    it does not depend on the vocabulary; tokens that stand for no text, such as the end of a
    document, are left out of it.

    Args:
        evaluation: from `step.make_evaluation`.
        shard: the validation set.
        batch_size: rows at a time, B.
        rows: most rows to read.

    Returns:
        `loss` in nats per token, `perplexity`, and `bits_per_byte`.
    """
    chosen = np.unique(np.linspace(0, len(shard) - 1, min(rows, len(shard))).astype(int))
    totals = np.zeros(4)
    for start in range(0, len(chosen), batch_size):
        part = chosen[start : start + batch_size]
        # The shape stays static: a short batch repeats its last row, which then counts for nothing.
        padded = np.pad(part, (0, batch_size - len(part)), mode="edge")
        batch = gather([(shard, int(row)) for row in padded])
        batch.learned[len(part) :] = False
        totals += evaluation(batch)
    nats, tokens, text_nats, text_bytes = totals
    loss = nats / max(tokens, 1)
    return {
        "loss": loss,
        "perplexity": math.exp(min(loss, 700.0)),
        "bits_per_byte": text_nats / math.log(2) / max(text_bytes, 1),
    }
