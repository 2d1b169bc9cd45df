"""What stops a run in good order: signals, divergence, a second writer."""

import io
import math
import os
import signal
import subprocess
import sys
from contextlib import nullcontext
from itertools import count

import pytest
from tiny_runs import (
    COMMAND,
    losses,
    recipe,
    signal_at,
    stage,
    start,
    state,
    tensors,
    write_recipe,
)

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.model_directory import load_model_directory
from bashcoder_mlx.terminal import note
from bashcoder_mlx.training import run as run_module
from bashcoder_mlx.training.guards import Interrupted, locked, stop_signals
from bashcoder_mlx.training.run import train

LONG = recipe(stage(steps=100_000), eval_every=1, eval_rows=1)


def start_training(folder, data, settings=LONG, code=""):
    write_recipe(folder / "recipe.toml", settings)
    words = ("train", "recipe.toml", "-o", "run", "--data-dir", str(data))
    return start(folder, *words, code=code)


def wait_for(child, word: str) -> str:
    """The first line of stderr that holds `word`."""
    lines = []
    for line in child.stderr:
        lines.append(line)
        if word in line:
            return line
    pytest.fail(f"no {word} in {lines}")


# Signals.


@pytest.mark.parametrize(("signum", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_saves_and_exits(signum, code, tmp_path, data):
    child = start_training(tmp_path, data, LONG | {"eval_every": 3})
    wait_for(child, "saved")
    child.send_signal(signum)
    answer, notes = child.communicate()
    assert (child.returncode, answer) == (code, "")
    assert notes.splitlines()[-1] == "Error: stopped; continue with --resume in run"
    assert "Traceback" not in notes
    load_model_directory(tmp_path / "run" / "last")
    assert state(tmp_path / "run")["step"] == len(losses(tmp_path / "run")) >= 3


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


@pytest.mark.parametrize(
    ("meaning", "expected"),
    [(signal.SIG_DFL, [signal.SIGHUP]), (signal.SIG_IGN, [])],
    ids=["a far terminal ends", "ignored, as by nohup"],
)
def test_a_hangup(meaning, expected):
    before = signal.signal(signal.SIGHUP, meaning)
    try:
        with stop_signals(is_remote=True) as received:
            os.kill(os.getpid(), signal.SIGHUP)
            assert received == expected
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_signal_in_the_last_step_loses_nothing(run, data, monkeypatch):
    signal_at(monkeypatch, 10, signal.SIGINT)
    with pytest.raises(Interrupted) as stop:
        train(recipe(), run, data_dir=data)
    assert stop.value.exit_code == 130
    assert state(run)["step"] == 10
    assert train(recipe(), run, data_dir=data, resume=True) == run / "best"


class Interrupting(io.RawIOBase):
    """A file that is sent a signal while it is written to, as a slow terminal may be."""

    sent = False

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        if not self.sent:
            self.sent = True
            os.kill(os.getpid(), signal.SIGTERM)
        return len(data)


def test_a_signal_in_the_middle_of_a_note_is_like_any_other(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BufferedWriter(Interrupting())))
    with stop_signals() as received:
        note("a line")
    assert received == [signal.SIGTERM]


class LateSignal(list):
    """Signals of which the first arrives between the `check`-th look at them and the next."""

    def __init__(self, check: int):
        super().__init__([signal.SIGTERM])
        self.looks = iter([False] * check)

    def __bool__(self) -> bool:
        return next(self.looks, True)


@pytest.mark.parametrize("check", range(8))
def test_whenever_a_signal_arrives_what_was_done_is_saved(check, run, data, monkeypatch):
    late = nullcontext(LateSignal(check))
    monkeypatch.setattr(run_module, "stop_signals", lambda is_remote: late)
    with pytest.raises(Interrupted):
        train(recipe(), run, data_dir=data)
    saved = state(run)["step"] if (run / "last").exists() else 0
    assert saved == len(losses(run))


def test_a_signal_survives_the_loss_of_stderr():
    """As when Ctrl-C in a terminal ends `tee` before the run that writes to it."""
    reader, writer = os.pipe()
    os.close(reader)
    before = os.dup(2)
    os.dup2(writer, 2)
    try:
        with stop_signals() as received:
            os.kill(os.getpid(), signal.SIGINT)
    finally:
        os.dup2(before, 2)
        os.close(before)
        os.close(writer)
    assert received == [signal.SIGINT]


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
    assert str(run / "last") in str(failure.value)
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
