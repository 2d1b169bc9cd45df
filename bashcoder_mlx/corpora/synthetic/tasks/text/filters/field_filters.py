"""Filters that a text of fields goes through."""

from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filter import Filter

FIELD_FILTERS = (
    Filter(
        key="field",
        run="cut -d<sep> -f{column}",
        say="""
            [print|show|get|extract] {column} of <it>, split at <sign>
            split <it> at <sign> and [print|keep] {column}
        """,
        ask="""
            {column} of <it>, separated by <sign>
            what is {column} of <it>, if <sign> separate its fields?
            I need just {column} of <it>, whose fields end at <sign>
            <it>, through cut: {column}, <sign> between
        """,
        explain="Prints {column} of <it>, split at <sign>.",
        result=lambda t, s, sep: f"{t.split(sep)[s.column - 1]}\n",
    ),
    Filter(
        key="field-awk",
        run="awk -F<sep> '{print {column.awk}}'",
        say="""
            [print|show|get|extract] {column} of <it>, split at <sign>, with awk
            split <it> at <sign> [with|by|using] awk and [print|keep] {column}
        """,
        ask="""
            {column} of <it>, separated by <sign>, using awk
            what does awk give for {column} of <it>, at <sign>?
            awk, please: {column} of <it>, whose fields end at <sign>
            <it>, through awk: {column}, <sign> between
        """,
        explain="Prints {column} of <it>, split at <sign>, with awk.",
        result=lambda t, s, sep: f"{t.split(sep)[s.column - 1]}\n",
    ),
    Filter(
        key="last-field",
        run="rev | cut -d<sep> -f1 | rev",
        say="""
            [print|show|get|extract] [only |]the last [part|field|piece] of <it>, split at <sign>
            split <it> at <sign> and [print|keep] the last [part|field|piece]
        """,
        ask="""
            last part of <it>, separated by <sign>
            what comes after the last of the <sign> in <it>?
            I do not know how many <sign> are in <it>; the part after the last
            <it>, rev, cut, rev: last part, at <sign>
        """,
        explain="Prints the last part of <it>, split at <sign>.",
        result=lambda t, s, sep: f"{t.split(sep)[-1]}\n",
    ),
    Filter(
        key="all-but-last",
        run="rev | cut -d<sep> -f2- | rev",
        say="""
            [print|show] <it> without its last [part|field|piece], split at <sign>
            split <it> at <sign> and drop the last [part|field|piece]
        """,
        ask="""
            <it> without what follows the last of its <sign>
            how do I cut the last part off <it>, where <sign> separate parts?
            of <it> I need all before the last of the <sign>
            <it>, rev, cut, rev: all but the last part, at <sign>
        """,
        explain="Prints <it> without its last part, split at <sign>.",
        result=lambda t, s, sep: f"{t.rpartition(sep)[0]}\n",
    ),
    Filter(
        key="lines",
        run="tr <sep> '\\n'",
        say="""
            [put|print|show] each part of <it> on [its own|a separate] line, split at <sign>
            split <it> at <sign>, one part per line
        """,
        ask="""
            <it>, split at <sign>, one part a line
            how do I get a list, one part a line, out of <it>, with <sign> between parts?
            I want to sort what is in <it>, so a line for each part, at <sign>
            <it>, through tr, <sign> to line ends
        """,
        explain="Puts each part of <it> on its own line, split at <sign>.",
        result=lambda t, s, sep: t.replace(sep, "\n") + "\n",
    ),
    Filter(
        key="blanks",
        run="tr <sep> ' '",
        say="""
            replace the <sign> in <it> [with|by] spaces
            [print|show] <it> with spaces [instead of|for] the <sign>
        """,
        ask="""
            <it> with spaces instead of <sign>
            how do I get spaces where <it> has <sign>?
            a loop needs blanks between the parts of <it>, not <sign>
            <it>, through tr, <sign> to spaces
        """,
        explain="Prints <it> with spaces instead of <sign>.",
        result=lambda t, s, sep: t.replace(sep, " ") + "\n",
    ),
)
