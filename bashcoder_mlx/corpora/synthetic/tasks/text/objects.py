"""What jq makes of the objects of an array."""

import json

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.jq import Data, Record, printed
from bashcoder_mlx.trial.world import World


@printed("pretty")
def length(d: Data, s: Bound) -> int:
    """The number of objects."""
    return len(d)


@printed("pretty")
def at(d: Data, s: Bound, index: str) -> object:
    """The one of an index."""
    return d[int(s.fill(index))]


@printed("pretty")
def first_of_count(d: Data, s: Bound) -> Data:
    """{count} of them."""
    return d[: s.count]


def numbers(world: World, s: Bound) -> None:
    """More than {n} numbers."""
    world.file(s.json, json.dumps(list(range(100, 103 + s.n))), days=3)


@printed("compact")
def lines(d: Data, s: Bound) -> Data:
    """All, a line each."""
    return d


def json_lines(world: World, s: Bound) -> None:
    """Two objects, a line each."""
    world.file(s.json, ['{"a": 1}', '{"a": 2, "b": null}'], days=3)


def slurped(world: World, s: Bound) -> str:
    """The two objects as an array."""
    return json.dumps([{"a": 1}, {"a": 2, "b": None}], indent=2) + "\n"


@printed("compact")
def two_fields(d: Data, s: Bound) -> list[Record]:
    """{key} and {key2} alone."""
    return [{name: r[name] for name in (s.key, s.key2)} for r in d]


@printed("raw")
def csv(d: Data, s: Bound) -> list[str]:
    """In quotes, with a comma."""
    return [f'"{r[s.key]}","{r[s.key2]}"' for r in d]


@printed("raw")
def tsv(d: Data, s: Bound) -> list[str]:
    """With a tab."""
    return [f"{r[s.key]}\t{r[s.key2]}" for r in d]


@printed("raw")
def with_colon(d: Data, s: Bound) -> list[str]:
    """With a colon."""
    return [f"{r[s.key]}: {r[s.key2]}" for r in d]


@printed("pretty")
def mapped(d: Data, s: Bound) -> list[object]:
    """{key} of each, in an array."""
    return [r[s.key] for r in d]


@printed("raw")
def different(d: Data, s: Bound) -> list[object]:
    """Every {key} once."""
    return sorted({r[s.key] for r in d})
