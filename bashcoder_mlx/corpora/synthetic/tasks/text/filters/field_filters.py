"""Filters that a text of fields goes through."""

from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filters import Filter

FIELD_FILTERS = (
    Filter(
        key="field",
        run="cut -d<sep> -f{column}",
        say="""
            [print|show|get|extract] {column} of <it>, split at <sign>
            split <it> at <sign> and [print|keep] {column}
        """,
        ask="{column} of <it>, separated by <sign>",
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
        ask="{column} of <it>, separated by <sign>, using awk",
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
        ask="last part of <it>, separated by <sign>",
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
        ask="<it> without what follows the last of its <sign>",
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
        ask="<it>, split at <sign>, one part a line",
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
        ask="<it> with spaces instead of <sign>",
        explain="Prints <it> with spaces instead of <sign>.",
        result=lambda t, s, sep: t.replace(sep, " ") + "\n",
    ),
)
