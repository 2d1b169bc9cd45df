"""The exponential, SwiGLU and attention, for a CPU.

MLX computes `exp` on an x86 CPU one number at a time, 9 ns each, which makes softmax and SiLU cost
more than the matrix products of a small model. Written as arithmetic that a compiler vectorises it
takes a tenth of that, to the same accuracy. A GPU has kernels of its own, and uses those.
"""

import mlx.core as mx
import mlx.nn as nn

from bashcoder_mlx.runtime import on_gpu

# 2**f on [-1/2, 1/2], fitted at Chebyshev points for the least relative error, 2e-9.
_POWER = (
    1.0, 0.693147206, 0.240226466, 0.05550329, 0.00961851953, 0.00133998604, 0.000153375768,
)  # fmt: skip
_LOG2_E = 1.4426950408889634
_LEAST, _MOST = -126.0, 127.0  # exponents of normal float32 numbers
_ROUND = 1.5 * 2**23  # added to a small float32, leaves its nearest integer in the low bits
_MASKED = -1e9
_WORTHWHILE = 2**14  # exponentials; for fewer, the many small operations cost more


def _exp(x: mx.array) -> mx.array:
    """e**x for float32 x, at least 2**-126 and at most 2**127; NaN gives some number."""
    power = x * _LOG2_E
    power = mx.where(power < _LEAST, _LEAST, power)
    power = mx.where(power > _MOST, _MOST, power)
    shifted = power + _ROUND
    f = power - (shifted - _ROUND)
    square = f * f
    # Estrin's order: a compiled kernel may be eleven operations deep.
    a, b, c, d, e, g, h = _POWER
    mantissa = (a + b * f) + square * ((c + d * f) + square * ((e + g * f) + square * h))
    exponent = mx.left_shift(mx.view(shifted, mx.int32), 23)
    return mx.view(mx.view(mantissa, mx.int32) + exponent, mx.float32)


def softmax_parts(rows: mx.array) -> tuple[mx.array, mx.array, mx.array]:
    """What softmax and cross-entropy are made of, for rows (N, S), float32.

    Returns:
        e**(x - m) of each element, (N, S); their sum; and the largest element m, both (N, 1).
    """
    if on_gpu():
        largest = rows.max(axis=-1, keepdims=True)
        powers = mx.exp(rows - largest)
        return powers, powers.sum(axis=-1, keepdims=True), largest
    largest = _row_max(rows)
    # Flat: a compiled kernel over arrays that are not broadcast is vectorised.
    powers = _exp((rows - largest).reshape(-1)).reshape(rows.shape)
    # As a product, which the BLAS does faster than MLX a reduction; and NaN stays NaN.
    return powers, powers @ mx.ones((rows.shape[-1], 1)) + 0 * largest, largest


def logsumexp(rows: mx.array) -> mx.array:
    """The logarithm of the summed exponentials of each row, (N, 1), for rows (N, S), float32."""
    if not _is_ours(rows, rows.size):
        return mx.logsumexp(rows, axis=-1, keepdims=True)
    _, total, largest = softmax_parts(rows)
    return mx.log(total) + largest


def _row_max(rows: mx.array) -> mx.array:
    """The largest of each row, (N, 1): by halves, as only elementwise work is vectorised."""
    while rows.shape[-1] % 2 == 0:
        half = rows.shape[-1] // 2
        rows = mx.maximum(rows[:, :half], rows[:, half:])
    return rows.max(axis=-1, keepdims=True)


def _is_ours(x: mx.array, exponentials: int) -> bool:
    """Whether that many exponentials are faster by our arithmetic, in x's precision."""
    return not on_gpu() and x.dtype == mx.float32 and exponentials >= _WORTHWHILE


def silu_product(gate: mx.array, up: mx.array) -> mx.array:
    """SwiGLU's middle, silu(gate) * up (Shazeer 2020, arXiv:2002.05202); both (..., N)."""
    return _silu_product(gate, up)[0] if _is_ours(gate, gate.size) else nn.silu(gate) * up


@mx.custom_function
def _silu_product(gate, up):
    sigmoid = 1 / (1 + _exp(-gate))
    return gate * sigmoid * up, sigmoid


@_silu_product.vjp
def _silu_product_vjp(primals, cotangents, outputs):
    (gate, up), sigmoid, cotangent = primals, outputs[1], cotangents[0]
    slope = sigmoid * (1 + gate * (1 - sigmoid))
    return cotangent * up * slope, cotangent * gate * sigmoid


def attention(
    queries: mx.array, keys: mx.array, values: mx.array, scale: float, mask: mx.array | str | None
) -> mx.array:
    """Scaled dot-product attention (Vaswani et al. 2017, arXiv:1706.03762).

    Args:
        queries: (B, H, T, D).
        keys, values: (B, K, S, D), where K divides H.
        scale: multiplies the scores.
        mask: None, "causal", or a boolean array that broadcasts to (B, H, T, S).

    Returns:
        (B, H, T, D).
    """
    scores = queries.size // queries.shape[-1] * keys.shape[2]
    if not _is_ours(queries, scores):
        return mx.fast.scaled_dot_product_attention(queries, keys, values, scale=scale, mask=mask)
    groups = queries.shape[1] // keys.shape[1]
    if groups > 1:
        keys, values = mx.repeat(keys, groups, axis=1), mx.repeat(values, groups, axis=1)
    bias = _bias(mask, queries.shape[2], keys.shape[2])
    return _attention(queries * scale, keys, values, bias)[0]


def _bias(mask: mx.array | str | None, length: int, seen: int) -> mx.array:
    """What to add to the scores of `length` queries over `seen` keys."""
    if mask is None:
        return mx.array(0.0)
    if isinstance(mask, str):
        mask = mx.arange(seen - length, seen)[:, None] >= mx.arange(seen)
    return mx.where(mask, 0.0, _MASKED)


@mx.custom_function
def _attention(queries, keys, values, bias):
    scores = queries @ keys.transpose(0, 1, 3, 2) + bias
    powers, total, _ = softmax_parts(scores.reshape(-1, scores.shape[-1]))
    total = total.reshape(*scores.shape[:-1], 1)
    powers = powers.reshape(scores.shape)
    return powers @ values / total, powers, total


@_attention.vjp
def _attention_vjp(primals, cotangents, outputs):
    queries, keys, values, bias = primals
    out, powers, total = outputs
    scaled = cotangents[0] / total
    # The gradient of softmax: weights * (d - sum(weights * d)), and that sum is out . d_out.
    d_scores = powers * (scaled @ values.transpose(0, 1, 3, 2) - (scaled * out).sum(-1, True))
    return (
        d_scores @ keys,
        d_scores.transpose(0, 1, 3, 2) @ queries,
        powers.transpose(0, 1, 3, 2) @ scaled,
        mx.zeros_like(bias),
    )
