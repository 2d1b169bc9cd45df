"""llm-from-scratch's two networks as gpt_bigcode: names, shapes, and what its files leave unsaid.

Both are GPT-2's shape with exact GELU and one q|k|v projection. They differ in three things:

- PyTorch (`.pt`): the head is tied to the embedding; the file holds the configuration.
- MLX (`.npz`): the embedding is scaled by sqrt(d_model), which is folded into the weight here; the
  head is separate; the number of heads is written nowhere.
"""

import math
import re
from dataclasses import dataclass, field
from pathlib import Path

import mlx.core as mx
import numpy as np

from bashcoder_mlx.conversion.archive import open_archive
from bashcoder_mlx.conversion.torch_reader import (
    Tensor,
    read_structure,
    read_tensors,
    widen_bfloat16,
)
from bashcoder_mlx.errors import InputError

# Put before every name by torch.compile and by data-parallel training.
PREFIXES = ("_orig_mod.", "module.")
BUFFER = re.compile(r"blocks\.\d+\.attn\.causal_mask")
TOKENS, POSITIONS, HEAD = "token_embedding.weight", "pos_embedding.weight", "lm_head.weight"
MLX_NAMES = {
    "token_embedding.embedding.weight": TOKENS,
    "pos_embedding.position_embedding.weight": POSITIONS,
}
MODULES = {  # within a block
    **{"ln1": "ln_1", "ln2": "ln_2", "ff.fc1": "mlp.c_fc", "ff.fc2": "mlp.c_proj"},
    **{"attn.qkv_proj": "attn.c_attn", "attn.out_proj": "attn.c_proj"},
}


@dataclass
class Source:
    """A checkpoint as read: PyTorch's names without prefixes and buffers, float32 arrays."""

    path: Path
    tensors: dict[str, np.ndarray]
    scaled: bool  # the network multiplies the embedding by sqrt(d_model)
    config: dict = field(default_factory=dict)


def read_source(path: Path) -> Source:
    """Reads a `.pt` or `.npz` checkpoint.

    Raises:
        InputError: absent, damaged, unsafe, or holding something else.
    """
    if not path.is_file():
        raise InputError(f"{path} does not exist: give a .pt or .npz checkpoint")
    tensors, config = _read_npz(path) if path.suffix == ".npz" else _read_torch(path)
    tensors = {name: _float32(array) for name, array in tensors.items()}
    scaled = any(name in tensors for name in MLX_NAMES)
    tensors = {MLX_NAMES.get(name, name): array for name, array in tensors.items()}
    if TOKENS not in tensors or tensors[TOKENS].ndim != 2:
        raise InputError(
            f"{path} is no llm-from-scratch checkpoint: it has no matrix {TOKENS} "
            f"(but {', '.join(sorted(tensors)[:3])[:120] or 'nothing'})"
        )
    return Source(path, tensors, scaled, config)


def _read_torch(path: Path) -> tuple[dict[str, np.ndarray], dict]:
    content = read_structure(path)
    content = content if isinstance(content, dict) else {}
    state = content.get("model_state_dict", content)
    state = state if isinstance(state, dict) else {}
    wanted = _plain_names({k: v for k, v in state.items() if isinstance(v, Tensor)}, path)
    if not wanted:
        raise InputError(f"{path} holds no model_state_dict: give a checkpoint of a whole run")
    config = content.get("config")
    return read_tensors(path, wanted), config if isinstance(config, dict) else {}


