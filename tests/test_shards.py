"""shards/: what is learned of each document, packing, files on disk, batches from the step number."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_models import LINES, tiny_tokenizer

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.prompt import format_prompt
from bashcoder_mlx.shards.encode import Encoded, encode_documents
from bashcoder_mlx.shards.mixture import BLOCK, Mixture, gather
from bashcoder_mlx.shards.pack import OPEN_ROWS, PackReport, pack
from bashcoder_mlx.shards.shard import Meta, Shard, cached_shard, open_shard, write_shard

TOKENIZER = tiny_tokenizer()
PAD = 0
LENGTH = 40  # holds any document of these tests


def pair(prompt="list files", completion="ls -la", **options) -> Document:
    return Document(prompt=prompt, completion=completion, **({"kind": "command"} | options))


def encode_one(document: Document, **options) -> Encoded:
    (encoded,) = encode_documents([document], TOKENIZER, **options)
    return encoded


def given_and_learned(encoded: Encoded) -> tuple[str, str]:
    parts = encoded.ids[~encoded.learned], encoded.ids[encoded.learned]
    return tuple(TOKENIZER.decode(ids, skip_special=False) for ids in parts)


# Encoding


def test_a_text_is_learned_whole():
    assert given_and_learned(encode_one(Document(text="ls | wc"))) == ("<|bos|>", "ls | wc<|eos|>")


@pytest.mark.parametrize("kind", ["command", "script", "explanation"])
def test_of_a_pair_only_the_completion_is_learned(kind):
    encoded = encode_one(pair("a b", "c d", kind=kind, os="macos"))
    assert given_and_learned(encoded) == (format_prompt("a b", kind, "macos"), "c d<|eos|>")


def test_the_given_part_of_a_pair_has_the_ids_of_a_prompt():
    encoded = encode_one(pair(os="linux"))
    prompt = TOKENIZER.encode(format_prompt("list files"))
    assert encoded.ids[: len(prompt)].tolist() == prompt


def test_explaining_turns_a_command_pair_round():
    encoded = encode_one(pair("list files", "ls -la", os="linux"), explain=True)
    expected = (format_prompt("ls -la", "explanation", "linux"), "list files<|eos|>")
    assert given_and_learned(encoded) == expected


def test_explaining_leaves_out_all_but_command_pairs():
    documents = [Document(text="a"), pair(), pair(kind="script"), pair(kind="explanation")]
    assert len(list(encode_documents(documents, TOKENIZER, explain=True))) == 1
    assert list(encode_documents(documents[:1], TOKENIZER, explain=True)) == []


def test_a_pair_for_any_system_teaches_always_the_same_one():
    systems = [given_and_learned(encode_one(pair(f"prompt {i}")))[0] for i in range(20)]
    assert systems == [given_and_learned(encode_one(pair(f"prompt {i}")))[0] for i in range(20)]
    assert {"<|linux|>" in given for given in systems} == {True, False}


def test_documents_of_several_batches_keep_their_order():
    texts = [f"file {i}" for i in range(1100)]
    encoded = encode_documents((Document(text=text) for text in texts), TOKENIZER)
    assert [TOKENIZER.decode(e.ids) for e in encoded] == texts


# Packing


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
    assert row.documents == [0, 1]


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


# Files


def texts(count: int) -> list[Document]:
    return [Document(text=f"{LINES[i % 5]} {i}") for i in range(count)]


@pytest.fixture
def shard(tmp_path) -> Shard:
    return write_shard(tmp_path / "shard", [*texts(12), pair()], TOKENIZER, LENGTH)


def test_what_was_written_is_read(shard):
    again = open_shard(shard.path, TOKENIZER.vocab_size)
    assert len(again) == len(shard.tokens) == shard.meta.rows > 1
    for name in ("tokens", "segments", "learned", "first_document", "hashes"):
        assert np.array_equal(getattr(again, name), getattr(shard, name)), name


def test_its_record_counts_documents_tokens_and_bytes(shard):
    meta, documents = shard.meta, [*texts(12), pair()]
    encoded = list(encode_documents(documents, TOKENIZER))
    assert (meta.documents, meta.sequence_length) == (13, LENGTH)
    assert meta.learned_tokens == sum(int(e.learned.sum()) for e in encoded) == shard.learned.sum()
    assert meta.bytes == sum(len(d.parts[-1].encode()) for d in documents)
    assert meta.tokens == np.count_nonzero(shard.segments)


def test_first_document_names_the_document_a_row_begins_with(shard):
    for row, number in enumerate(shard.first_document):
        segment = shard.tokens[row][shard.segments[row] == 1]
        assert TOKENIZER.decode(segment).endswith([*texts(12), pair()][number].parts[-1])


def test_first_document_counts_those_that_explaining_leaves_out(tmp_path):
    documents = [*texts(5), pair("list files", "ls")]
    shard = write_shard(tmp_path / "shard", documents, TOKENIZER, LENGTH, explain=True)
    assert shard.first_document.tolist() == [5]


def test_each_document_has_a_hash_of_its_own(shard):
    assert len(set(shard.hashes.tolist())) == 13


@pytest.mark.parametrize("documents", [[], [Document(text="a")]], ids=["none", "no pairs"])
def test_an_empty_corpus_is_refused_and_leaves_nothing(tmp_path, documents):
    with pytest.raises(InputError, match="no text to learn from"):
        write_shard(tmp_path / "shard", documents, TOKENIZER, LENGTH, explain=True)
    assert not list(tmp_path.iterdir())


def test_a_corpus_that_fails_halfway_leaves_nothing(tmp_path):
    def broken():
        yield from texts(3)
        raise InputError("line 4 is not JSON")

    with pytest.raises(InputError, match="line 4"):
        write_shard(tmp_path / "shard", broken(), TOKENIZER, LENGTH)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BashcoderError, match="cannot write"):
        write_shard(tmp_path / "file" / "shard", texts(2), TOKENIZER, LENGTH)


def test_an_id_outside_the_vocabulary_is_refused_when_writing(tmp_path, monkeypatch):
    monkeypatch.setattr(TOKENIZER, "encode_batch", lambda texts: [[TOKENIZER.vocab_size]])
    with pytest.raises(BashcoderError, match=f"token {TOKENIZER.vocab_size}"):
        write_shard(tmp_path / "shard", texts(1), TOKENIZER, LENGTH)
    assert not list(tmp_path.iterdir())


def test_a_forged_id_outside_the_vocabulary_is_refused_when_reading(shard):
    tokens = np.array(shard.tokens)
    tokens[-1, -1] = TOKENIZER.vocab_size
    tokens.tofile(shard.path / "tokens.bin")
    with pytest.raises(BashcoderError, match=f"token {TOKENIZER.vocab_size}, but the vocabulary"):
        open_shard(shard.path, TOKENIZER.vocab_size)


def test_a_shard_of_a_larger_vocabulary_is_refused(shard):
    with pytest.raises(BashcoderError, match="but the vocabulary has 50"):
        open_shard(shard.path, 50)


@pytest.mark.parametrize("name", ["tokens", "segments", "learned", "first_document", "hashes"])
@pytest.mark.parametrize("damage", ["truncated", "missing"])
def test_a_damaged_file_is_refused(shard, name, damage):
    file = shard.path / f"{name}.bin"
    content = file.read_bytes()
    file.unlink()
    if damage == "truncated":
        file.write_bytes(content[: len(content) // 8 * 4 or 4])
    with pytest.raises(BashcoderError, match="is damaged"):
        open_shard(shard.path, TOKENIZER.vocab_size)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"rows": 1}'])
def test_a_damaged_record_is_refused(shard, content):
    (shard.path / "shard.json").write_text(content)
    with pytest.raises(BashcoderError, match="is damaged"):
        open_shard(shard.path, TOKENIZER.vocab_size)


def test_a_shard_is_made_once_for_each_key(tmp_path):
    made = []

    def make(path):
        made.append(path)
        return write_shard(path, texts(3), TOKENIZER, LENGTH)

    for key in ("a", "a", "b"):
        assert len(cached_shard(tmp_path, key, make, TOKENIZER.vocab_size))
    assert len(made) == len(set(made)) == 2


@pytest.mark.parametrize(("vocab_size", "dtype"), [(None, "uint16"), (2**16 + 1, "uint32")])
def test_a_large_vocabulary_takes_wider_tokens(tmp_path, monkeypatch, vocab_size, dtype):
    if vocab_size:
        monkeypatch.setattr(TOKENIZER, "vocab_size", vocab_size)
    shard = write_shard(tmp_path / "shard", texts(2), TOKENIZER, LENGTH)
    assert shard.tokens.dtype == dtype


# Batches


def fake(rows: int, number: int = 0, length: int = 4) -> Shard:
    """A shard whose every token says which shard and row it is from."""
    shape = (rows, length + 1)
    tokens = np.repeat(1000 * number + np.arange(rows), length + 1).reshape(shape)
    meta = Meta(
        rows=rows, sequence_length=length, vocab_size=10**4, dtype="uint32", documents=rows,
        tokens=0, learned_tokens=0, bytes=0, pairs_cut=0, pairs_skipped=0, tasks=[], source="",
    )  # fmt: skip
    ones = np.ones(shape, np.uint16)
    return Shard(None, meta, tokens, ones, ones.astype(bool), np.arange(rows), np.arange(rows))


def drawn(mixture: Mixture, start: int, stop: int) -> np.ndarray:
    """The marks of rows `start` to `stop` of training."""
    return np.array([int(s.tokens[row, 0]) for s, row in map(mixture.locate, range(start, stop))])


def test_a_batch_depends_on_its_step_alone():
    shards = [fake(30, 0), fake(50, 1)]
    one, other = (Mixture(shards, [0.3, 0.7], seed=5) for _ in range(2))
    forward = [one.batch(step, 16).tokens for step in range(100)]
    for step in reversed(range(100)):
        assert np.array_equal(other.batch(step, 16).tokens, forward[step])


def test_rows_do_not_depend_on_the_batch_size():
    mixture = Mixture([fake(30, 0), fake(50, 1)], [0.3, 0.7], seed=5)
    small = np.concatenate([mixture.batch(step, 4).tokens for step in range(8)])
    assert np.array_equal(small, mixture.batch(0, 32).tokens)


def test_another_seed_gives_another_order():
    shards = [fake(300)]
    assert (drawn(Mixture(shards, [1.0], 1), 0, 50) != drawn(Mixture(shards, [1.0], 2), 0, 50)).any()


@pytest.mark.parametrize(
    ("shares", "counts"),
    [
        ([0.8, 0.2], [800, 200]),
        ([4, 1], [800, 200]),
        ([0.95, 0.05], [950, 50]),
        ([1, 1, 1], [334, 333, 333]),
        ([1e-9, 1.0], [1, 999]),
        ([1e-9, 1e-9, 1.0], [1, 1, 998]),
        ([0.3], [1000]),
    ],
)
def test_every_block_holds_each_source_in_its_share(shares, counts):
    shards = [fake(37, number) for number in range(len(shares))]
    mixture = Mixture(shards, shares, seed=1)
    for block in (0, 3):
        sources = drawn(mixture, block * BLOCK, (block + 1) * BLOCK) // 1000
        assert sorted(np.bincount(sources).tolist()) == sorted(counts)


def test_within_a_block_the_sources_are_mixed():
    sources = drawn(Mixture([fake(9, 0), fake(9, 1)], [0.5, 0.5], 1), 0, BLOCK) // 1000
    halves = sources.reshape(10, -1).mean(axis=1)
    assert halves.min() > 0.25
    assert halves.max() < 0.75


def test_every_row_comes_once_in_each_epoch():
    mixture = Mixture([fake(77)], [1.0], seed=3)
    epochs = [drawn(mixture, 77 * i, 77 * (i + 1)) for i in range(20)]
    assert all(sorted(epoch) == list(range(77)) for epoch in epochs)
    assert (epochs[0] != epochs[1]).any()


def test_every_row_of_each_source_comes_once_in_its_epoch():
    marks = drawn(Mixture([fake(300, 0), fake(40, 1)], [0.6, 0.4], 3), 0, 2 * BLOCK)
    first, second = marks[marks < 1000], marks[marks >= 1000] - 1000
    for epoch in np.split(first, 4) + np.split(second, 20):
        assert sorted(epoch) == list(range(len(epoch)))


def test_epochs_count_how_often_each_source_is_seen():
    mixture = Mixture([fake(300, 0), fake(40, 1)], [0.6, 0.4], 3)
    assert mixture.epochs(2 * BLOCK) == [4.0, 20.0]


def test_a_batch_names_where_its_rows_come_from():
    batch = Mixture([fake(30, 0), fake(50, 1)], [0.3, 0.7], 5).batch(2, 8)
    marks = [int(shard.tokens[row, 0]) for shard, row in batch.origin]
    assert batch.tokens[:, 0].tolist() == marks
    assert (batch.tokens.dtype, batch.segments.dtype, batch.learned.dtype) == (
        *(np.int32, np.int32, bool),
    )
    assert batch.tokens.shape == batch.segments.shape == batch.learned.shape == (8, 5)


def test_rows_of_a_shard_on_disk_are_gathered(shard):
    batch = gather([(shard, 1), (shard, 0)])
    assert np.array_equal(batch.tokens, shard.tokens[[1, 0]])
    assert batch.learned.flags.writeable


@pytest.mark.parametrize("share", [0.0, -0.5])
def test_a_share_that_is_not_positive_is_refused(share):
    with pytest.raises(InputError, match="share must be positive"):
        Mixture([fake(3), fake(3)], [1.0, share], 0)


def test_different_sequence_lengths_are_refused():
    with pytest.raises(InputError, match="different sequence lengths"):
        Mixture([fake(3, length=4), fake(3, length=8)], [0.5, 0.5], 0)


def test_the_tasks_of_its_pairs_are_recorded(tmp_path):
    documents = [pair(), pair(kind="script"), Document(text="a")]
    shard = write_shard(tmp_path / "shard", documents, TOKENIZER, LENGTH)
    assert shard.meta.tasks == ["command", "script"]
    assert json.loads((shard.path / "shard.json").read_text())["tasks"] == ["command", "script"]
    turned = write_shard(tmp_path / "turned", documents, TOKENIZER, LENGTH, explain=True)
    assert turned.meta.tasks == ["explanation"]
