"""Several ranks train as one does; each run here is started by the real `mlx.launch`."""

import os
import re
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from tiny_runs import (
    COMMAND,
    assert_equal_tensors,
    recipe,
    signal_at,
    stage,
    state,
    tensors,
    texts,
    updates,
    write_pairs,
    write_recipe,
    write_texts,
)

from bashcoder_mlx.bench.scale import free_port
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.model_directory import load_model_directory
from bashcoder_mlx.training.guards import Interrupted, locked
from bashcoder_mlx.training.ranks import connect
from bashcoder_mlx.training.run import _seed, train

TWO_STAGES = recipe(
    stage("english", steps=6, accumulation=2),
    stage("code", ["pairs.jsonl"], steps=4, replay=0.25, sequence_length=32),
    eval_every=3,
)
LONG = recipe(stage(steps=100_000), eval_every=2, eval_rows=1)

# Run in every rank before the command. Compiling takes longer than these runs.
PRELUDE = """
import os, signal, sys
from bashcoder_mlx import runtime
from bashcoder_mlx.training import run as module
from bashcoder_mlx.training.ranks import Ranks
runtime.can_compile = lambda: False
rank, update = int(os.environ["MLX_RANK"]), module._Run._update
def after_update(number, action):
    def acting(self, stage, *rest):
        update(self, stage, *rest)
        if self._row(stage)["total_step"] == number:
            action()
    module._Run._update = acting
"""


PATIENCE = 180  # seconds that a launch may take on a busy machine


@contextmanager
def launched(folder: Path, *arguments, code: str = "", prelude: str = PRELUDE):
    """`mlx.launch -n 2 -- bashcoder ARGUMENTS` in `folder`, with `code` run in each rank before."""
    launcher = Path(sys.executable).with_name("mlx.launch")
    options = ["-n", "2", "--backend", "ring", "--starting-port", str(free_port())]
    program = [*COMMAND[:2], f"{prelude}\n{code}\n{COMMAND[2]}"]
    words = [launcher, *options, "--", *program, *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    reader, writer = os.pipe()  # at the end of its standard input mlx.launch would spin
    child = subprocess.Popen(words, cwd=folder, text=True, stdin=reader, **pipes)
    try:
        yield child
    finally:
        child.kill()  # its ranks see that it is gone
        os.close(reader)
        os.close(writer)


def launch(folder: Path, *arguments, **code) -> SimpleNamespace:
    """What two ranks wrote: `out`, `err`, its `errors`, and the exit `codes` other than 0."""
    with launched(folder, *arguments, **code) as child:
        out, err = child.communicate(timeout=PATIENCE)
    ended = re.findall(r"rank (\d) exited with code (-?\d+)", err)
    errors = [line for line in err.splitlines() if line.startswith("Error: ")]
    assert "Traceback" not in err
    codes = {int(rank): int(code) for rank, code in ended}
    return SimpleNamespace(out=out, err=err, errors=errors, codes=codes)


def train_words(settings: dict, folder: Path, *more) -> list:
    write_recipe(folder / "recipe.toml", settings)
    return ["train", "recipe.toml", "-o", "run", "--data-dir", "data", *more]


def launch_training(folder: Path, settings: dict, *more, **code) -> SimpleNamespace:
    return launch(folder, *train_words(settings, folder, *more), **code)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpora")
    write_texts(folder / "english.txt", texts(40, words=8))
    write_pairs(folder / "pairs.jsonl", 40)
    return folder


@pytest.fixture
def folder(tmp_path, corpora):
    """A folder to work in, with the data."""
    (tmp_path / "data").symlink_to(corpora)
    return tmp_path


@pytest.fixture(scope="module")
def one(corpora, tmp_path_factory):
    """The run on one rank."""
    run = tmp_path_factory.mktemp("one") / "run"
    train(TWO_STAGES, run, data_dir=corpora)
    return run


# Both ranks leave their weights behind.
LEAVE_WEIGHTS = """
import numpy as np
from mlx.utils import tree_flatten
train_all = module._Run.train_all
def leaving(self):
    train_all(self)
    weights = dict(tree_flatten(self.loaded.model.parameters()))
    np.savez(f"rank-{rank}.npz", **{name: np.array(array) for name, array in weights.items()})
module._Run.train_all = leaving
"""


@pytest.fixture(scope="module")
def two(corpora, tmp_path_factory):
    """The same run on two ranks, compiled: the folder it ran in, and what it said."""
    folder = tmp_path_factory.mktemp("two")
    (folder / "data").symlink_to(corpora)
    compiled = PRELUDE.replace("runtime.can_compile", "_")
    return folder, launch_training(folder, TWO_STAGES, prelude=compiled, code=LEAVE_WEIGHTS)


def assert_same_curve(run: Path, one: Path) -> None:
    """As close as sums in another order are."""
    ours, theirs = updates(run), updates(one)
    assert [(u[0], u[3]) for u in ours] == [(u[0], u[3]) for u in theirs]
    for column in (1, 2):
        assert [u[column] for u in ours] == pytest.approx([u[column] for u in theirs], rel=1e-4)


def test_two_ranks_have_the_loss_curve_of_one(two, one):
    folder, said = two
    assert said.codes == {}
    assert_same_curve(folder / "run", one)


def test_all_ranks_end_with_the_same_weights(two):
    folder, _ = two
    first, second = (dict(np.load(folder / f"rank-{rank}.npz")) for rank in (0, 1))
    assert_equal_tensors(first, second)
    saved = tensors(folder / "run/last")
    assert all(np.array_equal(first[name], saved[name]) for name in first)


def test_the_first_rank_alone_writes_and_speaks(two):
    folder, said = two
    assert said.out == "run/best\n"
    assert said.err.count("saved run/last") == 4
    assert "10 steps on 2 ranks" in said.err
    assert {p.name for p in (folder / "run/rank-1").iterdir()} == {"run.lock", "shards"}


def test_a_run_moves_from_one_rank_to_two_and_back(folder, one):
    run = folder / "run"
    with pytest.MonkeyPatch.context() as patch:
        signal_at(patch, 2)
        with pytest.raises(Interrupted):
            train(TWO_STAGES, run, data_dir=folder / "data")
    stop = "if rank == 1: after_update(8, lambda: os.kill(os.getpid(), signal.SIGTERM))"
    said = launch_training(folder, TWO_STAGES, "--resume", code=stop)
    # Whichever rank the signal came to, all stop after the same step.
    assert said.codes == {0: 143, 1: 143}
    assert said.errors == ["Error: stopped; continue with --resume in run"]
    assert (state(run)["stage"], state(run)["step"]) == (1, 2)
    train(TWO_STAGES, run, data_dir=folder / "data", resume=True)
    assert_same_curve(run, one)
    ours, theirs = tensors(run / "last"), tensors(one / "last")
    assert all(np.allclose(ours[name], theirs[name], atol=1e-4) for name in theirs)


def test_a_killed_rank_ends_the_others(folder):
    kill = "if rank == 1: after_update(5, lambda: os.kill(os.getpid(), signal.SIGKILL))"
    said = launch_training(folder, LONG, code=kill)
    assert said.codes == {0: 1, 1: -9}
    assert len(said.errors) == 1
    assert "lost the connection to another rank" in said.errors[0]
    assert "--resume to continue run" in said.errors[0]
    assert state(folder / "run")["step"] == 4
    load_model_directory(folder / "run/last")


def test_the_end_of_the_launcher_stops_all_ranks(folder):
    # Each rank holds the pipe open while it lives.
    os.mkfifo(folder / "alive")
    code = 'alive = os.open("alive", os.O_WRONLY)'
    with (
        launched(folder, *train_words(LONG, folder), code=code) as child,
        (folder / "alive").open() as alive,
    ):
        next(line for line in child.stderr if "saved" in line)
        child.terminate()
        child.communicate(timeout=PATIENCE)
        assert alive.read() == ""
    with locked(folder / "run"):
        assert state(folder / "run")["step"] == updates(folder / "run")[-1][0]


def test_a_loss_that_is_not_finite_on_one_rank_stops_all(folder):
    code = """
from mlx.utils import tree_map
if rank == 1:
    mean = Ranks.mean
    after_update(2, lambda: setattr(Ranks, "mean", spoil))
    def spoil(self, tree):
        return mean(self, tree_map(lambda array: array * float("nan"), tree))
"""
    said = launch_training(folder, LONG, code=code)
    assert said.codes == {0: 1, 1: 1}
    assert len(said.errors) == 1
    assert "loss nan" in said.errors[0] and "step 3 of stage english" in said.errors[0]
    assert state(folder / "run")["step"] == 2


def test_a_batch_that_cannot_be_divided_is_refused(folder):
    said = launch_training(folder, recipe(stage(batch_size=3)))
    assert said.codes == {0: 2, 1: 2}
    message = (
        "Error: stage english: batch_size 3 cannot be divided among 2 ranks: use a multiple of 2"
    )
    assert said.errors == [message]
    assert not (folder / "run").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "no data at"), ("other words in this file\n\n" * 30, "has other data for stage english")],
    ids=["missing", "different"],
)
def test_data_that_one_rank_lacks_ends_all(content, message, folder):
    (folder / "elsewhere").mkdir()
    if content:
        (folder / "elsewhere/english.txt").write_text(content)
    said = launch_training(folder, LONG, code='if rank == 1: sys.argv[-1] = "elsewhere"')
    assert said.codes == {0: 2, 1: 2}
    assert len(said.errors) == 1
    assert said.errors[0].startswith(f"Error: rank 1 on {socket.gethostname()}")
    assert message in said.errors[0]


