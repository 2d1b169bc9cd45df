"""`bashcoder data clean`: what is worth learning from, with secrets masked."""

from collections.abc import Iterator
from pathlib import Path

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.terminal import note, write_answer, write_json

# The names of corpora.cleaning.STEPS, which would load numpy for --help; a test compares them.
STEPS = ("quality", "language", "secrets", "exact", "syntax", "near")


@click.command()
@click.argument(
    "inputs", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="The .jsonl or .jsonl.gz file to write.",
)
@click.option(
    "--against",
    multiple=True,
    type=click.Path(path_type=Path),
    help="A test set, of which nothing may be kept: a file or folder; may be repeated.",
)
@click.option(
    "--without", multiple=True, type=click.Choice(STEPS), help="Leave a step out; may be repeated."
)
@click.option(
    "--capacity",
    type=click.IntRange(min=1000),
    default=5_000_000,
    show_default=True,
    help="How many documents to remember for duplicates, at 34 bytes each.",
)
@options.json
@click.option("--force", is_flag=True, help="Replace the output.")
def command(inputs, output, against, without, capacity, as_json, force) -> None:
    """Keep what is worth learning from, with secrets masked, as JSON Lines.

    A PATH is a file (.jsonl, .jsonl.gz, .json, .txt, .sh, .bash) or a folder of them. Dropped are,
    in this order, with the step that --without leaves out:

    \b
      quality   bash too long, with data, or for another interpreter
      language  plain text and prompts that are not English
                (always) what is in the files given by --against
      exact     exact duplicates
      syntax    what `bash -n` refuses
      near      near duplicates

    The step secrets masks passwords, tokens, keys and addresses in bash, before duplicates are
    looked for. The report on stderr counts each reason. Memory does not grow with the input.
    """
    from bashcoder_mlx.corpora.cleaning import Report, Settings, clean
    from bashcoder_mlx.corpora.cleaning.contamination import HeldOut
    from bashcoder_mlx.corpora.local import ReadReport, read_documents
    from bashcoder_mlx.corpora.output import check_output, document_writer

    inputs, against = _expanded(inputs), _expanded(against)
    output = output.expanduser()
    check_output(output, [*inputs, *against], force)
    held_out = HeldOut(_read_all(against, read_documents)) if against else None
    form, report = ReadReport(), Report()
    documents = _read_all(inputs, lambda path: read_documents(path, form))
    settings = Settings(frozenset(without), capacity)
    with document_writer(output) as write:
        for document in clean(documents, report, settings, held_out):
            write(document)
        _refuse_nothing(report)
    report.finish()
    _tell(report, form)
    if as_json:
        names = {"output": str(output), "against": list(map(str, against))}
        write_json(names | {"skipped": dict(form.skipped)} | report.to_record())
    else:
        write_answer(str(output))


def _expanded(paths) -> list[Path]:
    return [path.expanduser() for path in paths]


def _read_all(paths: list[Path], read) -> Iterator:
    for path in paths:
        yield from read(path)


def _refuse_nothing(report) -> None:
    if not report.kept:
        why = ", ".join(f"{count:,} {reason}" for reason, count in report.dropped.most_common())
        raise InputError(f"no document of {report.read:,} is left: {why}; see --without")


def _tell(report, form) -> None:
    if form.skipped:
        note(f"not read: {form.skipped_text()}")
    for line in report.lines():
        note(line)
    if report.kept > report.capacity:
        note(
            f"warning: {report.kept:,} documents are more than the capacity: some that are new "
            "may have gone as duplicates; give a larger --capacity"
        )
