"""What stops a run in good order: signals, divergence, a second writer, broken or foreign folders."""

import json
import math
import os
import shutil
import signal
import subprocess
from contextlib import nullcontext
from itertools import count

import pytest
from tiny_runs import (
    COMMAND,
    assert_equal_tensors,
    at_step,
    losses,
    recipe,
    signal_at,
    stage,
    start,
    state,
    tensors,
    texts,
    write_recipe,
    write_texts,
)

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.model_directory import load_model_directory
from bashcoder_mlx.training import run as run_module
from bashcoder_mlx.training.guards import Interrupted, locked, stop_signals
from bashcoder_mlx.training.run import train

LONG = recipe(stage(steps=100_000), eval_every=1, eval_rows=1)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_texts(folder / "english.txt", texts(40))
    return folder


@pytest.fixture
def run(tmp_path):
    return tmp_path / "run"


def start_training(folder, data, settings=LONG, code=""):
    write_recipe(folder / "recipe.toml", settings)
    words = ("train", "recipe.toml", "-o", "run", "--data-dir", str(data))
    return start(folder, *words, code=code)


def wait_for(child, word: str) -> str:
    """The first line of stderr that holds `word`."""
    return next(line for line in child.stderr if word in line)


# Signals.


@pytest.mark.parametrize(("signum", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_saves_and_exits(signum, code, tmp_path, data):
    child = start_training(tmp_path, data, LONG | {"eval_every": 100_000})
    wait_for(child, "valid.loss")
    child.send_signal(signum)
    answer, notes = child.communicate()
    assert (child.returncode, answer) == (code, "")
    assert notes.splitlines()[-1] == "Error: stopped; continue with --resume in run"
    assert "Traceback" not in notes
    load_model_directory(tmp_path / "run" / "last")
    assert state(tmp_path / "run")["step"] == len(losses(tmp_path / "run")) >= 1


# Stands in a step until killed, as a step of a large model does for a while.
ENDLESS_STEP = """
import sys, time
from bashcoder_mlx.training.progress import Reporter
def step(self, *arguments):
    while True:
        print("in a step", file=sys.stderr, flush=True)
        time.sleep(0.01)
Reporter.step = step
"""


def test_a_second_signal_quits_at_once(tmp_path, data):
    child = start_training(tmp_path, data, code=ENDLESS_STEP)
    wait_for(child, "in a step")
    child.send_signal(signal.SIGINT)
    wait_for(child, "in a step")  # still there
    child.send_signal(signal.SIGTERM)
    child.communicate()
    assert child.returncode == 143
    assert not (tmp_path / "run" / "last").exists()


def test_signals_mean_what_they_meant_after_a_run(run, data):
    before = [signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)]
    train(recipe(stage(steps=1)), run, data_dir=data)
    assert [signal.getsignal(s) for s in (signal.SIGINT, signal.SIGTERM)] == before


def test_both_signals_are_collected():
    with stop_signals() as received:
        os.kill(os.getpid(), signal.SIGTERM)
        assert received == [signal.SIGTERM]


def test_a_signal_in_the_last_step_loses_nothing(run, data, monkeypatch):
    signal_at(monkeypatch, 10, signal.SIGINT)
    with pytest.raises(Interrupted) as stop:
        train(recipe(), run, data_dir=data)
    assert stop.value.exit_code == 130
    assert state(run)["step"] == 10
    assert train(recipe(), run, data_dir=data, resume=True) == run / "best"


class LateSignal(list):
    """Signals of which the first arrives between the `check`-th look at them and the next."""

    def __init__(self, check: int):
        super().__init__([signal.SIGTERM])
        self.looks = iter([False] * check)

    def __bool__(self) -> bool:
        return next(self.looks, True)


@pytest.mark.parametrize("check", [1, 2, 3, 4])
def test_whenever_a_signal_arrives_what_was_done_is_saved(check, run, data, monkeypatch):
    monkeypatch.setattr(run_module, "stop_signals", lambda: nullcontext(LateSignal(check)))
    with pytest.raises(Interrupted):
        train(recipe(), run, data_dir=data)
    assert state(run)["step"] == len(losses(run))


def test_a_reader_of_the_notes_may_leave(tmp_path, data):
    write_recipe(tmp_path / "recipe.toml", recipe())
    words = ["train", "recipe.toml", "-o", "run", "--data-dir", str(data)]
    child = subprocess.Popen([*COMMAND, *words], cwd=tmp_path, stderr=subprocess.PIPE)
    child.stderr.close()
    assert child.wait() == 0
    assert state(tmp_path / "run")["step"] == 10


def test_without_stderr_stdout_still_carries_the_answer_only(tmp_path, data):
    write_recipe(tmp_path / "recipe.toml", recipe())
    words = ["train", "recipe.toml", "-o", "run", "--data-dir", str(data)]
    closing = ["bash", "-c", '"$@" 2>&-', "bash", *COMMAND, *words]
    done = subprocess.run(closing, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "run/best\n")


# Divergence.


def diverge_at(monkeypatch, number: int, loss: float = math.nan, norm: float = 1.0) -> None:
    """Makes the `number`-th update of a run report those figures."""
    make_step = run_module.make_step

    def make(*arguments):
        update, numbers = make_step(*arguments), count(1)
        return lambda *a: (loss, norm) if next(numbers) == number else update(*a)

    monkeypatch.setattr(run_module, "make_step", make)


@pytest.mark.parametrize(("loss", "norm"), [(math.nan, 1.0), (math.inf, 1.0), (3.0, math.nan)])
def test_divergence_keeps_the_last_good_checkpoint(loss, norm, run, data, monkeypatch):
    diverge_at(monkeypatch, 8, loss, norm)
    with pytest.raises(BashcoderError) as failure:
        train(recipe(), run, data_dir=data)
    assert failure.value.exit_code == 1
    assert f"the last good one is {run / 'last'}" in str(failure.value)
    assert "step 8 of stage english" in str(failure.value)
    assert state(run)["step"] == 5
    weights = tensors(run / "last")
    assert all(math.isfinite(float(array.sum())) for array in weights.values())
    assert all(map(math.isfinite, losses(run)))


def test_divergence_names_the_documents(run, data, monkeypatch):
    diverge_at(monkeypatch, 1)
    with pytest.raises(BashcoderError, match="document [0-9]+ of english.txt"):
        train(recipe(), run, data_dir=data)


def test_divergence_before_any_checkpoint_names_none(run, data, monkeypatch):
    diverge_at(monkeypatch, 2)
    with pytest.raises(BashcoderError) as failure:
        train(recipe(), run, data_dir=data)
    assert not (run / "last").exists()
    assert str(run / "last") not in str(failure.value)
    assert "lower the learning rate" in str(failure.value)


def test_a_learning_rate_that_is_far_too_high_diverges_in_an_error_or_not_at_all(run, data):
    settings = recipe(optimizer={"name": "adamw", "learning_rate": 1e30})
    with pytest.raises(BashcoderError, match="lower the learning rate"):
        train(settings, run, data_dir=data)


# One writer.


def test_a_second_writer_is_refused(run, data):
    with locked(run), pytest.raises(BashcoderError, match=f"process {os.getpid()} is writing"):
        train(recipe(), run, data_dir=data)


def test_a_second_process_is_refused(tmp_path, data):
    child = start_training(tmp_path, data)
    try:
        wait_for(child, "saved")
        with pytest.raises(BashcoderError, match=f"process {child.pid} is writing to .*run"):
            train(LONG, tmp_path / "run", data_dir=data, resume=True)
    finally:
        child.kill()
        child.communicate()
    # The lock died with its owner.
    with locked(tmp_path / "run"):
        assert (tmp_path / "run" / "run.lock").read_text() == f"{os.getpid()}\n"


def test_the_lock_is_free_after_an_error(run):
    with pytest.raises(KeyError), locked(run):
        raise KeyError
    with locked(run):
        pass


# Folders in which something is broken or does not belong.


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
