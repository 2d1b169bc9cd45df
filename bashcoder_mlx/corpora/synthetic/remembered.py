"""Digests remembered in the user's cache: what they stand for need not be run again."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from bashcoder_mlx.atomic import replace_text


class Remembered:
    """A set of digests in a file of the cache folder, such as "verified"."""

    def __init__(self, name: str):
        cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
        self._place = cache / "bashcoder" / f"{name}.json"
        self._known = self._read()

    def _read(self) -> set[str]:
        try:
            return set(json.loads(self._place.read_text(encoding="utf-8")))
        except (OSError, ValueError):  # none yet, or damaged: everything is run again
            return set()

    def __contains__(self, digest: str) -> bool:
        return digest in self._known

    def add(self, digests: Iterable[str]) -> None:
        """Adds digests, and writes all down."""
        self._known |= set(digests)
        self._place.parent.mkdir(parents=True, exist_ok=True)
        replace_text(self._place, json.dumps(sorted(self._known)))
