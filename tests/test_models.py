"""models/: logits equal to the reference implementations, the KV cache, packing, sizes."""

import mlx.core as mx
import numpy as np
import pytest
from mlx.utils import tree_flatten
from tiny_models import gpt_bigcode, llama, random_model, tiny_tokenizer

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.model_directory import write_model_directory
from bashcoder_mlx.models import build
from bashcoder_mlx.models.base import KVCache
from bashcoder_mlx.models.presets import SIZES, llama_config

VOCAB = 48
CONFIGS = {
    "llama grouped tied": (llama, {}),
    "llama untied with biases": (
        llama,
        {"tie_word_embeddings": False, "attention_bias": True, "mlp_bias": True},
    ),
    "llama one key head, wide heads": (llama, {"num_key_value_heads": 1, "head_dim": 16}),
    "gpt_bigcode tied": (gpt_bigcode, {}),
    "gpt_bigcode untied without biases": (
        gpt_bigcode,
        {"tie_word_embeddings": False, "attention_bias": False, "mlp_bias": False},
    ),
}
BOTH = {"llama": llama(VOCAB), "gpt_bigcode": gpt_bigcode(VOCAB)}
each_architecture = pytest.mark.parametrize("config", BOTH.values(), ids=BOTH.keys())


def assert_equal(actual: mx.array, expected: mx.array, tolerance: float = 1e-5) -> None:
    np.testing.assert_allclose(np.array(actual), np.array(expected), rtol=tolerance, atol=tolerance)


def random_tokens(rows: int, length: int, vocab_size: int = VOCAB) -> mx.array:
    return mx.array(np.random.default_rng(7).integers(0, vocab_size, (rows, length)))


@pytest.fixture(scope="module")
def directories(tmp_path_factory) -> dict:
    """Our model of each of `CONFIGS` with random parameters, and where it was written."""
    folder, tokenizer, made = tmp_path_factory.mktemp("models"), tiny_tokenizer(), {}
    for i, (name, (make, overrides)) in enumerate(CONFIGS.items()):
        config = make(tokenizer.vocab_size, **overrides)
        model = random_model(config, seed=i)
        weights = dict(tree_flatten(model.parameters()))
        path = write_model_directory(folder / str(i), config, weights, tokenizer)
        made[name] = (model, path)
    return made


@pytest.fixture(scope="module", params=CONFIGS)
def pair(request, directories) -> tuple:
    """Our model, and the one stock mlx-lm loads from its directory."""
    mlx_lm = pytest.importorskip("mlx_lm")
    ours, path = directories[request.param]
    return ours, mlx_lm.load(str(path))[0]


def test_logits_equal_those_of_mlx_lm(pair):
    ours, theirs = pair
    tokens = random_tokens(3, 24, ours.config.vocab_size)
    assert_equal(ours(tokens), theirs(tokens))


def test_cached_logits_equal_those_of_mlx_lm_with_its_own_cache(pair):
    from mlx_lm.models.cache import make_prompt_cache

    ours, theirs = pair
    tokens, cache, their_cache = (
        random_tokens(2, 12, ours.config.vocab_size),
        ours.make_cache(),
        make_prompt_cache(theirs),
    )
    for start, end in ((0, 7), (7, 8), (8, 12)):
        part = tokens[:, start:end]
        assert_equal(ours(part, cache=cache), theirs(part, cache=their_cache))


@pytest.mark.torch
@pytest.mark.parametrize("name", [name for name in CONFIGS if name.startswith("llama")])
def test_llama_logits_equal_those_of_transformers(directories, name):
    torch = pytest.importorskip("torch")
    from transformers import LlamaForCausalLM

    ours, path = directories[name]
    tokens = random_tokens(2, 24, ours.config.vocab_size)
    theirs = LlamaForCausalLM.from_pretrained(path, dtype=torch.float32).eval()
    with torch.no_grad():
        expected = theirs(torch.tensor(np.array(tokens))).logits.numpy()
    assert_equal(ours(tokens), expected, 1e-4)


@each_architecture
@pytest.mark.parametrize("step", [1, 5])
def test_the_cache_changes_no_logits(monkeypatch, config, step):
    monkeypatch.setattr(KVCache, "STEP", 4)  # so that it grows several times
    model, tokens = random_model(config), random_tokens(2, 16)
    cache = model.make_cache()
    parts = [model(tokens[:, :6], cache=cache)]
    parts += [model(tokens[:, i : i + step], cache=cache) for i in range(6, 16, step)]
    assert_equal(mx.concatenate(parts, axis=1), model(tokens))


@each_architecture
def test_selected_rows_continue_from_their_own_prefix(config):
    model, prompts, rows = random_model(config), random_tokens(2, 6), mx.array([1, 0, 1])
    cache = model.make_cache()
    model(prompts, cache=cache)
    for layer in cache:
        layer.select(rows)
    continuations = random_tokens(3, 4)
    stepped = [model(continuations[:, i : i + 1], cache=cache) for i in range(4)]
    whole = model(mx.concatenate([prompts[rows], continuations], axis=1))
    assert_equal(mx.concatenate(stepped, axis=1), whole[:, 6:])


@each_architecture
def test_packed_documents_do_not_see_one_another(config):
    model, tokens = random_model(config), random_tokens(2, 12)
    segments = mx.array([[1] * 5 + [2] * 4 + [0] * 3, [1] * 2 + [2] * 10])
    packed = model(tokens, segments=segments)
    for row, start, end in ((0, 0, 5), (0, 5, 9), (1, 0, 2), (1, 2, 12)):
        alone = model(tokens[row : row + 1, start:end])
        assert_equal(packed[row : row + 1, start:end], alone)


