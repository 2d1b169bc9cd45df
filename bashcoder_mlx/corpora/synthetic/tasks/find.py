"""Listing what find finds: heads with up to three criteria, here and in a folder."""

from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks import find_criteria as c
from bashcoder_mlx.corpora.synthetic.tasks import find_heads as h
from bashcoder_mlx.corpora.synthetic.tasks import find_names as n
from bashcoder_mlx.corpora.synthetic.tasks.find_query import Criterion, Query

_SIZES = (c.LARGER, c.SMALLER, c.BETWEEN, c.MORE_BYTES, c.EXACT_SIZE)
_TIMES = (
    c.NEWER, c.OLDER, c.NEWER_MINUTES, c.OLDER_MINUTES, c.NEWER_FILE, c.AFTER_DATE, c.BEFORE_DATE,
    c.BETWEEN_DATES, c.ACCESSED, c.NOT_ACCESSED,
)  # fmt: skip
_NAMES = (
    n.CALLED, n.CALLED_ANY_CASE, n.STARTS, n.ENDS, n.CONTAINS, n.CONTAINS_ANY_CASE,
    n.STARTS_ANY_CASE, n.GLOB, n.DIGIT, n.BLANK, n.NO_EXTENSION, n.HIDDEN, n.NOT_HIDDEN,
)  # fmt: skip
_OWNERS = (c.OWNER, c.GROUP)
_MODES = (c.MODE, c.EXECUTABLE, c.NOT_EXECUTABLE, c.OTHERS_WRITE, c.GROUP_WRITE, c.PRIVATE)
_PLACES = (n.TOP_ONLY, n.AT_MOST, n.DEEPER, n.SKIPPING, n.PRUNING, n.NO_HIDDEN_PATHS, n.WITHIN)
_EMPTY = (c.EMPTY, c.NOT_EMPTY)
_FEW_NAMES = (n.STARTS, n.CONTAINS, n.CONTAINS_ANY_CASE, n.GLOB, n.HIDDEN)
_FEW_TIMES = (c.NEWER, c.OLDER, c.NEWER_MINUTES, c.NEWER_FILE)
_FEW_PLACES = (n.TOP_ONLY, n.AT_MOST, n.SKIPPING, n.PRUNING, n.NO_HIDDEN_PATHS)
_FEW_MODES = (c.MODE, c.EXECUTABLE, c.OTHERS_WRITE)

# For every head, the criteria that it is listed with one at a time.
_SINGLE: Sequence[tuple[Criterion, Sequence[Criterion]]] = (
    (h.FILES, (*_NAMES, *_SIZES, *_TIMES, *_OWNERS, *_MODES, *_PLACES, *_EMPTY)),
    (h.KIND, (*_SIZES, *_TIMES, *_OWNERS, *_MODES, *_PLACES, *_EMPTY)),
    (h.PAIR, (c.LARGER, c.SMALLER, *_FEW_TIMES, c.OWNER, *_FEW_PLACES)),
    (h.TRIPLE, (c.LARGER, c.NEWER, c.OLDER, n.TOP_ONLY, n.SKIPPING)),
    (h.NOT_KIND, (c.LARGER, c.SMALLER, *_FEW_TIMES, c.OWNER, *_FEW_PLACES)),
    (h.KIND_STARTS, (c.LARGER, c.SMALLER, *_FEW_TIMES, *_FEW_PLACES, c.OWNER, c.EMPTY)),
    (h.KIND_CONTAINS, (c.LARGER, c.SMALLER, *_FEW_TIMES, *_FEW_PLACES, c.OWNER, c.EMPTY)),
    (h.ANY_CASE, (c.LARGER, c.NEWER, c.OLDER, n.TOP_ONLY, n.SKIPPING)),
    (h.FOLDERS, (n.FOLDER_CALLED, n.STARTS, n.ENDS, n.CONTAINS, n.CONTAINS_ANY_CASE, c.NEWER,
                 c.OLDER, c.NEWER_MINUTES, c.NEWER_FILE, c.EMPTY, c.OTHERS_WRITE, n.SKIPPING,
                 n.PRUNING)),
    (h.SUBFOLDERS, (n.TOP_ONLY, n.AT_MOST)),
    (h.LINKS, (n.STARTS, n.CONTAINS, n.TOP_ONLY, n.AT_MOST, n.SKIPPING)),
    (h.ANY, (n.CALLED, n.CALLED_ANY_CASE, n.STARTS, n.CONTAINS, n.CONTAINS_ANY_CASE, c.NEWER,
             c.NEWER_MINUTES, c.NEWER_FILE, c.OLDER)),
)  # fmt: skip
_GROUPS = (_FEW_NAMES, (c.LARGER, c.SMALLER, c.BETWEEN), _FEW_TIMES, _OWNERS, _FEW_MODES,
           _FEW_PLACES, (c.EMPTY,))  # fmt: skip
