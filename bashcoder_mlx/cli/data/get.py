"""`bashcoder data get`: fetches a named corpus from the Hub."""

import time
from pathlib import Path

import click

from bashcoder_mlx import terminal
from bashcoder_mlx.cli.data.list import size_text
from bashcoder_mlx.corpora.registry import Corpus, find_corpus

REFRESH_SECONDS = 0.1


@click.command()
@click.argument("name")
@click.option(
    "-o",
    "--output",
    "--output-dir",
    metavar="FOLDER",
    default="data",
    show_default=True,
    help="Where to write.",
)
@click.option("--max-documents", type=click.IntRange(min=1), help="Stop at so many documents.")
@click.option(
    "--max-bytes", type=click.IntRange(min=1), help="Stop as soon as the file holds so many bytes."
)
@click.option("--split", help="Instead of the corpus's usual split.")
@click.option("--revision", help="Branch, tag or commit on the Hub.")
@click.option("--offline", is_flag=True, help="Never ask the Hub: only what is cached here.")
def command(name, output, max_documents, max_bytes, split, revision, offline) -> None:
    """Fetch the corpus NAME (see `bashcoder data list`) into FOLDER/NAME.jsonl.

    The rows are streamed, so a limit saves the download of the rest. The same command goes on where
    an earlier one stopped, with a higher limit too; FOLDER/data.lock says what was fetched, from
    which commit, and its SHA-256.

    For a corpus that needs a login, accept its terms on its page and run `hf auth login` once.
    """
    from bashcoder_mlx.corpora.hub import Limits, get

    corpus = find_corpus(name)
    limits = Limits(max_documents, max_bytes)
    with Line(corpus, limits) as line:
        fetched = get(
            corpus,
            Path(output).expanduser(),
            limits,
            split=split,
            revision=revision,
            offline=offline,
            note=line.note,
            update=line.update,
        )
    entry = fetched.entry
    terminal.write_answer(str(fetched.path))
    terminal.note(
        f"{entry.documents:,} documents, {size_text(entry.bytes)}"
        + (f" ({fetched.new_documents:,} new)" if fetched.new_documents else " (nothing to do)")
        + ("; the whole data set" if entry.complete else "")
        + (f"; {entry.rows - entry.documents:,} rows skipped" * (entry.rows > entry.documents))
        + f"; licence: {corpus.license}"
    )


class Line:
    """A live line on stderr: documents, bytes, rate, time left. Nothing where it is no terminal."""

    def __init__(self, corpus: Corpus, limits):
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[figures]}", markup=False),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        # The limit that will end it sets the unit; sizes of the registry are estimates.
        self._by_count = limits.documents is not None and limits.bytes is None
        total = limits.documents if self._by_count else limits.expected_bytes(corpus)
        self._task = self._progress.add_task(corpus.name, total=total, figures="connecting")
        self._first: tuple[float, int] | None = None  # when, and how many bytes there were
        self._shown = 0.0

    def __enter__(self) -> "Line":
        self._progress.start()
        return self

    def __exit__(self, *exception) -> None:
        self._progress.stop()

    def update(self, documents: int, size: int) -> None:
        """Shows the state of the file."""
        now = time.monotonic()
        if self._progress.disable or now - self._shown < REFRESH_SECONDS:
            return
        self._shown, completed = now, documents if self._by_count else size
        if self._first is None:  # what earlier calls fetched is no part of the rate
            self._first = now, size
            self._progress.reset(self._task, completed=completed)
        seconds, new = now - self._first[0], size - self._first[1]
        rate = f", {size_text(new / seconds)}/s" if seconds > 0 else ""
        figures = f"{documents:,} documents, {size_text(size)}{rate}"
        self._progress.update(self._task, completed=completed, figures=figures)

    def note(self, text: str) -> None:
        """A line above the live one."""
        if self._progress.disable:
            terminal.note(text)
        else:
            safe = terminal.sanitise(text)
            self._progress.console.print(safe, markup=False, highlight=False)
