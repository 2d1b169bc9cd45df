"""Rows of tables that meet a condition on a column, and what awk does with them.

Every kind of table, every condition and every action are put together: `awk -F, '$3 > 10'` is the
condition "over" on a CSV file with the action "print"; another action makes it `{print $5}` or a
sum. Values on both sides of the condition stand in the table that it is tried on.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block, choice, fit
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.text.actions import ACTIONS, Action
from bashcoder_mlx.corpora.synthetic.tasks.text.conditions import CONDITIONS
from bashcoder_mlx.corpora.synthetic.tasks.text.conditions.condition import WORDS, Condition, Row
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import cells, text_of
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tables import (
    BLANK,
    CSV,
    INPUT,
    SKIPPED,
    SPLIT,
    Table,
)
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import text_task
from bashcoder_mlx.trial.world import World

WEIGHT = 0.79
_FEW = {"equal", "over", "under", "contains", "unequal", "at-least", "number"}
_SOME = [condition for condition in CONDITIONS if condition.name in _FEW]
_PLANS = (
    (CSV, CONDITIONS, ACTIONS, 0.6),
    (BLANK, CONDITIONS, ACTIONS, 0.5),
    (SKIPPED, _SOME, ACTIONS[:5], 0.3),
    (SPLIT, _SOME, ACTIONS[:4], 0.3),
    (INPUT, _SOME, ACTIONS[:4], 0.2),
)
_TIMES = (2, 3, 5, 4, 7, 6, 8, 9)  # how often each value of a condition stands in the table
_EVERYDAY = 5  # conditions with all actions; the others with as many of those


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for table, conditions, actions, weight in _PLANS:
        for rank, condition in enumerate(conditions):
            for action in actions if rank < _EVERYDAY else actions[:_EVERYDAY]:
                if not (condition.gaps and table is BLANK):
                    share = weight * (1.5 if action.name == "print" else 0.5)
                    yield _task(table, condition, action, share)


def _task(table: Table, condition: Condition, action: Action, weight: float) -> Task:
    def setup(world: World, s: Bound) -> None:
        table.write(world, s, _rows(condition, s))
        if action.save:
            world.file(s[f"{table.file}2"].data, ["old"])

    def expect(world: World, s: Bound) -> Result:
        every = _rows(condition, s)
        rows = [row for row in every if condition.test(row, s)]
        if action.name == "where":
            return [str(every.index(row) + 1 + table.header) for row in rows]
        result = action.result(rows, [table.line(row, s) for row in rows], s)
        if action.save:
            world.file(s[f"{table.file}2"].data, text_of(result))
        return Outcome() if action.save else result

    return text_task(
        f"text/rows.{table.name}-{condition.name}-{action.name}",
        _said(table, condition, action),
        _command(table, condition, action),
        _worded(table, condition, action.explain),
        setup,
        expect,
        ask=_asked(table, condition, action),
        before=table.before,
        weight=weight,
    )


def _rows(condition: Condition, s: Bound) -> list[Row]:
    """Rows that pass, one of them first, and others, each value another number of times; {word}
    stands in another column too.
    """
    values = list(condition.values(s))
    seconds = list(condition.second(s)) if condition.second else values
    rows = []
    for value, second, times in zip(values, seconds, _TIMES, strict=False):
        for _ in range(times):
            row = cells(len(rows))
            row[8] = s.word if "word" in s else "5000"
            row[s.column - 1] = str(value)
            if condition.second:
                row[s.column2 - 1] = str(second)
            rows.append(row)
    passing = [row for row in rows if condition.test(row, s)]
    return _figured([passing[0], *(row for row in rows if row is not passing[0])], passing, s)


def _figured(rows: list[Row], passing: list[Row], s: Bound) -> list[Row]:
    """The rows with numbers in {column3} and {column4}: of those that pass the second has the
    largest, and all others have larger ones.
    """
    for name, offset in (("column3", 0), ("column4", 3)):
        if name in s:
            for index, row in enumerate(rows):
                value = 100 + (index * 37 + offset) % 89 if row in passing else 700 + index
                row[s[name].data - 1] = str(400 if row is passing[1] else value)
    return rows


def _worded(table: Table, condition: Condition, text: str) -> list[str]:
    """A block with the rows that are meant."""
    said = choice(condition.say)
    words = {
        "rows": f"[rows|lines] [of|in] {table.where} {said}",
        "there": f"[rows|lines] are there in {table.where} {said}",
        "file": table.file,
    }
    return fit(block(text), **words, **WORDS)


def _said(table: Table, condition: Condition, action: Action) -> list[str]:
    say = _worded(table, condition, action.say)
    if condition.drop and action.name == "print":
        dropped = f"[rows|lines] [of|in] {table.where} {condition.drop}"
        say += fit([f"<leave-out> the {dropped} [|and print the rest]"], **WORDS)
    return say


def _asked(table: Table, condition: Condition, action: Action) -> list[str]:
    """Other wordings, some with the file first."""
    first = [f"in {table.where}[,|:] {text}" for text in block(action.say)[:2]]
    given = [f"<have> {table.where}[;|,|:] {text}" for text in block(action.say)[:1]]
    rows = {"rows": f"[rows|lines] {choice(condition.say)}", "file": table.file}
    return [*_worded(table, condition, action.ask), *fit([*first, *given], **rows, **WORDS)]


def _command(table: Table, condition: Condition, action: Action) -> str:
    test = condition.awk
    if table.header:
        test = f"NR > 1 && ({test})" if "||" in test else f"NR > 1 && {test}"
    command = table.program(action.awk.replace("<if>", test))
    return f"{command} > {{{table.file}2}}" if action.save else command