def _read_npz(path: Path) -> tuple[dict[str, np.ndarray], dict]:
    open_archive(path).close()
    try:
        with np.load(path, allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
    except Exception as error:  # whatever NumPy's parser trips over
        raise InputError(f"cannot read {path}: {str(error)[:120]}") from error
    arrays = {name: array for name, array in arrays.items() if isinstance(array, np.ndarray)}
    return _plain_names(arrays, path), {}


def _plain_names(tensors: dict, path: Path) -> dict:
    plain = {}
    for name, value in tensors.items():
        name = _without_prefixes(str(name))
        if BUFFER.fullmatch(name):
            continue
        if name in plain:
            raise InputError(f"{path} has {name} twice, once with a prefix: keep one of them")
        plain[name] = value
    return plain


def _without_prefixes(name: str) -> str:
    while name.startswith(PREFIXES):
        name = name.split(".", 1)[1]
    return name


def _float32(array: np.ndarray) -> np.ndarray:
    """As float32; integers stay, for the check of shapes to name them."""
    if array.dtype == np.dtype("V2"):  # how MLX writes bfloat16 into an .npz
        return widen_bfloat16(array.view(np.uint16))
    with np.errstate(over="ignore"):
        return array.astype(np.float32) if array.dtype.kind == "f" else array


def to_gpt_bigcode(
    source: Source, num_heads: int | None = None
) -> tuple[dict, dict[str, mx.array]]:
    """The config.json and the weights, by Hugging Face's names, of an equal gpt_bigcode.

    Raises:
        InputError: tensors are missing, extra, mis-shaped or not finite (all are named), or the
            number of heads is unknown, contradicted, or no divisor of the width.
    """
    tensors = dict(source.tensors)
    if HEAD not in tensors and not source.scaled:
        tensors[HEAD] = tensors[TOKENS]  # PyTorch's network is always tied
    expected = _expected_shapes(tensors)
    _check(tensors, expected, source.path)
    width = tensors[TOKENS].shape[1]
    if source.scaled:
        tensors[TOKENS] = tensors[TOKENS] * np.float32(math.sqrt(width))
    tied = np.array_equal(tensors[TOKENS], tensors[HEAD])
    if tied:
        del tensors[HEAD]
    config = _config(tensors, source, tied) | {"n_head": _heads(source, width, num_heads)}
    return config, {_rename(name): mx.array(array) for name, array in tensors.items()}


def _expected_shapes(tensors: dict[str, np.ndarray]) -> dict[str, tuple[int, ...]]:
    """The shape of every tensor of the network, its dimensions read off those that are there."""
    vocab, width = tensors[TOKENS].shape
    positions = _rows(tensors, re.escape(POSITIONS), default=1)
    inner = _rows(tensors, r"blocks\.\d+\.ff\.fc1\.weight", default=4 * width)
    shapes = {TOKENS: (vocab, width), POSITIONS: (positions, width), HEAD: (vocab, width)}
    shapes |= _vectors("ln_f", width)
    outputs = {"attn.qkv_proj": 3 * width, "attn.out_proj": width, "ff.fc1": inner, "ff.fc2": width}
    for block in range(max(1, _num_blocks(tensors))):
        shapes |= _vectors(f"blocks.{block}.ln1", width) | _vectors(f"blocks.{block}.ln2", width)
        for module, rows in outputs.items():
            columns = inner if module == "ff.fc2" else width
            shapes[f"blocks.{block}.{module}.weight"] = (rows, columns)
            if _has_bias(tensors, module.split(".")[0]):
                shapes[f"blocks.{block}.{module}.bias"] = (rows,)
    return shapes


def _vectors(module: str, width: int) -> dict[str, tuple[int]]:
    return {f"{module}.weight": (width,), f"{module}.bias": (width,)}


def _rows(tensors: dict[str, np.ndarray], pattern: str, default: int) -> int:
    found = (a for name, a in tensors.items() if re.fullmatch(pattern, name) and a.ndim == 2)
    return next((array.shape[0] for array in found), default)


def _num_blocks(tensors: dict[str, np.ndarray]) -> int:
    return len({name.split(".")[1] for name in tensors if re.match(r"blocks\.\d+\.", name)})


def _has_bias(tensors: dict[str, np.ndarray], part: str) -> bool:
    """Whether the projections of a part of the block, attn or ff, have biases."""
    return any(re.fullmatch(rf"blocks\.\d+\.{part}\.\w+\.bias", name) for name in tensors)


def _check(tensors: dict[str, np.ndarray], expected: dict[str, tuple], path: Path) -> None:
    """Names every missing, unexpected, mis-shaped, integer and not finite tensor at once."""
    faults = [f"missing {name}" for name in sorted(expected.keys() - tensors.keys())]
    faults += [f"unexpected {name[:80]}" for name in sorted(tensors.keys() - expected.keys())]
    for name in sorted(expected.keys() & tensors.keys()):
        array = tensors[name]
        if array.shape != expected[name]:
            faults.append(f"{name} is {list(array.shape)}, not {list(expected[name])}")
        elif array.dtype != np.float32:
            faults.append(f"{name} holds {array.dtype}, not floating-point numbers")
        elif not np.isfinite(array).all():
            faults.append(f"{name} has NaN or infinite values, so training had diverged")
    if faults:
        raise InputError(
            f"{path} cannot be converted: {'; '.join(faults)}: give an earlier or whole checkpoint"
        )


def _config(tensors: dict[str, np.ndarray], source: Source, tied: bool) -> dict:
    vocab, width = tensors[TOKENS].shape
    epsilon = source.config.get("layer_norm_eps", 1e-5)
    if type(epsilon) is not float or not 0 < epsilon < 1:
        raise InputError(f"{source.path}: its config has a layer_norm_eps that is no small number")
    return {
        "model_type": "gpt_bigcode",
        "n_embd": width,
        "n_layer": _num_blocks(tensors),
        "n_inner": tensors["blocks.0.ff.fc1.weight"].shape[0],
        "n_positions": tensors[POSITIONS].shape[0],
        "layer_norm_epsilon": epsilon,
        "vocab_size": vocab,
        "multi_query": False,
        "attention_bias": _has_bias(tensors, "attn"),
        "mlp_bias": _has_bias(tensors, "ff"),
        "tie_word_embeddings": tied,
    }


def _heads(source: Source, width: int, given: int | None) -> int:
    stored = source.config.get("n_heads")
    heads = given if given is not None else stored
    divisors = ", ".join(str(n) for n in range(1, width + 1) if width % n == 0)
    if heads is None:
        raise InputError(
            f"{source.path} does not say how many attention heads it was trained with: give "
            f"--num-heads N, a divisor of its width {width}: {divisors}"
        )
    if given is not None and stored is not None and given != stored:
        raise InputError(
            f"--num-heads {given} contradicts {source.path}, which says {stored!r:.20}: leave "
            "the option out"
        )
    if type(heads) is not int or heads < 1 or width % heads:
        raise InputError(
            f"{str(heads)[:20]} attention heads do not divide the width {width} of {source.path}: "
            f"give --num-heads N, one of {divisors}"
        )
    return heads


def _rename(name: str) -> str:
    if name == HEAD:
        return name
    block = re.fullmatch(r"blocks\.(\d+)\.(.+)\.(weight|bias)", name)
    if block:
        number, module, kind = block.groups()
        return f"transformer.h.{number}.{MODULES[module]}.{kind}"
    wanted = {TOKENS: "wte.weight", POSITIONS: "wpe.weight"}.get(name, name)
    return f"transformer.{wanted}"
