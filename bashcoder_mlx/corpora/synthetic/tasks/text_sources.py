"""Sources of pipelines: the lines of files, columns, words, matches, fields of logs and of JSON."""

import json
from collections.abc import Sequence
from zlib import crc32

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import HEADER, Source, cells, table
from bashcoder_mlx.corpora.synthetic.world import World


def sources() -> list[Source]:
    """All of them, the everyday ones with the greater weight."""
    return [*_lines(), *_columns(), *_words(), *_logs(), *_records()]


def _lines() -> list[Source]:
    return [
        Source(
            "lines", "lines", "line", "in {txt}", "{txt}",
            lambda world, s, items: world.file(s.txt, items),
            "reads {txt}", plain=True, numeric=True, weight=1,
        ),
        Source(
            "two-files", "lines", "line", "in {txt} and {txt2}[| together| taken together]",
            "{txt} {txt2}", _two_files, "reads {txt} and {txt2}", many=True, numeric=True,
        ),
        Source(
            "all-files", "lines", "line",
            "in [all|all the] .{ext} files [here|in this folder|in the current directory]",
            "*.{ext}", _all_files, "reads all .{ext} files of the current directory",
            many=True, numeric=True,
        ),
        Source(
            "matching", "lines", "line", "in {log} [that contain|containing|with] {word}",
            "grep {word} {log}", _matching, "takes the lines of {log} that contain {word} (grep)",
            emit=lambda items, s: [f"{item} {s.word} end" for item in items], tokens=False,
        ),
        Source(
            "not-matching", "lines", "line",
            "in {log} [that do not contain|without|not containing] {word}",
            "grep -v {word} {log}", _not_matching,
            "takes the lines of {log} without {word} (grep -v)",
        ),
        Source(
            "rows", "rows", "row",
            "in {csv} [without its header|without the header line|skipping the header|"
            "except the header]",
            "tail -n +2 {csv}",
            lambda world, s, items: world.file(s.csv, ["zhead1,head2", *items]),
            "skips the header of {csv} (tail -n +2)",
            emit=lambda items, s: [f"{item},{len(item)}" for item in items],
        ),
        Source(
            "settings", "lines", "line",
            "in {conf} that [are not comments|are no comments|do not start with #]",
            "grep -v '^#' {conf}", _settings, "drops the comment lines of {conf} (grep -v '^#')",
            emit=lambda items, s: [f"{item}=on # set" for item in items], tokens=False,
        ),
        Source(
            "non-blank", "lines", "line", "in {txt} that are not empty", "grep . {txt}",
            lambda world, s, items: world.file(s.txt, "\n\n".join(["", *items, ""])),
            "drops the empty lines of {txt} (grep .)",
        ),
        Source(
            "head-of", "lines", "line", "[among|in] the first {line} lines of {txt}",
            "head -n {line} {txt}", _head_of, "takes the first {line} lines of {txt} (head)",
            emit=lambda items, s: (items + ["zzz"] * s.line)[: s.line],
        ),
    ]  # fmt: skip


def _two_files(world: World, s: Bound, items: list[str]) -> None:
    middle = len(items) // 2
    world.file(s.txt, items[:middle])
    world.file(s.txt2, items[middle:])
    world.file(f"{s.txt}.bak", ["aardvark", "aardvark", "99999"])


def _all_files(world: World, s: Bound, items: list[str]) -> None:
    middle = len(items) // 2
    world.file(f"a1.{s.ext}", items[:middle])
    world.file(f"b2.{s.ext}", items[middle:])
    for other in (f"c3.{s.ext}.bak", f"sub/d4.{s.ext}", f".hid.{s.ext}", "e5.other"):
        world.file(other, ["aardvark", "aardvark", "99999"])


def _matching(world: World, s: Bound, items: list[str]) -> None:
    lines = [f"{item} {s.word} end" for item in items]
    world.file(s.log, _among(lines, ["nothing here", f"{s.word.swapcase()} other case", ""]))


def _not_matching(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.log, _among(items, [f"aardvark {s.word}", f"{s.word}", f"z{s.word}z end"]))


def _settings(world: World, s: Bound, items: list[str]) -> None:
    lines = [f"{item}=on # set" for item in items]
    world.file(s.conf, _among(lines, ["# aardvark=off", "#zebu=on", "# a=b"]))


def _head_of(world: World, s: Bound, items: list[str]) -> None:
    lines = (items + ["zzz"] * s.line)[: s.line]
    world.file(s.txt, [*lines, *["aardvark", "zebu"] * 60])


