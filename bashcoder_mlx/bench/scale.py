"""The row `scale`: speed and memory by size, beside what `--dry-run` says, and by ranks."""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from bashcoder_mlx.bench.corpus import LENGTH, write_texts
from bashcoder_mlx.bench.measure import Case
from bashcoder_mlx.bench.report import VALUE, Ratio
from bashcoder_mlx.bench.run import Bench

TITLE = "Scale: from nano to large"
VOCABULARY = 8192
# Preset to rows of a step: few, so that the whole row takes minutes.
MEASURED = {"nano": 16, "tiny": 8, "small": 4}
PREDICTED = {"medium": 16, "large": 16}
_SPEED, _PEAK, _MLX_PEAK = "predicted tokens/s", "predicted MLX peak", "MLX peak"
_FEW = 3  # trials
_STEPS, _SETTLING = 8, 3  # of a run on ranks, and those of them that are not counted
_RECIPE = """
name = "ranks"
eval_every = 1000
eval_rows = 1
model = {{ size = "nano" }}
tokenizer = {{ kind = "char", vocab_size = 400 }}
[[stage]]
name = "only"
steps = {steps}
data = ["{corpus}"]
"""


def run(bench: Bench) -> None:
    """Measures the tables of this row."""
    _presets(bench)
    _ranks(bench)


def _presets(bench: Bench) -> None:
    case = partial(Case, work=f"{__name__}:preset")
    what = f"Muon, vocabulary {VOCABULARY:,}, rows of {LENGTH}:"
    cases = [
        case(size, what=f"{what} {rows}", settings={"size": size, "rows": rows})
        for size, rows in MEASURED.items()
    ]
    cases += [
        case(
            size,
            what=f"{what} {rows}; by the arithmetic of --dry-run alone",
            settings={"size": size, "rows": rows},
            timed=False,
        )
        for size, rows in PREDICTED.items()
    ]
    ratios = [
        Ratio(f"{size}: measured / predicted {what}", size, size, of, over)
        for size in MEASURED
        for what, of, over in (("tokens/s", VALUE, _SPEED), ("MLX peak", _MLX_PEAK, _PEAK))
    ]
    bench.compare("presets", cases, ratios, most_trials=_FEW)


def _ranks(bench: Bench) -> None:
    recipe, corpus = bench.folder / "ranks.toml", write_texts(bench.folder / "texts.jsonl")
    recipe.write_text(_RECIPE.format(steps=_STEPS, corpus=corpus))
    what = "nano, Muon, 16 rows of 256 shared by"
    cases = [
        Case(
            f"{n} rank{'s' * (n > 1)}",
            f"{__name__}:ranks",
            f"{what} {n} of this machine",
            {"recipe": str(recipe), "count": n},
            warm_up=0,
        )
        for n in (1, 2)
    ]
    ratio = Ratio("2 ranks / 1", "2 ranks", "1 rank")
    note = (
        f"`bashcoder train`, two ranks by `mlx.launch --backend ring`; the median of the last "
        f"{_STEPS - _SETTLING} steps. On one machine the ranks share its cores."
    )
    bench.compare("ranks", cases, [ratio], [note], most_trials=_FEW)


def ranks(trials, *, recipe: str, count: int) -> None:
    """Runs a recipe on so many ranks of this machine.

    Raises:
        RuntimeError: the run failed.
    """
    from bashcoder_mlx.training.progress import read_metrics

    program = [sys.executable, "-c", "from bashcoder_mlx.cli import main; main()", "train", recipe]
    launcher = [str(Path(sys.executable).with_name("mlx.launch")), "-n", str(count)]
    for _ in trials:
        with tempfile.TemporaryDirectory() as folder:
            run_folder = Path(folder) / "run"
            port = ["--backend", "ring", "--starting-port", str(free_port()), "--"]
            words = [*program, "-o", str(run_folder)]
            _finish([*launcher, *port, *words] if count > 1 else words)
            steps = [row for row in read_metrics(run_folder) if "seconds" in row][_SETTLING:]
        if len(steps) < _STEPS - _SETTLING:
            raise RuntimeError(f"the run on {count} ranks ended early; try it by itself")
        tokens = steps[-1]["tokens"] / _STEPS
        trials.count(tokens)
        trials.took(statistics.median(row["seconds"] for row in steps))


def free_port() -> int:
    """The first of two ports in a row that nobody listens on."""
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        port = first.getsockname()[1]
        try:
            second.bind(("127.0.0.1", port + 1))
        except (OSError, OverflowError):
            return free_port()
        return port


def _finish(words: list[str]) -> None:
    """Runs a program to its end, with a standard input that stays open: mlx.launch reads it."""
    reader, writer = os.pipe()
    try:
        done = subprocess.run(words, stdin=reader, capture_output=True, text=True)
    finally:
        os.close(reader)
        os.close(writer)
    if done.returncode:
        raise RuntimeError(done.stderr.strip() or f"exit code {done.returncode}")


def preset(trials, *, size: str, rows: int) -> None:
    """Trains a preset on random tokens, where there are trials, and plans it.

    Args:
        size: of models/presets.py.
        rows: of a step.
    """
    import mlx.core as mx

    from bashcoder_mlx.models.presets import llama_config
    from bashcoder_mlx.training import arithmetic
    from bashcoder_mlx.training.recipe import OptimizerSettings

    config, settings = llama_config(size, VOCABULARY), OptimizerSettings()
    counted = arithmetic.Size.of(config)
    trials.figure("parameters", counted.parameters)
    _train(trials, config, rows)
    mx.clear_cache()
    pace = arithmetic.measure_pace(config, LENGTH, settings)
    memory = counted.memory(rows, LENGTH, settings.name)
    trials.figure(_SPEED, rows * LENGTH / pace.seconds(rows))
    trials.figure(_PEAK, sum(memory.values()), "bytes")


def _train(trials, config: dict, rows: int) -> None:
    import mlx.core as mx

    from bashcoder_mlx import runtime
    from bashcoder_mlx.training.arithmetic import TimedStep
    from bashcoder_mlx.training.recipe import OptimizerSettings

    runtime.set_training_threads()
    step = None
    for _ in trials:
        step = step or TimedStep(config, LENGTH, OptimizerSettings())
        step.run(rows)
        trials.count(rows * LENGTH)
    if step:
        trials.figure(_MLX_PEAK, mx.get_peak_memory(), "bytes")
