"""pretrain, train, export and tokenizer: from the command line and from Python."""

import json
import os
import shutil
from pathlib import Path

import mlx.core as mx
import numpy as np
import pytest
from mlx.utils import tree_flatten
from tiny_runs import (
    QUICK,
    QUICK_FLAGS,
    assert_equal_tensors,
    bashcoder,
    losses,
    recipe,
    refused,
    run_recipe,
    stage,
    state,
    tensors,
    updates,
    validations,
    write_recipe,
)

from bashcoder_mlx.model_directory import load_model_directory
from bashcoder_mlx.tokenizer import Tokenizer
from bashcoder_mlx.training import recipe as recipe_module
from bashcoder_mlx.training.progress import read_metrics
from bashcoder_mlx.training.run import train
from bashcoder_mlx.training.single_stage import pretrain

NANO = ["--size", "nano", "--vocab-size", "320", *QUICK_FLAGS]


# pretrain


def test_pretrain_prints_the_best_model(here, capsys):
    code, out, err = bashcoder(capsys, "pretrain", "english.txt", "-o", "run", *NANO)
    assert (code, out) == (0, "run/best\n")
    assert "stage=pretrain step=2 valid.loss=" in err
    assert load_model_directory(here / "run/best").config["vocab_size"] == 320


def test_pretrain_passes_its_options_on(here, capsys):
    flags = ["--accumulation", 2, "--dropout", 0.1, "--schedule", "cosine", "--warmup-steps", 1]
    flags += ["--optimizer", "adamw", "--seed", 7, "--learning-rate", 0.01, "--valid", "valid.txt"]
    flags += ["--kind", "char"]
    code, _, _ = bashcoder(capsys, "pretrain", "english.txt", "-o", "run", *NANO, *flags)
    assert code == 0
    recorded = run_recipe()
    (only,) = recorded["stages"]
    given = {"accumulation": 2, "dropout": 0.1, "schedule": "cosine", "warmup_steps": 1}
    given |= {"steps": 2, "batch_size": 2, "sequence_length": 16}
    assert given.items() <= only.items()
    assert only["valid"] == {"valid": str(here / "valid.txt")}
    assert (recorded["seed"], recorded["tokenizer"]["kind"]) == (7, "char")
    assert recorded["model"]["size"] == "nano"
    assert (recorded["optimizer"]["name"], recorded["optimizer"]["learning_rate"]) == (
        "adamw",
        0.01,
    )


def test_pretrain_from_python_equals_the_command(here, capsys):
    best = pretrain(["english.txt"], "python", size="nano", vocab_size=320, **QUICK)
    bashcoder(capsys, "pretrain", "english.txt", "-o", "shell", *NANO)
    assert best == Path("python/best")
    assert_equal_tensors(tensors(best), tensors(Path("shell/best")))


def test_pretrain_with_a_given_tokenizer(here, base):
    pretrain(["english.txt"], "run", size="nano", tokenizer=base, **QUICK)
    text = "find . -name '*.py'"
    expected = Tokenizer.load(base).encode(text)
    assert Tokenizer.load(here / "run/best").encode(text) == expected


def test_pretrain_on_several_files_and_folders(here):
    (here / "folder").mkdir()
    (here / "folder/one.sh").write_text("#!/bin/bash\nls\n")
    pretrain(["english.txt", "folder", "pairs.jsonl"], "run", size="nano", vocab_size=320, **QUICK)
    config = json.loads((here / "run/best/config.json").read_text())
    assert config["tasks"] == ["command"]


def test_pretrain_on_a_corpus_of_the_package(here, monkeypatch):
    from bashcoder_mlx.training import builtin

    monkeypatch.setattr(builtin, "DOCUMENTS", {"pairs": 30, "stories": 30})
    pretrain(["builtin:stories"], "run", size="nano", vocab_size=400, **QUICK)
    assert len(losses(here / "run")) == 2


