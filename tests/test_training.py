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
    stage,
    tensors,
    texts,
    validations,
    write_pairs,
    write_texts,
)

import bashcoder_mlx
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.model_directory import load_model_directory
from bashcoder_mlx.models import build
from bashcoder_mlx.shards.mixture import gather
from bashcoder_mlx.shards.shard import open_shard
from bashcoder_mlx.training import data as data_module
from bashcoder_mlx.training import progress, step
from bashcoder_mlx.training import run as run_module
from bashcoder_mlx.training.initialise import initialise
from bashcoder_mlx.training.optimizer import Optimizer
from bashcoder_mlx.training.progress import Reporter, read_metrics
from bashcoder_mlx.training.recipe import OptimizerSettings, load_recipe
from bashcoder_mlx.training.run import train
from bashcoder_mlx.training.schedule import rate_factor
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


def shard_of(run, split: str):
    """The shard of a run's only stage, told apart by size: training is the larger."""
    shards = [open_shard(path, 10_000) for path in (run / "shards").iterdir()]
    return sorted(shards, key=len)[{"valid": 0, "train": -1}[split]]


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


@pytest.mark.parametrize(
    ("name", "factors"),
    [
        ("wsd", [1 / 3, 2 / 3, 1, 1, 1, 1, 1, 3 / 4, 2 / 4, 1 / 4]),
        ("cosine", [1 / 3, 2 / 3] + [(1 + math.cos(math.pi * i / 8)) / 2 for i in range(8)]),
    ],
)
def test_schedules(name, factors):
    one = load_recipe(recipe(stage(schedule=name, decay_share=0.4))).stages[0]
    assert [rate_factor(one, i) for i in range(10)] == pytest.approx(factors)


def test_decay_is_for_matrices_only():
    parameters = {"a": mx.ones((2, 2)), "b": mx.ones(2)}
    optimizer = Optimizer(OptimizerSettings("adamw", 0.1, weight_decay=0.5), parameters)
    zeros = {name: mx.zeros_like(array) for name, array in parameters.items()}
    updated, _ = optimizer.update(zeros, parameters, mx.array(1.0))
    assert np.allclose(updated["a"], 0.95)
    assert np.allclose(updated["b"], 1.0)


def test_gradients_are_clipped_by_their_global_norm():
    parameters = {"a": mx.zeros(2), "b": mx.zeros(2)}
    huge = {"a": mx.array([3e3, 0.0]), "b": mx.array([0.0, 4e3])}
    small = {name: gradient / 5e3 for name, gradient in huge.items()}
    results = []
    for gradients in (huge, small):
        # Without its usual normalisation Adam would hide the size of a first gradient.
        optimizer = Optimizer(OptimizerSettings("adamw", 0.1, clip=1.0), parameters)
        optimizer._parts[0].optimizer.eps = 1e3
        results.append(optimizer.update(gradients, parameters, mx.array(1.0)))
    (clipped, norm), (plain, _) = results
    assert norm.item() == pytest.approx(5e3)
    assert np.allclose(clipped["a"], plain["a"], rtol=1e-3, atol=0)


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


def updated(batches, accumulation: int, settings=OptimizerSettings(name="adamw")):
    model = new_model()
    optimizer = Optimizer(settings, model.trainable_parameters())
    figures = step.make_step(model, optimizer, accumulation)(batches, 1.0)
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


def test_bfloat16_computes_nearly_the_same_and_keeps_float32_masters(batches, monkeypatch):
    batch = batches(4)
    (loss, norm), weights = updated([batch], 1)
    monkeypatch.setattr(step, "compute_dtype", lambda: mx.bfloat16)
    (half_loss, half_norm), masters = updated([batch], 1)
    assert half_loss == pytest.approx(loss, rel=0.02)
    assert half_loss != loss
    assert half_norm == pytest.approx(norm, rel=0.1)
    assert {array.dtype for array in masters.values()} == {mx.float32}
    assert all(np.allclose(array, weights[n], atol=0.01) for n, array in masters.items())


