"""Forms of output that are lines of the files, all or some."""

from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Output, context, first, lines

PLAIN = Output(
    key="lines",
    say="""
        [show|print|find|list|get] <all>lines [of|in] <in> that <has>
        [search|grep] <all><in> for <what>
        [look|search] for <what> in <all><in>
        find <what> in <all><in>
    """,
    ask="""
        [which|what] lines [of|in] <in> <has>?
        lines [of|in] <in> that <has>
        grep <what> in <in>
        I [want|need] to see [every line|the lines] of <in> that <has>
        where in <in> [can|do] I find <what>?
        show me <what> in <in>
    """,
    explain="[Prints|Finds] the lines of <in> that <has>.",
    report=lines(),
    weight=3,
)

NUMBERED = Output(
    key="numbered",
    flags="n",
    say="""
        [show|print|find] <all>lines [of|in] <in> that <has>, with [their|the|] line numbers
        [search|grep|look] for <what> in <all><in> and [show|print] [the |]line numbers
        find out on which lines <what> [is|stands] in <in>, [showing|and show] the lines too
    """,
    ask="""
        <what> in <in> with line numbers
        lines [of|in] <in> that <has>, [numbered|with line numbers]
        on which lines [of|in] <in> is <what>? [show|print] number and text
        grep <what> in <in>, with line numbers
    """,
    explain="Prints the lines of <in> that <has>, with their line numbers.",
    report=lines(numbered=True),
    weight=2,
)

INVERTED = Output(
    key="without",
    flags="v",
    say="""
        [show|print|find|list] <all>lines [of|in] <in> that <lacks>
        <leave-out> the lines [of|in] <in> that <has>[ and print the rest|]
        [show|print] <in> without the lines that <has>
    """,
    ask="""
        [which|what] lines [of|in] <in> <lacks>?
        lines [of|in] <in> that <lacks>
        everything in <in> but the lines that <has>
    """,
    explain="Prints the lines of <in> that <lacks>.",
    report=lines(wanted=False),
)

NUMBERED_INVERTED = Output(
    key="without-numbered",
    flags="vn",
    say="""
        [show|print] <all>lines [of|in] <in> that <lacks>, with [their |]line numbers
        number and [show|print] the lines [of|in] <in> that <lacks>, by their place in the file
    """,
    ask="lines [of|in] <in> that <lacks>, with line numbers",
    explain="Prints the lines of <in> that <lacks>, with their line numbers.",
    report=lines(wanted=False, numbered=True),
)

FIRST = Output(
    key="first",
    say="""
        [show|print|find] [only |just |]the first {count} lines [of|in] <in> that <has>
        [search|grep] <in> for <what> and stop after {count} [matches|matching lines]
    """,
    ask="""
        first {count} lines [of|in] <in> that <has>
        [which|what] are the first {count} lines [of|in] <in> that <has>?
    """,
    explain="Prints the first {count} lines of <in> that <has>.",
    options="-m {count} ",
    report=first(lines()),
)

LAST = Output(
    key="last",
    say="""
        [show|print|find] [only |just |]the last {count} lines [of|in] <in> that <has>
        [show|print] the {count} [most recent|latest] lines with <what> in <in>
    """,
    ask="""
        last {count} lines [of|in] <in> that <has>
        [which|what] are the last {count} lines [of|in] <in> that <has>?
    """,
    explain="Prints the last {count} of the lines of <in> that <has>.",
    pipe=" | tail -n {count}",
    report=lines(),
    finish=lambda found, s: found[-s.count :],
)

LINE_NUMBERS = Output(
    key="line-numbers",
    flags="n",
    say="""
        [show|print|list] [only|just] the line numbers of the lines [of|in] <in> that <has>
        [show|print] the numbers of the lines [of|in] <in> that <has>, [not|without] the text
    """,
    ask="line numbers of <what> in <in>, without the text",
    explain="Prints the numbers of the lines of <in> that <has>.",
    pipe=" | cut -d: -f1",
    report=lines(numbered=True),
    finish=lambda found, s: [line.partition(":")[0] for line in found],
)

EXCEPT = Output(
    key="except",
    say="""
        [show|print|find|list] <all>lines [of|in] <in> that <has> but not {word4}
        [search|grep] <in> for <what>, <leaving> [the ones|lines] with {word4}
    """,
    ask="""
        [which|what] lines [of|in] <in> <has> but not {word4}?
        <what> in <in>, [except|but not] lines with {word4}
    """,
    explain="Prints the lines of <in> that <has> but not {word4}.",
    pipe=" | grep -v {word4}",
    report=lines(),
    finish=lambda found, s: [line for line in found if s.word4 not in line],
)

ALSO = Output(
    key="also",
    say="""
        [show|print|find|list] <all>lines [of|in] <in> that <has> and also {word4}
        [search|grep] <in> for <what>, [keeping|and keep] only lines that have {word4} [too|as well]
    """,
    ask="""
        [which|what] lines [of|in] <in> <has> and also {word4}?
        lines [of|in] <in> with <what> and {word4}
    """,
    explain="Prints the lines of <in> that <has> and also {word4}.",
    pipe=" | grep {word4}",
    report=lines(),
    finish=lambda found, s: [line for line in found if s.word4 in line],
)

_PLACES = (
    ("after", "A", "after", False, True),
    ("before", "B", "before", True, False),
    ("around", "C", "[before and after|around]", True, True),
)


def _context(key: str, option: str, place: str, before: bool, after: bool, n: bool) -> Output:
    numbers = ", with line numbers" if n else ""
    return Output(
        key=f"context-{key}{'-numbered' * n}",
        flags="n" * n,
        say=f"""
            [show|print] {{count}} lines {place} the lines [of|in] <in> that <has>{numbers}
            [search|grep|look] for <what> in <in> [with|and show] {{count}} lines {place} each
                match{numbers}
            [show|print] <what> in <in> with {{count}} lines of context {place} it{numbers}
        """,
        ask=f"{{count}} lines {place} <what> in <in>{numbers}",
        explain=f"Prints the lines of <in> that <has>, with {{count}} lines {place} each{numbers}.",
        options=f"-{option} {{count}} ",
        report=context(before, after, n),
        between="--",
        weight=0.5 if n else 1,
    )


CONTEXTS = tuple(_context(*place, numbered) for numbered in (False, True) for place in _PLACES)

NO_NAMES = Output(
    key="no-names",
    flags="h",
    say="""
        [show|print|find] <all>lines [of|in] <in> that <has>, without [the |]file names
        [search|grep] <in> for <what> without [printing|showing] [the |]file names
    """,
    ask="""
        lines [of|in] <in> that <has>, [no|without] file names
        <what> in <in>, only the lines, [no|without] file names
    """,
    explain="Prints the lines of <in> that <has>, without file names.",
    report=lines(),
    named=False,
)

UNEVEN = Output(
    key="context-uneven",
    say="""
        [show|print] {count} lines before and {count2} lines after the lines [of|in] <in> that <has>
        [search|grep|look] for <what> in <in> [with|and show] {count} lines before and {count2}
            lines after each match
    """,
    ask="<what> in <in>, with {count} lines before and {count2} after",
    explain="Prints the lines of <in> that <has>, with {count} before and {count2} after each.",
    options="-B {count} -A {count2} ",
    report=context(True, True),
    between="--",
)
