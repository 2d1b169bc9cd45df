"""A corpus on its way into its file: rows taken, turned into lines, and committed in blocks."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from bashcoder_mlx.corpora.hub_errors import HubError
from bashcoder_mlx.corpora.hub_file import CorpusFile
from bashcoder_mlx.corpora.hub_lock import new_entry
from bashcoder_mlx.corpora.hub_rows import Rows
from bashcoder_mlx.corpora.output import json_line
from bashcoder_mlx.corpora.registry import Corpus
from bashcoder_mlx.errors import InputError

# Commits come at least so often, in seconds, while rows arrive.
BLOCK_SECONDS = 5.0


@dataclass(frozen=True)
class Limits:
    """Where to stop: as soon as the file holds this much. None: at the end of the data set."""

    documents: int | None = None
    bytes: int | None = None

    def reached(self, documents: int, size: int) -> bool:
        """Whether a file of so many documents and bytes is enough."""
        enough = self.documents is not None and documents >= self.documents
        return enough or (self.bytes is not None and size >= self.bytes)

    def expected_bytes(self, corpus: Corpus) -> float:
        """The size of the file to come, from the approximate sizes of the registry."""
        size = float(corpus.bytes)
        if self.documents is not None:
            size = min(size, self.documents * corpus.bytes / corpus.documents)
        return size if self.bytes is None else min(size, self.bytes)


class Growth:
    """Rows on their way into the file: taken, converted, and committed in blocks."""

    def __init__(
        self,
        file: CorpusFile,
        corpus: Corpus,
        limits: Limits,
        update: Callable[[int, int], None],
        block_bytes: int,
    ):
        self._file, self._corpus, self._limits = file, corpus, limits
        self._update, self._block_bytes = update, block_bytes
        self._lines: list[bytes] = []  # one per row; b"" for a row of no use
        self._first = 0  # the number of the first of them
        self._documents = self._bytes = 0  # of the file, with what is not committed yet
        self._since = 0.0  # when the last commit was

    @property
    def rows(self) -> int:
        """Rows taken so far, with those of earlier calls."""
        return self._first + len(self._lines)

    def take_all(self, rows: Rows) -> None:
        """Goes on until the limit or the end of the data set.

        Raises:
            BashcoderError: the rows end early, are not as expected, or cannot be written.
        """
        self._begin(rows)
        complete = True
        for row in rows:
            self._take(row)
            if self._limits.reached(self._documents, self._bytes):
                complete = False
                break
            full = self._bytes - self._file.entry.bytes >= self._block_bytes
            if full or time.monotonic() - self._since > BLOCK_SECONDS:
                self.commit(**rows.place())
            self._update(self._documents, self._bytes)
        self.commit(**rows.place(), complete=complete)
        self._update(self._documents, self._bytes)

    def _begin(self, rows: Rows) -> None:
        if self._lines:  # an earlier attempt broke off
            self.commit()
        entry = self._file.entry or new_entry(self._corpus, rows.commit)
        if entry.commit != rows.commit:
            raise InputError(
                f"{self._file.path} came from commit {entry.commit[:12]}, and only "
                f"{rows.commit[:12]} can be read now: go online, or choose another folder with -o"
            )
        self._file.begin(entry)
        self._first, self._since = entry.rows, time.monotonic()
        self._documents, self._bytes = entry.documents, entry.bytes
        rows.go_on_after(entry)

    def _take(self, row: dict) -> None:
        line = self._line(row)
        # One operation, so that an interruption finds a row either taken or not.
        self._lines.append(line)
        self._documents, self._bytes = self._documents + bool(line), self._bytes + len(line)

    def _line(self, row: dict) -> bytes:
        try:
            document = self._corpus.document(row)
        except ValueError as error:
            label = f"{self._corpus.name} ({self._corpus.hub_id})"
            raise HubError(
                f"{label} is not as the registry says ({error})", f"see {self._corpus.url}"
            ) from error
        return b"" if document is None or document.fault else json_line(document).encode()

    def commit(self, **changes) -> None:
        """Writes what was taken and is not written yet; an interrupted commit can be repeated."""
        entry = self._file.entry
        if entry is None:
            return
        lines = self._lines[entry.rows - self._first :]
        if not lines and not changes:
            return
        rows, documents = entry.rows + len(lines), entry.documents + sum(map(bool, lines))
        self._file.append(lines, rows=rows, documents=documents, **changes)
        self._lines, self._first, self._since = [], rows, time.monotonic()
