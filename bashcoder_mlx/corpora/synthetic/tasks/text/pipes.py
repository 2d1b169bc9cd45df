"""Pipelines of one to five tools: every source of items with every stage that suits it.

A source is a command with the items it yields ("client IP addresses in {log}"), a stage what is
done with items ("show the {count} most frequent <things> <where>"). Their commands are joined by a
pipe, their wordings by putting the things and the place of the source into those of the stage, and
the oracle is the stage's function of the items that the source was made to yield.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.composing import block, fit, place_first
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import mixed, text_of
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import text_task
from bashcoder_mlx.corpora.synthetic.tasks.text.sources import SOURCES
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Source
from bashcoder_mlx.corpora.synthetic.tasks.text.stages import STAGES
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage
from bashcoder_mlx.trial.world import World

WEIGHT = 6.0
_WITH_ANY_STAGE = (
    "lines",
    "two-files",
    "csv",
    "csv-header",
    "blank",
    "spaced",
    "words",
    "matching",
    "json",
)
_OFTEN = "[ by frequency| by count| with their counts]"


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for source in SOURCES:
        if source.say:
            yield _alone(source)
        for stage in STAGES:
            if _suits(source, stage):
                yield _task(source, stage)


def _suits(source: Source, stage: Stage) -> bool:
    if (stage.tokens and not source.tokens) or (stage.numeric and not source.numeric):
        return False
    if source.plain and stage.single:
        return False
    return (stage.common or source.name in _WITH_ANY_STAGE) and stage.name not in source.never


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
        f"text/pipes.{source.name}-{stage.name}",
        fit(block(stage.say), **words),
        source.pipe(stage.run),
        _explained(source, stage),
        setup,
        expect,
        ask=_asked(source, block(stage.say), block(stage.ask), words),
        mac=None if stage.mac is None else source.pipe(stage.mac),
        before=source.before,
        weight=source.weight * (1.0 if stage.common else 0.6),
    )


def _alone(source: Source) -> Task:
    """The source without a stage."""
    words = {"things": source.things, "where": source.place}
    say = block(source.say)
    return text_task(
        f"text/pipes.{source.name}",
        fit(say, **words),
        source.run,
        [f"{source.gist[0].upper()}{source.gist[1:]}."],
        lambda world, s: source.build(world, s, source.emit(mixed(), s)),
        lambda world, s: source.emit(mixed(), s),
        ask=_asked(source, ["<show> the <things> <where>"], ["<things> <where>"], words),
        before=source.before,
        weight=source.weight * 2,
    )


def _asked(source: Source, say: list[str], ask: list[str], words: dict[str, str]) -> list[str]:
    """Other wordings: the place first, or the file named first and then meant by "it"."""
    found = list(ask)
    if source.where.startswith(("in ", "[in", "[among")):
        found += place_first(say[:2], source.place)
    if source.file:
        there = source.where.replace("<in>", "it")
        given = f"<have> {source.file}{source.remark}[;|,|:|.] "
        found += [given + template.replace("<where>", there) for template in say[:2]]
    return fit(found, **words)


def _words(source: Source, stage: Stage) -> dict[str, str]:
    things, thing = source.things, source.thing
    if stage.numeric and thing == "line":
        things, thing = "numbers", "number"
    # The top lines or values might be the first or the largest ones.
    unclear = {"line", "row", "value", "number"} & set(thing.split())
    often = _OFTEN if unclear else _OFTEN.replace("[", "[|")
    return {"things": things, "thing": thing, "where": source.place, "often": often}


def _explained(source: Source, stage: Stage) -> list[str]:
    found = [
        f"[First it|It first] {source.gist}, then it {stage.gist}.",
        f"{source.gist[0].upper()}{source.gist[1:]}, then {stage.gist}.",
    ]
    if stage.noun:
        found.append(f"{'Writes' if stage.into else 'Prints'} {stage.noun}.")
    return fit(found, **_words(source, stage))
