"""finetune: from a model, a run, a name and llm-from-scratch files; from shell and Python."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from mlx.utils import tree_flatten
from tiny_models import gpt_bigcode, random_model, tiny_tokenizer, write_tiny_model
from tiny_runs import (
    QUICK,
    QUICK_FLAGS,
    bashcoder,
    losses,
    refused,
    run_recipe,
    tensors,
    updates,
)

from bashcoder_mlx import conversion
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.model_directory import load_model_directory, write_model_directory
from bashcoder_mlx.tokenizer import Tokenizer
from bashcoder_mlx.training.single_stage import finetune

CHECKPOINTS = Path(__file__).parent.parent.parent / "shared" / "checkpoints"


def test_finetune_starts_where_the_model_was(here, base, capsys):
    code, out, _ = bashcoder(
        capsys, "finetune", "pairs.jsonl", "-c", "base", "-o", "run", *QUICK_FLAGS
    )
    assert (code, out) == (0, "run/best\n")
    assert load_model_directory(here / "run/best").config["tasks"] == ["command"]
    before, after = tensors(base), tensors(here / "run/best")
    change = max(np.abs(after[name] - array).max() for name, array in before.items())
    assert 0 < change < 0.1
    assert Tokenizer.load(here / "run/best").encode("ls") == Tokenizer.load(base).encode("ls")


@pytest.mark.parametrize("given", ["first", "first/last", "first/best_model.pt"])
def test_finetune_of_a_run(given, here, base, capsys):
    finetune(base, ["english.txt"], "first", **QUICK)
    finetune(given, ["pairs.jsonl"], "second", **QUICK)
    assert run_recipe(here / "second")["model"]["checkpoint"].startswith(str(here / "first"))
    assert updates(here / "second")[0][1] > 0


def test_finetune_of_a_run_by_its_name(here, base, capsys):
    finetune(base, ["english.txt"], "runs/mine", **QUICK)
    code, _, err = bashcoder(
        capsys, "finetune", "pairs.jsonl", "-c", "mine", "-o", "run", *QUICK_FLAGS
    )
    assert code == 0
    assert "using runs/mine" in err


def test_a_finetuning_resumes_although_its_first_model_went_on(here, base):
    finetune(base, ["english.txt"], "first", **QUICK)
    finetune("first", ["pairs.jsonl"], "second", **QUICK)
    before = updates(here / "second")
    shutil.rmtree(here / "first")
    finetune(base, ["english.txt"], "first", **QUICK | {"steps": 3})
    finetune("first", ["pairs.jsonl"], "second", resume=True, **QUICK)
    assert updates(here / "second") == before


def test_finetune_replays(here, base, capsys):
    flags = ["--replay-data", "old.txt", "--replay-ratio", "0.25"]
    code, _, err = bashcoder(
        capsys, "finetune", "pairs.jsonl", "-c", "base", "-o", "run", *QUICK_FLAGS, *flags
    )
    assert code == 0
    assert "share=0.750" in err
    assert "share=0.250" in err


@pytest.mark.parametrize("ratio", [0, 1, -0.5, 2])
def test_a_replay_ratio_is_a_share(ratio, here, base):
    with pytest.raises(InputError, match="replay ratio"):
        finetune(base, ["pairs.jsonl"], "run", replay_data=["old.txt"], replay_ratio=ratio, **QUICK)


def test_finetune_does_not_change_the_model_it_starts_from(here, base):
    before = {path: path.read_bytes() for path in base.iterdir()}
    finetune(base, ["pairs.jsonl"], "run", **QUICK)
    assert {path: path.read_bytes() for path in base.iterdir()} == before


def test_finetune_keeps_within_a_short_context(here):
    write_tiny_model(here / "short", max_position_embeddings=8)
    settings = {name: value for name, value in QUICK.items() if name != "sequence_length"}
    finetune("short", ["english.txt"], "run", **settings)
    assert run_recipe()["stages"][0]["sequence_length"] == 8


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["-c", "absent"], "no checkpoint absent"),
        (["-c", "english.txt"], "is not a checkpoint"),
        (["-c", "empty"], "neither a model directory nor a run"),
        (["-c", "base", "--sequence-length", "65"], "context of 64"),
        (["-c", "base", "--replay-data", "absent.txt"], "absent.txt"),
        (["-c", "base", "-o", "base"], "is not empty"),
        ([], "--checkpoint"),
    ],
)
def test_finetune_refuses(arguments, part, here, base, capsys):
    (here / "empty").mkdir()
    assert part in refused(capsys, "finetune", "pairs.jsonl", "-o", "run", *arguments)
    assert not (here / "run/metrics.jsonl").exists()


def test_finetune_of_another_architecture_is_refused(here, base, capsys):
    config = json.loads((base / "config.json").read_text())
    (base / "manifest.json").unlink()
    (base / "config.json").write_text(json.dumps(config | {"model_type": "mamba"}))
    assert "mamba" in refused(capsys, "finetune", "pairs.jsonl", "-c", "base", "-o", "run")


@pytest.fixture
def samples():
    if not CHECKPOINTS.is_dir():
        pytest.skip("the sample checkpoints are not on this machine")
    return CHECKPOINTS


def test_finetune_of_a_converted_pt(here, samples, capsys):
    file = samples / "char-pt/best_model.pt"
    code, out, err = bashcoder(
        capsys, "finetune", "english.txt", "-c", file, "-o", "run", *QUICK_FLAGS
    )
    assert (code, out) == (0, "run/best\n"), err
    assert f"converted {file} to run/initial" in err
    assert load_model_directory(here / "run/best").config["model_type"] == "gpt_bigcode"
    assert len(losses(here / "run")) == 2


def test_finetune_of_an_npz_needs_its_heads(here, samples, capsys):
    file = samples / "bpe-mlx/step_5000.npz"
    flags = ["english.txt", "-c", file, "-o", "run", *QUICK_FLAGS]
    assert "heads" in refused(capsys, "finetune", *flags)
    assert bashcoder(capsys, "finetune", *flags, "--num-heads", "4")[0] == 0


def test_a_second_try_with_another_checkpoint_converts_that_one(here, monkeypatch):
    """The first try fails after its conversion, as on a mistyped path of the data."""

    def convert(file, out, tokenizer=None, num_heads=None):
        return write_tiny_model(out, num_hidden_layers=int(file.stem))

    monkeypatch.setattr(conversion, "convert", convert)
    for name in ("1.pt", "2.pt"):
        (here / name).write_bytes(b"")
    with pytest.raises(InputError, match="absent"):
        finetune("1.pt", ["absent.txt"], "run", **QUICK)
    try:
        finetune("2.pt", ["english.txt"], "run", **QUICK)
    except InputError as error:
        assert "1.pt" in str(error)
    else:
        assert load_model_directory(here / "run/best").config["num_hidden_layers"] == 2


def test_a_gpt_bigcode_trains_with_dropout(here):
    tokenizer = tiny_tokenizer()
    config = gpt_bigcode(tokenizer.vocab_size)
    weights = dict(tree_flatten(random_model(config).parameters()))
    write_model_directory(here / "gpt", config, weights, tokenizer)
    finetune("gpt", ["english.txt"], "run", dropout=0.2, **QUICK | {"steps": 30})
    found = losses(here / "run")
    assert sum(found[-5:]) < sum(found[:5])
