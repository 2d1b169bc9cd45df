"""JSON with jq: whole files, fields, the items of arrays, CSV."""

import json
from collections.abc import Callable, Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import names, text_task

PRINT = "[print|show|get|extract]"
_ARRAY = "[the array in {json}|the JSON array in {json}|the list of objects in {json}|{json}]"
OBJECTS = "[objects|items|elements|entries]"
Record = dict[str, object]


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _whole()
    yield from _object()
    yield from _items()


def pretty(value: object) -> str:
    """As jq prints it: two blanks of indentation."""
    if value in ([], {}):
        return "[]\n" if value == [] else "{}\n"
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def compact(values: Sequence[object]) -> list[str]:
    """Each value on a line, as jq -c prints it."""
    return [json.dumps(value, separators=(",", ":"), ensure_ascii=False) for value in values]


def jq_task(
    name: str, run: str, say: Sequence[str], explain: str, data: Callable[[Bound], object],
    result: Callable[[object, Bound], object], ask: Sequence[str] = (), weight: float = 0.8,
) -> Task:  # fmt: skip
    """A task that prints what `result` makes of the data: a text or lines."""
    return text_task(
        f"text.jq-{name}", say, run, [explain],
        lambda world, s: world.file(s.json, json.dumps(data(s))),
        lambda world, s: result(data(s), s), ask=ask, weight=weight,
    )  # fmt: skip


def records(s: Bound) -> list[Record]:
    """Objects with the fields that are named, some with the word, numbers in no order."""
    words = [s["word"].data if "word" in s else "heron", "otter", "Gecko", "bison", "otter"]
    values = [s["amount"].data + k if "amount" in s else 7 * k % 11 for k in (3, -1, 0, 40, 1)]
    found = []
    for index, (word, value) in enumerate(zip(words, values, strict=True)):
        record: Record = {"n": index}
        if "key" in s:
            record[s["key"].data] = f"{word}{index}" if "word" not in s and index > 3 else word
        if "key2" in s:
            record[s["key2"].data] = names(9)[index]
        if "measure" in s:
            record[s["measure"].data] = value
        found.append(record)
    return found


def _whole() -> Iterator[Task]:
    data = {"b": [1, {"c": None}], "a": "x y"}
    for name, run, say, result in (
        ("pretty", "jq . {json}", [
            "[pretty-print|pretty print|format|indent|prettify] {json}", "[print|show] {json} "
            "[nicely formatted|indented|formatted]", "make {json} readable with jq"], pretty(data)),
        ("compact", "jq -c . {json}", [
            "[print|show] {json} on one line", "[compact|minify] {json}[| with jq]",
            "[print|show] {json} in compact form"], compact([data])),
        ("keys", "jq 'keys' {json}", [
            "[print|show|list] the keys [of|in] {json}", "[print|list] the top-level keys of the "
            "object in {json}"], pretty(["a", "b"])),
        ("keys-raw", "jq -r 'keys[]' {json}", [
            "[print|show|list] the [top-level |]keys of {json}, one per line[| and without quotes]"],
         ["a", "b"]),
        ("sorted-keys", "jq -S . {json}", [
            "[print|show] {json} with [its |]keys sorted", "sort the keys of {json} and print it"],
         pretty(dict(sorted(data.items())))),
        ("type", "jq -r type {json}", [
            "[print|show] [whether|if] {json} [is an array or an object|holds an array or an "
            "object]", "[print|show] the JSON type of [the top level of |]{json}"], ["object"]),
        ("tab", "jq --tab . {json}", ["[pretty-print|format|indent] {json} with tabs"],
         json.dumps(data, indent="\t") + "\n"),
        ("length-object", "jq 'keys | length' {json}", ["count the [|top-level ]keys [of|in] {json}",
                                                       "[print|show] how many keys the object in "
                                                       "{json} has"], "2\n"),
    ):  # fmt: skip
        yield jq_task(name, run, say, sentence(say[0]), lambda s: data, lambda d, s, r=result: r)
    yield text_task(
        "text.jq-valid", ["check [whether|if|that] {json} is valid JSON", "validate {json}"],
        "jq empty {json}", ["Checks whether {json} is valid JSON."],
        lambda world, s: world.file(s.json, '{"a": 1}\n'), ask=["is {json} valid JSON?"],
    )  # fmt: skip


