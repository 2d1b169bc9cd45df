"""A text that a filter reads from a here string, or from a variable that is set before.

Every text with every filter of one command: `tr a-z A-Z <<< TEXT`, `s=TEXT; wc -w <<< "$s"`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.composing import block, fit
from bashcoder_mlx.corpora.synthetic.task import Bound, Task
from bashcoder_mlx.corpora.synthetic.tasks.compose.parts import lower
from bashcoder_mlx.corpora.synthetic.tasks.text.echo import SLOTS_OF_FILTERS, decoys
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.field_filters import FIELD_FILTERS
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filter import Filter
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.filters import TEXT_FILTERS
from bashcoder_mlx.corpora.synthetic.tasks.text.filters.inputs import FIELDS, SNIPPET, Input
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import text_task
from bashcoder_mlx.trial.world import World

WEIGHT = 0.3


@dataclass(frozen=True)
class Way:
    """How a filter, %s, gets the text <text>, and how an instruction %s is worded around."""

    key: str
    run: str
    it: str
    says: Sequence[str]
    weight: float = 1.0
    kept: bool = False
    """Whether a variable takes the result."""


_ENDS = ", [with|by|using|from] a here string"
_SETS = ("set s to <text>, then %s", "[put|store] <text> in s and %s", "let s be <text> and %s")
_WAYS = (
    Way("here", "%s <<< <text>", "<text>", ("%s" + _ENDS, "use a here string to %s")),
    Way("set-echo", 's=<text>; echo "$s" | %s', "[its value|the value of s]", _SETS, 1.5),
    Way(
        "set-here",
        's=<text>; %s <<< "$s"',
        "[its value|the value of s]",
        [text + _ENDS for text in _SETS],
    ),
    Way(
        "result",
        's=<text>; r=$(echo "$s" | %s); echo "$r"',
        "[its value|the value of s]",
        [text + "; [keep|store] the result in r and print r" for text in _SETS],
        kept=True,
    ),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for way in _WAYS:
        for change in TEXT_FILTERS:
            if not change.plain and _fits(change, way):
                yield _task(SNIPPET, change, way, 1.0)
        for given in FIELDS:
            for change in FIELD_FILTERS:
                if _fits(change, way):
                    yield _task(given, change, way, 0.4)


def _fits(change: Filter, way: Way) -> bool:
    """Only one command can read a here string."""
    return " | " not in change.run or "<<<" not in way.run


def _task(given: Input, change: Filter, way: Way, weight: float) -> Task:
    text = given.run.removeprefix("echo ")
    words = {"it": way.it.replace("<text>", text), "sign": given.name}
    frames = [one.replace("<text>", text) for one in way.says]

    def command(filter_run: str) -> str:
        return (way.run % filter_run).replace("<text>", text).replace("<sep>", given.separator)

    def expect(world: World, s: Bound) -> str:
        found = change.result(given.text(s), s, given.separator)
        return f"{found.rstrip()}\n" if way.kept else found

    return text_task(
        f"text/here.{change.key}-{given.key}-{way.key}",
        [one % say for one in frames for say in fit(block(change.say), **words)],
        command(change.run),
        [_explained(way, text, fit([change.explain], **words)[0])],
        lambda world, s: decoys(world),
        expect,
        [frame % ask for frame in _asked(way, text) for ask in _without_marks(change, words)],
        mac=command(change.mac) if change.mac else None,
        slots={**given.slots, **SLOTS_OF_FILTERS},
        weight=weight * way.weight,
    )


def _without_marks(change: Filter, words: dict[str, str]) -> list[str]:
    """Wordings that go on after their end, so without a question mark there."""
    return [ask.removesuffix("?") for ask in fit(block(change.ask), **words)]


def _asked(way: Way, text: str) -> list[str]:
    if "s=" not in way.run:
        return [f"%s{_ENDS}"]
    end = way.says[0].partition("%s")[2]
    return [f"s={text}: %s{end}", f"with s={text}, %s{end}"]


def _explained(way: Way, text: str, does: str) -> str:
    return f"Sets s to {text} and {lower(does)}." if "s=" in way.run else does
