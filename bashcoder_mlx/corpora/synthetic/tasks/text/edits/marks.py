"""Edits at the start or the end of lines."""

import re

from bashcoder_mlx.corpora.synthetic.tasks.text.edits.edit import UNUSUAL, Edit

EDITS = (
    Edit(
        name="comment",
        program="s/^/# /",
        do="""
            comment out <what-of>[| with #]
            put # in front of <what-of>
        """,
        shown="with <what> commented out",
        apply=lambda t, s: [f"# {t}"],
        explain="comments out <what-of>",
        everyday=True,
    ),
    Edit(
        name="uncomment",
        program="s/^# *//",
        do="""
            uncomment <what-of>
            [remove|drop] the leading # from <what-of>
        """,
        shown="with <what> uncommented",
        apply=lambda t, s: [re.sub("^# *", "", t)],
        explain="removes the comment sign from <what-of>",
        never=("starting", "not-matching"),
        everyday=True,
        near="v<n> # x",
        line="# v<n> # x",
    ),
    Edit(
        name="prefix",
        program="s/^/{word3} /",
        do="""
            [add|put] {word3} and a space [at the [start|beginning] of|in front of] <what-of>
            prefix <what-of> with {word3} and a space
        """,
        shown="with {word3} and a space in front of <what>",
        apply=lambda t, s: [f"{s.word3} {t}"],
        explain="puts {word3} and a space in front of <what-of>",
        never=UNUSUAL,
    ),
    Edit(
        name="suffix",
        program="s/$/ {word3}/",
        do="""
            [add|append] a space and {word3} [at|to] the end of <what-of>
            end <what-of> with a space and {word3}
        """,
        shown="with a space and {word3} at the end of <what>",
        apply=lambda t, s: [f"{t} {s.word3}"],
        explain="adds a space and {word3} at the end of <what-of>",
        never=UNUSUAL,
    ),
    Edit(
        name="comma",
        program="s/$/,/",
        do="[add|append|put] a comma [at|to] the end of <what-of>",
        shown="with a comma at the end of <what>",
        apply=lambda t, s: [f"{t},"],
        explain="adds a comma at the end of <what-of>",
        never=UNUSUAL,
    ),
    Edit(
        name="indent",
        program="s/^/    /",
        do="""
            indent <what-of> by [4|four] spaces
            [add|put] [4|four] spaces [in front of|before] <what-of>
        """,
        shown="with <what> indented by [4|four] spaces",
        apply=lambda t, s: [f"    {t}"],
        explain="indents <what-of> by four spaces",
        never=("ending", "starting"),
        blanks=True,
    ),
    Edit(
        name="unindent",
        program="s/^[[:space:]]*//",
        do="""
            [remove|strip|delete] [the |]leading [spaces|whitespace|blanks] from <what-of>
            unindent <what-of> completely
        """,
        shown="without the leading [spaces|whitespace] of <what>",
        apply=lambda t, s: [t.lstrip(" ")],
        explain="removes leading blanks from <what-of>",
        never=("ending", "starting"),
        blanks=True,
        near="v<n>   x",
        line="    v<n>   x",
    ),
    Edit(
        name="trim",
        program="s/[[:space:]]*$//",
        do="""
            [remove|strip|delete] [the |]trailing [spaces|whitespace|blanks] from <what-of>
            [remove|strip] whitespace [at|from] the end of <what-of>
        """,
        shown="without the trailing [spaces|whitespace] of <what>",
        apply=lambda t, s: [t.rstrip(" ")],
        explain="removes trailing blanks from <what-of>",
        never=("ending", "starting"),
        blanks=True,
        everyday=True,
        line="v<n>   x  ",
    ),
    Edit(
        name="quote",
        program='s/.*/"&"/',
        do="""
            [put|wrap] <what-of> in double quotes
            quote <what-of> with double quotes
        """,
        shown="with <what> in double quotes",
        apply=lambda t, s: [f'"{t}"'],
        explain="puts <what-of> in double quotes",
        never=UNUSUAL,
    ),
    Edit(
        name="upper",
        program="s/.*/\\U&/",
        do="""
            [convert|change|turn] <what-of> [to|into] [upper case|uppercase] with sed
            uppercase <what-of> with sed
        """,
        shown="with <what> in upper case, using sed",
        apply=lambda t, s: [t.upper()],
        explain="turns <what-of> into upper case",
        never=UNUSUAL,
        mac="",
    ),
)
