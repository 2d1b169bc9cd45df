"""Calculations over a column: sums, averages, extremes, running totals."""

from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A calculation over {column}; `<c>` is the column, `<when>` a condition that skips a header.

    `<at>` in English is "{column} of FILE".
    """

    name: str
    awk: str
    say: str
    """A block of instructions."""
    ask: str
    """A block of other wordings."""
    explain: str
    result: Callable[[list[int], Bound], str | list[str]]
    skipped: str = ""
    """The program that skips a header, where it is another."""
    weight: float = 0.6


SUMS = (
    Sum(
        name="sum",
        awk="<when>{s += <c>} END {print s}",
        say="""
            [sum|sum up|add up|total] <at>
            [sum|add up|total] [the values|the numbers|all values|all the numbers] in <at>
            <compute> the [sum|total] of <at>
        """,
        ask="""
            what is the [sum|total] of <at>?
            [sum|total] of <at>
        """,
        explain="Adds up <at> and prints the sum.",
        result=lambda v, s: f"{sum(v)}\n",
        weight=1.0,
    ),
    Sum(
        name="mean",
        awk="{s += <c>} END {print s / NR}",
        say="""
            [average|take the average of] <at>
            <compute> the [average|mean] of <at>
            <compute> the [average|mean] of [the values|the numbers] in <at>
        """,
        ask="""
            what is the [average|mean] of <at>?
            [average|mean] of <at>
        """,
        explain="Prints the average of <at>.",
        result=lambda v, s: f"{sum(v) / len(v):.6g}\n",
        skipped="NR > 1 {s += <c>; n++} END {print s / n}",
        weight=1.0,
    ),
    Sum(
        name="mean-rounded",
        awk='{s += <c>} END {printf "%.2f\\n", s / NR}',
        say="""
            <compute> the [average|mean] of <at> [with|to|rounded to] two decimals
            average <at> and print it with 2 decimal places
        """,
        ask="[average|mean] of <at> to two decimals",
        explain="Prints the average of <at> with two decimals.",
        result=lambda v, s: f"{sum(v) / len(v):.2f}\n",
        skipped='NR > 1 {s += <c>; n++} END {printf "%.2f\\n", s / n}',
    ),
    Sum(
        name="sum-rounded",
        awk='<when>{s += <c>} END {printf "%.2f\\n", s}',
        say="""
            <compute> the [sum|total] of <at> [with|to|rounded to] two decimals
            [add up|sum|total] <at> and print the result with 2 decimal places
        """,
        ask="[sum|total] of <at> to two decimals",
        explain="Prints the sum of <at> with two decimals.",
        result=lambda v, s: f"{sum(v):.2f}\n",
    ),
    Sum(
        name="sum-mean",
        awk="{s += <c>} END {print s, s / NR}",
        say="""
            <compute> the [sum|total] and the [average|mean] of <at>
            print both the sum and the average of <at>
        """,
        ask="sum and average of <at>",
        explain="Prints the sum and the average of <at>.",
        result=lambda v, s: f"{sum(v)} {sum(v) / len(v):.6g}\n",
        skipped="NR > 1 {s += <c>; n++} END {print s, s / n}",
    ),
    Sum(
        name="squares",
        awk="<when>{s += <c> * <c>} END {print s}",
        say="""
            <compute> the sum of the squares of <at>
            add up the squares of <at>
        """,
        ask="sum of squares of <at>",
        explain="Prints the sum of the squares of <at>.",
        result=lambda v, s: f"{sum(x * x for x in v)}\n",
        weight=0.2,
    ),
    Sum(
        name="running",
        awk="<when>{s += <c>; print s}",
        say="""
            <show> the running [total|sum] of <at>
            <compute> the cumulative sum of <at>
        """,
        ask="running total of <at>",
        explain="Prints the running total of <at>, line by line.",
        result=lambda v, s: [str(sum(v[: i + 1])) for i in range(len(v))],
        weight=0.3,
    ),
    Sum(
        name="steps",
        awk="NR > 1 {print <c> - last} {last = <c>}",
        say="""
            <show> the difference between [each value|each number] and the one before it in <at>
            [print|compute] the differences of consecutive [values|lines] in <at>
        """,
        ask="differences between consecutive values in <at>",
        explain="Prints how much <at> differs from the line before.",
        result=lambda v, s: [str(b - a) for a, b in zip(v, v[1:], strict=False)],
        skipped="NR > 2 {print <c> - last} {last = <c>}",
        weight=0.2,
    ),
    Sum(
        name="over",
        awk="<when><c> > {amount} {n++; s += <c>} END {print n + 0, s + 0}",
        say="""
            [count|count and add up] the values [above|over|greater than] {amount} in <at> and
                print [their number and sum|their count and total]
        """,
        ask="number and sum of the values above {amount} in <at>",
        explain="Prints how many values in <at> are above {amount}, and their sum.",
        result=lambda v, s: f"{sum(x > s.amount for x in v)} {sum(x for x in v if x > s.amount)}\n",
        skipped="NR > 1 && <c> > {amount} {n++; s += <c>} END {print n + 0, s + 0}",
        weight=0.2,
    ),
    Sum(
        name="maximum-row",
        awk="NR == 1 || <c> > m {m = <c>; row = $0} END {print row}",
        say="""
            [find|print|show|get] the [row|line] with the [largest|highest|biggest|greatest]
                [value|number] in <at>
            print the whole [line|row] that has the [largest|highest] value in <at>
        """,
        ask="which [line|row] has the [largest|highest|biggest] [value|number] in <at>?",
        explain="Prints the line with the maximum of <at>.",
        result=lambda v, s: [str(max(v))],
        skipped='NR > 1 && (row == "" || <c> > m) {m = <c>; row = $0} END {print row}',
    ),
    Sum(
        name="minimum-row",
        awk="NR == 1 || <c> < m {m = <c>; row = $0} END {print row}",
        say="""
            [find|print|show|get] the [row|line] with the [smallest|lowest] [value|number] in <at>
            print the whole [line|row] that has the [smallest|lowest] value in <at>
        """,
        ask="which [line|row] has the [smallest|lowest] [value|number] in <at>?",
        explain="Prints the line with the minimum of <at>.",
        result=lambda v, s: [str(min(v))],
        skipped='NR > 1 && (row == "" || <c> < m) {m = <c>; row = $0} END {print row}',
    ),
)
"""All of them, the everyday ones first."""
