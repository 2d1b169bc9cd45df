"""awk on lines: fields per line, lengths, choices of lines, blocks, dates and hours of logs."""

import re
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.slots import Draw, Value, number
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import (
    lines_task,
    names,
)

_PRINT = "[print|show|list]"
_RAGGED = ["a b c", "d", "", "e f", "g h i j", "k  l"]
_MANY = [f"{i} {name}" for i, name in enumerate(names(90), 1)]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _fields()
    yield from _lengths()
    yield from _choices()
    yield from _blocks()
    yield from _logs()


def _fields() -> Iterator[Task]:
    for name, program, say, result in (
        ("count", "{print NF}", [
            "[print|show] the number of [words|fields|columns] [of|in|on] [each|every] line of "
            "{txt}", "count the [words|fields|columns] [in|on] [each|every] line of {txt}"],
         lambda x, s: [str(len(line.split())) for line in x]),
        ("count-line", "{print NF, $0}", [
            "[print|show] [each|every] line of {txt} [with|preceded by] its number of [words|"
            "fields]"], lambda x, s: [f"{len(line.split())} {line}" for line in x]),
        ("max", "NF > max {max = NF} END {print max}", [
            "[print|find|show] the [largest|maximum] number of [columns|fields|words] [in|on] any "
            "line of {txt}"], lambda x, s: ["4"]),
        ("exact", "NF == {tab}", [
            f"{_PRINT} the lines of {{txt}} [with|that have] exactly {{tab}} [words|fields|"
            "columns]"], lambda x, s: [line for line in x if len(line.split()) == s.tab]),
        ("not-exact", "NF != {tab}", [
            f"{_PRINT} the lines of {{txt}} that do not have [exactly |]{{tab}} [words|fields|"
            "columns]"], lambda x, s: [line for line in x if len(line.split()) != s.tab]),
        ("more", "NF > {tab}", [
            f"{_PRINT} the lines of {{txt}} with more than {{tab}} [words|fields|columns]"],
         lambda x, s: [line for line in x if len(line.split()) > s.tab]),
        ("fewer", "NF < {tab}", [
            f"{_PRINT} the lines of {{txt}} with [fewer|less] than {{tab}} [words|fields|columns]"],
         lambda x, s: [line for line in x if len(line.split()) < s.tab]),
        ("total", "{n += NF} END {print n}", [
            "count [all|all the] [words|fields] [of|in] {txt} with awk"], lambda x, s: ["12"]),
        ("squeeze", "{$1 = $1; print}", [
            "[print|show] {txt} with runs of [blanks|whitespace] squeezed and lines trimmed"],
         lambda x, s: [" ".join(line.split()) for line in x]),
        ("reverse", '{for (i = NF; i > 0; i--) printf "%s%s", $i, (i > 1 ? " " : "\\n")}', [
            "[print|show] the [words|fields|columns] of [each|every] line [of|in] {txt} in reverse "
            "order"],
         lambda x, s: [" ".join(line.split()[::-1]) for line in x if line.split()]),
        ("each", "{for (i = 1; i <= NF; i++) print $i}", [
            "[print|show|put] [each|every] [word|field] of {txt} on [its own|a separate] line "
            "[with|using] awk"], lambda x, s: [word for line in x for word in line.split()]),
    ):  # fmt: skip
        yield lines_task(
            f"text.awk-fields-{name}", f"awk '{program}' {{txt}}", say, [_sentence(say[0])],
            _RAGGED, result, slots={"tab": _few},
        )  # fmt: skip
    for name, say, program, total in (
        ("row-sums", ["[print|show|compute] the sum of [all numbers in|the numbers in] [each|every] "
                      "[line|row] of {txt}"],
         "{s = 0; for (i = 1; i <= NF; i++) s += $i; print s}", False),
        ("all-sum", ["[print|show|compute] the sum of every number in every [column|field] of {txt}",
                     "add up every [field|number] of every line [of|in] {txt}"],
         "{for (i = 1; i <= NF; i++) s += $i} END {print s}", True),
    ):  # fmt: skip
        yield lines_task(
            f"text.awk-{name}", f"awk '{program}' {{txt}}", say, [_sentence(say[0])],
            ["1 2 30", "4", "100 7"],
            lambda x, s, t=total: ["144"] if t else ["33", "4", "107"],
        )  # fmt: skip


