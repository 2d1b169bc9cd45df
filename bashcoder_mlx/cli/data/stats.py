"""`bashcoder data stats`: what is in a corpus."""

from collections.abc import Iterator
from pathlib import Path

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.cli.data import tokens
from bashcoder_mlx.terminal import note, write_answer, write_json

# Lists that a person reads stop here; --json has all sources and licences.
SHOWN = 12
NAME_WIDTH = 40


@click.command()
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@tokens.option
@options.json
def command(paths, tokenizer, as_json) -> None:
    """Describe corpora: sizes, tokens, kinds, sources, licences, utilities and flags.

    A PATH is a file (.jsonl, .jsonl.gz, .json, .txt, .sh, .bash) or a folder of them, and all are
    counted together. Tokens are those of the texts alone, without prompt format. Utilities and
    flags are counted by documents, and only those that the knowledge base has.
    """
    from bashcoder_mlx.corpora.local import ReadReport
    from bashcoder_mlx.corpora.statistics import describe

    report = ReadReport()
    found = describe(_read(paths, report), tokens.counter(tokenizer))
    note(str(report))
    if as_json:
        write_json(found.to_record() | {"skipped": dict(report.skipped)})
    else:
        write_answer("\n".join(_lines(found.to_record())))


def _read(paths: tuple[Path, ...], report) -> Iterator:
    from bashcoder_mlx.corpora.local import read_documents

    for path in paths:
        yield from read_documents(path.expanduser(), report)


def _lines(record: dict) -> Iterator[str]:
    for name in ("documents", "bytes", "tokens"):
        yield _row(name, f"{record[name]:,}")
    yield _row("bytes per token", f"{record['bytes_per_token'] or 0:.2f}")
    for unit in ("bytes", "tokens"):
        spread = record[f"length_{unit}"]
        figures = ", ".join(f"{name} {value:,.0f}" for name, value in spread.items())
        yield _row(f"length in {unit}", figures)
    for name in ("kinds", "os", "sources", "licenses"):
        yield from _table(name, record[name], record["documents"])
    for name in ("utilities", "flags"):
        title = f"{name} ({record[f'distinct_{name}']:,} different)"
        yield from _table(title, record[name], record["documents"])


def _table(title: str, counts: dict[str, int], documents: int) -> Iterator[str]:
    """The most frequent entries; names come from the corpus, so line ends in them are shown."""
    if not counts:
        return
    yield f"\n{title}"
    for name, count in list(counts.items())[:SHOWN]:
        yield _row(" ".join(name.split())[:NAME_WIDTH], f"{count:,} {count / documents:>7.1%}")
    if len(counts) > SHOWN:
        yield _row("...", "")


def _row(name: str, figures: str) -> str:
    return f"{name:<{NAME_WIDTH}} {figures:>20}".rstrip()
