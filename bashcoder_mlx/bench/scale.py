"""The row `scale`: tokens per second and memory by size, beside what `--dry-run` says of them."""

from functools import partial

from bashcoder_mlx.bench.corpus import LENGTH
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


def run(bench: Bench) -> None:
    """Measures the table of this row."""
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


def preset(trials, *, size: str, rows: int) -> None:
    """Trains a preset on random tokens, where there are trials, and plans it.

    Args:
        size: of models/presets.py.
        rows: of a step.
    """
    import mlx.core as mx

    from bashcoder_mlx.models.presets import llama_config
    from bashcoder_mlx.training import plan
    from bashcoder_mlx.training.recipe import OptimizerSettings

    config, settings = llama_config(size, VOCABULARY), OptimizerSettings()
    counted = plan.Size.of(config)
    trials.figure("parameters", counted.parameters)
    _train(trials, config, rows)
    mx.clear_cache()
    pace = plan.measure_pace(config, LENGTH, settings)
    memory = counted.memory(rows, LENGTH, settings.name)
    trials.figure(_SPEED, rows * LENGTH / pace.seconds(rows))
    trials.figure(_PEAK, sum(memory.values()), "bytes")


def _train(trials, config: dict, rows: int) -> None:
    import mlx.core as mx

    from bashcoder_mlx import runtime
    from bashcoder_mlx.training.plan import TimedStep
    from bashcoder_mlx.training.recipe import OptimizerSettings

    runtime.set_training_threads()
    step = None
    for _ in trials:
        step = step or TimedStep(config, LENGTH, OptimizerSettings())
        step.run(rows)
        trials.count(rows * LENGTH)
    if step:
        trials.figure(_MLX_PEAK, mx.get_peak_memory(), "bytes")
