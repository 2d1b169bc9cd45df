"""tokenizer.py: ids equal to SentencePiece's, exact round trips, special tokens, errors.

With BASHCODER_FULL=1 every document of the shared data is compared, instead of a sample.
"""

import gzip
import json
import os
from pathlib import Path

import pytest
import sentencepiece
from hypothesis import given
from hypothesis import strategies as st
from tiny_models import LINES

from bashcoder_mlx import tokenizer as module
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.prompt import MARKERS, format_prompt
from bashcoder_mlx.shards.encode import token_bytes
from bashcoder_mlx.tokenizer import SPACE, Tokenizer, train_tokenizer

SHARED = Path(__file__).parents[1].parent / "shared" / "data"
FULL = os.environ.get("BASHCODER_FULL") == "1"
STEP, FIRST = (1, None) if FULL else (149, 4000)  # every STEP-th document, its first characters

TEXTS = [
    *LINES * 4,
    '#!/bin/bash\nset -euo pipefail\n\nmain() {\n\tlocal name=$1\n\techo "hello ${name}"\n}\n',
    "Once upon a time there was a little file. It lived in a folder, and it was happy.",
    "if [[ -d build ]]; then\r\n  rm -rf build\r\nfi\r\n",
    "naïve café, 10 > 9 and 3 < 4; 50% of the files",
]
PIECES = [
    *("\t", " ", "    ", "\n", "\r\n", "\0", "é", "\u200b", "\ufeff", "😀", "👩‍💻", "١٢", "ｗ"),
    *("find . -name", "file", " the", "2024", "<0x41>", "<0x0A>", "<unk>", "</s>"),
    *("<|eos|>", "<|pad|>", "<|unk|>", "<|bos", *MARKERS),
]
texts = st.lists(st.one_of(st.text(max_size=8), st.sampled_from(PIECES)), max_size=8).map("".join)
# The one character that stands for a space inside the vocabulary, so that it comes back as one.
recoverable = texts.map(lambda text: text.replace(SPACE, ""))


def trained(texts, kind: str, vocab_size: int) -> tuple:
    """A tokenizer, and the SentencePiece model it was made from."""
    models = []
    convert = module.from_sentencepiece
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "from_sentencepiece", lambda m: models.append(m) or convert(m))
        tokenizer = train_tokenizer(texts, kind, vocab_size)
    return tokenizer, sentencepiece.SentencePieceProcessor(model_proto=models[0])


@pytest.fixture(scope="module", params=["bpe", "char"])
def both(request) -> tuple:
    """Our tokenizer of each kind, and its SentencePiece model."""
    return trained(TEXTS, request.param, 420)


@pytest.fixture(scope="module")
def bpe() -> Tokenizer:
    return train_tokenizer(TEXTS, "bpe", 420)


