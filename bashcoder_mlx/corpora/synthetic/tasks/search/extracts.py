"""What grep takes out of files: numbers, addresses, dates, values after a word.

Fixed patterns with -o, from a file, and without duplicates from a folder.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.kinds import THINGS
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Output, matches, number
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.searches import search
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import FILE, INPUT, THERE

WEIGHT = 0.2
EXTRACT = Output(
    key="extract",
    flags="o",
    say="""
        [extract|pull out|get] [all |all the |the |]<what> [from|in] <in>
        [print|show|list] [only |just ][the |]<what> in <in>
        find [all |all the |]<what> in <in> and print [only them|nothing else]
    """,
    ask="""
        [which|what] <what> are [there |]in <in>?
        <what> in <in>, nothing else
        I need [all |all the |]<what> from <in>
    """,
    explain="Prints all <what> in <in>.",
    report=matches(),
    matches=True,
)
DISTINCT = Output(
    key="distinct",
    flags="oh",
    say="""
        [extract|pull out|get] [all |all the |]<what> from [the |all |all the |]<in>,
            without duplicates
        [print|list] the distinct <what> found in [the |all |]<in>
    """,
    ask="""
        [which|what] different <what> are there in <in>?
        distinct <what> in <in>
    """,
    explain="Lists the distinct <what> in the <in>.",
    pipe=" | sort -u",
    report=matches(),
    finish=lambda found, s: sorted(set(found)),
    named=False,
    matches=True,
)
COUNTED = Output(
    key="counted",
    flags="o",
    say="""
        count [all |all the |the |]<what> [from|in] <in>
        [find out|tell me] how many <what> there are in <in>
    """,
    ask="how many <what> are there in <in>?",
    explain="Counts the <what> in <in>.",
    pipe=" | wc -l",
    report=matches(),
    finish=number,
    matches=True,
)
_COUNTED_ELSEWHERE = ("numbers", "ips", "emails", "links", "dates")


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for thing in THINGS:
        yield search("search/extracts", thing, EXTRACT, FILE)
        yield search("search/extracts", thing, EXTRACT, INPUT, 0.2)
        yield search("search/extracts", thing, DISTINCT, THERE)
        if thing.key not in _COUNTED_ELSEWHERE:  # by text/pipes
            yield search("search/extracts", thing, COUNTED, FILE, 0.5)
