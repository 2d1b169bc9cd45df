"""Rows of tables that meet a condition on a column, and what awk does with them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task
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
from bashcoder_mlx.corpora.synthetic.world import World

Row = list[str]


@dataclass(frozen=True)
class Condition:
    """A test of a row: as awk has it, as people say it, and in Python."""

    name: str
    awk: str
    say: str
    """After "rows of FILE"."""
    test: Callable[[Row, Bound], bool]
    values: Callable[[Bound], Sequence[object]]
    """Values of {column} to try: some pass, some do not."""
    second: Callable[[Bound], Sequence[object]] | None = None
    """Values of {column2}, where it is tested too."""
    drop: str = ""
    """After "drop the rows of FILE", where that is a natural way to say it."""
    gaps: bool = False
    """Whether cells may be empty, which columns between blanks cannot."""


def _cell(row: Row, s: Bound) -> str:
    return row[s.column - 1]


def _near(s: Bound) -> list[object]:
    """Numbers around {amount}."""
    return [s.amount + k for k in (1, -1, 0, 7, 1000, -3)] + [9, s.amount * 11]


def _words(s: Bound) -> list[str]:
    """The word, other words, and what is nearly the word."""
    word = s.word
    return [word, "heron", f"x{word}", word.swapcase(), f"{word}s", word, word[:-1], f"a{word}b"]


_IS = "[is|equals|is equal to]"
_WHERE = "[where|in which]"


def conditions() -> list[Condition]:
    """All of them, the everyday ones first."""
    return [*_compared(), *_matched(), *_combined()]


def _compared() -> list[Condition]:
    return [
        Condition(
            "equal", '{column.awk} == "{word}"',
            f"[{_WHERE} {{column}} {_IS} {{word}}|whose {{column.ordinal}} [column|field] is "
            "{word}|that have {word} in {column}|with {word} in {column}]",
            lambda row, s: _cell(row, s) == s.word, _words,
        ),
        Condition(
            "over", "{column.awk} > {amount}",
            f"[{_WHERE} {{column}} is [greater than|more than|above|over|larger than] {{amount}}|"
            "whose {column.ordinal} [column|field] is [greater than|above|over] {amount}|"
            f"{_WHERE} {{column}} > {{amount}}|{_WHERE} {{column}} exceeds {{amount}}]",
            lambda row, s: int(_cell(row, s)) > s.amount, _near,
        ),
        Condition(
            "under", "{column.awk} < {amount}",
            f"[{_WHERE} {{column}} is [less than|below|under|smaller than] {{amount}}|"
            "whose {column.ordinal} [column|field] is [less than|below|under] {amount}|"
            f"{_WHERE} {{column}} < {{amount}}]",
            lambda row, s: int(_cell(row, s)) < s.amount, _near,
        ),
        Condition(
            "contains", "{column.awk} ~ /{word}/",
            f"[{_WHERE} {{column}} [contains|includes|matches] {{word}}|"
            "whose {column.ordinal} [column|field] contains {word}]",
            lambda row, s: s.word in _cell(row, s), _words,
        ),
        Condition(
            "unequal", '{column.awk} != "{word}"',
            f"[{_WHERE} {{column}} [is not|does not equal|is not equal to|differs from] {{word}}|"
            "whose {column.ordinal} [column|field] is not {word}]",
            lambda row, s: _cell(row, s) != s.word, _words,
            drop=f"{_WHERE} {{column}} {_IS} {{word}}",
        ),
        Condition(
            "at-least", "{column.awk} >= {amount}",
            f"[{_WHERE} {{column}} is [at least|no less than] {{amount}}|"
            f"{_WHERE} {{column}} is greater than or equal to {{amount}}|"
            f"{_WHERE} {{column}} >= {{amount}}|{_WHERE} {{column}} is {{amount}} or more]",
            lambda row, s: int(_cell(row, s)) >= s.amount, _near,
            drop=f"{_WHERE} {{column}} is [less than|below|under] {{amount}}",
        ),
        Condition(
            "at-most", "{column.awk} <= {amount}",
            f"[{_WHERE} {{column}} is at most {{amount}}|{_WHERE} {{column}} is {{amount}} or less|"
            f"{_WHERE} {{column}} is less than or equal to {{amount}}|"
            f"{_WHERE} {{column}} <= {{amount}}|{_WHERE} {{column}} is no more than {{amount}}]",
            lambda row, s: int(_cell(row, s)) <= s.amount, _near,
            drop=f"{_WHERE} {{column}} is [more than|above|over] {{amount}}",
        ),
        Condition(
            "number", "{column.awk} == {amount}",
            f"[{_WHERE} {{column}} [is|equals] [|the number ]{{amount}}|"
            "whose {column.ordinal} [column|field] is [|the number ]{amount}]",
            lambda row, s: int(_cell(row, s)) == s.amount, _near,
        ),
        Condition(
            "between", "{column.awk} >= {range.low} && {column.awk} <= {range.high}",
            f"[{_WHERE} {{column}} is between {{range.low}} and {{range.high}}|"
            f"{_WHERE} {{column}} is from {{range.low}} to {{range.high}}|"
            f"{_WHERE} {{column}} lies between {{range.low}} and {{range.high}}]",
            lambda row, s: s.range[0] <= int(_cell(row, s)) <= s.range[1],
            lambda s: [s.range[0] - 1, s.range[0], s.range[0] + 1, s.range[1], s.range[1] + 1, 100],
        ),
    ]  # fmt: skip


def _matched() -> list[Condition]:
    return [
        Condition(
            "lacks", "{column.awk} !~ /{word}/",
            f"[{_WHERE} {{column}} [does not contain|does not include|does not match] {{word}}|"
            "without {word} in {column}]",
            lambda row, s: s.word not in _cell(row, s), _words,
            drop=f"{_WHERE} {{column}} contains {{word}}",
        ),
        Condition(
            "starts", "{column.awk} ~ /^{word}/",
            f"[{_WHERE} {{column}} [starts|begins] with {{word}}|"
            "whose {column.ordinal} [column|field] [starts|begins] with {word}]",
            lambda row, s: _cell(row, s).startswith(s.word), _words,
        ),
        Condition(
            "ends", "{column.awk} ~ /{word}$/",
            f"[{_WHERE} {{column}} ends [with|in] {{word}}|"
            "whose {column.ordinal} [column|field] ends [with|in] {word}]",
            lambda row, s: _cell(row, s).endswith(s.word), _words,
        ),
        Condition(
            "equal-folded", 'tolower({column.awk}) == tolower("{word}")',
            f"[{_WHERE} {{column}} [is|equals] {{word}}, ignoring case|"
            f"{_WHERE} {{column}} [is|equals] {{word}} in upper or lower case]",
            lambda row, s: _cell(row, s).lower() == s.word.lower(), _words,
        ),
        Condition(
            "empty", '{column.awk} == ""',
            f"[{_WHERE} {{column}} is [empty|blank|missing]|with [an empty|a blank] value in "
            "{column}|that have nothing in {column}]",
            lambda row, s: not _cell(row, s), lambda s: ["", "a", "", "0", "b"], gaps=True,
        ),
        Condition(
            "filled", '{column.awk} != ""',
            f"[{_WHERE} {{column}} is not [empty|blank]|that have something in {{column}}|"
            f"{_WHERE} {{column}} has a value]",
            lambda row, s: bool(_cell(row, s)), lambda s: ["", "a", "", "0", "b"],
            drop=f"{_WHERE} {{column}} is [empty|blank|missing]", gaps=True,
        ),
        Condition(
            "numeric", "{column.awk} ~ /^[0-9]+$/",
            f"[{_WHERE} {{column}} is a [whole |]number|{_WHERE} {{column}} has only digits|"
            f"{_WHERE} {{column}} consists of digits only]",
            lambda row, s: _cell(row, s).isdigit(), lambda s: ["12", "a1", "1b", "7", "x"],
        ),
        Condition(
            "longer", "length({column.awk}) > {n}",
            f"[{_WHERE} {{column}} is longer than {{n}} characters|"
            f"{_WHERE} {{column}} has more than {{n}} characters]",
            lambda row, s: len(_cell(row, s)) > s.n,
            lambda s: ["a" * (s.n + k) for k in (1, -1, 0, 5, 2)],
        ),
    ]  # fmt: skip


def _combined() -> list[Condition]:
    return [
        Condition(
            "equal-and-over", '{column.awk} == "{word}" && {column2.awk} > {amount}',
            f"{_WHERE} {{column}} [is|equals] {{word}} and {{column2}} is [greater than|more than|"
            "above|over] {amount}",
            lambda row, s: _cell(row, s) == s.word and int(row[s.column2 - 1]) > s.amount,
            _words, _near,
        ),
        Condition(
            "equal-or", '{column.awk} == "{word}" || {column.awk} == "{word2}"',
            f"{_WHERE} {{column}} [is|equals] [either |]{{word}} or {{word2}}",
            lambda row, s: _cell(row, s) in (s.word, s.word2),
            lambda s: [s.word, s.word2, f"{s.word}x", "heron", s.word2],
        ),
        Condition(
            "equal-both", '{column.awk} == "{word}" && {column2.awk} == "{word2}"',
            f"{_WHERE} {{column}} [is|equals] {{word}} and {{column2}} [is|equals] {{word2}}",
            lambda row, s: (_cell(row, s), row[s.column2 - 1]) == (s.word, s.word2),
            lambda s: [s.word, s.word, "heron", s.word2, s.word],
            lambda s: [s.word2, "otter", s.word2, s.word, s.word2],
        ),
        Condition(
            "same", "{column.awk} == {column2.awk}",
            f"{_WHERE} {{column}} [equals|is the same as|is equal to] {{column2}}",
            lambda row, s: _cell(row, s) == row[s.column2 - 1],
            lambda s: ["a", "b", "c", "d", "E"], lambda s: ["a", "c", "c", "d", "e"],
        ),
        Condition(
            "greater", "{column.awk} > {column2.awk}",
            f"{_WHERE} {{column}} is [greater|larger|more|higher] than {{column2}}",
            lambda row, s: int(_cell(row, s)) > int(row[s.column2 - 1]),
            lambda s: [10, 9, 5, 100, 7], lambda s: [9, 10, 5, 20, 70],
        ),
    ]  # fmt: skip


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
            ["which <rows>?", "<rows>"], ["Prints the <rows>."], lambda rows, lines, s: lines,
        ),
        Action(
            "column", "<if> {print {column3.awk}}",
            ["[print|show|get|list] {column3} of the <rows>",
             "for [the|all] <rows>, [print|show] {column3}"],
            ["{column3} of the <rows>"], ["Prints {column3} of the <rows>."],
            lambda rows, lines, s: [_third(row, s) for row in rows],
        ),
        Action(
            "count", "<if> {n++} END {print n + 0}",
            ["count the <rows>", "[print|show] the number of <rows>",
             "[find out|tell me] the number of <rows>"],
            ["number of <rows>", "how many <rows> are there?"],
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

    words = {"rows": f"[rows|lines] [of|in] {table.where} {condition.say}", "file": table.file}
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
