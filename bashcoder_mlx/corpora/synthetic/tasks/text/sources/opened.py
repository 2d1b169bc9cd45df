"""Sources that are text made ready: unpacked, cut out, put side by side, cleaned."""

import gzip
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import among, table, text_of
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import SUMS, Items, Source
from bashcoder_mlx.trial.world import World

_GZ = "[the compressed log|the gzipped log|the gzip file] {log.raw}.gz"
_EXPANDED = ("first", "last", "count", "sort", "distinct", "tally")
"""Stages that archives/expand has for zcat."""


def _packed(world: World, path: str, lines: Items) -> None:
    world.file(path, gzip.compress(text_of(lines).encode(), mtime=0))


def _gz(world: World, s: Bound, items: Items) -> None:
    _packed(world, f"{s.log}.gz", items)
    world.file(s.log, ["aardvark", "aardvark"])


def _gz_matching(world: World, s: Bound, items: Items) -> None:
    _packed(world, f"{s.log}.gz", among(items, ["nothing here", f"{s.word.swapcase()} x", ""]))


def _middle(world: World, s: Bound, items: Items) -> None:
    low, high = s.range
    lines = ["aardvark"] * (low - 1) + _fitting(items, s) + ["zebu"] * 3
    assert len(lines) == high + 3, "a line too many"
    world.file(s.txt, lines)


def _fitting(items: Items, s: Bound) -> Items:
    """As many lines as the range has."""
    low, high = s.range
    return (items + ["zzz"] * (high - low + 1))[: high - low + 1]


def _beside(world: World, s: Bound, items: Items) -> None:
    pairs = [item.split(",") for item in items]
    world.file(s.txt, [first for first, _ in pairs])
    world.file(s.txt2, [second for _, second in pairs])


def _squeezed(world: World, s: Bound, items: Items) -> None:
    rows = [row.split("  ") for row in table({s.column: items}, "  ")]
    world.file(s.txt, [("   " if n % 2 else " ").join(row) for n, row in enumerate(rows)])


def _rows(file: str, separator: str = "") -> Callable[[World, Bound, Items], None]:
    def build(world: World, s: Bound, items: Items) -> None:
        rows = table({s.column: items}, separator or s.delimiter)
        world.file(s[file].data, rows)

    return build


def _lines(name: str, **more) -> Source:
    return Source(**{"name": name, "things": "lines", "thing": "line", "tokens": True, **more})


def _values(name: str, **more) -> Source:
    common = {"things": "[values|entries]", "thing": "value", "numeric": True, "never": SUMS}
    return Source(**{"name": name, **common, **more})


SOURCES = (
    _lines(
        "zcat",
        where="[of|in] <in>",
        file=_GZ,
        run="zcat {log}.gz",
        build=_gz,
        gist="unpacks {log.raw}.gz to the output (zcat)",
        linux=True,
        never=_EXPANDED,
    ),
    _lines(
        "gzip-dc",
        where="[of|in] <in> (with gzip)",
        file=_GZ,
        run="gzip -dc {log}.gz",
        build=_gz,
        gist="unpacks {log.raw}.gz to the output (gzip -dc)",
        weight=0.15,
    ),
    _lines(
        "zgrep",
        where="in <in> [containing|with] {word}",
        file=_GZ,
        run="zgrep {word} {log}.gz",
        build=_gz_matching,
        gist="takes the lines with {word} of {log.raw}.gz (zgrep)",
        emit=lambda items, s: [f"{item} {s.word} end" for item in items],
        tokens=False,
    ),
    _lines(
        "range",
        where="{range} of <in>",
        file="{txt}",
        run="sed -n '{range}p' {txt}",
        build=_middle,
        gist="takes the lines {range} of {txt} (sed)",
        emit=_fitting,
        never=("count", "save"),
    ),
    _lines(
        "side-by-side",
        where="of {txt} and {txt2}[,|] [joined|put together] side by side with commas[,|]",
        run="paste -d, {txt} {txt2}",
        build=_beside,
        gist="joins {txt} and {txt2} line by line with commas (paste)",
        emit=lambda items, s: [f"{item},{len(item)}" for item in items],
        never=("save",),
    ),
    _values(
        "csv-awk",
        where="in {column} of <in>[, taken by awk| (with awk)]",
        file="{csv}",
        run="awk -F, '{print {column.awk}}' {csv}",
        build=_rows("csv", ","),
        gist="takes {column} of {csv} (awk)",
    ),
    _values(
        "delimited-awk",
        where="in {column} of <in>",
        file="{txt}",
        remark=" (fields separated by {delimiter}; with awk)",
        run="awk -F{delimiter} '{print {column.awk}}' {txt}",
        build=_rows("txt"),
        gist="takes {column} of {txt}, split at {delimiter} (awk)",
    ),
    _values(
        "squeezed",
        where="in {column} of <in>",
        file="{txt}",
        remark=" (separated by one or more spaces; with tr and cut)",
        run="tr -s ' ' < {txt} | cut -d' ' -f{column}",
        build=_squeezed,
        gist="squeezes the blanks of {txt} and takes {column} (tr, cut)",
    ),
    Source(
        name="single-words",
        things="words",
        thing="word",
        where="in <in>",
        file="{txt}",
        remark=" (split at single spaces)",
        run="tr ' ' '\\n' < {txt}",
        build=lambda world, s, items: world.file(
            s.txt, [" ".join(items[at : at + 3]) for at in range(0, len(items), 3)]
        ),
        gist="puts each word of {txt} on a line (tr)",
        numeric=True,
    ),
)
