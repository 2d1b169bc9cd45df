"""Duplicates: the same and the nearly same are found, the rest is kept, equally in every run."""

import random
import subprocess
import sys

import numpy as np
import pytest

from bashcoder_mlx.corpora.cleaning.duplicates import MIN_WORDS, ExactDuplicates, NearDuplicates
from bashcoder_mlx.corpora.cleaning.ngrams import grams
from bashcoder_mlx.corpora.cleaning.sides import content_key, words
from bashcoder_mlx.corpora.documents import Document

pytest.importorskip("rbloom")
CAPACITY = 10_000


@pytest.fixture
def near():
    pytest.importorskip("rensa", reason="rensa has no build for this Python")
    return NearDuplicates(CAPACITY)


def text(seed: int, size: int = 300) -> list[str]:
    return [f"w{number}" for number in random.Random(seed).choices(range(5000), k=size)]


def test_a_key_is_new_once():
    seen = ExactDuplicates(CAPACITY)
    assert [seen.is_new(key) for key in ("a", "b", "a", "a")] == [True, True, False, False]


def test_false_duplicates_are_as_rare_as_stated():
    seen = ExactDuplicates(CAPACITY)
    assert sum(not seen.is_new(str(number)) for number in range(CAPACITY)) <= 1


@pytest.mark.parametrize(
    ("first", "second", "equal"),
    [
        ("ls\n", "ls", True),
        ("a \r\nb", "a\nb\n", True),
        ("a\n b", "a\nb", False),
        ("ls", "LS", False),
    ],
)
def test_documents_are_the_same_but_for_blank_ends(first, second, equal):
    keys = {content_key(Document(text=part)) for part in (first, second)}
    assert (len(keys) == 1) == equal


def test_a_pair_for_two_systems_is_two_documents():
    pair = {"prompt": "p", "completion": "c", "kind": "command"}
    keys = {content_key(Document(**pair, os=system)) for system in ("linux", "macos")}
    assert len(keys) == 2


def test_one_word_in_three_hundred_is_no_difference(near):
    changed = [*text(1)[:-1], "other"]
    assert near.are_new([text(1), changed]) == [True, False]


def test_half_of_the_words_is_a_difference(near):
    half = text(1)[:150] + text(2)[:150]
    assert near.are_new([text(1), half]) == [True, True]


def test_earlier_batches_are_remembered(near):
    assert near.are_new([text(1), text(2)]) == [True, True]
    assert near.are_new([text(3), text(2)]) == [True, False]


def test_short_texts_are_left_to_equality(near):
    short = text(1, MIN_WORDS - 1)
    assert near.are_new([short, short, []]) == [True, True, True]


def test_unlike_texts_are_kept(near):
    assert all(near.are_new([text(seed) for seed in range(500)]))


def test_signatures_do_not_differ_between_processes(near):
    program = (
        "from bashcoder_mlx.corpora.cleaning.duplicates import NearDuplicates;"
        "print(NearDuplicates(1000)._bands([[str(n) for n in range(99)]])[0])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == str(near._bands([[str(n) for n in range(99)]])[0])


def test_grams_do_not_cross_texts():
    hashes = np.arange(1, 11, dtype=np.uint64)
    found = grams(hashes, [4, 1, 0, 5], 3)
    assert found.offsets.tolist() == [0, 2, 2, 2, 5]
    assert found.hashes.tolist() == [
        *grams(hashes[:4], [4], 3).hashes.tolist(),
        *grams(hashes[5:], [5], 3).hashes.tolist(),
    ]


def test_grams_are_equal_where_the_words_are():
    hashes = np.array([7, 8, 9, 1, 7, 8, 9, 7, 9, 8], np.uint64)
    found = grams(hashes, [10], 3).hashes.tolist()
    assert found[0] == found[4]
    assert len(set(found)) == len(found) - 1


def test_words_leave_out_punctuation_case_and_the_interpreter():
    assert words("#!/bin/bash -e\nLS -l *.Txt") == ["ls", "l", "txt"]
    assert words("ﬁnd Ünïcode") == ["find", "ünïcode"]
