"""JSON with jq: filters, sorting, sums, changes."""

import json
from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.text_json import (
    OBJECTS,
    PRINT,
    Record,
    compact,
    jq_task,
    pretty,
    records,
    sentence,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import text_of, text_task
from bashcoder_mlx.trial.world import World


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    yield from _filters()
    yield from _sorted()
    yield from _sums()
    yield from _writes()


_TESTS = (
    ("equal", '.{key} == "{word}"', "[whose {key} [is|equals]|[where|in which] {key} [is|equals|is "
     "equal to]] {word}", lambda r, s: r[s.key] == s.word),
    ("unequal", '.{key} != "{word}"', "[whose {key} is not|[where|in which] {key} is not] {word}",
     lambda r, s: r[s.key] != s.word),
    ("contains", '.{key} | contains("{word}")', "[whose {key} contains|[where|in which] {key} "
     "contains] {word}", lambda r, s: s.word in r[s.key]),
    ("starts", '.{key} | startswith("{word}")', "[whose {key} [starts|begins] with|[where|in which] "
     "{key} [starts|begins] with] {word}", lambda r, s: r[s.key].startswith(s.word)),
    ("over", ".{measure} > {amount}", "[whose {measure} is [greater than|above|over|more than]|"
     "[where|in which] {measure} is [greater than|above|over]] {amount}",
     lambda r, s: r[s.measure] > s.amount),
    ("under", ".{measure} < {amount}", "[whose {measure} is [less than|below|under]|[where|in "
     "which] {measure} is [less than|below|under]] {amount}",
     lambda r, s: r[s.measure] < s.amount),
    ("least", ".{measure} >= {amount}", "[whose {measure} is at least|[where|in which] {measure} is "
     "at least] {amount}", lambda r, s: r[s.measure] >= s.amount),
)  # fmt: skip


def _filters() -> Iterator[Task]:
    for name, test, said, passes in _TESTS:

        def chosen(d: object, s: Bound, p=passes) -> list[Record]:
            return [r for r in d if p(r, s)]

        what = f"{OBJECTS} [of|in] {{json}} {said}"
        yield jq_task(
            f"select-{name}", f"jq '.[] | select({test})' {{json}}",
            [f"{PRINT} the {what}", f"[find|select|filter] the {what}"],
            f"Prints the objects in {{json}} {said}.", records,
            lambda d, s, c=chosen: "".join(map(pretty, c(d, s))), [what],
        )  # fmt: skip
        yield jq_task(
            f"select-array-{name}", f"jq 'map(select({test}))' {{json}}",
            [f"{PRINT} the {what}, as [an array|a JSON array|one array]"],
            f"Prints an array of the objects in {{json}} {said}.", records,
            lambda d, s, c=chosen: pretty(c(d, s)), weight=0.5,
        )  # fmt: skip
        yield jq_task(
            f"select-field-{name}", f"jq -r '.[] | select({test}) | .{{key2}}' {{json}}",
            [f"{PRINT} [|the ]{{key2}} of the {what}"],
            f"Prints {{key2}} of the objects in {{json}} {said}.", records,
            lambda d, s, c=chosen: [r[s.key2] for r in c(d, s)],
        )  # fmt: skip
        yield jq_task(
            f"select-count-{name}", f"jq 'map(select({test})) | length' {{json}}",
            [f"count the {what}", f"[print|show] the number of {what}"],
            f"Counts the objects in {{json}} {said}.", records,
            lambda d, s, c=chosen: f"{len(c(d, s))}\n", [f"how many {what} are there?"],
        )  # fmt: skip


def _sorted() -> Iterator[Task]:
    by = "[sort|order] the " + OBJECTS + " [of|in] {json} by {measure}"
    most = "[largest|highest|biggest]"

    def ordered(d: object, s: Bound, reverse: bool = False) -> list[Record]:
        return sorted(d, key=lambda r: r[s.measure], reverse=reverse)

    for name, program, say, result in (
        ("up", "sort_by(.{measure})", [by + "[|, lowest first]"], lambda d, s: ordered(d, s)),
        ("down", "sort_by(.{measure}) | reverse", [
            by + ", [highest|largest] first", by + " in descending order"],
         lambda d, s: ordered(d, s, True)),
        ("top", "sort_by(-.{measure}) | .[:{count}]", [
            f"{PRINT} the {{count}} {OBJECTS} [of|in] {{json}} with the {most} {{measure}}"],
         lambda d, s: ordered(d, s, True)[: s.count]),
        ("max", "max_by(.{measure})", [
            f"{PRINT} the [object|item|element|entry] [of|in] {{json}} with the {most} "
            "{measure}"], lambda d, s: ordered(d, s)[-1]),
        ("min", "min_by(.{measure})", [
            f"{PRINT} the [object|item|element|entry] [of|in] {{json}} with the [smallest|lowest] "
            "{measure}"], lambda d, s: ordered(d, s)[0]),
    ):  # fmt: skip
        yield jq_task(
            f"sort-{name}", f"jq '{program}' {{json}}", say, sentence(say[0]), records,
            lambda d, s, r=result: pretty(r(d, s)),
        )  # fmt: skip
    yield jq_task(
        "sort-field", "jq -r 'sort_by(.{measure}) | .[].{key}' {json}",
        [PRINT + " [|the ]{key} of each [object|item] in {json}, [sorted|ordered] by {measure}"],
        "Prints {key} of each object in {json}, sorted by {measure}.", records,
        lambda d, s: [r[s.key] for r in ordered(d, s)],
    )  # fmt: skip
    yield jq_task(
        "group", "jq -c 'group_by(.{key}) | map({(.[0].{key}): length}) | add' {json}",
        ["count the " + OBJECTS + " [of|in] {json} [by|per|for each] {key} with jq"],
        "Counts the objects in {json} for each {key}.", records,
        lambda d, s: compact([{k: sum(r[s.key] == k for r in d)
                                for k in sorted({r[s.key] for r in d})}]),
    )  # fmt: skip


def _sums() -> Iterator[Task]:
    for name, program, words, value in (
        ("sum", "map(.{measure}) | add", "[sum|total]", sum),
        ("mean", "map(.{measure}) | add / length", "[average|mean]", lambda v: sum(v) / len(v)),
        ("maximum", "map(.{measure}) | max", "[maximum|largest|highest]", max),
        ("minimum", "map(.{measure}) | min", "[minimum|smallest|lowest]", min),
    ):  # fmt: skip
        of = "of {measure}" if name in ("sum", "mean") else "{measure}"
        yield jq_task(
            name, f"jq '{program}' {{json}}",
            [f"[print|compute|show|get] the {words} {of} [in|over|of all objects in] {{json}}"],
            f"Prints the {words} {of} over the objects in {{json}}.",
            lambda s: [{s.measure: v, "z": 99} for v in (4, 10, 2, 8)],
            lambda d, s, f=value: f"{f([r[s.measure] for r in d]):g}\n",
            [f"what is the {words} {of} in {{json}}?"],
        )  # fmt: skip


def _writes() -> Iterator[Task]:
    """Results that go to another file."""
    for name, run, say, text in (
        ("pretty", "jq . {json} > {json2}", [
            "[format|pretty-print|indent] {json} [into|and save it as] {json2}"], pretty),
        ("compact", "jq -c . {json} > {json2}", [
            "[minify|compact] {json} [into|and save it as] {json2}"],
         lambda v: text_of(compact([v]))),
        ("without", "jq 'del(.{key})' {json} > {json2}", [
            "[remove|delete|drop] [the field |the key |]{key} from {json} and [save|write] the "
            "result [to|as] {json2}"], None),
        ("set", "jq '.{key} = \"{word}\"' {json} > {json2}", [
            "set {key} to {word} in {json} and [save|write] the result [to|as] {json2}",
            "change [the field |]{key} of {json} to {word} and save it as {json2}"], None),
        ("number", "jq '.{measure} = {n}' {json} > {json2}", [
            "set {measure} to [the number |]{n} in {json} and [save|write] the result [to|as] "
            "{json2}"], None),
    ):  # fmt: skip

        def expect(world: World, s: Bound, n=name, t=text) -> None:
            world.file(s.json2, t(_settings(s)) if t else pretty(_changed(n, s)))

        yield text_task(
            f"text.jq-{name}-to", say, run, [sentence(say[0].replace("[into|and save it as]",
                                                                      "into"))],
            lambda world, s: world.file(s.json, json.dumps(_settings(s))), expect, weight=0.6,
        )  # fmt: skip
        if text is None:
            yield text_task(
                f"text.jq-{name}-shown",
                [f"[print|show] {{json}} {_SHOWN[name]}"], run.replace(" > {json2}", ""),
                [f"Prints {{json}} {_SHOWN[name]}."],
                lambda world, s: world.file(s.json, json.dumps(_settings(s))),
                lambda world, s, n=name: pretty(_changed(n, s)), weight=0.6,
            )  # fmt: skip


_SHOWN = {
    "without": "without [the field |the key |]{key}",
    "set": "with {key} [set|changed] to {word}",
    "number": "with {measure} [set|changed] to [the number |]{n}",
}


def _settings(s: Bound) -> Record:
    name = s["key"].data if "key" in s else s["measure"].data if "measure" in s else "k"
    return {"first": 1, name: "old", "last": [1, 2]}


def _changed(name: str, s: Bound) -> Record:
    data = _settings(s)
    if name == "without":
        del data[s.key]
    elif name == "set":
        data[s.key] = s.word
    else:
        data[s.measure] = s.n
    return data
