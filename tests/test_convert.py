"""llm-from-scratch checkpoints become model directories with the same logits and the same ids."""

import json
import math
from pathlib import Path

import mlx.core as mx
import numpy as np
import pytest
from click.testing import CliRunner
from pt_files import write_pt, write_state

import bashcoder_mlx
from bashcoder_mlx.cli.convert import command
from bashcoder_mlx.conversion import convert
from bashcoder_mlx.conversion.torch_reader import read_structure, read_tensors
from bashcoder_mlx.conversion.vocabulary import read_tokenizer
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.model_directory import load_model_directory

SAMPLES = Path(__file__).parent.parent.parent / "shared" / "checkpoints"
CHARACTERS = {"<PAD>": 0, "<BOS>": 1, "<EOS>": 2, "<UNK>": 3, "a": 4, "b": 5, " ": 6, "\n": 7}
WIDTH, INNER, CONTEXT, VOCAB, HEADS, BLOCKS = 8, 16, 12, len(CHARACTERS), 2, 2
CONFIG = {"n_heads": HEADS, "layer_norm_eps": 1e-5, "vocab_size": VOCAB}


@pytest.fixture(scope="module")
def samples() -> Path:
    if not SAMPLES.is_dir():
        pytest.skip("the sample checkpoints are not on this machine")
    return SAMPLES


@pytest.fixture(scope="module")
def converted(samples, tmp_path_factory):
    out = tmp_path_factory.mktemp("converted")
    convert(samples / "char-pt" / "best_model.pt", out / "char-pt")
    convert(samples / "bpe-mlx" / "step_5000.npz", out / "bpe-mlx", num_heads=4)
    return out


@pytest.fixture
def weights() -> dict[str, np.ndarray]:
    """A tied network of the PyTorch kind, biases included."""
    random = np.random.default_rng(0)
    shapes = {"token_embedding.weight": (VOCAB, WIDTH), "pos_embedding.weight": (CONTEXT, WIDTH)}
    for block in range(BLOCKS):
        rows = {"attn.qkv_proj": 3 * WIDTH, "attn.out_proj": WIDTH, "ff.fc1": INNER}
        for name, size in (rows | {"ff.fc2": WIDTH}).items():
            shapes[f"blocks.{block}.{name}.weight"] = (size, INNER if name == "ff.fc2" else WIDTH)
            shapes[f"blocks.{block}.{name}.bias"] = (size,)
        for name in ("ln1", "ln2"):
            shapes[f"blocks.{block}.{name}.weight"] = shapes[f"blocks.{block}.{name}.bias"] = (
                WIDTH,
            )
    shapes["ln_f.weight"] = shapes["ln_f.bias"] = (WIDTH,)
    arrays = {name: random.normal(size=shape).astype("<f4") for name, shape in shapes.items()}
    for block in range(BLOCKS):
        arrays[f"blocks.{block}.attn.causal_mask"] = np.tri(CONTEXT, dtype="<f4")[None, None]
    return arrays | {"lm_head.weight": arrays["token_embedding.weight"]}


@pytest.fixture
def tokenizer(tmp_path) -> Path:
    folder = tmp_path / "tokenizer"
    folder.mkdir()
    (folder / "vocab.json").write_text(json.dumps({"vocab": CHARACTERS}))
    return folder


@pytest.fixture
def pt(tmp_path, tokenizer):
    """Writes weights as a .pt beside a tokenizer."""
    return lambda weights, config=CONFIG, **options: write_state(
        tmp_path / "best_model.pt", weights, config, **options
    )


def logits_of(folder, ids=(1, 4, 5, 6)) -> np.ndarray:
    model = load_model_directory(folder).model
    return np.array(model(mx.array(np.array(ids))[None])[0])


