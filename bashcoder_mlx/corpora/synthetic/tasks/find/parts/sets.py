"""Which searches there are: heads with the criteria that people ask for together."""

import zlib
from collections.abc import Iterator, Sequence
from functools import cache

from bashcoder_mlx.corpora.synthetic.tasks.find.parts import heads as h
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import names as n
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import owners as o
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import paths as p
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import patterns as g
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import sizes as z
from bashcoder_mlx.corpora.synthetic.tasks.find.parts import times as t
from bashcoder_mlx.corpora.synthetic.tasks.find.parts.criterion import Criterion

Search = tuple[Criterion, ...]
"""A head and its criteria."""

_NAMES = (
    *(n.CALLED, n.CALLED_ANY_CASE, n.CALLED_EITHER, n.NOT_CALLED, n.STARTS, n.NOT_STARTS, n.ENDS),
    *(n.CONTAINS, n.NOT_CONTAINS, n.CONTAINS_ANY_CASE, n.STARTS_ANY_CASE, g.HIDDEN, g.NOT_HIDDEN),
    *(g.GLOB, g.NOT_GLOB, g.REGEX, g.SIMPLE_REGEX, g.DIGIT, g.BLANK, g.NO_EXTENSION),
)
_SIZES = (z.LARGER, z.SMALLER, z.BETWEEN, z.EXACT_SIZE, z.EXACT_BYTES, z.MORE_BYTES)
_TIMES = (
    *(t.NEWER, t.OLDER, t.BETWEEN_DAYS, t.EXACTLY_DAYS, t.NEWER_MINUTES, t.OLDER_MINUTES),
    *(t.ACCESSED, t.NOT_ACCESSED, t.ACCESSED_MINUTES, t.STATUS_DAYS, t.STATUS_OLDER),
    *(t.STATUS_MINUTES, t.NEWER_FILE, t.OLDER_FILE, t.AFTER_DATE, t.BEFORE_DATE, t.BETWEEN_DATES),
)
_OWNERS = (o.OWNER, o.GROUP, o.NOT_OWNER, o.NO_OWNER)
_MODES = (
    *(o.MODE, o.NOT_MODE, o.EXECUTABLE, o.NOT_EXECUTABLE, o.OTHERS_WRITE, o.GROUP_WRITE),
    *(o.OWNER_EXECUTES, o.OWNER_WRITES, o.PRIVATE, o.SETUID, o.SETGID, o.SPECIAL),
)
_PLACES = (
    *(p.TOP_ONLY, p.AT_MOST, p.DEEPER, p.AT_LEAST, p.SKIPPING, p.SKIPPING_TWO, p.PRUNING),
    *(p.NO_HIDDEN_PATHS, p.WITHIN, p.IN_PATH),
)
_EMPTY = (z.EMPTY, z.NOT_EMPTY)
_FEW_TIMES = (t.NEWER, t.OLDER, t.NEWER_MINUTES, t.NEWER_FILE)
_FEW_PLACES = (p.TOP_ONLY, p.AT_MOST, p.SKIPPING, p.PRUNING, p.NO_HIDDEN_PATHS)
_FEW = (z.LARGER, z.SMALLER, *_FEW_TIMES, *_FEW_PLACES, o.OWNER, z.EMPTY)

