"""A trial: a tree, what a command must make of it, and how the command is run there."""

from collections.abc import Sequence
from dataclasses import dataclass

from bashcoder_mlx.trial.outcome import Outcome
from bashcoder_mlx.trial.world import World


@dataclass
class Trial:
    """One start and what must come out of it."""

    start: World
    """The tree before."""
    expected: World
    """The tree afterwards."""
    outcome: Outcome
    """What else the run must do."""
    arguments: Sequence[str] = ()
    """Those of a script."""
    before: str = ""
    """Bash run first in the same shell (for a script, in the one that starts it)."""
    after: str = ""
    """Bash run afterwards in the same shell, to print what the command changed in it."""
    stdin: str = ""
    """What is typed while it runs."""
    stubs: Sequence[str] = ()
    """Utilities in whose place calls are recorded."""


@dataclass(frozen=True)
class Case:
    """A command or script on a trial."""

    command: str
    kind: str
    """command or script."""
    trial: Trial
