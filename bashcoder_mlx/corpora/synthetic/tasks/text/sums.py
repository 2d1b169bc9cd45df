"""Calculations with awk: sums, averages, extremes and counts of columns, in all and per group.

Every kind of table with every calculation: over a column, over the last column, and per value of
another column. The oracle calculates with the same rows.
"""

from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.composing import block, fit
from bashcoder_mlx.corpora.synthetic.task import Bound, Plan, Result, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.text.calculations.groups import GROUPS, PER, Group
from bashcoder_mlx.corpora.synthetic.tasks.text.calculations.sample import (
    Rows,
    figured,
    highest_first,
    keyed,
    lowest_first,
)
from bashcoder_mlx.corpora.synthetic.tasks.text.calculations.sums import SUMS, Sum
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import cells, numbers
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tables import (
    BLANK,
    CSV,
    SKIPPED,
    SPLIT,
    Table,
)
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import text_task
from bashcoder_mlx.trial.world import World

WEIGHT = 0.23
_ORDERS = {"maximum-row": (figured, highest_first), "minimum-row": (figured, lowest_first)}
_EVERYDAY = 2  # calculations for tables with a delimiter of their own, and for the last column


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for table in (CSV, BLANK, SKIPPED, SPLIT):
        few = _EVERYDAY if table is SPLIT else None
        for total in SUMS[:few]:
            yield _sum(table, total)
        for group in GROUPS[:few]:
            yield _group(table, group)
    for total in SUMS[:_EVERYDAY]:
        yield _last(total)


def _sum(table: Table, total: Sum) -> Task:
    at = f"{{column}} of {table.where}"
    return text_task(
        f"text/sums.{table.name}-{total.name}",
        fit(block(total.say), at=at),
        table.program(_program(table, total)),
        fit([total.explain], at=at),
        ask=_asked(total, table.where, "{column}"),
        plans=[_plan(table, total, rows) for rows in _ORDERS.get(total.name, (figured,))],
        weight=total.weight,
    )


def _plan(table: Table, total: Sum, rows: Callable[[Bound], Rows]) -> Plan:
    def expect(world: World, s: Bound) -> Result:
        values = [int(row[s.column - 1]) for row in rows(s)]
        result = total.result(values, s)
        if total.name.endswith("-row"):
            return [table.line(r, s) for r in rows(s) if r[s.column - 1] == result[0]]
        return result

    return Plan(lambda world, s: table.write(world, s, rows(s)), expect)


def _asked(total: Sum, file: str, column: str) -> list[str]:
    """Other wordings, some with the file first."""
    ask = fit(block(total.ask), at=f"{column} of {file}")
    say = block(total.say)[:2]
    first = fit([f"in {file}[,|:] {text}" for text in say], at=column)
    return [*ask, *first, *fit([f"<have> {file}[;|,|:] {say[0]}"], at=f"{column} of it")]


def _program(table: Table, total: Sum) -> str:
    program = (table.header and total.skipped) or total.awk
    when = "NR > 1 " if table.header else ""
    return program.replace("<when>", when).replace("<c>", "{column.awk}")


def _last(total: Sum) -> Task:
    """The same for the last column."""
    column = "the last [column|field]"
    at = f"{column} of {{txt}}"
    rows = [" ".join([*cells(i, 1 + i % 3), x]) for i, x in enumerate(numbers(9))]
    return text_task(
        f"text/sums.last-{total.name}",
        fit(block(total.say), at=at),
        f"awk '{total.awk}' {{txt}}".replace("<when>", "").replace("<c>", "$NF"),
        fit([total.explain], at=at),
        lambda world, s: world.file(s.txt, rows),
        lambda world, s: total.result([int(x) for x in numbers(9)], s),
        ask=_asked(total, "{txt}", column),
        weight=0.4,
    )


def _group(table: Table, group: Group) -> Task:
    def rows(s: Bound) -> Rows:
        return figured(s) if group.column else keyed(s)

    def expect(world: World, s: Bound) -> Result:
        found: dict[str, list[int]] = {}
        for row in rows(s):
            value = int(row[s.column - 1]) if group.column else 1
            found.setdefault(row[s.column2 - 1], []).append(value)
        values = [(key, group.value(some)) for key, some in found.items()]
        if "-" not in group.name:
            return any_order([f"{key} {value}" for key, value in values])
        ranked = sorted(values, key=lambda pair: (pair[1], f"{pair[0]} {pair[1]}"), reverse=True)
        lines = [f"{key} {value}" for key, value in ranked]
        return lines[: s.count] if "count" in s else lines

    at = f"[of|in] {table.where}"
    return text_task(
        f"text/sums.{table.name}-{group.name}-per-value",
        fit(block(group.say), per=PER, at=at),
        _group_command(table, group),
        fit([group.explain], per=PER, at=at),
        lambda world, s: table.write(world, s, rows(s)),
        expect,
        ask=fit(block(group.ask), per=PER, at=at),
        weight=0.5,
    )


def _group_command(table: Table, group: Group) -> str:
    program, _, pipe = group.awk.partition("<pipe>")
    program = program.replace("<k>", "{column2.awk}").replace("<c>", "{column.awk}")
    if table.header and "||" in program:
        program = f"NR > 1 && ({program.replace(' {m[', ') {m[', 1)}"
    elif table.header:
        program = f"NR > 1 {program}"
    return table.program(program) + pipe
