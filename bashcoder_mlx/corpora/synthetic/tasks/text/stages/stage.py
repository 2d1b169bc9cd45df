"""The later part of a pipeline, and the items that it is tried on."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.task import Bound, Result
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import mixed, names, numbers, repeated

Items = list[str]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """What is done with items. Wordings name the items by `<things>`, `<thing>` and `<where>`."""

    name: str
    run: str
    say: str
    """A block of instructions."""
    gist: str
    """What it does, third person: "sorts them"."""
    result: Callable[[Items, Bound], Result]
    """What comes out."""
    noun: str = ""
    """What comes out, as a noun phrase for the explanation."""
    ask: str = ""
    """A block of other wordings."""
    values: Callable[[Bound], Items] = lambda s: mixed()
    """Items to try it on."""
    mac: str | None = None
    tokens: bool = False
    """Whether the items must be single words."""
    numeric: bool = False
    """Whether the items must be numbers."""
    common: bool = False
    """Whether it goes with every source, not just with the common ones."""
    into: str = ""
    """The slot of the file that the result goes to, with a + if it is printed as well."""
    single: bool = False
    """Whether it is one everyday tool, so that plain files have a task of their own for it."""


def enough(s: Bound) -> Items:
    """More than twice {count} items."""
    return names(2 * s.count + 5)


def figures(s: Bound) -> Items:
    """So many numbers that {count} of them are not all; neither extreme is first or last."""
    found = numbers((s.count if "count" in s else 10) + 4)
    return [*found[:1], "1013", "3", *found[1:], *found[:10]]


def busy(s: Bound) -> Items:
    """More different items than {count}, most of them several times."""
    return repeated(2 * s.count + 3 if "count" in s else 7)


def ranked(items: Items, reverse: bool = True) -> Items:
    """How often every item occurs, as `uniq -c` writes it, by number."""
    lines = [f"{many:7d} {item}" for item, many in Counter(items).items()]
    return sorted(lines, key=lambda line: (int(line.split()[0]), line), reverse=reverse)
