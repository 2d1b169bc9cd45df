"""Columns and several files side by side: cut, paste, join, comm, column, awk."""

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
from bashcoder_mlx.corpora.synthetic.world import World

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
    yield from _side_by_side()
    yield from _joins()
    yield from _sets()
    yield from _tables()


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
            [f"[replace|change] [all|all the|the] commas in {{csv}} [by|to|into] {said} and [save|"
             "write] [it|the result] [to|as|in] {txt}",
             f"convert {{csv}} from commas to {said} as {{txt}}"],
            [f"Writes {{csv}} to {{txt}} with {said} instead of commas."], rows,
            lambda x, s, n=new: [line.replace(",", n) for line in x], file="csv", into="txt",
        )  # fmt: skip
        yield lines_task(
            f"text.commas-as-{name}", run.replace(" > {txt}", ""),
            [f"[print|show] {{csv}} with {said} instead of commas",
             f"[replace|turn] the commas in {{csv}} [by|into] {said} and print the result"],
            [f"Prints {{csv}} with {said} instead of commas."], rows,
            lambda x, s, n=new: [line.replace(",", n) for line in x], file="csv",
        )  # fmt: skip
    for name, run, old, new, said in (
        ("tabs-commas", "tr '\\t' , < {txt} > {csv}", "\t", ",", "tabs to commas"),
        ("semicolons-commas", "tr ';' , < {txt} > {csv}", ";", ",", "semicolons to commas"),
        ("blanks-commas", "tr -s ' ' , < {txt} > {csv}", " ", ",", "runs of spaces to commas"),
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


def _two(first: Sequence[str], second: Sequence[str], ending: str = "txt"):
    def setup(world: World, s: Bound) -> None:
        world.file(s[ending].data, list(first))
        world.file(s[f"{ending}2"].data, list(second))

    return setup


def _side_by_side() -> Iterator[Task]:
    one, two = ["a", "b", "c"], ["1", "2", "3"]
    for name, option, said, glue in (
        ("tab", "", "", "\t"), ("comma", " -d,", ", separated by commas", ","),
        ("blank", " -d' '", ", separated by [a space|spaces]", " "),
        ("colon", " -d:", ", separated by colons", ":"),
    ):  # fmt: skip
        lines = [f"{a}{glue}{b}" for a, b in zip(one, two, strict=True)]
        yield text_task(
            f"text.paste-{name}",
            [f"[put|print|show] {{txt}} and {{txt2}} side by side{said}",
             f"[paste|join|combine] {{txt}} and {{txt2}} line by line{said}"],
            f"paste{option} {{txt}} {{txt2}}",
            [f"Puts the lines of {{txt}} and {{txt2}} side by side{said}."],
            _two(one, two), lambda world, s, x=lines: x, weight=1.0,
        )  # fmt: skip
        yield text_task(
            f"text.paste-to-{name}",
            [f"[paste|join|combine] {{txt}} and {{txt2}} line by line{said}, into {{txt3}}",
             f"[put|write] {{txt}} and {{txt2}} side by side into {{txt3}}{said}"],
            f"paste{option} {{txt}} {{txt2}} > {{txt3}}",
            [f"Writes the lines of {{txt}} and {{txt2}} side by side to {{txt3}}{said}."],
            _two(one, two), lambda world, s, x=lines: world.file(s.txt3, x) and None,
        )  # fmt: skip
    for name, option, said, glue in (
        ("comma", " -sd,", "commas", ","), ("blank", " -sd' '", "spaces", " "),
        ("semicolon", " -sd';'", "semicolons", ";"), ("tab", " -s", "tabs", "\t"),
        ("plus", " -sd+", "plus signs", "+"), ("pipe", " -sd'|'", "pipes", "|"),
    ):  # fmt: skip
        yield lines_task(
            f"text.serial-{name}", f"paste{option} {{txt}}",
            [f"[join|combine|merge] [all|all the|the] lines of {{txt}} [with {said}|into one line, "
             f"separated by {said}|into a single line with {said}]",
             f"[print|show] {{txt}} [as|on] one line, separated by {said}"],
            [f"Joins the lines of {{txt}} into one, separated by {said}."], names(6),
            lambda x, s, g=glue: [g.join(x)],
            [f"lines of {{txt}} on one line, separated by {said}"], weight=0.8,
        )  # fmt: skip
    yield lines_task(
        "text.paste-threes", "paste - - - < {txt}",
        ["[arrange|print] the lines of {txt} in three columns", "put [three|3] lines of {txt} on "
         "each line"],
        ["Prints three lines of {txt} per line, separated by tabs."], names(6),
        lambda x, s: ["\t".join(x[:3]), "\t".join(x[3:])],
    )  # fmt: skip


def _joins() -> Iterator[Task]:
    left, right = ["b 1", "a 2", "d 3", "c 4"], ["d x", "b y", "e z"]
    yield text_task(
        "text.join", ["join {txt} and {txt2} [on|by] [the|their] first [column|field]",
                      "[combine|match] the lines of {txt} and {txt2} that have the same first "
                      "[column|field|word]"],
        "join <(sort {txt}) <(sort {txt2})",
        ["Joins the lines of {txt} and {txt2} that agree in the first field."],
        _two(left, right), lambda world, s: ["b 1 y", "d 3 x"],
    )  # fmt: skip
    yield text_task(
        "text.join-sorted",
        ["join {txt} and {txt2}, which are sorted, [on|by] the first [column|field]",
         "join {txt} and {txt2} (both [already |]sorted) [on|by] their first [column|field]"],
        "join {txt} {txt2}",
        ["Joins the sorted files {txt} and {txt2} on their first field."],
        _two(sorted(left), sorted(right)), lambda world, s: ["b 1 y", "d 3 x"],
    )  # fmt: skip
    commas = [[line.replace(" ", ",") for line in side] for side in (left, right)]
    yield text_task(
        "text.join-csv", ["join {csv} and {csv2} [on|by] [the|their] first column",
                          "[combine|match] the rows of {csv} and {csv2} [with|that have] the same "
                          "first column"],
        "join -t, <(sort -t, -k1,1 {csv}) <(sort -t, -k1,1 {csv2})",
        ["Joins the rows of {csv} and {csv2} that agree in the first column."],
        _two(*commas, "csv"), lambda world, s: ["b,1,y", "d,3,x"],
    )  # fmt: skip
    yield text_task(
        "text.join-left",
        ["join {txt} and {txt2} [on|by] the first [column|field], keeping lines of {txt} [without a "
         "match|that have no partner]"],
        "join -a 1 <(sort {txt}) <(sort {txt2})",
        ["Joins {txt} and {txt2} on the first field and keeps lines of {txt} without a match."],
        _two(left, right), lambda world, s: ["a 2", "b 1 y", "c 4", "d 3 x"],
    )  # fmt: skip
    yield text_task(
        "text.join-missing",
        ["[print|show|list] the lines of {txt} whose first [column|field|word] does not [occur|"
         "appear] in the first [column|field] of {txt2}"],
        "join -v 1 <(sort {txt}) <(sort {txt2})",
        ["Prints the lines of {txt} whose first field is not among those of {txt2}."],
        _two(left, right), lambda world, s: ["a 2", "c 4"],
    )  # fmt: skip
    yield text_task(
        "text.join-lookup",
        ["[print|show] the [rows|lines] of {csv2} whose first column [occurs|appears|is found] in "
         "the first column of {csv}"],
        "awk -F, 'NR == FNR {seen[$1]; next} $1 in seen' {csv} {csv2}",
        ["Prints the rows of {csv2} whose first column is also in {csv}."],
        _two(*commas, "csv"), lambda world, s: ["d,x", "b,y"],
    )  # fmt: skip


def _sets() -> Iterator[Task]:
    one, two = ["pear", "fig", "apple", "kiwi"], ["kiwi", "plum", "fig", "Pear"]
    for name, flags, says, result in (
        ("both", "-12", ["[print|show|list|find] the lines that {txt} and {txt2} have in common",
                         "[print|show|list|find] the [common lines of|lines [common to|in both]] "
                         "{txt} and {txt2}",
                         "find lines that [are|occur|appear] in both {txt} and {txt2}"],
         ["fig", "kiwi"]),
        ("first", "-23", ["[print|show|list|find] the lines of {txt} that are not in {txt2}",
                          "[print|show|list|find] lines that [are|occur] only in {txt} and not in "
                          "{txt2}", "[print|list] the lines of {txt} missing from {txt2}"],
         ["apple", "pear"]),
        ("second", "-13", ["[print|show|list|find] the lines missing from {txt} that are in {txt2}",
                           "compare {txt} with {txt2} and [print|show|list] the lines found only in "
                           "the second"], ["Pear", "plum"]),
        ("either", "-3", ["[print|show|list] the lines that are in only one of {txt} and {txt2}",
                          "[print|show] the lines that {txt} and {txt2} do not share"],
         ["\tPear", "apple", "pear", "\tplum"]),
    ):  # fmt: skip
        yield text_task(
            f"text.comm-{name}", says, f"comm {flags} <(sort {{txt}}) <(sort {{txt2}})",
            [f"Sorts {{txt}} and {{txt2}} and prints the lines that are in "
             f"{dict(both='both', first='the first only', second='the second only').get(name, 'only one of them')}."],
            _two(one, two), lambda world, s, x=result: x, weight=1.0,
        )  # fmt: skip
        yield text_task(
            f"text.comm-sorted-{name}",
            [f"{say.replace('{txt2}', '{txt2}')}, both of them sorted" for say in says[:1]]
            + [f"{says[0]} (the files are sorted [already|])"],
            f"comm {flags} {{txt}} {{txt2}}",
            [f"Compares the sorted files {{txt}} and {{txt2}} with comm {flags}."],
            _two(sorted(one), sorted(two)), lambda world, s, x=result: x, weight=0.5,
        )  # fmt: skip
        if name != "either":
            yield text_task(
                f"text.comm-count-{name}",
                [f"count {says[0].partition('] ')[2]}"],
                f"comm {flags} <(sort {{txt}}) <(sort {{txt2}}) | wc -l",
                ["Sorts {txt} and {txt2}, compares them " f"with comm {flags} and counts the lines."],
                _two(one, two), lambda world, s, x=result: f"{len(x)}\n", weight=0.4,
            )  # fmt: skip
            yield text_task(
                f"text.comm-to-{name}",
                [f"[save|write] {says[0].partition('] ')[2]} to {{txt3}}"],
                f"comm {flags} <(sort {{txt}}) <(sort {{txt2}}) > {{txt3}}",
                [f"Sorts {{txt}} and {{txt2}} and writes what comm {flags} finds to {{txt3}}."],
                _two(one, two), lambda world, s, x=result: world.file(s.txt3, x) and None,
                weight=0.4,
            )  # fmt: skip


def _tables() -> Iterator[Task]:
    aligned = ["a    bbb  c", "dddd e    ff"]
    aligned = ["a     bbb  c", "dddd  e    ff"]
    for name, option, table, file, said in (
        ("blank", " -t", ["a bbb c", "dddd e ff"], "txt", ""),
        ("csv", " -s, -t", ["a,bbb,c", "dddd,e,ff"], "csv", ""),
        ("colon", " -s: -t", ["a:bbb:c", "dddd:e:ff"], "txt", " (separated by colons)"),
    ):  # fmt: skip
        yield lines_task(
            f"text.column-{name}", f"column{option} {{{file}}}",
            [f"[print|show|display] {{{file}}}{said} as [a table|an aligned table]",
             f"align the columns of {{{file}}}{said}",
             f"[print|show] {{{file}}}{said} with [aligned|lined up] columns"],
            [f"Prints {{{file}}}{said} as a table with aligned columns."], table,
            lambda x, s: aligned, [f"{{{file}}}{said} as a table"], file=file, weight=1.0,
        )  # fmt: skip
    yield lines_task(
        "text.column-sorted", "sort -t, -k{column},{column} {csv} | column -s, -t",
        ["sort {csv} by {column} and [print|show] it as [a table|an aligned table]"],
        ["Sorts {csv} by {column} and prints it as an aligned table."],
        lambda s: [",".join(f"{'cba'[i]}{k}x" for k in range(7)) for i in range(3)],
        lambda x, s: ["  ".join(line.split(",")) for line in x[::-1]], file="csv",
    )  # fmt: skip
    yield lines_task(
        "text.printf-table", """awk -F, '{printf "%-20s %s\\n", $1, $2}' {csv}""",
        ["[print|show] the first two columns of {csv} aligned, the first 20 characters wide"],
        ["Prints the first column of {csv} padded to 20 characters, then the second."],
        ["a,1", "bcd,22"], lambda x, s: [f"{'a':20} 1", f"{'bcd':20} 22"], file="csv",
    )  # fmt: skip
    yield lines_task(
        "text.printf-right", """awk '{printf "%10s %s\\n", {column.awk}, $1}' {txt}""",
        ["[print|show] {column} of {txt} aligned to the right in 10 characters, then the first "
         "column"],
        ["Prints {column} of {txt} right-aligned in ten characters, then the first column."],
        [" ".join(row) for row in _ROWS],
        lambda x, s: [f"{line.split()[s.column - 1]:>10} {line.split()[0]}" for line in x],
    )  # fmt: skip