def reference_logits(weights, ids, heads=HEADS, blocks=BLOCKS) -> np.ndarray:
    """llm-from-scratch's PyTorch network, written out in float64 from its description."""

    def linear(x, name):
        return x @ weights[f"{name}.weight"].astype(float).T + weights[f"{name}.bias"]

    def norm(x, name):
        x = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + 1e-5)
        return x * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def attend(x, name):
        parts = linear(x, f"{name}.qkv_proj").reshape(len(ids), 3, heads, -1)
        queries, keys, values = parts.transpose(1, 2, 0, 3)  # each (H, T, D)
        scores = queries @ keys.transpose(0, 2, 1) / math.sqrt(keys.shape[-1])
        scores = np.exp(np.where(np.tri(len(ids)), scores, -np.inf))
        mixed = scores / scores.sum(-1, keepdims=True) @ values
        return linear(mixed.transpose(1, 0, 2).reshape(len(ids), -1), f"{name}.out_proj")

    gelu = np.vectorize(lambda x: x * (1 + math.erf(x / math.sqrt(2))) / 2)
    x = weights["token_embedding.weight"][ids] + weights["pos_embedding.weight"][: len(ids)]
    for name in (f"blocks.{block}" for block in range(blocks)):
        x = x + attend(norm(x, f"{name}.ln1"), f"{name}.attn")
        x = x + linear(gelu(linear(norm(x, f"{name}.ln2"), f"{name}.ff.fc1")), f"{name}.ff.fc2")
    return norm(x, "ln_f") @ weights["lm_head.weight"].T


