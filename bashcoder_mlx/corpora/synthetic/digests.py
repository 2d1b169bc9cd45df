"""What identifies tasks: by what is run and wanted, by what is written, by their sources.

An edited comment changes neither of the first two, so that nothing is run again for it and a
training run goes on.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime, timezone
from functools import cache
from itertools import islice
from pathlib import Path

from bashcoder_mlx import toml
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.verify import cases
from bashcoder_mlx.trial.archives import content
from bashcoder_mlx.trial.clock import frozen
from bashcoder_mlx.trial.trial import Trial
from bashcoder_mlx.trial.world import ANYTHING, Node, World

_PACKAGE = Path(__file__).parents[2]
_MOMENT = datetime(2024, 3, 8, 10, 40, tzinfo=timezone.utc)
_PAIRS, _STORIES = 1000, 100  # written for the digest of the grammar
_DIGITS = 12


def effect(task: Task) -> str:
    """Identifies all that is run of a task and wanted of it, for every draw of its values."""
    digest = hashlib.sha256(task.name.encode())
    with frozen(_MOMENT):
        for case in cases(task):
            digest.update(repr((case.command, case.kind, *_trial(case.trial))).encode())
    return digest.hexdigest()[:_DIGITS]


def _trial(trial: Trial) -> Iterator[object]:
    yield from (trial.start.user, trial.outcome, list(trial.arguments), list(trial.stubs))
    yield from (trial.before, trial.after, trial.stdin)
    yield [(path, *_node(node)) for path, node in trial.start.nodes.items()]
    yield list(_changes(trial.start, trial.expected))


def _changes(start: World, expected: World) -> Iterator[tuple]:
    for path, node in expected.nodes.items():
        if node != start.nodes.get(path):
            yield (path, *_node(node))
    yield tuple(path for path in start.nodes if path not in expected.nodes)


def _node(node: Node) -> tuple:
    data = content(node.data) if isinstance(node.data, bytes) else node.data
    data = "anything" if data is ANYTHING else data
    return node.kind, node.mode, round(node.age), node.target, node.mtime, data


def sources() -> str:
    """Identifies the files that decide what tasks there are and how they are run."""
    digest = hashlib.sha256()
    for folder in ("corpora/synthetic", "trial"):
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
