"""What is in a corpus: documents by kind, system, source, licence; sizes; utilities and flags."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from bashcoder_mlx.corpora.cleaning.sides import code_of
from bashcoder_mlx.corpora.documents import Document, with_tokens
from bashcoder_mlx.shell.knowledge import used

TOP = 30
"""How many utilities and flags are listed."""
_UNKNOWN = "unknown"


@dataclass
class Statistics:
    """Counts that grow while documents are read; 8 bytes of memory for each document."""

    documents: int = 0
    bytes: int = 0
    """Of the texts, in UTF-8."""
    tokens: int = 0
    kinds: Counter = field(default_factory=Counter)
    """A pair counts as "command pair" and so on, apart from texts of that kind."""
    systems: Counter = field(default_factory=Counter)
    sources: Counter = field(default_factory=Counter)
    licenses: Counter = field(default_factory=Counter)
    utilities: Counter = field(default_factory=Counter)
    """Documents that use each utility of the knowledge base."""
    flags: Counter = field(default_factory=Counter)
    byte_lengths: array = field(default_factory=lambda: array("I"))
    token_lengths: array = field(default_factory=lambda: array("I"))

    def to_record(self) -> dict:
        """All of it as one JSON object; counters from the most frequent down."""
        return {
            "documents": self.documents,
            "bytes": self.bytes,
            "tokens": self.tokens,
            "bytes_per_token": round(self.bytes / self.tokens, 3) if self.tokens else None,
            "length_bytes": _spread(self.byte_lengths),
            "length_tokens": _spread(self.token_lengths),
            "kinds": dict(self.kinds.most_common()),
            "os": dict(self.systems.most_common()),
            "sources": dict(self.sources.most_common()),
            "licenses": dict(self.licenses.most_common()),
            "distinct_utilities": len(self.utilities),
            "distinct_flags": len(self.flags),
            "utilities": dict(self.utilities.most_common(TOP)),
            "flags": dict(self.flags.most_common(TOP)),
        }


def describe(
    documents: Iterable[Document], count_tokens: Callable[[Sequence[str]], Iterable[int]]
) -> Statistics:
    """The statistics of a stream of documents.

    Args:
        count_tokens: of many texts at once.
    """
    found = Statistics()
    for document, tokens in with_tokens(documents, count_tokens):
        _add(found, document, tokens)
    return found


def _add(found: Statistics, document: Document, tokens: int) -> None:
    found.documents += 1
    found.bytes += document.size
    found.tokens += tokens
    found.byte_lengths.append(document.size)
    found.token_lengths.append(tokens)
    found.kinds[f"{document.kind} pair" if document.is_pair else document.kind] += 1
    found.systems[document.os or _UNKNOWN] += 1
    found.sources[document.source or _UNKNOWN] += 1
    found.licenses[document.license or _UNKNOWN] += 1
    code = code_of(document)
    if code is not None:
        utilities, flags = used(code)
        found.utilities.update(sorted(utilities))  # equal counts keep one order
        found.flags.update(sorted(flags))


def _spread(lengths: array) -> dict[str, float]:
    """The median, the 95th percentile and the greatest of lengths."""
    if not lengths:
        return {"median": 0, "95%": 0, "max": 0}
    median, high = np.percentile(np.frombuffer(lengths, np.uint32), [50, 95])
    return {"median": float(median), "95%": float(high), "max": max(lengths)}
