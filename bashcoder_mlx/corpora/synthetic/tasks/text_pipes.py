"""Pipelines of one to five tools: every source of items with every stage that suits it."""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks import text_changes, text_picks, text_stages
from bashcoder_mlx.corpora.synthetic.tasks.text_parts import Source, fit, text_of, text_task
from bashcoder_mlx.corpora.synthetic.tasks.text_sources import sources
from bashcoder_mlx.corpora.synthetic.tasks.text_stages import Stage
from bashcoder_mlx.corpora.synthetic.world import World

_COMMON = ("lines", "two-files", "csv", "csv-header", "blank", "words", "matching", "json")


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    every = [*text_stages.stages(), *text_picks.stages(), *text_changes.stages()]
    for source in sources():
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
    words = {"things": source.things, "thing": source.thing, "where": source.where}

    def setup(world: World, s: Bound) -> None:
        source.build(world, s, stage.values(s))

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
        [f"[First it|It first] {source.gist}, then it {stage.gist}.",
         f"{source.gist[0].upper()}{source.gist[1:]} and {stage.gist}."],
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
        lambda world, s: source.build(world, s, text_stages.mixed()),
        lambda world, s: source.emit(text_stages.mixed(), s),
        ask=fit(["<things> <where>"], **words),
        weight=source.weight * 2,
    )
