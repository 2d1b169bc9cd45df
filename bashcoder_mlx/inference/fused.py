"""A llama arranged for decoding on a CPU, one token of each row at a time.

There, a step of a small model waits for MLX to hand out some 500 operations, and for the BLAS to
copy each matrix before a product with a few rows. Here a step has about 120:

- q, k and v are one product, as are gate and up; gains and the scale of attention are folded in
- a matrix lies in blocks of 64 columns, which OpenBLAS multiplies without copying them
- positions are turned by one small product with a rotation matrix that all layers share
"""

from functools import lru_cache

import mlx.core as mx
from mlx.utils import tree_flatten

from bashcoder_mlx.models import llama
from bashcoder_mlx.models.base import KVCache
from bashcoder_mlx.runtime import on_gpu

_BLOCK = 64  # columns; found best for 1 to 32 rows
_CAPACITY_STEP = 32  # positions; reordering the rows copies whole caches, so small ones are better
_POSITIONS = 64  # whose rotations are computed together


def fits(model) -> bool:
    """Whether a model can be arranged so and gains by it: a llama without biases, on a CPU."""
    if on_gpu() or not isinstance(model, llama.Model):
        return False
    config = model.config
    is_plain = not (config.attention_bias or config.mlp_bias)
    in_blocks = config.hidden_size % _BLOCK == 0 and config.intermediate_size % _BLOCK == 0
    return is_plain and in_blocks and model.output_weight.dtype == mx.float32