def _among(lines: Sequence[str], others: Sequence[str]) -> list[str]:
    """The lines with the others spread between them."""
    step = max(1, len(lines) // len(others))
    found = list(lines)
    for index, other in enumerate(others):
        found.insert(index * (step + 1), other)
    return found


_VALUES = "[values|entries]"


def _columns() -> list[Source]:
    skip = (
        "[, without the header|, skipping the header|, ignoring the header line| (skip the header)"
        "|, which has a header line]"
    )
    return [
        _column("csv", "in {column} of {csv}", "cut -d, -f{column} {csv}", "csv"),
        _column(
            "csv-header", "in {column} of {csv}" + skip,
            "tail -n +2 {csv} | cut -d, -f{column}", "csv", header=True,
        ),
        _column(
            "delimited",
            "in {column} of {txt}[, whose fields are separated by|, which is separated by|"
            ", delimited by|, with the delimiter] {delimiter}",
            "cut -d{delimiter} -f{column} {txt}", "txt", separator="",
        ),
        _column(
            "tabbed",
            "in {column} of [the tab-separated file|the tab-delimited file|the TSV file] {txt}",
            "cut -f{column} {txt}", "txt", separator="\t",
        ),
        _column("blank", "in {column} of {txt}", "awk '{print {column.awk}}' {txt}", "txt", "   "),
        _column(
            "log-matching",
            "in {column} of the lines [with|containing|that contain] {word} in {log}",
            "awk '/{word}/ {print {column.awk}}' {log}", "log", "  ", match=True,
        ),
        Source(
            "last-column", _VALUES, "value", "in the last [column|field] of {txt}",
            "awk '{print $NF}' {txt}", _last_column,
            "takes the last column of {txt} (awk)", numeric=True,
        ),
        Source(
            "where", _VALUES, "value",
            "in {column} of {csv} [where|for which] {column2} [is|equals|is equal to] {word}",
            """awk -F, '{column2.awk} == "{word}" {print {column.awk}}' {csv}""", _where,
            "takes {column} of the rows of {csv} whose {column2.ordinal} field is {word} (awk)",
        ),
        Source(
            "cells", _VALUES, "value",
            "in the [column named|column called|column with the header] {measure} of {csv}",
            "awk -F, -v name={measure} 'NR == 1 {for (i = 1; i <= NF; i++) if ($i == name) c = i; "
            "next} {print $c}' {csv}",
            _named_column,
            "finds the column {measure} by the header of {csv} and prints it (awk)",
            numeric=True, weight=0.15,
        ),
    ]  # fmt: skip


def _column(
    name: str, where: str, run: str, file: str, separator: str = ",", header: bool = False,
    match: bool = False,
) -> Source:  # fmt: skip
    def build(world: World, s: Bound, items: list[str]) -> None:
        rows = table({s.column: items}, separator or s.delimiter)
        if match:
            rows = _among([f"{row}  {s.word}" for row in rows], ["a a b b c c d d e e"] * 3)
        start = [separator.join(HEADER)] if header else []
        world.file(s[file].data, [*start, *rows])

    gist = f"takes {{column}} of {{{file}}} ({run.split(' ')[0]})"
    if header:
        gist = "skips the header of {csv} and takes {column} (tail, cut)"
    elif "{delimiter}" in run:
        gist = "takes {column} of {txt}, split at {delimiter} (cut)"
    elif match:
        gist = "takes {column} of the lines of {log} with {word} (awk)"
    common = name in ("csv", "csv-header", "blank")
    return Source(
        name, _VALUES, "value", where, run, build, gist, numeric=True, weight=0.6 if common else 0.3
    )


def _last_column(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.txt, [" ".join([*cells(i, 1 + i % 4), item]) for i, item in enumerate(items)])


def _where(world: World, s: Bound, items: list[str]) -> None:
    rows = table({s.column: items, s.column2: [s.word] * len(items)})
    others = table({s.column: ["aardvark", s.word], s.column2: [f"{s.word}x", "no"]})
    world.file(s.csv, _among(rows, others))


def _named_column(world: World, s: Bound, items: list[str]) -> None:
    header = [f"{s.measure}_x", "first", s.measure, "last"]
    rows = [",".join(["9", f"q{i}", item, "8"]) for i, item in enumerate(items)]
    world.file(s.csv, [",".join(header), *rows])


def _words() -> list[Source]:
    return [
        Source(
            "words", "words", "word", "in {txt}", "tr -s '[:space:]' '\\n' < {txt}",
            _words_of, "puts every word of {txt} on its own line (tr)", weight=0.6,
        ),
        Source(
            "folded-words", "words", "word",
            "in {txt}[, ignoring case and punctuation|, without regard to case or punctuation|"
            ", whatever their case and punctuation]",
            "tr -cs '[:alpha:]' '\\n' < {txt} | tr '[:upper:]' '[:lower:]'", _folded_words,
            "puts every word of {txt} on its own line, without punctuation and in lower case (tr)",
            emit=lambda items, s: [_letters(item).lower() for item in items],
        ),
        _found("numbers", "numbers", "number", "[0-9]+", lambda i, x: f"ab {x}cd;", numeric=True),
        _found(
            "emails", "[email|e-mail] addresses", "[email|e-mail] address",
            "[[:alnum:]._-]+@[[:alnum:].-]+", lambda i, x: f"write to <{x}>, now",
            emit=lambda items, s: [f"{item}@mail.example.com" for item in items],
        ),
        _found(
            "ips", "IP addresses", "IP address", "([0-9]{1,3}\\.){3}[0-9]{1,3}",
            lambda i, x: f"from [{x}] port {i}", emit=lambda items, s: [_ip(x) for x in items],
        ),
        _found(
            "urls", "URLs", "URL", "https?://[^ ]+", lambda i, x: f"see {x} for more",
            emit=lambda items, s: [f"https://{item.lower()}.example.com/a?b=1" for item in items],
        ),
        _found(
            "dates", "dates of the form YYYY-MM-DD", "date of the form YYYY-MM-DD",
            "[0-9]{4}-[0-9]{2}-[0-9]{2}", lambda i, x: f"on {x}T10:00 job {i}",
            emit=lambda items, s: [_date(x) for x in items],
        ),
    ]  # fmt: skip


def _words_of(world: World, s: Bound, items: list[str]) -> None:
    marks = " \t \n"
    world.file(s.txt, "".join(f"{item}{marks[i % 4]}" for i, item in enumerate(items[:-1])))
    node = world[s.txt]
    node.data += f"{items[-1]}\n".encode()


def _folded_words(world: World, s: Bound, items: list[str]) -> None:
    shown = [_letters(item) for item in items]
    shown = [x.title() if i % 3 else f"{x.upper()}," for i, x in enumerate(shown)]
    world.file(s.txt, " ".join(shown) + ".\n")


def _letters(item: str) -> str:
    return item.translate(str.maketrans("0123456789", "abcdefghij"))


def _found(name: str, things: str, thing: str, pattern: str, line, emit=None, numeric=False):
    def build(world: World, s: Bound, items: list[str]) -> None:
        shown = emit(items, s) if emit else items
        lines = [line("z" if numeric else i, item) for i, item in enumerate(shown)]
        world.file(s.txt, _among(lines, ["nothing", "@ at : /", ""]))

    run = f"grep -oE '{pattern}' {{txt}}"
    gist = f"takes every {thing} out of {{txt}} (grep -o)"
    emits = emit or (lambda items, s: items)
    return Source(
        name, things, thing, "in {txt}", run, build, gist, emit=emits, numeric=numeric, weight=0.2
    )


def _ip(item: str) -> str:
    code = crc32(item.encode())
    return f"10.{code % 251}.{code // 251 % 251}.{code // 63001 % 251}"


def _date(item: str) -> str:
    code = crc32(item.encode())
    return f"{1970 + code % 59}-{code // 59 % 12 + 1:02}-{code // 708 % 28 + 1:02}"


def _logs() -> list[Source]:
    return [
        _access("clients", "client IP addresses", "client IP address", 1, weight=0.5),
        _access("paths", "requested [paths|pages|URLs]", "requested [path|page|URL]", 7),
        _access("codes", "[|HTTP ]status codes", "[|HTTP ]status code", 9),
        Source(
            "paths-with-code", "requested [paths|URLs]", "requested [path|URL]",
            "with [|HTTP ]status {code} in the [web server log|access log] {log}",
            "awk '$9 == {code} {print $7}' {log}",
            lambda world, s, items: _write_access(world, s, items, 7, s.code),
            "takes the path of each request of {log} with status {code} (awk)",
            emit=lambda items, s: _access_items(items, 7),
        ),
        Source(
            "clients-with-code", "client IP addresses", "client IP address",
            "[of the requests with|that got] [|HTTP ]status {code} in the "
            "[web server log|access log] {log}",
            "awk '$9 == {code} {print $1}' {log}",
            lambda world, s, items: _write_access(world, s, items, 1, s.code),
            "takes the client of each request of {log} with status {code} (awk)",
            emit=lambda items, s: _access_items(items, 1),
        ),
        Source(
            "starts", "values", "value", "in the first {chars} characters of each line of {log}",
            "cut -c1-{chars} {log}", _starts, "takes the first {chars} characters of each line of "
            "{log} (cut)", emit=lambda items, s: [item.ljust(s.chars, ".") for item in items],
        ),
    ]  # fmt: skip


def _starts(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.log, [f"{item.ljust(s.chars, '.')} {i} rest" for i, item in enumerate(items)])


def _access(name: str, things: str, thing: str, column: int, weight: float = 0.3) -> Source:
    return Source(
        name, things, thing, "in the [web server log|access log] {log}",
        f"awk '{{print ${column}}}' {{log}}",
        lambda world, s, items: _write_access(world, s, items, column),
        f"takes the {thing} of each request of {{log}} (awk)",
        emit=lambda items, s: _access_items(items, column), weight=weight,
    )  # fmt: skip


def _access_items(items: list[str], column: int) -> list[str]:
    if column == 1:
        return [_ip(item) for item in items]
    if column == 7:
        return [f"/{item}/index.html" for item in items]
    codes = [200, 404, 500, 301, 302, 403, 304, 400, 401, 405, *range(410, 499), *range(501, 560)]
    order = sorted(set(items))
    return [str(codes[order.index(item) % len(codes)]) for item in items]


def _write_access(world: World, s: Bound, items: list[str], column: int, code: int = 0) -> None:
    lines = []
    for index, item in enumerate(_access_items(items, column)):
        parts = ["192.0.2.9", "/a/b.png", str(code or 200)]
        parts[{1: 0, 7: 1, 9: 2}[column]] = item
        lines.append(_request(index, *parts))
    if code:
        others = [_request(60, "10.9.9.9", f"/{code}", str(code % 7 + 600))] * 3
        lines = _among(lines, others)
    world.file(s.log, lines)


def _request(index: int, client: str, path: str, status: str) -> str:
    time = f"[17/May/2024:10:{index // 60 % 60:02}:{index % 60:02} +0000]"
    return f'{client} - - {time} "GET {path} HTTP/1.1" {status} {1000 + index} "-" "agent/1.0"'


def _records() -> list[Source]:
    return [
        Source(
            "json", "{key} values", "{key} value",
            "[of the objects in|of all the objects in|in the array in|in the JSON array] {json}",
            "jq -r '.[].{key}' {json}", _json, "takes {key} of each object in {json} (jq -r)",
            numeric=True,
        ),
        Source(
            "logins", "[user names|login names|usernames]", "[user name|login name|username]",
            "in {passwd}, a copy of /etc/passwd", "cut -d: -f1 {passwd}", _passwd(0),
            "takes the user names from {passwd} (cut)", weight=0.15,
        ),
        Source(
            "shells", "login shells", "login shell", "in {passwd}, a copy of /etc/passwd",
            "cut -d: -f7 {passwd}", _passwd(6), "takes the login shells from {passwd} (cut)",
            emit=lambda items, s: [f"/bin/{item}" for item in items], weight=0.15,
        ),
        Source(
            "variables", "[variable names|names of variables]", "variable name", "in {env}",
            "cut -d= -f1 {env}",
            lambda world, s, items: world.file(s.env, [f"{item}=1=2 x" for item in items]),
            "takes the names before the = signs of {env} (cut)", weight=0.15,
        ),
    ]  # fmt: skip


def _json(world: World, s: Bound, items: list[str]) -> None:
    records = [
        {"code": "aardvark", s.key: int(item) if item.isdigit() else item, "tags": [s.key]}
        for item in items
    ]
    world.file(s.json, json.dumps(records))


def _passwd(place: int):
    def build(world: World, s: Bound, items: list[str]) -> None:
        rows = []
        for index, item in enumerate(items):
            row = [f"u{index}", "x", "1000", "1000", "A Name", f"/home/u{index}", "/bin/sh"]
            row[place] = f"/bin/{item}" if place == 6 else item
            rows.append(":".join(row))
        world.file(s.passwd, rows)

    return build