# Pairs that contradict each other or that nobody asks for.
_AWKWARD = {
    frozenset(pair.split())
    for pair in (
        "mode user", "mode group", "empty larger", "empty smaller", "empty between", "exec group",
        "hidden nodots", "exec mode", "empty exec", "empty mode", "empty owrite", "owrite user",
        "owrite group", "empty group",
    )
}  # fmt: skip


def pairs() -> Iterator[tuple[Criterion, Criterion]]:
    """Two criteria of different groups that make sense together."""
    for index, first in enumerate(_GROUPS):
        for second in _GROUPS[index + 1 :]:
            for one in first:
                for other in second:
                    if {one.key, other.key} not in _AWKWARD:
                        yield one, other


def _triples() -> Iterator[tuple[Criterion, ...]]:
    for size in (c.LARGER, c.SMALLER):
        for time in (c.NEWER, c.OLDER):
            for last in (c.OWNER, n.TOP_ONLY, n.AT_MOST, n.SKIPPING, n.PRUNING, c.EXECUTABLE):
                yield size, time, last
    for time in (c.NEWER, c.OLDER):
        for last in (c.OWNER, c.EXECUTABLE, c.EMPTY):
            for place in (n.TOP_ONLY, n.SKIPPING):
                yield time, last, place


def queries() -> Iterator[tuple[Query, float]]:
    """Every search that is listed, and how often it is drawn."""
    for here in (True, False):
        for head, criteria in _SINGLE:
            yield Query(head, (), here), 4.0
            for criterion in criteria:
                yield Query(head, (criterion,), here), 1.5
        for two in pairs():
            yield Query(h.FILES, two, here), 0.5
            if not any(part.group == "name" for part in two):
                yield Query(h.KIND, two, here), 0.5
        for three in _triples():
            yield Query(h.FILES, three, here), 0.3
            yield Query(h.KIND, three, here), 0.3
        for criterion in (c.NEWER, c.OLDER):
            for name in (n.STARTS, n.CONTAINS):
                yield Query(h.FOLDERS, (name, criterion), here), 0.5
            yield Query(h.FOLDERS, (c.EMPTY, criterion), here), 0.5


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for query, weight in queries():
        if query.head is not h.ANY or query.criteria:
            yield _listing(query, weight)


def _listing(query: Query, weight: float) -> Task:
    shown, deep = query.noun(), query.noun(explicit=True)
    say = []
    if query.head is h.ANY:
        say = [f"[find|list|show] {query.one().replace(h.ANY.noun, 'everything')}"]
    return Task(
        name=f"find.list-{query.name}",
        say=[
            *say,
            f"[find|find|find|locate|search for|look for] [all |all the |the |]{shown}",
            f"[list|show|get|print|show me|give me|display] [all |all the |the |]{deep}",
            f"[list|show|print] the paths of [all |all the |the |]{deep}",
        ],
        ask=[
            query.question("[which|what]", explicit=True),
            f"where are the {deep}?" if query.plain and not query.predicates else deep,
            deep,
        ],
        run=query.run(),
        explain=[
            f"[Finds|Lists|Searches for] [all |all the |the |]{query.noun(explain=True)}.",
            f"[Prints|Shows] the paths of [all |the |]{query.noun(explain=True)}.",
        ],
        setup=query.setup,
        expect=lambda world, s: any_order(query.matches(world, s)),
        slots=query.slots,
        before=query.before,
        weight=weight,
    )  # fmt: skip
