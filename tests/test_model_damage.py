"""model_directory.py: whatever is wrong with a model directory is found and named on reading it."""

import json
import shutil
import struct
from pathlib import Path

import mlx.core as mx
import pytest
from tiny_models import write_tiny_model

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.model_directory import (
    check_tensors,
    load_model_directory,
    read_config,
    read_weights,
    verify_manifest,
)
from bashcoder_mlx.models import build

FILES = [
    *("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"),
    *("generation_config.json", "chat_template.jinja"),
]


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("original") / "model")


@pytest.fixture
def directory(original, tmp_path) -> Path:
    """A model directory to damage."""
    return Path(shutil.copytree(original, tmp_path / "model"))


def without_manifest(directory: Path) -> Path:
    """The same as made elsewhere, so that damage is found by reading, not by its hash."""
    (directory / "manifest.json").unlink()
    return directory


def edit_json(file: Path, **changes) -> None:
    file.write_text(json.dumps(json.loads(file.read_text()) | changes))


def one_line(caught) -> str:
    message = str(caught.value)
    assert "\n" not in message
    return message


# The manifest


@pytest.mark.parametrize("name", [name for name in FILES if name != "config.json"])
def test_a_missing_file_is_named(directory, name):
    (directory / name).unlink()
    with pytest.raises(BashcoderError, match=f"{name} is missing"):
        load_model_directory(directory)


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_step_is_named(directory, name):
    content = bytearray((directory / name).read_bytes())
    content[-2] ^= 1  # the size stays the same
    if name == "config.json":
        content[-2:] = b" }"  # still JSON
    (directory / name).write_bytes(content)
    with pytest.raises(BashcoderError, match=f"{name} is not the file that was saved"):
        load_model_directory(directory)


@pytest.mark.parametrize("name", ["../other.json", "/etc/hostname", "training/../../x"])
def test_a_manifest_that_points_outside_is_refused(directory, name):
    files = {name: {"size": 0, "sha256": ""}}
    (directory / "manifest.json").write_text(json.dumps({"files": files}))
    with pytest.raises(BashcoderError, match="outside its folder"):
        load_model_directory(directory)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"{}", b'{"files": []}', b'{"files": {"a": 1}}', b'{"files": {"a": {}}}'],
)
def test_a_damaged_manifest_is_named(directory, content):
    (directory / "manifest.json").write_bytes(content)
    with pytest.raises(BashcoderError, match=r"manifest\.json is damaged"):
        verify_manifest(directory)


def test_a_directory_made_elsewhere_needs_no_manifest(directory):
    assert load_model_directory(without_manifest(directory)).config["model_type"] == "llama"


# config.json


def test_what_is_no_model_directory_is_explained(tmp_path):
    with pytest.raises(InputError, match=r"not a model directory: it has no config\.json"):
        load_model_directory(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"llama"', b"\xff\xfe"])
def test_a_config_that_is_no_object_is_refused(directory, content):
    (directory / "config.json").write_bytes(content)
    with pytest.raises(InputError, match=r"config\.json"):
        load_model_directory(directory)


@pytest.mark.parametrize(
    "change", [{"auto_map": {"AutoModel": "evil.Model"}}, {"model_file": "evil.py"}]
)
def test_a_config_that_names_code_is_refused(directory, change):
    edit_json(without_manifest(directory) / "config.json", **change)
    (directory / "evil.py").write_text("raise SystemExit('executed')")
    with pytest.raises(InputError, match="names code to run"):
        load_model_directory(directory)


def test_another_architecture_is_refused(directory):
    edit_json(without_manifest(directory) / "config.json", model_type="mamba")
    with pytest.raises(InputError, match="unknown architecture 'mamba'"):
        load_model_directory(directory)


# Weights


@pytest.mark.parametrize("keep", [0, 4, 8, 40, -1])
def test_truncated_weights_are_named(directory, keep):
    file = without_manifest(directory) / "model.safetensors"
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(BashcoderError, match=r"cannot read .*model\.safetensors") as caught:
        load_model_directory(directory)
    one_line(caught)


def safetensors(path: Path, entries: dict, data: bytes, header_size: int | None = None) -> Path:
    header = json.dumps(entries).encode()
    size = len(header) if header_size is None else header_size
    path.write_bytes(struct.pack("<Q", size) + header + data)
    return path


def entry(start: int, end: int) -> dict:
    return {"dtype": "F32", "shape": [(end - start) // 4], "data_offsets": [start, end]}


@pytest.mark.parametrize(
    ("entries", "size", "header_size"),
    [
        ({"a": entry(0, 16), "b": entry(8, 24)}, 24, None),
        ({"a": entry(0, 16), "b": entry(0, 16)}, 16, None),
        ({"a": entry(0, 16)}, 20, None),
        ({"a": entry(4, 16)}, 16, None),
        ({"a": entry(0, 16)}, 16, 2**40),
        ({"a": entry(0, 16) | {"shape": [5]}}, 16, None),
        ({"a": entry(0, 16) | {"dtype": "F99"}}, 16, None),
    ],
    ids=["overlap", "same place", "trailing", "gap", "huge header", "wrong shape", "dtype"],
)
def test_malformed_weights_are_refused(tmp_path, entries, size, header_size):
    file = safetensors(tmp_path / "model.safetensors", entries, bytes(size), header_size)
    with pytest.raises(BashcoderError, match=r"cannot read .*model\.safetensors") as caught:
        read_weights(file)
    one_line(caught)


def test_absent_weights_are_named(tmp_path):
    with pytest.raises(BashcoderError, match=r"cannot read .*model\.safetensors"):
        read_weights(tmp_path / "model.safetensors")


def test_every_tensor_that_does_not_fit_is_named_at_once(directory):
    file = without_manifest(directory) / "model.safetensors"
    weights = mx.load(str(file))
    del weights["model.norm.weight"]
    weights["model.layers.7.mlp.up_proj.weight"] = mx.zeros((2, 2))
    weights["model.layers.0.mlp.up_proj.weight"] = mx.zeros((2, 3))
    mx.save_safetensors(str(file), weights)
    with pytest.raises(BashcoderError) as caught:
        load_model_directory(directory)
    message = one_line(caught)
    assert "missing model.norm.weight" in message
    assert "unexpected model.layers.7.mlp.up_proj.weight" in message
    assert "model.layers.0.mlp.up_proj.weight is [2, 3], not [64, 32]" in message


def test_tensors_that_fit_pass(original):
    weights = read_weights(original / "model.safetensors")
    check_tensors(build(read_config(original)), weights, original)


def test_a_tokenizer_larger_than_the_vocabulary_is_refused(directory):
    smaller = read_config(directory)["vocab_size"] - 1
    edit_json(without_manifest(directory) / "config.json", vocab_size=smaller)
    with pytest.raises(BashcoderError, match=f"tokens but the model {smaller}"):
        load_model_directory(directory)
