"""Sorting by the whole line and by one or more columns: sort."""

import re
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    BLANK,
    CSV,
    SPLIT,
    Table,
    cells,
    lines_task,
    mixed,
    names,
    numbers,
    text_task,
)
from bashcoder_mlx.trial.world import World

_SORT = "[sort|order]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _sorts()
    yield from _places()
    yield from _checks()
    for table in (CSV, BLANK, SPLIT):
        yield from _keys(table)
    yield from _several_keys()


def _sorts() -> Iterator[Task]:
    yield lines_task(
        "text.sort", "sort {file}",
        [_SORT + " {file}[| alphabetically]", "sort the lines [of|in] {file}[| alphabetically| in "
         "alphabetical order]", "[print|show] {file} [sorted|in alphabetical order]"],
        ["Sorts the lines of {file}.", "Prints the lines of {file} in alphabetical order."],
        mixed(), lambda x, s: sorted(x), ["{file} in alphabetical order"], file="file", weight=3,
    )  # fmt: skip
    yield lines_task(
        "text.sort-r", "sort -r {file}",
        [_SORT + " {file} in [reverse|descending] [order|alphabetical order]",
         "sort [the lines of |]{file} [backwards|from Z to A|in reverse]"],
        ["Sorts the lines of {file} in reverse order."], mixed(),
        lambda x, s: sorted(x, reverse=True), ["{file} sorted from Z to A"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.sort-n", "sort -n {file}",
        ["sort [the lines of |the numbers in |]{file} [numerically|as numbers|by number]",
         "sort [the numbers in |]{file}, [smallest|lowest] number first"],
        ["Sorts {file} by number, the smallest first."], numbers(12),
        lambda x, s: sorted(x, key=int), ["{file} in numeric order"], file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.sort-rn", "sort -rn {file}",
        ["sort [the numbers in |]{file} numerically in [reverse|descending order]",
         "sort [the numbers in |]{file}, [largest|highest|biggest] number first"],
        ["Sorts {file} by number, the largest first."], numbers(12),
        lambda x, s: sorted(x, key=int, reverse=True), ["{file} by number, largest first"],
        file="file", weight=2,
    )  # fmt: skip
    yield lines_task(
        "text.sort-u", "sort -u {file}",
        ["sort {file} [and remove|without|and drop] duplicates",
         "sort {file} and keep [each|every] line only once",
         "[print|show|list] the [distinct|different|unique] lines [of|in] {file}",
         "remove duplicate lines from {file} and sort it"],
        ["Sorts {file} and keeps each line once."], mixed(), lambda x, s: sorted(set(x)),
        ["[distinct|unique] lines of {file}"], file="file", weight=2.5,
    )  # fmt: skip
    yield lines_task(
        "text.sort-f", "sort -f {file}",
        ["sort {file} [ignoring case|without regard to case|regardless of upper and lower case]",
         "sort {file} case-insensitively"],
        ["Sorts {file} without regard to upper and lower case."], ["b", "Alpha", "C", "beta"],
        lambda x, s: sorted(x, key=str.upper), file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sort-fu", "sort -fu {file}",
        ["sort {file} and remove duplicates, ignoring case",
         "sort {file} without duplicates, treating upper and lower case [alike|as the same]"],
        ["Sorts {file} and drops lines that differ only in case."], ["b", "Alpha", "B", "alpha"],
        lambda x, s: ["Alpha", "b"], file="file",
    )  # fmt: skip
    sizes = ["9K a", "2G b", "100M c", "1M d", "512K e"]
    yield lines_task(
        "text.sort-h", "sort -h {file}",
        ["sort {file} by [human-readable sizes|sizes such as 2K and 1G]",
         "sort the sizes in {file} like 10K, 5M and 1G from small to large"],
        ["Sorts {file} by sizes such as 2K, 3M and 1G."], sizes,
        lambda x, s: [x[0], x[4], x[3], x[2], x[1]], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sort-rh", "sort -rh {file}",
        ["sort {file} by [human-readable sizes|sizes such as 2K and 1G], largest first"],
        ["Sorts {file} by sizes such as 2K and 1G, the largest first."], sizes,
        lambda x, s: [x[1], x[2], x[3], x[4], x[0]], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sort-V", "sort -V {file}",
        ["sort {file} by version[| number]", "sort the version numbers in {file}",
         "sort {file} so that v1.10 comes after v1.9"],
        ["Sorts {file} by version numbers."], ["v1.10.0", "v1.9.2", "v1.2", "v10.0", "v2.0"],
        lambda x, s: [x[2], x[1], x[0], x[4], x[3]], ["{file} in version order"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sort-M", "sort -M {file}",
        ["sort {file} by month[| name| names]", "sort the lines of {file} by the name of the month"],
        ["Sorts {file} by the names of months."], ["Mar x", "Jan y", "Dec z", "Feb a"],
        lambda x, s: [x[1], x[3], x[0], x[2]], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sort-b", "sort -b {file}",
        ["sort {file} ignoring leading [blanks|spaces|whitespace]"],
        ["Sorts {file} without regard to leading blanks."], ["  b", "a", "   c", " aa"],
        lambda x, s: sorted(x, key=str.lstrip), file="file",
    )  # fmt: skip
    yield lines_task(
        "text.sort-head", "sort -rn {file} | head -n {count}",
        ["[print|show|find] the {count} [largest|highest|biggest] numbers in {file}"],
        ["Prints the {count} largest numbers in {file}."],
        lambda s: numbers(s.count + 5),
        lambda x, s: sorted(x, key=int, reverse=True)[: s.count], file="file", weight=0.5,
    )  # fmt: skip
    yield lines_task(
        "text.sort-header", "(head -n 1 {csv} && tail -n +2 {csv} | sort)",
        ["sort {csv} but keep the header [first|at the top]",
         "sort the rows of {csv}, leaving the header line [in place|where it is]"],
        ["Prints the header of {csv} and then its other lines, sorted."], ["zz,id", *mixed()],
        lambda x, s: [x[0], *sorted(x[1:])], file="csv",
    )  # fmt: skip
    yield lines_task(
        "text.sort-header-key",
        "(head -n 1 {csv} && tail -n +2 {csv} | sort -t, -k{column},{column})",
        ["sort {csv} by {column} but keep the header [first|at the top]",
         "sort the rows of {csv} by {column}, leaving the header line [in place|where it is]"],
        ["Prints the header of {csv} and then its rows, sorted by {column}."],
        lambda s: ["zz,zz,zz,zz,zz,zz,zz", *(",".join(r) for r in rows_with(s, names(9)))],
        lambda x, s: [x[0], *sorted(x[1:], key=lambda r: r.split(",")[s.column - 1])], file="csv",
    )  # fmt: skip


def _places() -> Iterator[Task]:
    lines = mixed()
    for flag, said, key in (
        ("", "", lambda x: sorted(x)),
        ("-u ", " without duplicates", lambda x: sorted(set(x))),
        ("-r ", " in reverse order", lambda x: sorted(x, reverse=True)),
        ("-n ", " numerically", lambda x: sorted(x, key=int)),
    ):  # fmt: skip
        given = numbers(12) if "n" in flag else lines
        mark = flag.strip() or "plain"
        yield lines_task(
            f"text.sort-in-place{mark}", f"sort {flag}-o {{txt}} {{txt}}",
            [f"sort {{txt}}{said} in place",
             f"sort {{txt}}{said} and [save it|write the result back] to the same file"],
            [f"Sorts {{txt}}{said} in place."], given, lambda x, s, k=key: k(x), into="txt",
        )  # fmt: skip
        yield lines_task(
            f"text.sort-to{mark}", f"sort {flag}{{txt}} > {{txt2}}",
            [f"sort {{txt}}{said} and [save|write|store] [it|the result] [to|in|as] {{txt2}}",
             f"sort {{txt}}{said} into {{txt2}}"],
            [f"Sorts {{txt}}{said} and writes the result to {{txt2}}."], given,
            lambda x, s, k=key: k(x), into="txt2",
        )  # fmt: skip
    yield text_task(
        "text.sort-merge",
        ["merge {txt} and {txt2} (both [|already ]sorted)",
         "merge {txt} and {txt2}, which are [already |]sorted, [into one sorted list|keeping the "
         "order]"],
        "sort -m {txt} {txt2}", ["Merges {txt} and {txt2}, which are sorted already."],
        lambda world, s: (world.file(s.txt, ["a", "d"]), world.file(s.txt2, ["b", "c", "e"])),
        lambda world, s: ["a", "b", "c", "d", "e"],
    )  # fmt: skip
    yield text_task(
        "text.sort-both-to",
        ["sort the lines of {txt} and {txt2} together [into|and save them to] {txt3}",
         "combine {txt} and {txt2} into the sorted file {txt3.raw}"],
        "sort {txt} {txt2} > {txt3}", ["Sorts {txt} and {txt2} together into {txt3}."],
        lambda world, s: (world.file(s.txt, ["d", "a"]), world.file(s.txt2, ["c", "b", "e"])),
        lambda world, s: world.file(s.txt3, ["a", "b", "c", "d", "e"]) and None,
    )  # fmt: skip


def _checks() -> Iterator[Task]:
    for name, given, status in (("yes", ["a", "b"], 0), ("no", ["b", "a", "c"], 1)):
        run = "sort -c {txt}" if name == "yes" else "sort -C {txt}"
        quiet = "" if name == "yes" else ", without any output"
        yield lines_task(
            f"text.sort-check-{name}", run,
            [f"check [whether|if|that] {{txt}} is [already |]sorted{quiet}",
             f"test [whether|if] the lines of {{txt}} are in order{quiet}"],
            [f"Checks whether {{txt}} is sorted{quiet}."], given,
            lambda x, s, code=status: Outcome(status=code),
            ["is {txt} sorted?"] if name == "yes" else [],
        )  # fmt: skip


def rows_with(s: Bound, values: list[str]) -> list[list[str]]:
    """Rows with these values in {column} and a first column in falling order."""
    rows = []
    for index, value in enumerate(values):
        row = cells(index)
        row[0], row[s.column - 1] = f"{9 - index % 10}q{index}", value
        rows.append(row)
    return rows


_KEYS = (
    ("", "", "", names(9), lambda v: v),
    ("n", " [numerically|as numbers|by number]", "", numbers(12), int),
    ("r", " in reverse[| alphabetical] order", "r", names(9), lambda v: v),
    ("nr", " numerically[, largest first|, highest first| in descending order]", "r",
     numbers(12), int),
    ("f", " ignoring case", "", ["b", "Alpha", "C", "beta"], str.upper),
    ("V", " by version number", "", ["1.10", "1.9", "10.0", "2.0"],
     lambda v: [int(x) for x in re.findall(r"\d+", v)]),
)  # fmt: skip


def _keys(table: Table) -> Iterator[Task]:
    option = {"csv": " -t,", "blank": "", "split": " -t{delimiter}"}[table.name]
    for flags, said, order, values, key in _KEYS:

        def setup(world: World, s: Bound, v=values) -> None:
            table.write(world, s, rows_with(s, v))

        def expect(world: World, s: Bound, v=values, o=order, k=key) -> list[str]:
            rows = sorted(rows_with(s, v), key=lambda r: k(r[s.column - 1]), reverse=o == "r")
            return [table.line(row, s) for row in rows]

        yield text_task(
            f"text.sort-key-{table.name}-{flags or 'plain'}",
            [f"sort {table.where} by {{column}}{said}",
             f"sort the [rows|lines] of {table.where} by {{column}}{said}",
             f"[print|show] {table.where} sorted by {{column}}{said}"],
            f"sort{option} -k{{column}},{{column}}{flags} {{{table.file}}}",
            [f"Sorts {table.where} by {{column}}{said}."], setup, expect,
            ask=[f"{table.where} sorted by {{column}}{said}"], weight=0.8,
        )  # fmt: skip
        if flags in ("", "n", "nr"):
            yield text_task(
                f"text.sort-key-to-{table.name}-{flags or 'plain'}",
                [f"sort {table.where} by {{column}}{said} and [save|write] the result [to|in] "
                 f"{{{table.file}2}}"],
                f"sort{option} -k{{column}},{{column}}{flags} {{{table.file}}} "
                f"> {{{table.file}2}}",
                [f"Sorts {table.where} by {{column}}{said} into {{{table.file}2}}."], setup,
                lambda world, s, e=expect: world.file(
                    s[f"{table.file}2"].data, e(world, s)) and None, weight=0.3,
            )  # fmt: skip
        if flags in ("n", "nr"):
            which = "[largest|highest|biggest]" if flags == "nr" else "[smallest|lowest]"
            yield text_task(
                f"text.sort-key-top-{table.name}-{flags}",
                [f"[print|show|find|list] the {{count}} [rows|lines] of {table.where} with the "
                 f"{which} [values|numbers] in {{column}}",
                 f"sort {table.where} by {{column}}{said} and show [only |]the first {{count}} "
                 "[rows|lines]"],
                f"sort{option} -k{{column}},{{column}}{flags} {{{table.file}}} | "
                "head -n {count}",
                [f"Prints the {{count}} lines of {table.where} with the {which} numbers in "
                 "{column}."], setup,
                lambda world, s, e=expect: e(world, s)[: s.count], weight=0.5,
            )  # fmt: skip


def _several_keys() -> Iterator[Task]:
    for table in (CSV, BLANK):
        option = {"csv": " -t,", "blank": ""}[table.name]
        for flags, said in (
            ("", "then by {column2}"),
            ("n", "then [numerically by {column2}|by {column2} as numbers]"),
            ("nr", "then by {column2} numerically, [largest|highest] first"),
        ):  # fmt: skip

            def expect(world: World, s: Bound, f=flags, t=table) -> list[str]:
                def key(row: list[str]) -> tuple[str, object]:
                    second = row[s.column2 - 1]
                    number = int(second) if f else second
                    return row[s.column - 1], -number if f == "nr" else number

                return [t.line(row, s) for row in sorted(_paired(s), key=key)]

            yield text_task(
                f"text.sort-keys-{table.name}-{flags or 'plain'}",
                [f"sort {table.where} by {{column}} and {said}",
                 f"sort the [rows|lines] of {table.where} first by {{column}}, {said}"],
                f"sort{option} -k{{column}},{{column}} -k{{column2}},{{column2}}{flags} "
                f"{{{table.file}}}",
                [f"Sorts {table.where} by {{column}} and {said}."],
                lambda world, s, t=table: t.write(world, s, _paired(s)), expect, weight=0.6,
            )  # fmt: skip


def _paired(s: Bound) -> list[list[str]]:
    rows = []
    for index, value in enumerate(numbers(12)):
        row = cells(index)
        row[s.column - 1], row[s.column2 - 1] = names(3)[index * index % 3], value
        rows.append(row)
    return rows
