"""Pipelines of one to five tools: every source of items with every stage that suits it."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks import (
    text_changes,
    text_finds,
    text_picks,
    text_sources,
    text_stages,
)
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import Source, fit, mixed, text_of, text_task
from bashcoder_mlx.corpora.synthetic.tasks.text_stages import Stage
from bashcoder_mlx.trial.world import World

_COMMON = ("lines", "two-files", "csv", "csv-header", "blank", "words", "matching", "json")


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    every = [*text_stages.stages(), *text_picks.stages(), *text_changes.stages()]
    for source in [*text_sources.sources(), *text_finds.sources()]:
        if source.say:
            yield _alone(source)
        for stage in every:
            if _suits(source, stage):
                yield _task(source, stage)


def _suits(source: Source, stage: Stage) -> bool:
    if (stage.tokens and not source.tokens) or (stage.numeric and not source.numeric):
        return False
    if source.plain and stage.single:
        return False
    return (stage.common or source.name in _COMMON) and stage.name not in source.never


def _task(source: Source, stage: Stage) -> Task:
    words = _words(source, stage)

    def setup(world: World, s: Bound) -> None:
        source.build(world, s, source.emit(stage.values(s), s))

    def expect(world: World, s: Bound) -> Result:
        result = stage.result(source.emit(stage.values(s), s), s)
        if not stage.into:
            return result
        world.file(s[stage.into[:4]].data, text_of(result))
        return result if stage.into.endswith("+") else Outcome()

    return text_task(
        f"text.pipe-{source.name}-{stage.name}",
        fit(stage.say, **words),
        source.pipe(stage.run),
        _explained(source, stage),
        setup,
        expect,
        ask=fit(stage.ask, **words),
        mac=None if stage.mac is None else source.pipe(stage.mac),
        weight=source.weight * (1.0 if stage.common else 0.6),
    )  # fmt: skip


def _alone(source: Source) -> Task:
    """The source without a stage."""
    words = {"things": source.things, "where": source.where}
    return text_task(
        f"text.pipe-{source.name}",
        fit(source.say, **words),
        source.run,
        [f"{source.gist[0].upper()}{source.gist[1:]}."],
        lambda world, s: source.build(world, s, source.emit(mixed(), s)),
        lambda world, s: source.emit(mixed(), s),
        ask=fit(["<things> <where>"], **words),
        weight=source.weight * 2,
    )


def _words(source: Source, stage: Stage) -> dict[str, str]:
    things, thing = source.things, source.thing
    if stage.numeric and thing == "line":
        things, thing = "numbers", "number"
    # The top lines or values might be the first or the largest ones.
    often = "[ by frequency| by count| with their counts]"
    if not {"line", "row", "value", "number"} & set(thing.split()):
        often = often.replace("[", "[|")
    return {"things": things, "thing": thing, "where": source.where, "often": often}


def _explained(source: Source, stage: Stage) -> list[str]:
    stepwise = [
        f"[First it|It first] {source.gist}, then it {stage.gist}.",
        f"{source.gist[0].upper()}{source.gist[1:]}, then {stage.gist}.",
    ]
    words = _words(source, stage)
    result = fit([NOUNS[stage.name]], **words) if stage.name in NOUNS else []
    verb = "Prints" if not stage.into else "Writes"
    return [*stepwise, *(f"{verb} {noun}." for noun in result)]


# What comes out, as a noun phrase, for the explanations.
NOUNS = {
    "sort": "the <things> <where> in alphabetical order",
    "sort-reverse": "the <things> <where> in reverse alphabetical order",
    "sort-number": "the <things> <where> from the smallest to the largest",
    "sort-number-reverse": "the <things> <where> from the largest to the smallest",
    "reverse": "the <things> <where> in reverse order",
    "by-length": "the <things> <where>, the shortest first",
    "shuffle": "the <things> <where> in random order",
    "sample": "{count} random <things> <where>",
    "count": "the number of <things> <where>",
    "distinct": "the distinct <things> <where>, sorted",
    "count-distinct": "the number of different <things> <where>",
    "tally": "how often each <thing> occurs <where>",
    "rank": "the <things> <where> with their counts, the most frequent first",
    "top": "the {count} most frequent <things> <where> with their counts",
    "most": "the most frequent <thing> <where> with its count",
    "rarest": "the {count} least frequent <things> <where> with their counts",
    "top-bare": "the {count} most frequent <things> <where>",
    "repeated": "the <things> <where> that occur more than once",
    "count-repeated": "how many <things> <where> occur more than once",
    "once": "the <things> <where> that occur exactly once",
    "more-than": "the <things> <where> that occur more than {count} times, with their counts",
    "first": "the first {count} <things> <where>",
    "last": "the last {count} <things> <where>",
    "first-one": "the first <thing> <where>",
    "last-one": "the last <thing> <where>",
    "kept-order": "the different <things> <where> in their original order",
    "nth": "<thing> number {line} <where>",
    "containing": "those of the <things> <where> that contain {word2}",
    "not-containing": "those of the <things> <where> that do not contain {word2}",
    "starting": "those of the <things> <where> that start with {letter}",
    "count-containing": "how many of the <things> <where> contain {word2}",
    "longest": "the longest <thing> <where>",
    "longer": "the <things> <where> that have more than {n} characters",
    "largest": "the {count} largest <things> <where>",
    "smallest": "the {count} smallest <things> <where>",
    "maximum": "the largest <thing> <where>",
    "minimum": "the smallest <thing> <where>",
    "total": "the sum of the <things> <where>",
    "mean": "the average of the <things> <where>",
    "median": "the median of the <things> <where>",
    "over": "how many of the <things> <where> are greater than {amount}",
    "lower-count": "the number of different <things> <where>, ignoring case",
    "commas": "the <things> <where> on one line, separated by commas",
    "blanks": "the <things> <where> on one line, separated by spaces",
    "distinct-commas": "the distinct <things> <where> on one line, separated by commas",
    "save": "the <things> <where> to {txt3}",
    "save-sorted": "the <things> <where>, sorted, to {txt3}",
    "save-distinct": "the distinct <things> <where> to {txt3}",
}
