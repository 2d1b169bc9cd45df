"""`--dry-run`: the arithmetic against what is counted and measured, and that nothing is written."""

import json
from dataclasses import replace

import mlx.core as mx
import pytest
from tiny_runs import bashcoder, recipe, write_recipe

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.models.presets import SIZES, llama_config
from bashcoder_mlx.runtime import set_training_threads
from bashcoder_mlx.training import arithmetic, plan
from bashcoder_mlx.training.arithmetic import Pace, Size
from bashcoder_mlx.training.recipe import OptimizerSettings, load_recipe

PACE = Pace(per_row=0.1, per_update=0.4)


@pytest.fixture
def paced(monkeypatch):
    """A machine whose pace is known."""
    monkeypatch.setattr(plan, "measure_pace", lambda *given: PACE)
    monkeypatch.setattr(plan, "product_rate", lambda: 1e11)


def of_size(size: str = "nano", **stage):
    stage = {"name": "only", "steps": 10, "data": ["x.txt"], "batch_size": 8} | stage
    return load_recipe({"name": "test", "model": {"size": size}, "stage": [stage]})


@pytest.mark.parametrize("size", SIZES)
def test_parameters_are_those_of_the_published_formula(size):
    hidden, layers, heads, kv_heads, _ = SIZES[size]
    config = llama_config(size, 8192)
    inner, kv_width = config["intermediate_size"], hidden // heads * kv_heads
    block = 2 * hidden * hidden + 2 * hidden * kv_width + 3 * hidden * inner
    counted = Size.of(config)
    assert counted.matrices == layers * block + 8192 * hidden
    assert counted.parameters == counted.matrices + (2 * layers + 1) * hidden
    assert (counted.layers, counted.width, counted.inner) == (layers, hidden, inner)


def test_gpt_bigcode_is_counted_too():
    config = {"model_type": "gpt_bigcode", "n_embd": 32, "n_layer": 2, "n_head": 4}
    config |= {"n_positions": 64, "n_inner": 128, "vocab_size": 100, "layer_norm_epsilon": 1e-5}
    config |= {"multi_query": False}
    counted = Size.of(config)
    # q, k, v and output are 4 squares; the feed-forward pair 8; and the output matrix.
    assert counted.matrices == 2 * (4 + 8) * 32 * 32 + 100 * 32
    assert (counted.layers, counted.width, counted.inner, counted.heads) == (2, 32, 128, 4)


def test_flops_of_a_token_follow_palm():
    counted = Size.of(llama_config("nano", 8192))
    assert counted.flops_per_token(256) == 6 * counted.matrices + 12 * 4 * 128 * 256
    # Products that a step computes, three times the forward pass, agree but for attention.
    assert counted.flops_per_token(0) == 3 * 2 * counted.matrices


def test_memory_is_predicted_within_a_third():
    rows, config = 8, llama_config("nano", 4096)
    set_training_threads()
    mx.clear_cache()
    before = mx.get_active_memory()
    step = arithmetic.TimedStep(config, 256, OptimizerSettings("adamw"))
    mx.reset_peak_memory()
    for _ in range(3):
        step.run(rows)
    measured = mx.get_peak_memory() - before
    predicted = sum(Size.of(config).memory(rows, 256, "adamw").values())
    assert 3 / 4 < measured / predicted < 4 / 3


def test_memory_grows_with_rows_and_by_the_optimizer():
    counted = Size.of(llama_config("small", 8192))
    few, many = (counted.memory(rows, 256, "muon") for rows in (4, 16))
    assert many["activations"] == 4 * few["activations"] and many["weights"] == few["weights"]
    adam = counted.memory(4, 256, "adamw")
    assert adam["optimizer"] - few["optimizer"] == 4 * counted.in_blocks


def test_a_pace_is_that_of_the_steps_it_was_timed_by(monkeypatch):
    config = llama_config("nano", 320, hidden_size=32, intermediate_size=64, num_hidden_layers=1)
    monkeypatch.setattr(arithmetic.TimedStep, "seconds", lambda step, rows: 0.3 * rows + 0.5)
    pace = arithmetic.measure_pace(config, 16, OptimizerSettings("adamw"))
    assert (pace.per_row, pace.per_update) == pytest.approx((0.3, 0.5))
    assert pace.seconds(10) == pytest.approx(3.5)


def test_a_row_longer_than_the_context_is_refused(paced):
    with pytest.raises(InputError, match="longer than the model's context"):
        plan.plan(of_size(sequence_length=4096))


def test_a_large_model_is_timed_with_fewer_layers():
    config = llama_config("large", 8192)
    cut = arithmetic._cut(config, 5e8, 256)
    assert cut["num_hidden_layers"] == 1 and cut["hidden_size"] == config["hidden_size"]
    assert arithmetic._cut(llama_config("nano", 8192), 1e12, 256)["num_hidden_layers"] == 4


