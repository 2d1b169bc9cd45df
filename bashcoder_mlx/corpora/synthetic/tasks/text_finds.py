"""Sources of pipelines: words, matches, the fields of web server logs, of JSON and of accounts."""

import json
from collections.abc import Callable, Sequence
from zlib import crc32

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import Source
from bashcoder_mlx.corpora.synthetic.tasks.text_sources import SUMS, among
from bashcoder_mlx.trial.world import World


def sources() -> list[Source]:
    """Words, matches, logs and records."""
    return [*_words(), *_logs(), *_records()]


def _words() -> list[Source]:
    return [
        Source(
            "words", "words", "word", "in {txt}", "tr -s '[:space:]' '\\n' < {txt}",
            _words_of, "puts every word of {txt} on its own line (tr)", weight=0.6, never=("count",),
            say=["[put|print|show] [each|every] word of {txt} on [its own|a separate] line",
                 "split {txt} into words, one per line", "[print|list] the words of {txt}[,|] one "
                 "per line"],
        ),
        Source(
            "folded-words", "words", "word",
            "in {txt} [(ignoring case and punctuation)|(without regard to case and punctuation)]",
            "tr -cs '[:alpha:]' '\\n' < {txt} | tr '[:upper:]' '[:lower:]'", _folded_words,
            "puts every word of {txt} on its own line, without punctuation and in lower case (tr)",
            emit=lambda items, s: [_letters(item).lower() for item in items],
            never=("lower", "lower-distinct", "lower-count", "lower-top", "tally-case"),
            say=["[print|list] the words of {txt} in lower case, one per line, without "
                 "punctuation"],
        ),
        _found(
            "numbers", "numbers", "number", "[0-9]+", lambda i, x: f"ab {x}cd;", numeric=True,
            emit=lambda items, s: [_digits(item) for item in items], never=("longest",),
        ),
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
    shown = [x.title() if i % 3 else f"{x.upper()}," for i, x in enumerate(items)]
    world.file(s.txt, " ".join(shown) + ".\n")


def _letters(item: str) -> str:
    return item.translate(str.maketrans("0123456789", "abcdefghij"))


def _digits(item: str) -> str:
    return item if item.isdigit() else str(crc32(item.encode()) % 99991)


def _found(
    name: str, things: str, thing: str, pattern: str, line: Callable[[object, str], str],
    emit: Callable[[list[str], Bound], list[str]], numeric: bool = False, never: Sequence[str] = (),
) -> Source:  # fmt: skip
    def build(world: World, s: Bound, items: list[str]) -> None:
        lines = [line("z" if numeric else i, item) for i, item in enumerate(items)]
        world.file(s.txt, among(lines, ["nothing", "@ at : /", ""]))

    run = f"grep -oE '{pattern}' {{txt}}"
    gist = f"takes every {thing} out of {{txt}} (grep -o)"
    return Source(
        name, things, thing, "in {txt}", run, build, gist, emit=emit, numeric=numeric, weight=0.2,
        never=("kept-order", *never),
    )  # fmt: skip


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
            "with [|HTTP ]status {code} in {log}[| (an access log)| (a web server log)]",
            "awk '$9 == {code} {print $7}' {log}",
            lambda world, s, items: _write_access(world, s, items, 7, s.code),
            "takes the path of each request of {log} with status {code} (awk)",
            emit=lambda items, s: _access_items(items, 7), never=("count",),
            say=["[print|list|show] the requested [paths|URLs] [with|that got] [|HTTP ]status "
                 "{code} in {log}[| (an access log)]"],
        ),
        Source(
            "clients-with-code", "client IP addresses", "client IP address",
            "[of the requests with|that got] [|HTTP ]status {code} in the "
            "[web server log|access log] {log.raw}",
            "awk '$9 == {code} {print $1}' {log}",
            lambda world, s, items: _write_access(world, s, items, 1, s.code),
            "takes the client of each request of {log} with status {code} (awk)",
            emit=lambda items, s: _access_items(items, 1), never=("count",),
            say=["[print|list|show] the [client |]IP addresses of the requests [with|that got] "
                 "[|HTTP ]status {code} in {log}"],
        ),
        Source(
            "starts", "values", "value", "in the first {chars} characters of each line of {log}",
            "cut -c1-{chars} {log}", _starts, "takes the first {chars} characters of each line of "
            "{log} (cut)", emit=lambda items, s: [item.ljust(s.chars, ".") for item in items],
            never=("count",),
            say=["[print|show|keep] [only |]the first {chars} characters of [each|every] line "
                 "[of|in] {log}", "cut [each|every] line of {log} after {chars} characters"],
        ),
    ]  # fmt: skip


def _starts(world: World, s: Bound, items: list[str]) -> None:
    world.file(s.log, [f"{item} {i} rest" for i, item in enumerate(items)])


def _access(name: str, things: str, thing: str, column: int, weight: float = 0.3) -> Source:
    return Source(
        name, things, thing, "in {log}[| (an access log)| (a web server log)]",
        f"awk '{{print ${column}}}' {{log}}",
        lambda world, s, items: _write_access(world, s, items, column),
        f"takes the {thing} of each request of {{log}} (awk)",
        emit=lambda items, s: _access_items(items, column), weight=weight, never=("count",),
        say=[f"[print|list|show|extract] the {things} in {{log}}[| (an access log)]",
             f"[print|list] the {thing} of [each|every] request in {{log}}"],
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
    for index, item in enumerate(items):
        parts = ["192.0.2.9", "/a/b.png", str(code or 200)]
        parts[{1: 0, 7: 1, 9: 2}[column]] = item
        lines.append(_request(index, *parts))
    if code:
        others = [_request(60, "10.9.9.9", f"/{code}", str(code % 7 + 600))] * 3
        lines = among(lines, others)
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
            numeric=True, never=SUMS,
            say=["[print|show|list|extract|get] the {key} of [each|every] [object|item|element] in "
                 "[|the array in ]{json}",
                 "[print|list] [all|all the|the] {key} values [of|in] the array in {json}"],
        ),
        Source(
            "logins", "[user names|login names|usernames]", "[user name|login name|username]",
            "in {passwd}[| (the same format as /etc/passwd)]", "cut -d: -f1 {passwd}", _passwd(0),
            "takes the user names from {passwd} (cut)", weight=0.15, never=("count",),
            say=["[print|list|extract] the [user names|login names|usernames] in {passwd}[| (the "
                 "same format as /etc/passwd)]"],
        ),
        Source(
            "shells", "login shells", "login shell", "in {passwd}[| (the same format as /etc/passwd)]",
            "cut -d: -f7 {passwd}", _passwd(6), "takes the login shells from {passwd} (cut)",
            emit=lambda items, s: [f"/bin/{item}" for item in items], weight=0.15,
            never=("count",),
            say=["[print|list|extract] the [login shells|shell of each user] in {passwd}[| (the "
                 "same format as /etc/passwd)]"],
        ),
        Source(
            "variables", "[variable names|names of variables]", "variable name", "in {env}",
            "cut -d= -f1 {env}",
            lambda world, s, items: world.file(s.env, [f"{item}=1=2 x" for item in items]),
            "takes the names before the = signs of {env} (cut)", weight=0.15,
            never=("count",),
            say=["[print|list|show] the [variable names|names of the variables] [set|defined] in "
                 "{env}"],
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
            row[place] = item
            rows.append(":".join(row))
        world.file(s.passwd, rows)

    return build
