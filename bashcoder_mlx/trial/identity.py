"""Digests of trials: equal where the same is run and the same must come out."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping

from bashcoder_mlx.trial.archives import content
from bashcoder_mlx.trial.trial import Case
from bashcoder_mlx.trial.world import ANYTHING, Node, World


def digest(cases: Iterable[Case]) -> str:
    """Identifies all that decides whether these cases pass, in this order."""
    whole = hashlib.sha256()
    for case in cases:
        for part in _parts(case):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()


def _parts(case: Case) -> Iterator[bytes]:
    trial = case.trial
    told = (trial.arguments, trial.before, trial.after, trial.stdin, trial.stubs)
    yield repr((case.command, case.kind, trial.outcome, *map(_plain, told))).encode()
    yield trial.start.user.encode()
    yield from _nodes(trial.start, {})
    yield from _nodes(trial.expected, trial.start.nodes)
    yield repr(sorted(trial.start.nodes.keys() - trial.expected.nodes.keys())).encode()


def _plain(value: object) -> object:
    """A list and a tuple of the same are the same."""
    return value if isinstance(value, str) else list(value)


def _nodes(world: World, known: Mapping[str, Node]) -> Iterator[bytes]:
    for path, node in world.nodes.items():
        if node == known.get(path):
            continue
        yield repr((path, node.kind, node.mode, node.age, node.target, node.mtime)).encode()
        yield _content(node)


def _content(node: Node) -> bytes:
    if isinstance(node.data, bytes):
        return content(node.data)  # the compressed bytes differ by the version of a library
    return b"anything" if node.data is ANYTHING else repr(node.data).encode()
