"""Mutants that fell before, remembered in the user's cache by family: a second run tries the rest.

The key holds the digest of the task, so that a changed world, oracle or command is tried again.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from bashcoder_mlx.atomic import replace_text


class Killed:
    """The killed mutants of one family."""

    def __init__(self, family: str):
        cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
        self._place = cache / "bashcoder" / "killed" / f"{family.replace('/', '.')}.json"
        self._known = self._read()

    def _read(self) -> set[str]:
        try:
            return set(json.loads(self._place.read_text(encoding="utf-8")))
        except (OSError, ValueError):  # none yet, or damaged: all are tried again
            return set()

    def holds(self, digest: str, texts: Mapping[int, str]) -> bool:
        """Whether a mutant fell, given by the digest of its task and its texts by draw."""
        return _key(digest, texts) in self._known

    def remember(self, fallen: Iterable[tuple[str, Mapping[int, str]]]) -> None:
        """Adds mutants, and writes all down."""
        self._known |= {_key(*one) for one in fallen}
        self._place.parent.mkdir(parents=True, exist_ok=True)
        replace_text(self._place, json.dumps(sorted(self._known)))


def _key(digest: str, texts: Mapping[int, str]) -> str:
    source = json.dumps([digest, *sorted(texts.items())])
    return hashlib.sha256(source.encode()).hexdigest()[:16]
