"""shards/: what is learned of each document, and the files it is kept in."""

import json

import numpy as np
import pytest
from tiny_models import LINES, tiny_tokenizer

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.prompt import format_prompt
from bashcoder_mlx.shards.encode import Encoded, encode_documents
from bashcoder_mlx.shards.mixture import gather
from bashcoder_mlx.shards.shard import Shard, cached_shard, open_shard, write_shard

TOKENIZER = tiny_tokenizer()
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


def test_rows_of_a_shard_on_disk_are_gathered(shard):
    batch = gather([(shard, 1), (shard, 0)])
    assert np.array_equal(batch.tokens, shard.tokens[[1, 0]])
    assert batch.learned.flags.writeable


def test_the_tasks_of_its_pairs_are_recorded(tmp_path):
    documents = [pair(), pair(kind="script"), Document(text="a")]
    shard = write_shard(tmp_path / "shard", documents, TOKENIZER, LENGTH)
    assert shard.meta.tasks == ["command", "script"]
    assert json.loads((shard.path / "shard.json").read_text())["tasks"] == ["command", "script"]
    turned = write_shard(tmp_path / "turned", documents, TOKENIZER, LENGTH, explain=True)
    assert turned.meta.tasks == ["explanation"]
