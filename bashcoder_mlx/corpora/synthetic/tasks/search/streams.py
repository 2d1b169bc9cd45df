"""The output of other commands searched by grep: processes, history, kernel messages, pages.

Every command with the patterns and forms of output that one uses at the end of a pipe.
"""

from collections.abc import Iterator
from dataclasses import replace

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.count_outputs import COUNT, QUIET
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.line_outputs import (
    CONTEXTS,
    EXCEPT,
    INVERTED,
    LAST,
    PLAIN,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Output, lines
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.patterns import EITHER, NUMBER, WORD
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import search
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.streams import (
    ALL_PROCESSES,
    CAT,
    HISTORY,
    PROCESSES,
    STREAMS,
)
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import Target

WEIGHT = 0.47
_FAMILY = "search/streams"
_EVERYDAY = 8
_ELSEWHERE = {"env", "history", "tail", "follow"}  # of these, other families have the plain search
_TOOLS = {"tool": one_of("ls", "grep", "find", "sort", "tar", "cp", "sed", "ps", "ssh", "rsync")}
BUT_ITSELF = Output(
    key="but-itself",
    say="""
        [show|list|find] the lines of <in> that <has>, without [the grep itself|grep's own]
        [search|grep] <in> for <what>, leaving out the grep [process |]itself
    """,
    ask="<what> in <in>, but not the grep itself",
    explain="Prints the lines of <in> that <has>, without those of grep itself.",
    pipe=" | grep -v grep",
    report=lines(),
    finish=lambda found, s: [line for line in found if "grep" not in line],
)
SECOND = Output(
    key="second-column",
    say="""
        [show|print|list] the process IDs in <in> of the lines that <has>
        [show|print] only the [PIDs|second column] of the lines of <in> that <has>
    """,
    ask="[PIDs|process IDs] from <in> of the lines that <has>",
    explain="Prints the process IDs of the lines of <in> that <has>.",
    pipe=" | awk '{print $2}'",
    report=lines(),
    finish=lambda found, s: [(line.split() + ["", ""])[1] for line in found],
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for rank, stream in enumerate(STREAMS):
        outputs = (PLAIN, INVERTED, COUNT, EXCEPT) if rank < _EVERYDAY else (PLAIN, COUNT)
        patterns = (WORD, WORD.folded(), EITHER, EITHER.folded())
        for pattern in patterns if rank < _EVERYDAY else patterns[:3]:
            plain = pattern is WORD and stream.key in _ELSEWHERE
            for output in outputs[1:] if plain else outputs:
                yield _task(pattern, output, stream, 1.0 if rank < _EVERYDAY else 0.5)
        yield _task(NUMBER, PLAIN, stream, 0.3)
    for stream in (PROCESSES, ALL_PROCESSES):
        for pattern in (WORD, WORD.folded()):
            yield _task(pattern, BUT_ITSELF, stream, 1.5)
            yield _task(pattern, SECOND, stream, 0.6)
    for stream in (CAT, HISTORY):
        yield _task(WORD, CONTEXTS[2], stream, 0.4)
        yield _task(WORD, LAST, stream, 0.6)
    for stream in STREAMS:
        if stream.key in ("dpkg", "mount", "lsmod", "crontab"):
            yield _task(WORD, QUIET, stream, 0.4)


def _task(pattern, output: Output, stream: Target, weight: float) -> Task:
    target = replace(stream, slots=_TOOLS if "{tool}" in stream.program else {})
    return search(_FAMILY, pattern, output, target, weight)
