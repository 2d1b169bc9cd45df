"""inference/fused.py: the rearranged llama predicts what the model does."""

import mlx.core as mx
import numpy as np
import pytest
from tiny_models import gpt_bigcode, llama, random_model, tiny_tokenizer

from bashcoder_mlx.inference import decode, fused, sampling
from bashcoder_mlx.inference.beam import beam_search

WIDE = {"hidden_size": 64, "intermediate_size": 192, "max_position_embeddings": 256}
SHAPES = {
    "grouped": {},
    "every head its own": {"num_key_value_heads": 4},
    "one key head, wide heads": {"num_key_value_heads": 1, "head_dim": 32},
    "untied": {"tie_word_embeddings": False},
    "other rotations": {"rope_theta": 500.0, "rms_norm_eps": 1e-3},
}


def model_of(shape: dict, vocab_size: int = 130):
    return random_model(llama(vocab_size, **WIDE, **shape), scale=0.2)


def both(model, prompts) -> list:
    """The steps after a prefill by the model itself, and by the arranged one."""
    steps = []
    for make in (decode._Steps, lambda m, cache: fused.FusedSteps(fused.FusedLlama(m), cache)):
        cache = model.make_cache()
        mx.eval(model.hidden_states(mx.array(prompts), cache))
        steps.append(make(model, cache))
    return steps


def assert_close(actual: mx.array, expected: mx.array) -> None:
    assert actual.shape == expected.shape
    np.testing.assert_allclose(np.array(actual), np.array(expected), rtol=1e-4, atol=2e-4)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
@pytest.mark.parametrize("rows", [1, 3])
def test_the_logits_are_those_of_the_model(shape, rows):
    draw = np.random.default_rng(0)
    plain, arranged = both(model_of(shape), draw.integers(4, 130, (rows, 7)))
    for _ in range(90):  # past the first storage and the first block of rotations
        tokens = mx.array(draw.integers(4, 130, rows))
        assert_close(arranged.step(tokens), plain.step(tokens))


def test_rows_are_selected_repeated_and_dropped():
    plain, arranged = both(model_of({}), [[5, 6], [7, 8], [9, 10]])
    for rows in ([2, 2, 0], [1, 0], [0, 0, 0, 1], [3]):
        chosen, tokens = mx.array(rows), mx.arange(4, 4 + len(rows))
        plain.select(chosen)
        arranged.select(chosen)
        assert_close(arranged.step(tokens), plain.step(tokens))


@pytest.mark.parametrize(
    "config",
    [
        llama(48),  # too narrow for blocks
        llama(48, **WIDE, attention_bias=True),
        llama(48, **WIDE, mlp_bias=True),
        gpt_bigcode(48),
    ],
    ids=["narrow", "attention bias", "mlp bias", "gpt_bigcode"],
)
def test_other_models_are_decoded_as_they_are(config):
    assert not fused.fits(random_model(config))
    assert fused.fits(model_of({}))


def test_half_precision_and_a_gpu_are_left_to_mlx(monkeypatch):
    model = model_of({})
    monkeypatch.setattr(fused, "on_gpu", lambda: True)
    assert not fused.fits(model)
    monkeypatch.undo()
    model.set_dtype(mx.bfloat16)
    assert not fused.fits(model)


def test_a_model_is_arranged_once_and_again_after_an_update():
    model = model_of({})
    first = fused.arranged(model)
    assert fused.arranged(model) is first
    gain = model.model.norm
    gain.weight = 2 * gain.weight
    assert fused.arranged(model) is not first


@pytest.mark.parametrize("count", [1, 3])
def test_beams_are_those_of_the_plain_decoder(monkeypatch, count):
    tokenizer = tiny_tokenizer()
    model = model_of({}, tokenizer.vocab_size)
    found = beam_search(model, tokenizer, [5, 6, 7], count, 40)
    monkeypatch.setattr(decode, "fits", lambda model: False)
    plain = beam_search(model, tokenizer, [5, 6, 7], count, 40)
    assert [g.token_ids for g in found] == [g.token_ids for g in plain]
    expected = [g.log_probability for g in plain]
    assert [g.log_probability for g in found] == pytest.approx(expected, rel=1e-4)


@pytest.mark.parametrize("count", [1, 5, 63, 64, 130])
@pytest.mark.parametrize("width", [130, 640, 4096])
def test_the_largest_are_found_in_their_groups(width, count):
    rows = mx.random.normal((3, width), key=mx.random.key(count))
    found = np.sort(np.array(decode._largest(rows, count)), axis=-1)
    expected = np.sort(np.argsort(-np.array(rows), axis=-1)[:, :count], axis=-1)
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("limit", [1, 2, 30])
def test_greedy_takes_the_likeliest_token_each_time(limit):
    tokenizer = tiny_tokenizer()
    model = model_of({}, tokenizer.vocab_size)
    (greedy,) = sampling.sample(model, tokenizer, [5, 6], max_tokens=limit, temperature=0)
    ids, total = [5, 6], 0.0
    for _ in range(limit):
        logits = model(mx.array([ids]))[0, -1]
        ids.append(logits.argmax().item())
        total += (logits[ids[-1]] - mx.logsumexp(logits)).item()
        if ids[-1] == tokenizer.eos_id:
            break
    assert greedy.token_ids == tuple(i for i in ids[2:] if i != tokenizer.eos_id)
    assert greedy.log_probability == pytest.approx(total, rel=1e-4)
