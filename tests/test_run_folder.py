"""Run folders in which something is broken, left behind or does not belong."""

import json
import os
import shutil

import pytest
from tiny_runs import (
    assert_equal_tensors,
    at_step,
    losses,
    recipe,
    signal_at,
    stage,
    tensors,
)

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.training import run as run_module
from bashcoder_mlx.training.guards import Interrupted
from bashcoder_mlx.training.run import train


def test_a_broken_newer_checkpoint_is_never_chosen(run, data, monkeypatch):
    signal_at(monkeypatch, 5)
    with pytest.raises(Interrupted):
        train(recipe(), run, data_dir=data)
    good = tensors(run / "last")
    for name in ("english-000009", ".english-000010.x7"):
        shutil.copytree(run / "checkpoints/english-000005", run / "checkpoints" / name)
        (run / "checkpoints" / name / "model.safetensors").write_bytes(b"")
    seen = []
    at_step(monkeypatch, 6, lambda: seen.append(tensors(run / "last")))
    train(recipe(), run, data_dir=data, resume=True)
    assert_equal_tensors(seen[0], good)
    assert [p.name for p in (run / "checkpoints").iterdir()] == ["english-000010"]


def test_only_linked_checkpoints_are_kept(run, data, monkeypatch):
    bits = iter([9.0, 1.0, 2.0, 3.0])
    monkeypatch.setattr(run_module, "evaluate", lambda *a: {"bits_per_byte": next(bits)})
    train(recipe(stage(steps=6), eval_every=2), run, data_dir=data)
    kept = sorted(p.name for p in (run / "checkpoints").iterdir())
    assert kept == ["english-000002", "english-000006"]
    assert os.readlink(run / "best").endswith("english-000002")
    assert os.readlink(run / "last").endswith("english-000006")
    assert os.readlink(run / "english").endswith("english-000006")


def test_a_damaged_last_checkpoint_is_reported_and_nothing_is_lost(run, data, monkeypatch):
    signal_at(monkeypatch, 5)
    with pytest.raises(Interrupted):
        train(recipe(), run, data_dir=data)
    weights = run / "last" / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1])
    with pytest.raises(BashcoderError, match="model.safetensors is not the file that was saved"):
        train(recipe(), run, data_dir=data, resume=True)
    assert len(losses(run)) == 5


@pytest.mark.parametrize("name", ["recipe.json", "tokenizer/tokenizer.json"])
def test_a_file_cut_off_before_the_first_checkpoint_is_made_again_or_explained(name, run, data):
    train(recipe(stage(steps=1)), run, data_dir=data)
    for path in (run / "checkpoints", run / "shards"):
        shutil.rmtree(path)
    for link in ("best", "last", "english"):
        (run / link).unlink()
    (run / name).write_text("")
    try:
        train(recipe(stage(steps=1)), run, data_dir=data)
    except BashcoderError as error:
        assert str(run) in str(error)


def test_a_damaged_shard_is_reported(run, data, monkeypatch):
    signal_at(monkeypatch, 5)
    with pytest.raises(Interrupted):
        train(recipe(), run, data_dir=data)
    for tokens in run.glob("shards/*/tokens.bin"):
        tokens.write_bytes(tokens.read_bytes()[:-2])
    with pytest.raises(BashcoderError, match="shards/.* is damaged"):
        train(recipe(), run, data_dir=data, resume=True)


def test_a_token_outside_the_vocabulary_is_refused_before_step_0(run, data, monkeypatch):
    signal_at(monkeypatch, 5)
    with pytest.raises(Interrupted):
        train(recipe(), run, data_dir=data)
    for tokens in run.glob("shards/*/tokens.bin"):
        tokens.write_bytes(b"\xff\xff" + tokens.read_bytes()[2:])
    with pytest.raises(BashcoderError, match="token 65535, but the vocabulary has"):
        train(recipe(), run, data_dir=data, resume=True)
    assert len(losses(run)) == 5


def test_a_checkpoint_with_a_larger_tokenizer_is_refused(tmp_path, run, data):
    train(recipe(stage(steps=1)), run, data_dir=data)
    base = tmp_path / "base"
    shutil.copytree(run / "best", base)
    train(recipe(stage(steps=1), tokenizer={"vocab_size": 330}), tmp_path / "other", data_dir=data)
    shutil.copy(tmp_path / "other/best/tokenizer.json", base)
    (base / "manifest.json").unlink()
    config = json.loads((base / "config.json").read_text())
    assert config["vocab_size"] < 330
    settings = recipe(model={"checkpoint": str(base)})
    with pytest.raises(BashcoderError, match="tokenizer has 330 tokens but the model"):
        train(settings, tmp_path / "new", data_dir=data)
    assert not (tmp_path / "new" / "metrics.jsonl").exists()
