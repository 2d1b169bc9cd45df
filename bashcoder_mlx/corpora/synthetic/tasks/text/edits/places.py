"""Where the result of an edit goes: the file itself, the output, another file, many files."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the result goes. In `say`, `<do>` and `<shown>` are those of the edit."""

    name: str
    linux: str
    mac: str = ""
    """The command for macOS where it differs."""
    say: str
    """A block of instructions."""
    ask: str = ""
    """A block of other wordings."""
    explain: str
    """`<explain>` is that of the edit, `<Explain>` the same with a capital."""
    file: str = "{txt}"
    """The file in English."""


PLACES = (
    Place(
        name="place",
        linux="sed -i '<program>' {txt}",
        mac="sed -i '' '<program>' {txt}",
        say="""
            [|||||use sed to ]<do>
            <do>[, in place| in place| and save the file]
        """,
        ask="<asked>",
        explain="<Explain>, in place.",
    ),
    Place(
        name="output",
        linux="sed '<program>' {txt}",
        say="""
            <show> {txt} <shown>
            <show> {txt} <shown>[, without changing the file|, leaving the file as it is|, but do
                not change the file]
        """,
        ask="""
            {txt} <shown>, on the screen only
            how would {txt} look <shown>? do not change it
            I want to see {txt} <shown>; the file must stay as it is
            sed, no -i: {txt} <shown>
            show {txt} <shown>, as a test before I change anything
        """,
        explain="Prints the result: <explain>; the file stays as it is.",
    ),
    Place(
        name="backup",
        linux="sed -i.bak '<program>' {txt}",
        say="""
            <do>, keeping [a backup|the original|a copy of the original] in {txt.raw}.bak
            <do>, but [keep|make] a backup with the [ending|extension|suffix] .bak
        """,
        explain="<Explain>, and keeps the original as {txt.raw}.bak.",
    ),
    Place(
        name="other",
        linux="sed '<program>' {txt} > {txt2}",
        say="""
            <do> and [save|write] the result [to|in|as] {txt2}
            [write|save] {txt} <shown> to {txt2}
        """,
        explain="Writes {txt2}: <explain>.",
    ),
    Place(
        name="many",
        linux="sed -i '<program>' *.{ext}",
        mac="sed -i '' '<program>' *.{ext}",
        say="""
            <do>
            <do>, in place
        """,
        explain="<Explain>, in place.",
        file=(
            "[all|all the|every one of the] {ext} files [here|in this folder|in the current "
            "directory]"
        ),
    ),
    Place(
        name="only",
        linux="sed -n '<program>' {txt}",
        say="""
            [print|show] [only |just |]<what> of {txt}
            [print|show] [only |just |]<what> from {txt} [with sed|using sed]
            [extract|get] <what> from {txt}
        """,
        ask="""
            <what> of {txt}
            give me <what> of {txt}, nothing else
            in {txt}, [only|just] <what>
            sed -n on {txt}: <what>
            how do I see nothing of {txt} but <what>?
        """,
        explain="Prints only <what-of>.",
    ),
    Place(
        name="only-input",
        linux="sed -n '<program>'",
        say="""
            [print|pass on] [only |just ]<what> of [standard input|stdin]
            filter [standard input|stdin] and keep [only |just ]<what>
        """,
        ask="""
            [only|just] <what> of [standard input|stdin]
            sed -n on a pipe: <what>
            how do I keep [only|just] <what> of what comes in?
            my program writes to a pipe; <what> of that and no more
            stdin by sed: <what>, nothing else
        """,
        explain="Prints only <what-of>.",
        file="[standard input|stdin|the input]",
    ),
    Place(
        name="changed",
        linux="sed -n '<program>p' {txt}",
        say="""
            <do> and print only the [changed|affected] lines
            [print|show] only the lines of {txt} that change, <shown>
        """,
        explain="Prints the lines that change: <explain>.",
    ),
    Place(
        name="input",
        linux="sed '<program>'",
        say="""
            [filter|read] [standard input|stdin] and print it <shown>
            [print|pass on] [standard input|stdin|what comes in] <shown>
        """,
        ask="""
            [standard input|stdin] <shown>
            sed on a pipe: what comes in, <shown>
            how do I print standard input <shown>, by sed?
            my program writes to a pipe; print that <shown>
            stdin through sed, <shown>
        """,
        explain="Prints standard input <shown>.",
        file="[standard input|stdin|the input]",
    ),
    Place(
        name="cat",
        linux="cat {txt} | sed '<program>'",
        say="""
            cat {txt} [into|through] sed and print it <shown>
            [print|show] {txt}, piped from cat [to|into] sed, <shown>
        """,
        explain="Prints {txt} <shown>, by cat and sed.",
    ),
)
