"""Sources that are columns of tables."""

from collections.abc import Callable, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import HEADER, among, cells, table
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import SUMS, Items, Source
from bashcoder_mlx.trial.world import World

_VALUES = "[values|entries]"
_SKIP = """ [without the header[| line]|(skip the header)|(skipping the header line)|\
(it has a header line)]"""
_BY_HEADER = """awk -F, -v name={measure} \
'NR == 1 {for (i = 1; i <= NF; i++) if ($i == name) c = i; next} {print $c}' {csv}"""


def _rows(file: str, separator: str = "", start: Sequence[str] = ()) -> Callable:
    """Rows with the items in {column}; without a separator, that of {delimiter}."""

    def build(world: World, s: Bound, items: Items) -> None:
        rows = table({s.column: items}, separator or s.delimiter)
        if "word2" in s:  # {word2} stands in another column of every row
            rows = [f"{row}{separator or s.delimiter}{s.word2}" for row in rows]
        head = [separator.join(start)] if start else []
        world.file(s[file].data, [*head, *rows])

    return build


def _rows_with_word(world: World, s: Bound, items: Items) -> None:
    rows = [f"{row}  {s.word}" for row in table({s.column: items}, "  ")]
    world.file(s.log, among(rows, ["a a b b c c d d e e"] * 3))


def _last_column(world: World, s: Bound, items: Items) -> None:
    world.file(s.txt, [" ".join([*cells(i, 1 + i % 4), item]) for i, item in enumerate(items)])


def _last_field(world: World, s: Bound, items: Items) -> None:
    world.file(s.csv, [",".join([*cells(i, 1 + i % 4), item]) for i, item in enumerate(items)])


def _where(world: World, s: Bound, items: Items) -> None:
    rows = table({s.column: items, s.column2: [s.word] * len(items)})
    others = table({s.column: ["aardvark", s.word], s.column2: [f"{s.word}x", "no"]})
    world.file(s.csv, among(rows, others))


def _named_column(world: World, s: Bound, items: Items) -> None:
    header = [s.measure, "first", f"{s.measure}_x", "last"]
    rows = [",".join([item, f"q{i}", "9", "8"]) for i, item in enumerate(items)]
    world.file(s.csv, [",".join(header), *rows])


def _column(name: str, **more) -> Source:
    """Values of {column}."""
    common = {"numeric": True, "never": SUMS, "weight": 0.3, **more}
    return Source(name=name, things=_VALUES, thing="value", **common)


SOURCES = (
    _column(
        "csv",
        where="in {column} of <in>",
        file="{csv}",
        run="cut -d, -f{column} {csv}",
        build=_rows("csv", ","),
        gist="takes {column} of {csv} (cut)",
        weight=0.6,
        say="""
            <show> [|only |just ]{column} of {csv}
            [cut|extract] {column} out of {csv}
            [list|show] the values in {column} of {csv}
        """,
    ),
    _column(
        "csv-header",
        header=True,
        where="in {column} of <in>",
        file="{csv}",
        remark=_SKIP,
        run="tail -n +2 {csv} | cut -d, -f{column}",
        build=_rows("csv", ",", HEADER),
        gist="skips the header of {csv} and takes {column} (tail, cut)",
        weight=0.6,
        say=f"""
            <show> {{column}} of {{csv}}{_SKIP}
            list the values in {{column}} of {{csv}}{_SKIP}
            skip the header of {{csv}} and [print|show] {{column}}
        """,
    ),
    _column(
        "delimited",
        where="in {column} of <in>",
        file="{txt}",
        remark=" [([separated|delimited] by {delimiter})|(fields separated by {delimiter})|"
        "({delimiter.adjective})]",
        run="cut -d{delimiter} -f{column} {txt}",
        build=_rows("txt"),
        gist="takes {column} of {txt}, split at {delimiter} (cut)",
        say="""
            <show> {column} of {txt}, [using|with] {delimiter} as [the|] [delimiter|separator]
            <show> {column} of the {delimiter.adjective} file {txt.raw}
            split [the|each of the] lines of {txt} at {delimiter} and [print|show] {column}
        """,
    ),
    _column(
        "spaced",
        where="in {column} of <in>",
        file="{txt}",
        remark=" [(separated by single spaces)|(fields separated by one space)|"
        "(split at each space)]",
        run="cut -d' ' -f{column} {txt}",
        build=_rows("txt", " "),
        gist="takes {column} of {txt}, split at spaces (cut)",
        say="""
            <show> {column} of {txt}, [using|with] a space as [the|] [delimiter|separator]
            cut [the|each of the] lines of {txt} at [each|every] space and [print|show] {column}
        """,
    ),
    _column(
        "tabbed",
        where="in {column} of <in>",
        file="{txt}",
        remark=" [(tab-separated)|(separated by tabs)|(a TSV file)]",
        run="cut -f{column} {txt}",
        build=_rows("txt", "\t"),
        gist="takes {column} of {txt} (cut)",
        say="""
            <show> {column} of the [tab-separated|tab-delimited|TSV] file {txt.raw}
            <show> {column} of {txt}, where columns are separated by tabs
        """,
    ),
    _column(
        "blank",
        where="in {column} of <in>",
        file="{txt}",
        run="awk '{print {column.awk}}' {txt}",
        build=_rows("txt", "   "),
        gist="takes {column} of {txt} (awk)",
        weight=0.6,
        say="""
            <show> [|only |just ]{column} of {txt}
            <show> {column} of [each|every] line [of|in] {txt}
            <show> {column} of {txt} [with|using] awk
        """,
    ),
    _column(
        "log-matching",
        where="in {column} of the lines [with|containing|that contain] {word} in <in>",
        file="{log}",
        run="awk '/{word}/ {print {column.awk}}' {log}",
        build=_rows_with_word,
        gist="takes {column} of the lines of {log} with {word} (awk)",
        say="""
            <show> {column} of [the|all] lines [with|containing|that contain] {word} in {log}
            print {column} for [every|each] line of {log} that contains {word}
        """,
    ),
    _column(
        "last-column",
        where="in the last [column|field] of <in>",
        file="{txt}",
        run="awk '{print $NF}' {txt}",
        build=_last_column,
        gist="takes the last column of {txt} (awk)",
        say="""
            <show> the last [column|field|word] of [each|every] line [of|in] {txt}
            <show> [|only |just ]the last [column|field] of {txt}
        """,
    ),
    _column(
        "last-field",
        where="in the last field of <in>",
        file="{csv}",
        run="rev {csv} | cut -d, -f1 | rev",
        build=_last_field,
        gist="takes the last field of {csv} (rev, cut)",
        say="""
            <show> what follows the last comma [of|in] [each|every] line of {csv}
            <show> the last [comma-separated |]field of [each|every] line of {csv}
        """,
    ),
    _column(
        "where",
        where="in {column} of <in> [where|for which] {column2} [is|equals|is equal to] {word}",
        file="{csv}",
        run="""awk -F, '{column2.awk} == "{word}" {print {column.awk}}' {csv}""",
        build=_where,
        gist="takes {column} of the rows of {csv} whose {column2.ordinal} field is {word} (awk)",
        numeric=False,
    ),
    _column(
        "cells",
        where="in the [column named|column called|column with the header] {measure} of <in>",
        file="{csv}",
        run=_BY_HEADER,
        build=_named_column,
        gist="finds the column {measure} by the header of {csv} and prints it (awk)",
        weight=0.15,
        say="""
            <show> the [column|field] [named|called] {measure} of {csv}
            <show> the {measure} column of {csv}, finding it by [the|its] header
        """,
    ),
)
