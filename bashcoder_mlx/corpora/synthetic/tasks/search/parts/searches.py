"""Tasks that search: a pattern, a form of output and what is searched, put together.

The lines that match and those that come near stand in the files by turns, far enough apart for
their surroundings to be told apart; what must come out is computed from the files themselves.
"""

import gzip
from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block, fit
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Found, Output
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.pattern import Pattern
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import Target
from bashcoder_mlx.trial.world import World

_ORDER = "riwxvnclLohNqEFPf"  # in which people write the flags


def search(
    family: str, pattern: Pattern, output: Output, target: Target, weight: float = 1.0
) -> Task:
    """The task of such a search."""
    run = command(pattern, output, target)
    return Task(
        name=f"{family}.{output.key}-{pattern.key}-{target.key}",
        say=_worded(block(output.say), pattern, target),
        ask=_asked(pattern, output, target),
        run={"linux": run} if pattern.linux or target.linux else run,
        explain=_worded(block(output.explain), pattern, target),
        setup=lambda world, s: _setup(pattern, output, target, world, s),
        expect=lambda world, s: _expect(pattern, output, target, world, s),
        slots={**pattern.slots, **target.slots},
        before=target.before,
        weight=output.weight * weight,
    )


def flags(*texts: str) -> str:
    """Short options in one word, in the usual order, with a blank after it; or nothing."""
    letters = sorted({letter for text in texts for letter in text}, key=_ORDER.index)
    return f"-{''.join(letters)} " if letters else ""


def command(pattern: Pattern, output: Output, target: Target) -> str:
    """The command."""
    options = flags(target.flags, pattern.flags, output.flags) + output.options
    long = f"{target.options} " if target.options else ""
    words = f" {target.words}" if target.words else ""
    return f"{target.program} {options}{long}{pattern.text}{words}{output.pipe}"


def _worded(templates: Sequence[str], pattern: Pattern, target: Target) -> list[str]:
    return fit(
        templates,
        **{"in": target.noun, "has": pattern.has, "lacks": pattern.lacks, "what": pattern.what},
        all="[all |all the |the |]" if target.many and not target.given else "",
    )


def _asked(pattern: Pattern, output: Output, target: Target) -> list[str]:
    """Other wordings: those of the output, and some with what is searched in front."""
    found, said = block(output.ask), block(output.say)
    if target.given:
        there = "them" if target.many else "it"
        found += [f"<have> <in>[;|,|:|.] {text.replace('<in>', there)}" for text in said[:2]]
    found += [text for template in said[:2] for text in _place_first(template)]
    return _worded(found, pattern, target)


def _place_first(template: str) -> Iterator[str]:
    """ "find X in <in>" as "in <in>, find X"."""
    for words in (" [of|in] <in>", " in <in>", " in <all><in>"):
        if template.count("<in>") == 1 and words in template:
            yield f"in <in>[,|:|] {template.replace(words, '')}"
            return


def _setup(pattern: Pattern, output: Output, target: Target, world: World, s: Bound) -> None:
    lines = _Sample(pattern, output, s)
    for path, words in pattern.files(s).items():
        world.file(path, list(words))
    for number, path in enumerate(target.paths(s)):
        target.write(world, path, lines.of_file(number))


class _Sample:
    """Lines to search: some that match, some that come near, fillers between them."""

    def __init__(self, pattern: Pattern, output: Output, s: Bound):
        self._good, self._bad = list(pattern.good(s)), list(pattern.bad(s))
        self._many = s.count if "count" in s else 1
        if "word4" in output.pipe:
            near = [f"{line} {s.word4.swapcase()}" for line in self._good]
            pairs = [f"{s.word4} {line} {s.word4}" for line in self._good]
            self._good = [x for x in (*self._good, *near, *pairs) if pattern.finds(x, s)]

    def of_file(self, number: int) -> list[str]:
        """The lines of a file; every third file has no line that matches."""
        gap = [f"filler {n}" for n in range(self._many + 1)]
        lines = [*gap, *gap, *self._bad]
        if number % 3 == 2:
            return lines
        turn = number % len(self._good)
        for line in (self._good[turn:] + self._good[:turn])[: len(self._good) - number % 3]:
            lines += [line, *gap, *gap, self._bad[0], *gap]
        return lines + self._good * 7 if self._many > 1 else lines


def _expect(pattern: Pattern, output: Output, target: Target, world: World, s: Bound) -> Result:
    found: list[str] = []
    for name in target.searched(world, s):
        lines = enumerate(_lines(world, name), 1)
        shown = name if target.many and output.named else ""
        more = output.report(Found(pattern, name, shown, list(lines), s))
        found += [output.between] if output.between and found and more else []
        found += more
    if output.finish:
        result = output.finish(found, s)
        assert result, "nothing is found"
        return any_order(result) if isinstance(result, list) and not target.ordered else result
    assert found, "nothing is found"
    return Outcome(stdout=found) if target.ordered else any_order(found)


def _lines(world: World, name: str) -> list[str]:
    data = world[name.removeprefix("./")].data
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode().split("\n")[:-1]