class FusedLlama:
    """The weights of a llama, rearranged: a copy, which later updates of the model do not reach."""

    def __init__(self, model):
        self.config = config = model.config
        self.sources = [array for _, array in tree_flatten(model.parameters())]
        self.embedding = model.model.embed_tokens.weight
        # RMSNorm's root of the mean is the norm divided by sqrt(N): that factor is folded in too.
        root = config.hidden_size**0.5
        self.epsilon = mx.array(config.hidden_size * config.rms_norm_eps)
        self.layers = []
        for block in model.model.layers:
            attention, mlp = block.self_attn, block.mlp
            queries = attention.q_proj.weight * attention.scale
            qkv = mx.concatenate([queries, attention.k_proj.weight, attention.v_proj.weight])
            gate_up = mx.concatenate([mlp.gate_proj.weight, mlp.up_proj.weight])
            matrices = (
                _in_blocks(qkv * block.input_layernorm.weight * root, config.head_dim),
                _in_blocks(attention.o_proj.weight),
                _in_blocks(gate_up * block.post_attention_layernorm.weight * root),
                _in_blocks(mlp.down_proj.weight),
            )
            self.layers.append(matrices)
        self.output = _in_blocks(model.output_weight * model.model.norm.weight * root)
        mx.eval(self.layers, self.output)
        self._rotations = lru_cache(maxsize=4)(self._rotation_block)

    def rotation(self, position: int) -> mx.array:
        """The matrix (D, D) that a query or key at this position is multiplied by."""
        return self._rotations(position // _POSITIONS)[position % _POSITIONS]

    def _rotation_block(self, number: int) -> mx.array:
        """The rotary matrices (64, D, D) of the positions of one block of them."""
        half = self.config.head_dim // 2
        first = number * _POSITIONS
        frequencies = self.config.rope_theta ** (-mx.arange(half) / half)
        angles = mx.arange(first, first + _POSITIONS)[:, None] * frequencies
        # In split halves: (a, b) becomes (a cos - b sin, b cos + a sin).
        cos, sin = (f(angles)[:, :, None] * mx.eye(half) for f in (mx.cos, mx.sin))
        upper, lower = mx.concatenate([cos, sin], axis=2), mx.concatenate([-sin, cos], axis=2)
        return mx.concatenate([upper, lower], axis=1)


def arranged(model) -> FusedLlama:
    """A model's `FusedLlama`, kept with it; made anew where its parameters are other arrays."""
    parameters = [array for _, array in tree_flatten(model.parameters())]
    kept = vars(model).get("_arranged")
    if kept is None or any(a is not b for a, b in zip(kept.sources, parameters, strict=True)):
        kept = FusedLlama(model)
        object.__setattr__(model, "_arranged", kept)  # not by `nn.Module`, as it is no parameter
    return kept


class FusedSteps:
    """The steps after a prefill, with the keys and values of each layer, (K, B, capacity, D)."""

    def __init__(self, weights: FusedLlama, prefilled: list[KVCache]):
        self._weights, self._length = weights, prefilled[0].offset
        used = slice(0, self._length)
        self._keys = [layer.keys[:, :, used].swapaxes(0, 1) for layer in prefilled]
        self._values = [layer.values[:, :, used].swapaxes(0, 1) for layer in prefilled]

    def step(self, tokens: mx.array) -> mx.array:
        """Logits (B, V) of what follows `tokens` (B,)."""
        weights, config, position = self._weights, self._weights.config, self._length
        heads, width = config.num_key_value_heads, config.head_dim
        turned = config.num_attention_heads + heads  # queries and keys
        rotation, seen = weights.rotation(position), slice(0, position + 1)
        self._make_room()
        x = weights.embedding[tokens]  # (B, N)
        for (qkv, o, gate_up, down), keys, values in zip(
            weights.layers, self._keys, self._values, strict=True
        ):
            projected = _normalised(x, weights.epsilon) @ qkv  # (heads of q, k and v, B, D)
            qk = (projected[:turned].reshape(-1, width) @ rotation).reshape(turned, -1, width)
            keys[:, :, position] = qk[-heads:]
            values[:, :, position] = projected[turned:]
            queries = _grouped(qk[:-heads], heads)  # (K, B, H / K, D)
            scores = queries @ keys[:, :, seen].swapaxes(2, 3)
            attended = mx.softmax(scores, axis=-1) @ values[:, :, seen]
            x = x + _rows(_rows(attended.swapaxes(1, 2).flatten(0, 1)) @ o)
            gate, up = mx.split(_normalised(x, weights.epsilon) @ gate_up, 2)  # blocks (_, B, 64)
            x = x + _rows(_rows(gate * mx.sigmoid(gate) * up) @ down)
        self._length += 1
        logits = _rows(_normalised(x, weights.epsilon) @ weights.output)
        return logits[:, : config.vocab_size]

    def select(self, rows: mx.array) -> None:
        """Keeps the given batch rows, repeats allowed."""
        for arrays in (self._keys, self._values):
            arrays[:] = [mx.take(array, rows, axis=1) for array in arrays]

    def _make_room(self) -> None:
        """Grows the storage where the next position has none."""
        if self._length < self._keys[0].shape[2]:
            return
        more = -self._length % _CAPACITY_STEP or _CAPACITY_STEP
        for arrays in (self._keys, self._values):
            arrays[:] = [mx.pad(a, [(0, 0), (0, 0), (0, more), (0, 0)]) for a in arrays]


def _normalised(x: mx.array, epsilon: mx.array) -> mx.array:
    """x / sqrt(|x|^2 + epsilon), for x (B, N)."""
    square = x[:, None] @ x[:, :, None]  # (B, 1, 1)
    return x * mx.rsqrt(square + epsilon)[:, 0]


def _in_blocks(matrix: mx.array, block: int = _BLOCK) -> mx.array:
    """(M, N), of which x @ matrix.T is wanted, as (M / block, N, block); M is padded with zeros."""
    matrix = mx.pad(matrix, [(0, -matrix.shape[0] % block), (0, 0)])
    return mx.contiguous(matrix.reshape(-1, block, matrix.shape[1]).swapaxes(1, 2))


def _rows(blocks: mx.array) -> mx.array:
    """(blocks, B, W) as (B, blocks * W); of one row, without a copy."""
    rows = blocks.shape[1]
    return (blocks if rows == 1 else blocks.swapaxes(0, 1)).reshape(rows, -1)


def _grouped(queries: mx.array, heads: int) -> mx.array:
    """(H, B, D) as (K, B, H / K, D)."""
    return queries.reshape(heads, -1, *queries.shape[1:]).swapaxes(1, 2)