@each_architecture
def test_a_token_does_not_see_the_future(config):
    model, tokens = random_model(config), random_tokens(1, 8)
    changed = mx.concatenate([tokens[:, :5], (tokens[:, 5:] + 1) % VOCAB], axis=1)
    assert_equal(model(changed)[:, :5], model(tokens)[:, :5])


@pytest.mark.parametrize("name", CONFIGS)
def test_logits_are_hidden_states_times_the_output_weight(name):
    make, overrides = CONFIGS[name]
    model, tokens = random_model(make(VOCAB, **overrides)), random_tokens(1, 5)
    assert model.output_weight.shape[0] == VOCAB
    assert_equal(model.hidden_states(tokens) @ model.output_weight.T, model(tokens))


@each_architecture
def test_dropout_acts_in_training_only(config):
    model, plain = random_model(config | {"dropout": 0.5}), random_model(config)
    tokens = random_tokens(1, 6)
    assert_equal(model(tokens), plain(tokens))
    model.train()
    assert not mx.allclose(model(tokens), plain(tokens))


def parameter_count(config: dict) -> int:
    """Parameters of a tied llama without biases, by arithmetic."""
    width, inner = config["hidden_size"], config["intermediate_size"]
    kv_width = width * config["num_key_value_heads"] // config["num_attention_heads"]
    block = 2 * width * width + 2 * width * kv_width + 3 * width * inner + 2 * width
    return config["vocab_size"] * width + config["num_hidden_layers"] * block + width


@pytest.mark.parametrize(
    ("size", "millions"),
    [("nano", 2), ("tiny", 10), ("small", 50), ("medium", 160), ("large", 1000)],
)
def test_sizes_have_about_the_parameters_they_promise(size, millions):
    assert parameter_count(llama_config(size, 8192)) == pytest.approx(millions * 1e6, rel=0.1)


def test_the_arithmetic_counts_what_a_model_holds():
    config = llama_config("nano", 300)
    parameters = tree_flatten(build(config).parameters())
    assert sum(array.size for _, array in parameters) == parameter_count(config)


@pytest.mark.parametrize("size", SIZES)
def test_sizes_fit_the_attention_kernels(size):
    config = llama_config(size, 8192)
    head, rest = divmod(config["hidden_size"], config["num_attention_heads"])
    assert rest == 0
    assert head in (32, 64)
    assert config["num_attention_heads"] % config["num_key_value_heads"] == 0
    assert config["intermediate_size"] % 64 == 0
    assert config["intermediate_size"] >= config["hidden_size"] * 8 / 3


def test_overrides_replace_what_the_size_says():
    config = llama_config("tiny", 100, hidden_size=192, num_hidden_layers=2)
    assert (config["hidden_size"], config["num_hidden_layers"]) == (192, 2)
    assert config["intermediate_size"] == 512


def test_an_unknown_size_lists_the_sizes():
    with pytest.raises(InputError, match="'huge': use one of nano, tiny, small, medium, large"):
        llama_config("huge", 100)


@pytest.mark.parametrize("model_type", ["mamba", None, ["llama"]])
def test_an_unknown_architecture_lists_the_architectures(model_type):
    with pytest.raises(InputError, match="unknown architecture.*llama, gpt_bigcode"):
        build({"model_type": model_type})


def test_every_missing_field_is_named_at_once():
    config = llama(VOCAB)
    del config["hidden_size"], config["rms_norm_eps"]
    with pytest.raises(InputError, match="lacks hidden_size, rms_norm_eps"):
        build(config)


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        (llama(VOCAB, num_attention_heads=5), "num_attention_heads does not divide"),
        (llama(VOCAB, num_key_value_heads=3), "num_key_value_heads does not divide"),
        (llama(VOCAB, num_attention_heads=32, num_key_value_heads=32), "even head_dim"),
        (llama(VOCAB, rope_scaling={"type": "linear", "factor": 2.0}), "rope_scaling"),
        (llama(VOCAB, rope_parameters={"rope_type": "yarn"}), "rope_type"),
        (gpt_bigcode(VOCAB, n_head=5), "n_head does not divide"),
        (gpt_bigcode(VOCAB, multi_query=True), "multi_query must be false"),
        ({k: v for k, v in gpt_bigcode(VOCAB).items() if k != "multi_query"}, "multi_query"),
    ],
)
def test_a_contradictory_config_is_refused(config, reason):
    with pytest.raises(InputError, match=reason):
        build(config)


def test_the_base_frequency_is_read_where_transformers_5_writes_it():
    config = llama(VOCAB, rope_parameters={"rope_type": "default", "rope_theta": 5000.0})
    assert build(config).config.rope_theta == 5000.0


@pytest.mark.parametrize(
    "config",
    [
        llama(VOCAB, hidden_size="32"),
        llama(VOCAB, num_attention_heads=0),
        llama(VOCAB, num_key_value_heads=0),
        llama(VOCAB, num_hidden_layers=0),
        llama(VOCAB, hidden_size=32.0),
        llama(-1),
        llama(VOCAB, dropout=1.0),
        gpt_bigcode(VOCAB, n_head=0),
        gpt_bigcode(VOCAB, n_layer="two"),
    ],
    ids=lambda config: None,
)
def test_a_field_of_a_wrong_type_or_range_is_refused(config):
    with pytest.raises(InputError, match=r"not a usable value|dropout must be below 1"):
        build(config)
