"""`bashcoder data list`: the named corpora."""

from dataclasses import asdict

import click

from bashcoder_mlx.cli import options
from bashcoder_mlx.corpora.registry import Corpus, corpora, find_corpus
from bashcoder_mlx.terminal import note, write_answer, write_json

HEADER = ("name", "kind", "size", "documents", "suits", "gated", "licence")


@click.command()
@options.json
@click.option("--details", metavar="NAME", help="Everything known about one corpus.")
def command(as_json, details) -> None:
    """List the corpora that `bashcoder data get` fetches by name.

    Sizes are approximate. A star marks a corpus of which something could not be verified when the
    list was written; --details says what.
    """
    chosen = [find_corpus(details)] if details else list(corpora().values())
    if as_json:
        entries = [asdict(corpus) for corpus in chosen]
        write_json(entries[0] if details else entries)
    elif details:
        write_answer(_details(chosen[0]))
    else:
        write_answer(_table(chosen))
        note("* not verified in full: see `bashcoder data list --details NAME`")


def _table(chosen: list[Corpus]) -> str:
    rows = [HEADER, *map(_row, chosen)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join(lines)


def _row(corpus: Corpus) -> tuple[str, ...]:
    return (
        corpus.name + ("*" if corpus.unverified else ""),
        corpus.kind,
        size_text(corpus.bytes),
        f"{corpus.documents:,}",
        _range(corpus.sizes),
        "yes" if corpus.gated else "no",
        corpus.license,
    )


def size_text(size: float) -> str:
    """Bytes as in `820 GB` or `1.7 MB`."""
    units = iter(("B", "kB", "MB", "GB", "TB"))
    unit = next(units)
    while size >= 999.5:  # which three digits show as 1000
        size, unit = size / 1000, next(units)
    return f"{size:.3g} {unit}"


def _range(sizes: tuple[str, ...]) -> str:
    return sizes[0] if len(sizes) == 1 else f"{sizes[0]} to {sizes[-1]}"


def _details(corpus: Corpus) -> str:
    fields = ", ".join(f"{key} from {column}" for key, column in corpus.fields.items())
    terms = f"https://huggingface.co/datasets/{corpus.hub_id}"
    login = f"accept the terms at {terms}, then run `hf auth login`"
    lines = {
        "name": corpus.name,
        "what": corpus.title,
        "size": f"about {size_text(corpus.bytes)}, {corpus.documents:,} documents",
        "licence": corpus.license,
        "suits": ", ".join(corpus.sizes),
        "kind": corpus.kind + (f", for {corpus.os}" if corpus.os else ""),
        "on the Hub": corpus.hub_id,
        "config": corpus.config,
        "folder": corpus.data_dir,
        "files": corpus.data_files,
        "revision": corpus.revision,
        "split": corpus.split,
        "columns": fields,
        "gated": f"yes: {login}" if corpus.gated else "no",
        "page": corpus.url,
        "note": corpus.note,
        "not verified": corpus.unverified,
    }
    return "\n".join(f"{key + ':':<14}{value}" for key, value in lines.items() if value)
