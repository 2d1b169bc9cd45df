"""model_directory.py: round trips, and writes that fail at every step."""

import errno
import json
import os
import shutil
from pathlib import Path

import mlx.core as mx
import numpy as np
import pytest
from mlx.utils import tree_flatten
from tiny_models import gpt_bigcode, llama, random_model, tiny_tokenizer

from bashcoder_mlx import model_directory
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.model_directory import load_model_directory, write_model_directory

TOKENIZER = tiny_tokenizer()
CONFIG = llama(TOKENIZER.vocab_size, tasks=["command"])
WEIGHTS = dict(tree_flatten(random_model(CONFIG).parameters()))
PLAIN = {
    *("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"),
    *("generation_config.json", "chat_template.jinja", "manifest.json"),
}


def write(path: Path, **options) -> Path:
    return write_model_directory(path, CONFIG, WEIGHTS, TOKENIZER, **options)


@pytest.fixture(scope="module")
def original(tmp_path_factory) -> Path:
    return write(tmp_path_factory.mktemp("original") / "model")


# Round trips


def test_weights_config_and_tokenizer_come_back(original):
    loaded = load_model_directory(original)
    for name, array in tree_flatten(loaded.model.parameters()):
        assert mx.array_equal(array, WEIGHTS[name]), name
    assert loaded.config.items() >= CONFIG.items()
    assert loaded.tokenizer.encode("ls -la") == TOKENIZER.encode("ls -la")
    assert loaded.path == original
    assert not loaded.model.training


@pytest.mark.parametrize("dtype", [mx.float16, mx.bfloat16], ids=str)
def test_half_precision_is_stored_rounded_and_named(tmp_path, dtype):
    path = write(tmp_path / "half", dtype=dtype)
    loaded = load_model_directory(path)
    stored = loaded.model.output_weight
    assert stored.dtype == dtype
    assert mx.array_equal(stored, WEIGHTS["model.embed_tokens.weight"].astype(dtype))
    assert f"mlx.core.{loaded.config['dtype']}" == str(dtype)


def test_precision_in_memory_may_differ_from_that_of_the_file(tmp_path):
    path = write(tmp_path / "half", dtype=mx.float16)
    assert load_model_directory(path, mx.float32).model.output_weight.dtype == mx.float32


def test_it_holds_the_documented_files_and_a_manifest_of_the_others(original):
    assert {file.name for file in original.iterdir()} == PLAIN
    manifest = json.loads((original / "manifest.json").read_text())
    assert manifest["files"].keys() == PLAIN - {"manifest.json"}


def test_token_ids_and_tasks_stand_in_the_config(tmp_path):
    config = {k: v for k, v in CONFIG.items() if k != "tasks"} | {"eos_token_id": 99}
    path = write_model_directory(tmp_path / "model", config, WEIGHTS, TOKENIZER)
    written = json.loads((path / "config.json").read_text())
    assert [written[f"{name}_token_id"] for name in ("pad", "bos", "eos")] == [0, 1, 2]
    assert written["tasks"] == []
    assert json.loads((path / "generation_config.json").read_text())["eos_token_id"] == 2


@pytest.mark.parametrize("tied", [True, False])
def test_gpt_bigcode_comes_back(tmp_path, tied):
    config = gpt_bigcode(TOKENIZER.vocab_size, tie_word_embeddings=tied)
    weights = dict(tree_flatten(random_model(config).parameters()))
    path = write_model_directory(tmp_path / "model", config, weights, TOKENIZER)
    for name, array in tree_flatten(load_model_directory(path).model.parameters()):
        assert mx.array_equal(array, weights[name]), name


def test_anyone_may_read_it(original):
    assert original.stat().st_mode & 0o777 == 0o755


def test_missing_parent_folders_are_made(tmp_path):
    assert (write(tmp_path / "a" / "b" / "model") / "config.json").is_file()


def test_stock_mlx_lm_loads_it_and_answers(original):
    mlx_lm = pytest.importorskip("mlx_lm")
    model, tokenizer = mlx_lm.load(str(original))
    tokens = mx.array([TOKENIZER.encode("find . -name")])
    ours = load_model_directory(original).model
    np.testing.assert_allclose(np.array(model(tokens)), np.array(ours(tokens)), atol=1e-5)
    assert tokenizer.eos_token_ids == {2}
    assert isinstance(mlx_lm.generate(model, tokenizer, "ls", max_tokens=3), str)


