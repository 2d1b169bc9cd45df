"""`bashcoder data synth`: pairs of English and bash from the grammar, each shape verified."""

import json
import time
from pathlib import Path

import click

from bashcoder_mlx.terminal import note, write_answer, write_json


@click.command()
@click.option(
    "-n", "--count", type=click.IntRange(min=1), default=100_000, show_default=True, help="Pairs."
)
@click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("synth.jsonl"),
    show_default=True,
    help="A .jsonl or .jsonl.gz file.",
)
@click.option("--stories", is_flag=True, help="Short English stories instead of pairs.")
@click.option(
    "--against",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Report how much of this set turns up in the pairs; may be repeated.",
)
@click.option("--verify", is_flag=True, help="Run every command here, whatever is known of it.")
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON document on stdout.")
@click.option("--force", is_flag=True, help="Replace the output file.")
def command(count, seed, output, stories, against, verify, as_json, force) -> None:
    """Write pairs of English and bash, all different, the same for the same seed.

    The grammar composes tasks, values and wordings in three directions: English to a command or
    script, a command to English, and a header comment to a script. Every shape of command was run
    in the sandbox in the project's tests and did what Python computes for it, but for those of
    macOS alone; one that has changed since is first run here, and with --verify all are.
    """
    from bashcoder_mlx.corpora.output import check_output

    check_output(output, against, force)
    if stories:
        _write_stories(output, count, seed)
        return
    report = _write_pairs(output, count, seed, against, verify)
    if as_json:
        write_json(report)
    else:
        write_answer(str(output))
        _note_report(report)


def _write_stories(output: Path, count: int, seed: int) -> None:
    from bashcoder_mlx.corpora.documents import Document
    from bashcoder_mlx.corpora.output import document_writer
    from bashcoder_mlx.corpora.synthetic.stories import stories

    with document_writer(output) as write:
        for text in stories(count, seed):
            write(Document(text=text))
    write_answer(str(output))


def _write_pairs(output: Path, count: int, seed: int, against: tuple[Path, ...], again) -> dict:
    from bashcoder_mlx.corpora.local import read_documents
    from bashcoder_mlx.corpora.output import new_files
    from bashcoder_mlx.corpora.synthetic.diversity import Overlap, Written, describe
    from bashcoder_mlx.corpora.synthetic.generate import pairs
    from bashcoder_mlx.corpora.synthetic.tasks import every_task
    from bashcoder_mlx.corpora.synthetic.verified import verify

    overlaps = {str(path): Overlap(read_documents(path)) for path in against}
    tasks = every_task()
    verification = verify(tasks, note, again)
    written = Written()
    stream = written.count(pairs(count, seed))
    for overlap in overlaps.values():
        stream = overlap.count(stream)
    start = time.perf_counter()
    with new_files([output]) as [file]:
        file.writelines(json.dumps(pair.to_record()) + "\n" for pair in stream)
    seconds = time.perf_counter() - start
    grammar = describe(tasks)
    total = sum(written.kinds.values())
    return {
        "output": str(output),
        "pairs": total,
        "seconds": round(seconds, 2),
        "pairs_per_second": round(total / seconds),
        "kinds": dict(written.kinds),
        "systems": dict(written.systems),
        "flags_explained": written.meanings,
        "shapes_written": len(written.shapes),
        "shapes": grammar.shapes,
        "verified": vars(verification),
        "tasks": grammar.tasks,
        "wordings": grammar.wordings,
        "slots": grammar.slots,
        "utilities": grammar.utilities,
        "flags": grammar.flags,
        "overlap": {path: overlap.shares() for path, overlap in overlaps.items()},
    }


def _note_report(report: dict) -> None:
    note(f"{report['pairs']:,} pairs in {report['seconds']:.1f} s ({_counts(report['kinds'])})")
    note(
        f"  for {_counts(report['systems'])}; {report['flags_explained']:,} explain flags from the "
        f"knowledge base; {report['pairs_per_second']:,} pairs/s"
    )
    note(
        f"grammar: {report['shapes']:,} shapes of command ({report['shapes_written']:,} written), "
        f"{report['wordings']:,} wordings, {report['slots']} kinds of value"
    )
    note(f"  {len(report['utilities'])} utilities, {len(report['flags'])} flags")
    _note_verified(report["verified"])
    for path, shares in report["overlap"].items():
        found = ", ".join(f"{share:.1%} of its {name}" for name, share in shares.items())
        note(f"{path}: {found}")


def _note_verified(verified: dict) -> None:
    note(
        f"verified: {verified['tested']:,} shapes executed in the project's tests and "
        f"{verified['executed']:,} here, {verified['recorded']:,} of them with a recorder for what "
        f"cannot run; {verified['unexecuted']:,} for macOS alone, by syntax and flags"
    )
    if verified["unverified"]:
        programs = [f"{name} is missing ({n:,})" for name, n in verified["missing"].items()]
        why = verified["reason"] or ", ".join(programs)
        note(f"warning: {verified['unverified']:,} shapes are not verified: {why}")


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {name}" for name, count in counts.items())