# For every head, the criteria that it is listed with one at a time.
_SINGLE: Sequence[tuple[Criterion, Sequence[Criterion]]] = (
    (
        h.FILES,
        (*_NAMES, *_SIZES, *_TIMES, *_OWNERS, *_MODES, *_PLACES, *_EMPTY, t.LARGER_OR_OLDER),
    ),
    (
        h.KIND,
        (
            *_SIZES,
            *_TIMES,
            *_OWNERS,
            *_MODES,
            *_PLACES,
            *_EMPTY,
            n.NOT_STARTS,
            n.NOT_CONTAINS,
            t.LARGER_OR_OLDER,
        ),
    ),
    (h.PAIR, _FEW),
    (h.PAIR_ANY_CASE, (z.LARGER, t.NEWER, p.TOP_ONLY)),
    (h.TRIPLE, (z.LARGER, t.NEWER, t.OLDER, p.TOP_ONLY, p.SKIPPING)),
    (h.NOT_KIND, _FEW),
    (h.NOT_PAIR, (z.LARGER, t.NEWER, t.OLDER, p.TOP_ONLY, p.SKIPPING)),
    (h.KIND_STARTS, _FEW),
    (h.KIND_CONTAINS, _FEW),
    (h.KIND_BUT, (z.LARGER, t.NEWER, p.TOP_ONLY, p.SKIPPING)),
    (h.ANY_CASE, (z.LARGER, z.SMALLER, t.NEWER, t.OLDER, p.TOP_ONLY, p.SKIPPING, o.OWNER)),
    (
        h.FOLDERS,
        (
            *(n.FOLDER_CALLED, n.STARTS, n.ENDS, n.CONTAINS, n.CONTAINS_ANY_CASE, g.GLOB),
            *(t.NEWER, t.OLDER, t.NEWER_MINUTES, t.NEWER_FILE, z.EMPTY, o.OTHERS_WRITE, o.OWNER),
            *(
                o.FOLDER_MODE,
                o.FOLDER_NOT_MODE,
                o.GROUP,
                p.SKIPPING,
                p.PRUNING,
                g.HIDDEN,
                p.IN_PATH,
            ),
        ),
    ),
    (h.SUBFOLDERS, (p.AT_MOST,)),
    (h.LINKS, (n.STARTS, n.CONTAINS, p.TOP_ONLY, p.AT_MOST, p.SKIPPING, n.CALLED)),
    (
        h.ANY,
        (
            *(n.CALLED, n.CALLED_ANY_CASE, n.CALLED_EITHER, n.NOT_CALLED, n.STARTS, n.ENDS),
            *(
                n.CONTAINS,
                n.CONTAINS_ANY_CASE,
                n.STARTS_ANY_CASE,
                g.GLOB,
                g.REGEX,
                g.SIMPLE_REGEX,
                p.IN_PATH,
            ),
            *(t.NEWER, t.OLDER, t.EXACTLY_DAYS, t.NEWER_MINUTES, t.ACCESSED, t.ACCESSED_MINUTES),
            *(t.STATUS_DAYS, t.STATUS_MINUTES, t.NEWER_FILE, t.AFTER_DATE),
            *(*_OWNERS, o.MODE, o.NOT_MODE, o.OTHERS_WRITE, z.EMPTY, p.TOP_ONLY, p.AT_MOST),
            *(g.HIDDEN, p.PRUNING, p.SKIPPING, z.LARGER, z.BETWEEN, z.EXACT_SIZE),
        ),
    ),
    (
        h.MATCHING,
        (
            *(z.LARGER, z.SMALLER, t.NEWER, t.OLDER, t.NEWER_MINUTES, t.NEWER_FILE, o.OWNER),
            *(o.MODE, p.TOP_ONLY, p.AT_MOST, p.AT_LEAST, p.SKIPPING, p.PRUNING, n.NOT_STARTS),
            *(p.IN_PATH, z.EMPTY, t.NOT_ACCESSED),
        ),
    ),
    (h.MATCHING_ANY_CASE, (z.LARGER, t.NEWER, t.OLDER, o.OWNER, p.TOP_ONLY, p.SKIPPING)),
)
_GROUPS = (
    (n.STARTS, n.CONTAINS, n.CONTAINS_ANY_CASE, g.GLOB, g.HIDDEN),
    (z.LARGER, z.SMALLER, z.BETWEEN),
    _FEW_TIMES,
    (o.OWNER, o.GROUP),
    (o.MODE, o.EXECUTABLE, o.OTHERS_WRITE),
    _FEW_PLACES,
    (z.EMPTY,),
)
# Pairs that contradict each other or that nobody asks for.
_AWKWARD = {
    frozenset(pair.split())
    for pair in (
        *("mode user", "mode group", "empty larger", "empty smaller", "empty between"),
        *("exec group", "hidden nodots", "exec mode", "empty exec", "empty mode", "empty owrite"),
        *("owrite user", "owrite group", "empty group"),
    )
}
# With anything, by name and something else.
_NAMED = (n.CALLED, n.CALLED_ANY_CASE, n.CONTAINS, g.GLOB)
_BESIDES = (
    *(t.NEWER, t.OLDER, t.NEWER_FILE, o.OWNER, o.GROUP, o.MODE, p.TOP_ONLY, p.AT_MOST),
    *(p.PRUNING, p.SKIPPING, z.EMPTY),
)