def refusal(checkpoint, tmp_path, **options) -> str:
    with pytest.raises(InputError) as error:
        convert(checkpoint, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()
    return str(error.value)


# The samples: made by llm-from-scratch's own trainers.


# The reference of char-pt was made with other weights than its best_model.pt holds: a last layer
# without bias, as this network's is, can only give logits in the span of its matrix, and they lie
# 3e-2 outside the span of the file's lm_head (those of bpe-mlx: 6e-7). The NumPy network below,
# given the weights of the file, is what that sample is held to instead, as closely.
OTHER_WEIGHTS = pytest.mark.xfail(
    reason="expected_logits.npz of char-pt was not made with the weights in best_model.pt"
)


@pytest.mark.parametrize("name", [pytest.param("char-pt", marks=OTHER_WEIGHTS), "bpe-mlx"])
def test_sample_logits_are_equal(samples, converted, name):
    expected = np.load(samples / name / "expected_logits.npz")
    actual = logits_of(converted / name, expected["input_ids"])
    np.testing.assert_allclose(actual, expected["logits"], atol=1e-4, rtol=0)


def test_sample_logits_are_those_of_the_weights_in_the_file(samples, converted):
    path = samples / "char-pt" / "best_model.pt"
    weights = read_tensors(path, read_structure(path)["model_state_dict"])
    ids = np.load(samples / "char-pt" / "expected_logits.npz")["input_ids"]
    expected = reference_logits(weights, ids, heads=4, blocks=2)
    np.testing.assert_allclose(logits_of(converted / "char-pt", ids), expected, atol=1e-4, rtol=0)


def test_sample_greedy_ids_are_equal(samples, converted):
    expected = json.loads((samples / "char-pt" / "expected_greedy.json").read_text())
    loaded = load_model_directory(converted / "char-pt")
    ids = list(expected["prompt_ids"])
    while len(ids) < len(expected["greedy_ids"]):
        ids.append(int(loaded.model(mx.array([ids]))[0, -1].argmax()))
    assert ids == expected["greedy_ids"]
    assert loaded.tokenizer.decode(ids) == expected["text"]
    assert [1, *loaded.tokenizer.encode("#!/bin/bash")] == expected["prompt_ids"]


def test_sample_token_ids_are_equal(samples, converted):
    tokenizer = load_model_directory(converted / "bpe-mlx").tokenizer
    for case in json.loads((samples / "bpe-mlx" / "expected_tokens.json").read_text()):
        assert tokenizer.encode(case["text"]) == case["ids"]
        assert tokenizer.decode(case["ids"]) == case["decoded"]


@pytest.mark.parametrize("name", ["char-pt", "bpe-mlx"])
def test_stock_mlx_lm_loads_the_samples(samples, converted, name):
    mlx_lm = pytest.importorskip("mlx_lm")
    ids = np.load(samples / name / "expected_logits.npz")["input_ids"]
    model, tokenizer = mlx_lm.load(str(converted / name))
    actual = np.array(model(mx.array(ids)[None])[0])
    np.testing.assert_allclose(actual, logits_of(converted / name, ids), atol=1e-5, rtol=0)
    ours = load_model_directory(converted / name).tokenizer
    text = "#!/bin/bash\n  ls -la | grep 'x'\n\techo <|unk|> <UNK> é"
    assert tokenizer.encode(text, add_special_tokens=False) == ours.encode(text)
    assert tokenizer.eos_token_id == ours.eos_id


def test_an_answer_streamed_by_mlx_lm_keeps_its_spaces(converted):
    mlx_lm = pytest.importorskip("mlx_lm")
    _, tokenizer = mlx_lm.load(str(converted / "bpe-mlx"))
    detokenizer = tokenizer.detokenizer
    for token in tokenizer.encode("  for f in", add_special_tokens=False):
        detokenizer.add_token(token)
    detokenizer.finalize()
    assert detokenizer.text == "  for f in"


@pytest.mark.torch
def test_the_sample_is_read_as_torch_reads_it(samples, converted):
    torch = pytest.importorskip("torch")
    path = samples / "char-pt" / "best_model.pt"
    state = torch.load(path, weights_only=True)["model_state_dict"]
    model = load_model_directory(converted / "char-pt").model
    np.testing.assert_array_equal(
        np.array(model.transformer.h[1].mlp.c_fc.weight), state["blocks.1.ff.fc1.weight"].numpy()
    )


# Small networks of our own.


def test_every_tensor_arrives_under_its_new_name(weights, pt, tmp_path):
    model = load_model_directory(convert(pt(weights), tmp_path / "out")).model
    block, source = model.transformer.h[1], "blocks.1."
    pairs = {
        "token_embedding.weight": model.transformer.wte.weight,
        "pos_embedding.weight": model.transformer.wpe.weight,
        "ln_f.bias": model.transformer.ln_f.bias,
        source + "ln1.weight": block.ln_1.weight,
        source + "ln2.bias": block.ln_2.bias,
        source + "attn.qkv_proj.weight": block.attn.c_attn.weight,
        source + "attn.out_proj.bias": block.attn.c_proj.bias,
        source + "ff.fc1.weight": block.mlp.c_fc.weight,
        source + "ff.fc2.weight": block.mlp.c_proj.weight,
    }
    for name, array in pairs.items():
        np.testing.assert_array_equal(np.array(array), weights[name], err_msg=name)


def test_the_logits_are_those_of_the_network_described(weights, pt, tmp_path):
    ids = np.array([1, 4, 5, 6, 7, 2])
    actual = logits_of(convert(pt(weights), tmp_path / "out"), ids)
    np.testing.assert_allclose(actual, reference_logits(weights, ids), atol=1e-4, rtol=0)


def test_the_configuration_comes_from_the_tensors(weights, pt, tmp_path):
    config = load_model_directory(convert(pt(weights), tmp_path / "out")).config
    expected = {
        **{"n_embd": WIDTH, "n_layer": BLOCKS, "n_inner": INNER, "n_head": HEADS},
        **{"n_positions": CONTEXT, "vocab_size": VOCAB, "tie_word_embeddings": True},
        **{"attention_bias": True, "mlp_bias": True, "multi_query": False, "tasks": []},
    }
    assert expected.items() <= config.items()


def test_the_layer_norm_epsilon_is_kept(weights, pt, tmp_path):
    out = convert(pt(weights, CONFIG | {"layer_norm_eps": 1e-3}), tmp_path / "out")
    assert load_model_directory(out).config["layer_norm_epsilon"] == 1e-3


def test_an_untied_head_is_kept(weights, pt, tmp_path):
    weights["lm_head.weight"] = weights["lm_head.weight"] + 1
    loaded = load_model_directory(convert(pt(weights), tmp_path / "out"))
    assert loaded.config["tie_word_embeddings"] is False
    np.testing.assert_array_equal(np.array(loaded.model.lm_head.weight), weights["lm_head.weight"])


def test_a_head_equal_to_the_embedding_is_tied_though_stored_twice(weights, pt, tmp_path):
    weights["lm_head.weight"] = weights["lm_head.weight"].copy()
    loaded = load_model_directory(convert(pt(weights), tmp_path / "out"))
    assert loaded.config["tie_word_embeddings"] is True


@pytest.mark.parametrize("part", ["attn", "ff"])
def test_biases_are_optional(weights, pt, tmp_path, part):
    kept = {n: a for n, a in weights.items() if not (f".{part}." in n and n.endswith(".bias"))}
    config = load_model_directory(convert(pt(kept), tmp_path / "out")).config
    assert (config["attention_bias"], config["mlp_bias"]) == (part != "attn", part != "ff")


@pytest.mark.parametrize("prefix", ["_orig_mod.", "module.", "_orig_mod.module."])
def test_prefixes_are_stripped(weights, pt, tmp_path, prefix):
    plain = logits_of(convert(pt(weights), tmp_path / "plain"))
    prefixed = {prefix + name: array for name, array in weights.items()}
    np.testing.assert_array_equal(logits_of(convert(pt(prefixed), tmp_path / "out")), plain)


def test_a_plain_dict_of_weights_is_accepted(weights, pt, tmp_path):
    plain = logits_of(convert(pt(weights), tmp_path / "plain"))
    np.testing.assert_array_equal(
        logits_of(convert(pt(weights, wrap=dict), tmp_path / "out")), plain
    )


@pytest.fixture
def npz(weights, tmp_path, tokenizer):
    """The network that PyTorch's is after folding, as an MLX .npz."""
    names = {
        "token_embedding.weight": "token_embedding.embedding.weight",
        "pos_embedding.weight": "pos_embedding.position_embedding.weight",
    }
    arrays = {names.get(n, n): a for n, a in weights.items() if "causal_mask" not in n}
    arrays[names["token_embedding.weight"]] = weights["token_embedding.weight"] / math.sqrt(WIDTH)
    path = tmp_path / "step_1.npz"
    np.savez(path, **arrays)
    return path


def test_the_scale_of_an_mlx_embedding_is_folded_in(weights, pt, npz, tmp_path):
    plain = logits_of(convert(pt(weights), tmp_path / "plain"))
    scaled = logits_of(convert(npz, tmp_path / "out", num_heads=HEADS))
    np.testing.assert_allclose(scaled, plain, atol=1e-5)


def test_bfloat16_written_by_mlx_is_read(weights, npz, tmp_path):
    arrays = {name: mx.array(array) for name, array in np.load(npz).items()}
    mx.savez(str(npz), **{name: array.astype(mx.bfloat16) for name, array in arrays.items()})
    loaded = load_model_directory(convert(npz, tmp_path / "out", num_heads=HEADS))
    expected = arrays["lm_head.weight"].astype(mx.bfloat16).astype(mx.float32)
    assert mx.array_equal(loaded.model.lm_head.weight, expected)


def test_an_npz_needs_the_number_of_heads(npz, tmp_path):
    message = refusal(npz, tmp_path)
    assert "--num-heads" in message
    assert message.endswith("1, 2, 4, 8")


@pytest.mark.parametrize("config", [None, {"d_model": WIDTH}])
def test_a_pt_without_its_heads_needs_them(weights, pt, tmp_path, config):
    path = pt(weights, config)
    assert "--num-heads" in refusal(path, tmp_path)
    assert convert(path, tmp_path / "out", num_heads=HEADS).is_dir()


@pytest.mark.parametrize("heads", [3, 0, -2])
def test_heads_must_divide_the_width(npz, tmp_path, heads):
    assert "1, 2, 4, 8" in refusal(npz, tmp_path, num_heads=heads)


def test_heads_that_contradict_the_checkpoint_are_refused(weights, pt, tmp_path):
    assert "contradicts" in refusal(pt(weights), tmp_path, num_heads=HEADS * 2)


@pytest.mark.parametrize("config", [{"n_heads": "two"}, CONFIG | {"layer_norm_eps": "x"}])
def test_nonsense_in_the_configuration_is_refused(weights, pt, tmp_path, config):
    refusal(pt(weights, config), tmp_path)


def test_all_faulty_tensors_are_named_at_once(weights, pt, tmp_path):
    del weights["ln_f.bias"], weights["blocks.0.ln1.weight"]
    weights["blocks.1.attn.rotary"] = np.ones(3, "<f4")
    weights["blocks.1.attn.out_proj.weight"] = np.ones((WIDTH, WIDTH + 1), "<f4")
    weights["blocks.0.ln2.bias"] = np.array([np.nan] * WIDTH, "<f4")
    weights["ln_f.weight"] = np.array([np.inf] * WIDTH, "<f4")
    message = refusal(pt(weights), tmp_path)
    for expected in (
        "missing ln_f.bias",
        "missing blocks.0.ln1.weight",
        "unexpected blocks.1.attn.rotary",
        "blocks.1.attn.out_proj.weight is [8, 9], not [8, 8]",
        "blocks.0.ln2.bias has NaN",
        "ln_f.weight has NaN or inf",
    ):
        assert expected in message


@pytest.mark.parametrize("start", ["blocks.", "blocks.0.", "pos_embedding"])
def test_missing_parts_are_named(weights, pt, tmp_path, start):
    kept = {name: array for name, array in weights.items() if not name.startswith(start)}
    assert f"missing {start}" in refusal(pt(kept), tmp_path)


def test_integer_weights_are_refused(npz, tmp_path):
    arrays = dict(np.load(npz)) | {"ln_f.bias": np.ones(WIDTH, np.int8)}
    np.savez(npz, **arrays)
    assert "ln_f.bias holds int8" in refusal(npz, tmp_path, num_heads=HEADS)


def test_a_tensor_given_twice_is_refused(weights, pt, tmp_path):
    weights["module.ln_f.bias"] = weights["ln_f.bias"].copy()
    assert "ln_f.bias twice" in refusal(pt(weights), tmp_path)


@pytest.mark.parametrize("content", [{"step": 1}, {"model_state_dict": 5}, [1], 3, "text"])
def test_a_pt_without_weights_is_refused(tmp_path, content):
    assert "model_state_dict" in refusal(write_pt(tmp_path / "x.pt", content), tmp_path)


def test_another_architecture_is_refused(tmp_path):
    path = write_state(tmp_path / "x.pt", {"encoder.weight": np.ones((2, 2), "<f4")}, None)
    message = refusal(path, tmp_path)
    assert "no llm-from-scratch checkpoint" in message
    assert "encoder.weight" in message


def test_pickled_objects_in_an_npz_are_refused(tmp_path):
    path = tmp_path / "x.npz"
    np.savez(path, x=np.array([{}], object))
    assert "allow_pickle" in refusal(path, tmp_path, num_heads=1)


def test_a_compressed_npz_is_refused(tmp_path):
    path = tmp_path / "x.npz"
    np.savez_compressed(path, x=np.zeros(100_000))
    assert "compressed" in refusal(path, tmp_path, num_heads=1)


@pytest.mark.parametrize("name", ["x.npz", "x.pt"])
@pytest.mark.parametrize("content", [b"", b"text", b"PK\x03\x04"])
def test_other_files_are_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert name in refusal(tmp_path / name, tmp_path)


def test_a_missing_checkpoint_is_refused(tmp_path):
    assert "does not exist" in refusal(tmp_path / "x.pt", tmp_path)


def test_an_existing_output_is_left_alone(weights, pt, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "precious").write_text("x")
    with pytest.raises(InputError, match="exists already"):
        convert(pt(weights), out)
    assert [file.name for file in out.iterdir()] == ["precious"]


# Tokenizers.


def test_characters_are_encoded_one_by_one(tokenizer):
    tokens = read_tokenizer(tokenizer)
    assert tokens.encode("ab \n<EOS>é") == [4, 5, 6, 7, 3, 3, 3, 3, 3, 3]
    assert tokens.decode([1, 4, 5, 3, 6, 7, 2]) == "ab \n"
    assert (tokens.pad_id, tokens.bos_id, tokens.eos_id, tokens.unk_id) == (0, 1, 2, 3)


BYTE_PAIRS = {"<|pad|>": 0, "<|endoftext|>": 1, "<|unk|>": 2, "<|bos|>": 3, "a": 4, "b": 5, "Ġ": 6}
BYTE_PAIRS |= {"'": 7, "S": 8, "ab": 9, "Ġab": 10, "'S": 11, "bab": 12}
MERGES = [("a", "b"), ("Ġ", "ab"), ("'", "S"), ("b", "ab")]


@pytest.fixture
def byte_pairs(tmp_path):
    folder = tmp_path / "tokenizer_model"
    folder.mkdir()
    (folder / "vocab.json").write_text(json.dumps({"token_to_id": BYTE_PAIRS}))
    merges = [{"pair": pair, "token": "".join(pair)} for pair in MERGES]
    (folder / "merges.json").write_text(json.dumps({"merges": merges, "vocab_size": 600}))
    return folder


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("ab ab", [9, 10]),
        ("bab", [12]),
        ("  ab", [6, 10]),
        ("ab'S", [9, 11]),
        ("\tab", [2, 9]),
        ("é", [2, 2]),
        ("<|unk|>", [2] * 2 + [2] * 3 + [2] * 2),
    ],
)
def test_byte_pairs(byte_pairs, text, ids):
    assert read_tokenizer(byte_pairs).encode(text) == ids


