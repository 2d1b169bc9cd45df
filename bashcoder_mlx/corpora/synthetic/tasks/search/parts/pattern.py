"""A pattern of grep: in the command, in English, in Python, with lines on both sides of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bashcoder_mlx.corpora.synthetic.slots import Slot
from bashcoder_mlx.corpora.synthetic.task import Bound

Lines = Callable[[Bound], Sequence[str]]
_CASE = "[ignoring case|in [upper or lower|any] case|case-insensitively|regardless of case]"


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """What is searched for."""

    key: str
    text: str
    """The pattern as the command writes it, options before it included."""
    what: str
    """ "search … for WHAT"."""
    has: str
    """ "lines that HAS"."""
    lacks: str
    expression: Callable[[Bound], str]
    """A regular expression of Python for the same."""
    good: Lines
    """Lines that are to be found."""
    bad: Lines
    """Lines that come near."""
    flags: str = ""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    whole_line: bool = False
    """Whether it says where in the line the match is, so that there is one in a line at most."""
    linux: bool = False
    """Whether only GNU's grep knows it."""
    files: Callable[[Bound], Mapping[str, Sequence[str]]] = lambda s: {}
    """Other files that it needs, by name."""

    @property
    def varied(self) -> bool:
        """Whether not all matches are equal."""
        return "i" in self.flags or "|" in self.text

    def finds(self, line: str, s: Bound) -> bool:
        """Whether the line is to be found."""
        return bool(self.parts(line, s))

    def parts(self, line: str, s: Bound) -> list[str]:
        """What of the line matches."""
        case = re.IGNORECASE if "i" in self.flags else 0
        return [match[0] for match in re.finditer(self.expression(s), line, case)]

    def folded(self) -> "Pattern":
        """The same in upper or lower case."""
        found = replace(
            self,
            key=f"{self.key}-i",
            what=f"{self.what} {_CASE}",
            has=f"{self.has} {_CASE}",
            lacks=f"{self.lacks} {_CASE}",
            flags=f"{self.flags}i",
            good=lambda s: [
                *(line.swapcase() for line in self.good(s)),
                *self.good(s),
                self.good(s)[-1].title(),
            ],
        )
        return replace(found, bad=lambda s: [x for x in self.bad(s) if not found.finds(x, s)])
