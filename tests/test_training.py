"""Training: it learns, its figures are right, and every checkpoint is a model directory."""

import json
import math
import os
import sys

import mlx.core as mx
import numpy as np
import pytest
from mlx.utils import tree_flatten
from tiny_runs import (
    SMALL,
    losses,
    recipe,
    shard_of,
    stage,
    tensors,
    texts,
    validations,
    write_pairs,
    write_texts,
)

import bashcoder_mlx
from bashcoder_mlx import runtime
from bashcoder_mlx.model_directory import load_model_directory
from bashcoder_mlx.models import build
from bashcoder_mlx.shards.encode import token_bytes
from bashcoder_mlx.shards.mixture import gather
from bashcoder_mlx.training import progress, step
from bashcoder_mlx.training import run as run_module
from bashcoder_mlx.training.initialise import initialise
from bashcoder_mlx.training.optimizer import Optimizer
from bashcoder_mlx.training.progress import Reporter, read_metrics
from bashcoder_mlx.training.recipe import OptimizerSettings
from bashcoder_mlx.training.run import train
from bashcoder_mlx.training.validation import evaluate


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_texts(folder / "english.txt", texts(60))
    write_texts(folder / "valid.txt", texts(6, seed=9))
    write_pairs(folder / "pairs.jsonl", 40)
    return folder


@pytest.fixture(scope="module")
def finished(data, tmp_path_factory):
    """A run of two stages with validation sets of their own."""
    valid = {"english": "valid.txt", "commands": "pairs.jsonl"}
    settings = recipe(
        stage("english", valid=valid),
        stage("code", ["pairs.jsonl"], valid=valid, replay=0.25, steps=5, sequence_length=32),
    )
    run = tmp_path_factory.mktemp("finished") / "run"
    assert train(settings, run, data_dir=data) == run / "best"
    return run


# Learning.


@pytest.mark.parametrize("name", ["muon", "adamw"])
@pytest.mark.parametrize("schedule", ["wsd", "cosine"])
def test_a_repetitive_corpus_is_learned(name, schedule, tmp_path):
    write_texts(tmp_path / "data.txt", ["list the files and count the lines"] * 30)
    settings = recipe(
        stage("only", ["data.txt"], steps=30, schedule=schedule),
        optimizer={"name": name, "learning_rate": 1e-2},
        eval_every=30,
    )
    train(settings, tmp_path / "run", data_dir=tmp_path)
    first, *_, last = losses(tmp_path / "run")
    assert last < 0.6 * first


def test_a_new_model_starts_from_even_odds(finished):
    config = json.loads((finished / "english/config.json").read_text())
    assert losses(finished)[0] == pytest.approx(math.log(config["vocab_size"]), rel=0.02)


# One step.


@pytest.fixture
def batches():
    draw = np.random.default_rng(0)

    def batch(rows):
        tokens = draw.integers(4, 50, (rows, 17)).astype(np.int32)
        segments = np.ones((rows, 17), np.int32)
        learned = draw.random((rows, 17)) < 0.7
        return run_module.Batch(tokens, segments, learned, [])

    return batch


def new_model(dropout: float = 0.0):
    mx.random.seed(0)
    model = build(bashcoder_mlx.models.presets.llama_config("nano", 50, dropout=dropout, **SMALL))
    initialise(model)
    model.train()
    return model


def uncompiled(monkeypatch) -> None:
    """Compiling kernels of another precision takes a minute the first time."""
    monkeypatch.setattr(runtime, "can_compile", lambda: False)


def updated(batches, accumulation: int, name: str = "adamw"):
    model = new_model()
    optimizer = Optimizer(OptimizerSettings(name), model.trainable_parameters())
    figures = step.make_step(model, optimizer)(batches, 1.0)
    return figures, dict(tree_flatten(model.parameters()))


def test_accumulation_equals_one_large_batch(batches):
    parts = [batches(4), batches(4)]
    whole = run_module.Batch(
        *(np.concatenate([getattr(p, name) for p in parts]) for name in ("tokens", "segments")),
        np.concatenate([p.learned for p in parts]),
        [],
    )
    one, weights = updated([whole], 1)
    two, other = updated(parts, 2)
    assert one == pytest.approx(two, rel=1e-5)
    for name, array in weights.items():
        assert np.allclose(array, other[name], atol=1e-4), name


def test_one_row_is_enough_for_a_batch(data, tmp_path):
    train(recipe(stage(steps=2, batch_size=1)), tmp_path / "run", data_dir=data)
    assert len(losses(tmp_path / "run")) == 2


