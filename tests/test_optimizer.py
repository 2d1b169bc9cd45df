"""training/optimizer.py and schedule.py: who updates what, decay, clipping, state, rates."""

import math

import mlx.core as mx
import numpy as np
import pytest
from mlx.utils import tree_flatten, tree_map, tree_unflatten
from tiny_models import gpt_bigcode, llama, random_model

from bashcoder_mlx.training import optimizer as module
from bashcoder_mlx.training.optimizer import MUON_RATE, Optimizer, uses_muon
from bashcoder_mlx.training.recipe import OptimizerSettings, Source, Stage
from bashcoder_mlx.training.schedule import rate_factor

RATE = 1e-2
ONE = mx.array(1.0)


def settings(**options) -> OptimizerSettings:
    return OptimizerSettings(**({"learning_rate": RATE, "weight_decay": 0.0} | options))


def tree(**arrays) -> dict:
    return tree_unflatten([(name.replace("__", "."), array) for name, array in arrays.items()])


def example() -> dict:
    """Two matrices of a block, an embedding, a bias."""
    return tree(
        block__weight=mx.random.normal((6, 4), key=mx.random.key(0)),
        block__wider=mx.random.normal((4, 6), key=mx.random.key(3)),
        embed_tokens__weight=mx.random.normal((9, 4), key=mx.random.key(1)),
        block__bias=mx.random.normal((6,), key=mx.random.key(2)),
    )


def gradients(parameters: dict, step: int = 0, scale: float = 1e-3) -> dict:
    """Small enough not to be clipped."""
    keys = iter(mx.random.split(mx.random.key(100 + step), 50))
    return tree_map(lambda p: scale * mx.random.normal(p.shape, key=next(keys)), parameters)


def flat(parameters: dict) -> dict:
    return {name: np.array(array) for name, array in tree_flatten(parameters)}


# Who updates what


@pytest.mark.parametrize(
    "config", [llama(40, tie_word_embeddings=False), gpt_bigcode(40, tie_word_embeddings=False)]
)
def test_muon_updates_the_matrices_of_blocks_only(config):
    parameters = tree_flatten(random_model(config).parameters())
    chosen = {name for name, parameter in parameters if uses_muon(name, parameter)}
    in_blocks = {n for n, p in parameters if (".layers." in n or ".h." in n) and p.ndim == 2}
    assert chosen == in_blocks
    assert len(chosen) == (14 if config["model_type"] == "llama" else 8)


@pytest.mark.parametrize("name", ["muon", "adamw"])
def test_every_parameter_moves(name):
    parameters = random_model(llama(40)).trainable_parameters()
    optimizer = Optimizer(settings(name=name), parameters)
    new, _ = optimizer.update(gradients(parameters), parameters, ONE)
    before, after = flat(parameters), flat(new)
    assert before.keys() == after.keys()
    assert all((before[name] != after[name]).any() for name in before)


def test_the_first_adamw_step_has_the_size_of_its_rate():
    parameters = example()
    gradient = gradients(parameters, scale=1.0)
    optimizer = Optimizer(settings(name="adamw", clip=1e6), parameters)
    new, _ = optimizer.update(gradient, parameters, ONE)
    for name, moved in flat(tree_map(mx.subtract, parameters, new)).items():
        expected = RATE * np.sign(flat(gradient)[name])
        np.testing.assert_allclose(moved, expected, rtol=0.01)


def test_a_muon_step_is_orthogonal_and_has_the_size_of_its_rate():
    parameters = tree_map(mx.zeros_like, example())
    optimizer = Optimizer(settings(name="muon"), parameters)
    new, _ = optimizer.update(gradients(parameters), parameters, ONE)
    singular = np.linalg.svd(flat(new)["block.wider"] / (MUON_RATE * RATE), compute_uv=False)
    # Muon's five Newton-Schulz iterations bring singular values near one, not to one.
    assert singular.min() > 0.5
    assert singular.max() < 1.5


def test_with_muon_the_others_move_as_with_adamw():
    parameters = example()
    optimizers = [Optimizer(settings(name=name), parameters) for name in ("muon", "adamw")]
    updates = [flat(o.update(gradients(parameters), parameters, ONE)[0]) for o in optimizers]
    for name in ("embed_tokens.weight", "block.bias"):
        np.testing.assert_allclose(updates[0][name], updates[1][name], rtol=1e-6)
    assert not np.allclose(updates[0]["block.weight"], updates[1]["block.weight"])


@pytest.mark.parametrize("name", ["muon", "adamw"])
def test_decay_shrinks_matrices_only_and_apart_from_the_gradient(name):
    parameters = example()
    optimizer = Optimizer(settings(name=name, weight_decay=0.5), parameters)
    nothing = tree_map(mx.zeros_like, parameters)
    new, _ = optimizer.update(nothing, parameters, mx.array(0.5))
    before, after = flat(parameters), flat(new)
    for matrix in ("block.weight", "embed_tokens.weight"):
        expected = (1 - 0.5 * RATE * 0.5) * before[matrix]
        np.testing.assert_allclose(after[matrix], expected, rtol=1e-6)
    np.testing.assert_array_equal(after["block.bias"], before["block.bias"])


@pytest.mark.parametrize("name", ["muon", "adamw"])
def test_the_factor_scales_every_rate(name):
    parameters = example()
    moved = []
    for factor in (1.0, 0.25):
        optimizer = Optimizer(settings(name=name), parameters)
        new, _ = optimizer.update(gradients(parameters), parameters, mx.array(factor))
        moved.append(flat(tree_map(mx.subtract, new, parameters)))
    for key in moved[0]:
        np.testing.assert_allclose(moved[1][key], 0.25 * moved[0][key], rtol=1e-3, atol=1e-6)