def test_a_bfloat16_run_saves_float32(data, tmp_path, monkeypatch):
    monkeypatch.setattr(step, "compute_dtype", lambda: mx.bfloat16)
    train(recipe(stage(steps=3)), tmp_path / "run", data_dir=data)
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
    train(recipe(), tmp_path / "run", data_dir=data)
    loaded = load_model_directory(tmp_path / "run/last")
    shard = shard_of(tmp_path / "run", "valid")
    batch = gather([(shard, row) for row in range(len(shard))])
    sizes = loaded.tokenizer.token_bytes()
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
    evaluation = step.make_evaluation(loaded.model, loaded.tokenizer.token_bytes())
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
    monkeypatch.setitem(sys.modules, "matplotlib", None)
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


# Data.


def rows_by_source(run, settings, data_dir) -> dict:
    """How many of 1000 rows of the last stage come from each source."""
    loaded = load_recipe(settings)
    corpus = data_module.Corpus(loaded, run, data_dir, lambda line: None)
    mixture = corpus.stage(len(loaded.stages) - 1, corpus.tokenizer()).mixture
    sources = [shard.meta.source for shard in mixture.shards]
    return dict(zip(sources, mixture.counts.tolist(), strict=True))


def test_shares_and_replay(data, tmp_path):
    write_texts(data / "more.txt", texts(30, seed=3))
    sources = [{"path": "pairs.jsonl", "share": 3}, {"path": "more.txt", "share": 1}]
    settings = recipe(stage("one"), stage("two", sources, replay=0.2))
    counts = rows_by_source(tmp_path, settings, data)
    assert counts == {"pairs.jsonl": 600, "more.txt": 200, "english.txt": 200}


def test_overlap_of_training_and_validation_is_warned_of(data, tmp_path, capsys):
    write_texts(data / "overlap.txt", texts(60)[:7] + texts(5, seed=8))
    settings = recipe(stage(steps=1, valid={"known": "overlap.txt"}))
    train(settings, tmp_path / "run", data_dir=data)
    warning = "warning: 7 documents of known are also in the training data"
    assert warning in capsys.readouterr().err


def test_held_out_documents_are_not_trained_on(data, tmp_path, capsys):
    train(recipe(stage(steps=1)), tmp_path / "run", data_dir=data)
    kept, held = (set(shard_of(tmp_path / "run", s).hashes.tolist()) for s in ("train", "valid"))
    assert not kept & held
    assert len(kept | held) == 60
    assert "warning" not in capsys.readouterr().err


def test_only_the_first_source_gives_up_documents(data, tmp_path):
    write_texts(data / "second.txt", texts(50, seed=4))
    settings = recipe(stage("one", ["english.txt", "second.txt"], steps=1))
    train(settings, tmp_path / "run", data_dir=data)
    shards = [open_shard(path, 10_000) for path in (tmp_path / "run/shards").iterdir()]
    documents = {s.meta.documents for s in shards if s.meta.source == "second.txt"}
    assert documents == {50}


def test_most_of_a_small_corpus_is_trained_on(tmp_path):
    write_texts(tmp_path / "english.txt", texts(20))
    train(recipe(stage(steps=1)), tmp_path / "run", data_dir=tmp_path)
    assert shard_of(tmp_path / "run", "train").meta.documents >= 15


def test_too_few_documents_to_hold_any_out(tmp_path, capsys):
    write_texts(tmp_path / "english.txt", texts(5))
    best = train(recipe(stage(steps=6)), tmp_path / "run", data_dir=tmp_path)
    assert "too few to hold any out; no validation" in capsys.readouterr().err
    assert validations(tmp_path / "run") == []
    assert os.readlink(best) == "checkpoints/english-000006"


# Recipes that cannot be run.


@pytest.mark.parametrize(
    "change",
    [
        {"steps": "10"},
        {"steps": 2.5},
        {"batch_size": 2.5},
        {"batch_size": 0},
        {"warmup_steps": -1},
        {"dropout": 1.0},
        {"dropout": "x"},
        {"replay": 0.5},
        {"schedule": "linear"},
        {"name": "best"},
        {"name": 5},
        {"data": []},
        {"data": [5]},
        {"data": [{"path": "english.txt", "share": "a"}]},
        {"data": [{"path": "english.txt", "share": 0}]},
        {"data": [{"path": "english.txt", "portion": 1}]},
        {"data": ["absent.txt"]},
        {"valid": "valid.txt"},
        {"valid": {"v": "absent.txt"}},
        {"epochs": 3},
    ],
    ids=str,
)
def test_impossible_stages_are_refused(change, data, tmp_path):
    with pytest.raises(InputError):
        train(recipe(stage(**change)), tmp_path / "run", data_dir=data)
    assert not (tmp_path / "run/metrics.jsonl").exists()


