"""What became of mutants before, remembered in the user's cache by family: the rest is tried.

The key holds the digest of the task, so that a changed world, oracle or command is tried again;
that of a mutant that passed holds the sources of the trial too, as a stricter one may refuse it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache

from bashcoder_mlx.corpora.synthetic.digests import package
from bashcoder_mlx.corpora.synthetic.remembered import Remembered


class Before:
    """The mutants of one family that were tried before, each given by the digest of its task and
    its texts by draw."""

    def __init__(self, family: str):
        name = family.replace("/", ".")
        self._killed, self._passed = Remembered(f"killed/{name}"), Remembered(f"passed/{name}")

    def verdict(self, digest: str, texts: Mapping[int, str]) -> bool | None:
        """Whether a mutant was killed; None where it was not tried."""
        key = _key(digest, texts)
        if key in self._killed:
            return True
        return False if key + _engine() in self._passed else None

    def remember(self, tried: Iterable[tuple[str, Mapping[int, str], bool]]) -> None:
        """Adds mutants with whether they were killed, and writes all down."""
        keys = {_key(digest, texts): killed for digest, texts, killed in tried}
        self._killed.add(key for key, killed in keys.items() if killed)
        self._passed.add(key + _engine() for key, killed in keys.items() if not killed)


def _key(digest: str, texts: Mapping[int, str]) -> str:
    source = json.dumps([digest, *sorted(texts.items())])
    return hashlib.sha256(source.encode()).hexdigest()[:16]


@cache
def _engine() -> str:
    return package("trial")
