"""What identifies tasks: by what is run and wanted, by what is written, by their sources.

An edited comment changes neither of the first two, so that nothing is run again for it and a
training run goes on.
"""

import hashlib
import json
from datetime import datetime, timezone
from functools import cache
from itertools import islice
from pathlib import Path

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.verify import cases
from bashcoder_mlx.trial import identity
from bashcoder_mlx.trial.clock import frozen

_PACKAGE = Path(__file__).parents[2]
_MOMENT = datetime(2024, 3, 8, 10, 40, tzinfo=timezone.utc)
_PAIRS, _STORIES = 1000, 100  # written for the digest of the grammar
_DIGITS = 10


def effect(task: Task) -> str:
    """Identifies all that is run of a task and wanted of it, for every draw of its values."""
    try:
        with frozen(_MOMENT):
            found = identity.digest(cases(task))
    except AssertionError as error:  # no trial can be made, which is for verification to say
        found = str(error)
    return hashlib.sha256(f"{task.name} {found}".encode()).hexdigest()[:_DIGITS]


def sources() -> str:
    """Identifies the files that decide what tasks there are and how they are run."""
    return package("corpora/synthetic", "trial")


def package(*folders: str) -> str:
    """Identifies the source files of some folders of the package."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted((_PACKAGE / folder).rglob("*")):
            if file.suffix in (".toml", ".py"):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:_DIGITS]


@cache
def grammar() -> str:
    """Identifies all that is written: tasks, word lists, and the first texts of a seed."""
    from bashcoder_mlx.corpora.synthetic.generate import pairs
    from bashcoder_mlx.corpora.synthetic.stories import stories
    from bashcoder_mlx.corpora.synthetic.tasks import families, family

    digest = hashlib.sha256()
    for name, weight in families().items():
        digest.update(repr((name, weight, [_texts(task) for task in family(name)])).encode())
    for file in sorted(Path(__file__).parent.glob("*.toml")):
        words = toml.loads(file.read_text(encoding="utf-8"))
        digest.update(json.dumps(words).encode())
    for pair in pairs(_PAIRS):
        digest.update(repr(pair).encode())
    for story in islice(stories(_STORIES), _STORIES):
        digest.update(story.encode())
    return digest.hexdigest()


def _texts(task: Task) -> tuple:
    run = task.run if isinstance(task.run, str) else sorted(task.run.items())
    return task.name, [*task.say], [*task.ask], run, [*task.explain], task.kind, task.weight
