"""What a checkpoint survives: failing and full disks, read-only folders, kill -9."""

import os
import random
import re
import resource
import shutil
import signal
import subprocess
from pathlib import Path

import mlx.core as mx
import pytest
from tiny_models import llama, random_model, tiny_tokenizer
from tiny_runs import (
    at_step,
    recipe,
    stage,
    start,
    state,
    write_recipe,
)

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.model_directory import Loaded, load_model_directory
from bashcoder_mlx.training.checkpoint import Checkpoints, Position
from bashcoder_mlx.training.optimizer import Optimizer
from bashcoder_mlx.training.recipe import OptimizerSettings
from bashcoder_mlx.training.run import train

FULL = os.environ.get("BASHCODER_FULL") == "1"
KILLS = 50 if FULL else 3


# One checkpoint, with every operation on the disk failing in turn.


@pytest.fixture(scope="module")
def trained():
    """A model and its optimizer."""
    tokenizer = tiny_tokenizer()
    config = llama(tokenizer.vocab_size, num_hidden_layers=1)
    model = random_model(config)
    optimizer = Optimizer(OptimizerSettings(), model.trainable_parameters())
    return Loaded(model, tokenizer, config, Path("none")), optimizer


class Killed(BaseException):
    """The end of the process, as far as the code under test can tell."""


OPERATIONS = [
    (os, "fsync"),
    (os, "rename"),
    (os, "replace"),
    (os, "open"),
    (os, "symlink"),
    (os, "mkdir"),
    (os, "rmdir"),
    (os, "unlink"),
    (mx, "save_safetensors"),
    (Path, "write_text"),
    (Path, "mkdir"),
    (Path, "chmod"),
]


class Disk:
    """Counts operations; from number `fails_at` on they raise: that one, or all that follow."""

    def __init__(self, monkeypatch, error: BaseException, fails_at: int):
        self.count, self.error, self.fails_at = 0, error, fails_at
        for owner, name in OPERATIONS:
            monkeypatch.setattr(owner, name, self._failing(getattr(owner, name)))

    def _failing(self, operation):
        def perform(*arguments, **options):
            self.count += 1
            dead = isinstance(self.error, Killed) and self.count > self.fails_at
            if dead or self.count == self.fails_at:
                raise self.error
            return operation(*arguments, **options)

        return perform


def write_checkpoint(run: Path, trained, number: int) -> None:
    """What the trainer does at step `number`."""
    checkpoints = Checkpoints(run)
    checkpoints.save(f"a-{number}", *trained, Position(0, number))
    for link in ("best", "last"):
        checkpoints.link(link, f"a-{number}")
    checkpoints.prune()


def operations_of_a_checkpoint(run: Path, trained) -> int:
    with pytest.MonkeyPatch.context() as patch:
        disk = Disk(patch, OSError(), -1)
        write_checkpoint(run, trained, 2)
    return disk.count


def failed_checkpoints(tmp_path, trained, error):
    """Runs whose second checkpoint failed, one for each operation; and what was raised."""
    (tmp_path / "first").mkdir()
    write_checkpoint(tmp_path / "first", trained, 1)
    shutil.copytree(tmp_path / "first", tmp_path / "count", symlinks=True)
    for k in range(1, operations_of_a_checkpoint(tmp_path / "count", trained) + 1):
        run = tmp_path / str(k)
        shutil.copytree(tmp_path / "first", run, symlinks=True)
        raised = None
        with pytest.MonkeyPatch.context() as patch:
            Disk(patch, error, k)
            try:
                write_checkpoint(run, trained, 2)
            except BaseException as caught:
                raised = caught
        yield run, raised


def test_a_failing_disk_leaves_a_checkpoint_whole_and_no_litter(tmp_path, trained):
    error = OSError(28, "No space left on device", "x")
    failed = 0
    for run, raised in failed_checkpoints(tmp_path, trained, error):
        load_model_directory(run / "last")
        step = state(run)["step"]
        assert step == (1 if raised else 2)
        if raised:
            failed += 1
            assert isinstance(raised, BashcoderError), (run, raised)
            assert "No space left" in str(raised)
        assert [p for p in run.rglob(".*")] == [], run
    assert failed > 20