@pytest.fixture(scope="module")
def saved(bpe, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("tokenizer")
    bpe.save(folder)
    return folder


@given(text=texts)
def test_ids_equal_sentencepiece(both, text):
    ours, theirs = both
    assert ours.encode(text) == theirs.encode(text)


@given(text=recoverable)
def test_text_comes_back_exactly(both, text):
    ours, _ = both
    assert ours.decode(ours.encode(text)) == text


@given(text=recoverable)
def test_token_bytes_add_up_to_the_text(both, text):
    ours, _ = both
    assert token_bytes(ours)[ours.encode(text)].sum() == len(text.encode())


def read(file: Path):
    """A sample of the texts of a JSON Lines file."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % STEP == 0:
                record = json.loads(line)
                for key in ("text", "prompt", "completion"):
                    if key in record:
                        yield record[key][:FIRST]


@pytest.fixture(scope="module")
def shared_texts() -> list[str]:
    if not SHARED.is_dir():
        pytest.skip("the shared data is not on this machine")
    return [text for file in sorted(SHARED.glob("*.jsonl*")) for text in read(file)]


@pytest.mark.parametrize(("kind", "vocab_size"), [("bpe", 4096), ("char", 400)])
def test_real_text_has_equal_ids_and_comes_back(shared_texts, kind, vocab_size):
    sample = shared_texts[:: len(shared_texts) // 1000 + 1]
    ours, theirs = trained(sample, kind, vocab_size)
    wrong = []
    for start in range(
        0, len(shared_texts), 500
    ):  # batches keep all the ids from being held at once
        batch = shared_texts[start : start + 500]
        for text, ids in zip(batch, ours.encode_batch(batch), strict=True):
            comes_back = SPACE in text or ours.decode(ids) == text
            if ids != theirs.encode(text) or not comes_back:
                wrong.append(text)
    print(f"{kind}: {len(shared_texts)} texts, {sum(map(len, shared_texts))} characters")
    assert not wrong


def test_a_literal_special_token_stays_text(bpe):
    ids = bpe.encode("a<|eos|>b<|pad|>")
    assert not {bpe.eos_id, bpe.pad_id, bpe.bos_id, bpe.unk_id} & set(ids)
    assert bpe.decode(ids) == "a<|eos|>b<|pad|>"


def test_special_ids_are_the_first_four(both):
    ours, theirs = both
    assert (ours.pad_id, ours.bos_id, ours.eos_id, ours.unk_id) == (0, 1, 2, 3)
    assert (theirs.pad_id(), theirs.bos_id(), theirs.eos_id(), theirs.unk_id()) == (0, 1, 2, 3)


@pytest.mark.parametrize("marker", MARKERS)
def test_each_marker_is_one_token(both, marker):
    assert len(both[0].encode(marker)) == 1


def test_decode_can_show_special_tokens(bpe):
    ids = [bpe.bos_id, *bpe.encode("ls"), bpe.eos_id]
    assert bpe.decode(ids) == "ls"
    assert bpe.decode(ids, skip_special=False) == "<|bos|>ls<|eos|>"


def test_special_tokens_stand_for_no_bytes(bpe):
    assert not token_bytes(bpe)[:4].any()
    assert token_bytes(bpe).shape == (bpe.vocab_size,)


def test_a_batch_is_encoded_as_its_texts_are(bpe):
    assert bpe.encode_batch(TEXTS) == [bpe.encode(text) for text in TEXTS]


def test_a_vocabulary_has_the_size_asked_for(bpe):
    assert bpe.vocab_size == 420


def test_a_vocabulary_larger_than_the_text_allows_is_smaller():
    assert train_tokenizer(["abc abd"], "char", 5000).vocab_size < 300


def test_digits_stay_apart(bpe):
    assert len(bpe.encode("2024")) == 4


def test_training_skips_nul_and_reads_text_longer_than_a_sentence():
    tokenizer = train_tokenizer(["\0" + "ls -la " * 3000], "bpe", 300)
    assert len(tokenizer.encode("ls -la ls -la ")) < 7


def test_training_reads_no_more_text_than_it_needs(monkeypatch):
    monkeypatch.setattr(module, "MAX_TRAINING_BYTES", 30)
    source = iter(LINES)
    train_tokenizer(source, "char", 300)
    assert list(source) == LINES[2:]


def test_a_saved_tokenizer_comes_back(saved, bpe):
    loaded = Tokenizer.load(saved)
    assert loaded.encode("\tls | wc -l<|eos|>") == bpe.encode("\tls | wc -l<|eos|>")
    assert (loaded.vocab_size, loaded.eos_id, loaded.special) == (420, 2, bpe.special)


def test_transformers_loads_the_saved_tokenizer_with_equal_ids(saved, bpe):
    theirs = pytest.importorskip("transformers").AutoTokenizer.from_pretrained(str(saved))
    for text in (*TEXTS, "a<|eos|>b<|answer|>\t😀 \0", ""):
        assert theirs(text).input_ids == bpe.encode(text)
        assert theirs.decode(bpe.encode(text)) == text
    assert (theirs.eos_token_id, theirs.bos_token_id, theirs.pad_token_id) == (2, 1, 0)


def test_the_chat_template_gives_the_ids_of_the_prompt_format(saved, bpe):
    theirs = pytest.importorskip("transformers").AutoTokenizer.from_pretrained(str(saved))
    prompt = "list <|eos|> files <|answer|>"
    messages = [{"role": "user", "content": prompt}]
    options = {"add_generation_prompt": True, "return_dict": False}
    ids = theirs.apply_chat_template(messages, task="explanation", system="macos", **options)
    assert ids == bpe.encode(format_prompt(prompt, "explanation", "macos"))
    assert theirs.apply_chat_template(messages, **options) == bpe.encode(format_prompt(prompt))


def test_an_unknown_kind_is_refused():
    with pytest.raises(InputError, match="'word': use one of bpe, char"):
        train_tokenizer(LINES, "word")


@pytest.mark.parametrize("nothing", [[], [""], ["\0"]], ids=["none", "empty", "NUL"])
def test_no_text_is_refused(nothing):
    with pytest.raises(InputError, match="corpus is empty"):
        train_tokenizer(nothing)


def test_a_vocabulary_too_small_for_the_bytes_is_refused_in_one_line():
    with pytest.raises(InputError, match="cannot train a tokenizer of 100 pieces") as caught:
        train_tokenizer(LINES, "bpe", 100)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["tokenizer.json", "tokenizer_config.json"])
@pytest.mark.parametrize("content", [None, b"", b"{", b"[]", b"\xff"])
def test_an_absent_or_broken_file_is_named(bpe, tmp_path, name, content):
    bpe.save(tmp_path)
    (tmp_path / name).unlink()
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=str(tmp_path)):
        Tokenizer.load(tmp_path)


def test_special_tokens_may_be_dictionaries(bpe, tmp_path):
    bpe.save(tmp_path)
    file = tmp_path / "tokenizer_config.json"
    config = json.loads(file.read_text())
    config["eos_token"] = {"content": config["eos_token"], "__type": "AddedToken"}
    config["unk_token"] = None
    file.write_text(json.dumps(config))
    loaded = Tokenizer.load(tmp_path)
    assert (loaded.eos_id, loaded.unk_id) == (bpe.eos_id, bpe.eos_id)


def test_a_special_token_outside_the_vocabulary_is_refused(bpe):
    with pytest.raises(InputError, match="no special token '</s>'"):
        Tokenizer(bpe.backend, eos="</s>")
