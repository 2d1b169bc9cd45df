"""`bashcoder data coverage`: how much of what people ask the generator can write."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note, write_answer, write_json

UTILITIES = 40  # rows that a person reads; --json has all


@click.command()
@click.argument("paths", metavar="[FILE...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--missing",
    metavar="N",
    type=click.IntRange(min=1),
    help="The N most frequent templates that are not reached.",
)
@click.option("--shares", is_flag=True, help="The weight that each family should have.")
@click.option("--record", is_flag=True, help="Let the draws of tasks follow these requests.")
@click.option("--suite", is_flag=True, help="Of the everyday suite instead, by area.")
@click.option(
    "--pairs",
    metavar="N",
    type=click.IntRange(min=1),
    help="With --suite: its prompts that stand word for word among N generated pairs.",
)
@options.json
def command(paths, missing, shares, record, suite, pairs, as_json) -> None:
    """Measure how much of what the pairs of FILEs ask for the generator can write.

    Counted are templates: utilities, flags and operators, with arguments replaced by their types;
    each as often as pairs have it. Left out is what uses a utility that is no everyday one. FILEs
    are JSON Lines of prompts and completions; give no set that models are measured by.
    """
    if bool(paths) == suite:
        raise InputError("give files of pairs, or --suite alone; see bashcoder data coverage -h")
    from bashcoder_mlx.corpora.synthetic.coverage import written
    from bashcoder_mlx.corpora.synthetic.tasks import every_task

    reached = written(every_task())
    if suite:
        scripts = written(every_task(), kind="script")
        report, lines = _suite({"command": reached, "script": scripts}, pairs)
    elif shares or record:
        report, lines = _shares(paths, reached, record)
    else:
        report, lines = _files(paths, reached, missing)
    if as_json:
        write_json(report)
    else:
        write_answer("\n".join(lines))


def _read(path: Path):
    from bashcoder_mlx.corpora.local import ReadReport, read_documents
    from bashcoder_mlx.corpora.synthetic.coverage import mine

    report = ReadReport()
    asked = mine(read_documents(path, report))
    note(f"{path}: {report}")
    return asked


def _files(paths, reached, missing: int | None) -> tuple[dict, Iterator[str]]:
    from bashcoder_mlx.corpora.synthetic.coverage import Asked, Coverage

    asked = Asked()
    for path in paths:
        asked.add(_read(path))
    found = Coverage(asked, reached)
    report = {
        "requests": sum(asked.counts.values()),
        "templates": len(asked.counts),
        "left_out": dict(asked.left_out.most_common()),
        "curve": found.curve(),
        "utilities": found.utilities(),
        "missing": found.missing(missing or 0),
    }
    if missing:
        return report, (f"{row['requests']:>5}  {row['template']}" for row in report["missing"])
    return report, _table(report)


def _table(report: dict) -> Iterator[str]:
    from bashcoder_mlx.corpora.synthetic.coverage import GOAL

    yield f"{report['requests']:,} requests of {report['templates']:,} templates; left out:"
    for reason, count in report["left_out"].items():
        yield f"{count:>9,}  {reason}"
    yield "\nmost frequent templates    requests  reached"
    for row in report["curve"]:
        yield f"{row['templates']:>23,} {row['requests']:>11,} {row['reached']:>8.1%}"
    yield f"\nutility, of the {GOAL:,}      requests  reached"
    for row in report["utilities"][:UTILITIES]:
        yield f"{row['utility']:<23} {row['requests']:>11,} {row['reached']:>8.1%}"


def _shares(paths, reached, record: bool) -> tuple[dict, Iterator[str]]:
    from bashcoder_mlx.corpora.synthetic import demand, shares
    from bashcoder_mlx.corpora.synthetic.tasks import families, family

    present, tasks = families(), {name: family(name) for name in families()}
    files = [shares.requests(_read(path), reached) for path in paths]
    requests = shares.by_family(sum(files, Counter()), tasks)
    if record:
        demand.write(requests)
        note(f"wrote {demand.FILE}")
    suggested = shares.weights(files, tasks)
    report = {
        name: {
            "weight": weight,
            "suggested": suggested[name],
            "requests": round(sum(requests.get(name, {}).values())),
        }
        for name, weight in present.items()
    }
    return report, _weights(report)


def _weights(report: dict) -> Iterator[str]:
    total = sum(row["weight"] for row in report.values())
    yield f"{'family':<24} {'requests':>8}  share now  suggested, of 100"
    for name, row in report.items():
        share = 100 * row["weight"] / total
        yield f"{name:<24} {row['requests']:>8} {share:>10.2f} {row['suggested']:>18.2f}"


def _suite(reached, pairs: int | None) -> tuple[dict, Iterator[str]]:
    from bashcoder_mlx.corpora.synthetic import generate
    from bashcoder_mlx.evaluation.reach import reach, word_for_word
    from bashcoder_mlx.evaluation.suite import read_suite, shipped_suite

    tasks = read_suite(shipped_suite())
    report: dict = {"areas": reach(tasks, reached)}
    if pairs:
        prompts = (pair.prompt for pair in generate.pairs(pairs, seed=1))
        report["word_for_word"] = word_for_word(tasks, prompts)
    return report, _areas(report, pairs)


def _areas(report: dict, pairs: int | None) -> Iterator[str]:
    from bashcoder_mlx.markdown import table

    heads = ("area", "tasks", "for macOS", "utilities")
    reached = ("tasks reached", "by statements", "references reached")
    yield table([*heads, *reached], [_cells(row) for row in report["areas"]])
    if pairs:
        yield f"{report['word_for_word']} prompts word for word among {pairs:,} generated pairs"


def _cells(row: dict) -> list[str]:
    counts = [str(row[name]) for name in ("area", "tasks", "macos", "utilities")]
    shares = (
        ("tasks_reached", "tasks"),
        ("tasks_by_statements", "tasks"),
        ("references_reached", "references"),
    )
    return [*counts, *(_of(row[found], row[total]) for found, total in shares)]


def _of(found: int, total: int) -> str:
    return f"{found} of {total} ({found / total:.0%})"
