"""From documents to token ids, each with a flag that says whether predicting it is learned."""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.prompt import SYSTEMS, format_prompt
from bashcoder_mlx.tokenizer import SPACE, Tokenizer

_BATCH = 512


@dataclass(frozen=True)
class Encoded:
    """One document: `ids` (n,) int64 and `learned` (n,) bool, true where the id is a target.

    `number` counts the documents of the corpus from 0, those that are left out too.
    """

    ids: np.ndarray
    learned: np.ndarray
    is_pair: bool
    number: int = 0


def encode_documents(
    documents: Iterable[Document], tokenizer: Tokenizer, explain: bool = False
) -> Iterator[Encoded]:
    """Encodes texts as `<|bos|> text <|eos|>` and pairs in the prompt format.

    Every token of a text is learned but the first; of a pair, the completion and its end.

    Args:
        documents: texts and pairs.
        tokenizer: of the model to train.
        explain: turns command pairs round, so that the command is the prompt and the English the
            answer; documents that are no command pairs are left out.
    """
    iterator = enumerate(documents)
    while batch := list(islice(iterator, _BATCH)):
        if explain:
            batch = [(n, d) for n, d in batch if d.kind == "command"]
        heads, bodies = (
            zip(*(_parts(d, explain) for _, d in batch), strict=True) if batch else ((), ())
        )
        head_ids, body_ids = tokenizer.encode_batch(heads), tokenizer.encode_batch(bodies)
        for (number, document), head, body in zip(batch, head_ids, body_ids, strict=True):
            head = head if document.is_pair else [tokenizer.bos_id]
            ids = np.array([*head, *body, tokenizer.eos_id], np.int64)
            yield Encoded(ids, np.arange(len(ids)) >= len(head), document.is_pair, number)


def _parts(document: Document, explain: bool) -> tuple[str, str]:
    """The text that is given and the text that is learned."""
    if not document.is_pair:
        return "", document.text
    if explain:
        task, prompt, completion = "explanation", document.completion, document.prompt
    else:
        task, prompt, completion = document.kind, document.prompt, document.completion
    return format_prompt(prompt, task, _system(document)), completion


def _system(document: Document) -> str:
    """The pair's system; a pair for any system teaches one of them, chosen by its text."""
    if document.os in SYSTEMS:
        return document.os
    return SYSTEMS[zlib.crc32(document.prompt.encode()) % len(SYSTEMS)]


def token_bytes(tokenizer: Tokenizer) -> np.ndarray:
    """UTF-8 bytes of text that each token stands for, (V,) int32; 0 for special tokens."""
    sizes = np.zeros(tokenizer.vocab_size, np.int32)
    special = {i for i, t in tokenizer.backend.get_added_tokens_decoder().items() if t.special}
    # A ByteLevel vocabulary (GPT-2's) writes each byte as one character.
    byte_level = "ByteLevel" in json.dumps(json.loads(tokenizer.backend.to_str())["decoder"])
    for token, token_id in tokenizer.backend.get_vocab(with_added_tokens=True).items():
        if token_id in special or token_id == tokenizer.unk_id:
            continue
        is_byte = len(token) == 6 and token.startswith("<0x") and token.endswith(">")
        text_bytes = 1 if is_byte else len(token.replace(SPACE, " ").encode())
        sizes[token_id] = len(token) if byte_level else text_bytes
    return sizes
