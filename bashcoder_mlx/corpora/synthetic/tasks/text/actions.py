"""What awk does with the rows of a table that meet a condition."""

from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text.conditions.condition import Row


@dataclass(frozen=True, kw_only=True)
class Action:
    """What is done with rows; `<if>` in the program and `<rows>` in English are filled in."""

    name: str
    awk: str
    say: str
    """A block of instructions."""
    explain: str
    """A block of sentences."""
    result: Callable[[list[Row], list[str], Bound], list[str] | str]
    """From the rows that pass and the same as lines."""
    ask: str = ""
    """A block of other wordings; `<there>` is "rows are there in …"."""
    save: bool = False


def _third(row: Row, s: Bound) -> str:
    return row[s.column3 - 1]


def _total(rows: list[Row], s: Bound) -> int:
    return sum(int(_third(row, s)) for row in rows)


ACTIONS = (
    Action(
        name="print",
        awk="<if>",
        say="""
            <show> [the|all|all the|only the] <rows>
            [find|filter|select|keep] the <rows>
        """,
        ask="""
            <rows>
            I only need the <rows>
            which are the <rows>?
        """,
        explain="Prints the <rows>.",
        result=lambda rows, lines, s: lines,
    ),
    Action(
        name="column",
        awk="<if> {print {column3.awk}}",
        say="""
            <show> {column3} of the <rows>
            <show> {column3} for [the|all] <rows>
        """,
        ask="{column3} of the <rows>",
        explain="Prints {column3} of the <rows>.",
        result=lambda rows, lines, s: [_third(row, s) for row in rows],
    ),
    Action(
        name="count",
        awk="<if> {n++} END {print n + 0}",
        say="""
            count the <rows>
            <show> the number of <rows>
            [find out|tell me] the number of <rows>
        """,
        ask="""
            number of <rows>
            how many <there>?
        """,
        explain="""
            Counts the <rows>.
            Prints the number of <rows>.
        """,
        result=lambda rows, lines, s: f"{len(rows)}\n",
    ),
    Action(
        name="sum",
        awk="<if> {s += {column3.awk}} END {print s + 0}",
        say="""
            [add up|sum|sum up|total] {column3} of the <rows>
            <compute> the [sum|total] of {column3} for the <rows>
        """,
        ask="""
            [sum|total] of {column3} for the <rows>
            what is the [sum|total] of {column3} for the <rows>?
        """,
        explain="""
            Adds up {column3} of the <rows>.
            Prints the sum of {column3} over the <rows>.
        """,
        result=lambda rows, lines, s: f"{_total(rows, s)}\n",
    ),
    Action(
        name="mean",
        awk="<if> {s += {column3.awk}; n++} END {if (n) print s / n}",
        say="""
            <compute> the [average|mean] of {column3} for the <rows>
            average {column3} over the <rows>
        """,
        ask="what is the [average|mean] of {column3} for the <rows>?",
        explain="Prints the average of {column3} over the <rows>.",
        result=lambda rows, lines, s: f"{_total(rows, s) / len(rows):.6g}\n",
    ),
    Action(
        name="two",
        awk="<if> {print {column3.awk}, {column4.awk}}",
        say="<show> {column3} and {column4} of the <rows>",
        ask="{column3} and {column4} of the <rows>",
        explain="Prints {column3} and {column4} of the <rows>.",
        result=lambda rows, lines, s: [f"{_third(row, s)} {row[s.column4 - 1]}" for row in rows],
    ),
    Action(
        name="largest",
        awk="<if> {if (!n++ || {column3.awk} > max) max = {column3.awk}} END {print max}",
        say="<find> the [largest|highest|maximum] [value|number] in {column3} of the <rows>",
        ask="what is the [largest|highest] value in {column3} of the <rows>?",
        explain="Prints the largest value in {column3} of the <rows>.",
        result=lambda rows, lines, s: f"{max(int(_third(row, s)) for row in rows)}\n",
    ),
    Action(
        name="save",
        awk="<if>",
        say="""
            [save|write|copy] the <rows> [to|into] {<file>2}
            [extract|filter] the <rows> into {<file>2}
        """,
        explain="Writes the <rows> to {<file>2}.",
        result=lambda rows, lines, s: lines,
        save=True,
    ),
    Action(
        name="where",
        awk="<if> {print NR}",
        say="""
            <show> the [line numbers|numbers] of the <rows>
            <find> on which lines the <rows> are
        """,
        ask="line numbers of the <rows>",
        explain="Prints the line numbers of the <rows>.",
        result=lambda rows, lines, s: [],
    ),
)
"""All of them, the everyday ones first."""
