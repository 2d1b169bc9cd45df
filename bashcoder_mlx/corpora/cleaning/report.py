"""What a cleaning did: documents and bytes in and out, and a count for every reason."""

import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.documents import Document


@dataclass
class Report:
    """Counts that grow while documents are cleaned."""

    read: int = 0
    read_bytes: int = 0
    """Of the texts, in UTF-8; the JSON around them is not counted."""
    kept: int = 0
    kept_bytes: int = 0
    dropped: Counter = field(default_factory=Counter)
    """Documents left out, by the reason, a phrase such as "near duplicates"."""
    masked: Counter = field(default_factory=Counter)
    """Places masked in the documents that were kept, by what was there."""
    masked_documents: int = 0
    held_out: int = 0
    """Documents of the files to keep clear of."""
    capacity: int = 0
    """Documents for which the rates of false duplicates hold."""
    started: float = field(default_factory=time.perf_counter)
    seconds: float = 0.0
    peak_bytes: int = 0

    def keep(self, document: Document, masked: Counter) -> None:
        """Counts a document that is written."""
        self.kept += 1
        self.kept_bytes += document.size
        self.masked += masked
        self.masked_documents += bool(masked)

    def finish(self) -> None:
        """Notes the time taken and the memory used."""
        self.seconds = time.perf_counter() - self.started
        self.peak_bytes = peak_resident_bytes()

    def to_record(self) -> dict:
        """The report as one JSON object."""
        return {
            "documents": {"read": self.read, "kept": self.kept},
            "bytes": {"read": self.read_bytes, "kept": self.kept_bytes},
            "dropped": dict(self.dropped.most_common()),
            "masked": dict(self.masked.most_common()),
            "masked_documents": self.masked_documents,
            "held_out_documents": self.held_out,
            "capacity": self.capacity,
            "seconds": round(self.seconds, 3),
            "peak_resident_bytes": self.peak_bytes,
        }

    def lines(self) -> list[str]:
        """The report as a table for a person."""
        rows = [("read", self.read), *((f"- {why}", n) for why, n in self.dropped.most_common())]
        rows += [("kept", self.kept), *((f"  {what} masked", n) for what, n in self.masked.items())]
        width = max(len(name) for name, _ in rows)
        speed = self.read_bytes / 1e6 / max(self.seconds, 1e-9)
        return [f"{name:{width}} {count:>12,}" for name, count in rows] + [
            f"{self.read_bytes:,} bytes of text became {self.kept_bytes:,}, in "
            f"{self.seconds:.1f} s ({speed:.1f} MB/s), at most {self.peak_bytes / 1e6:,.0f} MB "
            "resident"
        ]


def peak_resident_bytes() -> int:
    """The most memory that this process ever held; getrusage counts KiB, on macOS bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
