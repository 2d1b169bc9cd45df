"""Lines of a kind by grep: blank lines, comments, lines with a date.

The same forms of output as in search/lines, with fixed patterns instead of words.
"""

from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.count_outputs import COUNT, COUNT_INVERTED
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.kinds import KINDS
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.line_outputs import (
    INVERTED,
    NUMBERED,
    NUMBERED_INVERTED,
    PLAIN,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import search
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import FILE

WEIGHT = 0.42
_OUTPUTS = (PLAIN, NUMBERED, INVERTED, NUMBERED_INVERTED, COUNT, COUNT_INVERTED)
_OTHER_WORDS = {
    "without-blank-file": [
        "[print|show] {file} without [empty|blank] lines",
        "[leave out|remove|hide] the [empty|blank] lines of {file} and print the rest",
    ],
    "without-comment-file": [
        "[print|show] {file} without comments[ (#)|]",
        "hide the comments in {file}",
    ],
    "lines-comment-file": ["[print|show] [only |]the comments in {file}"],
    "lines-content-file": ["[print|show] {file} without comments and [empty|blank] lines"],
    "count-blank-file": ["count the [empty|blank] lines [of|in] {file}"],
    "count-without-blank-file": ["count the non-empty lines [of|in] {file}"],
}
"""More wordings of some of them, by their names."""


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for kind in KINDS:
        for output in _OUTPUTS:
            task = search("search/kinds", kind, output, FILE)
            more = _OTHER_WORDS.get(task.name.partition(".")[2], [])
            yield replace(task, say=[*task.say, *more])
