"""What find can ask of sizes; in the sandbox a unit of size is one byte."""

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import (
    Change,
    Criterion,
    changed,
)


def _units(low: int, high: int):
    def draw_size(draw: Draw, spaced: bool) -> Value:
        many, unit = draw.between(low, high), draw.pick("kMMM")
        short, long = {"k": ("KB", "kilobytes"), "M": ("MB", "megabytes")}[unit]
        english = (f"{many} {short}", f"{many} {short}", f"{many}{unit}", f"{many} {long}")
        return Value(f"{many}{unit}", english, many)

    return draw_size


def _span(draw: Draw, spaced: bool) -> Value:
    low, high, unit = draw.between(1, 50), draw.between(60, 900), draw.pick("kMM")
    short = {"k": "KB", "M": "MB"}[unit]
    least, most = f"{low} {short}", f"{high} {short}"
    english = (f"{low} and {most}", f"{least} and {most}", f"{low}{unit} and {high}{unit}")
    forms = {"low": f"{low}{unit}", "high": f"{high}{unit}", "least": least, "most": most}
    return Value(f"{low}{unit}", english, (low, high), forms)


def _bytes(draw: Draw, spaced: bool) -> Value:
    return number(draw.between(5, 9000))


def many(s: Bound) -> int:
    """The number of units of the slot `size`."""
    return int(s["size"].text[:-1])


def _size(more: int) -> Change:
    return changed(size=lambda s: many(s) + more)


def _exactly(more: int) -> Change:
    return changed(size=lambda s: s.bytes + more)


def _edge(end: int, more: int) -> Change:
    return changed(size=lambda s: s.span[end] + more)


LARGER = Criterion(
    "larger",
    "size",
    "-size +{size}",
    "[larger than|bigger than|over|of more than|above|exceeding] {size}",
    "are [larger than|bigger than|over] {size}",
    good=_size(1),
    bad=[_size(0), _size(-1)],
    holds=lambda item, s: item.size > many(s),
)
SMALLER = Criterion(
    "smaller",
    "size",
    "-size -{size}",
    "[smaller than|under|of less than|below] {size}",
    "are [smaller than|under] {size}",
    good=_size(-1),
    bad=[_size(1), _size(0)],
    holds=lambda item, s: item.size < many(s),
    # GNU find rounds up to whole units, so that small numbers of them would miss files.
    slots={"size": _units(20, 900)},
)
BETWEEN = Criterion(
    "between",
    "size",
    "-size +{span.low} -size -{span.high}",
    "[between {span}|between {span} in size|larger than {span.least} but smaller than {span.most}"
    "|from {span.least} to {span.most} in size]",
    "are [between {span}|larger than {span.least} and smaller than {span.most}]",
    good=_edge(0, 2),
    also=[_edge(0, 1), _edge(1, -1)],
    bad=[_edge(0, 0), _edge(1, 0)],
    holds=lambda item, s: s.span[0] < item.size < s.span[1],
    slots={"span": _span},
)
EXACT_BYTES = Criterion(
    "bytes",
    "size",
    "-size {bytes}c",
    "[of exactly|that are exactly|with a size of] {bytes} bytes",
    "are exactly {bytes} bytes [long|in size]",
    "[of exactly|with a size of] {bytes} bytes",
    good=_exactly(0),
    bad=[_exactly(1), _exactly(-1)],
    holds=lambda item, s: item.size == s.bytes,
    slots={"bytes": _bytes},
)
EXACT_SIZE = Criterion(
    "exact",
    "size",
    "-size {size}",
    "[of exactly|with a size of|that are exactly] {size}",
    "are exactly {size} [large|in size]",
    "[of exactly|with a size of] {size}",
    good=_size(0),
    bad=[_size(1), _size(-1)],
    holds=lambda item, s: item.size == many(s),
    slots={"size": _units(20, 900)},
)
MORE_BYTES = Criterion(
    "morebytes",
    "size",
    "-size +{bytes}c",
    "[larger than|bigger than|of more than] {bytes} bytes",
    "are [larger|bigger] than {bytes} bytes",
    good=_exactly(1),
    bad=[_exactly(0)],
    holds=lambda item, s: item.size > s.bytes,
    slots={"bytes": _bytes},
)
FEWER_BYTES = Criterion(
    "fewerbytes",
    "size",
    "-size -{bytes}c",
    "[smaller than|under|of less than] {bytes} bytes",
    "are smaller than {bytes} bytes",
    good=_exactly(-1),
    bad=[_exactly(0)],
    holds=lambda item, s: item.size < s.bytes,
    slots={"bytes": _bytes},
)
EMPTY = Criterion(
    "empty",
    "empty",
    "-empty",
    "",
    "are empty",
    good=changed(size=0),
    bad=[changed(size=5)],
    holds=lambda item, s: item.empty,
    adjective="empty",
)
NOT_EMPTY = Criterion(
    "notempty",
    "empty",
    "! -empty",
    "[that are not empty|with something in them]",
    "are not empty",
    good=changed(size=5),
    bad=[changed(size=0)],
    holds=lambda item, s: not item.empty,
    adjective="non-empty",
)