def test_unknown_bytes_are_spelled_out(byte_pairs):
    tokens = read_tokenizer(byte_pairs)
    assert tokens.decode([3, 6, 9, 2, 10, 1]) == " ab<|unk|> ab"


def test_a_tokenizer_survives_its_directory(byte_pairs, tmp_path):
    tokens = read_tokenizer(byte_pairs)
    tokens.save(tmp_path / "saved")
    again = type(tokens).load(tmp_path / "saved")
    assert again.encode("ab\tab'S") == tokens.encode("ab\tab'S") == [9, 2, 9, 11]
    assert again.decode([6, 9, 2]) == " ab<|unk|>"


def test_byte_pairs_without_merges_are_refused(byte_pairs):
    (byte_pairs / "merges.json").unlink()
    with pytest.raises(InputError, match=r"merges\.json"):
        read_tokenizer(byte_pairs)


@pytest.mark.parametrize("merges", ["[]", '{"merges": [{"pair": ["a", "zzz"]}]}', '{"merges": 3}'])
def test_merges_that_do_not_fit_are_refused(byte_pairs, merges):
    (byte_pairs / "merges.json").write_text(merges)
    with pytest.raises(InputError, match=r"merges\.json"):
        read_tokenizer(byte_pairs)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[1]",
        "{}",
        '{"vocab": {"a": 0}}',
        '{"vocab": {"<PAD>": 0, "<BOS>": 1, "<EOS>": 2, "<UNK>": 4}}',
        '{"vocab": {"<PAD>": 0, "<BOS>": 1, "<EOS>": 2, "<UNK>": 2}}',
        '{"vocab": {"<PAD>": 0, "<BOS>": 1, "<EOS>": 2, "<UNK>": "3"}}',
        "[" * 100_000,
    ],
)
def test_damaged_vocabularies_are_refused(tokenizer, content):
    (tokenizer / "vocab.json").write_text(content)
    with pytest.raises(InputError, match=r"vocab\.json"):
        read_tokenizer(tokenizer)


