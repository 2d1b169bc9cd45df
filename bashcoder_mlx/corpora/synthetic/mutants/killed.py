"""Mutants that fell before, remembered in the user's cache by family: a second run tries the rest.

The key holds the digest of the task, so that a changed world, oracle or command is tried again.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from bashcoder_mlx.atomic import replace_text
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.verify import digest


class Killed:
    """The killed mutants of one family."""

    def __init__(self, family: str):
        cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
        self._place = cache / "bashcoder" / "killed" / f"{family.replace('/', '.')}.json"
        self._known = self._read()
        self._current: set[str] = set()
        self._digests: dict[Task, str] = {}

    def _read(self) -> set[str]:
        try:
            return set(json.loads(self._place.read_text(encoding="utf-8")))
        except (OSError, ValueError):  # none yet, or damaged: all are tried again
            return set()

    def holds(self, task: Task, texts: Mapping[int, str]) -> bool:
        """Whether a mutant, given by its texts in the draws of a task as it is now, fell."""
        key = self._key(task, texts)
        if key in self._known:
            self._current.add(key)
        return key in self._known

    def remember(self, fallen: Iterable[tuple[Task, Mapping[int, str]]]) -> None:
        """Adds mutants and writes them down, together with those asked for and found."""
        self._current |= {self._key(task, texts) for task, texts in fallen}
        self._place.parent.mkdir(parents=True, exist_ok=True)
        replace_text(self._place, json.dumps(sorted(self._current)))

    def _key(self, task: Task, texts: Mapping[int, str]) -> str:
        if task not in self._digests:
            self._digests[task] = digest(task)
        source = json.dumps([self._digests[task], *sorted(texts.items())])
        return hashlib.sha256(source.encode()).hexdigest()[:16]
