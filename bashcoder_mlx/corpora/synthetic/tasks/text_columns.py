"""Columns: cut, awk, tr between separators."""

from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    BLANK,
    CSV,
    SPLIT,
    Table,
    cells,
    lines_task,
    names,
    numbers,
    text_task,
)
from bashcoder_mlx.trial.world import World

_PRINT = "[print|show|extract|get|output]"
_ROWS = [cells(i) for i in range(6)]
Row = list[str]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _cuts()
    yield from _awk_prints()
    yield from _changes()
    yield from _separators()
    yield from _characters()


def _table_task(
    name: str, table: Table, run: str, say: Sequence[str], explain: str,
    result: Callable[[Row, Bound], str], rows: Callable[[Bound], list[Row]] = lambda s: _ROWS,
    into: bool = False, **more,
) -> Task:  # fmt: skip
    """A task that makes one line of every row."""

    def expect(world: World, s: Bound) -> Sequence[str] | None:
        lines = [result(list(row), s) for row in rows(s)]
        return world.file(s[f"{table.file}2"].data, lines) and None if into else lines

    target = f" > {{{table.file}2}}" if into else ""
    return text_task(
        f"text.{name}-{table.name}", say, run + target, [explain],
        lambda world, s: table.write(world, s, rows(s)), expect, **more,
    )  # fmt: skip


def _separator(table: Table, s: Bound) -> str:
    return table.separator or s.delimiter


def _cuts() -> Iterator[Task]:
    tabbed = Table("tab", "txt", "{txt} [(tab-separated)|(separated by tabs)]", "", "\t")
    for table, option in ((CSV, " -d,"), (SPLIT, " -d{delimiter}"), (tabbed, "")):
        where, file = table.where, f"{{{table.file}}}"

        def joined(row: Row, s: Bound, t: Table = table) -> str:
            return _separator(t, s).join(row)

        yield _table_task(
            "cut-some", table, f"cut{option} -f{{pair}} {file}",
            [f"{_PRINT} [|only |just ]{{pair}} of {where}", f"cut {{pair}} out of {where}"],
            f"Prints {{pair}} of {where}.",
            lambda row, s, j=joined: j([row[i - 1] for i in s.pair], s), ask=[f"{{pair}} of {where}"],
        )  # fmt: skip
        yield _table_task(
            "cut-span", table, f"cut{option} -f{{span}} {file}",
            [f"{_PRINT} [|only |just ]{{span}} of {where}", f"cut {{span}} out of {where}"],
            f"Prints {{span}} of {where}.",
            lambda row, s, j=joined: j(row[s.span[0] - 1 : s.span[1]], s),
        )  # fmt: skip
        yield _table_task(
            "cut-from", table, f"cut{option} -f{{inner}}- {file}",
            [f"{_PRINT} [all columns|everything] from {{inner}} on [of|in] {where}",
             f"{_PRINT} {{inner}} and all [following|later] columns of {where}"],
            f"Prints all columns of {where} from {{inner}} on.",
            lambda row, s, j=joined: j(row[s.inner - 1 :], s),
        )  # fmt: skip
        yield _table_task(
            "cut-first", table, f"cut{option} -f-{{inner}} {file}",
            [f"{_PRINT} [all columns|everything] up to {{inner}} [of|in] {where}",
             f"{_PRINT} the columns of {where} up to and including {{inner}}"],
            f"Prints all columns of {where} up to {{inner}}.",
            lambda row, s, j=joined: j(row[: s.inner], s),
        )  # fmt: skip
        yield _table_task(
            "cut-without", table, f"cut{option} -f{{inner}} --complement {file}",
            [f"{_PRINT} {where} without {{inner}}",
             f"[remove|drop|delete|leave out] {{inner}} [of|from] {where} and print the rest",
             f"{_PRINT} all columns of {where} except {{inner}}"],
            f"Prints {where} without {{inner}}.",
            lambda row, s, j=joined: j(row[: s.inner - 1] + row[s.inner :], s),
            mac=f"cut{option} -f1-{{inner.before}},{{inner.next}}- {file}",
        )  # fmt: skip
        if table is not SPLIT:
            yield _table_task(
                "cut-some-to", table, f"cut{option} -f{{pair}} {file}",
                [f"[save|write|copy|extract] {{pair}} of {where} [to|into] {{{table.file}2}}"],
                f"Writes {{pair}} of {where} to {{{table.file}2}}.",
                lambda row, s, j=joined: j([row[i - 1] for i in s.pair], s), into=True,
            )  # fmt: skip


