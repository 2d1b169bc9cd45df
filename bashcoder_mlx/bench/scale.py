"""The row `scale`: speed and memory by size, beside what `--dry-run` says, and by ranks."""

import json
import statistics
import subprocess
import sys
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
_PACE, _STEPS, _FIRST = "tokens/s of a step", 16, 4  # the first steps compile


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
    corpus = str(write_texts(bench.folder / "texts.jsonl"))
    cases = [
        Case(
            name,
            f"{__name__}:ranks",
            f"bashcoder pretrain, nano, 16 rows of {LENGTH}: {what}; median of {_STEPS - _FIRST}",
            {"count": count, "corpus": corpus, "folder": str(bench.folder)},
            timed=False,
        )
        for name, count, what in (
            ("one rank", 1, "one process"),
            ("two ranks", 2, "two on this machine, by mlx.launch and the ring backend"),
        )
    ]
    ratio = Ratio("two ranks / one", "two ranks", "one rank", _PACE)
    bench.compare("ranks that share this machine", cases, [ratio])


def ranks(trials, *, count: int, corpus: str, folder: str) -> None:
    """Trains for some steps on so many ranks."""
    beside, run = Path(sys.executable).parent, Path(folder) / f"ranks-{count}"
    command = [str(beside / "bashcoder"), "pretrain", corpus, "--size", "nano", "-o", str(run)]
    command += ["--steps", str(_STEPS), "--batch-size", "16", "--sequence-length", str(LENGTH)]
    if count > 1:
        launch = [str(beside / "mlx.launch"), "-n", str(count), "--backend", "ring", "--"]
        command = [*launch, *command]
    # At the end of its standard input the launcher would use a core, so that stays open.
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        process.wait()
    rows = [json.loads(line) for line in (run / "metrics.jsonl").read_text().splitlines()]
    paces = [row["tokens_per_second"] for row in rows if "tokens_per_second" in row]
    trials.figure(_PACE, statistics.median(paces[_FIRST:]))


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
