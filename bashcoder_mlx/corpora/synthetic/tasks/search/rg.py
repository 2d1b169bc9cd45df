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
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Output, lines, matches
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.part_outputs import NAMES, ONLY
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.patterns import (
    EXACT,
    FIXED,
    NOT_BEFORE,
    WHOLE,
    WORD,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.rg_targets import RG_FILE, RG_FOLDERS
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import search

WEIGHT = 0.38
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

_BARE_MATCHES = Output(
    key="bare-matches",
    flags="oN",
    say="""
        [print|show] [only|just] what matches <what> in <in>, without [their |]line numbers
        [extract|print] each match of <what> in <in>, no line numbers
    """,
    ask="matches of <what> in <in>, no line numbers",
    explain="Prints each match of <what> in <in>, without line numbers.",
    report=matches(),
    matches=True,
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for target in RG_FOLDERS:
        for pattern in (WORD, WORD.folded(), WHOLE, FIXED):
            for output in (PLAIN, NUMBERED, NAMES):
                yield search(_FAMILY, pattern, output, target, 0.5)
    for pattern in (WORD, WORD.folded(), WHOLE, FIXED, EXACT, NOT_BEFORE):
        for output in (PLAIN, _BARE, COUNT, INVERTED):
            yield search(_FAMILY, pattern, output, RG_FILE)
        if not pattern.whole_line:
            yield search(_FAMILY, pattern, ONLY, RG_FILE)
            yield search(_FAMILY, pattern, _BARE_MATCHES, RG_FILE, 0.5)
    for output in CONTEXTS[:3]:
        yield search(_FAMILY, WORD, output, RG_FILE)
        yield search(_FAMILY, WORD, output, RG_FOLDERS[0])
