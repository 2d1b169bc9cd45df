"""Decontamination: what a test set holds is found in every stated form, and nothing else is."""

import pytest

from bashcoder_mlx.corpora.cleaning.contamination import HeldOut
from bashcoder_mlx.corpora.cleaning.sides import words
from bashcoder_mlx.corpora.documents import Document

LONG = "find /srv -type f -name '*.log' -mtime +30 -size +5M -exec gzip {} +"
TEST_SET = [
    Document(prompt="Show the Date, please!", completion='date "+%F"', kind="command"),
    Document(prompt="Compress big old logs", completion=LONG, kind="command"),
    Document(prompt="ls -S", completion="Lists files by their size.", kind="explanation"),
    Document(text="One day a small brown dog ran after the red ball in the park."),
    Document(text="#!/bin/bash\nset -euo pipefail\ncd /tmp\n", kind="script"),
]


@pytest.fixture(scope="module")
def held_out():
    return HeldOut(TEST_SET)


def pair(prompt: str, completion: str, kind: str = "command") -> Document:
    return Document(prompt=prompt, completion=completion, kind=kind)


def reason(held_out: HeldOut, document: Document) -> str | None:
    found = [words(part) for part in document.parts]
    equal = held_out.equal(document, found)
    return equal or ("shared words" if any(held_out.share_words(found)) else None)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (pair("show  the date please", "date -I"), "with English held out"),
        (pair("lists files, by their size", "ls", "explanation"), None),
        (pair("ls", "Lists files by their size", "explanation"), "with English held out"),
        (pair("today", "$ date   '+%F';"), "with a command held out"),
        (pair("ls  -S", "Sorts.", "explanation"), "with a command held out"),
        (pair("today", "DATE '+%F'"), None),
        (pair("today", "date '+%T'"), None),
        (pair("logs", f"cd /x && {LONG} | wc -l"), "shared words"),
        (pair(f"what does {LONG} do", "true"), "shared words"),
        (pair("big old logs", "find /srv -type f -name '*.log'"), None),
        (Document(text="Then ONE DAY, a small brown dog ran after a cat."), "shared words"),
        (Document(text="One day a small brown dog ran. After the red ball!"), "shared words"),
        (Document(text="Another day a small brown dog ran home to the red ball"), None),
        (Document(text="#!/bin/bash\nset -euo pipefail\nls\n", kind="script"), None),
        (
            Document(text="#!/bin/bash\nset -euo  pipefail\ncd /tmp", kind="script"),
            "with a command held out",
        ),
    ],
)
def test_a_document_is_refused_for_the_right_reason(held_out, document, expected):
    assert reason(held_out, document) == expected


def test_every_held_out_document_is_refused(held_out):
    assert all(reason(held_out, document) for document in TEST_SET)


def test_words_are_not_joined_across_parts(held_out):
    document = pair("one day a small brown", "dog ran after")
    assert reason(held_out, document) is None


def test_nothing_held_out_refuses_nothing():
    assert reason(HeldOut([]), TEST_SET[0]) is None
