"""A shard: packed rows as memory-mapped files in a folder, with what they were made from."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from bashcoder_mlx.atomic import new_directory
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.shards.encode import encode_documents, token_bytes
from bashcoder_mlx.shards.pack import PackReport, pack
from bashcoder_mlx.tokenizer import Tokenizer

_META = "shard.json"


@dataclass(frozen=True)
class Meta:
    """What shard.json records; `bytes` counts the text of the learned tokens."""

    rows: int
    sequence_length: int
    vocab_size: int
    dtype: str
    documents: int
    tokens: int
    learned_tokens: int
    bytes: int
    pairs_cut: int
    pairs_skipped: int
    tasks: list[str]
    source: str


@dataclass(frozen=True)
class Shard:
    """Packed rows, each array (rows, T + 1); `first_document` (rows,) numbers into the corpus."""

    path: Path
    meta: Meta
    tokens: np.ndarray
    segments: np.ndarray
    learned: np.ndarray
    first_document: np.ndarray
    hashes: np.ndarray

    def __len__(self) -> int:
        return self.meta.rows


def write_shard(
    path: Path,
    documents: Iterable[Document],
    tokenizer: Tokenizer,
    sequence_length: int,
    explain: bool = False,
    source: str = "",
) -> Shard:
    """Encodes, packs and writes documents; atomically, as `path` is whole or absent.

    Args:
        path: a folder that does not exist.
        documents: read once.
        tokenizer: of the model to train.
        sequence_length: T; rows have T + 1 tokens.
        explain: as for `encode.encode_documents`.
        source: where the documents are from, to be named in messages.

    Raises:
        InputError: there is nothing to learn in the documents.
        BashcoderError: the disk is full, or an id is outside the vocabulary.
    """
    with new_directory(path) as folder:
        _write(folder, documents, tokenizer, sequence_length, explain, source)
    return open_shard(path, tokenizer.vocab_size)


def _write(folder: Path, documents, tokenizer: Tokenizer, sequence_length, explain, source) -> None:
    dtype = "uint16" if tokenizer.vocab_size <= 2**16 else "uint32"
    sizes, report, hashes = token_bytes(tokenizer), PackReport(), []
    tasks: set[str] = set()
    encoded = encode_documents(_noted(documents, hashes, tasks, explain), tokenizer, explain)
    rows = tokens = learned = text_bytes = 0
    names = ("tokens", "segments", "learned", "first_document")
    files = {name: (folder / f"{name}.bin").open("wb") for name in names}
    try:
        for row in pack(encoded, sequence_length, tokenizer.pad_id, report):
            _check_ids(row.tokens, tokenizer.vocab_size, folder)
            files["tokens"].write(row.tokens.astype(dtype).tobytes())
            files["segments"].write(row.segments.tobytes())
            files["learned"].write(row.learned.tobytes())
            files["first_document"].write(np.uint32(row.documents[0]).tobytes())
            rows, tokens, learned = rows + 1, tokens + row.used, learned + int(row.learned.sum())
            text_bytes += int(sizes[row.tokens[row.learned]].sum())
    finally:
        for file in files.values():
            file.close()
    if not learned:
        raise InputError("the corpus has no text to learn from: give other data")
    np.array(hashes, np.uint64).tofile(folder / "hashes.bin")
    cut, skipped = report.pairs_cut, report.pairs_skipped
    meta = Meta(
        rows, sequence_length, tokenizer.vocab_size, dtype, report.documents,
        tokens, learned, text_bytes, cut, skipped, sorted(tasks), source,
    )  # fmt: skip
    (folder / _META).write_text(json.dumps(asdict(meta), indent=2) + "\n")


def _noted(
    documents: Iterable[Document], hashes: list[int], tasks: set[str], explain: bool
) -> Iterator[Document]:
    for document in documents:
        digest = hashlib.blake2b("\0".join(document.parts).encode(), digest_size=8).digest()
        hashes.append(int.from_bytes(digest, "little"))
        if document.is_pair and (not explain or document.kind == "command"):
            tasks.add("explanation" if explain else document.kind)
        yield document


def _check_ids(tokens: np.ndarray, vocab_size: int, where: Path) -> None:
    if tokens.size and int(tokens.max()) >= vocab_size:
        raise BashcoderError(
            f"{where} holds token {int(tokens.max())}, but the vocabulary has {vocab_size}: "
            "remove the folder, so that it is made again"
        )


def open_shard(path: Path, vocab_size: int) -> Shard:
    """Maps a shard and checks it.

    Raises:
        BashcoderError: a file is missing or truncated, or an id is outside the vocabulary.
    """
    try:
        meta = Meta(**json.loads((path / _META).read_text()))
        shape = (meta.rows, meta.sequence_length + 1)
        tokens = np.memmap(path / "tokens.bin", meta.dtype, "r", shape=shape)
        segments = np.memmap(path / "segments.bin", np.uint16, "r", shape=shape)
        learned = np.memmap(path / "learned.bin", bool, "r", shape=shape)
        first = np.fromfile(path / "first_document.bin", np.uint32)
        hashes = np.fromfile(path / "hashes.bin", np.uint64)
        if len(first) != meta.rows or len(hashes) < meta.documents:
            raise ValueError("a file is truncated")
    except (OSError, ValueError, TypeError) as error:
        raise BashcoderError(f"the shard {path} is damaged ({error}): remove it") from error
    _check_ids(tokens, vocab_size, path)
    return Shard(path, meta, tokens, segments, learned, first, hashes)


def cached_shard(folder: Path, key: str, make: Callable[[Path], Shard], vocab_size: int) -> Shard:
    """The shard of that key in `folder`, made by `make(path)` the first time."""
    path = folder / hashlib.sha256(key.encode()).hexdigest()[:16]
    return open_shard(path, vocab_size) if path.exists() else make(path)