def test_a_path_with_a_space_and_a_leading_dash(here, capsys):
    for name in ("my data.txt", "-data.txt"):
        shutil.copy("english.txt", name)
    code, out, _ = bashcoder(
        capsys, "pretrain", "-o", "my run", *NANO, "--", "my data.txt", "-data.txt"
    )
    assert (code, out) == (0, "my run/best\n")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["english.txt", "--size", "huge"], "unknown model size 'huge'"),
        (["absent.txt", "--size", "nano"], "absent.txt"),
        (["empty.txt", "--size", "nano"], "empty.txt"),
        (["english.txt", "--size", "nano", "--tokenizer", "absent"], "absent"),
        (["english.txt", "--size", "nano", "--valid", "absent.txt"], "absent.txt"),
        (["english.txt", "--size", "nano", "--vocab-size", "5"], "tokenizer of 5 pieces"),
        (["english.txt", "--size", "nano", "--sequence-length", "5000"], "context of 1024"),
        (["english.txt", "-o", "english.txt"], "english.txt is a file"),
        (["english.txt", "-o", "."], "is not empty"),
        (["english.txt", "--steps", "0"], "--steps"),
        (["english.txt", "--dropout", "1"], "--dropout"),
        (["english.txt", "--optimizer", "sgd"], "--optimizer"),
        ([], "DATA"),
    ],
)
def test_pretrain_refuses(arguments, part, here, capsys):
    (here / "empty.txt").write_text("\n")
    before = sorted(path.name for path in here.iterdir())
    assert part in refused(capsys, "pretrain", "-o", "run", *arguments)
    assert not (here / "run/metrics.jsonl").exists()
    assert sorted(p.name for p in here.iterdir() if p.name != "run") == before


def test_an_existing_run_is_kept_unless_resumed(here, capsys):
    bashcoder(capsys, "pretrain", "english.txt", "-o", "run", *NANO)
    before = updates(here / "run")
    assert "add --resume" in refused(capsys, "pretrain", "english.txt", "-o", "run", *NANO)
    code, out, _ = bashcoder(capsys, "pretrain", "english.txt", "-o", "run", *NANO, "--resume")
    assert (code, out) == (0, "run/best\n")
    assert updates(here / "run") == before
    line = refused(capsys, "pretrain", "old.txt", "-o", "run", *NANO, "--resume")
    assert "other settings or data" in line
    assert updates(here / "run") == before


# train


def test_train_a_recipe_file(here, capsys):
    write_recipe(here / "mine.toml", recipe(stage(steps=2), name="mine"))
    code, out, _ = bashcoder(capsys, "train", "mine.toml")
    assert (code, out) == (0, "runs/mine/best\n")
    assert state(here / "runs/mine")["step"] == 2


def test_train_finds_the_data(here, tmp_path_factory, monkeypatch, capsys):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    write_recipe(elsewhere / "mine.toml", recipe(stage(steps=1)))
    assert "no data at english.txt" in refused(capsys, "train", "mine.toml", "-o", "run")
    code, out, _ = bashcoder(capsys, "train", "mine.toml", "-o", "run", "--data-dir", here)
    assert (code, out) == (0, "run/best\n")


def test_train_a_shipped_recipe(here, monkeypatch, capsys):
    (here / "shipped").mkdir()
    write_recipe(here / "shipped/small.toml", recipe(stage(steps=1)))
    monkeypatch.setattr(recipe_module, "SHIPPED_RECIPES", here / "shipped")
    assert bashcoder(capsys, "train", "small", "-o", "run")[0] == 0
    assert "one of small" in refused(capsys, "train", "large", "-o", "run")


def test_train_says_where_a_recipe_is_wrong(here, capsys):
    (here / "bad.toml").write_text("name = \n")
    assert "bad.toml is not valid TOML" in refused(capsys, "train", "bad.toml")
    write_recipe(here / "bad.toml", recipe() | {"epochs": 3})
    assert "unknown setting epochs" in refused(capsys, "train", "bad.toml")
    assert not (here / "runs").exists()


def test_train_names_file_and_line_of_bad_data(here, capsys):
    (here / "pairs.jsonl").write_text('{"prompt": "a", "completion": "ls"}\n{"prompt": 1}\n')
    write_recipe(here / "mine.toml", recipe(stage(data=["pairs.jsonl"])))
    assert "pairs.jsonl:2" in refused(capsys, "train", "mine.toml", "-o", "run")