# Clipping


def test_the_norm_is_of_all_gradients_before_clipping():
    parameters = example()
    gradient = gradients(parameters, scale=10.0)
    _, norm = Optimizer(settings(), parameters).update(gradient, parameters, ONE)
    expected = math.sqrt(sum((array**2).sum() for array in flat(gradient).values()))
    assert norm.item() == pytest.approx(expected, rel=1e-5)


def moments_after(scale: float, clip: float = 1.0) -> np.ndarray:
    parameters = example()
    optimizer = Optimizer(settings(name="adamw", clip=clip), parameters)
    optimizer.update(gradients(parameters, scale=scale), parameters, ONE)
    return np.array(optimizer.state[0]["block"]["bias"]["m"])


def test_gradients_over_the_limit_are_scaled_down_to_it():
    large, huge = moments_after(10.0), moments_after(1000.0)
    np.testing.assert_allclose(large, huge, rtol=1e-4)
    np.testing.assert_allclose(moments_after(10.0, clip=0.5), large / 2, rtol=1e-4)


def test_gradients_under_the_limit_are_left_alone():
    np.testing.assert_allclose(moments_after(2e-3), 2 * moments_after(1e-3), rtol=1e-5)


# State


def trained(parameters: dict, steps: range, optimizer: Optimizer) -> dict:
    for step in steps:
        parameters, _ = optimizer.update(gradients(parameters, step), parameters, ONE)
        mx.eval(parameters, optimizer.state)
    return parameters


@pytest.mark.parametrize("name", ["muon", "adamw"])
def test_state_that_went_through_a_file_gives_identical_updates(tmp_path, name):
    optimizer = Optimizer(settings(name=name), example())
    middle = trained(example(), range(3), optimizer)
    mx.save_safetensors(str(tmp_path / "state.safetensors"), dict(tree_flatten(optimizer.state)))
    expected = flat(trained(middle, range(3, 5), optimizer))

    restored = Optimizer(settings(name=name), example())
    arrays = mx.load(str(tmp_path / "state.safetensors"))
    restored.state = tree_unflatten(list(arrays.items()))
    actual = flat(trained(middle, range(3, 5), restored))
    for key in expected:
        np.testing.assert_array_equal(actual[key], expected[key])


def test_state_is_needed_for_identical_updates():
    optimizer = Optimizer(settings(), example())
    middle = trained(example(), range(3), optimizer)
    expected = flat(trained(middle, range(3, 5), optimizer))
    fresh = flat(trained(middle, range(3, 5), Optimizer(settings(), example())))
    assert any((fresh[key] != expected[key]).any() for key in expected)


def test_state_saved_on_one_kind_of_machine_is_restored_on_another(monkeypatch):
    parameters = random_model(llama(40)).trainable_parameters()
    device = mx.default_stream(mx.default_device())
    states = []
    for streams in ([device], [device, mx.new_stream(mx.default_device())]):
        monkeypatch.setattr(module, "compute_streams", lambda streams=streams: streams)
        optimizer = Optimizer(settings(), parameters)
        optimizer.update(gradients(parameters), parameters, ONE)
        states.append((optimizer, dict(tree_flatten(optimizer.state))))
    (one, one_state), (two, two_state) = states
    one.state = tree_unflatten(list(two_state.items()))
    two.state = tree_unflatten(list(one_state.items()))
    for optimizer, own in ((one, one_state), (two, two_state)):
        restored = dict(tree_flatten(optimizer.state))
        assert restored.keys() == own.keys()
        assert all(mx.array_equal(restored[name], own[name]) for name in own)


# Schedules


def stage(**options) -> Stage:
    return Stage(name="code", steps=100, data=(Source("x"),), **({"warmup_steps": 10} | options))


@pytest.mark.parametrize("schedule", ["wsd", "cosine"])
def test_the_rate_rises_in_equal_parts_to_its_peak(schedule):
    factors = [rate_factor(stage(schedule=schedule), step) for step in range(11)]
    assert factors[0] == pytest.approx(1 / 11)
    np.testing.assert_allclose(np.diff(factors), 1 / 11)
    assert factors[10] == 1.0


def test_wsd_is_constant_and_then_falls_in_equal_parts():
    factors = [rate_factor(stage(decay_share=0.4), step) for step in range(100)]
    assert set(factors[10:61]) == {1.0}
    np.testing.assert_allclose(np.diff(factors[60:]), -1 / 40)
    assert factors[-1] == pytest.approx(1 / 40)


def test_cosine_is_half_way_down_in_the_middle():
    cosine = stage(schedule="cosine")
    assert rate_factor(cosine, 55) == pytest.approx(0.5)
    assert 0 < rate_factor(cosine, 99) < 0.001


def test_wsd_without_decay_stays_at_its_peak():
    assert rate_factor(stage(decay_share=0.0), 99) == 1.0


@pytest.mark.parametrize("schedule", ["wsd", "cosine"])
@pytest.mark.parametrize("options", [{}, {"warmup_steps": 0}, {"warmup_steps": 200}])
def test_every_update_moves(schedule, options):
    chosen = stage(schedule=schedule, **options)
    assert all(0 < rate_factor(chosen, step) <= 1 for step in range(100))


@pytest.mark.parametrize("schedule", ["wsd", "cosine"])
def test_a_stage_of_one_step_has_a_rate(schedule):
    only = Stage("code", 1, (Source("x"),), schedule=schedule, warmup_steps=0)
    assert rate_factor(only, 0) == 1.0
