"""The steps of cleaning, in order, over a stream of documents.

Cheap steps come first and the near duplicates last, so that only what is otherwise kept is
remembered. Text is written byte for byte as it was read, but for what is masked.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import chain

from bashcoder_mlx.corpora.cleaning.bash_check import start_check
from bashcoder_mlx.corpora.cleaning.contamination import HeldOut
from bashcoder_mlx.corpora.cleaning.duplicates import ExactDuplicates, NearDuplicates
from bashcoder_mlx.corpora.cleaning.masking import mask_document
from bashcoder_mlx.corpora.cleaning.quality import code_fault, english_fault
from bashcoder_mlx.corpora.cleaning.report import Report
from bashcoder_mlx.corpora.cleaning.sides import code_of, content_key, english_at, words
from bashcoder_mlx.corpora.documents import Document

STEPS = {
    "quality": "size, long lines, data and other languages in bash",
    "language": "whether English is English",
    "secrets": "masking of secrets and personal data",
    "exact": "exact duplicates",
    "syntax": "`bash -n`",
    "near": "near duplicates",
}
# Enough for the vectorised steps to pay; memory for a batch is a few times its text.
_BATCH_DOCUMENTS, _BATCH_BYTES = 4_000, 4_000_000


@dataclass(frozen=True)
class Settings:
    """Which steps to take, and how much to remember."""

    without: frozenset[str] = frozenset()
    """Names of `STEPS` to leave out."""
    capacity: int = 5_000_000
    """Documents for which false duplicates stay as rare as stated; 34 bytes of memory for each."""


@dataclass
class _Candidate:
    document: Document
    words: list[list[str]]
    """Of each part, before masking."""
    masked: Counter = field(default_factory=Counter)
    fault: str | None = None


def clean(
    documents: Iterable[Document],
    report: Report,
    settings: Settings = Settings(),
    held_out: HeldOut | None = None,
) -> Iterator[Document]:
    """The documents worth keeping, masked, in their order.

    Args:
        report: filled while the documents are taken.
        held_out: what no document may repeat.

    Raises:
        InputError: near duplicates are looked for where rensa cannot be installed.
        BashcoderError: bash is not installed.
    """
    report.capacity = settings.capacity
    report.held_out = held_out.documents if held_out else 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        cleaner = _Cleaner(settings, held_out, pool)
        for candidate in _judged(_batches(documents, report), cleaner):
            if candidate.fault:
                report.dropped[candidate.fault] += 1
            else:
                report.keep(candidate.document, candidate.masked)
                yield candidate.document


def _judged(batches: Iterable[list[Document]], cleaner: "_Cleaner") -> Iterator[_Candidate]:
    """All candidates in order; bash reads one batch while the next is looked at here."""
    waiting = None
    for batch in batches:
        begun = cleaner.begin(batch)
        if waiting:
            yield from cleaner.end(*waiting)
        waiting = begun
    if waiting:
        yield from cleaner.end(*waiting)


def _batches(documents: Iterable[Document], report: Report) -> Iterator[list[Document]]:
    batch, size = [], 0
    for document in documents:
        batch.append(document)
        size += document.size
        if len(batch) == _BATCH_DOCUMENTS or size >= _BATCH_BYTES:
            report.read, report.read_bytes = report.read + len(batch), report.read_bytes + size
            yield batch
            batch, size = [], 0
    report.read, report.read_bytes = report.read + len(batch), report.read_bytes + size
    yield batch


class _Cleaner:
    def __init__(self, settings: Settings, held_out: HeldOut | None, pool: ThreadPoolExecutor):
        self._without, self._held_out, self._pool = settings.without, held_out, pool
        self._exact = self._near = None
        if "exact" not in settings.without:
            self._exact = ExactDuplicates(settings.capacity)
        if "near" not in settings.without:
            self._near = NearDuplicates(settings.capacity)

    def begin(self, documents: list[Document]):
        """Takes every step but the last two.

        Returns:
            The candidates, those with code that are still good, and what gives bash's answers.
        """
        candidates = [_Candidate(d, [words(part) for part in d.parts]) for d in documents]
        for candidate in candidates:
            candidate.fault = self._fault(candidate)
        self._refuse_held_out(_good(candidates))
        for candidate in _good(candidates):
            self._mask_and_compare(candidate)
        found = [c for c in _good(candidates) if code_of(c.document) is not None]
        if "syntax" in self._without:
            found = []
        return candidates, found, start_check([code_of(c.document) for c in found], self._pool)

    def end(
        self,
        candidates: list[_Candidate],
        with_code: list[_Candidate],
        answers: Callable[[], list[bool]],
    ) -> list[_Candidate]:
        """Takes bash's answers and looks for near duplicates; returns all candidates."""
        for candidate, is_valid in zip(with_code, answers(), strict=True):
            if not is_valid:
                candidate.fault = "not accepted by bash -n"
        if self._near:
            self._refuse_near(_good(candidates))
        return candidates

    def _fault(self, candidate: _Candidate) -> str | None:
        document, found = candidate.document, candidate.words
        code, english = code_of(document), english_at(document)
        fault = None
        if code is not None and "quality" not in self._without:
            fault = code_fault(code, is_script=not document.is_pair)
        if fault is None and english is not None and "language" not in self._without:
            fault = english_fault(document.parts[english], found[english])
        if fault is None and self._held_out:
            fault = self._held_out.equal(document, found)
        return fault

    def _refuse_held_out(self, candidates: list[_Candidate]) -> None:
        if not self._held_out:
            return
        owners = [candidate for candidate in candidates for _ in candidate.words]
        texts = [found for candidate in candidates for found in candidate.words]
        for owner, shared in zip(owners, self._held_out.share_words(texts), strict=True):
            if shared:
                owner.fault = "with 8 words in a row held out"

    def _mask_and_compare(self, candidate: _Candidate) -> None:
        if "secrets" not in self._without and code_of(candidate.document) is not None:
            candidate.document, candidate.masked = mask_document(candidate.document)
        if self._exact and not self._exact.is_new(content_key(candidate.document)):
            candidate.fault = "exact duplicates"

    def _refuse_near(self, candidates: list[_Candidate]) -> None:
        texts = [list(chain.from_iterable(candidate.words)) for candidate in candidates]
        for candidate, is_new in zip(candidates, self._near.are_new(texts), strict=True):
            if not is_new:
                candidate.fault = "near duplicates"


def _good(candidates: list[_Candidate]) -> list[_Candidate]:
    return [candidate for candidate in candidates if not candidate.fault]
