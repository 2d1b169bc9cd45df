"""Training runs of a second: corpora, recipes, and what to look at afterwards."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from mlx.utils import tree_flatten

from bashcoder_mlx import cli, runtime
from bashcoder_mlx.model_directory import load_model_directory, read_weights
from bashcoder_mlx.models import presets
from bashcoder_mlx.shards.shard import Shard, open_shard
from bashcoder_mlx.training.progress import Reporter, read_metrics

WORDS = ["list", "show", "the", "files", "find", "large", "old", "folder", "copy", "count"]
SMALL = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 2,
    "max_position_embeddings": 64,
}
QUICK = {"steps": 2, "batch_size": 2, "sequence_length": 16}
QUICK_FLAGS = ["--steps", "2", "--batch-size", "2", "--sequence-length", "16"]
COMMAND = [sys.executable, "-c", "from bashcoder_mlx.cli import main; main()"]


def texts(count: int, seed: int = 0, words: int = 12) -> list[str]:
    """Documents of random words, all different."""
    draw = random.Random(seed)
    return [" ".join(draw.choices(WORDS, k=words)) + f" {seed}.{i}" for i in range(count)]


def write_texts(path: Path, documents: list[str]) -> Path:
    """A .txt corpus; returns `path`."""
    path.write_text("\n\n".join(documents) + "\n", encoding="utf-8")
    return path


def write_pairs(path: Path, count: int, seed: int = 0) -> Path:
    """A .jsonl corpus of commands; returns `path`."""
    draw = random.Random(seed)
    pairs = [
        {"prompt": " ".join(draw.choices(WORDS, k=4)), "completion": f"ls {draw.choice(WORDS)} {i}"}
        for i in range(count)
    ]
    path.write_text("".join(json.dumps(pair) + "\n" for pair in pairs), encoding="utf-8")
    return path


def stage(name: str = "english", data=("english.txt",), **settings) -> dict:
    """A stage of 10 steps of 4 rows of 16 tokens."""
    default = {"steps": 10, "batch_size": 4, "sequence_length": 16, "warmup_steps": 2}
    return default | {"name": name, "data": list(data)} | settings


def recipe(*stages: dict, **settings) -> dict:
    """A recipe with a model 32 wide and about 300 tokens."""
    default = {
        "name": "test",
        "model": {"size": "nano", "overrides": SMALL},
        "tokenizer": {"vocab_size": 320},
        "eval_every": 5,
        "eval_rows": 8,
    }
    return default | {"stage": list(stages) or [stage()]} | settings


def write_recipe(path: Path, settings: dict) -> Path:
    """A recipe as TOML; returns `path`."""
    path.write_text("".join(f"{key} = {_toml(value)}\n" for key, value in settings.items()))
    return path


def _toml(value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value)


def at_step(monkeypatch, total_step: int, action) -> None:
    """Calls `action()` once, when the run has recorded that update and not yet saved it."""
    record, waiting = Reporter.step, [action]

    def step(self, name, row, tokens):
        record(self, name, row, tokens)
        if row["total_step"] == total_step and waiting:
            waiting.pop()()

    monkeypatch.setattr(Reporter, "step", step)


def signal_at(monkeypatch, total_step: int, signum: int = signal.SIGTERM) -> None:
    """Sends this process a signal during that update."""
    at_step(monkeypatch, total_step, lambda: os.kill(os.getpid(), signum))


def updates(run: Path) -> list[tuple]:
    """Step, loss, gradient norm and tokens of every update in metrics.jsonl, exact."""
    keys = ("total_step", "loss", "grad_norm", "tokens")
    return [tuple(row[k] for k in keys) for row in read_metrics(run) if "loss" in row]


def validations(run: Path) -> list[dict]:
    """The rows of metrics.jsonl with validation figures."""
    return [row for row in read_metrics(run) if "valid" in row]


def losses(run: Path) -> list[float]:
    """The training loss of every update."""
    return [row[1] for row in updates(run)]


def tensors(directory: Path) -> dict[str, np.ndarray]:
    """Weights of a model directory, and the optimizer's state where there is one."""
    arrays = tree_flatten(load_model_directory(directory).model.parameters())
    state = directory / "training/optimizer.safetensors"
    arrays += list(read_weights(state).items()) if state.exists() else []
    return {name: np.array(array) for name, array in arrays}


def assert_equal_tensors(one: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> None:
    """Bit for bit."""
    assert one.keys() == other.keys()
    different = [name for name, array in one.items() if array.tobytes() != other[name].tobytes()]
    assert not different


def shard_of(run: Path, split: str) -> Shard:
    """The shard of a run's only stage, told apart by size: training is the larger."""
    shards = [open_shard(path, 10_000) for path in (run / "shards").iterdir()]
    return sorted(shards, key=len)[{"valid": 0, "train": -1}[split]]


def state(run: Path, link: str = "last") -> dict:
    """The position that a checkpoint records."""
    return json.loads((run / link / "training/state.json").read_text())


def start(folder: Path, *arguments: str, code: str = "") -> subprocess.Popen:
    """`bashcoder ARGUMENTS` in `folder`, with `code` run before it; stderr is a pipe of lines."""
    command = [*COMMAND[:2], f"{code}\n{COMMAND[2]}", *arguments]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=folder, text=True, bufsize=1, **pipes)


def working_folder(folder: Path, monkeypatch) -> Path:
    """Makes `folder` the current one, with a little data; `nano` becomes tinier still."""
    write_texts(folder / "english.txt", texts(40))
    write_texts(folder / "old.txt", texts(30, seed=5))
    write_texts(folder / "valid.txt", texts(5, seed=9))
    write_pairs(folder / "pairs.jsonl", 30)
    monkeypatch.chdir(folder)
    monkeypatch.setitem(presets.SIZES, "nano", (32, 1, 1, 1, 1024))
    # Compiling takes longer than the two steps of these runs.
    monkeypatch.setattr(runtime, "can_compile", lambda: False)
    return folder


def bashcoder(capsys, *arguments) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of `bashcoder ARGUMENTS`."""
    with pytest.raises(SystemExit) as stop:
        cli.run(cli.group, [str(argument) for argument in arguments])
    return (stop.value.code, *capsys.readouterr())


def refused(capsys, *arguments) -> str:
    """The one line with which a command refuses its input."""
    code, out, err = bashcoder(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("Error: ")
    assert "Traceback" not in err
    return err


def run_recipe(run: Path = Path("run")) -> dict:
    """What a run recorded of its settings."""
    return json.loads((run / "recipe.json").read_text())["recipe"]
