"""A stopped and resumed run equals one that was never stopped, bit for bit."""

import json
import os
import shutil

import pytest
from mlx.core import array_equal
from tiny_runs import (
    SMALL,
    assert_equal_tensors,
    at_step,
    recipe,
    signal_at,
    stage,
    state,
    tensors,
    texts,
    updates,
    validations,
    write_texts,
)

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.training.guards import Interrupted
from bashcoder_mlx.training.run import train

CODE = {"path": "pairs.jsonl", "recombine": True}
TWO_STAGES = recipe(
    stage("english", accumulation=2, dropout=0.1),
    stage("code", [CODE], accumulation=2, dropout=0.1, replay=0.25, sequence_length=32),
    model={"size": "nano", "overrides": SMALL | {"num_hidden_layers": 2}},
)


class Crash(Exception):
    """Ends a run as an error in the middle of an update would."""


def crash():
    raise Crash


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """English of about 40 rows, which 10 steps of 8 rows read twice, and pairs."""
    folder = tmp_path_factory.mktemp("data")
    write_texts(folder / "english.txt", texts(40, words=8))
    pairs = ({"prompt": f"show a{i}.txt", "completion": f"cat a{i}.txt"} for i in range(40))
    (folder / "pairs.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs))
    return folder


@pytest.fixture(scope="module")
def unbroken(data, tmp_path_factory):
    """Twenty steps in one go: an English stage and a code stage of ten each."""
    run = tmp_path_factory.mktemp("unbroken") / "run"
    train(TWO_STAGES, run, data_dir=data)
    return run


def interrupted(settings, run, data, step):
    """Starts the run, and stops it by SIGTERM during update `step`."""
    with pytest.MonkeyPatch.context() as patch:
        signal_at(patch, step)
        with pytest.raises(Interrupted) as stop:
            train(settings, run, data_dir=data, resume=run.exists())
    assert stop.value.exit_code == 143


def assert_same_run(run, unbroken):
    assert updates(run) == updates(unbroken)
    for link in ("last", "english", "code"):
        assert_equal_tensors(tensors(run / link), tensors(unbroken / link))


def test_the_run_crosses_an_epoch_boundary(unbroken):
    shards = [json.loads(p.read_text()) for p in unbroken.glob("shards/*/shard.json")]
    assert len(updates(unbroken)) == 20
    assert any(s["sequence_length"] == 16 and s["rows"] < 80 for s in shards)


@pytest.mark.parametrize("step", [3, 5, 10, 11, 15])
def test_stopping_anywhere_changes_nothing(step, unbroken, data, tmp_path):
    run = tmp_path / "run"
    interrupted(TWO_STAGES, run, data, step)
    assert len(updates(run)) == step
    train(TWO_STAGES, run, data_dir=data, resume=True)
    assert_same_run(run, unbroken)


def test_stopping_again_and_again_changes_nothing(unbroken, data, tmp_path):
    run = tmp_path / "run"
    for step in (1, 2, 9, 13):
        interrupted(TWO_STAGES, run, data, step)
    train(TWO_STAGES, run, data_dir=data, resume=True)
    assert_same_run(run, unbroken)


@pytest.mark.parametrize("step", [3, 8, 12])
def test_what_a_crash_lost_is_repeated(step, unbroken, data, tmp_path, monkeypatch):
    run = tmp_path / "run"
    at_step(monkeypatch, step, crash)
    with pytest.raises(Crash):
        train(TWO_STAGES, run, data_dir=data)
    train(TWO_STAGES, run, data_dir=data, resume=True)
    assert_same_run(run, unbroken)
    assert validations(run) == validations(unbroken)  # each once


@pytest.mark.parametrize("schedule", ["wsd", "cosine"])
def test_adamw_resumes_exactly(schedule, data, tmp_path):
    settings = recipe(stage(steps=8, schedule=schedule), optimizer={"name": "adamw"})
    train(settings, tmp_path / "unbroken", data_dir=data)
    interrupted(settings, tmp_path / "run", data, 3)
    train(settings, tmp_path / "run", data_dir=data, resume=True)
    assert updates(tmp_path / "run") == updates(tmp_path / "unbroken")
    one, other = (tensors(tmp_path / name / "last") for name in ("run", "unbroken"))
    assert_equal_tensors(one, other)


def test_the_seed_matters(unbroken, data, tmp_path):
    train(TWO_STAGES | {"seed": 1}, tmp_path / "run", data_dir=data)
    assert updates(tmp_path / "run") != updates(unbroken)


def test_resuming_a_finished_run_leaves_it_alone(unbroken, data, tmp_path):
    run = tmp_path / "run"
    shutil.copytree(unbroken, run, symlinks=True)
    assert train(TWO_STAGES, run, data_dir=data, resume=True) == run / "best"
    assert updates(run) == updates(unbroken)
    assert os.readlink(run / "last") == os.readlink(unbroken / "last")


def test_resuming_an_empty_folder_starts(data, tmp_path):
    run = tmp_path / "run"
    train(recipe(stage(steps=2)), run, data_dir=data, resume=True)
    assert state(run)["step"] == 2


def test_each_stage_seeds_its_own_dropout(data, tmp_path, monkeypatch):
    from bashcoder_mlx.training import run as module

    seeds = []
    monkeypatch.setattr(module.mx.random, "seed", lambda s: seeds.append(s))
    train(TWO_STAGES, tmp_path / "run", data_dir=data)
    assert len(set(seeds[1:])) == 20


def test_a_checkpoint_without_its_training_state_is_not_started_again(data, tmp_path):
    run = tmp_path / "run"
    settings = recipe(stage(steps=8))
    interrupted(settings, run, data, 6)
    before = tensors(run / "last")
    shutil.rmtree((run / "last" / "training").resolve())
    with pytest.raises(BashcoderError, match="cannot be resumed"):
        train(settings, run, data_dir=data, resume=True)
    after = tensors(run / "last")
    assert all(array_equal(after[name], before[name]) for name in after)
    assert len(updates(run)) == 6


def test_a_lost_checkpoint_is_not_started_again(data, tmp_path):
    run = tmp_path / "run"
    settings = recipe(stage(steps=2))
    train(settings, run, data_dir=data)
    shutil.rmtree((run / "last").resolve())
    with pytest.raises(BashcoderError, match="last"):
        train(settings, run, data_dir=data, resume=True)
    assert len(updates(run)) == 2


@pytest.mark.parametrize(
    "change",
    [{"seed": 1}, {"eval_every": 4}, {"stage": [stage(steps=3)]}, {"optimizer": {"name": "adamw"}}],
    ids=lambda change: next(iter(change)),
)
def test_other_settings_are_refused(change, data, tmp_path):
    run = tmp_path / "run"
    train(recipe(stage(steps=2)), run, data_dir=data)
    with pytest.raises(InputError, match=f"other settings.*{next(iter(change))}"):
        train(recipe(stage(steps=2)) | change, run, data_dir=data, resume=True)


@pytest.mark.parametrize("changed", ["english.txt", "valid.txt"])
def test_changed_data_is_refused(changed, tmp_path):
    write_texts(tmp_path / "english.txt", texts(25))
    write_texts(tmp_path / "valid.txt", texts(5, seed=9))
    settings = recipe(stage(steps=2, valid={"valid": "valid.txt"}))
    train(settings, tmp_path / "run", data_dir=tmp_path)
    write_texts(tmp_path / changed, texts(26, seed=2))
    with pytest.raises(InputError, match=f"data.*{changed}"):
        train(settings, tmp_path / "run", data_dir=tmp_path, resume=True)


def test_another_way_to_write_the_data_folder_is_the_same_data(data, tmp_path, monkeypatch):
    settings = recipe(stage(steps=2))
    train(settings, tmp_path / "run", data_dir=data)
    monkeypatch.chdir(data)
    assert train(settings, tmp_path / "run", resume=True) == tmp_path / "run" / "best"
    assert len(updates(tmp_path / "run")) == 2
