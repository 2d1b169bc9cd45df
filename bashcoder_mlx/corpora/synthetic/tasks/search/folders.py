"""Folders searched by grep -r: a pattern, a form of output, and which files below a folder count.

Targets say where (here, in a folder), of which kind (--include, --exclude) and below which folders
not (--exclude-dir); see search/lines for the rest.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.count_outputs import (
    COUNT_EACH,
    COUNT_FILES,
    COUNT_MISSING,
    NONZERO,
    TOTAL,
    TOTAL_LINES,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.line_outputs import (
    CONTEXTS,
    EXCEPT,
    NO_NAMES,
    NUMBERED,
    PLAIN,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.part_outputs import MISSING, NAMES, ONLY
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.patterns import COMMON, IN_FILES, WORD
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import search
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import FOLDERS

WEIGHT = 0.7
_FAMILY = "search/folders"
_ALWAYS = (PLAIN, NUMBERED, NAMES, MISSING, COUNT_EACH, NO_NAMES, COUNT_FILES)
_SOMETIMES = (TOTAL, TOTAL_LINES, ONLY, NONZERO, EXCEPT, CONTEXTS[2])


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for target in FOLDERS[:2]:
        yield search(_FAMILY, WORD, COUNT_MISSING, target, 0.3)
    for target in FOLDERS:
        for pattern in IN_FILES:
            for output in _ALWAYS:
                yield search(_FAMILY, pattern, output, target, 0.4)
        for pattern in COMMON:
            for output in _SOMETIMES:
                yield search(_FAMILY, pattern, output, target, 0.3)
