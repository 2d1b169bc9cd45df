"""Forms of output that are numbers, or an answer."""

from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import (
    Output,
    count,
    lines,
    matches,
    names,
    number,
    said,
    tally,
)

COUNT = Output(
    key="count",
    flags="c",
    say="""
        [count|show the number of|print the number of] [the |]lines [of|in] <in> that <has>
        [find out|tell me] how many lines [of|in] <in> <has>
        count the lines with <what> in <in>
    """,
    ask="""
        how many lines [of|in] <in> <has>?
        number of lines [of|in] <in> that <has>
        line count for <what> in <in>
    """,
    explain="Counts the lines of <in> that <has>.",
    report=count(),
    weight=2,
)

COUNT_INVERTED = Output(
    key="count-without",
    flags="vc",
    say="""
        [count|show the number of] [the |]lines [of|in] <in> that <lacks>
        [find out|tell me] how many lines [of|in] <in> <lacks>
    """,
    ask="""
        how many lines [of|in] <in> <lacks>?
        number of lines [of|in] <in> that <lacks>
    """,
    explain="Counts the lines of <in> that <lacks>.",
    report=count(wanted=False),
)

COUNT_EACH = Output(
    key="count-each",
    flags="c",
    say="""
        [count|show the number of] [the |]lines that <has>,
            [for each of|separately for each of] the <in>
        [show|print] for each of the <in> how many lines <has>
    """,
    ask="""
        how many lines <has>, for each of the <in>?
        number of lines that <has>, per file, in <in>
    """,
    explain="Counts the lines that <has> in each of the <in>.",
    report=count(),
)

COUNT_EXCEPT = Output(
    key="count-except",
    say="""
        count the lines [of|in] <in> that <has> but not {word4}
        [find out|tell me] how many lines [of|in] <in> <has> but not {word4}
    """,
    ask="how many lines [of|in] <in> <has> but not {word4}?",
    explain="Counts the lines of <in> that <has> but not {word4}.",
    pipe=" | grep -vc {word4}",
    report=lines(),
    finish=lambda found, s: f"{sum(s.word4 not in line for line in found)}\n",
    weight=0.6,
)

OCCURRENCES = Output(
    key="occurrences",
    flags="o",
    say="""
        count [how often|how many times] <what> occurs in <in>
        count all occurrences of <what> in <in>
        [find out|tell me] how [often|many times] <what> [occurs|appears] in <in>
    """,
    ask="""
        how [often|many times] does <what> [occur|appear|come up] in <in>?
        number of occurrences of <what> in <in>
    """,
    explain="Counts the occurrences of <what> in <in>.",
    pipe=" | wc -l",
    report=matches(),
    finish=number,
    matches=True,
)

TALLY = Output(
    key="tally",
    flags="o",
    say="""
        count how often each match of <what> occurs in <in>, [the most frequent first|sorted]
        extract [every|each] match of <what> from <in>, count equal ones and sort by the count
    """,
    ask="how often does each match of <what> occur in <in>?",
    explain="Counts how often each match of <what> occurs in <in>, the most frequent first.",
    pipe=" | sort | uniq -c | sort -rn",
    report=matches(),
    finish=tally,
    matches=True,
    weight=0.7,
)

TOTAL = Output(
    key="total",
    flags="o",
    say="""
        count [how often|how many times] <what> occurs in <all><in>, [all|taken] together
        count all occurrences of <what> in <all><in>, [all|taken] together
    """,
    ask="how [often|many times] does <what> occur in total in [all |]<in>?",
    explain="Counts the occurrences of <what> in the <in>, all together.",
    pipe=" | wc -l",
    report=matches(),
    finish=number,
    named=False,
    matches=True,
)

TOTAL_LINES = Output(
    key="total-lines",
    say="""
        count the lines that <has> in all <in>, [all|taken] together
        [show|print] how many lines <has> in the <in> altogether, one number
    """,
    ask="how many lines <has> in the <in> in total?",
    explain="Counts the lines that <has> in the <in>, all together.",
    pipe=" | wc -l",
    report=lines(),
    finish=number,
    named=False,
)

COUNT_MISSING = Output(
    key="count-missing",
    flags="L",
    say="""
        count <all><in> that <lacks>
        [find out|tell me] how many <in> <lacks>
    """,
    ask="""
        how many <in> <lacks>?
        number of <in> that <lacks>
    """,
    explain="Counts the <in> that <lacks>.",
    pipe=" | wc -l",
    report=names(wanted=False),
    finish=number,
)

COUNT_FILES = Output(
    key="count-files",
    flags="l",
    say="""
        count <all><in> that <has>
        [show|print] how many of the <in> <has>
        [find out|tell me] how many <in> <has>
    """,
    ask="""
        how many <in> <has>?
        number of <in> that <has>
    """,
    explain="Counts the <in> that <has>.",
    pipe=" | wc -l",
    report=names(),
    finish=number,
)

NONZERO = Output(
    key="counts-nonzero",
    flags="c",
    say="""
        count the lines that <has> in each of the <in>, leaving out files without any
        [show|list] how many lines <has> in each of the <in> that has any
    """,
    ask="number of lines that <has>, per file, only files that have any, in <in>",
    explain="Counts the lines that <has> in each of the <in> that has any.",
    pipe=" | grep -v ':0$'",
    report=count(),
    finish=lambda found, s: [line for line in found if not line.endswith(":0")],
    weight=0.6,
)

QUIET_MISSING = Output(
    key="quiet-missing",
    flags="q",
    say="""
        [quietly |]print missing if <in> has no lines that <has>
        [quietly |]check [whether|if] <in> has lines that <has> and print missing if not
    """,
    ask="no <what> in <in>? then print missing",
    explain="Prints missing unless <in> has lines that <has>.",
    pipe=" || echo missing",
    report=lines(),
    finish=lambda found, s: "" if found else "missing\n",
    answers=True,
    weight=0.5,
)
QUIET = Output(
    key="quiet",
    flags="q",
    say="""
        [quietly |]check [whether|if] <in> has lines that <has> and print found if so
        print found if any line of <in> [matches: lines|is one] that <has>
        search <in> [quietly|without output] for <what> and print found if it is there
    """,
    ask="is there <what> in <in>? print found if so",
    explain="Prints found if <in> has lines that <has>.",
    pipe=" && echo found",
    report=lines(),
    finish=said("found"),
    answers=True,
    weight=0.6,
)
