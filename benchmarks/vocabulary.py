"""Which vocabulary size learns most in a fixed time: bits per byte of held-out bash after training.

    python benchmarks/vocabulary.py DATA_DIR --minutes 3 --sizes 4096 --sizes 8000

Each size trains the same network on the same pairs for the same wall time, with a schedule that
fits the steps it can do, and is judged on pairs it has not seen. The figure does not depend on the
vocabulary, as it counts bytes of text.
"""

import json
import tempfile
import time
from pathlib import Path

import click

from bashcoder_mlx.training.progress import read_metrics
from bashcoder_mlx.training.run import train

PROBE_STEPS = 12


def recipe(vocab_size: int, steps: int) -> dict:
    """One stage on NL2Bash and tldr pairs, validated on NL2Bash's development set."""
    shape = {"hidden_size": 256, "num_hidden_layers": 4}
    heads = {"num_attention_heads": 4, "num_key_value_heads": 4}
    stage = {
        "name": "code",
        "steps": steps,
        "batch_size": 8,
        "data": ["nl2bash.train.jsonl", "tldr.jsonl.gz"],
        "valid": {"bash": "nl2bash.dev.jsonl"},
    }
    return {
        "name": f"vocabulary-{vocab_size}",
        "model": {"overrides": shape | heads},
        "tokenizer": {"vocab_size": vocab_size},
        "eval_every": steps,
        "eval_rows": 10_000,
        "stage": [stage],
    }


def measure(vocab_size: int, minutes: float, data_dir: Path, folder: Path) -> dict:
    """Probes the speed, then trains for the given time."""
    probe = folder / f"probe-{vocab_size}"
    train(recipe(vocab_size, PROBE_STEPS), probe, data_dir=data_dir)
    seconds = sorted(row["seconds"] for row in read_metrics(probe) if "seconds" in row)
    steps = int(minutes * 60 / seconds[len(seconds) // 2])
    run = folder / f"run-{vocab_size}"
    start = time.perf_counter()
    train(recipe(vocab_size, steps), run, data_dir=data_dir)
    figures = read_metrics(run)[-1]
    return {
        "vocab_size": vocab_size,
        "steps": steps,
        "tokens": figures["tokens"],
        "minutes": round((time.perf_counter() - start) / 60, 2),
        "bits_per_byte": round(figures["valid"]["bash"]["bits_per_byte"], 4),
    }


@click.command()
@click.argument("data_dir", type=click.Path(exists=True, path_type=Path))
@click.option("--minutes", default=3.0, help="Training time for each size.")
@click.option("--sizes", multiple=True, type=int, default=(4096, 8000))
def main(data_dir: Path, minutes: float, sizes: tuple[int, ...]) -> None:
    """Compares vocabulary sizes at equal training time."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            click.echo(json.dumps(measure(size, minutes, data_dir, Path(folder))))


if __name__ == "__main__":
    main()