def _awk_prints() -> Iterator[Task]:
    for table in (BLANK, CSV, SPLIT):
        where = table.where
        ordered = "" if table is BLANK else " separated by a space"
        yield _table_task(
            "print-two", table, table.program("{print {column.awk}, {column2.awk}}"),
            [f"{_PRINT} {{column}} and {{column2}} of {where}, in that order{ordered}",
             f"{_PRINT} {{column}} followed by {{column2}} [of|in] {where}{ordered}"],
            f"Prints {{column}} and {{column2}} of {where}.",
            lambda row, s: f"{row[s.column - 1]} {row[s.column2 - 1]}",
        )  # fmt: skip
    yield _table_task(
        "print-three", BLANK, "awk '{print {column.awk}, {column2.awk}, {column3.awk}}' {txt}",
        [_PRINT + " {column}, {column2} and {column3} of {txt}[|, in that order]"],
        "Prints {column}, {column2} and {column3} of {txt}.",
        lambda row, s: f"{row[s.column - 1]} {row[s.column2 - 1]} {row[s.column3 - 1]}",
    )  # fmt: skip
    yield _table_task(
        "print-order", CSV, "awk -F, -v OFS=, '{print {column.awk}, {column2.awk}}' {csv}",
        [_PRINT + " {column} and then {column2} of {csv}, separated by a comma",
         _PRINT + " {column} and {column2} of {csv} in that order, [keeping the commas|with a comma "
         "between them]"],
        "Prints {column} and {column2} of {csv}, separated by a comma.",
        lambda row, s: f"{row[s.column - 1]},{row[s.column2 - 1]}",
    )  # fmt: skip
    yield _table_task(
        "print-last", BLANK, "awk '{print {column.awk}, $NF}' {txt}",
        [_PRINT + " {column} and the last [column|field] of {txt}"],
        "Prints {column} and the last column of {txt}.",
        lambda row, s: f"{row[s.column - 1]} {row[-1]}",
    )  # fmt: skip
    yield _table_task(
        "print-before-last", BLANK, "awk '{print $(NF - 1)}' {txt}",
        [_PRINT + " the [last but one|second to last|next to last|penultimate] [column|field] of "
         "{txt}"],
        "Prints the last column but one of {txt}.", lambda row, s: row[-2],
        ask=["the penultimate column of {txt}"],
    )  # fmt: skip
    yield _table_task(
        "print-first-last", BLANK, "awk '{print $1, $NF}' {txt}",
        [_PRINT + " the first and [the |]last [column|field|word] of [|each line of ]{txt}"],
        "Prints the first and the last column of {txt}.", lambda row, s: f"{row[0]} {row[-1]}",
    )  # fmt: skip
    yield _table_task(
        "print-labelled", BLANK, """awk '{print "{word}: " {column.awk}}' {txt}""",
        [_PRINT + ' {column} of {txt} with {word}, a colon and a space in front',
         "put {word}, a colon and a space before {column} of each line of {txt}, printing only "
         "that"],
        "Prints {column} of {txt}, each after {word} and a colon.",
        lambda row, s: f"{s.word}: {row[s.column - 1]}",
    )  # fmt: skip
    yield _table_task(
        "print-numbered", BLANK, "awk '{print NR, {column.awk}}' {txt}",
        [_PRINT + " {column} of {txt} with [the |]line numbers",
         _PRINT + " the line number and {column} of each line of {txt}"],
        "Prints the line number and {column} of each line of {txt}.",
        lambda row, s: f"{_ROWS.index(row) + 1} {row[s.column - 1]}",
    )  # fmt: skip
    for name, sign, verb in (
        ("plus", "+", "sum"), ("minus", "-", "difference"), ("times", "*", "product"),
    ):  # fmt: skip
        for table in (BLANK, CSV):
            yield _table_task(
                f"print-{name}", table,
                table.program(f"{{print {{column.awk}} {sign} {{column2.awk}}}}"),
                [f"[print|show|compute] the {verb} of {{column}} and {{column2}} for [each|every] "
                 f"[line|row] of {table.where}"],
                f"Prints the {verb} of {{column}} and {{column2}} for each line of {table.where}.",
                lambda row, s, n=name: str(
                    {"plus": int.__add__, "minus": int.__sub__, "times": int.__mul__}[n](
                        int(row[s.column - 1]), int(row[s.column2 - 1])
                    )
                ),
                _figures,
            )  # fmt: skip