def test_a_padded_vocabulary_is_accepted(tmp_path):
    config = CONFIG | {"vocab_size": TOKENIZER.vocab_size + 6}
    weights = dict(tree_flatten(random_model(config).parameters()))
    path = write_model_directory(tmp_path / "model", config, weights, TOKENIZER)
    assert load_model_directory(path).model.output_weight.shape[0] == TOKENIZER.vocab_size + 6


# Further files


def with_training(path: Path) -> Path:
    def extra(folder: Path) -> None:
        (folder / "training").mkdir()
        (folder / "training" / "state.json").write_text("{}")
        (folder / "training" / "optimizer.bin").write_bytes(b"abc")

    return write(path, extra=extra)


def test_further_files_are_in_the_manifest(tmp_path):
    path = with_training(tmp_path / "model")
    (path / "training" / "state.json").write_text("[]")
    with pytest.raises(BashcoderError, match=r"training/state\.json is not the file"):
        load_model_directory(path)


def test_without_its_training_folder_it_still_loads(tmp_path):
    path = with_training(tmp_path / "model")
    shutil.rmtree(path / "training")
    assert load_model_directory(path).config["tasks"] == ["command"]


def test_half_a_training_folder_is_damage(tmp_path):
    path = with_training(tmp_path / "model")
    (path / "training" / "optimizer.bin").unlink()
    with pytest.raises(BashcoderError, match=r"optimizer\.bin is missing"):
        load_model_directory(path)


# Writes that fail


def test_an_existing_path_is_left_alone(tmp_path):
    (tmp_path / "model").mkdir()
    with pytest.raises(InputError, match="exists already"):
        write(tmp_path / "model")
    assert not list((tmp_path / "model").iterdir())


def test_an_existing_file_is_left_alone(tmp_path):
    (tmp_path / "model").write_text("mine")
    with pytest.raises(InputError, match="exists already"):
        write(tmp_path / "model")
    assert (tmp_path / "model").read_text() == "mine"


def failing(number: int, function, error: Exception):
    """`function`, but raising `error` when called for the `number`-th time (from 0)."""
    calls = iter(range(10**6))

    def call(*args, **kwargs):
        if next(calls) == number:
            raise error
        return function(*args, **kwargs)

    return call


FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
MLX_FULL = RuntimeError("[save_safetensors] Failed to write to model.safetensors")
# Each: where the call is looked up, its name, how often a write calls it, what it raises.
OPERATIONS = [
    (Path, "write_text", 6, FULL),
    (model_directory.mx, "save_safetensors", 1, MLX_FULL),
    (model_directory, "_sha256", 6, FULL),
    (os, "fsync", 9, FULL),
    (os, "rename", 1, FULL),
    (Path, "chmod", 1, FULL),
]
STEPS = [
    pytest.param(home, name, number, error, id=f"{name} {number}")
    for home, name, times, error in OPERATIONS
    for number in range(times)
]


@pytest.mark.parametrize(("home", "name", "number", "error"), STEPS)
def test_a_write_that_fails_at_any_step_leaves_nothing(
    monkeypatch, tmp_path, home, name, number, error
):
    monkeypatch.setattr(home, name, failing(number, getattr(home, name), error))
    with pytest.raises(BashcoderError, match=f"cannot write {tmp_path / 'model'}"):
        write(tmp_path / "model")
    monkeypatch.undo()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("home", "name", "times", "error"), OPERATIONS, ids=lambda value: None)
def test_no_step_of_a_write_is_left_out_above(monkeypatch, tmp_path, home, name, times, error):
    monkeypatch.setattr(home, name, failing(times, getattr(home, name), error))
    assert write(tmp_path / "model").is_dir()


def test_a_full_disk_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "fsync", failing(0, os.fsync, FULL))
    with pytest.raises(BashcoderError, match="No space left on device"):
        write(tmp_path / "model")


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BashcoderError, match="cannot write"):
        write(tmp_path / "file" / "model")


def test_an_interrupted_write_leaves_nothing(tmp_path):
    def extra(folder: Path) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "model", extra=extra)
    assert not list(tmp_path.iterdir())


def test_a_failed_write_leaves_the_older_model_beside_it(monkeypatch, tmp_path):
    older = write(tmp_path / "older")
    monkeypatch.setattr(os, "rename", failing(0, os.rename, FULL))
    with pytest.raises(BashcoderError):
        write(tmp_path / "newer")
    assert load_model_directory(older).config["tasks"] == ["command"]
