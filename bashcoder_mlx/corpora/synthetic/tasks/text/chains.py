"""Pipelines of sources and stages that are asked for less often than those of text/pipes.

The sources of text/pipes with further stages, and further sources (grep with flags, what is
unpacked or cut out first) with all stages.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.pipeline import pipeline
from bashcoder_mlx.corpora.synthetic.tasks.text.sources import SOURCES, kept, opened
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Source
from bashcoder_mlx.corpora.synthetic.tasks.text.stages import STAGES, filtering, further
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage

WEIGHT = 0.9
_FAMILY = "text/chains"
_KNOWN = (
    *("matching", "not-matching", "rows", "settings", "csv", "csv-header", "delimited", "blank"),
    *("matching-folded", "tail-of", "words", "last-column", "matching-files", "tabbed"),
)
"""The sources of text/pipes that further stages go with."""
_SELDOM = (
    *("tally-case", "lengths", "all-repeated", "by-length", "by-length-reverse", "every-second"),
    *("quoted", "prefixed", "upper-sorted", "count-once", "at-least", "exactly", "lower-count"),
    *("longer", "distinct-numbered", "sorted-numbered", "lower-top", "pairs", "sorted-blanks"),
)
"""Stages that are too rare for further sources."""
_COUNTED = (
    *("count", "count-containing", "count-without", "words-in-all", "bytes-in-all"),
    *("count-distinct", "count-repeated"),
)
"""Stages that count, whatever place of the line the items have."""
_OF_GREP = (
    "containing-number",
    "containing",
    "not-containing",
    "starting",
    "count-containing",
    "count",
    "longest",
)
_ENDS = (
    "first-in-order",
    "last-in-order",
    "last-ten",
    "second-most",
    "with-either",
    "bottom",
    "containing-number",
)
_NEVER = {
    "rows": _ENDS,
    "csv-header": _ENDS,
    "tail-of": (*_ENDS, "containing-folded", "random-one"),
    "words": ("last-distinct", "last-in-order", "containing-number"),
    "side-by-side": _COUNTED,
    "matching-files": _COUNTED,
}
"""Stages that would not show what a source does."""
_OF_RANGE = (
    *("sort", "distinct", "count-distinct", "tally", "rank", "numbered", "numbered-nl", "upper"),
    *("commas", "not-containing", "with-neither", "mirrored", "replaced"),
)
"""Stages that show where lines were cut off."""


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    more = (*further.STAGES, *filtering.STAGES)
    for source in SOURCES:
        for stage in more if source.name in _KNOWN else ():
            if _suits(source, stage):
                yield pipeline(_FAMILY, source, stage)
    for source in (*kept.SOURCES, *opened.SOURCES):
        for stage in (*STAGES, *more):
            if _suits(source, stage) and stage.name not in _SELDOM:
                yield pipeline(_FAMILY, source, stage)


def _suits(source: Source, stage: Stage) -> bool:
    """Whether the stage makes sense with what the source yields."""
    if (stage.tokens and not source.tokens) or (stage.numeric and not source.numeric):
        return False
    if source.name.startswith("kept-") and stage.name in _OF_GREP:
        return False
    if source.name == "range" and stage.name not in _OF_RANGE:
        return False
    if "lines" not in source.things and stage.name in _COUNTED[:5]:
        return False
    return stage.name not in (*source.never, *_NEVER.get(source.name, ()))
