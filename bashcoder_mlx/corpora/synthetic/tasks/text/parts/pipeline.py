"""A pipeline out of a source of items and a stage: wordings, command, trials."""

from collections.abc import Callable, Iterator

from bashcoder_mlx.corpora.synthetic.composing import block, fit, place_first
from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Result, Task
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.samples import DECOYS, mixed, text_of
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.tasks import text_task
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Source
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage
from bashcoder_mlx.trial.world import World

_OFTEN = "[ by frequency| by count| with their counts]"


def pipeline(family: str, source: Source, stage: Stage) -> Task:
    """The task of a source with a stage."""
    words = _words(source, stage)
    return text_task(
        f"{family}.{source.name}-{stage.name}",
        fit(block(stage.say), **words),
        source.pipe(stage.run),
        _explained(source, stage),
        ask=_asked(source, block(stage.say), block(stage.ask), words),
        mac=_mac(source, stage),
        plans=list(_plans(source, stage)),
        weight=source.weight * (1.0 if stage.common else 0.6),
    )


def _plans(source: Source, stage: Stage | None) -> Iterator[Plan]:
    """The trials: with the items of the stage; after a header, also with the first of them alone
    and twice, which a line too many would skip.
    """
    values = stage.values if stage else lambda s: mixed()
    yield _plan(source, stage, source.build, values)
    if source.rebuild:
        yield _plan(source, stage, source.rebuild, values)
    if source.header:
        yield _plan(source, stage, source.build, lambda s: values(s)[:1])
        yield _plan(source, stage, source.build, lambda s: values(s)[:1] * 2)


def _plan(source: Source, stage: Stage | None, build: Callable, values: Callable) -> Plan:
    into = stage.into if stage else ""

    def setup(world: World, s: Bound) -> None:
        build(world, s, source.emit(values(s), s))
        if into:
            world.file(s[into[:4]].data, ["old"])
        for name in DECOYS if source.crowded else ():
            world.file(name)

    def expect(world: World, s: Bound) -> Result:
        items = source.emit(values(s), s)
        result = stage.result(items, s) if stage else items
        if not into:
            return result
        world.file(s[into[:4]].data, text_of(result))
        return result if into.endswith("+") else Outcome()

    return Plan(setup, expect, before=source.before)


def _mac(source: Source, stage: Stage) -> str | None:
    """The form for macOS: None where it is the same, nothing where there is none."""
    if source.linux or stage.mac == "":
        return ""
    return None if stage.mac is None else source.pipe(stage.mac)


def alone(family: str, source: Source) -> Task:
    """The task of a source without a stage."""
    words = {"things": source.things, "where": source.place}
    return text_task(
        f"{family}.{source.name}",
        fit(block(source.say), **words),
        source.run,
        [f"{source.gist[0].upper()}{source.gist[1:]}."],
        ask=_asked(source, ["<show> the <things> <where>"], ["<things> <where>"], words),
        plans=list(_plans(source, None)),
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
