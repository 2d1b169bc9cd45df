"""Tokenizers: trained by SentencePiece, used as a Hugging Face tokenizer.json with equal ids.

SentencePiece trains well on streams of text; the `tokenizers` package is what inference, mlx-lm and
transformers load. The conversion below gives the same ids and needs no SentencePiece at run time.
"""

import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import tokenizers
from tokenizers import AddedToken, decoders, models, normalizers

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.prompt import CHAT_TEMPLATE, MARKERS

KINDS = ("bpe", "char")
_SPECIAL = ("pad_token", "bos_token", "eos_token", "unk_token")
PAD, BOS, EOS, UNK = "<|pad|>", "<|bos|>", "<|eos|>", "<|unk|>"
SPACE = "\u2581"  # how SentencePiece writes a space; the one character text cannot contain

# Enough text for stable merges; more only takes longer.
MAX_TRAINING_BYTES = 24_000_000
_CHUNK_CHARACTERS = 4000  # SentencePiece silently drops sentences over its limit, so split them


class Tokenizer:
    """Text to token ids and back.

    Special tokens are never recognised in text: a literal `<|eos|>` that a person types stays text.
    The markers of the prompt format are, as `prompt.format_prompt` writes them.
    """

    def __init__(self, backend: tokenizers.Tokenizer, pad=PAD, bos=BOS, eos=EOS, unk=UNK):
        self.backend = backend
        self.special = {"pad_token": pad, "bos_token": bos, "eos_token": eos, "unk_token": unk}
        self.vocab_size = backend.get_vocab_size(with_added_tokens=True)
        self.pad_id, self.bos_id, self.eos_id, self.unk_id = (
            self._special_id(token) for token in (pad, bos, eos, unk)
        )
        backend.encode_special_tokens = True

    def _special_id(self, token: str) -> int:
        token_id = self.backend.token_to_id(token)
        if token_id is None:
            raise InputError(f"the tokenizer has no special token {token!r}")
        return token_id

    @classmethod
    def load(cls, directory: str | Path) -> "Tokenizer":
        """Reads tokenizer.json and tokenizer_config.json of a model or tokenizer directory.

        Raises:
            InputError: a file is absent or cannot be parsed.
        """
        path = Path(directory) / "tokenizer.json"
        config_path = Path(directory) / "tokenizer_config.json"
        for needed in (path, config_path):
            if not needed.is_file():
                raise InputError(f"{needed} does not exist: {directory} holds no tokenizer")
        try:
            config = json.loads(config_path.read_text(encoding="utf-8"))
            backend = tokenizers.Tokenizer.from_file(str(path))
            special = [_token_text(config.get(name), config) for name in _SPECIAL]
        except Exception as error:  # tokenizers raises bare Exception
            raise InputError(f"cannot read the tokenizer in {directory}: {error}") from error
        return cls(backend, *special)

    def encode(self, text: str) -> list[int]:
        """Token ids of `text`, without any token added.

        Raises:
            InputError: the text holds bytes that are not UTF-8.
        """
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise InputError(f"the text is not UTF-8 (character {error.start})") from error
        return self.backend.encode(text, add_special_tokens=False).ids

    def encode_batch(self, texts: Sequence[str]) -> list[list[int]]:
        """As `encode`, for many texts at once, on all cores."""
        return [e.ids for e in self.backend.encode_batch_fast(texts, add_special_tokens=False)]

    def decode(self, ids: Sequence[int], skip_special: bool = True) -> str:
        """The text of token ids; without pad, bos and eos unless `skip_special` is false."""
        return self.backend.decode(list(ids), skip_special_tokens=skip_special)

    def save(self, directory: str | Path) -> None:
        """Writes tokenizer.json, tokenizer_config.json and chat_template.jinja."""
        directory = Path(directory)
        directory.mkdir(parents=True, exist_ok=True)
        config = {
            "tokenizer_class": "PreTrainedTokenizerFast",
            **self.special,
            "split_special_tokens": True,
            "clean_up_tokenization_spaces": False,
            "model_max_length": 1_000_000,
            "chat_template": CHAT_TEMPLATE,
        }
        (directory / "tokenizer.json").write_text(self.backend.to_str(), encoding="utf-8")
        (directory / "tokenizer_config.json").write_text(json.dumps(config, indent=2) + "\n")
        (directory / "chat_template.jinja").write_text(CHAT_TEMPLATE)


def _token_text(token, config: dict) -> str:
    """A special token of tokenizer_config.json: a string, or a dictionary with its content."""
    if token is None:
        token = config.get("eos_token") or EOS
    return token["content"] if isinstance(token, dict) else token