def test_five_runs_share_no_state_in_one_process(here):
    """Runs in one process are as runs of their own."""
    for name in ("one", "two"):
        train(recipe(stage(steps=2, dropout=0.1)), name, data_dir=here)
    assert updates(here / "one") == updates(here / "two")
    assert validations(here / "one") == validations(here / "two")
    assert len(read_metrics(here / "one")) == 4


# export


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float32"])
def test_export_loads_in_mlx_lm(dtype, here, capsys):
    mlx_lm = pytest.importorskip("mlx_lm")
    train(recipe(stage(steps=2)), "run", data_dir=here)
    code, out, err = bashcoder(capsys, "export", "run", "small", "--dtype", dtype)
    assert (code, out) == (0, "small\n")
    assert "using run/best" in err
    model, tokenizer = mlx_lm.load("small")
    assert {a.dtype for _, a in tree_flatten(model.parameters())} == {getattr(mx, dtype)}
    ids = mx.array([tokenizer.encode("list the files", add_special_tokens=False)])
    expected = load_model_directory(here / "run/best").model(ids)
    assert np.allclose(model(ids).astype(mx.float32), expected, atol=0.05)
    assert isinstance(mlx_lm.generate(model, tokenizer, "list", max_tokens=2), str)


def test_export_leaves_the_training_state_behind(here, capsys):
    train(recipe(stage(steps=2)), "run", data_dir=here)
    bashcoder(capsys, "export", "run", "small")
    assert not (here / "small/training").exists()
    size = [(here / name / "model.safetensors").stat().st_size for name in ("small", "run/best")]
    assert size[0] < 0.6 * size[1]


def test_export_overwrites_nothing(here, base, capsys):
    (here / "taken").write_text("mine")
    assert "taken exists already" in refused(capsys, "export", "base", "taken")
    assert (here / "taken").read_text() == "mine"
    assert "no checkpoint absent" in refused(capsys, "export", "absent", "new")


# tokenizer


def test_tokenizer_train_and_inspect(here, capsys):
    code, out, err = bashcoder(
        capsys, "tokenizer", "train", "english.txt", "pairs.jsonl", "-o", "tok", "--vocab-size", 330
    )
    assert (code, out, err) == (0, "tok\n", "330 pieces\n")
    code, out, err = bashcoder(capsys, "tokenizer", "inspect", "tok", "list  é\t\n")
    ids, pieces = zip(*(line.split("\t") for line in out.splitlines()), strict=True)
    assert code == 0
    assert Tokenizer.load("tok").decode(list(map(int, ids))) == "list  é\t\n"
    assert "'<0xC3>'" in pieces
    assert err == f"{len(ids)} tokens for 10 bytes\n"


def test_a_char_tokenizer_has_a_token_per_character(here, capsys):
    bashcoder(capsys, "tokenizer", "train", "english.txt", "-o", "tok", "--kind", "char")
    assert len(Tokenizer.load("tok").encode("list files")) == 10


def test_a_trained_tokenizer_serves_a_run(here, capsys):
    bashcoder(capsys, "tokenizer", "train", "english.txt", "-o", "tok", "--vocab-size", 330)
    code, _, _ = bashcoder(
        capsys, "pretrain", "english.txt", "-o", "run", *NANO, "--tokenizer", "tok"
    )
    assert code == 0
    text = (here / "run/best/tokenizer.json").read_text()
    assert json.loads(text) == json.loads((here / "tok/tokenizer.json").read_text())


def test_tokenizer_refuses(here, capsys):
    flags = ["tokenizer", "train", "-o", "tok"]
    assert "absent.txt" in refused(capsys, *flags, "absent.txt")
    assert "pieces" in refused(capsys, *flags, "english.txt", "--vocab-size", 5)
    assert not (here / "tok").exists()
    assert "holds no tokenizer" in refused(capsys, "tokenizer", "inspect", "tok", "text")
    bashcoder(capsys, *flags, "english.txt", "--vocab-size", 330)
    assert "exists already" in refused(capsys, *flags, "english.txt")


def test_links_survive_a_moved_run(here):
    train(recipe(stage(steps=1)), "run", data_dir=here)
    os.rename("run", "moved")
    load_model_directory(here / "moved/best")