def sentence(say: str) -> str:
    """A sentence of the first choice of an instruction: "[print|show] x" is "Prints x."."""
    verb, _, rest = say.partition("] ") if say.startswith("[") else say.partition(" ")
    first = verb.lstrip("[").partition("|")[0]
    irregular = {"pretty-print": "Pretty-prints", "minify": "Minifies"}
    rest = rest.replace(" and [save|write] ", " and writes ")
    return f"{irregular.get(first, first.capitalize() + 's')} {rest}."


def _object() -> Iterator[Task]:
    def data(s: Bound) -> Record:
        inner = {s["key2"].data: "deep one", "z": 1} if "key2" in s else "a value"
        return {"other": "no", s.key: inner, "list": [3, 1, 2]}

    yield jq_task(
        "field", "jq -r '.{key}' {json}",
        [PRINT + " [the field|the value of|the value of the field] {key} [of|in|from] {json}",
         PRINT + " {key} from {json}[| without quotes]"],
        "Prints the field {key} of {json}.", data, lambda d, s: ["a value"],
        ["[what is|value of] {key} in {json}"], 2,
    )  # fmt: skip
    yield jq_task(
        "field-quoted", "jq '.{key}' {json}",
        [PRINT + " [the field|the value of] {key} of {json} as JSON", PRINT + " {key} from "
         "{json}, keeping the quotes"],
        "Prints the field {key} of {json} as JSON.", data, lambda d, s: '"a value"\n',
    )  # fmt: skip
    yield jq_task(
        "nested", "jq -r '.{key}.{key2}' {json}",
        [PRINT + " [the value of |the field ]{key2} [inside|within|under] {key} [in|from] {json}",
         PRINT + " the nested field {key}.{key2} of {json}"],
        "Prints the field {key2} inside {key} of {json}.", data, lambda d, s: ["deep one"],
    )  # fmt: skip
    yield jq_task(
        "has", "jq 'has(\"{key}\")' {json}",
        ["check [whether|if] {json} has [the|a] [key|field] {key}"],
        "Prints whether {json} has the key {key}.", data, lambda d, s: "true\n",
        ["does {json} have the key {key}?"],
    )  # fmt: skip
    yield jq_task(
        "default", "jq -r '.{key} // \"{word}\"' {json}",
        [PRINT + " {key} from {json}, or {word} if it is missing"],
        "Prints the field {key} of {json}, or {word} where there is none.",
        lambda s: {"other": 1}, lambda d, s: [s.word],
    )  # fmt: skip
    for name, program, say, result in (
        ("list", ".{key}[]", [PRINT + " [every item|each element|the elements] of the array {key} "
                              "in {json}[,|] one per line"], lambda v: v),
        ("list-length", ".{key} | length", [
            "count the [items|elements] of the array {key} in {json}",
            "[print|show] how many [items|elements] {key} has in {json}"], lambda v: [str(len(v))]),
        ("list-first", ".{key}[0]", [PRINT + " the first [item|element] of the array {key} in "
                                     "{json}"], lambda v: v[:1]),
        ("list-last", ".{key}[-1]", [PRINT + " the last [item|element] of the array {key} in "
                                     "{json}"], lambda v: v[-1:]),
        ("list-joined", '.{key} | join(", ")', [
            PRINT + " the [items|elements] of the array {key} in {json} joined [by|with] a comma "
            "and a space"], lambda v: [", ".join(v)]),
    ):  # fmt: skip
        yield jq_task(
            name, f"jq -r '{program}' {{json}}", say, sentence(say[0].replace("[,|]", "")),
            lambda s: {"x": [9], s.key: ["c", "a", "b"]},
            lambda d, s, r=result: r(["c", "a", "b"]),
        )  # fmt: skip


