"""The first part of a pipeline: a command, the items that it yields, the files that it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.trial.world import World

Items = list[str]
SUMS = ("count", "total", "mean", "over")
"""Stages that awk does alone for a column."""
GREPS = ("count", "containing", "not-containing", "starting", "count-containing")
"""Stages that grep does alone for lines."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where the items of a pipeline come from. In its wordings `<in>` is its file."""

    name: str
    things: str
    thing: str
    where: str
    """Where the things are: "in {column} of <in>"."""
    run: str
    """The command, or the names of files that the first stage reads."""
    build: Callable[[World, Bound, Items], None]
    """Writes the files that yield these items."""
    gist: str
    """What the command does, third person."""
    rebuild: Callable[[World, Bound, Items], None] | None = None
    """Another way to write the files, for another trial."""
    header: bool = False
    """Whether a line before the items is skipped."""
    file: str = ""
    """The file in English, where one may say "I have this file; … in it"."""
    remark: str = ""
    """What may follow the file: " (an access log)"."""
    plain: bool = False
    """Whether `run` is the name of a file."""
    many: bool = False
    """Whether `run` is the names of several files."""
    emit: Callable[[Items, Bound], Items] = lambda items, s: items
    """The items as they come out, where the command cannot yield just any."""
    tokens: bool = True
    """Whether every item is a single word."""
    numeric: bool = False
    """Whether the items may be numbers."""
    before: str = ""
    """Bash that comes first where it is tried: a stand-in for a command of the machine."""
    crowded: bool = True
    """Whether files named like patterns may stand beside it."""
    linux: bool = False
    """Whether there is such a command on Linux only."""
    weight: float = 0.3
    say: str = ""
    """A block of wordings of the source alone; none where that is a task of another family."""
    never: Sequence[str] = ()
    """Names of the stages that make no sense with it."""

    @property
    def place(self) -> str:
        """Where the things are, with the file's name."""
        return self.where.replace("<in>", f"{self.file}{self.remark}")

    def pipe(self, stages: str) -> str:
        """The command followed by stages."""
        if stages.startswith((">> ", "> ")) or (stages == "cat -n" and self.many):
            return self._whole(stages)
        first, *rest = stages.split(" | ")
        if not self.plain and not (self.many and first.startswith(("sort", "awk"))):
            command = f"cat {self.run}" if self.many else self.run
            return f"{command} | {stages}"
        return " | ".join([_reading(first, self.run), *rest])

    def _whole(self, stages: str) -> str:
        """What takes the items as they are: a file to write, or numbers for many files."""
        if stages == "cat -n":
            return f"cat -n {self.run}"
        return f"cat {self.run} {stages}" if self.many else f"{self.run} {stages}"


def _reading(stage: str, file: str) -> str:
    """A stage that reads a file."""
    if stage.startswith("tr ") or stage == "paste - -":
        return f"{stage} < {file}"
    return f"{stage[:-1]}{file}" if stage.endswith(" -") else f"{stage} {file}"
