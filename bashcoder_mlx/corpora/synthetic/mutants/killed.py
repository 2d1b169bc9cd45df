"""Mutants that fell before, remembered in the user's cache by family: a second run tries the rest.

The key holds the digest of the task, so that a changed world, oracle or command is tried again.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from bashcoder_mlx.corpora.synthetic.remembered import Remembered


class Killed:
    """The killed mutants of one family."""

    def __init__(self, family: str):
        self._known = Remembered(f"killed/{family.replace('/', '.')}")

    def holds(self, digest: str, texts: Mapping[int, str]) -> bool:
        """Whether a mutant fell, given by the digest of its task and its texts by draw."""
        return _key(digest, texts) in self._known

    def remember(self, fallen: Iterable[tuple[str, Mapping[int, str]]]) -> None:
        """Adds mutants, and writes all down."""
        self._known.add(_key(*one) for one in fallen)


def _key(digest: str, texts: Mapping[int, str]) -> str:
    source = json.dumps([digest, *sorted(texts.items())])
    return hashlib.sha256(source.encode()).hexdigest()[:16]
