"""An object with one field changed."""

from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.shared.jq import Record, printed


@printed("pretty")
def indented(d: Record, s: Bound) -> Record:
    """As it is."""
    return d


@printed("compact")
def minified(d: Record, s: Bound) -> list[Record]:
    """As it is, on one line."""
    return [d]


@printed("pretty")
def without(d: Record, s: Bound) -> Record:
    """Without {key}."""
    return {name: value for name, value in d.items() if name != s.key}


@printed("pretty")
def with_word(d: Record, s: Bound) -> Record:
    """{word} as {key}."""
    return d | {s.key: s.word}


@printed("pretty")
def with_number(d: Record, s: Bound) -> Record:
    """{n} as {measure}."""
    return d | {s.measure: s.n}


@printed("pretty")
def with_more(d: Record, s: Bound) -> Record:
    """{measure} plus {n}."""
    return d | {s.measure: d[s.measure] + s.n}
