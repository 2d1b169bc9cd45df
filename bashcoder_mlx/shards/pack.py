"""Packing encoded documents into rows of one static length.

A row of T + 1 tokens gives T inputs and T targets. Long texts are cut where a row ends; pairs stay
whole, or are cut at the end when longer than a row. Short pieces share a row, each a segment of its
own that attends to itself only; what is left is padding, segment 0.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from bashcoder_mlx.shards.encode import Encoded

OPEN_ROWS = 64  # more would fill rows a little better and scatter neighbours further


@dataclass(eq=False)
class Row:
    """One packed row: `tokens`, `segments` and `learned`, each (T + 1,)."""

    tokens: np.ndarray
    segments: np.ndarray
    learned: np.ndarray
    used: int = 0
    pieces: int = 0
    documents: list[int] = field(default_factory=list)

    @classmethod
    def empty(cls, length: int, pad_id: int) -> "Row":
        """A row of padding."""
        tokens = np.full(length, pad_id, np.int64)
        return cls(tokens, np.zeros(length, np.uint16), np.zeros(length, bool))

    def add(self, ids: np.ndarray, learned: np.ndarray, document: int) -> None:
        """Appends a piece as the next segment; its first token has nothing to be predicted from."""
        part = slice(self.used, self.used + len(ids))
        self.pieces += 1
        self.tokens[part], self.segments[part], self.learned[part] = ids, self.pieces, learned
        self.learned[self.used] = False
        self.used += len(ids)
        self.documents.append(document)


@dataclass
class PackReport:
    """What packing did: documents, those cut or left out for their length."""

    documents: int = 0
    pairs_cut: int = 0
    pairs_skipped: int = 0


def pack(
    documents: Iterable[Encoded], sequence_length: int, pad_id: int, report: PackReport
) -> Iterator[Row]:
    """Rows of `sequence_length + 1` tokens, filled best-fit among `OPEN_ROWS` open rows."""
    length = sequence_length + 1
    rows: list[Row] = []
    for document in documents:
        report.documents += 1
        for ids, learned in _pieces(document, length, report):
            fitting = [row for row in rows if length - row.used >= len(ids)]
            if fitting:
                row = max(fitting, key=lambda r: r.used)
            else:
                row = Row.empty(length, pad_id)
                rows.append(row)
            row.add(ids, learned, document.number)
            # A remainder of one token could hold no target.
            if length - row.used < 2:
                rows.remove(row)
                yield row
            elif len(rows) > OPEN_ROWS:
                fullest = max(rows, key=lambda r: r.used)
                rows.remove(fullest)
                yield fullest
    yield from rows


def _pieces(document: Encoded, length: int, report: PackReport):
    ids, learned = document.ids, document.learned
    if len(ids) <= length:
        return [(ids, learned)]
    if document.is_pair:
        if not learned[:length].any():
            report.pairs_skipped += 1
            return []
        report.pairs_cut += 1
        return [(ids[:length], learned[:length])]
    # Each piece begins with the last token of the one before, so that every token is a target once.
    starts = range(0, len(ids) - 1, length - 1)
    return [(ids[s : s + length], learned[s : s + length]) for s in starts]
