"""Objects chosen by a test, or in order."""

import json
from collections import Counter
from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.jq import Data, Record, printed
from bashcoder_mlx.trial.world import World

_TESTS: dict[str, Callable[[Record, Bound], bool]] = {
    "equal": lambda r, s: r[s.key] == s.word,
    "unequal": lambda r, s: r[s.key] != s.word,
    "contains": lambda r, s: s.word in r[s.key],
    "starts": lambda r, s: r[s.key].startswith(s.word),
    "ends": lambda r, s: r[s.key].endswith(s.word),
    "matches": lambda r, s: s.word.lower() in r[s.key].lower(),
    "over": lambda r, s: r[s.measure] > s.amount,
    "under": lambda r, s: r[s.measure] < s.amount,
    "least": lambda r, s: r[s.measure] >= s.amount,
    "most": lambda r, s: r[s.measure] <= s.amount,
}


def _chosen(d: Data, s: Bound, test: str) -> Data:
    return [record for record in d if _TESTS[test](record, s)]


@printed("each")
def chosen(d: Data, s: Bound, test: str) -> Data:
    """Those that pass, one after the other."""
    return _chosen(d, s, test)


@printed("pretty")
def chosen_array(d: Data, s: Bound, test: str) -> Data:
    """An array of those that pass."""
    return _chosen(d, s, test)


@printed("raw")
def chosen_field(d: Data, s: Bound, test: str) -> list[object]:
    """{key2} of those that pass."""
    return [record[s.key2] for record in _chosen(d, s, test)]


@printed("pretty")
def chosen_count(d: Data, s: Bound, test: str) -> int:
    """How many pass."""
    return len(_chosen(d, s, test))


def _by_measure(d: Data, s: Bound) -> Data:
    return sorted(d, key=lambda record: record[s.measure])


@printed("pretty")
def ordered(d: Data, s: Bound, order: str) -> object:
    """By {measure}: all, or some at an end."""
    found = _by_measure(d, s)
    ends = {"up": found, "down": found[::-1], "max": found[-1], "min": found[0]}
    return ends[order] if order in ends else found[::-1][: s.count]


@printed("raw")
def field_in_order(d: Data, s: Bound) -> list[object]:
    """{key} by {measure}."""
    return [record[s.key] for record in _by_measure(d, s)]


@printed("pretty")
def by_key(d: Data, s: Bound) -> Data:
    """By the text of {key}."""
    return sorted(d, key=lambda record: record[s.key])


@printed("compact")
def counts(d: Data, s: Bound) -> list[Record]:
    """An object with a number for each {key}."""
    return [dict(sorted(Counter(record[s.key] for record in d).items()))]


def measures(world: World, s: Bound) -> None:
    """Four objects with {measure}, the largest and the smallest neither first nor last."""
    records = [{s.measure: value, "z": 99} for value in (8, 40, 2, 10)]
    world.file(s.json, json.dumps(records), days=3)
