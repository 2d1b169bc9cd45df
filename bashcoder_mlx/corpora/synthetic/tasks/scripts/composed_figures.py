"""Plain scripts that print some figures of numbers: where these come from, which figures, how the
arithmetic is written, and how they are reported.
"""

from collections.abc import Iterator, Sequence
from itertools import product

from bashcoder_mlx.corpora.synthetic.task import Bound, Outcome, Plan, Task
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain import inside, plain
from bashcoder_mlx.corpora.synthetic.tasks.scripts.parts.plain_figures import (
    FIGURES,
    FILE,
    FROM_ZERO,
    SETS,
    SOURCES,
    WORLDS,
    WRITINGS,
    Figure,
    Source,
    Writing,
)
from bashcoder_mlx.trial.world import World

WEIGHT = 0.5
_FRAMES = (
    "[print|show|compute] the <figures> of the numbers <source>",
    "[read|take|go through] the numbers <source> and print their <figures>",
    "report the <figures> of all numbers <source>",
)
_REPORTS = {
    "": ("[, each on its own line|, one a line]", 0),
    "line": ("[, all in one line|, in a single line]", 1),
}
_STARTS = {
    "": ("", 0),
    "zero": ("[, starting the maximum at 0|; start from max=0, as no number is negative]", 1),
}


def tasks() -> Iterator[Task]:
    """Every source, set of figures, writing, start and report that is not too unusual."""
    for source, keys, writing, start, report in product(SOURCES, SETS, WRITINGS, _STARTS, _REPORTS):
        figures = [FIGURES[key] for key in keys]
        cost = source.cost + writing.cost + _REPORTS[report][1] + _STARTS[start][1]
        alone = len(keys) == 1
        if (
            cost <= 1
            and _fit(figures, writing)
            and (not start or ("max" in keys and "min" not in keys))
            and not (alone and (report or not source.start))
        ):
            yield _task(source, figures, writing, start, report)


def _fit(figures: Sequence[Figure], writing: Writing) -> bool:
    """Whether there is something to write so."""
    compares = any(figure.flag for figure in figures)
    adds = any(not figure.flag for figure in figures)
    return {"": True, "short": adds}.get(writing.key, compares)


def _task(
    source: Source, figures: Sequence[Figure], writing: Writing, start: str, report: str
) -> Task:
    names = [figure.name for figure in figures]
    keys = (source.key, *(figure.key for figure in figures), writing.key, start, report)
    said = _listed([figure.say for figure in figures])
    hint = _STARTS[start][0] + writing.hint + (_REPORTS[report][0] if len(figures) > 1 else "")
    return plain(
        f"scripts/composed_figures.{'-'.join(key for key in keys if key)}",
        say=[
            frame.replace("<figures>", said).replace("<source>", source.say) + hint
            for frame in _FRAMES
        ],
        explain=f"Prints the {_listed(names)} of the numbers {source.explain}.",
        lines=_lines(source, figures, writing, start, report),
        plans=[_plan(source, figures, report, some) for some in (FROM_ZERO if start else WORLDS)],
        hinted=bool(hint) or source.key != "file",
    )


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)


def _lines(
    source: Source, figures: Sequence[Figure], writing: Writing, start: str, report: str
) -> list[str]:
    needed = [one for one in FIGURES.values() if one.adds and _serves(one, figures)]
    needed += [figure for figure in figures if figure.flag]
    before, body = [], []
    for figure in needed:
        if figure.adds:
            before.append(f"{figure.key}=0")
            body.append(writing.add.replace("NAME", figure.key).replace("BY", figure.adds))
        else:
            before.append(f"{figure.key}={'0' if start else source.first}")
            assigned = f"{figure.key}=$n"
            body += writing.block(figure.key, figure.flag, figure.sign, assigned)
    loop = [source.head, *inside(body), source.tail]
    return [*source.start, *before, *loop, *_report(figures, report)]


def _serves(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is printed, or the average is computed from it."""
    return figure in figures or FIGURES["average"] in figures


def _report(figures: Sequence[Figure], report: str) -> list[str]:
    if len(figures) == 1:
        shown = figures[0].shown
        return [f"echo {shown}" if "((" in shown else f'echo "{shown}"']
    shown = [f"{figure.label}: {figure.shown}" for figure in figures]
    return [f'echo "{", ".join(shown)}"'] if report else [f'echo "{text}"' for text in shown]


def _plan(source: Source, figures: Sequence[Figure], report: str, some: Sequence[int]) -> Plan:
    given = [FILE] if source.row else [str(n) for n in some]

    def setup(world: World, s: Bound) -> None:
        if source.row:
            rows = "".join(source.row.replace("N", str(n)) + "\n" for n in some)
            world.file(FILE, source.header + rows)

    def expect(world: World, s: Bound, arguments: Sequence[str]) -> Outcome:
        lines = [f"{figure.label}: {figure.value(some)}" for figure in figures]
        if len(figures) == 1:
            lines = [str(figures[0].value(some))]
        return Outcome([", ".join(lines)] if report else lines)

    return Plan(setup, expect, arguments=given)
