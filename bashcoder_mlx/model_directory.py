"""The model directory: the one format of every checkpoint, loadable by stock mlx-lm.

config.json, model.safetensors, tokenizer.json, tokenizer_config.json, generation_config.json and
chat_template.jinja; manifest.json names the size and SHA-256 of each. A directory is written beside
its final place, fsynced, and renamed, so it is whole or absent.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import mlx.core as mx
from mlx.utils import tree_flatten
from safetensors import SafetensorError, deserialize, safe_open

from bashcoder_mlx.atomic import new_directory
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.models import build
from bashcoder_mlx.tokenizer import Tokenizer

WEIGHTS, CONFIG, MANIFEST = "model.safetensors", "config.json", "manifest.json"
_SMALL = 2**26  # bytes of a file that is read whole, which spares the import of numpy
DTYPES = {"float32": mx.float32, "bfloat16": mx.bfloat16, "float16": mx.float16}


@dataclass(frozen=True)
class Loaded:
    """A model ready to use, with its tokenizer, its config.json and where it came from."""

    model: object
    tokenizer: Tokenizer
    config: dict
    path: Path


def write_model_directory(
    path: str | Path,
    config: dict,
    weights: dict[str, mx.array],
    tokenizer: Tokenizer,
    dtype: mx.Dtype | None = None,
    extra: Callable[[Path], None] | None = None,
) -> Path:
    """Writes a model directory, atomically.

    Args:
        path: where; must not exist.
        config: the contents of config.json.
        weights: parameters by their Hugging Face names.
        tokenizer: saved beside them.
        dtype: precision of the file; that of the arrays by default.
        extra: writes further files into the directory it is given, before the manifest.

    Raises:
        InputError: `path` exists already.
        BashcoderError: the disk is full or the folder cannot be written; nothing is left behind.
    """
    path = Path(path)
    if path.exists():
        raise InputError(f"{path} exists already: choose another folder, or remove it first")
    with new_directory(path) as folder:
        _write_files(folder, config, weights, tokenizer, dtype)
        if extra:
            extra(folder)
        _write_manifest(folder)
    return path


def _write_files(folder: Path, config: dict, weights: dict, tokenizer: Tokenizer, dtype) -> None:
    ids = {"bos_token_id": tokenizer.bos_id, "eos_token_id": tokenizer.eos_id}
    ids["pad_token_id"] = tokenizer.pad_id
    if dtype is not None:
        weights = {name: array.astype(dtype) for name, array in weights.items()}
    stored = str(next(iter(weights.values())).dtype).removeprefix("mlx.core.")
    config = {"tasks": []} | config | ids | {"dtype": stored}
    (folder / CONFIG).write_text(json.dumps(config, indent=2) + "\n")
    (folder / "generation_config.json").write_text(json.dumps(ids, indent=2) + "\n")
    tokenizer.save(folder)
    mx.save_safetensors(str(folder / WEIGHTS), weights, metadata={"format": "mlx"})


def _write_manifest(folder: Path) -> None:
    """Names every file with its size and hash."""
    files = {
        str(file.relative_to(folder)): {"size": file.stat().st_size, "sha256": _sha256(file)}
        for file in sorted(p for p in folder.rglob("*") if p.is_file())
    }
    (folder / MANIFEST).write_text(json.dumps({"files": files}, indent=2) + "\n")


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def load_model_directory(path: str | Path, dtype: mx.Dtype | None = None) -> Loaded:
    """Reads and checks a model directory.

    Args:
        path: the directory; without a manifest (one made elsewhere) hashes are not checked.
        dtype: precision of the parameters in memory; as stored by default.

    Raises:
        InputError: not a model directory, or of another architecture.
        BashcoderError: damaged: sizes, hashes, tensors or vocabulary do not fit together.
    """
    path = Path(path)
    config = read_config(path)
    verify_manifest(path)
    try:
        model = build(config)
    except InputError as error:
        hint = "use mlx-lm for it, or another checkpoint"
        raise InputError(f"{path / CONFIG}: {error}; {hint}") from error
    tokenizer = Tokenizer.load(path)
    if tokenizer.vocab_size > config["vocab_size"]:
        raise BashcoderError(
            f"{path}: the tokenizer has {tokenizer.vocab_size} tokens but the model "
            f"{config['vocab_size']}: they do not belong together; use another checkpoint"
        )
    weights = read_weights(path / WEIGHTS)
    check_tensors(model, weights, path)
    if dtype is not None:
        weights = {name: array.astype(dtype) for name, array in weights.items()}
    model.load_weights(list(weights.items()))
    model.eval()
    return Loaded(model, tokenizer, config, path)


def read_config(path: Path) -> dict:
    """config.json of a model directory.

    Raises:
        InputError: absent, not JSON, or asking for code or files from elsewhere.
    """
    file = path / CONFIG
    if path.is_file():
        raise InputError(f"{path} is not a model directory: `bashcoder convert` makes one of it")
    if not file.is_file():
        raise InputError(f"{path} is not a model directory: it has no {CONFIG}")
    try:
        config = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise InputError(f"{file} is not valid JSON: {error}") from error
    if not isinstance(config, dict):
        raise InputError(f"{file} does not hold a JSON object")
    for key in ("auto_map", "model_file"):
        if key in config:
            raise InputError(
                f"{file} names code to run ({key}): refused; remove the key if you trust it"
            )
    return config


def verify_manifest(path: Path) -> None:
    """Compares every file with manifest.json, where there is one.

    Raises:
        BashcoderError: a file is missing, of another size, or of other content.
    """
    manifest = path / MANIFEST
    if not manifest.exists():
        return
    try:
        files = json.loads(manifest.read_text())["files"]
        expected = {name: (entry["size"], entry["sha256"]) for name, entry in files.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BashcoderError(f"{manifest} is damaged: use another checkpoint") from error
    for name, (size, digest) in expected.items():
        if Path(name).is_absolute() or ".." in Path(name).parts:
            raise BashcoderError(f"{manifest} names a file outside its folder: {name}")
        file = path / name
        if name.startswith("training/") and not (path / "training").exists():
            continue  # deleting training/ leaves a plain model
        if not file.is_file():
            raise BashcoderError(f"{file} is missing: use another checkpoint")
        if file.stat().st_size != size or _sha256(file) != digest:
            raise BashcoderError(f"{file} is not the file that was saved: use another checkpoint")


def read_weights(file: Path) -> dict[str, mx.array]:
    """All tensors of a safetensors file; `safetensors` refuses what `mx.load` would accept damaged.

    Raises:
        BashcoderError: absent, truncated or malformed.
    """
    try:
        if file.stat().st_size <= _SMALL:
            deserialize(file.read_bytes())
        else:
            with safe_open(str(file), framework="numpy"):
                pass
        return mx.load(str(file))
    except (SafetensorError, OSError, RuntimeError, ValueError) as error:
        raise BashcoderError(f"cannot read {file}: {error}") from error


def check_tensors(model, weights: dict[str, mx.array], path: Path) -> None:
    """Raises `BashcoderError` naming every missing, extra and mis-shaped tensor."""
    expected = {name: array.shape for name, array in tree_flatten(model.parameters())}
    faults = [f"missing {name}" for name in sorted(expected.keys() - weights.keys())]
    faults += [f"unexpected {name}" for name in sorted(weights.keys() - expected.keys())]
    faults += [
        f"{name} is {list(weights[name].shape)}, not {list(shape)}"
        for name, shape in sorted(expected.items())
        if name in weights and weights[name].shape != shape
    ]
    if faults:
        raise BashcoderError(f"{path}: the weights do not fit config.json: {'; '.join(faults)}")
