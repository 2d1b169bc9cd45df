"""Exact and near duplicates of a stream, in memory that does not grow with it.

Both are remembered in Bloom filters, as in LSHBloom (Khan and others, 2024): a near duplicate is a
document that shares a band of its MinHash signature with an earlier one, and each band has a filter
in place of an index. A filter never forgets; up to its capacity, it takes a new document for a seen
one with the stated probability, so the cost of a false positive is one good document lost in about
10,000 (near) or 1,000,000 (exact). Past the capacity the rate grows: the report says so.

MinHash is rensa's, which is 50 times faster here than datasketch (0.3 against 17 s per 100 MB, on
one core), needs no scipy and is released often; the filters are rbloom's. rensa has no build for
macOS with Python 3.10.
"""

import hashlib
import importlib.util

import numpy as np

from bashcoder_mlx.corpora.cleaning.ngrams import grams, mixed
from bashcoder_mlx.errors import InputError

SHINGLE_WORDS = 5
BANDS, ROWS = 10, 10
"""Two documents share a band with probability 1 - (1 - J^10)^10 at a similarity J of their sets of
shingles: 0.99 at 0.9, 0.68 at 0.8, 0.25 at 0.7, 0.01 at 0.5."""
MIN_WORDS = 32
"""Shorter documents are compared exactly: in a command, one word is a great difference."""
EXACT_RATE, NEAR_RATE = 1e-6, 1e-4
_SEED = 1


class ExactDuplicates:
    """Remembers keys; 3.6 bytes for each document of the capacity."""

    def __init__(self, capacity: int):
        from rbloom import Bloom

        self._seen = Bloom(capacity, EXACT_RATE)

    def is_new(self, key: str) -> bool:
        """Whether the key was not given before; remembers it."""
        # Not hash(), which differs from process to process: a run would not repeat another.
        digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=7).digest()
        number = int.from_bytes(digest, "big")
        if number in self._seen:
            return False
        self._seen.add(number)
        return True


class NearDuplicates:
    """Remembers bands of signatures; 30 bytes for each document of the capacity.

    Raises:
        InputError: rensa is not installed.
    """

    def __init__(self, capacity: int):
        if importlib.util.find_spec("rensa") is None:
            raise InputError(
                "near duplicates need rensa, which has no build for this Python: use Python 3.11 "
                "or newer, or go --without near"
            )
        from rbloom import Bloom

        rate = 1 - (1 - NEAR_RATE) ** (1 / BANDS)
        self._seen = [Bloom(capacity, rate) for _ in range(BANDS)]
        numbers = np.random.default_rng(_SEED).integers(0, 2**63, ROWS, np.uint64)
        self._weights = numbers * np.uint64(2) + np.uint64(1)

    def are_new(self, texts: list[list[str]]) -> list[bool]:
        """Whether each text, given as its words, is like none before it; remembers those."""
        long = [words for words in texts if len(words) >= MIN_WORDS]
        answers = iter([self._is_new(bands) for bands in self._bands(long)])
        return [next(answers) if len(words) >= MIN_WORDS else True for words in texts]

    def _is_new(self, bands: list[int]) -> bool:
        pairs = list(zip(self._seen, bands, strict=True))
        if any(band in seen for seen, band in pairs):
            return False
        for seen, band in pairs:
            seen.add(band)
        return True

    def _bands(self, texts: list[list[str]]) -> list[list[int]]:
        """A number for each band of each text's signature, (T, BANDS)."""
        from rensa import RMinHash

        if not texts:
            return []
        hashes = [np.asarray(row, np.uint64) for row in RMinHash.hash_token_sets(texts)]
        shingles = grams(np.concatenate(hashes), [len(row) for row in hashes], SHINGLE_WORDS)
        matrix = RMinHash.digest_matrix_from_flat_token_hashes(
            shingles.hashes, shingles.offsets, BANDS * ROWS, _SEED
        )
        signatures = np.asarray(matrix.to_rows(), np.uint64).reshape(-1, BANDS, ROWS)
        return mixed((signatures * self._weights).sum(axis=2, dtype=np.uint64)).tolist()
