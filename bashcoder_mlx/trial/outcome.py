"""What one run must do besides the changes to its tree: status, output, errors, calls."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What one run must do besides the changes that the oracle made to the world."""

    stdout: str | Sequence[str] | None = ""
    """The exact text, or the lines; None where any will do."""
    ordered: bool = True
    """Whether the lines come in this order."""
    status: int = 0
    """Exit status."""
    stderr: str = ""
    """Text that the error output contains."""
    calls: Sequence[Sequence[str]] = ()
    """The calls of stubs, in order, each the name and its arguments."""


def any_order(lines: Sequence[str]) -> Outcome:
    """These lines, in any order."""
    return Outcome(stdout=list(lines), ordered=False)
