"""Several files side by side: paste, join, comm; tables: column, printf."""

from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import cells, lines_task, names, text_task
from bashcoder_mlx.trial.world import World

_ROWS = [cells(i) for i in range(6)]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _side_by_side()
    yield from _joins()
    yield from _sets()
    yield from _tables()


def _two(
    first: Sequence[str], second: Sequence[str], ending: str = "txt"
) -> Callable[[World, Bound], None]:
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
        ["Joins the sorted files {txt.raw} and {txt2.raw} on their first field."],
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


_WHERE = {
    "both": "both",
    "first": "the first only",
    "second": "the second only",
    "either": "only one of them",
}


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
             f"{_WHERE[name]}."],
            _two(one, two), lambda world, s, x=result: x, weight=1.0,
        )  # fmt: skip
        yield text_task(
            f"text.comm-sorted-{name}",
            [f"{say.replace('{txt2}', '{txt2}')}, both of them sorted" for say in says[:1]]
            + [f"{says[0]} (the files are sorted [already|])"],
            f"comm {flags} {{txt}} {{txt2}}",
            [f"Compares the sorted files {{txt.raw}} and {{txt2.raw}} with comm {flags}."],
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