def _few(draw: Draw, spaced: bool) -> Value:
    return number(draw.pick((2, 3)), True)


def _sentence(say: str) -> str:
    """A sentence of the first choice of an instruction: "[print|show] x" is "Prints x."."""
    verb, _, rest = say.partition("] ") if say.startswith("[") else say.partition(" ")
    return f"{verb.lstrip('[').partition('|')[0].capitalize()}s {rest}."


def _lengths() -> Iterator[Task]:
    def sized(s: Bound) -> list[str]:
        return ["x" * (s.width + k) for k in (-1, 0, 1, 5)] + ["short"]

    for name, sign, words, keep in (
        ("longer", ">", "[longer than|with more than]", lambda n, w: n > w),
        ("shorter", "<", "[shorter than|with fewer than]", lambda n, w: n < w),
        ("exactly", "==", "[of exactly|with exactly]", lambda n, w: n == w),
    ):  # fmt: skip
        yield lines_task(
            f"text.awk-{name}", f"awk 'length {sign} {{width}}' {{file}}",
            [f"{_PRINT} [the|all|all the] lines of {{file}} {words} {{width}} characters",
             f"find lines {words} {{width}} characters in {{file}}"],
            [f"Prints the lines of {{file}} {words} {{width}} characters."], sized,
            lambda x, s, k=keep: [line for line in x if k(len(line), s.width)],
            [f"[which|what] lines of {{file}} are {name} than {{width}} characters?"
             if name != "exactly" else f"lines of {{file}} {words} {{width}} characters"],
            file="file",
        )  # fmt: skip
    yield lines_task(
        "text.awk-count-longer", "awk 'length > {width} {n++} END {print n + 0}' {file}",
        ["count the lines of {file} [longer than|with more than] {width} characters"],
        ["Counts the lines of {file} that are longer than {width} characters."], sized,
        lambda x, s: ["2"], ["how many lines of {file} are longer than {width} characters?"],
        file="file",
    )  # fmt: skip
    yield lines_task(
        "text.awk-length", "awk '{print length}' {file}",
        ["[print|show] the length of [each|every] line [of|in] {file}",
         "count the characters [of|in] [each|every] line of {file}"],
        ["Prints the length of each line of {file}."], _RAGGED,
        lambda x, s: [str(len(line)) for line in x], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.awk-longest", "awk 'length > max {max = length; line = $0} END {print line}' {file}",
        ["[print|show|find] the longest line [of|in] {file}"],
        ["Prints the longest line of {file}."], _RAGGED, lambda x, s: ["g h i j"],
        ["[what|which] is the longest line [of|in] {file}?", "longest line of {file}"],
        file="file", weight=1.5,
    )  # fmt: skip
    yield lines_task(
        "text.awk-numbered-longer", "awk 'length > {width} {print NR\": \"$0}' {file}",
        ["[print|show] lines of {file} [longer than|with more than] {width} characters with their "
         "line numbers"],
        ["Prints the lines of {file} longer than {width} characters, with their numbers."], sized,
        lambda x, s: [f"3: {x[2]}", f"4: {x[3]}"], file="file",
    )  # fmt: skip


