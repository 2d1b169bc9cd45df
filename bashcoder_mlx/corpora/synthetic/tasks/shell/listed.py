"""Arrays made and used on one line: every kind of array with every use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bashcoder_mlx.corpora.synthetic.slots import number
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.array_uses import USES, Use
from bashcoder_mlx.corpora.synthetic.tasks.shell.parts.composed import done, filled, printing

WEIGHT = 0.28
_SLOTS = {"n": lambda draw, spaced: number(draw.between(1, draw.pick((9, 99, 999))))}
_SAY = """
    [make|create|define|declare] an <array> [with|of] <list> and <do>
    [put|store] <list> in an <array>, then <do>
    with an <array> [that holds|holding|containing] <list>, <do>
    set up an <array> [of|from] <list> and then <do>
    fill an <array> with <list>; after that <do>
"""
_ASK = """
    <array>: <list>; <do>
    I [have|need|want] an <array> [holding|containing|made of] <list>: <do>
    <list> as an <array> in bash, then <do>
    given the <what> <list> in an <array>, <do>
    an <array> of <list>, how [do|can] I <do>?
"""


@dataclass(frozen=True)
class Array:
    """An array: its name in the command and in English, and the slots of its elements."""

    key: str
    slots: Sequence[str]
    what: str = "words"
    name: str = "arr"
    said: str = "array"

    @property
    def made(self) -> str:
        """The assignment."""
        return f"{self.name}=({' '.join(f'{{{slot}}}' for slot in self.slots)})"

    @property
    def list(self) -> str:
        """The elements in English."""
        *some, last = [f"{{{slot}}}" for slot in self.slots]
        return f"{', '.join(some)} and {last}"


def _slots(base: str, many: int) -> list[str]:
    return [f"{base}{index}" if index > 1 else base for index in range(1, many + 1)]


_NAMED = {"name": "{alias.raw}", "said": "array {alias}"}
_ARRAYS = (
    Array("two", _slots("word", 2), **_NAMED),
    Array("three", ("word", "phrase", "word2")),
    Array("four", _slots("word", 4), **_NAMED),
    Array("five", _slots("word", 5)),
    Array("three-numbers", _slots("n", 3), "numbers"),
    Array("four-numbers", _slots("n", 4), "numbers", **_NAMED),
    Array("five-numbers", _slots("n", 5), "numbers"),
    Array("files-two", _slots("file", 2), "files", "files", "array files"),
    Array("files-three", _slots("txt", 3), "files", "files", "array files"),
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for array in _ARRAYS:
        for use in USES:
            if array.what in use.what.split() and use.at_least <= len(array.slots):
                yield _task(array, use)


def _task(array: Array, use: Use) -> Task:
    second = {"b": f"{{{array.slots[1]}}}"}
    do = filled(use.do, second)
    return printing(
        f"shell/listed.{use.key}-{array.key}",
        (_SAY, _ASK),
        filled(f"{array.made}; {use.run}", {"a": array.name, "b": f"{{{array.slots[1]}.raw}}"}),
        f"Makes an {array.said} of {array.list}, and then {done(do)}.",
        lambda world, s: use.shown([str(s[slot].data) for slot in array.slots], s),
        slots=_SLOTS,
        system=use.system,
        weight=use.weight,
        array=array.said,
        list=array.list,
        do=do,
        what=array.what.replace("files", "file names"),
    )