CORE: Sequence[Search] = (
    *((h.FILES,), (h.KIND,), (h.PAIR,), (h.KIND_STARTS,), (h.FILES, n.CONTAINS)),
    *((h.FILES, z.LARGER), (h.FILES, t.OLDER), (h.FILES, t.NEWER), (h.FILES, o.OWNER)),
    *((h.KIND, t.OLDER), (h.KIND, t.NEWER), (h.KIND, z.LARGER), (h.KIND, p.TOP_ONLY)),
    *((h.KIND, p.SKIPPING), (h.FILES, z.LARGER, t.OLDER), (h.MATCHING,), (h.MATCHING, t.OLDER)),
)
"""The searches that every action goes with."""


def _pairs() -> Sequence[Search]:
    """Two criteria of different groups that make sense together."""
    return [
        (one, other)
        for index, first in enumerate(_GROUPS)
        for second in _GROUPS[index + 1 :]
        for one in first
        for other in second
        if {one.key, other.key} not in _AWKWARD
    ]


def _triples() -> Iterator[Search]:
    for size in (z.LARGER, z.SMALLER):
        for age in (t.NEWER, t.OLDER):
            for last in (o.OWNER, p.TOP_ONLY, p.AT_MOST, p.SKIPPING, p.PRUNING, o.EXECUTABLE):
                yield size, age, last
    for age in (t.NEWER, t.OLDER):
        for last in (o.OWNER, o.EXECUTABLE, z.EMPTY):
            for place in (p.TOP_ONLY, p.SKIPPING):
                yield age, last, place


@cache
def searches() -> Sequence[tuple[Search, float]]:
    """The searches that are asked for most, with how often each is drawn."""
    found: list[tuple[Search, float]] = []
    for head, criteria in _SINGLE:
        found.append(((head,), 4.0))
        found += [((head, criterion), 1.5) for criterion in criteria]
    return found


@cache
def combined() -> Sequence[tuple[Search, float]]:
    """Searches with two or three criteria."""
    found: list[tuple[Search, float]] = []
    for two in _pairs():
        found.append(((h.FILES, *two), 0.5))
        if not any(part.group == "name" for part in two):
            found.append(((h.KIND, *two), 0.5))
    for three in _triples():
        found += [((h.FILES, *three), 0.3), ((h.KIND, *three), 0.3)]
    found += [((h.FOLDERS, one, age), 0.5) for one in _NAMED[2:] for age in (t.NEWER, t.OLDER)]
    found += [((h.FOLDERS, z.EMPTY, age), 0.5) for age in (t.NEWER, t.OLDER)]
    for name in _NAMED:
        alone = name in (n.CALLED, n.CALLED_ANY_CASE)  # two of one name do not lie in one folder
        found += [((h.ANY, name, b), 0.5) for b in _BESIDES if not (alone and b is p.TOP_ONLY)]
    return found


@cache
def _of_files() -> Sequence[Search]:
    others = (h.ANY, h.FOLDERS, h.SUBFOLDERS, h.LINKS)
    known = set(CORE)
    return [
        one for one, _ in (*searches(), *combined()) if one not in known and one[0] not in others
    ]


def some(key: str, share: int) -> Sequence[Search]:
    """One in so many of the searches for files, others for every key."""
    return _of_files()[zlib.crc32(key.encode()) % share :: share]
