"""training/loss.py: equal to MLX's own cross-entropy, without ever holding all the logits."""

import mlx.core as mx
import mlx.nn as nn
import numpy as np
import pytest

from bashcoder_mlx.runtime import compile_step
from bashcoder_mlx.training import loss
from bashcoder_mlx.training.loss import chunk_length, fused_cross_entropy, token_losses

N, D, V = 150, 8, 96


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    """Chunks of 64 tokens, so that the 150 make two whole ones and a part."""
    monkeypatch.setattr(loss, "CHUNK_ELEMENTS_CPU", 1)
    monkeypatch.setattr(loss, "CHUNK_ELEMENTS_GPU", 1)


def example(dtype=mx.float32, scale: float = 1.0) -> tuple:
    """Hidden states, output matrix and targets."""
    keys = mx.random.split(mx.random.key(3), 3)
    hidden = scale * mx.random.normal((N, D), key=keys[0])
    weight = mx.random.normal((V, D), key=keys[1])
    return hidden.astype(dtype), weight.astype(dtype), mx.random.randint(0, V, (N,), key=keys[2])


def mask(kind: str) -> mx.array:
    places = mx.arange(N)
    chosen = {"all": places >= 0, "some": places % 3 == 0, "second chunk": places // 64 == 1}
    return chosen.get(kind, places < 0).astype(mx.float32)


def expected(hidden, weight, targets, mask) -> mx.array:
    logits = (hidden @ weight.T).astype(mx.float32)
    return (nn.losses.cross_entropy(logits, targets) * mask).sum()


def value_and_gradients(function, *arrays, compiled: bool = False):
    graded = mx.value_and_grad(function, argnums=(0, 1))
    return (compile_step(graded) if compiled else graded)(*arrays)


def assert_close(actual, wanted, tolerance: float = 1e-5) -> None:
    actual, wanted = np.array(actual.astype(mx.float32)), np.array(wanted.astype(mx.float32))
    np.testing.assert_allclose(actual, wanted, rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize(
    ("kind", "compiled"), [("all", False), ("some", False), ("some", True), ("second chunk", False)]
)
def test_value_and_gradients_equal_those_of_mlx(kind, compiled):
    arrays = (*example(), mask(kind))
    value, gradients = value_and_gradients(fused_cross_entropy, *arrays, compiled=compiled)
    wanted, wanted_gradients = value_and_gradients(expected, *arrays)
    assert value.item() == pytest.approx(wanted.item(), rel=1e-5)
    for gradient, wanted_gradient in zip(gradients, wanted_gradients, strict=True):
        assert_close(gradient, wanted_gradient)


def test_where_nothing_counts_all_is_zero():
    value, gradients = value_and_gradients(fused_cross_entropy, *example(), mask("none"))
    assert value.item() == 0
    assert not any(gradient.any() for gradient in gradients)


def test_a_factor_outside_reaches_the_gradients():
    arrays = (*example(), mask("some"))
    _, gradients = value_and_gradients(lambda *a: fused_cross_entropy(*a) / 7, *arrays)
    _, wanted = value_and_gradients(lambda *a: expected(*a) / 7, *arrays)
    assert_close(gradients[0], wanted[0])
    assert_close(gradients[1], wanted[1])


def test_gradients_flow_through_what_made_the_hidden_states():
    hidden, weight, targets = example()
    gains = mx.full((D,), 1.5)

    def through(function):
        return mx.grad(lambda g: function(hidden * g, weight, targets, mask("all")))(gains)

    assert_close(through(fused_cross_entropy), through(expected), 1e-4)


def test_tied_weights_add_up_both_gradients():
    _, weight, targets = example()

    def tied(function):
        return mx.grad(lambda w: function(w[targets], w, targets, mask("all")))(weight)

    assert_close(tied(fused_cross_entropy), tied(expected), 1e-4)


def test_large_logits_stay_finite():
    arrays = (*example(scale=1000.0), mask("all"))
    value, gradients = value_and_gradients(fused_cross_entropy, *arrays)
    assert value.item() == pytest.approx(expected(*arrays).item(), rel=1e-5)
    assert all(mx.isfinite(gradient).all() for gradient in gradients)


def test_half_precision_keeps_its_precision_and_sums_in_float32():
    arrays = (*example(mx.bfloat16), mask("all"))
    value, gradients = value_and_gradients(fused_cross_entropy, *arrays)
    wanted, wanted_gradients = value_and_gradients(expected, *example(), mask("all"))
    assert value.dtype == mx.float32
    assert [gradient.dtype for gradient in gradients] == [mx.bfloat16, mx.bfloat16]
    assert value.item() == pytest.approx(wanted.item(), rel=0.02)
    for gradient, wanted_gradient in zip(gradients, wanted_gradients, strict=True):
        scale = mx.abs(wanted_gradient).max().item()
        assert mx.abs(gradient.astype(mx.float32) - wanted_gradient).max().item() < 0.03 * scale


@pytest.mark.parametrize("count", [1, 64, N])
def test_token_losses_equal_those_of_mlx(count):
    hidden, weight, targets = example()
    losses = token_losses(hidden[:count], weight, targets[:count])
    assert (losses.shape, losses.dtype) == ((count,), mx.float32)
    assert_close(losses, nn.losses.cross_entropy(hidden[:count] @ weight.T, targets[:count]))


def test_token_losses_compile():
    hidden, weight, targets = example()
    losses = compile_step(token_losses)(hidden, weight, targets)
    assert_close(losses, token_losses(hidden, weight, targets))


def test_chunks_are_never_tiny():
    assert chunk_length(10**9) == 64


def peak_megabytes(function, *arrays) -> float:
    function = compile_step(function)  # as it is used: uncompiled, more is held
    mx.eval(arrays, function(*arrays))
    mx.synchronize()
    before = mx.get_active_memory()
    mx.reset_peak_memory()
    mx.eval(function(*arrays))
    return (mx.get_peak_memory() - before) / 2**20


@pytest.mark.parametrize("function", ["training", "validation"])
def test_all_logits_are_never_held(monkeypatch, function):
    for name in ("CHUNK_ELEMENTS_CPU", "CHUNK_ELEMENTS_GPU"):
        monkeypatch.setattr(loss, name, 2**18)
    count, vocab_size = 4096, 2048
    hidden, weight = mx.ones((count, 4)), mx.random.normal((vocab_size, 4))
    targets = mx.arange(count) % vocab_size
    if function == "training":
        weights = mx.ones((count,))
        graded = mx.value_and_grad(fused_cross_entropy, argnums=(0, 1))
        peak = peak_megabytes(graded, hidden, weight, targets, weights)
    else:
        peak = peak_megabytes(token_losses, hidden, weight, targets)
    all_logits = count * vocab_size * 4 / 2**20  # 32 MB
    assert peak < all_logits / 2
