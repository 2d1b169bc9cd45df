"""What sed does with a line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound

UNUSUAL = ("starting", "ending", "between", "not-matching", "from", "start")
"""Targets that few edits are asked for with."""


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What happens to a line. In `do` and `shown`, `<on>` is " on the lines", `<what>` the lines
    themselves, `<what-of>` the lines of the file, `<file>` the file.
    """

    name: str
    program: str
    do: str
    """A block of instructions."""
    shown: str
    """A block of what continues "print the file …"."""
    ask: str = ""
    """A block of short wordings for the edit of the file itself."""
    apply: Callable[[str, Bound], list[str]]
    """The lines that a line becomes."""
    explain: str
    never: Sequence[str] = ()
    """Names of targets that make no sense with it."""
    only: Sequence[str] = ()
    """Names of the only targets that do."""
    mac: str | None = None
    """The program for macOS where it differs; empty where there is none."""
    line: str = "v<n>"
    """A line to try it on; <n> is its number."""
    near: str = ""
    """A line that it must leave as it is, for another trial."""
    extended: bool = False
    """Whether the program needs -E."""
    blanks: bool = False
    """Whether it is about blanks, which are said to be a file's as well as its lines'."""
    everyday: bool = False
    """Whether people ask for it with a backup, another file or many files too."""

    def suits(self, target: str) -> bool:
        """Whether it is used with the target of this name."""
        return target not in self.never and (not self.only or target in self.only)
