"""Decontamination: whether a document repeats something of the texts that will measure a model.

A document is refused in three cases, each counted apart:

1. its English equals English there, after `sides.words`: NFKC, lower case, no punctuation;
2. its command equals a command there, after `sides.command_key`: white space as one space, one kind
   of quote, no shown prompt, no trailing semicolon;
3. any of its parts shares 8 words in a row with an answer or a text there. Words are those of
   `sides.words`, so that punctuation, quoting and the line that names the interpreter do not count.
   What has fewer than 8 words is compared by equality alone.
"""

from collections.abc import Iterable
from itertools import chain

import numpy as np

from bashcoder_mlx.corpora.cleaning.ngrams import grams
from bashcoder_mlx.corpora.cleaning.sides import (
    code_of,
    command_key,
    english_at,
    english_key,
    words,
)
from bashcoder_mlx.corpora.documents import Document

GRAM_WORDS = 8


class HeldOut:
    """The keys of held-out documents; memory grows with them, not with what is cleaned.

    Python's own hashes stand for the texts: two different ones are taken for equal with a
    probability of less than one in a million per run.
    """

    def __init__(self, documents: Iterable[Document]):
        self.documents = 0
        self._english: set[int] = set()
        self._commands: set[int] = set()
        answers = [np.zeros(0, np.uint64)]
        for document in documents:
            self.documents += 1
            found = [words(part) for part in document.parts]
            self._add_keys(document, found)
            answers.append(_grams(found[-1:]).hashes)
        self._grams = np.unique(np.concatenate(answers))

    def _add_keys(self, document: Document, found: list[list[str]]) -> None:
        code, english = code_of(document), english_at(document)
        if code is not None:
            self._commands.add(hash(command_key(code)))
        if english is not None:
            self._english.add(hash(english_key(found[english])))

    def equal(self, document: Document, found: list[list[str]]) -> str | None:
        """Which half equals one held out, as a phrase to count; None for neither.

        Args:
            found: the words of each of its parts.
        """
        code, english = code_of(document), english_at(document)
        if english is not None and hash(english_key(found[english])) in self._english:
            return "with English held out"
        if code is not None and hash(command_key(code)) in self._commands:
            return "with a command held out"
        return None

    def share_words(self, texts: list[list[str]]) -> list[bool]:
        """Whether each text, given as its words, has 8 in a row that are held out."""
        if not len(self._grams):
            return [False] * len(texts)
        found = _grams(texts)
        places = np.searchsorted(self._grams, found.hashes)
        hits = self._grams[np.minimum(places, len(self._grams) - 1)] == found.hashes
        before = np.concatenate([[0], np.cumsum(hits)])[found.offsets.astype(np.int64)]
        return (np.diff(before) > 0).tolist()


def _grams(texts: list[list[str]]):
    hashes = np.array(list(map(hash, chain.from_iterable(texts))), np.int64)
    return grams(hashes.view(np.uint64), [len(text) for text in texts], GRAM_WORDS)
