"""Forms of output that are the matches alone, or the names of files."""

from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Output, matches, names

ONLY = Output(
    key="only",
    flags="o",
    say="""
        [print|show] [only|just] the matching [part|text], not the whole line, for <what> in <in>
        [extract|print] [every|each] match of <what> [from|in] <in>[ on a line of its own|]
    """,
    ask="only the matches of <what> in <in>, not the lines",
    explain="Prints each match of <what> in <in>, not the whole lines.",
    report=matches(),
    matches=True,
)

ONLY_NUMBERED = Output(
    key="only-numbered",
    flags="on",
    say="""
        [print|show] [only|just] the matching text for <what> in <in>, with line numbers
        [extract|print] [every|each] match of <what> in <in> with its line number
    """,
    ask="matches of <what> in <in>, each with its line number",
    explain="Prints each match of <what> in <in> with the number of its line.",
    report=matches(numbered=True),
    matches=True,
)

NAMES = Output(
    key="names",
    flags="l",
    say="""
        [list|find|show|print] <all><in> that <has>
        [search|grep] <all><in> for <what> and [list|print|show] [only |just |][the |][matching |]
            file names
        [list|print|show] [only |just |]the names of <in> that <has>
        [find out|tell me] which <in> <has>
    """,
    ask="""
        [which|what] <in> <has>?
        names of <in> that <has>
        <in> with <what>, only the names
        I need to know which <in> <has>
    """,
    explain="Lists the <in> that <has>.",
    report=names(),
    weight=3,
)

MISSING = Output(
    key="missing",
    flags="L",
    say="""
        [list|find|show|print] <all><in> that <lacks>
        [list|show] the names of <in> that <lacks>
        [find out|tell me] which <in> <lacks>
    """,
    ask="""
        [which|what] <in> <lacks>?
        names of <in> that <lacks>
    """,
    explain="Lists the <in> that <lacks>.",
    report=names(wanted=False),
)
