"""What loops over numbers go through; the variable is i."""

from collections.abc import Callable

from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Bound
from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Head

SLOTS = {
    "last": one_of("5", "6", "8", "9", "10", "12", "15", "20"),
    "low": one_of("2", "3", "4"),
    "high": one_of("7", "8", "9", "11", "14", "16"),
    "step": one_of("2", "3"),
}
_ONE = "[number|whole number]"


def _span(low: str, high: str, step: int = 1) -> Callable[[Bound], list[int]]:
    """The numbers between two values or slots, both included, by a slot's step or 1."""

    def items(s: Bound) -> list[int]:
        first, last = (int(s.fill(end)) for end in (low, high))
        stride = int(s.step) if "step" in s else step
        return list(range(first, last + (1 if stride > 0 else -1), stride))

    return items


def _head(key: str, open_: str, said: str, items, how: str = "[| in a loop]", **more) -> Head:
    over, one = f"[the |]numbers from {said}", f"{_ONE} from {said}"
    return Head(key, open_, over, one, items, how=how, **more)


HEADS = (
    _head("braces", "for i in {1..{last}}; do", "1 to {last}", _span("1", "{last}"), weight=3),
    _head("span", "for i in {{low}..{high}}; do", "{low} to {high}", _span("{low}", "{high}")),
    _head(
        "seq",
        "for i in $(seq {last}); do",
        "1 to {last}",
        _span("1", "{last}"),
        " with seq",
        loop="a for loop over seq",
    ),
    _head(
        "seq-span",
        "for i in $(seq {low} {high}); do",
        "{low} to {high}",
        _span("{low}", "{high}"),
        " with seq",
        loop="a for loop over seq",
    ),
    _head(
        "c",
        "for ((i = 1; i <= {last}; i++)); do",
        "1 to {last}",
        _span("1", "{last}"),
        " with a C-style for loop",
        loop="a C-style for loop",
        weight=2,
    ),
    _head(
        "zero",
        "for ((i = 0; i < {last}; i++)); do",
        "0 to below {last}",
        lambda s: range(int(s.last)),
        " with a C-style for loop",
        loop="a C-style for loop",
    ),
    _head(
        "back",
        "for ((i = {last}; i >= 1; i--)); do",
        "{last} down to 1",
        _span("{last}", "1", -1),
        " with a C-style for loop",
        loop="a C-style for loop",
    ),
    _head("down", "for i in {{last}..1}; do", "{last} down to 1", _span("{last}", "1", -1)),
    _head(
        "steps",
        "for i in {{low}..{high}..{step}}; do",
        "{low} to {high} in steps of {step}",
        _span("{low}", "{high}"),
    ),
    _head(
        "c-steps",
        "for ((i = {low}; i <= {high}; i += {step})); do",
        "{low} to {high} in steps of {step}",
        _span("{low}", "{high}"),
        " with a C-style for loop",
        loop="a C-style for loop",
    ),
    _head(
        "seq-steps",
        "for i in $(seq {low} {step} {high}); do",
        "{low} to {high} in steps of {step}",
        _span("{low}", "{high}"),
        " with seq",
        loop="a for loop over seq",
    ),
    _head(
        "while",
        'i=1; while [ "$i" -le {last} ]; do',
        "1 to {last}",
        _span("1", "{last}"),
        " with a while loop",
        close="; i=$((i + 1)); done",
        loop="a while loop",
        weight=1.5,
        kind="counter",
    ),
    _head(
        "while-double",
        "i=1; while ((i <= {last})); do",
        "1 to {last}",
        _span("1", "{last}"),
        " with while and (( ))",
        close="; ((i++)); done",
        loop="a while loop with (( ))",
        kind="counter",
    ),
    _head(
        "until",
        'i=1; until [ "$i" -gt {last} ]; do',
        "1 to {last}",
        _span("1", "{last}"),
        " with until",
        close="; i=$((i + 1)); done",
        loop="an until loop",
        kind="counter",
    ),
    _head(
        "while-down",
        'i={last}; while [ "$i" -gt 0 ]; do',
        "{last} down to 1",
        _span("{last}", "1", -1),
        " with a while loop",
        close="; i=$((i - 1)); done",
        loop="a while loop",
        kind="counter",
    ),
)
