"""ripgrep, where it is asked for by name: the patterns and outputs of grep that it has too."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.count_outputs import COUNT
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.line_outputs import (
    CONTEXTS,
    INVERTED,
    NUMBERED,
    PLAIN,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Output, lines
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.part_outputs import NAMES, ONLY
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.patterns import (
    DIGITS,
    EXACT,
    FIXED,
    NOT_BEFORE,
    WHOLE,
    WORD,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.rg_targets import RG_FILE, RG_FOLDERS
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import search

WEIGHT = 0.5
_FAMILY = "search/rg"
_BARE = Output(
    key="bare",
    flags="N",
    say="""
        [show|print|find] the lines of <in> that <has>, without [their |]line numbers
        search <in> for <what> and leave out the line numbers
    """,
    ask="lines of <in> that <has>, no line numbers",
    explain="Prints the lines of <in> that <has>, without their line numbers.",
    report=lines(),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for target in RG_FOLDERS:
        for pattern in (WORD, WORD.folded(), WHOLE, FIXED):
            for output in (PLAIN, NUMBERED, NAMES):
                yield search(_FAMILY, pattern, output, target, 0.5)
    for pattern in (WORD, WORD.folded(), WHOLE, FIXED, EXACT, DIGITS, NOT_BEFORE):
        for output in (PLAIN, _BARE, COUNT, INVERTED):
            yield search(_FAMILY, pattern, output, RG_FILE)
        if not pattern.whole_line:
            yield search(_FAMILY, pattern, ONLY, RG_FILE)
    for output in CONTEXTS[:3]:
        yield search(_FAMILY, WORD, output, RG_FILE)
