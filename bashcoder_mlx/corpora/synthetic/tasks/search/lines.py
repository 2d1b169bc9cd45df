"""Lines of files by grep: every pattern with every form of output, in one file and in several.

A pattern is what matches (`{word}`, `'{word}|{word2}'`, each also with -i), an output what is shown
of it (the lines, -n, -c, -v, -o, -A {count} …), a target what is searched. Their flags are joined
to one word (`grep -inw`), their wordings by the marks <in>, <has>, <lacks> and <what>.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.count_outputs import (
    COUNT,
    COUNT_EACH,
    COUNT_EXCEPT,
    COUNT_INVERTED,
    COUNT_MISSING,
    OCCURRENCES,
    QUIET,
    TALLY,
    TOTAL,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.line_outputs import (
    ALSO,
    CONTEXTS,
    EXCEPT,
    FIRST,
    INVERTED,
    LAST,
    LINE_NUMBERS,
    NO_NAMES,
    NUMBERED,
    NUMBERED_INVERTED,
    PLAIN,
    UNEVEN,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.part_outputs import (
    MISSING,
    NAMES,
    ONLY,
    ONLY_NUMBERED,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.patterns import (
    COMMON,
    IN_FILES,
    OTHERS,
    PATTERNS,
    PHRASE,
    WORD,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import search
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import FILE, INPUT, KINDS, LOG, TWO

WEIGHT = 0.91
_FAMILY = "search/lines"
_ALWAYS = (PLAIN, NUMBERED, INVERTED, NUMBERED_INVERTED, COUNT, COUNT_INVERTED, FIRST)
_OFTEN = (*CONTEXTS, UNEVEN, LAST, LINE_NUMBERS, EXCEPT, ALSO, COUNT_EXCEPT, QUIET)
_OF_MATCHES = (OCCURRENCES, ONLY, ONLY_NUMBERED)
_IN_SOME = (PLAIN, NUMBERED, INVERTED, NO_NAMES)
_PER_FILE = (COUNT_EACH, NAMES, MISSING)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for pattern in PATTERNS:
        for output in (*_ALWAYS, *(_OFTEN if pattern in COMMON else CONTEXTS[:3])):
            yield search(_FAMILY, pattern, output, FILE)
        for output in () if pattern.whole_line else _OF_MATCHES:
            yield search(_FAMILY, pattern, output, FILE)
        if pattern.varied and not pattern.whole_line:
            yield search(_FAMILY, pattern, TALLY, FILE)
    for pattern in IN_FILES:
        for output in _IN_SOME:
            yield search(_FAMILY, pattern, output, TWO, 0.4)
        for output in (*_IN_SOME, *_PER_FILE):
            yield search(_FAMILY, pattern, output, KINDS, 0.4)
    for pattern in COMMON:
        for output in (PLAIN, NUMBERED, INVERTED, COUNT):
            yield search(_FAMILY, pattern, output, LOG, 0.3)
            yield search(_FAMILY, pattern, output, INPUT, 0.2)
    for output in CONTEXTS[:3]:
        yield search(_FAMILY, WORD, output, LOG, 0.2)
    for pattern in OTHERS:
        for output in (PLAIN, NUMBERED, INVERTED, COUNT):
            yield search(_FAMILY, pattern, output, FILE, 0.4)
    yield search(_FAMILY, WORD, COUNT_MISSING, KINDS, 0.3)
    yield search(_FAMILY, WORD, TOTAL, KINDS, 0.3)
    yield search(_FAMILY, PHRASE, TOTAL, KINDS, 0.3)