def test_a_model_is_finetuned_on_two_ranks(folder, one):
    flags = ["--steps", "2", "--batch-size", "2", "--sequence-length", "16"]
    said = launch(folder, "finetune", "data/pairs.jsonl", "-c", one, "-o", "run", *flags)
    assert (said.out, said.codes) == ("run/best\n", {})
    assert state(folder / "run")["step"] == 2


# One rank.


def test_without_the_launcher_there_is_one_rank(monkeypatch):
    monkeypatch.delenv("MLX_RANK", raising=False)
    assert connect().size == 1


def test_a_launch_of_one_rank_is_a_run_like_any_other(monkeypatch, tmp_path):
    (tmp_path / "hosts").write_text("\n")  # as `mlx.launch -n 1` writes it
    monkeypatch.setenv("MLX_RANK", "0")
    monkeypatch.setenv("MLX_HOSTFILE", str(tmp_path / "hosts"))
    assert connect().size == 1


def test_ranks_that_cannot_be_reached_are_an_error(monkeypatch, tmp_path):
    (tmp_path / "hosts").write_text("nonsense")
    monkeypatch.setenv("MLX_RANK", "0")
    monkeypatch.setenv("MLX_HOSTFILE", str(tmp_path / "hosts"))
    with pytest.raises(BashcoderError, match="rank 0 on .* cannot connect to the others"):
        connect()


def test_each_rank_drops_out_differently():
    assert len({_seed(0, 0, 1), _seed(0, 0, 1, 1), _seed(0, 0, 1, 2)}) == 3
