"""Documents on disk, to be read back in any order: in memory stays what can be counted of each.

25 bytes of memory for a document, however long it is.
"""

import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np

from bashcoder_mlx.corpora.cleaning.sides import code_of
from bashcoder_mlx.corpora.documents import Document, with_tokens
from bashcoder_mlx.corpora.output import json_line
from bashcoder_mlx.errors import BashcoderError


class Spool:
    """A nameless file of JSON Lines, which goes when the spool is closed.

    Args:
        folder: where the file lies; it takes as much space as all documents.
        count_tokens: of many texts at once.

    Raises:
        BashcoderError: the folder cannot be written.
    """

    def __init__(self, folder: Path, count_tokens: Callable[[Sequence[str]], Iterable[int]]):
        self._count_tokens = count_tokens
        try:
            self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115
        except OSError as error:
            raise BashcoderError(f"cannot write to {folder}: {error.strerror}") from error
        self._starts, self._bytes = array("q"), array("q")
        self._tokens, self._is_code = array("q"), bytearray()

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, *exception) -> None:
        with suppress(OSError):  # on a full disk: what was not written is not needed any more
            self._file.close()

    def __len__(self) -> int:
        return len(self._starts)

    def add(self, documents: Iterable[Document]) -> range:
        """Appends documents.

        Returns:
            Their indices.
        Raises:
            BashcoderError: the disk is full.
        """
        first = len(self)
        try:
            for document, tokens in with_tokens(documents, self._count_tokens):
                self._add(document, tokens)
        except OSError as error:
            raise BashcoderError(f"cannot keep the documents aside: {error.strerror}") from error
        return range(first, len(self))

    def _add(self, document: Document, tokens: int) -> None:
        self._starts.append(self._file.tell())
        self._file.write(json_line(document).encode())
        self._bytes.append(document.size)
        self._tokens.append(tokens)
        self._is_code.append(code_of(document) is not None)

    def sizes(self, unit: str) -> np.ndarray:
        """(N,) int64: what each document counts in "documents", "bytes" (UTF-8) or "tokens"."""
        if unit == "documents":
            return np.ones(len(self), np.int64)
        return np.frombuffer(self._bytes if unit == "bytes" else self._tokens, np.int64).copy()

    def is_code(self) -> np.ndarray:
        """(N,) bool: pairs and scripts; the rest is language."""
        return np.frombuffer(bytes(self._is_code), bool)

    def lines(self, order: np.ndarray) -> Iterator[str]:
        """The JSON lines of the documents at these indices, in this order."""
        for index in order.tolist():
            self._file.seek(self._starts[index])
            yield self._file.readline().decode()