def test_bfloat16_computes_nearly_the_same_and_keeps_float32_masters(batches, monkeypatch):
    batch = batches(4)
    (loss, norm), weights = updated([batch], 1)
    uncompiled(monkeypatch)
    monkeypatch.setattr(step, "compute_dtype", lambda: mx.bfloat16)
    (half_loss, half_norm), masters = updated([batch], 1)
    assert half_loss == pytest.approx(loss, rel=0.02)
    assert half_loss != loss
    assert half_norm == pytest.approx(norm, rel=0.1)
    assert {array.dtype for array in masters.values()} == {mx.float32}
    assert all(np.allclose(array, weights[n], atol=0.01) for n, array in masters.items())


def test_a_bfloat16_run_has_the_loss_curve_of_float32_and_saves_float32(
    data, tmp_path, monkeypatch
):
    uncompiled(monkeypatch)
    train(recipe(), tmp_path / "float32", data_dir=data)
    monkeypatch.setattr(step, "compute_dtype", lambda: mx.bfloat16)
    train(recipe(), tmp_path / "run", data_dir=data)
    assert losses(tmp_path / "run") == pytest.approx(losses(tmp_path / "float32"), rel=0.01)
    assert {array.dtype for array in tensors(tmp_path / "run/last").values()} <= {
        np.dtype("float32"), np.dtype("uint64")
    }  # fmt: skip


def test_dropout_acts_in_training_only(data, tmp_path):
    first = []
    for name, dropout in (("none", 0.0), ("half", 0.5)):
        train(recipe(stage(steps=3, dropout=dropout)), tmp_path / name, data_dir=data)
        first.append((losses(tmp_path / name)[-1], validations(tmp_path / name)[0]["valid"]))
    assert first[0][0] != first[1][0]
    assert first[0][1] == first[1][1]
    assert "dropout" not in json.loads((tmp_path / "half/best/config.json").read_text())


# Figures.


def test_bits_per_byte_by_hand(data, tmp_path):
    train(recipe(eval_rows=100), tmp_path / "run", data_dir=data)
    loaded = load_model_directory(tmp_path / "run/last")
    shard = shard_of(tmp_path / "run", "valid")
    batch = gather([(shard, row) for row in range(len(shard))])
    sizes = token_bytes(loaded.tokenizer)
    nats = text_nats = text_bytes = tokens = 0.0
    for row in range(len(shard)):
        inputs, segments = (mx.array(a[row : row + 1, :-1]) for a in (batch.tokens, batch.segments))
        logits = np.array(loaded.model(inputs, segments=segments)[0], np.float64)
        for position, target in enumerate(batch.tokens[row, 1:]):
            if batch.learned[row, position + 1]:
                scores = logits[position]
                loss = np.log(np.exp(scores - scores.max()).sum()) + scores.max() - scores[target]
                nats, tokens = nats + loss, tokens + 1
                if sizes[target]:
                    text_nats, text_bytes = text_nats + loss, text_bytes + sizes[target]
    figures = evaluate(step.make_evaluation(loaded.model, sizes), shard, 4, rows=100)
    assert figures["loss"] == pytest.approx(nats / tokens, rel=1e-4)
    assert figures["perplexity"] == pytest.approx(math.exp(nats / tokens), rel=1e-3)
    assert figures["bits_per_byte"] == pytest.approx(text_nats / math.log(2) / text_bytes, rel=1e-4)
    assert validations(tmp_path / "run")[-1]["valid"]["valid"] == pytest.approx(figures, rel=1e-4)


def test_the_bytes_of_a_whole_shard_are_those_of_its_text(data, tmp_path):
    train(recipe(stage(steps=1, valid={"v": "valid.txt"})), tmp_path / "run", data_dir=data)
    shard = shard_of(tmp_path / "run", "valid")
    assert shard.meta.bytes == sum(len(text.encode()) for text in texts(6, seed=9))


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_figures_do_not_depend_on_the_batch_size(batch_size, finished):
    loaded = load_model_directory(finished / "last")
    evaluation = step.make_evaluation(loaded.model, token_bytes(loaded.tokenizer))
    shard = shard_of(finished, "valid")
    expected = evaluate(evaluation, shard, 2, rows=5)
    assert evaluate(evaluation, shard, batch_size, rows=5) == pytest.approx(expected, rel=1e-5)


