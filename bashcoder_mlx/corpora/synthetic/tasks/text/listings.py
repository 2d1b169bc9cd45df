"""Names and lines out of listings, filtered, counted and numbered: what ls prints, the members of
archives, the lines that two files share.
"""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.pipeline import pipeline
from bashcoder_mlx.corpora.synthetic.tasks.text.sources import compared, inventories
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Source
from bashcoder_mlx.corpora.synthetic.tasks.text.stages import STAGES, filtering, further

WEIGHT = 0.5
_FAMILY = "text/listings"
_WITH = (
    *("containing", "not-containing", "containing-folded", "not-containing-folded"),
    *("with-either", "with-neither"),
)
_FILTERS = (*_WITH, "starting", "count-containing", "count-without", "nth", "longest")
_PICKS = ("first", "last", "first-one", "last-one", "first-ten", "last-ten", "but-the-last")
_LOOKS = (
    *("numbered", "numbered-nl", "commas", "blanks", "upper", "lower", "replaced", "prefixed"),
    *("quoted", "starts", "by-length"),
)
_ORDERS = ("sort", "sort-reverse", "first-sorted", "last-sorted", "first-in-order")
_SAVED = ("save", "append", "tee")
_FOLDERS = (*_FILTERS, *_PICKS, *_LOOKS, "shuffle", "sort-reverse", "reverse")
_PLANS: Sequence[tuple[Sequence[Source], Sequence[str]]] = (
    (inventories.LISTED, _FOLDERS),
    (
        inventories.DATED,
        (*_WITH, *_PICKS[1:2], *_PICKS[3:], "nth", "numbered", "numbered-nl", "commas"),
    ),
    (
        inventories.PACKED,
        (*_FILTERS, *_PICKS, *_ORDERS, *_SAVED, "numbered-nl", "commas"),
    ),
    (compared.SETS, (*_WITH, *_FILTERS[7:], *_PICKS, *_LOOKS[:4], *_SAVED[1:], "shuffle")),
    (
        compared.KEPT,
        (*_ORDERS, "tally", "rank", "top", "count", "count-distinct", "distinct", *_PICKS, *_SAVED),
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for sources, names in _PLANS:
        for source in sources:
            for stage in (*STAGES, *further.STAGES, *filtering.STAGES):
                if stage.name in names and stage.name not in source.never:
                    yield pipeline(_FAMILY, source, stage)
