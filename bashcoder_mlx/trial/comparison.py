"""What a run left, compared with what it had to do: status, output, errors, calls, tree, times."""

from collections.abc import Sequence
from dataclasses import dataclass

from bashcoder_mlx.trial.archives import PACKED, Archive, read
from bashcoder_mlx.trial.outcome import Outcome
from bashcoder_mlx.trial.world import ANYTHING, Node, World

Moments = tuple[float, float]
"""When the trees were written and when they were read, in seconds since 1970."""
_SECONDS = 2  # by which ages may differ: some tools keep whole seconds, zip pairs of them


@dataclass(frozen=True)
class Found:
    """What a run left."""

    status: int
    stdout: str
    tree: World
    stderr: str = ""
    calls: Sequence[Sequence[str]] = ()
    moments: Moments | None = None
    """Without them ages are not compared."""


def faults(expected: World, wanted: Outcome, found: Found) -> list[str]:
    """What is not as it must be, a phrase each; empty where the run passes."""
    phrases = []
    if found.status != wanted.status:
        phrases.append(f"exit status {found.status}, not {wanted.status}")
    if not _same_output(wanted, found.stdout):
        phrases.append(f"output {found.stdout[:400]!r}, not {wanted.stdout!r}")
    if wanted.stderr not in found.stderr:
        phrases.append(f"no {wanted.stderr!r} in the errors")
    if [*map(list, found.calls)] != [*map(list, wanted.calls)]:
        phrases.append(f"calls {found.calls}, not {wanted.calls}")
    phrases += differences(expected, found.tree, found.moments)
    if phrases and found.stderr:
        phrases.append(f"stderr {found.stderr[:300]!r}")
    return phrases


def _same_output(outcome: Outcome, stdout: str) -> bool:
    if outcome.stdout is None:
        return True
    if isinstance(outcome.stdout, str):
        return stdout == outcome.stdout
    wanted = list(outcome.stdout)
    found = stdout.removesuffix("\n").split("\n") if stdout else []
    return wanted == found if outcome.ordered else sorted(wanted) == sorted(found)


def differences(expected: World, found: World, moments: Moments | None = None) -> list[str]:
    """What is not as expected in a tree, one phrase each; empty where they are equal.

    Args:
        moments: as of `Found`.
    """
    missing = sorted(expected.nodes.keys() - found.nodes.keys())
    extra = sorted(found.nodes.keys() - expected.nodes.keys())
    phrases = [f"missing {path}" for path in missing] + [f"unexpected {path}" for path in extra]
    for path in sorted(expected.nodes.keys() & found.nodes.keys()):
        wanted, there = expected.nodes[path], found.nodes[path]
        some = _node_faults(wanted, there) + _time_faults(wanted, there, moments)
        phrases += [f"{path}: {phrase}" for phrase in some]
    return phrases


def _node_faults(wanted: Node, found: Node) -> list[str]:
    phrases = []
    if (wanted.kind, wanted.target) != (found.kind, found.target):
        phrases.append(f"{wanted.kind} {wanted.target}, not {found.kind} {found.target}")
    if wanted.kind != "link" and wanted.mode != found.mode:
        phrases.append(f"mode {wanted.mode:o}, not {found.mode:o}")
    if fault := _content_fault(wanted.data, found.data):
        phrases.append(fault)
    return phrases


def _content_fault(wanted: bytes | Archive, found: bytes | Archive) -> str:
    if wanted is ANYTHING or wanted == found:
        return ""
    if isinstance(found, Archive):  # of a world that was not read from a disk
        return f"another content than {found.content}"
    if not isinstance(wanted, Archive):
        return f"content {wanted[:300]!r}, not {found[:300]!r}"
    if wanted.matches(found):
        return ""
    return f"archive of {wanted.content}, not {read(found)[1]}"


def _time_faults(wanted: Node, found: Node, moments: Moments | None) -> list[str]:
    if wanted.mtime is not None:
        differs = abs(wanted.mtime - found.mtime) >= 1  # not so of two that are infinite
        return [f"modified at {wanted.mtime:.0f}, not {found.mtime:.0f}"] if differs else []
    if moments is None or wanted.kind != "file":
        return []
    first, last = moments
    if first - wanted.age - _SECONDS < found.mtime < last - wanted.age + _SECONDS:
        return []
    if not wanted.age and found.mtime == PACKED:  # new, out of an archive
        return []
    return [f"modified {wanted.age:.0f} seconds before, not {last - found.mtime:.0f}"]