def test_best_is_the_lowest_of_the_newest_stage(data, tmp_path, monkeypatch):
    bits = iter([9.0, 1.0, 2.0, 9.0, 5.0, 4.0, 4.5])
    monkeypatch.setattr(run_module, "evaluate", lambda *a: {"bits_per_byte": next(bits)})
    two = (stage("one", steps=4), stage("two", steps=6))
    train(recipe(*two, eval_every=2), tmp_path / "run", data_dir=data)
    assert os.readlink(tmp_path / "run/best") == "checkpoints/two-000004"
    assert os.readlink(tmp_path / "run/one") == "checkpoints/one-000004"


def test_the_first_validation_set_decides(data, tmp_path, monkeypatch):
    bits = iter([9.0, 9.0, 1.0, 5.0, 2.0, 1.0])
    monkeypatch.setattr(run_module, "evaluate", lambda *a: {"bits_per_byte": next(bits)})
    one = stage(steps=4, valid={"first": "valid.txt", "second": "pairs.jsonl"})
    train(recipe(one, eval_every=2), tmp_path / "run", data_dir=data)
    assert os.readlink(tmp_path / "run/best") == "checkpoints/english-000002"


def test_metrics(finished):
    rows = read_metrics(finished)
    place = {"stage", "step", "total_step", "tokens"}
    figures = {"loss", "grad_norm", "learning_rate"}
    costs = {"seconds", "tokens_per_second", "peak_memory_bytes"}
    for row in rows:
        assert row.keys() in (place | {"valid"}, place | figures | costs)
    assert [row["total_step"] for row in rows if "loss" in row] == list(range(1, 16))
    steps = [(row["stage"], row["step"]) for row in rows if "valid" in row]
    assert steps == [("english", 0), ("english", 5), ("english", 10), ("code", 0), ("code", 5)]
    assert [*rows[0]["valid"]] == ["english", "commands"]
    assert {*rows[0]["valid"]["english"]} == {"loss", "perplexity", "bits_per_byte"}
    tokens = [row["tokens"] for row in rows]
    assert tokens == sorted(tokens)
    assert 0 < tokens[-1] <= (10 * 4 * 17) + (5 * 4 * 33)


def test_stderr_is_plain_where_it_is_no_terminal(data, tmp_path, capfd):
    train(recipe(), tmp_path / "run", data_dir=data)
    out, err = capfd.readouterr()
    assert out == ""
    assert "\x1b" not in err
    assert "\r" not in err
    assert "stage=english step=10 valid.loss=" in err
    assert len(err.splitlines()) < 15


def test_a_terminal_gets_a_live_line(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(progress.Console, "is_terminal", True)
    with Reporter(tmp_path, 10, 0) as reporter:
        reporter.step("english", {"loss": 2.5, "total_step": 1}, 1000)
        reporter.note("saved [red]\x1b[31m")
    err = capfd.readouterr().err
    for word in ("english", "1/10", "loss 2.500", "tok/s", "GiB", r"saved [red]\x1b[31m"):
        assert word in err


def test_the_loss_is_plotted(finished):
    pytest.importorskip("matplotlib")
    assert (finished / "loss.png").read_bytes().startswith(b"\x89PNG")


def test_no_plot_without_matplotlib(data, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    train(recipe(stage(steps=1)), tmp_path / "run", data_dir=data)
    assert not (tmp_path / "run/loss.png").exists()


def test_a_plot_leaves_the_callers_backend_alone(data, tmp_path):
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("svg")
    train(recipe(stage(steps=1)), tmp_path / "run", data_dir=data)
    assert matplotlib.get_backend() == "svg"


# Checkpoints.


@pytest.mark.parametrize("link", ["english", "code", "best", "last"])
def test_every_checkpoint_is_a_model_of_stock_mlx_lm(link, finished):
    mlx_lm = pytest.importorskip("mlx_lm")
    model, tokenizer = mlx_lm.load(str(finished / link))
    text = mlx_lm.generate(model, tokenizer, "list the files", max_tokens=3)
    assert isinstance(text, str)
    ours = load_model_directory(finished / link)
    ids = mx.array([ours.tokenizer.encode("list the files")])
    assert np.allclose(model(ids), ours.model(ids), atol=1e-5)


def test_the_tasks_of_the_pairs_are_recorded(finished):
    tasks = [json.loads((finished / n / "config.json").read_text())["tasks"] for n in
             ("english", "code")]  # fmt: skip
    assert tasks == [[], ["command"]]


def test_explain_turns_the_pairs_round(data, tmp_path):
    sources = [{"path": "pairs.jsonl"}, {"path": "pairs.jsonl", "explain": True}]
    train(recipe(stage("code", sources, steps=1)), tmp_path / "run", data_dir=data)
    config = json.loads((tmp_path / "run/best/config.json").read_text())
    assert config["tasks"] == ["command", "explanation"]