def _choices() -> Iterator[Task]:
    for name, program, say, result in (
        ("every", "NR % {tab} == 0", [f"{_PRINT} every {{tab.nth}} line of {{file}}"],
         lambda x, s: x[s.tab - 1 :: s.tab]),
        ("odd", "NR % 2 == 1", [f"{_PRINT} [the|all] odd[-numbered| numbered] lines of {{file}}"],
         lambda x, s: x[::2]),
        ("even", "NR % 2 == 0", [f"{_PRINT} [the|all] even[-numbered| numbered] lines of {{file}}",
                                 f"{_PRINT} every [second|other] line of {{file}}, starting with "
                                 "the second"], lambda x, s: x[1::2]),
        ("awk-range", "NR >= {range.low} && NR <= {range.high}", [
            f"{_PRINT} lines {{range}} of {{file}} [with|using] awk"],
         lambda x, s: x[s.range[0] - 1 : s.range[1]]),
        ("awk-line", "NR == {line}", [f"{_PRINT} line {{line}} of {{file}} [with|using] awk"],
         lambda x, s: [x[s.line - 1]]),
        ("awk-not-line", "NR != {line}", [f"{_PRINT} {{file}} without line {{line}}, [with|using] "
                                          "awk"],
         lambda x, s: x[: s.line - 1] + x[s.line :]),
        ("awk-number", '{print NR": "$0}', [
            f"{_PRINT} [each|every] line of {{file}} with its number and a colon[,| in front|] "
            "[with|using] awk"], lambda x, s: [f"{i}: {v}" for i, v in enumerate(x, 1)]),
        ("awk-count", "END {print NR}", ["count the lines of {file} [with|using] awk"],
         lambda x, s: [str(len(x))]),
        ("awk-last", "END {print}", [f"{_PRINT} the last line of {{file}} [with|using] awk"],
         lambda x, s: x[-1:]),
        ("awk-but-first", "NR > 1", [f"{_PRINT} {{file}} without its first line, [with|using] "
                                     "awk"], lambda x, s: x[1:]),
    ):  # fmt: skip
        yield lines_task(
            f"text.choose-{name}", f"awk '{program}' {{file}}", say,
            [_sentence(re.sub(r",? \[with\|using\] awk|\[,\| in front\|\]", "", say[0]))],
            _MANY, result, file="file", slots={"tab": _nth}, weight=0.7,
        )  # fmt: skip


def _nth(draw: Draw, spaced: bool) -> Value:
    many = draw.between(3, 10)
    word = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")[many - 3]
    suffix = "rd" if many == 3 else "th"
    return Value(str(many), (str(many),), many, {"nth": (word, f"{many}{suffix}")})


