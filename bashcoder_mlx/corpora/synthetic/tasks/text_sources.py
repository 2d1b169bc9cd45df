"""Sources of pipelines: the lines and the columns of files."""

from collections.abc import Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import HEADER, Source, cells, table
from bashcoder_mlx.trial.world import World


def sources() -> list[Source]:
    """Lines and columns."""
    return [*_lines(), *_columns()]


_GREPS = ("count", "containing", "not-containing", "starting", "count-containing")


def _lines() -> list[Source]:
    return [
        Source(
            "lines", "lines", "line", "in {txt}", "{txt}",
            lambda world, s, items: world.file(s.txt, items),
            "reads {txt}", plain=True, numeric=True, weight=1, never=("longest",),
        ),
        Source(
            "two-files", "lines", "line", "in {txt} and {txt2}[| together| taken together]",
            "{txt} {txt2}", _two_files, "reads {txt} and {txt2}", many=True, numeric=True,
            never=("save", *_GREPS[1:]),
        ),
        Source(
            "all-files", "lines", "line",
            "in [all|all the] {ext} files [here|in this folder|in the current directory]",
            "*.{ext}", _all_files, "reads all {ext} files of the current directory",
            many=True, numeric=True, never=_GREPS,
        ),
        Source(
            "matching", "lines", "line", "in {log} [containing|with] {word}",
            "grep {word} {log}", _matching, "takes the lines of {log} that contain {word} (grep)",
            emit=lambda items, s: [f"{item} {s.word} end" for item in items], tokens=False,
            never=(*_GREPS, "last"),
        ),
        Source(
            "not-matching", "lines", "line",
            "in {log} [without|not containing] {word}",
            "grep -v {word} {log}", _not_matching,
            "takes the lines of {log} without {word} (grep -v)", never=_GREPS,
        ),
        Source(
            "rows", "rows", "row",
            "in {csv} [without its header|without the header line|(skipping the header)|"
            "(not counting the header)]",
            "tail -n +2 {csv}",
            lambda world, s, items: world.file(s.csv, ["zhead1,head2", *items]),
            "skips the header of {csv} (tail -n +2)",
            emit=lambda items, s: [f"{item},{len(item)}" for item in items],
        ),
        Source(
            "settings", "[non-comment lines|lines that are not comments]", "non-comment line",
            "in {conf}",
            "grep -v '^#' {conf}", _settings, "drops the comment lines of {conf} (grep -v '^#')",
            emit=lambda items, s: [f"{item}=on # set" for item in items], tokens=False,
            never=_GREPS,
        ),
        Source(
            "non-blank", "[non-empty|non-blank] lines", "[non-empty|non-blank] line", "in {txt}",
            "grep . {txt}",
            lambda world, s, items: world.file(s.txt, "\n\n".join(["", *items, ""])),
            "drops the empty lines of {txt} (grep .)", never=_GREPS,
        ),
        Source(
            "head-of", "lines", "line", "[among|in] the first {line} lines of {txt}",
            "head -n {line} {txt}", _head_of, "takes the first {line} lines of {txt} (head)",
            emit=lambda items, s: (items + ["zzz"] * s.line)[: s.line],
            never=("count", "first", "nth", "save"),
        ),
    ]  # fmt: skip


def _two_files(world: World, s: Bound, items: list[str]) -> None:
    middle = len(items) // 2
    world.file(s.txt, items[:middle])
    world.file(s.txt2, items[middle:])
    world.file(f"{s.txt}.bak", ["aardvark", "aardvark", "99999"])


def _all_files(world: World, s: Bound, items: list[str]) -> None:
    middle = len(items) // 2
    world.file(f"a1.{s.ext}", items[:middle])
    world.file(f"b2.{s.ext}", items[middle:])
    for other in (f"c3.{s.ext}.bak", f"sub/d4.{s.ext}", f".hid.{s.ext}", "e5.other"):
        world.file(other, ["aardvark", "aardvark", "99999"])


def _matching(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.log, among(items, ["nothing here", f"{s.word.swapcase()} other case", ""]))


def _not_matching(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.log, among(items, [f"aardvark {s.word}", f"{s.word}", f"z{s.word}z end"]))


def _settings(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.conf, among(items, ["# aardvark=off", "#zebu=on", "# a=b"]))


def _head_of(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.txt, [*items, *["aardvark", "zebu"] * 60])


