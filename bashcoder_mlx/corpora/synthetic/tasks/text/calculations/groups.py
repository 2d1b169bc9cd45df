"""Calculations per value of another column."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Group:
    """A calculation per value of {column2}; `<at>` in English is "of FILE"."""

    name: str
    awk: str
    say: str
    """A block of instructions; `<per>` is "for each value of {column2}"."""
    ask: str
    """A block of other wordings."""
    explain: str
    value: Callable[[list[int]], object]
    column: bool = True
    """Whether {column} is what is calculated with."""


PER = "for [each|every] [value|different value] [of|in] {column2} <at>"
GROUPS = (
    Group(
        name="sum",
        awk="{s[<k>] += <c>} END {for (k in s) print k, s[k]}",
        say="""
            [sum|add up|total] {column} for [each|every] [value|different value] [of|in]
                {column2} <at>
            <compute> the [sum|total] of {column} per value of {column2} <at>
            [sum|add up|total] {column} grouped by {column2} <at>
        """,
        ask="[sum|total] of {column} grouped by {column2} <at>",
        explain=(
            "Adds up {column} for [each|every] [value|different value] [of|in] {column2} "
            "<at> and prints every value with its sum."
        ),
        value=sum,
    ),
    Group(
        name="count",
        awk="{n[<k>]++} END {for (k in n) print k, n[k]}",
        say="""
            [count|print the number of] [rows|lines] for [each|every] [value|different value]
                [of|in] {column2} <at> with awk
            <show> each value of {column2} <at> followed by its count, [using|with] awk
        """,
        ask="[rows|lines] per value of {column2} <at>, counted with awk",
        explain=(
            "Counts the lines for [each|every] [value|different value] [of|in] {column2} "
            "<at> and prints every value with its count."
        ),
        value=len,
        column=False,
    ),
    Group(
        name="mean",
        awk="{s[<k>] += <c>; n[<k>]++} END {for (k in s) print k, s[k] / n[k]}",
        say="""
            [average|compute the average of] {column} for [each|every] [value|different value]
                [of|in] {column2} <at>
            <compute> the [average|mean] of {column} grouped by {column2} <at>
        """,
        ask="[average|mean] of {column} per value of {column2} <at>",
        explain=(
            "Prints the average of {column} for [each|every] [value|different value] [of|in] "
            "{column2} <at>."
        ),
        value=lambda v: f"{sum(v) / len(v):.6g}",
    ),
    Group(
        name="maximum",
        awk="!(<k> in m) || <c> > m[<k>] {m[<k>] = <c>} END {for (k in m) print k, m[k]}",
        say="""
            <find> the [largest|highest|maximum] [value|number] in {column} for [each|every]
                [value|different value] [of|in] {column2} <at>
            <show> the maximum of {column} grouped by {column2} <at>
        """,
        ask="maximum of {column} per value of {column2} <at>",
        explain=(
            "Prints the maximum of {column} for [each|every] [value|different value] [of|in] "
            "{column2} <at>."
        ),
        value=max,
    ),
    Group(
        name="minimum",
        awk="!(<k> in m) || <c> < m[<k>] {m[<k>] = <c>} END {for (k in m) print k, m[k]}",
        say="""
            <find> the [smallest|lowest|minimum] [value|number] in {column} for [each|every]
                [value|different value] [of|in] {column2} <at>
            <show> the minimum of {column} grouped by {column2} <at>
        """,
        ask="minimum of {column} per value of {column2} <at>",
        explain=(
            "Prints the minimum of {column} for [each|every] [value|different value] [of|in] "
            "{column2} <at>."
        ),
        value=min,
    ),
    Group(
        name="sum-sorted",
        awk="{s[<k>] += <c>} END {for (k in s) print k, s[k]}<pipe> | sort -k2 -rn",
        say="""
            [sum|add up|total] {column} for [each|every] [value|different value] [of|in]
                {column2} <at> and sort [by the sums|the result], [largest|highest] first
            <show> the totals of {column} grouped by {column2} <at>, the largest first
        """,
        ask="totals of {column} grouped by {column2} <at>, the largest first",
        explain=(
            "Adds up {column} for [each|every] [value|different value] [of|in] {column2} "
            "<at> and sorts the sums, the largest first."
        ),
        value=sum,
    ),
    Group(
        name="sum-top",
        awk=(
            "{s[<k>] += <c>} END {for (k in s) print k, s[k]}<pipe> | sort -k2 -rn | head -n "
            "{count}"
        ),
        say="""
            <find> the {count} values of {column2} <at> with the [largest|highest] [sum|total] of
                {column}
            <show> the top {count} values of {column2} <at> by the [sum|total] of {column}
        """,
        ask="top {count} values of {column2} <at> by total {column}",
        explain="Adds up {column} per value of {column2} <at> and shows the {count} largest sums.",
        value=sum,
    ),
)
"""All of them, the everyday ones first."""
