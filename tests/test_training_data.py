"""What a run trains and validates on, and data or folders with which it does not begin."""

import json
import os

import pytest
from tiny_runs import (
    SMALL,
    recipe,
    shard_of,
    stage,
    texts,
    validations,
    write_pairs,
    write_texts,
)

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.shards.shard import open_shard
from bashcoder_mlx.training.data import Corpus
from bashcoder_mlx.training.progress import read_metrics
from bashcoder_mlx.training.recipe import load_recipe
from bashcoder_mlx.training.run import train


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    write_texts(folder / "english.txt", texts(60))
    write_texts(folder / "valid.txt", texts(6, seed=9))
    write_pairs(folder / "pairs.jsonl", 40)
    return folder


def rows_by_source(run, settings, data_dir) -> dict:
    """How many of 1000 rows of the last stage come from each source."""
    loaded = load_recipe(settings)
    corpus = Corpus(loaded, run, data_dir, lambda line: None)
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


def test_a_corpus_given_twice_keeps_what_is_held_out_of_both(data, tmp_path, capsys):
    sources = [{"path": "pairs.jsonl"}, {"path": "pairs.jsonl", "explain": True}]
    train(recipe(stage("code", sources, steps=1)), tmp_path / "run", data_dir=data)
    assert "also in the training data" not in capsys.readouterr().err


def test_most_of_a_small_corpus_is_trained_on(tmp_path):
    write_texts(tmp_path / "english.txt", texts(20))
    train(recipe(stage(steps=1)), tmp_path / "run", data_dir=tmp_path)
    assert shard_of(tmp_path / "run", "train").meta.documents >= 15


def test_too_few_documents_to_hold_any_out(tmp_path, capsys):
    write_texts(tmp_path / "english.txt", texts(5))
    best = train(recipe(stage(steps=6)), tmp_path / "run", data_dir=tmp_path)
    assert "too few documents to hold any out" in capsys.readouterr().err
    assert validations(tmp_path / "run") == []
    assert os.readlink(best) == "checkpoints/english-000006"


# What does not begin.


@pytest.mark.parametrize("change", [{"data": ["absent.txt"]}, {"valid": {"v": "absent.txt"}}])
def test_absent_data_of_any_stage_is_refused_before_step_0(change, data, tmp_path):
    settings = recipe(stage(), stage("code", **change))
    with pytest.raises(InputError, match="no data at .*absent.txt"):
        train(settings, tmp_path / "run", data_dir=data)
    assert not (tmp_path / "run/metrics.jsonl").exists()


@pytest.mark.parametrize("name", ["num_layer", "vocab_size"])
def test_overrides_that_no_model_has_are_refused(name, data, tmp_path):
    model = {"size": "nano", "overrides": SMALL | {name: 100}}
    with pytest.raises(InputError, match=name):
        train(recipe(model=model), tmp_path / "run", data_dir=data)
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
    assert list(run.rglob("*")) == ([kept] if taken == "folder" else [])


def test_a_finished_run_is_not_started_again_without_resume(data, tmp_path):
    run = tmp_path / "run"
    train(recipe(stage(steps=1)), run, data_dir=data)
    before = read_metrics(run)
    with pytest.raises(InputError, match="holds a run already: add --resume"):
        train(recipe(stage(steps=1)), run, data_dir=data)
    assert read_metrics(run) == before


def test_a_recombined_source_has_new_values_at_every_pass(data, tmp_path):
    pairs = [{"prompt": f"show {n}", "completion": f"cat {n}"} for n in ("a.txt", "b.log", "c.md")]
    (data / "p.jsonl").write_text("".join(json.dumps(pair) + "\n" for pair in pairs))
    sources = [{"path": "english.txt", "share": 1}, {"path": "p.jsonl", "share": 1}]
    sources[1]["recombine"] = True
    settings = recipe(stage("one", sources, steps=10), stage("two", steps=2, replay=0.5))
    loaded = load_recipe(settings)
    corpus = Corpus(loaded, tmp_path, data, lambda line: None)
    first, second = (corpus.stage(i, corpus.tokenizer()).mixture.shards for i in (0, 1))
    documents, hashes = first[1].meta.documents, first[1].hashes
    assert documents > 6 and documents % 3 == 0
    assert len(set(hashes.tolist())) == documents
    assert [shard.path for shard in second[1:]] == [shard.path for shard in first]


def test_recombined_data_is_a_function_of_the_recipe(data, tmp_path):
    sources = [{"path": "pairs.jsonl", "recombine": True}]
    settings = recipe(stage("one", sources, steps=100, valid={"known": "valid.txt"}))

    def tokens(folder: str) -> list:
        corpus = Corpus(load_recipe(settings), tmp_path / folder, data, lambda line: None)
        assert "recombine" in corpus.fingerprints
        return corpus.stage(0, corpus.tokenizer()).mixture.batch(90, 4).tokens.tolist()

    assert tokens("a") == tokens("b")