def among(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """The lines with the others spread between them."""
    step = max(1, len(lines) // len(others))
    found = list(lines)
    for index, other in enumerate(others):
        found.insert(index * (step + 1), other)
    return found


_VALUES = "[values|entries]"
SUMS = ("count", "total", "mean", "over")  # of columns: awk does these alone
_PRINT = "[print|show|extract|get|output]"


def _columns() -> list[Source]:
    skip = (
        " [without the header|without the header line|(skip the header)|(skipping the header line)|"
        "(it has a header line)]"
    )
    return [
        _column(
            "csv", "in {column} of {csv}", "cut -d, -f{column} {csv}", "csv",
            [_PRINT + " [|only |just ]{column} of {csv}", "cut {column} out of {csv}",
             "[list|show] the values in {column} of {csv}"],
        ),
        _column(
            "csv-header", "in {column} of {csv}" + skip,
            "tail -n +2 {csv} | cut -d, -f{column}", "csv",
            [_PRINT + " {column} of {csv}" + skip, "list the values in {column} of {csv}" + skip,
             "skip the header of {csv} and [print|show] {column}"], header=True,
        ),
        _column(
            "delimited",
            "in {column} of {txt} [(separated by {delimiter})|(delimited by {delimiter})|"
            "(fields separated by {delimiter})|({delimiter.adjective})]",
            "cut -d{delimiter} -f{column} {txt}", "txt",
            [_PRINT + " {column} of {txt}, [using|with] {delimiter} as [the|] "
             "[delimiter|separator]",
             _PRINT + " {column} of the {delimiter.adjective} file {txt.raw}",
             "split [the|each of the] lines of {txt} at {delimiter} and [print|show] {column}"],
            separator="",
        ),
        _column(
            "tabbed",
            "in {column} of {txt} [(tab-separated)|(separated by tabs)|(a TSV file)]",
            "cut -f{column} {txt}", "txt",
            [_PRINT + " {column} of the [tab-separated|tab-delimited|TSV] file {txt.raw}",
             _PRINT + " {column} of {txt}, where columns are separated by tabs"],
            separator="\t",
        ),
        _column(
            "blank", "in {column} of {txt}", "awk '{print {column.awk}}' {txt}", "txt",
            [_PRINT + " [|only |just ]{column} of {txt}",
             _PRINT + " {column} of [each|every] line [of|in] {txt}",
             _PRINT + " {column} of {txt} [with|using] awk"],
            "   ",
        ),
        _column(
            "log-matching",
            "in {column} of the lines [with|containing|that contain] {word} in {log}",
            "awk '/{word}/ {print {column.awk}}' {log}", "log",
            [_PRINT + " {column} of [the|all] lines [with|containing|that contain] {word} in {log}",
             "print {column} for [every|each] line of {log} that contains {word}"],
            "  ", match=True,
        ),
        Source(
            "last-column", _VALUES, "value", "in the last [column|field] of {txt}",
            "awk '{print $NF}' {txt}", _last_column,
            "takes the last column of {txt} (awk)", numeric=True, never=SUMS,
            say=[_PRINT + " the last [column|field|word] of [each|every] line [of|in] {txt}",
                 _PRINT + " [|only |just ]the last [column|field] of {txt}"],
        ),
        Source(
            "where", _VALUES, "value",
            "in {column} of {csv} [where|for which] {column2} [is|equals|is equal to] {word}",
            """awk -F, '{column2.awk} == "{word}" {print {column.awk}}' {csv}""", _where,
            "takes {column} of the rows of {csv} whose {column2.ordinal} field is {word} (awk)",
            never=SUMS,
        ),
        Source(
            "cells", _VALUES, "value",
            "in the [column named|column called|column with the header] {measure} of {csv}",
            "awk -F, -v name={measure} 'NR == 1 {for (i = 1; i <= NF; i++) if ($i == name) c = i; "
            "next} {print $c}' {csv}",
            _named_column,
            "finds the column {measure} by the header of {csv} and prints it (awk)",
            numeric=True, weight=0.15, never=SUMS,
            say=[_PRINT + " the [column|field] [named|called] {measure} of {csv}",
                 _PRINT + " the {measure} column of {csv}, finding it by [the|its] header"],
        ),
    ]  # fmt: skip


def _column(
    name: str, where: str, run: str, file: str, say: Sequence[str], separator: str = ",",
    header: bool = False, match: bool = False,
) -> Source:  # fmt: skip
    def build(world: World, s: Bound, items: list[str]) -> None:
        rows = table({s.column: items}, separator or s.delimiter)
        if match:
            rows = among([f"{row}  {s.word}" for row in rows], ["a a b b c c d d e e"] * 3)
        start = [separator.join(HEADER)] if header else []
        world.file(s[file].data, [*start, *rows])

    gist = f"takes {{column}} of {{{file}}} ({run.split(' ')[0]})"
    if header:
        gist = "skips the header of {csv} and takes {column} (tail, cut)"
    elif "{delimiter}" in run:
        gist = "takes {column} of {txt}, split at {delimiter} (cut)"
    elif match:
        gist = "takes {column} of the lines of {log} with {word} (awk)"
    common = name in ("csv", "csv-header", "blank")
    return Source(
        name, _VALUES, "value", where, run, build, gist, numeric=True, never=SUMS, say=say,
        weight=0.6 if common else 0.3,
    )  # fmt: skip


def _last_column(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.txt, [" ".join([*cells(i, 1 + i % 4), item]) for i, item in enumerate(items)])


def _where(world: World, s: Bound, items: list[str]) -> None:
    rows = table({s.column: items, s.column2: [s.word] * len(items)})
    others = table({s.column: ["aardvark", s.word], s.column2: [f"{s.word}x", "no"]})
    world.file(s.csv, among(rows, others))


def _named_column(world: World, s: Bound, items: list[str]) -> None:
    header = [f"{s.measure}_x", "first", s.measure, "last"]
    rows = [",".join(["9", f"q{i}", item, "8"]) for i, item in enumerate(items)]
    world.file(s.csv, [",".join(header), *rows])
