"""shards/pack.py: rows of one length, every token of a text a target once, pairs whole."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bashcoder_mlx.shards.encode import Encoded
from bashcoder_mlx.shards.pack import OPEN_ROWS, PackReport, pack

PAD = 0


def numbered(length: int, first: int, is_pair: bool = False, prompt: int = 1) -> Encoded:
    """A document of distinct ids, so that each token can be found again."""
    ids = np.arange(first, first + length)
    return Encoded(ids, np.arange(length) >= prompt, is_pair)


def rows_of(documents, sequence_length: int, report: PackReport | None = None) -> list:
    return list(pack(documents, sequence_length, PAD, report or PackReport()))


def learned_ids(rows) -> list[int]:
    return sorted(int(i) for row in rows for i in row.tokens[row.learned])


lengths = st.lists(st.integers(2, 60), min_size=1, max_size=30)


@given(lengths=lengths, sequence_length=st.integers(2, 20))
def test_every_token_of_every_text_is_a_target_exactly_once(lengths, sequence_length):
    documents = [numbered(length, 1000 * (i + 1)) for i, length in enumerate(lengths)]
    rows = rows_of(documents, sequence_length)
    assert learned_ids(rows) == sorted(int(i) for d in documents for i in d.ids[1:])


@given(lengths=lengths, sequence_length=st.integers(2, 20))
def test_a_target_follows_the_token_before_it_in_its_document(lengths, sequence_length):
    rows = rows_of((numbered(n, 1000 * i) for i, n in enumerate(lengths, 1)), sequence_length)
    for row in rows:
        (places,) = np.nonzero(row.learned)
        assert (row.tokens[places] == row.tokens[places - 1] + 1).all()
        assert (row.segments[places] == row.segments[places - 1]).all()


@given(lengths=lengths, sequence_length=st.integers(2, 20))
def test_rows_have_one_length_and_padding_is_segment_zero(lengths, sequence_length):
    for row in rows_of((numbered(n, 1000) for n in lengths), sequence_length):
        assert len(row.tokens) == len(row.segments) == len(row.learned) == sequence_length + 1
        assert ((row.segments == 0) == (row.tokens == PAD)).all()
        assert not row.learned[row.segments == 0].any()


def test_short_pieces_share_a_row_as_segments_of_their_own():
    (row,) = rows_of([numbered(3, 10), numbered(4, 20)], 8)
    assert row.tokens.tolist() == [10, 11, 12, 20, 21, 22, 23, 0, 0]
    assert row.segments.tolist() == [1, 1, 1, 2, 2, 2, 2, 0, 0]
    assert row.learned.tolist() == [0, 1, 1, 0, 1, 1, 1, 0, 0]


def test_a_pair_is_never_split():
    pairs = [numbered(6, 100 * i, is_pair=True, prompt=3) for i in range(1, 12)]
    rows = rows_of(pairs, 9)
    assert len(rows) == 11
    assert learned_ids(rows) == sorted(100 * i + j for i in range(1, 12) for j in (3, 4, 5))


def test_a_pair_longer_than_a_row_is_cut_and_counted():
    report = PackReport()
    (row,) = rows_of([numbered(20, 100, is_pair=True, prompt=3)], 9, report)
    assert row.tokens.tolist() == list(range(100, 110))
    assert (report.documents, report.pairs_cut, report.pairs_skipped) == (1, 1, 0)


def test_a_pair_whose_answer_does_not_fit_is_left_out_and_counted():
    report = PackReport()
    assert rows_of([numbered(20, 100, is_pair=True, prompt=10)], 9, report) == []
    assert (report.documents, report.pairs_cut, report.pairs_skipped) == (1, 0, 1)


def test_few_rows_are_open_at_a_time():
    endless = (numbered(7, 100 * i) for i in range(1, 10**6))
    assert next(pack(endless, 9, PAD, PackReport())).used == 7
    assert next(endless).ids[0] == 100 * (OPEN_ROWS + 2)
