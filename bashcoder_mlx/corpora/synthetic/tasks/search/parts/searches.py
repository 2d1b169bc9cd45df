"""Tasks that search: a pattern, a form of output and what is searched, put together.

The lines that match and those that come near stand in the files by turns, far enough apart for
their surroundings to be told apart; what must come out is computed from the files themselves.
"""

import gzip
from collections.abc import Iterator, Sequence

from bashcoder_mlx.corpora.synthetic.composing import block, fit
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Result, Task, any_order
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.output import Found, Output
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.pattern import Pattern
from bashcoder_mlx.corpora.synthetic.tasks.search.parts.target import Target
from bashcoder_mlx.trial.world import World

_WITHOUT = 2  # the number of a file in which nothing matches
_ORDER = "riwxvnclLohNqEFPf"  # in which people write the flags


def search(
    family: str, pattern: Pattern, output: Output, target: Target, weight: float = 1.0
) -> Task:
    """The task of such a search."""
    run = command(pattern, output, target)
    found_or_not = (True, False) if output.answers else (True,)
    return Task(
        name=f"{family}.{output.key}-{pattern.key}-{target.key}",
        say=_worded(block(output.say), pattern, target),
        ask=_asked(pattern, output, target),
        run={"linux": run} if pattern.linux or target.linux else run,
        explain=_worded(block(output.explain), pattern, target),
        plans=[_plan(pattern, output, target, found) for found in found_or_not],
        slots={**pattern.slots, **target.slots},
        weight=output.weight * weight,
    )


def _plan(pattern: Pattern, output: Output, target: Target, found: bool) -> Plan:
    """A trial with lines that match, or without any."""
    return Plan(
        lambda world, s: _setup(pattern, output, target, found, world, s),
        lambda world, s: _expect(pattern, output, target, world, s),
        before=target.before,
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


def _setup(
    pattern: Pattern, output: Output, target: Target, found: bool, world: World, s: Bound
) -> None:
    lines = _Sample(pattern, output, s)
    for path, words in pattern.files(s).items():
        world.file(path, list(words))
    for number, path in enumerate(target.paths(s)):
        target.write(world, path, lines.of_file(number if found else _WITHOUT))


class _Sample:
    """Lines to search: some that match, some that come near, fillers between them."""

    def __init__(self, pattern: Pattern, output: Output, s: Bound):
        self._good, self._bad = list(pattern.good(s)), list(pattern.bad(s))
        self._many = max(s.count if "count" in s else 0, s.count2 if "count2" in s else 0)
        if "word4" in output.pipe:
            near = [f"{line} {s.word4.swapcase()}" for line in self._good]
            self._add([*near, *(f"{s.word4} {line} {s.word4}" for line in self._good)], pattern, s)
        if "-v grep" in output.pipe:
            self._add([f"grep {line} grep" for line in self._good], pattern, s)
        if output.matches and not pattern.whole_line:
            often = self._good[-1:] * 3 * len(self._good)
            self._add([f"{self._good[0]} {line}" for line in self._good], pattern, s)
            self._good += often

    def _add(self, lines: Sequence[str], pattern: Pattern, s: Bound) -> None:
        self._good += [line for line in lines if pattern.finds(line, s)]

    def of_file(self, number: int) -> list[str]:
        """The lines of a file: the first of three has all that match, the second the first of
        them, the third none.
        """
        gap = [f"filler {n}" for n in range(self._many + 2)]
        lines = [*gap, *gap, *self._bad]
        for line in (self._good, self._good[:1], ())[number % 3]:
            lines += [line, *gap, *gap, self._bad[0], *gap]
        enough = 2 * self._many // len(self._good) + 2
        if not self._many or number % 3 == _WITHOUT:
            return lines
        return [*lines, *self._good * enough, "the end"]


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
        return any_order(result) if isinstance(result, list) and not target.ordered else result
    assert found, f"nothing is found by {output.key} of {pattern.key}"
    return Outcome(stdout=found) if target.ordered else any_order(found)


def _lines(world: World, name: str) -> list[str]:
    data = world[name.removeprefix("./")].data
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode().split("\n")[:-1]
