"""Parts of plain scripts that compute several figures of numbers: where `$n` comes from, the
figures, and how a comparison and an addition are written.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

FILE = "my  numbers.txt"
WORLDS = ((12, 1, 7, 3, 40, 8, 20, 9, 9, 9, 9, 9, 9), (9, 11, 9), (-9, -2, -13))
FROM_ZERO = (*WORLDS[:2], (0, 0))
"""Where the largest is at least 0."""


@dataclass(frozen=True)
class Source:
    """A loop over `n`, and how one says where its numbers come from."""

    key: str
    say: str
    explain: str
    head: str
    first: str
    """What the first number is, where one begins with it."""
    tail: str = "done"
    start: Sequence[str] = ()
    row: str = "N"
    """A line of the file, N for the number; "" where there is no file."""
    header: str = ""
    cost: int = 0


_FILE_SAY = "[in|on the lines of] a file given as argument"
_COLUMN_SAY = "in the second column of a csv file given as argument"
SOURCES = (
    Source(
        "given",
        "[given as arguments|that are its arguments|passed as arguments]",
        "given as arguments",
        'for n in "$@"; do',
        "$1",
        row="",
    ),
    Source(
        "file",
        _FILE_SAY,
        "in the file given as its argument",
        "while read -r n; do",
        '$(head -n 1 "$1")',
        'done < "$1"',
    ),
    Source(
        "named",
        f"{_FILE_SAY}, kept in a variable",
        "in the file given as its argument",
        "while read -r n; do",
        '$(head -n 1 "$file")',
        'done < "$file"',
        ("file=$1",),
    ),
    Source(
        "whole",
        f"{_FILE_SAY}, kept in a variable and read with IFS=",
        "in the file given as its argument",
        "while IFS= read -r n; do",
        '$(head -n 1 "$file")',
        'done < "$file"',
        ("file=$1",),
        cost=1,
    ),
    Source(
        "column",
        f"{_COLUMN_SAY}[ without a header|]",
        "in the second column of the csv file given as its argument",
        "while IFS=, read -r name n; do",
        '$(head -n 1 "$file" | cut -d, -f2)',
        'done < "$file"',
        ("file=$1",),
        row="a  b\\,N",
    ),
    Source(
        "below",
        f"{_COLUMN_SAY} [below its header|, its header skipped,|whose header is skipped]",
        "in the second column of the csv file given as its argument, below the header",
        "while IFS=, read -r name n; do",
        '$(sed -n 2p "$file" | cut -d, -f2)',
        'done < <(tail -n +2 "$file")',
        ("file=$1",),
        row="a  b\\,N",
        header="name,2024\n",
    ),
    Source(
        "array",
        "[given as arguments|that are its arguments], kept in an array",
        "given as arguments, kept in an array",
        'for n in "${numbers[@]}"; do',
        "${numbers[0]}",
        start=('numbers=("$@")',),
        row="",
    ),
)


@dataclass(frozen=True)
class Writing:
    """How an addition is written, and a comparison around an assignment."""

    key: str
    hint: str
    add: str
    block: Callable[[str, str, str, str], list[str]]
    """Of the left side, the operator as a flag and as a sign, and what is done."""
    cost: int = 0


def _bracket(name: str, flag: str, sign: str, done: str) -> list[str]:
    return [f'if [ "$n" {flag} "${name}" ]; then', f"  {done}", "fi"]


def _double_bracket(name: str, flag: str, sign: str, done: str) -> list[str]:
    return [f"if [[ $n {flag} ${name} ]]; then", f"  {done}", "fi"]


def _arithmetic(name: str, flag: str, sign: str, done: str) -> list[str]:
    return [f"if ((n {sign} {name})); then", f"  {done}", "fi"]


WRITINGS = (
    Writing("", "", "NAME=$((NAME + BY))", _bracket),
    Writing(
        "arithmetic",
        "[, with tests in double parentheses|; compare in double parentheses]",
        "NAME=$((NAME + BY))",
        _arithmetic,
    ),
    Writing(
        "short",
        "[, all arithmetic in double parentheses|, with += in double parentheses]",
        "((NAME += BY))",
        _arithmetic,
        1,
    ),
    Writing(
        "double",
        "[, with tests in double brackets|; compare in double brackets]",
        "NAME=$((NAME + BY))",
        _double_bracket,
        1,
    ),
)


@dataclass(frozen=True)
class Figure:
    """A figure of all numbers: its name, its label, its value."""

    key: str
    say: str
    label: str
    shown: str
    value: Callable[[Sequence[int]], object]
    flag: str = ""
    """Where it is a number that compares so with those before."""
    sign: str = ""
    name: str = ""
    adds: str = ""
    """What is added for every number."""


FIGURES = {
    figure.key: figure
    for figure in (
        Figure("sum", "sum", "Sum", "$sum", sum, name="sum", adds="n"),
        Figure("count", "[count|number]", "Count", "$count", len, name="count", adds="1"),
        Figure(
            "average",
            "[average|mean] in whole numbers",
            "Average",
            "$((sum / count))",
            lambda some: sum(some) // len(some),
            name="average",
        ),
        Figure("max", "[maximum|largest]", "Max", "$max", max, "-gt", ">", "maximum"),
        Figure("min", "[minimum|smallest]", "Min", "$min", min, "-lt", "<", "minimum"),
    )
}
SETS = (
    ("sum", "count"),
    ("sum", "average"),
    ("sum", "count", "average"),
    ("count", "average"),
    ("min", "max"),
    ("max", "min"),
    ("sum", "max"),
    ("sum", "min", "max"),
    ("sum", "average", "max"),
    ("average", "max"),
    ("count", "sum", "max"),
    ("count", "sum", "min", "max"),
    ("sum", "average", "min", "max"),
    ("average",),
    ("max",),
    ("min",),
    ("sum",),
)
"""What is printed, in this order."""
