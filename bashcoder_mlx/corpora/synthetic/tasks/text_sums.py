"""Calculations with awk: sums, averages, extremes and counts of columns, in all and per group."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Result, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    BLANK,
    CSV,
    SKIPPED,
    SPLIT,
    Table,
    cells,
    fit,
    names,
    numbers,
    text_task,
)
from bashcoder_mlx.trial.world import World

_COMPUTE = "[compute|calculate|print|get|find]"


@dataclass(frozen=True)
class Sum:
    """A calculation over {column}; `<c>` is the column, `<when>` a condition that skips a header.

    `<at>` in English is "{column} of FILE".
    """

    name: str
    awk: str
    say: Sequence[str]
    ask: Sequence[str]
    explain: str
    result: Callable[[list[int], Bound], str | list[str]]
    skipped: str = ""
    """The program that skips a header, where it is another."""
    weight: float = 0.6


def sums() -> list[Sum]:
    """All of them."""
    return [*_totals(), *_extremes(), *_running()]


def _totals() -> list[Sum]:
    return [
        Sum(
            "sum", "<when>{s += <c>} END {print s}",
            ["[sum|sum up|add up|total] <at>",
             "[sum|add up|total] [the values|the numbers|all values|all the numbers] in <at>",
             _COMPUTE + " the [sum|total] of <at>"],
            ["what is the [sum|total] of <at>?", "[sum|total] of <at>"],
            "Adds up <at> and prints the sum.", lambda v, s: f"{sum(v)}\n", weight=1.0,
        ),
        Sum(
            "mean", "{s += <c>} END {print s / NR}",
            ["[average|take the average of] <at>", _COMPUTE + " the [average|mean] of <at>",
             _COMPUTE + " the [average|mean] of [the values|the numbers] in <at>"],
            ["what is the [average|mean] of <at>?", "[average|mean] of <at>"],
            "Prints the average of <at>.", lambda v, s: f"{sum(v) / len(v):.6g}\n",
            "NR > 1 {s += <c>; n++} END {print s / n}", weight=1.0,
        ),
        Sum(
            "mean-rounded", '{s += <c>} END {printf "%.2f\\n", s / NR}',
            [_COMPUTE + " the [average|mean] of <at> [with|to|rounded to] two decimals",
             "average <at> and print it with 2 decimal places"],
            ["[average|mean] of <at> to two decimals"],
            "Prints the average of <at> with two decimals.",
            lambda v, s: f"{sum(v) / len(v):.2f}\n",
            'NR > 1 {s += <c>; n++} END {printf "%.2f\\n", s / n}',
        ),
        Sum(
            "sum-rounded", '<when>{s += <c>} END {printf "%.2f\\n", s}',
            [_COMPUTE + " the [sum|total] of <at> [with|to|rounded to] two decimals",
             "[add up|sum|total] <at> and print the result with 2 decimal places"],
            ["[sum|total] of <at> to two decimals"],
            "Prints the sum of <at> with two decimals.", lambda v, s: f"{sum(v):.2f}\n",
        ),
        Sum(
            "sum-mean", "{s += <c>} END {print s, s / NR}",
            [_COMPUTE + " the [sum|total] and the [average|mean] of <at>",
             "print both the sum and the average of <at>"],
            ["sum and average of <at>"], "Prints the sum and the average of <at>.",
            lambda v, s: f"{sum(v)} {sum(v) / len(v):.6g}\n",
            "NR > 1 {s += <c>; n++} END {print s, s / n}",
        ),
        Sum(
            "squares", "<when>{s += <c> * <c>} END {print s}",
            [_COMPUTE + " the sum of the squares of <at>", "add up the squares of <at>"],
            ["sum of squares of <at>"], "Prints the sum of the squares of <at>.",
            lambda v, s: f"{sum(x * x for x in v)}\n", weight=0.2,
        ),
    ]  # fmt: skip


def _extremes() -> list[Sum]:
    def row(sign: str, first: str) -> str:
        return f"{first} <c> {sign} m {{m = <c>; row = $0}} END {{print row}}"

    most = "[largest|highest|biggest|greatest]"
    least = "[smallest|lowest]"
    every, later = "NR == 1 ||", "NR == 2 || NR > 1 &&"
    found = []
    for name, words, extra, sign, pick in (
        ("maximum", most, "maximum", ">", max), ("minimum", least, "minimum", "<", min),
    ):  # fmt: skip
        found += [
            Sum(
                f"{name}-row", row(sign, every),
                [f"[find|print|show|get] the [row|line] with the {words} [value|number] in <at>",
                 f"print the whole [line|row] that has the {words} value in <at>"],
                [f"which [line|row] has the {words} [value|number] in <at>?"],
                f"Prints the line with the {extra} of <at>.", lambda v, s, p=pick: [str(p(v))],
                row(sign, later),
            ),
        ]  # fmt: skip
    return found


def _running() -> list[Sum]:
    return [
        Sum(
            "running", "<when>{s += <c>; print s}",
            ["[print|show] the running [total|sum] of <at>",
             "[print|show|compute] the cumulative sum of <at>"],
            ["running total of <at>"], "Prints the running total of <at>, line by line.",
            lambda v, s: [str(sum(v[: i + 1])) for i in range(len(v))], weight=0.3,
        ),
        Sum(
            "steps", "NR > 1 {print <c> - last} {last = <c>}",
            ["[print|show] the difference between [each value|each number] and the one before it "
             "in <at>", "[print|compute] the differences of consecutive [values|lines] in <at>"],
            ["differences between consecutive values in <at>"],
            "Prints how much <at> differs from the line before.",
            lambda v, s: [str(b - a) for a, b in zip(v, v[1:], strict=False)],
            "NR > 2 {print <c> - last} {last = <c>}", weight=0.2,
        ),
        Sum(
            "over", "<when><c> > {amount} {n++; s += <c>} END {print n + 0, s + 0}",
            ["[count|count and add up] the values [above|over|greater than] {amount} in <at> and "
             "print [their number and sum|their count and total]"],
            ["number and sum of the values above {amount} in <at>"],
            "Prints how many values in <at> are above {amount}, and their sum.",
            lambda v, s: f"{sum(x > s.amount for x in v)} {sum(x for x in v if x > s.amount)}\n",
            "NR > 1 && <c> > {amount} {n++; s += <c>} END {print n + 0, s + 0}", weight=0.2,
        ),
    ]  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for table in (CSV, BLANK, SKIPPED, SPLIT):
        every = sums()
        for total in every if table is not SPLIT else every[:2]:
            yield _sum(table, total)
        for group in groups()[: None if table is not SPLIT else 2]:
            yield _group(table, group)
    for total in sums()[:2]:
        yield _last(total)


def _sum(table: Table, total: Sum) -> Task:
    def setup(world: World, s: Bound) -> None:
        table.write(world, s, _rows(s))

    def expect(world: World, s: Bound) -> Result:
        values = [int(row[s.column - 1]) for row in _rows(s)]
        result = total.result(values, s)
        if total.name.endswith("-row"):
            return [table.line(r, s) for r in _rows(s) if r[s.column - 1] == result[0]]
        return result

    at = f"{{column}} of {table.where}"
    return text_task(
        f"text.sum-{table.name}-{total.name}", fit(total.say, at=at),
        table.program(_program(table, total)), fit([total.explain], at=at),
        setup, expect, ask=fit(total.ask, at=at), weight=total.weight,
    )  # fmt: skip


def _program(table: Table, total: Sum) -> str:
    program = (table.header and total.skipped) or total.awk
    when = "NR > 1 " if table.header else ""
    return program.replace("<when>", when).replace("<c>", "{column.awk}")


def _last(total: Sum) -> Task:
    """The same for the last column."""
    at = "the last [column|field] of {txt}"
    return text_task(
        f"text.sum-last-{total.name}", fit(total.say, at=at),
        f"awk '{total.awk}' {{txt}}".replace("<when>", "").replace("<c>", "$NF"),
        fit([total.explain], at=at),
        lambda world, s: world.file(
            s.txt, [" ".join([*cells(i, 1 + i % 3), x]) for i, x in enumerate(numbers(9))]
        ),
        lambda world, s: total.result([int(x) for x in numbers(9)], s),
        ask=fit(total.ask, at=at), weight=0.4,
    )  # fmt: skip


def _rows(s: Bound) -> list[list[str]]:
    """Rows with numbers in {column}, and keys and numbers in the other columns that are named."""
    rows = []
    keys = [names(5)[i**3 % 5] for i in range(17)]
    amounts = [str((i * 337 + 93) % 1009 + 10 * (i % 3)) for i in range(17)]
    for index, (key, amount) in enumerate(zip(keys, amounts, strict=True)):
        row = cells(index)
        row[s.column - 1] = amount
        if "column2" in s:
            row[s.column2 - 1] = key
        rows.append(row)
    return rows


@dataclass(frozen=True)
class Group:
    """A calculation per value of {column2}; `<at>` in English is "of FILE"."""

    name: str
    awk: str
    say: Sequence[str]
    ask: Sequence[str]
    explain: str
    value: Callable[[list[int]], object]
    column: bool = True
    """Whether {column} is what is calculated with."""


_PER = "for [each|every] [value|different value] [of|in] {column2} <at>"


def groups() -> list[Group]:
    """All of them, the everyday ones first."""
    return [
        Group(
            "sum", "{s[<k>] += <c>} END {for (k in s) print k, s[k]}",
            [f"[sum|add up|total] {{column}} {_PER}",
             "[compute|print|show] the [sum|total] of {column} per value of {column2} <at>",
             "[sum|add up|total] {column} grouped by {column2} <at>"],
            ["[sum|total] of {column} grouped by {column2} <at>"],
            f"Adds up {{column}} {_PER} and prints every value with its sum.", sum,
        ),
        Group(
            "count", "{n[<k>]++} END {for (k in n) print k, n[k]}",
            [f"[count|print the number of] [rows|lines] {_PER} with awk",
             "[print|show] each value of {column2} <at> followed by its count, [using|with] awk"],
            ["[rows|lines] per value of {column2} <at>, counted with awk"],
            f"Counts the lines {_PER} and prints every value with its count.", len, column=False,
        ),
        Group(
            "mean", "{s[<k>] += <c>; n[<k>]++} END {for (k in s) print k, s[k] / n[k]}",
            [f"[average|compute the average of] {{column}} {_PER}",
             "[compute|print|show] the [average|mean] of {column} grouped by {column2} <at>"],
            ["[average|mean] of {column} per value of {column2} <at>"],
            f"Prints the average of {{column}} {_PER}.", lambda v: f"{sum(v) / len(v):.6g}",
        ),
        Group(
            "maximum", "!(<k> in m) || <c> > m[<k>] {m[<k>] = <c>} "
            "END {for (k in m) print k, m[k]}",
            [f"[find|print|show] the [largest|highest|maximum] [value|number] in {{column}} {_PER}",
             "[print|show] the maximum of {column} grouped by {column2} <at>"],
            ["maximum of {column} per value of {column2} <at>"],
            f"Prints the maximum of {{column}} {_PER}.", max,
        ),
        Group(
            "minimum", "!(<k> in m) || <c> < m[<k>] {m[<k>] = <c>} "
            "END {for (k in m) print k, m[k]}",
            [f"[find|print|show] the [smallest|lowest|minimum] [value|number] in {{column}} {_PER}",
             "[print|show] the minimum of {column} grouped by {column2} <at>"],
            ["minimum of {column} per value of {column2} <at>"],
            f"Prints the minimum of {{column}} {_PER}.", min,
        ),
        Group(
            "sum-sorted",
            "{s[<k>] += <c>} END {for (k in s) print k, s[k]}<pipe> | sort -k2,2nr",
            [f"[sum|add up|total] {{column}} {_PER} and sort [by the sums|the result], [largest|"
             "highest] first",
             "[print|show] the totals of {column} grouped by {column2} <at>, the largest first"],
            ["totals of {column} grouped by {column2} <at>, the largest first"],
            f"Adds up {{column}} {_PER} and sorts the sums, the largest first.", sum,
        ),
        Group(
            "sum-top",
            "{s[<k>] += <c>} END {for (k in s) print k, s[k]}<pipe> | sort -k2,2nr | "
            "head -n {count}",
            ["[find|print|show] the {count} values of {column2} <at> with the [largest|highest] "
             "[sum|total] of {column}",
             "[print|show] the top {count} values of {column2} <at> by the [sum|total] of "
             "{column}"],
            ["top {count} values of {column2} <at> by total {column}"],
            "Adds up {column} per value of {column2} <at> and shows the {count} largest sums.",
            sum,
        ),
    ]  # fmt: skip


def _group(table: Table, group: Group) -> Task:
    def expect(world: World, s: Bound) -> Result:
        found: dict[str, list[int]] = {}
        for row in _rows(s) if group.column else _keyed(s):
            found.setdefault(row[s.column2 - 1], []).append(
                int(row[s.column - 1]) if group.column else 1
            )
        values = [(key, group.value(some)) for key, some in found.items()]
        if "-" not in group.name:
            return any_order([f"{key} {value}" for key, value in values])
        ranked = [f"{k} {v}" for k, v in sorted(values, key=lambda pair: -pair[1])]
        return ranked[: s.count] if "count" in s else ranked

    def setup(world: World, s: Bound) -> None:
        table.write(world, s, _rows(s) if group.column else _keyed(s))

    program, _, pipe = group.awk.partition("<pipe>")
    program = program.replace("<k>", "{column2.awk}").replace("<c>", "{column.awk}")
    if table.header and "||" in program:
        program = f"NR > 1 && ({program.replace(' {m[', ') {m[', 1)}"
    elif table.header:
        program = f"NR > 1 {program}"
    at = f"[of|in] {table.where}"
    return text_task(
        f"text.group-{table.name}-{group.name}", fit(group.say, at=at),
        table.program(program) + pipe, fit([group.explain], at=at),
        setup, expect, ask=fit(group.ask, at=at), weight=0.5,
    )  # fmt: skip


def _keyed(s: Bound) -> list[list[str]]:
    rows = [cells(i) for i in range(17)]
    for i, row in enumerate(rows):
        row[s.column2 - 1] = names(5)[i**3 % 5]
    return rows
