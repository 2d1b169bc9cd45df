"""Figures of a model on held-out data: bits per byte, and its answers to NL2Bash's dev prompts.

    python benchmarks/dev_figures.py MODEL DATA_DIR

Bits per byte are over every row of each file. Answers are what `bashcoder ask` prints first:
`exact` counts those equal to the gold command but for white space, `first_utility` those that begin
with the gold's first word, `valid_raw` the likeliest candidates that `bash -n` accepts, `valid` the
printed ones. Intervals are 95 % bootstrap intervals over prompts.
"""

import json
import tempfile
import warnings
from pathlib import Path

import click
import numpy as np

from bashcoder_mlx import ask, load
from bashcoder_mlx.checkpoints import find_checkpoint
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.model_directory import DTYPES, Loaded, load_model_directory
from bashcoder_mlx.shards.shard import write_shard
from bashcoder_mlx.training.step import make_evaluation
from bashcoder_mlx.training.validation import evaluate

SETS = {"bash": "nl2bash.dev.jsonl", "english": "tinystories.valid.jsonl"}
RESAMPLES = 2000


def bits_per_byte(loaded: Loaded, path: Path, folder: Path) -> float:
    """Of the learned text of a file, cut into rows of the model's context."""
    rows = read_documents(path)
    shard = write_shard(folder / path.name, rows, loaded.tokenizer, loaded.model.context_length)
    evaluation = make_evaluation(loaded.model, loaded.tokenizer.token_bytes())
    return evaluate(evaluation, shard, batch_size=8, rows=len(shard))["bits_per_byte"]


def judge(loaded: Loaded, prompt: str, gold: str) -> dict[str, bool]:
    """Compares the answer to one prompt with its gold command."""
    try:
        answer = ask(prompt, loaded, system="linux")
    except BashcoderError:
        return dict.fromkeys(("exact", "first_utility", "valid_raw", "valid"), False)
    likeliest = max(answer.candidates, key=lambda candidate: candidate.score)
    return {
        "exact": answer.text.split() == gold.split(),
        "first_utility": answer.text.split()[0] == gold.split()[0],
        "valid_raw": bool(likeliest.valid),
        "valid": bool(answer.valid),
    }


def with_interval(values: np.ndarray) -> dict:
    """Mean of 0/1 values and its bootstrap interval."""
    draws = np.random.default_rng(0).choice(values, (RESAMPLES, len(values))).mean(axis=1)
    low, high = np.percentile(draws, [2.5, 97.5])
    return {"mean": round(float(values.mean()), 4), "interval": [round(low, 4), round(high, 4)]}


@click.command()
@click.argument("model")
@click.argument("data_dir", type=click.Path(exists=True, path_type=Path))
@click.option("--limit", type=int, help="Only the first prompts.")
def main(model: str, data_dir: Path, limit: int | None) -> None:
    """Prints one JSON object."""
    warnings.simplefilter("ignore")
    loaded = load_model_directory(find_checkpoint(model), DTYPES["float32"])
    with tempfile.TemporaryDirectory() as folder:
        report = {
            f"{name}_bits_per_byte": round(bits_per_byte(loaded, data_dir / file, Path(folder)), 4)
            for name, file in SETS.items()
        }
    pairs = list(read_documents(data_dir / SETS["bash"]))[:limit]
    loaded = load(model)
    judged = [judge(loaded, pair.prompt, pair.completion) for pair in pairs]
    report["prompts"] = len(judged)
    for name in judged[0]:
        report[name] = with_interval(np.array([row[name] for row in judged], float))
    click.echo(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
