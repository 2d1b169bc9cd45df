"""llm-from-scratch's two tokenizers as tokenizer.json, id for id, their oddities included.

- characters: vocab.json is {"vocab": {character: id}}; an unknown character is <UNK>.
- byte-level BPE: vocab.json is {"token_to_id": ...} and merges.json lists the merges. Its base
  vocabulary is only the bytes it was trained on, so a byte it never saw, often a tab, is <|unk|>.
"""

import json
from pathlib import Path

import tokenizers
from tokenizers import AddedToken, Regex, decoders, models, pre_tokenizers

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.tokenizer import Tokenizer

FOLDERS = ("tokenizer_trained", "tokenizer_model", "tokenizer")
CHARACTER_SPECIALS = {"pad": "<PAD>", "bos": "<BOS>", "eos": "<EOS>", "unk": "<UNK>"}
BPE_SPECIALS = {"pad": "<|pad|>", "bos": "<|bos|>", "eos": "<|endoftext|>", "unk": "<|unk|>"}
# GPT-2's split into words, except that contractions may be in capitals.
WORDS = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"


def find_tokenizer(checkpoint: Path) -> Path:
    """The tokenizer folder beside a checkpoint.

    Raises:
        InputError: there is none, or more than one.
    """
    folders = [checkpoint.parent / name for name in FOLDERS]
    found = [folder for folder in folders if (folder / "vocab.json").is_file()]
    if not found:
        raise InputError(
            f"no tokenizer beside {checkpoint} (looked for {', '.join(FOLDERS)}): give the folder "
            "with its vocab.json as --tokenizer DIR"
        )
    if len(found) > 1:
        names = " and ".join(map(str, found))
        raise InputError(f"{names} lie beside {checkpoint}: choose one with --tokenizer DIR")
    return found[0]


def read_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a folder with a vocab.json, and for BPE a merges.json.

    Raises:
        InputError: a file is absent, damaged, or of another kind.
    """
    content = _read_json(folder / "vocab.json")
    if isinstance(content.get("vocab"), dict):
        return _characters(content, folder)
    if isinstance(content.get("token_to_id"), dict):
        return _byte_pairs(content, folder)
    raise InputError(
        f'{folder / "vocab.json"} has neither "vocab" nor "token_to_id": give the tokenizer '
        "folder of an llm-from-scratch run"
    )


def _characters(content: dict, folder: Path) -> Tokenizer:
    vocab = _checked(content["vocab"], folder)
    special = _specials(content, CHARACTER_SPECIALS, vocab, folder)
    backend = tokenizers.Tokenizer(models.BPE(vocab=vocab, merges=[], unk_token=special["unk"]))
    backend.decoder = decoders.Fuse()
    backend.add_special_tokens([_added(token) for token in special.values()])
    return Tokenizer(backend, **special)


def _byte_pairs(content: dict, folder: Path) -> Tokenizer:
    vocab = _checked(content["token_to_id"], folder)
    special = _specials(content, BPE_SPECIALS, vocab, folder)
    path = folder / "merges.json"
    try:
        merges = [tuple(merge["pair"]) for merge in _read_json(path)["merges"]]
        model = models.BPE(vocab=vocab, merges=merges, unk_token=special["unk"])
    except InputError:
        raise
    except Exception as error:  # tokenizers raises bare Exception
        raise InputError(f"{path} does not fit vocab.json: {error}") from error
    backend = tokenizers.Tokenizer(model)
    backend.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), behavior="isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    # In a sequence, because for a bare ByteLevel mlx-lm drops the leading space of an answer.
    backend.decoder = decoders.Sequence([decoders.ByteLevel()])
    # Not the unknown token: the original spells it out when decoding.
    backend.add_special_tokens([_added(special[name]) for name in ("pad", "bos", "eos")])
    return Tokenizer(backend, **special)


def _added(token: str) -> AddedToken:
    return AddedToken(token, normalized=False, special=True)


def _checked(vocab: dict, folder: Path) -> dict[str, int]:
    """A vocabulary whose ids are 0 to n-1, each once."""
    ids = list(vocab.values())
    if not all(type(i) is int for i in ids) or sorted(ids) != list(range(len(ids))):
        raise InputError(f"{folder / 'vocab.json'} is damaged: its ids are not 0, 1, 2, ...")
    return vocab


def _specials(content: dict, usual: dict, vocab: dict, folder: Path) -> dict[str, str]:
    named = content.get("special_tokens")
    named = named if isinstance(named, dict) else {}
    special = usual | {k: str(token) for k, token in named.items() if k in usual}
    missing = [token for token in special.values() if token not in vocab]
    if missing:
        raise InputError(f"{folder / 'vocab.json'} lacks the special tokens {', '.join(missing)}")
    return special


def _read_json(path: Path) -> dict:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"cannot read {path}: {error.strerror}; give the folder of a tokenizer as "
            "--tokenizer DIR"
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is not valid JSON: {error}") from error
    if not isinstance(content, dict):
        raise InputError(f"{path} does not hold a JSON object")
    return content
