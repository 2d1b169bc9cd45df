"""Forms of output: the lines, numbered, counted, only the matches, only the names of files."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.pattern import Pattern

Numbered = Sequence[tuple[int, str]]
"""Lines of a file with their numbers."""


@dataclass(frozen=True)
class Found:
    """A file that is searched, and what for."""

    pattern: Pattern
    name: str
    shown: str
    """Its name if that is shown before each line, else nothing."""
    lines: Numbered
    s: Bound

    def matching(self, wanted: bool = True) -> Numbered:
        """The lines that match, or those that do not."""
        return [(n, x) for n, x in self.lines if self.pattern.finds(x, self.s) == wanted]

    def mark(self, text: object, sign: str = ":") -> str:
        """A line of output, with the name of the file if that is shown."""
        return f"{self.shown}{sign}{text}" if self.shown else str(text)


Report = Callable[[Found], list[str]]


@dataclass(frozen=True, kw_only=True)
class Output:
    """A form of output. In wordings `<in>` is what is searched, `<has>`, `<lacks>` and `<what>`
    are the pattern's, and `<all>` an optional "all".
    """

    key: str
    flags: str = ""
    say: str
    """A block of instructions."""
    ask: str = ""
    """A block of other wordings."""
    explain: str
    report: Report
    """What is printed for one file."""
    options: str = ""
    """Options that take a value."""
    pipe: str = ""
    """What follows the command."""
    finish: Callable[[list[str], Bound], Result] | None = None
    """What the pipe makes of all the lines; without it they stay as they are."""
    weight: float = 1.0
    named: bool = True
    """Whether file names are shown where several are searched."""
    answers: bool = False
    """Whether it tells yes from no, so that it is tried where nothing is found as well."""
    between: str = ""
    """A line between the output of two files."""
    matches: bool = False
    """Whether it is about what matches, so that the place in the line must not be part of it."""


def lines(wanted: bool = True, numbered: bool = False) -> Report:
    """The lines that match, or that do not."""

    def report(file: Found) -> list[str]:
        mark = "{0}:{1}" if numbered else "{1}"
        return [file.mark(mark.format(n, x)) for n, x in file.matching(wanted)]

    return report


def count(wanted: bool = True) -> Report:
    """Their number."""
    return lambda file: [file.mark(len(file.matching(wanted)))]


def names(wanted: bool = True) -> Report:
    """The name of the file, if a line matches, or if none does."""
    return lambda file: [file.name] if bool(file.matching()) == wanted else []


def matches(numbered: bool = False) -> Report:
    """What matches, a line each."""

    def report(file: Found) -> list[str]:
        found = [(n, part) for n, x in file.lines for part in file.pattern.parts(x, file.s)]
        return [file.mark(f"{n}:{part}" if numbered else part) for n, part in found]

    return report


def context(before: bool, after: bool, numbered: bool = False) -> Report:
    """The lines that match with {count} lines before or after them; `--` between the groups.

    Where there is {count2}, it is so many lines after them.
    """

    def report(file: Found) -> list[str]:
        found = {n for n, _ in file.matching()}
        reach = file.s.count
        behind = file.s.count2 if "count2" in file.s else reach
        near = {k for n in found for k in range(n - reach * before, n + behind * after + 1)}
        out, last = [], 0
        for n, line in file.lines:
            if n in near:
                out += ["--"] * (0 < last < n - 1)
                sign = ":" if n in found else "-"
                out.append(file.mark(f"{n}{sign}{line}" if numbered else line, sign))
                last = n
        return out

    return report


def first(report: Report) -> Report:
    """As many lines as {count} of every file."""
    return lambda file: report(file)[: file.s.count]


def number(found: list[str], s: Bound) -> Result:
    """How many lines there are."""
    return f"{len(found)}\n"


def tally(found: list[str], s: Bound) -> Result:
    """How often each line is there, as `uniq -c` writes it, the most frequent first."""
    counted = [f"{many:7d} {item}" for item, many in Counter(found).items()]
    return sorted(counted, key=lambda line: (int(line.split()[0]), line), reverse=True)


def said(words: str) -> Callable[[list[str], Bound], Result]:
    """These words if anything is found; else nothing, and failure."""
    return lambda found, s: f"{words}\n" if found else Outcome(status=1)