def test_a_kill_at_any_operation_leaves_a_checkpoint_whole(tmp_path, trained):
    runs = 0
    for run, _ in failed_checkpoints(tmp_path, trained, Killed()):
        runs += 1
        for link in ("last", "best"):
            load_model_directory(run / link)
        assert state(run)["step"] in (1, 2)
        # The next process tidies up, and saves the same checkpoint.
        Checkpoints(run).prune()
        write_checkpoint(run, trained, 2)
        load_model_directory(run / "last")
        assert state(run)["step"] == 2
        assert [p.name for p in (run / "checkpoints").iterdir()] == ["a-2"]
        assert [p for p in run.rglob(".*")] == []
    assert runs > 20


# Whole runs on disks that fail.


def train_until_6_then(monkeypatch, action, run, data) -> str:
    """The message of a run that `action` breaks between its checkpoints at steps 5 and 10."""
    at_step(monkeypatch, 6, action)
    with pytest.raises(BashcoderError) as failure:
        train(recipe(), run, data_dir=data)
    assert failure.value.exit_code == 1
    load_model_directory(run / "last")
    assert state(run)["step"] == 5
    return str(failure.value)


def test_a_file_that_cannot_grow_fails_the_checkpoint(run, data, monkeypatch):
    """The weights are written by C++; the limit makes the system refuse, as a full disk does."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        message = train_until_6_then(
            monkeypatch,
            lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1])),
            run,
            data,
        )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert message.startswith(f"cannot write {run}/checkpoints/english-000010")
    assert [p.name for p in (run / "checkpoints").iterdir()] == ["english-000005"]
    train(recipe(), run, data_dir=data, resume=True)
    assert state(run)["step"] == 10


@pytest.fixture
def not_root():
    """Gives up root's right to write everywhere; returns how to do it in the middle of a run."""
    if os.geteuid() != 0:
        yield lambda: None
        return
    try:
        yield lambda: os.seteuid(65534)
    finally:
        os.seteuid(0)


def test_a_folder_that_became_read_only_fails_the_checkpoint(run, data, monkeypatch, not_root):
    def seal():
        (run / "checkpoints").chmod(0o555)
        not_root()

    # pytest's folders are for their owner alone.
    for folder in (run, *run.parents)[:4]:
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    run.rmdir()
    message = train_until_6_then(monkeypatch, seal, run, data)
    assert "cannot write" in message
    assert "Permission denied" in message
    assert "saved" not in message


@pytest.mark.parametrize("parent", ["file", "/proc/self"])
def test_a_folder_that_cannot_be_made_is_one_error(parent, data, tmp_path):
    (tmp_path / "file").write_text("")
    if not (tmp_path / parent).exists():
        pytest.skip("no /proc on this system")
    with pytest.raises(BashcoderError, match="cannot write to .*/run") as failure:
        train(recipe(), tmp_path / parent / "run", data_dir=data)
    assert failure.value.exit_code in (1, 2)


# kill -9 in a real process.


def saved_steps(lines: list[str]) -> list[int]:
    """The steps of which a run said that they are saved."""
    return [int(re.search(r"step\D(\d+)", line)[1]) for line in lines if "saved" in line]


def test_kill_9_at_random_moments(tmp_path, data):
    draw = random.Random(0)
    settings = recipe(stage(steps=100_000, warmup_steps=0), eval_every=1, eval_rows=1)
    write_recipe(tmp_path / "recipe.toml", settings)
    reached = 0
    for _ in range(KILLS):
        child = start(
            tmp_path, "train", "recipe.toml", "-o", "run", "--data-dir", str(data), "--resume"
        )
        lines = []
        for line in child.stderr:
            lines.append(line)
            if len(saved_steps(lines)) > draw.randrange(6):
                break
        with pytest.raises(subprocess.TimeoutExpired):
            child.wait(draw.uniform(0, 0.1))  # into the middle of whatever comes next
        child.kill()
        lines += child.communicate()[1].splitlines()
        assert child.returncode == -signal.SIGKILL
        load_model_directory(tmp_path / "run" / "last")
        load_model_directory(tmp_path / "run" / "best")
        assert state(tmp_path / "run")["step"] >= saved_steps(lines)[-1] > reached
        reached = state(tmp_path / "run")["step"]
