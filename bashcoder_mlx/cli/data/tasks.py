"""`bashcoder data tasks`: the generator's tasks by family, run, or tried with mutants."""

from collections.abc import Callable, Iterable, Sequence
from fnmatch import fnmatchcase

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.terminal import note, write_answer, write_json

_FEW = 20  # survivors that are shown without being asked for


@click.command()
@click.argument("globs", metavar="[FAMILY]…", nargs=-1)
@click.option("--verify", is_flag=True, help="Run every command on its trials.")
@click.option(
    "--record", is_flag=True, help="Run what has changed; note in the package what passes."
)
@click.option("--mutants", is_flag=True, help="Try mutants of every command on its trials.")
@click.option("--wordings", is_flag=True, help="In how many ways the commonest are asked for.")
@click.option("--verbose", is_flag=True, help="Show every surviving mutant.")
@options.json
def command(globs, verify, record, mutants, wordings, verbose, as_json) -> None:
    """List the tasks of the generator by family, or put them to the test.

    FAMILY is the name of a family or task, or a glob: 'files*' takes all that begin so.

    With --mutants each command is changed a little in every way that may matter: a flag dropped, a
    comparison flipped, a stage left out. An oracle must refuse what comes of it. The exit status is
    1 where one passes that no entry of tasks/equivalent/ explains.

    --wordings shows, for the tasks that are drawn most often, the median of the sentences that ask
    for one, and how many tasks have fewer than eight, alternatives within a sentence left out or
    counted; it names those that have fewer.
    """
    if record:
        _record_all(globs)
        return
    if wordings:
        _count_wordings(globs, as_json)
        return
    chosen = _chosen(globs)
    if verify:
        _verify(chosen)
    if mutants:
        _try_mutants(chosen, verbose, as_json)
    if not (verify or mutants):
        _list(chosen, as_json)


def _chosen(globs: Sequence[str]) -> dict[str, list]:
    """The tasks asked for, by family."""
    from bashcoder_mlx.corpora.synthetic.tasks import families, family

    def wanted(name: str) -> bool:
        return not globs or any(fnmatchcase(name, glob) for glob in globs)

    tasks = {
        name: [task for task in family(name) if wanted(name) or wanted(task.name)]
        for name in families()
    }
    found = {name: some for name, some in tasks.items() if some}
    if not found:
        raise InputError(f"no family or task is called {' or '.join(globs)}; without a name all")
    return found


def _list(chosen: dict[str, list], as_json: bool) -> None:
    from bashcoder_mlx.corpora.synthetic.tasks import families

    rows = [
        {
            "family": name,
            "tasks": len(tasks),
            "shapes": sum(len(task.answers) for task in tasks),
            "wordings": sum(task.wordings for task in tasks),
            "weight": families()[name],
        }
        for name, tasks in chosen.items()
    ]
    if as_json:
        write_json(rows)
    else:
        _write_table(rows, {**_sums(rows, "tasks", "shapes", "wordings"), "weight": ""})


def _sums(rows: Iterable[dict], *keys: str) -> dict:
    rows = list(rows)
    return {"family": "total", **{key: sum(row[key] for row in rows) for key in keys}}


def _write_table(rows: list[dict], total: dict) -> None:
    from bashcoder_mlx.markdown import table

    cells = [[_cell(value) for value in row.values()] for row in (*rows, total)]
    write_answer(table(list(total), cells))


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def _count_wordings(globs: Sequence[str], as_json: bool) -> None:
    from bashcoder_mlx.corpora.synthetic import commonest
    from bashcoder_mlx.markdown import table

    if globs:
        raise InputError("--wordings ranks the tasks of all families: leave their names out")
    tasks = commonest.commonest(commonest.STEPS[-1])
    rows = [commonest.summary(tasks[:step]) for step in commonest.STEPS]
    few = [task for task in tasks if len(task.sentences) < commonest.GOAL]
    if as_json:
        write_json({"steps": rows, "few": [task.name for task in few]})
        return
    write_answer(table(list(rows[0]), [list(map(_cell, row.values())) for row in rows]))
    for task in few:
        write_answer(f"{task.name}: {len(task.sentences)} sentences, {task.wordings:,} wordings")