def test_data_may_be_a_single_path(data, tmp_path):
    settings = recipe(stage(steps=1) | {"data": "english.txt"})
    try:
        train(settings, tmp_path / "run", data_dir=data)
    except InputError as error:
        assert "list" in str(error)


@pytest.mark.parametrize(
    "change",
    [
        {"stage": {"name": "english"}},
        {"stage": []},
        {"stage": [stage(), stage()]},
        {"seed": -1},
        {"seed": 1.5},
        {"seed": "x"},
        {"eval_every": 0},
        {"model": {"size": "huge"}},
        {"model": {"size": ["tiny"]}},
        {"model": {"overrides": {"num_layer": 2}}},
        {"model": {"checkpoint": "absent"}},
        {"tokenizer": {"kind": "words"}},
        {"tokenizer": {"vocab_size": 5}},
        {"tokenizer": {"path": "absent"}},
        {"optimizer": {"name": "sgd"}},
        {"optimizer": {"learning_rate": 0}},
        {"optimizer": {"betas": 5}},
        {"optimizer": {"betas": [2, 3]}},
        {"optimiser": {}},
    ],
    ids=str,
)
def test_impossible_recipes_are_refused(change, data, tmp_path):
    with pytest.raises(InputError):
        train(recipe() | change, tmp_path / "run", data_dir=data)
    assert not (tmp_path / "run/metrics.jsonl").exists()


def test_the_context_of_every_stage_is_checked_before_step_0(data, tmp_path):
    settings = recipe(stage(), stage("code", sequence_length=65))
    with pytest.raises(InputError, match="stage code: sequence_length 65 is longer .* 64"):
        train(settings, tmp_path / "run", data_dir=data)
    assert not (tmp_path / "run/metrics.jsonl").exists()


@pytest.mark.parametrize("text", ["", "\n\n \n"])
def test_an_empty_corpus_is_refused(text, tmp_path):
    (tmp_path / "english.txt").write_text(text)
    with pytest.raises(InputError, match="english.txt"):
        train(recipe(), tmp_path / "run", data_dir=tmp_path)


def test_a_corrected_mistake_does_not_need_another_folder(tmp_path):
    write_texts(tmp_path / "english.txt", [])
    with pytest.raises(InputError):
        train(recipe(), tmp_path / "run", data_dir=tmp_path)
    write_texts(tmp_path / "english.txt", texts(30))
    train(recipe(stage(steps=1)), tmp_path / "run", data_dir=tmp_path)


def test_a_bad_line_names_its_file(tmp_path):
    (tmp_path / "data.jsonl").write_text('{"text": "ls"}\n{"text": \n')
    with pytest.raises(BashcoderError, match=r"data\.jsonl:2"):
        train(recipe(stage(data=["data.jsonl"])), tmp_path / "run", data_dir=tmp_path)


@pytest.mark.parametrize("taken", ["file", "folder"])
def test_what_is_in_the_way_is_kept(taken, data, tmp_path):
    run = tmp_path / "run"
    if taken == "folder":
        run.mkdir()
    kept = run / "notes.txt" if taken == "folder" else run
    kept.write_text("mine")
    for resume in (False, True):
        with pytest.raises(InputError):
            train(recipe(), run, data_dir=data, resume=resume)
    assert kept.read_text() == "mine"
    assert len(list(tmp_path.rglob("*"))) == (2 if taken == "folder" else 1)


def test_a_finished_run_is_not_started_again_without_resume(finished, data):
    before = read_metrics(finished)
    with pytest.raises(InputError, match="holds a run already: add --resume"):
        train(recipe(), finished, data_dir=data)
    assert read_metrics(finished) == before
