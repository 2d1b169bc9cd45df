"""models/kernels.py: equal to MLX's own, in values, gradients and what training makes of them."""

import mlx.core as mx
import mlx.nn as nn
import numpy as np
import pytest
from tiny_models import llama

from bashcoder_mlx.models import build, kernels
from bashcoder_mlx.runtime import compile_step
from bashcoder_mlx.shards.mixture import Batch
from bashcoder_mlx.training.initialise import initialise
from bashcoder_mlx.training.optimizer import Optimizer
from bashcoder_mlx.training.recipe import OptimizerSettings
from bashcoder_mlx.training.step import make_step

VOCAB, STEPS = 64, 20

compiled_or_not = pytest.mark.parametrize("wrap", [compile_step, lambda f: f], ids=["yes", "no"])


@pytest.fixture(autouse=True)
def ours_for_small_arrays_too(monkeypatch):
    monkeypatch.setattr(kernels, "_WORTHWHILE", 0)


def normal(*shape: int, seed: int = 0, scale: float = 1.0) -> mx.array:
    return scale * mx.random.normal(shape, key=mx.random.key(seed))


def assert_close(actual, expected, tolerance: float = 2e-6) -> None:
    np.testing.assert_allclose(np.array(actual), np.array(expected), tolerance, tolerance)


@compiled_or_not
def test_the_exponential_is_that_of_numpy(wrap):
    x = mx.linspace(-87, 88, 100_000)
    exact = np.exp(np.array(x, np.float64))
    assert np.abs(np.array(wrap(kernels._exp)(x)) / exact - 1).max() < 8e-6
    near = mx.linspace(-1, 1, 100_000)
    assert_close(wrap(kernels._exp)(near), np.exp(np.array(near, np.float64)), 3e-7)


def test_the_exponential_of_what_float32_cannot_hold_is_tiny_or_huge():
    x = mx.array([-np.inf, -1e9, -100.0, 100.0, 1e9, np.inf])
    assert_close(kernels._exp(x), [2.0**-126] * 3 + [2.0**127] * 3)


@compiled_or_not
@pytest.mark.parametrize("width", [1, 7, 96, 128])
def test_softmax_parts(wrap, width):
    rows = normal(5, width, scale=20)
    powers, total, largest = wrap(kernels.softmax_parts)(rows)
    assert_close(powers / total, mx.softmax(rows, axis=-1))
    assert_close(mx.log(total) + largest, mx.logsumexp(rows, axis=-1, keepdims=True))


def test_not_a_number_stays_one():
    rows = mx.array([[0.0, np.nan, 1.0, 2.0], [0.0, 1.0, 2.0, 3.0]])
    _, total, _ = kernels.softmax_parts(rows)
    assert mx.isnan(total).tolist() == [[True], [False]]
    gate = mx.array([np.nan, 1.0])
    assert mx.isnan(kernels.silu_product(gate, mx.ones(2))).tolist() == [True, False]


def values_and_gradients(function, wrap, *arrays):
    cotangent = normal(*function(*arrays).shape, seed=9)

    def both(*arrays):
        return mx.vjp(lambda *a: [function(*a)], list(arrays), [cotangent])

    values, gradients = wrap(both)(*arrays)
    return [*values, *gradients]


@compiled_or_not
def test_silu_product(wrap):
    arrays = normal(3, 50, scale=30), normal(3, 50, seed=1)
    ours = values_and_gradients(kernels.silu_product, wrap, *arrays)
    mlx = values_and_gradients(lambda gate, up: nn.silu(gate) * up, wrap, *arrays)
    for actual, expected in zip(ours, mlx, strict=True):
        assert_close(actual, expected, 1e-5)


PACKED = mx.array([[1, 1, 1, 2, 2, 2, 0, 0], [1, 2, 2, 2, 3, 3, 3, 3]])
MASKS = {
    "causal": ("causal", 8),
    "causal after a prefix": ("causal", 13),
    "packed documents": ((PACKED[:, None, :, None] == PACKED[:, None, None]) & (mx.tri(8) > 0), 8),
    "none": (None, 11),
}


@compiled_or_not
@pytest.mark.parametrize("heads", [4, 2, 1], ids="{} key heads".format)
@pytest.mark.parametrize(("mask", "seen"), MASKS.values(), ids=MASKS.keys())
def test_attention(wrap, mask, seen, heads):
    queries = normal(2, 4, 8, 16)
    keys, values = normal(2, heads, seen, 16, seed=1), normal(2, heads, seen, 16, seed=2)

    def ours(*arrays):
        return kernels.attention(*arrays, 0.25, mask)

    def mlx(*arrays):
        return mx.fast.scaled_dot_product_attention(*arrays, scale=0.25, mask=mask)

    actual = values_and_gradients(ours, wrap, queries, keys, values)
    for ours, expected in zip(
        actual, values_and_gradients(mlx, wrap, queries, keys, values), strict=True
    ):
        assert_close(ours, expected, 5e-6)


@pytest.mark.parametrize("dtype", [mx.float16, mx.bfloat16])
def test_half_precision_is_left_to_mlx(dtype):
    x = normal(1, 2, 4, 8).astype(dtype)
    expected = mx.fast.scaled_dot_product_attention(x, x, x, scale=0.3, mask="causal")
    assert mx.array_equal(kernels.attention(x, x, x, 0.3, "causal"), expected)
    assert mx.array_equal(kernels.silu_product(x, x), nn.silu(x) * x)


def test_a_few_numbers_are_left_to_mlx(monkeypatch):
    monkeypatch.setattr(kernels, "_WORTHWHILE", 65)
    few = normal(64)
    assert mx.array_equal(kernels.silu_product(few, few), nn.silu(few) * few)
    assert not kernels._is_ours(few, 64) and kernels._is_ours(few, 65)


def loss_curve(rule: str) -> list[float]:
    mx.random.seed(0)
    model = build(llama(VOCAB))
    initialise(model)
    step = make_step(model, Optimizer(OptimizerSettings(rule), model.trainable_parameters()))
    draw, curve = np.random.default_rng(0), []
    for _ in range(STEPS):
        tokens = draw.zipf(1.5, (4, 33)).clip(0, VOCAB - 1).astype(np.int32)
        segments = np.sort(draw.integers(1, 4, tokens.shape), axis=1)
        batch = Batch(tokens, segments, draw.random(tokens.shape) < 0.8, [])
        curve.append(step([batch], 1.0)[0])
    return curve


@pytest.mark.parametrize("rule", ["muon", "adamw"])
def test_the_loss_curve_is_that_of_mlx_own_kernels(monkeypatch, rule):
    ours = loss_curve(rule)
    monkeypatch.setattr(kernels, "on_gpu", lambda: True)
    assert ours == pytest.approx(loss_curve(rule), rel=2e-5)
    assert ours[-1] < 0.8 * ours[0]