def _items() -> Iterator[Task]:
    yield jq_task(
        "length", "jq length {json}",
        ["count the " + OBJECTS + " [of|in] [the array in |]{json}",
         "[print|show] how many " + OBJECTS + " [the array in |]{json} has"],
        "Prints the number of elements of the array in {json}.", records,
        lambda d, s: f"{len(d)}\n", ["how many " + OBJECTS + " are in {json}?"],
    )  # fmt: skip
    yield jq_task(
        "first", "jq '.[0]' {json}",
        [PRINT + " the first [object|item|element] of " + _ARRAY],
        "Prints the first element of the array in {json}.", records, lambda d, s: pretty(d[0]),
    )  # fmt: skip
    yield jq_task(
        "last", "jq '.[-1]' {json}",
        [PRINT + " the last [object|item|element] of " + _ARRAY],
        "Prints the last element of the array in {json}.", records, lambda d, s: pretty(d[-1]),
    )  # fmt: skip
    yield jq_task(
        "slice", "jq '.[:{count}]' {json}",
        [PRINT + " the first {count} " + OBJECTS + " of " + _ARRAY],
        "Prints the first {count} elements of the array in {json}.",
        lambda s: list(range(s.count + 3)), lambda d, s: pretty(d[: s.count]),
    )  # fmt: skip
    yield jq_task(
        "nth", "jq '.[{n}]' {json}",
        [PRINT + " the [element|item|object] with index {n} of " + _ARRAY],
        "Prints the element with index {n} of the array in {json}.",
        lambda s: list(range(100, 103 + s.n)), lambda d, s: f"{d[s.n]}\n",
    )  # fmt: skip
    yield jq_task(
        "lines", "jq -c '.[]' {json}",
        [PRINT + " each [object|item|element] of " + _ARRAY + " on [its own|one] line",
         "[turn|convert] the array in {json} into one JSON object per line"],
        "Prints each element of the array in {json} on a line of its own.", records,
        lambda d, s: compact(d),
    )  # fmt: skip
    yield jq_task(
        "two-fields", "jq -c '.[] | {{key}, {key2}}' {json}",
        [PRINT + " [only |]the fields {key} and {key2} of each [object|item] in {json}[,|] as "
         "JSON, one per line"],
        "Prints an object of {key} and {key2} for each element of the array in {json}.", records,
        lambda d, s: compact([{k: r[k] for k in (s.key, s.key2)} for r in d]),
    )  # fmt: skip
    for name, ending, said, line in (
        ("csv", "@csv", "[as CSV|comma-separated]", lambda a, b: f'"{a}","{b}"'),
        ("tsv", "@tsv", "[as TSV|separated by tabs|tab-separated]", lambda a, b: f"{a}\t{b}"),
    ):  # fmt: skip
        yield jq_task(
            name, f"jq -r '.[] | [.{{key}}, .{{key2}}] | {ending}' {{json}}",
            [f"{PRINT} {{key}} and {{key2}} of each [object|item] in {{json}} {said}"],
            f"Prints {{key}} and {{key2}} of each object in {{json}} {said}.", records,
            lambda d, s, f=line: [f(r[s.key], r[s.key2]) for r in d],
        )  # fmt: skip
    yield jq_task(
        "string", "jq -r '.[] | \"\\(.{key}): \\(.{key2})\"' {json}",
        [PRINT + " {key}, a colon and {key2} for each [object|item] in {json}"],
        "Prints {key} and {key2} of each object in {json} with a colon between.", records,
        lambda d, s: [f"{r[s.key]}: {r[s.key2]}" for r in d],
    )  # fmt: skip
    yield jq_task(
        "map", "jq 'map(.{key})' {json}",
        [PRINT + " [a JSON array|an array|a JSON list] of the {key} of [every|each] object in "
         "{json}"],
        "Prints a JSON array of the {key} of every object in {json}.", records,
        lambda d, s: pretty([r[s.key] for r in d]),
    )  # fmt: skip
    yield jq_task(
        "unique", "jq -r 'map(.{key}) | unique[]' {json}",
        [PRINT + " the [distinct|different|unique] values of {key} in {json} [with|using] jq "
         "[only|alone]"],
        "Prints the different values of {key} in {json}, sorted.", records,
        lambda d, s: sorted({r[s.key] for r in d}),
    )  # fmt: skip
    yield jq_task(
        "all-values", "jq '.. | .{key}? // empty' {json}",
        ["find every value of {key} anywhere in {json}", PRINT + " [all|every] {key} in {json} at "
         "[any|whatever] depth"],
        "Prints every value of {key} in {json}, however deep.",
        lambda s: {s.key: 1, "in": {s.key: 2, "more": [{s.key: 3}]}},
        lambda d, s: ["1", "2", "3"],
    )  # fmt: skip