def train_tokenizer(texts: Iterable[str], kind: str = "bpe", vocab_size: int = 8000) -> Tokenizer:
    """Trains a SentencePiece model and converts it.

    Args:
        texts: documents; the first `MAX_TRAINING_BYTES` of them are used.
        kind: "bpe", or "char" for one token per character.
        vocab_size: number of pieces to reach; fewer when the text has no more.

    Raises:
        InputError: unknown kind, no text, or a vocabulary too small for the characters.
    """
    import sentencepiece as spm

    if kind not in KINDS:
        raise InputError(f"unknown tokenizer kind {kind!r}: use one of {', '.join(KINDS)}")
    sentences = list(_sentences(texts))
    if not sentences:
        raise InputError("no text to train a tokenizer on: the corpus is empty")
    model = io.BytesIO()
    try:
        spm.SentencePieceTrainer.train(
            sentence_iterator=iter(sentences),
            model_writer=model,
            model_type=kind,
            vocab_size=vocab_size,
            hard_vocab_limit=False,
            byte_fallback=True,
            normalization_rule_name="identity",
            remove_extra_whitespaces=False,
            add_dummy_prefix=False,
            allow_whitespace_only_pieces=True,
            split_by_whitespace=False,
            split_digits=True,
            character_coverage=0.9995,
            max_sentence_length=4 * _CHUNK_CHARACTERS,
            user_defined_symbols=list(MARKERS),
            pad_id=0,
            bos_id=1,
            eos_id=2,
            unk_id=3,
            pad_piece=PAD,
            bos_piece=BOS,
            eos_piece=EOS,
            unk_piece=UNK,
            minloglevel=2,
        )
    except RuntimeError as error:
        reason = str(error).strip().splitlines()[-1]
        raise InputError(f"cannot train a tokenizer of {vocab_size} pieces: {reason}") from error
    return from_sentencepiece(model.getvalue())


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    total = 0
    for text in texts:
        # The trainer has no way to spell a NUL; the tokenizer itself falls back to bytes.
        text = text.replace("\0", "")
        for start in range(0, len(text), _CHUNK_CHARACTERS):
            chunk = text[start : start + _CHUNK_CHARACTERS]
            total += len(chunk.encode())
            yield chunk
        if total > MAX_TRAINING_BYTES:
            return


def from_sentencepiece(model: bytes) -> Tokenizer:
    """The Hugging Face tokenizer with the same ids as a serialised SentencePiece model.

    SentencePiece merges the adjacent pair whose joint piece scores highest; Hugging Face's BPE
    merges by rank in a list. Every split of a piece into two pieces, ranked by the score of the
    piece, is that list.
    """
    import sentencepiece as spm

    processor = spm.SentencePieceProcessor(model_proto=model)
    size = processor.get_piece_size()
    pieces = [processor.id_to_piece(i) for i in range(size)]
    kinds = [_kind(processor, i) for i in range(size)]
    normal = {piece: i for i, piece in enumerate(pieces) if kinds[i] == "normal"}
    has_bytes = "byte" in kinds
    backend = tokenizers.Tokenizer(
        models.BPE(
            vocab={piece: i for i, piece in enumerate(pieces)},
            merges=_merges(normal, processor),
            unk_token=pieces[processor.unk_id()],
            fuse_unk=True,
            byte_fallback=has_bytes,
        )
    )
    backend.normalizer = normalizers.Replace(" ", SPACE)
    backend.decoder = decoders.Sequence(
        [decoders.Replace(SPACE, " "), decoders.ByteFallback(), decoders.Fuse()]
    )
    backend.add_special_tokens(
        [_added(p) for p, k in zip(pieces, kinds, strict=True) if k == "control"]
    )
    backend.add_tokens([_added(p) for p, k in zip(pieces, kinds, strict=True) if k == "user"])
    if backend.get_vocab_size(with_added_tokens=True) != size:
        raise BashcoderError("the SentencePiece model has duplicate pieces and cannot be converted")
    return Tokenizer(backend)


def _kind(processor, token_id: int) -> str:
    if processor.is_control(token_id) or processor.is_unknown(token_id):
        return "control"
    if processor.is_byte(token_id):
        return "byte"
    is_marker = processor.id_to_piece(token_id) in MARKERS
    return "user" if is_marker else "normal"


def _added(piece: str) -> AddedToken:
    return AddedToken(piece, normalized=False, special=piece not in MARKERS)


def _merges(normal: dict[str, int], processor) -> list[tuple[str, str]]:
    ranked = []
    for piece, token_id in normal.items():
        score = -processor.get_score(token_id)
        for cut in range(1, len(piece)):
            left, right = normal.get(piece[:cut]), normal.get(piece[cut:])
            if left is not None and right is not None:
                ranked.append((score, left, right, piece[:cut], piece[cut:]))
    return [(left, right) for *_, left, right in sorted(ranked)]
