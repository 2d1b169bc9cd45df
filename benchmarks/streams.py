"""What the two CPU streams of a training step are worth: seconds per step with one and with two.

python benchmarks/streams.py
"""

import json
import statistics
import time

import click
import numpy as np

from bashcoder_mlx import runtime
from bashcoder_mlx.models import build
from bashcoder_mlx.models.presets import llama_config
from bashcoder_mlx.shards.mixture import Batch
from bashcoder_mlx.training import optimizer, step
from bashcoder_mlx.training.initialise import initialise
from bashcoder_mlx.training.recipe import OptimizerSettings

ROWS, LENGTH, VOCABULARY = 8, 256, 4096
BOTH = runtime.compute_streams


def trainer(streams: list):
    """A step of the shipped shape that spreads its work over the given streams."""
    optimizer.compute_streams = step.compute_streams = lambda: streams
    heads = {"num_attention_heads": 4, "num_key_value_heads": 4}
    shape = {"hidden_size": 256, "num_hidden_layers": 4}
    model = build(llama_config("tiny", VOCABULARY, **shape, **heads))
    initialise(model)
    rule = optimizer.Optimizer(OptimizerSettings(), model.trainable_parameters())
    return step.make_step(model, rule, accumulation=1)


@click.command()
@click.option("--trials", default=10, show_default=True)
def main(trials: int) -> None:
    """Times both in turn, so that other load on the machine meets both alike."""
    tokens = np.random.default_rng(0).integers(0, VOCABULARY, (ROWS, LENGTH + 1), np.int32)
    batch = Batch(tokens, np.ones_like(tokens), np.ones(tokens.shape, bool), [])
    cases = {"one stream": BOTH()[:1], "two streams": BOTH()}
    steps = {name: trainer(streams) for name, streams in cases.items()}
    threads = {"one stream": lambda: runtime.set_blas_threads(None)}
    threads["two streams"] = runtime.set_training_threads
    seconds = {name: [] for name in cases}
    for trial in range(trials + 2):
        for name, run in steps.items():
            threads[name]()
            start = time.perf_counter()
            run([batch], 1.0)
            if trial >= 2:  # compilation and warm-up
                seconds[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    for name, times in seconds.items():
        speed = ROWS * LENGTH / medians[name]
        row = {"case": name, "seconds": [round(t, 4) for t in times]}
        click.echo(json.dumps(row | {"tokens_per_second": round(speed)}))
    ratio = medians["two streams"] / medians["one stream"]
    click.echo(json.dumps({"ratio": round(ratio, 3)}))


if __name__ == "__main__":
    main()