def _verify(chosen: dict[str, list]) -> None:
    from bashcoder_mlx.corpora.synthetic.verify import failures
    from bashcoder_mlx.shell.sandbox import find_sandbox

    sandbox, failed = find_sandbox(), []
    for name, tasks in chosen.items():
        found = list(failures(tasks, sandbox))
        wrong = [failure for failure in found if not failure.missing]
        failed += wrong
        note(f"{name}: {len(tasks):,} tasks, {len(wrong)} failures")
        for program in sorted({program for failure in found for program in failure.missing}):
            note(f"{name}: not all is verified, as this machine lacks {program}")
        _show_failures(wrong)
    _end_with(failed)


def _show_failures(failed: Iterable) -> None:
    for failure in failed:
        write_answer(f"{failure}\n")


def _end_with(failed: Sequence) -> None:
    if failed:
        raise BashcoderError(f"{len(failed)} runs do not do what their tasks say")


def _record_all(globs: Sequence[str]) -> None:
    from bashcoder_mlx.corpora.synthetic.record import record
    from bashcoder_mlx.shell.sandbox import find_sandbox

    if globs:
        raise InputError("--record takes all families: leave their names out")
    failed = record(_chosen(()), find_sandbox(), note)
    _show_failures(failed)
    _end_with(failed)


def _try_mutants(chosen: dict[str, list], verbose: bool, as_json: bool) -> None:
    report = _tried(chosen, note)
    if as_json:
        write_json(_record(report))
    else:
        rows = [_row(tally) for tally in report.tallies]
        _write_table(rows, _row(report.total))
        _show_survivors(report.total.unexplained, verbose)
    _note_stale(report)
    if unexplained := len(report.total.unexplained):
        raise BashcoderError(
            f"{unexplained:,} mutants pass: mend the worlds of their tasks, or give the reason in "
            "a table of tasks/equivalent/"
        )


def _tried(chosen: dict[str, list], note: Callable[[str], None]):
    from bashcoder_mlx.corpora.synthetic.mutants.before import Before
    from bashcoder_mlx.corpora.synthetic.mutants.equivalent import every_entry
    from bashcoder_mlx.corpora.synthetic.mutants.report import Report
    from bashcoder_mlx.corpora.synthetic.mutants.run import tried
    from bashcoder_mlx.shell.sandbox import find_sandbox

    report, sandbox = Report(every_entry()), find_sandbox()
    for name, tasks in chosen.items():

        def say(text: str, name: str = name) -> None:
            note(f"{name}: {text}")

        report.add(name, tried(tasks, sandbox, Before(name), say))
    return report


def _row(tally) -> dict:
    record = tally.to_record()
    return {**record, "share": f"{tally.share:.1%}"}


def _record(report) -> dict:
    survivors = [
        {"task": one.task.name, "label": one.label, "command": one.command, "mutant": one.text}
        for one in report.total.unexplained
    ]
    families = [tally.to_record() for tally in report.tallies]
    return {"families": families, "total": report.total.to_record(), "survivors": survivors}


def _show_survivors(survivors: Sequence, verbose: bool) -> None:
    if len(survivors) > _FEW and not verbose:
        note("--verbose shows the mutants that pass")
        return
    for one in survivors:
        write_answer(f"\n{one.task.name}: {one.label}\n{one.command}\n{one.text}")


def _note_stale(report) -> None:
    from bashcoder_mlx.corpora.synthetic.tasks import every_task

    for entry in report.stale(task.name for task in every_task()):
        note(f"stale: {entry.where} speaks of no mutant that passes")