def _figures(s: Bound) -> list[Row]:
    rows, values = [cells(i) for i in range(6)], numbers(12)
    for index, row in enumerate(rows):
        row[s.column - 1] = values[2 * index]
        if "column2" in s:
            row[s.column2 - 1] = values[2 * index + 1]
    return rows


def _wordy(s: Bound) -> list[Row]:
    rows = [cells(i) for i in range(4)]
    for row, value in zip(rows, (s.word, f"x{s.word}{s.word}", "no", s.word.swapcase()),
                          strict=True):  # fmt: skip
        row[s.column - 1], row[8] = value, s.word
    return rows


def _changes() -> Iterator[Task]:
    """Columns that are changed, in tables that are printed whole."""
    for table in (CSV, BLANK):
        where = table.where
        glue = "," if table is CSV else " "
        set_glue = " -v OFS=," if table is CSV else ""

        def changed(change: Callable[[str, Bound], str], g: str = glue):
            def result(row: Row, s: Bound) -> str:
                row[s.column - 1] = change(row[s.column - 1], s)
                return g.join(row)

            return result

        def at(program: str, t: Table = table, o: str = set_glue) -> str:
            return t.program(program, o)

        yield _table_task(
            "swap", table,
            at("{t = {column.awk}; {column.awk} = {column2.awk}; {column2.awk} = t; print}"),
            [f"[swap|exchange] {{column}} and {{column2}} [of|in] {where}",
             f"print {where} with {{column}} and {{column2}} [swapped|exchanged]"],
            f"Prints {where} with {{column}} and {{column2}} swapped.",
            lambda row, s, g=glue: g.join(_swapped(row, s)),
        )  # fmt: skip
        yield _table_task(
            "upper-column", table, at("{{column.awk} = toupper({column.awk}); print}"),
            [f"[print|show] {where} with {{column}} in [upper case|uppercase|capitals]",
             f"[convert|change] {{column}} of {where} to [upper case|uppercase]"],
            f"Prints {where} with {{column}} in upper case.", changed(lambda v, s: v.upper()),
        )  # fmt: skip
        yield _table_task(
            "lower-column", table, at("{{column.awk} = tolower({column.awk}); print}"),
            [f"[print|show] {where} with {{column}} in [lower case|lowercase]",
             f"[convert|change] {{column}} of {where} to [lower case|lowercase]"],
            f"Prints {where} with {{column}} in lower case.", changed(lambda v, s: v.lower()),
            lambda s: [[c.upper() for c in row] for row in _ROWS],
        )  # fmt: skip
        yield _table_task(
            "replace-column", table, at('{gsub(/{word}/, "{word2}", {column.awk}); print}'),
            [f"replace {{word}} [by|with] {{word2}} only in {{column}} of {where}",
             f"change every {{word}} to {{word2}} in {{column}} of {where}, leaving other columns "
             "alone"],
            f"Replaces {{word}} by {{word2}} in {{column}} of {where} only.",
            changed(lambda v, s: v.replace(s.word, s.word2)), _wordy,
        ) if table is CSV else _table_task(
            "set-column", table, at('{{column.awk} = "{word}"; print}'),
            [f"set {{column}} of [each|every] line of {where} to {{word}}"],
            f"Prints {where} with {{column}} set to {{word}}.", changed(lambda v, s: s.word),
        )  # fmt: skip
        yield _table_task(
            "times-column", table, at("{{column.awk} *= {n}; print}"),
            [f"multiply {{column}} of {where} by {{n}}",
             f"print {where} with {{column}} multiplied by {{n}}"],
            f"Prints {where} with {{column}} multiplied by {{n}}.",
            changed(lambda v, s: str(int(v) * s.n)), _figures,
        )  # fmt: skip
        yield _table_task(
            "append-column", table, table.program('{print $0 ",{word}"}' if table is CSV else
                                                  '{print $0, "{word}"}'),
            [f"[add|append] a [last |new last |]column with the value {{word}} to {where}",
             f"[add|append] {{word}} as a new [last column|column at the end] of {where}"],
            f"Adds a last column {{word}} to {where}.",
            lambda row, s, t=table, g=glue: t.line(row, s) + g + s.word,
        )  # fmt: skip
    yield _table_task(
        "number-rows", CSV, "awk -v OFS=, '{print NR, $0}' {csv}",
        ["[add|put] [the|a] row number [as the first column of|in front of each row of] {csv}",
         "number the rows of {csv} in a new first column"],
        "Puts the row number in front of each row of {csv}.",
        lambda row, s: f"{_ROWS.index(row) + 1},{','.join(row)}",
    )  # fmt: skip


