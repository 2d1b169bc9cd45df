"""Sources that are a part of the lines that match: a column, the hour, lines of several files."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import among, cells
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Items, Source
from bashcoder_mlx.trial.world import World

_CASE = ("lower", "upper", "lower-distinct", "lower-count", "lower-top", "upper-sorted")
"""Stages about the case of letters."""
_LATE = ("last", "nth", "every-second", "sample", "shuffle")


def _column(world: World, s: Bound, items: Items) -> None:
    lines = []
    for index, item in enumerate(items):
        row = cells(index)
        row[s.column - 1] = item
        lines.append("  ".join([*row, s.word]))
    world.file(s.log, among(lines, ["a b c d e f g h i j", f"x {s.word.swapcase()} z"]))


def _hours(items: Items, s: Bound) -> Items:
    order = sorted(set(items))
    return [f"2024-05-{order.index(x) // 24 + 1:02} {order.index(x) % 24:02}" for x in items]


def _timed(world: World, s: Bound, items: Items) -> None:
    lines = [f"{item}:{index % 60:02}:07 {s.word}" for index, item in enumerate(items)]
    world.file(s.log, among(lines, ["2031-01-01 10:20:30 none", f"{s.word.swapcase()} x", ""]))


def _line(items: Items, s: Bound) -> Items:
    return [f"{item} {s.word}" for item in items]


def _files(world: World, s: Bound, items: Items) -> None:
    middle = len(items) // 2
    world.file(f"a1.{s.ext}", among(items[:middle], ["none"]))
    world.file(f"b2.{s.ext}", [*items[middle:], f"{s.word.swapcase()}"])
    for other in (f"c3.{s.ext}.bak", f"sub/d4.{s.ext}", f".hid.{s.ext}"):
        world.file(other, [f"aardvark {s.word}"] * 9)


SOURCES = (
    Source(
        name="matching-column",
        things="values",
        thing="value",
        where="in {column} of what grep finds for {word} in <in>",
        file="{log}",
        run="grep {word} {log} | awk '{print {column.awk}}'",
        build=_column,
        gist="takes {column} of the lines with {word} in {log} (grep, awk)",
        weight=0.4,
        numeric=True,
        say="""
            <show> {column} of what grep finds for {word} in {log}
            grep {log} for {word} and [keep|print] only {column}
        """,
        never=("count",),
    ),
    Source(
        name="matching-hours",
        things="hours",
        thing="hour",
        where="of the lines with {word} in <in>, which begin with date and time",
        file="{log}",
        run="grep {word} {log} | cut -c1-13",
        build=_timed,
        gist="takes date and hour of the lines with {word} in {log} (grep, cut)",
        emit=_hours,
        tokens=False,
        weight=0.3,
        never=("count", "count-distinct", "save", *_CASE, *_LATE),
    ),
    Source(
        name="matching-files",
        things="lines",
        thing="line",
        where="with {word} in [all|the] {ext} files here",
        run="grep -h {word} *.{ext}",
        build=_files,
        gist="takes the lines with {word} of all {ext} files (grep -h)",
        emit=_line,
        tokens=False,
        weight=0.3,
        never=("count", "first", "containing", "save", *_LATE),
    ),
)
