"""Runs of n words as 64-bit numbers, for many texts at once."""

from dataclasses import dataclass

import numpy as np

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # 2^64 / golden ratio, odd: keeps every bit
_MIX = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True)
class Grams:
    """The n-grams of several texts, one after the other."""

    hashes: np.ndarray
    """(G,) uint64."""
    offsets: np.ndarray
    """(T + 1,) uint64: text t has hashes[offsets[t] : offsets[t + 1]], none where it is short."""


def grams(word_hashes: np.ndarray, lengths: list[int], n: int) -> Grams:
    """Polynomial hashes of every n neighbouring words, none across texts.

    Args:
        word_hashes: (W,) uint64, the words of all texts in order.
        lengths: (T,) words of each text.
    """
    ends = np.cumsum(lengths, dtype=np.int64)
    counts = np.maximum(np.asarray(lengths, np.int64) - n + 1, 0)
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.uint64)
    whole = np.repeat(ends, lengths) - np.arange(len(word_hashes)) >= n
    size = max(len(word_hashes) - n + 1, 0)
    rolled = np.zeros(size, np.uint64)
    for shift in range(n):
        rolled = rolled * _MULTIPLIER + word_hashes[shift : shift + size]
    return Grams(mixed(rolled[whole[:size]]), offsets)


def mixed(numbers: np.ndarray) -> np.ndarray:
    """The uint64 numbers with their high bits spread over the low ones; equal ones stay equal."""
    numbers = (numbers ^ (numbers >> np.uint64(32))) * _MIX
    return numbers ^ (numbers >> np.uint64(32))