def _swapped(row: Row, s: Bound) -> Row:
    row[s.column - 1], row[s.column2 - 1] = row[s.column2 - 1], row[s.column - 1]
    return row


def _separators() -> Iterator[Task]:
    rows = [",".join(row) for row in _ROWS]
    for name, run, said, new in (
        ("tabs", "tr , '\\t' < {csv} > {txt}", "tabs", "\t"),
        ("semicolons", "tr , ';' < {csv} > {txt}", "semicolons", ";"),
        ("pipes", "tr , '|' < {csv} > {txt}", "pipes", "|"),
        ("blanks", "tr , ' ' < {csv} > {txt}", "spaces", " "),
    ):  # fmt: skip
        yield lines_task(
            f"text.commas-to-{name}", run,
            [f"replace [all|all the|the] commas in {{csv}} [by|with] {said} and [save|"
             "write] [it|the result] [to|as|in] {txt}",
             f"convert {{csv}} from commas to {said} as {{txt}}"],
            [f"Writes {{csv}} to {{txt}} with {said} instead of commas."], rows,
            lambda x, s, n=new: [line.replace(",", n) for line in x], file="csv", into="txt",
        )  # fmt: skip
        yield lines_task(
            f"text.commas-as-{name}", run.replace(" > {txt}", ""),
            [f"[print|show] {{csv}} with {said} instead of commas",
             f"[turn|change] the commas in {{csv}} into {said} and print the result"],
            [f"Prints {{csv}} with {said} instead of commas."], rows,
            lambda x, s, n=new: [line.replace(",", n) for line in x], file="csv",
        )  # fmt: skip
    for name, run, old, said in (
        ("tabs-commas", "tr '\\t' , < {txt} > {csv}", "\t", "tabs to commas"),
        ("semicolons-commas", "tr ';' , < {txt} > {csv}", ";", "semicolons to commas"),
        ("blanks-commas", "tr -s ' ' , < {txt} > {csv}", " ", "runs of spaces to commas"),
    ):  # fmt: skip
        yield lines_task(
            f"text.{name}", run,
            [f"convert {{txt}} from {said} as {{csv}}", f"change {said} in {{txt}} and [save|"
             "write] the result [to|as|in] {csv}"],
            [f"Writes {{txt}} to {{csv}} with {said}."],
            [line.replace(",", old * (1 + i % 2 * (old == " "))) for i, line in enumerate(rows)],
            lambda x, s, o=old: [",".join(filter(None, line.split(o))) for line in x],
            into="csv",
        )  # fmt: skip


def _characters() -> Iterator[Task]:
    lines = [f"{name} and {name} again, {i * 7} times over the whole line" for i, name in
             enumerate(names(6))]  # fmt: skip
    yield lines_task(
        "text.cut-chars", "cut -c{range.dash} {txt}",
        [f"{_PRINT} characters {{range}} of [each|every] line [of|in] {{txt}}"],
        ["Prints characters {range} of each line of {txt}."], lines,
        lambda x, s: [line[s.range[0] - 1 : s.range[1]] for line in x],
        ["characters {range} of each line of {txt}"],
    )  # fmt: skip
    yield lines_task(
        "text.cut-char", "cut -c{chars} {txt}",
        [f"{_PRINT} [only |just |]character [number |]{{chars}} of [each|every] line of {{txt}}"],
        ["Prints character {chars} of each line of {txt}."], lines,
        lambda x, s: [line[s.chars - 1 : s.chars] for line in x],
    )  # fmt: skip
    yield lines_task(
        "text.cut-tail", "cut -c{chars}- {txt}",
        [f"{_PRINT} [each|every] line of {{txt}} from character {{chars}} on",
         f"{_PRINT} [each|every] line of {{txt}} starting [at|with] character {{chars}}"],
        ["Prints each line of {txt} from character {chars} on."], lines,
        lambda x, s: [line[s.chars - 1 :] for line in x],
    )  # fmt: skip
