"""Pipelines of one to five tools: every source of items with every stage that suits it.

A source is a command with the items it yields ("client IP addresses in {log}"), a stage what is
done with items ("show the {count} most frequent <things> <where>"). Their commands are joined by a
pipe, their wordings by putting the things and the place of the source into those of the stage, and
the oracle is the stage's function of the items that the source was made to yield.
"""

from collections.abc import Iterator

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.text.parts.pipeline import alone, pipeline
from bashcoder_mlx.corpora.synthetic.tasks.text.sources import SOURCES
from bashcoder_mlx.corpora.synthetic.tasks.text.sources.source import Source
from bashcoder_mlx.corpora.synthetic.tasks.text.stages import STAGES
from bashcoder_mlx.corpora.synthetic.tasks.text.stages.stage import Stage

WEIGHT = 1.4
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
    "cat",
)


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for source in SOURCES:
        if source.say:
            yield alone("text/pipes", source)
        for stage in STAGES:
            if _suits(source, stage):
                yield pipeline("text/pipes", source, stage)


def _suits(source: Source, stage: Stage) -> bool:
    if (stage.tokens and not source.tokens) or (stage.numeric and not source.numeric):
        return False
    if source.plain and stage.single:
        return False
    return (stage.common or source.name in _WITH_ANY_STAGE) and stage.name not in source.never
