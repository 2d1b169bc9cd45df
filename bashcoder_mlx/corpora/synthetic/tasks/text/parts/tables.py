"""Kinds of files with columns, as awk and people name them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import HEADER
from bashcoder_mlx.trial.world import World

_INPUT = ".input"


@dataclass(frozen=True)
class Table:
    """A kind of file with columns."""

    name: str
    file: str
    """Slot of its name; nothing where it is standard input."""
    where: str
    """What follows "of" in English."""
    awk: str
    """awk with its options."""
    separator: str = ","
    """Of the sample; the value of {delimiter} where empty."""
    header: bool = False

    @property
    def before(self) -> str:
        """Bash that comes first where it is tried."""
        return "" if self.file else f"exec < {_INPUT}"

    def program(self, text: str, options: str = "") -> str:
        """The command that runs an awk program on the file."""
        file = f" {{{self.file}}}" if self.file else ""
        return f"{self.awk}{options} '{text}'{file}"

    def write(self, world: World, s: Bound, rows: Sequence[Sequence[object]]) -> None:
        """Writes rows of cells."""
        lines = [self.line(row, s) for row in rows]
        start = [self.line(HEADER, s)] if self.header else []
        world.file(s[self.file].data if self.file else _INPUT, [*start, *lines])

    def line(self, row: Sequence[object], s: Bound) -> str:
        """A row as it stands in the file."""
        return (self.separator or s.delimiter).join(map(str, row))

    def output(self, *values: object) -> str:
        """Values as awk's print shows them."""
        return " ".join(map(str, values))


_SKIPPING = """[(skip the header)|(skipping the header line)|(it has a header line)|\
(not counting the header)]"""
_SPLITTING = """[(separated by {delimiter})|(delimited by {delimiter})|({delimiter.adjective})]"""
CSV = Table("csv", "csv", "{csv}", "awk -F,")
BLANK = Table("blank", "txt", "{txt}", "awk", "  ")
SKIPPED = Table("header", "csv", f"{{csv}} {_SKIPPING}", "awk -F,", header=True)
SPLIT = Table("split", "txt", f"{{txt}} {_SPLITTING}", "awk -F{delimiter}", "")
INPUT = Table("input", "", "[standard input|stdin|the input]", "awk", "  ")