def _blocks() -> Iterator[Task]:
    lines = ["a 1", "b", "", "c 2", "d", "", "e"]
    yield lines_task(
        "text.paragraphs", "awk -v RS= '/{word}/' {txt}",
        [f"{_PRINT} the [paragraph|paragraphs|blocks] of {{txt}} [that contain|with|containing] "
         "{word}"],
        ["Prints the paragraphs of {txt} that contain {word}."],
        lambda s: ["a", "b", "", f"c {s.word}", "d", "", "e"], lambda x, s: [f"c {s.word}", "d"],
    )  # fmt: skip
    yield lines_task(
        "text.paragraph-count", "awk -v RS= 'END {print NR}' {txt}",
        ["count the [paragraphs|blocks separated by blank lines] [of|in] {txt}"],
        ["Counts the paragraphs of {txt}."], lines, lambda x, s: ["3"],
        ["how many paragraphs does {txt} have?"],
    )  # fmt: skip
    yield lines_task(
        "text.between-only", "sed -n '/{word}/,/{word2}/{//!p;}' {file}",
        [f"{_PRINT} [the lines|what is|everything] between {{word}} and {{word2}} in {{file}}, "
         "[without|not] those [two |]lines themselves"],
        ["Prints the lines of {file} between {word} and {word2}, without these two."],
        lambda s: ["a", s.word, "b", "c", s.word2, "d"], lambda x, s: ["b", "c"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.both-words", "awk '/{word}/ && /{word2}/' {file}",
        [f"{_PRINT} [the|all] lines of {{file}} [that contain|with|containing] both {{word}} and "
         "{word2} [with|using] awk"],
        ["Prints the lines of {file} that contain both {word} and {word2}."],
        lambda s: [s.word, f"{s.word2} x {s.word}", s.word2, f"{s.word}{s.word2}"],
        lambda x, s: [x[1], x[3]], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.one-not-other", "awk '/{word}/ && !/{word2}/' {file}",
        [f"{_PRINT} [the|all] lines of {{file}} [that contain|with|containing] {{word}} but not "
         "{word2} [with|using] awk"],
        ["Prints the lines of {file} that contain {word} but not {word2}."],
        lambda s: [s.word, f"{s.word2} x {s.word}", s.word2, f"a {s.word}"],
        lambda x, s: [x[0], x[3]], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.count-both", "awk '/{word}/ {a++} /{word2}/ {b++} END {print a + 0, b + 0}' {file}",
        ["count the lines of {file} with {word} and those with {word2}, [and print both numbers|"
         "separately]"],
        ["Prints how many lines of {file} have {word}, and how many have {word2}."],
        lambda s: [s.word, f"{s.word2} x {s.word}", s.word2, f"a {s.word}"],
        lambda x, s: ["3 2"], file="file",
    )  # fmt: skip
    yield lines_task(
        "text.next-line", "awk 'found {print; found = 0} /{word}/ {found = 1}' {file}",
        [f"{_PRINT} [only |]the line after each line [with|containing] {{word}} in {{file}}"],
        ["Prints the line that follows each line of {file} with {word}."],
        lambda s: ["a", s.word, "b", "c", f"x {s.word}", "d"], lambda x, s: ["b", "d"],
        file="file",
    )  # fmt: skip
    yield lines_task(
        "text.previous-line", "awk '/{word}/ {print last} {last = $0}' {file}",
        [f"{_PRINT} [only |]the line before each line [with|containing] {{word}} in {{file}}"],
        ["Prints the line that precedes each line of {file} with {word}."],
        lambda s: ["a", s.word, "b", "c", f"x {s.word}", "d"], lambda x, s: ["a", "c"],
        file="file",
    )  # fmt: skip


def _logs() -> Iterator[Task]:
    hours = [f"2024-05-17 {h:02}:{m:02}:00 INFO job {h}" for h, m in
             ((9, 1), (9, 59), (10, 0), (10, 5), (11, 0), (9, 30))]  # fmt: skip
    yield lines_task(
        "text.log-level", "awk '$3 == \"{level}\"' {log}",
        [f"{_PRINT} [the|all] lines of {{log}} whose third [word|field|column] is the level "
         "{level}"],
        ["Prints the lines of {log} whose third field is {level}."],
        lambda s: [f"d t {s.level} a", f"d t OTHER {s.level}", f"d {s.level} x"],
        lambda x, s: x[:1], file="log",
    )  # fmt: skip
    yield lines_task(
        "text.log-hours", "awk '{print substr($2, 1, 2)}' {log} | sort | uniq -c",
        ["count the lines of {log} per hour, where the second column is the time",
         "[print|show] how many lines {log} has for each hour (the time is in the second column)"],
        ["Counts the lines of {log} for each hour of the time in the second column."], hours,
        lambda x, s: ["      3 09", "      2 10", "      1 11"], file="log",
    )  # fmt: skip
    yield lines_task(
        "text.log-since", "awk '$1 >= \"{date}\"' {log}",
        [f"{_PRINT} [the|all] lines of {{log}} [since|from] {{date}} [on|] (the date is the first "
         "column)".replace("[on|] ", ""),
         f"{_PRINT} the lines of {{log}} whose first column is a date of {{date}} or later"],
        ["Prints the lines of {log} dated {date} or later."],
        lambda s: ["2001-01-01 a", f"{s.date} b", "2001-12-31 c", "2031-01-01 d"],
        lambda x, s: [x[1], x[3]], file="log",
    )  # fmt: skip
    yield lines_task(
        "text.log-between", "awk '$1 >= \"{period.low}\" && $1 <= \"{period.high}\"' {log}",
        [f"{_PRINT} the lines of {{log}} {{period}} (the date is the first column)",
         f"{_PRINT} the lines of {{log}} whose first column is a date {{period}}"],
        ["Prints the lines of {log} dated {period}."],
        lambda s: ["2001-01-01 a", f"{s.period[0]} b", f"{s.period[1]} c", "2031-01-01 d"],
        lambda x, s: x[1:3], file="log",
    )  # fmt: skip
    yield lines_task(
        "text.log-bytes", "awk '{s += $10} END {print s}' {log}",
        ["[add up|sum] the bytes sent in {log} (an access log)", "[print|compute] the total of the "
         "response sizes in the access log {log.raw}"],
        ["Adds up the sizes of the responses in {log}."],
        [f'10.0.0.{i} - - [t +0000] "GET /{i} HTTP/1.1" 200 {i * 100}' for i in range(1, 5)],
        lambda x, s: ["1000"], file="log",
    )  # fmt: skip
    yield lines_task(
        "text.log-recent-word", "tail -n {n} {log} | grep {word}",
        ["[print|show|find] {word} in the last {n} lines of {log}",
         "[print|show] those of the last {n} lines of {log} that contain {word}"],
        ["Prints those of the last {n} lines of {log} that contain {word}."],
        lambda s: [f"{s.word} {i}" if i % 2 else str(i) for i in range(2 * s.n + 9)],
        lambda x, s: [line for line in x[-s.n :] if s.word in line], file="log",
    )  # fmt: skip
