"""Plain scripts over numbers: where they come from, which are meant, what is computed of them."""

from collections.abc import Iterator, Sequence
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import MOST, inside, plain
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_numbers import (
    CHOICES,
    SOURCES,
    Choice,
    Source,
)
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_results import RESULTS, Result
from bashcoder_mlx.trial.world import World

WEIGHT = 0.5
_ARITHMETIC = "[, by an arithmetic condition|, in double parentheses]"
_BLOCKS = {
    "if": ("", 0),
    "skip": ("[, skipping all others|; continue with the next otherwise]", 1),
    "and": ("[, by && and no if|, in one line with &&]", 1),
}
_FRAMES = (
    "<whole>",
    "[take|given] the numbers <source>[:|,] <ones>",
    "[go|loop] through the numbers <source> and <ones>",
)


def tasks() -> Iterator[Task]:
    """Every source, choice and result that go together and are not too unusual."""
    for source, choice, result in product(SOURCES, CHOICES, RESULTS):
        if not _fit(source, choice, result):
            continue
        for number, block in product(range(len(choice.tests) or 1), _BLOCKS):
            unusual = _BLOCKS[block][1] if choice.tests else (MOST + 1) * (block != "if")
            cost = source.cost + result.cost + unusual
            one_line = len(result.lines) == 1 and not source.step and result.end
            step_stays = block != "skip" or not source.step
            fits = step_stays and (block != "and" or one_line)
            if cost <= MOST and fits:
                yield _task(source, choice, result, number, block)


def _fit(source: Source, choice: Choice, result: Result) -> bool:
    if result.on == "choice":
        fits = bool(choice.tests) or not source.counts
    elif result.on == "all":
        fits = True
    else:
        kind = "given" if source.key == "given" else "counted" if source.counts else "read"
        fits = not choice.tests and result.on in ("whole", kind)
    return fits and not (source.counts and choice.key in ("positive", "negative"))


def _task(source: Source, choice: Choice, result: Result, number: int, block: str) -> Task:
    hints = [result.hint, _ARITHMETIC if number else "", _BLOCKS[block][0]]
    keys = (source.key, choice.key, result.key, "double" if number else "", block)
    return plain(
        f"scripts/composed_numbers.{'-'.join(key for key in keys if key not in ('', 'if'))}",
        say=list(_say(source, choice, result, "".join(hints))),
        explain=result.does.replace("X", f"the {choice.explain}numbers {source.explain}") + ".",
        lines=_lines(source, choice, result, number, block),
        plans=list(_plans(source, choice, result)),
        hinted=True,
    )


def _say(source: Source, choice: Choice, result: Result, hint: str) -> Iterator[str]:
    whole = f"[all |the ]{choice.say}numbers {source.say}"
    ones = f"the {choice.say}ones" if choice.say else "them"
    for frame, verb in product(_FRAMES, result.say):
        text = frame.replace("<whole>", verb.replace("X", whole))
        text = text.replace("<ones>", verb.replace("X", ones))
        yield text.replace("<source>", source.say) + hint


def _lines(source: Source, choice: Choice, result: Result, number: int, block: str) -> list[str]:
    body = list(result.lines)
    if choice.tests:
        test = choice.tests[number]
        blocks = {
            "if": [f"if {test}; then", *inside(body), "fi"],
            "skip": [f"{test} || continue", *body],
            "and": [f"{test} && {body[0]}"],
        }
        body = blocks[block]
    loop = [source.head, *inside([*body, *source.step]), source.tail]
    return [*result.start, *source.start, *loop, *result.end]


def _plans(source: Source, choice: Choice, result: Result) -> Iterator[Plan]:
    for words, typed in source.calls:
        yield _plan(source, choice, result, words, typed)


def _plan(source: Source, choice: Choice, result: Result, words: Sequence[str], typed: str) -> Plan:
    def setup(world: World, s: Bound) -> None:
        if "file" in source.key:
            world.file("my  numbers.txt", typed)

    def expect(world: World, s: Bound, given: Sequence[str]) -> Outcome:
        some = [n for n in source.numbers(given, typed) if choice.holds(n)]
        return Outcome([str(line) for line in result.value(some)])

    return Plan(setup, expect, arguments=words, stdin="" if "file" in source.key else typed)
