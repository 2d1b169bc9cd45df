"""Rows of tables that meet a condition on a column, and what awk does with them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_conditions import Condition, Row, conditions
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    BLANK,
    CSV,
    SKIPPED,
    SPLIT,
    Table,
    cells,
    fit,
    numbers,
    text_of,
    text_task,
)
from bashcoder_mlx.trial.world import World


@dataclass(frozen=True)
class Action:
    """What is done with the rows; `<if>` in the program and `<rows>` in English are filled in."""

    name: str
    awk: str
    say: Sequence[str]
    ask: Sequence[str]
    explain: Sequence[str]
    result: Callable[[list[Row], list[str], Bound], list[str] | str]
    """From the rows that pass and the same as lines."""
    save: bool = False


def _third(row: Row, s: Bound) -> str:
    return row[s.column3 - 1]


def _total(rows: list[Row], s: Bound) -> int:
    return sum(int(_third(row, s)) for row in rows)


def actions() -> list[Action]:
    """All of them, the everyday ones first."""
    return [
        Action(
            "print", "<if>",
            ["[print|show|list|get|display] [the|all|all the|only the] <rows>",
             "[find|filter|select|keep] the <rows>"],
            ["<rows>"], ["Prints the <rows>."], lambda rows, lines, s: lines,
        ),
        Action(
            "column", "<if> {print {column3.awk}}",
            ["[print|show|get|list] {column3} of the <rows>",
             "[print|show] {column3} for [the|all] <rows>"],
            ["{column3} of the <rows>"], ["Prints {column3} of the <rows>."],
            lambda rows, lines, s: [_third(row, s) for row in rows],
        ),
        Action(
            "count", "<if> {n++} END {print n + 0}",
            ["count the <rows>", "[print|show] the number of <rows>",
             "[find out|tell me] the number of <rows>"],
            ["number of <rows>", "how many <there>?"],
            ["Counts the <rows>.", "Prints the number of <rows>."],
            lambda rows, lines, s: f"{len(rows)}\n",
        ),
        Action(
            "sum", "<if> {s += {column3.awk}} END {print s + 0}",
            ["[add up|sum|sum up|total] {column3} of the <rows>",
             "[compute|calculate|print] the [sum|total] of {column3} for the <rows>"],
            ["[sum|total] of {column3} for the <rows>",
             "what is the [sum|total] of {column3} for the <rows>?"],
            ["Adds up {column3} of the <rows>.", "Prints the sum of {column3} over the <rows>."],
            lambda rows, lines, s: f"{_total(rows, s)}\n",
        ),
        Action(
            "mean", "<if> {s += {column3.awk}; n++} END {if (n) print s / n}",
            ["[compute|calculate|print] the [average|mean] of {column3} for the <rows>",
             "average {column3} over the <rows>"],
            ["what is the [average|mean] of {column3} for the <rows>?"],
            ["Prints the average of {column3} over the <rows>."],
            lambda rows, lines, s: f"{_total(rows, s) / len(rows):.6g}\n",
        ),
        Action(
            "two", "<if> {print {column3.awk}, {column4.awk}}",
            ["[print|show|get] {column3} and {column4} of the <rows>"],
            ["{column3} and {column4} of the <rows>"],
            ["Prints {column3} and {column4} of the <rows>."],
            lambda rows, lines, s: [f"{_third(row, s)} {row[s.column4 - 1]}" for row in rows],
        ),
        Action(
            "largest", "<if> {if (!n++ || {column3.awk} > max) max = {column3.awk}} "
            "END {print max}",
            ["[find|print|show] the [largest|highest|maximum] [value|number] in {column3} of the "
             "<rows>"],
            ["what is the [largest|highest] value in {column3} of the <rows>?"],
            ["Prints the largest value in {column3} of the <rows>."],
            lambda rows, lines, s: f"{max(int(_third(row, s)) for row in rows)}\n",
        ),
        Action(
            "save", "<if>",
            ["[save|write|copy] the <rows> [to|into] {<file>2}",
             "[extract|filter] the <rows> into {<file>2}"],
            [], ["Writes the <rows> to {<file>2}."], lambda rows, lines, s: lines, save=True,
        ),
        Action(
            "where", "<if> {print NR}",
            ["[print|show|list] the [line numbers|numbers] of the <rows>",
             "[find|show] on which lines the <rows> are"],
            ["line numbers of the <rows>"], ["Prints the line numbers of the <rows>."],
            lambda rows, lines, s: [],
        ),
    ]  # fmt: skip


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    conds, acts = conditions(), actions()
    few = {"equal", "over", "under", "contains", "unequal", "at-least", "number"}
    plans = (
        (CSV, conds, acts, 0.6),
        (BLANK, conds, acts, 0.5),
        (SKIPPED, [c for c in conds if c.name in few], acts[:5], 0.3),
        (SPLIT, [c for c in conds if c.name in few], acts[:4], 0.3),
    )
    for table, some, what, weight in plans:
        for rank, condition in enumerate(some):
            for action in what if rank < 5 else what[:5]:
                if not condition.gaps or table is not BLANK:
                    share = weight * (1.5 if action.name == "print" else 0.5)
                    yield _task(table, condition, action, share)


def _rows(condition: Condition, s: Bound) -> list[Row]:
    """Rows that pass and others; the word stands in another column too, numbers in two more."""
    values = list(condition.values(s))
    figures = numbers(2 * len(values))
    rows = []
    for index, value in enumerate(values):
        row = cells(index)
        row[8] = s.word if "word" in s else "5000"
        row[s.column - 1] = str(value)
        if condition.second:
            row[s.column2 - 1] = str(condition.second(s)[index])
        for place, name in enumerate(("column3", "column4")):
            if name in s:
                row[s[name].data - 1] = figures[2 * index + place]
        rows.append(row)
    return rows


def _task(table: Table, condition: Condition, action: Action, weight: float) -> Task:
    def setup(world: World, s: Bound) -> None:
        table.write(world, s, _rows(condition, s))

    def expect(world: World, s: Bound) -> Result:
        every = _rows(condition, s)
        rows = [row for row in every if condition.test(row, s)]
        lines = [table.line(row, s) for row in rows]
        if action.name == "where":
            return [str(every.index(row) + 1 + table.header) for row in rows]
        result = action.result(rows, lines, s)
        if action.save:
            world.file(s[f"{table.file}2"].data, text_of(result))
            return Outcome()
        return result

    there = f"[rows|lines] are there in {table.where} {condition.say}"
    words = {"rows": f"[rows|lines] [of|in] {table.where} {condition.say}", "there": there}
    words["file"] = table.file
    say = fit(action.say, **words)
    if condition.drop and action.name == "print":
        dropped = f"[rows|lines] [of|in] {table.where} {condition.drop}"
        say += [f"[drop|leave out|filter out|remove] the {dropped} [|and print the rest]"]
    return text_task(
        f"text.rows-{table.name}-{condition.name}-{action.name}",
        say,
        _command(table, condition, action),
        fit(action.explain, **words),
        setup,
        expect,
        ask=fit(action.ask, **words),
        weight=weight,
    )


def _command(table: Table, condition: Condition, action: Action) -> str:
    test = condition.awk
    if table.header:
        test = f"NR > 1 && ({test})" if "||" in test else f"NR > 1 && {test}"
    command = table.program(action.awk.replace("<if>", test))
    return f"{command} > {{{table.file}2}}" if action.save else command
