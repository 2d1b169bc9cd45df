"""Bits per byte of held-out text, document by document, for any model's loss."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import mlx.core as mx
import numpy as np

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError

_TOKENS = 2048  # computed together
_STEP = 32  # lengths are padded to a multiple, so that few shapes are compiled


@dataclass(frozen=True)
class Scored:
    """A document in tokens: `ids` (n,), and `counts` (n,), true where an id stands for its text."""

    ids: np.ndarray
    counts: np.ndarray


def bits_and_bytes(
    losses: Callable[[mx.array, mx.array], mx.array],
    encoded: Sequence[Scored],
    documents: Sequence[Document],
    context: int,
) -> np.ndarray:
    """What a model needs for each document, (n, 2): bits, and bytes of the text to be learned.

    A document longer than the context is read in pieces, each of which begins with the last token
    of the one before and sees nothing else of it.

    Args:
        losses: of tokens (B, T) and targets (B, T), nats of each target, (B * T,).
        encoded: the documents in tokens.
        documents: of a pair the completion is learned, of a text all of it.
        context: the most tokens T that the model reads.

    Raises:
        BashcoderError: the model computes NaN.
    """
    totals = np.zeros(len(encoded))
    pieces = [
        (number, document.ids[start : start + context + 1], document.counts[start + 1 :][:context])
        for number, document in enumerate(encoded)
        for start in range(0, len(document.ids) - 1, context)
    ]
    for batch in _batches(pieces):
        length = -(-max(len(ids) for _, ids, _ in batch) // _STEP) * _STEP + 1
        tokens = np.zeros((len(batch), length), np.int32)
        for row, (_, ids, _) in enumerate(batch):
            tokens[row, : len(ids)] = ids
        nats = losses(mx.array(tokens[:, :-1]), mx.array(tokens[:, 1:]))
        nats = np.array(nats.astype(mx.float32)).reshape(len(batch), -1)
        for row, (number, _, counts) in enumerate(batch):
            totals[number] += nats[row, : len(counts)][counts].sum()
    if np.isnan(totals).any():
        raise BashcoderError("the model computes NaN: its weights are damaged or diverged")
    return np.column_stack([totals / np.log(2), byte_counts(documents)])


def byte_counts(documents: Sequence[Document]) -> list[int]:
    """The bytes to be learned of each: of a pair those of its completion."""
    return [len(document.parts[-1].encode()) for document in documents]


def digest(documents: Sequence[Document]) -> str:
    """Identifies a list of documents."""
    return hashlib.sha256(json.dumps([d.parts for d in documents]).encode()).hexdigest()[:16]


def _batches(pieces: list) -> list[list]:
    """Pieces of like length together, `_TOKENS` at a time."""
    batches: list[list] = []
    for piece in sorted(pieces, key=lambda piece: len(piece[1])):
        if not batches or (len(batches[-1]) + 1) * len(piece[1]) > _TOKENS:
            batches.append([])
        batches[-1].append(piece)
    return batches