# Plans


def test_a_plan_counts_tokens_time_and_flops(paced):
    made = plan.plan(of_size(steps=10, batch_size=8, accumulation=2, sequence_length=128))
    assert made.tokens == 10 * 8 * 2 * 128
    assert made.seconds == pytest.approx(10 * (16 * 0.1 + 0.4))
    assert made.tokens_per_second == pytest.approx(made.tokens / made.seconds)
    assert made.tokens_per_day == pytest.approx(86_400 * made.tokens_per_second)
    assert made.utilisation == pytest.approx(made.flops / made.seconds / 1e11)
    assert made.wanted_tokens == 20 * made.parameters


def test_machines_share_rows_and_exchange_gradients(paced):
    alone = plan.plan(of_size())
    shared = plan.plan(of_size(), machines=4, link=1.0)
    exchanged = 2 * 3 / 4 * 4 * alone.parameters  # bytes, in a ring
    assert shared.exchanged_bytes == exchanged
    assert shared.seconds == pytest.approx(10 * (2 * 0.1 + 0.4 + exchanged / 125e6))
    assert shared.memory["activations"] < alone.memory["activations"]


def test_a_batch_that_machines_cannot_share_is_refused(paced):
    with pytest.raises(InputError, match="batch_size 8 cannot be divided among 9 machines"):
        plan.plan(of_size(), machines=9)


def test_corpora_that_suit_come_with_their_tokens():
    found = {corpus["name"]: corpus for corpus in plan.suitable_corpora("nano")}
    assert found["tinystories"]["tokens"] == 2e9 / plan.BYTES_PER_TOKEN
    assert "pile" not in found


@pytest.mark.parametrize("size", SIZES)
def test_a_preset_is_nearest_to_itself(size):
    assert plan.nearest_preset(Size.of(llama_config(size, 4096)).parameters) == size


def test_durations_are_readable():
    shown = [plan.duration(s) for s in (0.12, 200, 18_720, 12 * 86_400 + 3 * 3600)]
    assert shown == ["0.12 s", "3 min 20 s", "5 h 12 min", "12 days 3 h"]


# The commands


def everything(folder) -> set:
    return {(path, path.stat().st_mtime_ns) for path in folder.rglob("*")}


def test_a_dry_run_writes_nothing_and_needs_no_data(here, paced, capsys):
    before = everything(here)
    code, out, err = bashcoder(capsys, "pretrain", "--size", "small", "--dry-run")
    assert code == 0
    assert "49,068,544" in out and "wikipedia" in out and "tokens a day" in out
    assert err == "timing a step of this model on this machine\n"
    assert everything(here) == before


def test_a_dry_run_of_a_recipe_as_json(here, paced, capsys):
    write_recipe(here / "r.toml", recipe())
    before = everything(here)
    code, out, _ = bashcoder(capsys, "train", "r.toml", "--dry-run", "--json", "--machines", 2)
    made = json.loads(out)
    assert (code, made["machines"], made["tokens"]) == (0, 2, 10 * 4 * 16)
    assert made["peak_bytes"] == sum(made["memory"].values())
    assert everything(here) == before


def test_a_dry_run_of_finetune_reads_the_checkpoint(here, base, paced, capsys):
    code, out, _ = bashcoder(
        capsys, "finetune", "-c", base, "--dry-run", "--json", "--steps", 3, "--batch-size", 2
    )
    expected = Size.of(json.loads((base / "config.json").read_text())).parameters
    assert code == 0 and json.loads(out)["parameters"] == expected
    assert not (here / "runs").exists()


def test_mistakes_are_one_line(here, capsys):
    for arguments, words in (
        (["pretrain"], "Missing argument 'DATA...'"),
        (["finetune", "-c", "x"], "Missing argument 'DATA...'"),
        (["pretrain", "english.txt", "--machines", 2], "--machines: for --dry-run alone"),
        (["train", "tiny", "--json"], "--json: for --dry-run alone"),
        (["pretrain", "--size", "huge", "--dry-run"], "unknown model size 'huge'"),
        (["finetune", "-c", "absent", "--dry-run"], "no checkpoint absent"),
    ):
        code, out, err = bashcoder(capsys, *arguments)
        assert (code, out) == (2, "") and words in err and len(err.splitlines()) == 1


def test_a_recipe_with_a_given_tokenizer_has_its_vocabulary(here, base, paced):
    loaded = of_size()
    given = replace(loaded, tokenizer=replace(loaded.tokenizer, path="base"))
    vocabulary = json.loads((base / "config.json").read_text())["vocab_size"]
    sizes = [plan.plan(r, data_dir=here).parameters for r in (loaded, given)]
    assert sizes[0] - sizes[1] == SIZES["nano"][0] * (8000 - vocabulary)
