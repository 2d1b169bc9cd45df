"""Batches as a function of (data, seed, step), so that a resumed run sees what it would have seen.

Rows come in blocks of `BLOCK`. A block holds each source in its share, in an order shuffled by the
seed; the row of a source is the next of its own permutation, drawn anew each epoch. Nothing is
remembered between batches.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.shards.shard import Shard

BLOCK = 1000


@dataclass(frozen=True)
class Batch:
    """`tokens` (B, T + 1) int32, `segments` (B, T + 1) int32, `learned` (B, T + 1) bool.

    `origin` names each row's shard and row number.
    """

    tokens: np.ndarray
    segments: np.ndarray
    learned: np.ndarray
    origin: list[tuple[Shard, int]]


class Mixture:
    """Several shards drawn from in fixed shares."""

    def __init__(self, shards: list[Shard], shares: list[float], seed: int):
        """
        Args:
            shards: sources, all of one sequence length.
            shares: share of the rows each contributes; need not add up to 1.
            seed: of every shuffle.

        Raises:
            InputError: a share is not positive, or sequence lengths differ.
        """
        if len({shard.meta.sequence_length for shard in shards}) != 1:
            raise InputError("the shards have different sequence lengths")
        if min(shares) <= 0:
            raise InputError("every share must be positive: leave out the source instead")
        self.shards, self.seed = shards, seed
        self.counts = _apportion(np.array(shares, np.float64))
        self._order = lru_cache(maxsize=4)(self._block_order)
        self._rows = lru_cache(maxsize=2 * len(shards))(self._permutation)

    def _block_order(self, block: int) -> tuple[np.ndarray, np.ndarray]:
        """The source of each row of a block, and which of the source's rows in the block it is."""
        sources = np.repeat(np.arange(len(self.shards)), self.counts)
        np.random.default_rng((self.seed, 0, block)).shuffle(sources)
        ranks = np.zeros(BLOCK, np.int64)
        for source in range(len(self.shards)):
            ranks[sources == source] = np.arange(self.counts[source])
        return sources, ranks

    def _permutation(self, source: int, epoch: int) -> np.ndarray:
        generator = np.random.default_rng((self.seed, 1, source, epoch))
        return generator.permutation(len(self.shards[source]))

    def locate(self, index: int) -> tuple[Shard, int]:
        """The shard and row of the `index`-th row of training."""
        block, position = divmod(index, BLOCK)
        sources, ranks = self._order(block)
        source = int(sources[position])
        drawn = block * int(self.counts[source]) + int(ranks[position])
        epoch, place = divmod(drawn, len(self.shards[source]))
        return self.shards[source], int(self._rows(source, epoch)[place])

    def batch(self, step: int, batch_size: int) -> Batch:
        """The rows of step `step` (from 0)."""
        first = step * batch_size
        return gather([self.locate(first + i) for i in range(batch_size)])

    def epochs(self, rows: int) -> list[float]:
        """How often each source is seen in the first `rows` rows."""
        return [
            rows * count / BLOCK / len(shard)
            for count, shard in zip(self.counts, self.shards, strict=True)
        ]


def gather(origin: list[tuple[Shard, int]]) -> Batch:
    """Reads rows into a batch."""
    tokens = np.stack([shard.tokens[row] for shard, row in origin]).astype(np.int32)
    segments = np.stack([shard.segments[row] for shard, row in origin]).astype(np.int32)
    learned = np.stack([shard.learned[row] for shard, row in origin])
    return Batch(tokens, segments, learned, origin)


def _apportion(shares: np.ndarray) -> np.ndarray:
    """Rows of each source in a block of `BLOCK`: largest remainders, and at least one each."""
    exact = shares / shares.sum() * BLOCK
    counts = np.maximum(np.floor(exact).astype(np.int64), 1)
    while counts.sum() != BLOCK:
        change = 1 if counts.sum() < BLOCK else -1
        error = (exact - counts) * change
        error[(counts == 1) & (change < 0)] = -np.inf
        counts[int(np.argmax(error))] += change
    return counts
