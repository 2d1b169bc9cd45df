"""JSON as jq reads and prints it."""

import json
from collections.abc import Callable, Sequence
from functools import wraps

from bashcoder_mlx.corpora.synthetic.task import Bound, Result
from bashcoder_mlx.corpora.synthetic.tasks.shared.text import names, put
from bashcoder_mlx.trial.world import World

Record = dict[str, object]
Data = list[Record]
_OFFSETS = (3, -1, 0, 40, 1, -30, 9)


def pretty(value: object) -> str:
    """With two blanks of indentation."""
    if value in ([], {}):
        return "[]\n" if value == [] else "{}\n"
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def compact(values: Sequence[object]) -> list[str]:
    """A value on each line, as jq -c prints it."""
    return [json.dumps(value, separators=(",", ":"), ensure_ascii=False) for value in values]


def raw(values: Sequence[object]) -> list[str]:
    """A value on each line, as jq -r prints texts and numbers."""
    return [str(value) for value in values]


def _each(values: Sequence[object]) -> str:
    return "".join(map(pretty, values))


_FORMS: dict[str, Callable] = {"pretty": pretty, "compact": compact, "raw": raw, "each": _each}


def printed(form: str) -> Callable:
    """An oracle out of what becomes of the data in {json}: a value to print prettily, or several,
    "compact", "raw" or "each" prettily.
    """

    def decorate(result: Callable) -> Callable:
        @wraps(result)
        def expect(world: World, s: Bound, into: str = "", **more) -> Result:
            found = result(json.loads(world[s.json].text), s, **more)
            return put(world, s, into, _FORMS[form](found))

        return expect

    return decorate


def records(world: World, s: Bound) -> None:
    """Objects with the fields that are named. Values of {key} are {word} alone, at the start, in
    the middle, in capitals, and others, two of them equal; those of {measure} are in no order, near
    {amount}.
    """
    many = max(7, s["count"].data + 4 if "count" in s else 0)
    words = ["heron", "otter", "Gecko", "bison", "otter"]
    if "word" in s:
        words = [s.word, f"x{s.word}y", f"{s.word}2", s.word.upper(), "otter"]
    base = s["amount"].data if "amount" in s else 60
    found: Data = []
    for index in range(many):
        record: Record = {"n": index}
        if "key" in s:
            record[s.key] = words[index % 5]
        if "key2" in s:
            record[s.key2] = names(many)[index]
        if "measure" in s:
            record[s.measure] = base + _OFFSETS[index % 7] + index // 7 * 100
        found.append(record)
    world.file(s.json, json.dumps(found), days=3)


def settings(world: World, s: Bound) -> None:
    """An object with the field that is named, and others."""
    key, measure = ("key", "old"), ("measure", 40)
    named = next(((s[slot].data, value) for slot, value in (key, measure) if slot in s), ("k", 2))
    world.file(s.json, json.dumps({"first": 1, named[0]: named[1], "last": [1, 2]}), days=3)
