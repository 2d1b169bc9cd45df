"""shards/mixture.py: batches as a function of the step, shares, epochs."""

import numpy as np
import pytest

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.shards.mixture import BLOCK, Mixture
from bashcoder_mlx.shards.shard import Meta, Shard


def fake(rows: int, number: int = 0, length: int = 4) -> Shard:
    """A shard whose every token says which shard and row it is from."""
    shape = (rows, length + 1)
    tokens = np.repeat(1000 * number + np.arange(rows), length + 1).reshape(shape)
    meta = Meta(
        rows=rows, sequence_length=length, vocab_size=10**4, dtype="uint32", documents=rows,
        tokens=0, learned_tokens=0, bytes=0, pairs_cut=0, pairs_skipped=0, tasks=[], source="",
    )  # fmt: skip
    ones = np.ones(shape, np.uint16)
    return Shard(None, meta, tokens, ones, ones.astype(bool), np.arange(rows), np.arange(rows))


def drawn(mixture: Mixture, start: int, stop: int) -> np.ndarray:
    """The marks of rows `start` to `stop` of training."""
    return np.array([int(s.tokens[row, 0]) for s, row in map(mixture.locate, range(start, stop))])


def test_a_batch_depends_on_its_step_alone():
    shards = [fake(30, 0), fake(50, 1)]
    one, other = (Mixture(shards, [0.3, 0.7], seed=5) for _ in range(2))
    forward = [one.batch(step, 16).tokens for step in range(100)]
    for step in reversed(range(100)):
        assert np.array_equal(other.batch(step, 16).tokens, forward[step])


def test_rows_do_not_depend_on_the_batch_size():
    mixture = Mixture([fake(30, 0), fake(50, 1)], [0.3, 0.7], seed=5)
    small = np.concatenate([mixture.batch(step, 4).tokens for step in range(8)])
    assert np.array_equal(small, mixture.batch(0, 32).tokens)


def test_another_seed_gives_another_order():
    shards = [fake(300)]
    assert (
        drawn(Mixture(shards, [1.0], 1), 0, 50) != drawn(Mixture(shards, [1.0], 2), 0, 50)
    ).any()


@pytest.mark.parametrize(
    ("shares", "counts"),
    [
        ([0.8, 0.2], [800, 200]),
        ([4, 1], [800, 200]),
        ([0.95, 0.05], [950, 50]),
        ([1, 1, 1], [334, 333, 333]),
        ([1e-9, 1.0], [1, 999]),
        ([1e-9, 1e-9, 1.0], [1, 1, 998]),
        ([0.3], [1000]),
    ],
)
def test_every_block_holds_each_source_in_its_share(shares, counts):
    shards = [fake(37, number) for number in range(len(shares))]
    mixture = Mixture(shards, shares, seed=1)
    for block in (0, 3):
        sources = drawn(mixture, block * BLOCK, (block + 1) * BLOCK) // 1000
        assert sorted(np.bincount(sources).tolist()) == sorted(counts)


def test_within_a_block_the_sources_are_mixed():
    sources = drawn(Mixture([fake(9, 0), fake(9, 1)], [0.5, 0.5], 1), 0, BLOCK) // 1000
    halves = sources.reshape(10, -1).mean(axis=1)
    assert halves.min() > 0.25
    assert halves.max() < 0.75


def test_every_row_comes_once_in_each_epoch():
    mixture = Mixture([fake(77)], [1.0], seed=3)
    epochs = [drawn(mixture, 77 * i, 77 * (i + 1)) for i in range(20)]
    assert all(sorted(epoch) == list(range(77)) for epoch in epochs)
    assert (epochs[0] != epochs[1]).any()


def test_every_row_of_each_source_comes_once_in_its_epoch():
    marks = drawn(Mixture([fake(300, 0), fake(40, 1)], [0.6, 0.4], 3), 0, 2 * BLOCK)
    first, second = marks[marks < 1000], marks[marks >= 1000] - 1000
    for epoch in np.split(first, 4) + np.split(second, 20):
        assert sorted(epoch) == list(range(len(epoch)))


def test_epochs_count_how_often_each_source_is_seen():
    mixture = Mixture([fake(300, 0), fake(40, 1)], [0.6, 0.4], 3)
    assert mixture.epochs(2 * BLOCK) == [4.0, 20.0]


def test_a_batch_names_where_its_rows_come_from():
    batch = Mixture([fake(30, 0), fake(50, 1)], [0.3, 0.7], 5).batch(2, 8)
    marks = [int(shard.tokens[row, 0]) for shard, row in batch.origin]
    assert batch.tokens[:, 0].tolist() == marks
    assert (batch.tokens.dtype, batch.segments.dtype, batch.learned.dtype) == (
        *(np.int32, np.int32, bool),
    )
    assert batch.tokens.shape == batch.segments.shape == batch.learned.shape == (8, 5)


@pytest.mark.parametrize("share", [0.0, -0.5])
def test_a_share_that_is_not_positive_is_refused(share):
    with pytest.raises(InputError, match="share must be positive"):
        Mixture([fake(3), fake(3)], [1.0, share], 0)


def test_different_sequence_lengths_are_refused():
    with pytest.raises(InputError, match="different sequence lengths"):
        Mixture([fake(3, length=4), fake(3, length=8)], [0.5, 0.5], 0)