def test_the_tokenizer_beside_the_checkpoint_must_be_the_only_one(
    weights, pt, byte_pairs, tmp_path
):
    path = pt(weights)
    assert "choose one with --tokenizer" in refusal(path, tmp_path)
    assert convert(path, tmp_path / "out", tokenizer=tmp_path / "tokenizer").is_dir()


def test_without_a_tokenizer_the_option_is_named(weights, tmp_path):
    path = write_state(tmp_path / "best_model.pt", weights, CONFIG)
    assert "--tokenizer DIR" in refusal(path, tmp_path)


def test_a_tokenizer_larger_than_the_model_is_refused(weights, pt, tokenizer, tmp_path):
    (tokenizer / "vocab.json").write_text(json.dumps({"vocab": CHARACTERS | {"z": VOCAB}}))
    assert "9 tokens" in refusal(pt(weights), tmp_path)


# The ways to call it.


def test_the_documented_function_is_still_a_function_once_imported(weights, pt, tmp_path):
    assert bashcoder_mlx.convert(pt(weights), tmp_path / "out") == tmp_path / "out"


def test_the_command_prints_the_folder_it_made(weights, pt, tmp_path):
    result = CliRunner().invoke(command, [str(pt(weights)), str(tmp_path / "out dir")])
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{tmp_path / 'out dir'}\n"
    assert "2 layers, 8 wide, 2 heads" in result.stderr


def test_the_command_takes_heads_and_tokenizer(npz, tokenizer, tmp_path):
    arguments = [str(npz), str(tmp_path / "out"), "--tokenizer", str(tokenizer), "--num-heads", "4"]
    assert CliRunner().invoke(command, arguments).exit_code == 0
    assert load_model_directory(tmp_path / "out").config["n_head"] == 4
