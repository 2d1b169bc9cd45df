"""training/recipe.py: what a recipe may say, and one line for each mistake."""

import dataclasses
import json

import pytest

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.training.recipe import (
    SHIPPED_RECIPES,
    ModelSettings,
    Recipe,
    Source,
    load_recipe,
)

MINIMAL = """
name = "mine"

[[stage]]
name = "language"
steps = 10
data = ["english.txt"]
"""

FULL = """
name = "mine"
seed = 7
eval_every = 50

[model]
size = "nano"
overrides = { num_hidden_layers = 2 }

[tokenizer]
kind = "char"
vocab_size = 500

[optimizer]
name = "adamw"
learning_rate = 1e-3
betas = [0.9, 0.99]

[[stage]]
name = "language"
steps = 10
data = ["english.txt", { path = "more.txt" }]
valid = { english = "english.valid.txt" }

[[stage]]
name = "code"
steps = 20
replay = 0.1
schedule = "cosine"

[[stage.data]]
path = "pairs.jsonl"
share = 0.75

[[stage.data]]
path = "pairs.jsonl"
share = 0.25
explain = true
"""


def write(tmp_path, text: str):
    file = tmp_path / "recipe.toml"
    file.write_text(text, encoding="utf-8")
    return file


def one_stage(**changes) -> dict:
    """A recipe whose only stage is changed; a change to None leaves the setting out."""
    stage = {"name": "code", "steps": 10, "data": ["a.txt"]} | changes
    return {"name": "mine", "stage": [{k: v for k, v in stage.items() if v is not None}]}


def refused(recipe) -> str:
    """The one line with which a recipe is refused."""
    with pytest.raises(InputError) as caught:
        load_recipe(recipe)
    message = str(caught.value)
    assert "\n" not in message
    return message


# What is read


def test_a_minimal_recipe_has_defaults(tmp_path):
    recipe = load_recipe(write(tmp_path, MINIMAL))
    assert (recipe.name, recipe.seed, recipe.model) == ("mine", 0, ModelSettings("tiny"))
    (stage,) = recipe.stages
    assert stage.data == (Source("english.txt", None, False),)
    assert (recipe.optimizer.name, stage.schedule, stage.replay) == ("muon", "wsd", 0.0)


def test_every_section_is_read(tmp_path):
    recipe = load_recipe(str(write(tmp_path, FULL)))
    assert (recipe.seed, recipe.eval_every) == (7, 50)
    assert recipe.model == ModelSettings("nano", {"num_hidden_layers": 2})
    assert (recipe.tokenizer.kind, recipe.tokenizer.vocab_size) == ("char", 500)
    assert (recipe.optimizer.name, recipe.optimizer.betas) == ("adamw", (0.9, 0.99))
    language, code = recipe.stages
    assert [source.path for source in language.data] == ["english.txt", "more.txt"]
    assert language.valid == {"english": "english.valid.txt"}
    assert (code.steps, code.replay, code.schedule) == (20, 0.1, "cosine")
    assert code.data[1] == Source("pairs.jsonl", 0.25, True)


def test_a_dictionary_is_read_and_left_as_it_was():
    given = one_stage()
    before = json.dumps(given)
    assert load_recipe(given).stages[0].name == "code"
    assert json.dumps(given) == before


def test_a_recipe_is_itself():
    recipe = load_recipe(one_stage())
    assert load_recipe(recipe) is recipe


@pytest.mark.parametrize("name", sorted(path.stem for path in SHIPPED_RECIPES.glob("*.toml")))
def test_each_shipped_recipe_is_read_by_its_name(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    assert isinstance(load_recipe(name), Recipe)


def test_a_file_here_comes_before_a_shipped_recipe(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny").write_text(MINIMAL)
    assert load_recipe("tiny").name == "mine"


def test_a_recipe_as_a_dictionary_is_json_and_reads_back(tmp_path):
    recipe = load_recipe(write(tmp_path, FULL))
    again = json.loads(json.dumps(recipe.to_dict()))
    assert load_recipe(again) == recipe


def test_a_recipe_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        load_recipe(one_stage()).seed = 3


# What is refused


def test_an_unknown_name_lists_the_shipped_recipes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    message = refused("nosuch")
    assert "no recipe nosuch" in message
    assert all(path.stem in message for path in SHIPPED_RECIPES.glob("*.toml"))


def test_a_folder_is_no_recipe(tmp_path):
    assert "no recipe" in refused(tmp_path)


@pytest.mark.parametrize("content", [b"name = ", b"\xff\xfe", b"[[stage]\n", b'{"name": 1}'])
def test_what_is_not_toml_is_named(tmp_path, content):
    file = tmp_path / "recipe.toml"
    file.write_bytes(content)
    assert f"{file} is not valid TOML" in refused(file)


@pytest.mark.parametrize(
    ("recipe", "part"),
    [
        (one_stage() | {"sead": 1}, "unknown setting sead"),
        (one_stage() | {"model": {"sise": "nano"}}, "[model]: unknown setting sise"),
        (one_stage(stepz=1, replai=2), "stage 'code': unknown setting replai, stepz"),
        (one_stage(data=[{"path": "a", "weight": 1}]), "unknown setting weight"),
    ],
)
def test_an_unknown_setting_is_named_with_its_place(recipe, part):
    assert part in refused(recipe)


@pytest.mark.parametrize(
    ("recipe", "part"),
    [
        ({"stage": one_stage()["stage"]}, "lacks name"),
        (one_stage(steps=None), "stage 'code' lacks steps"),
        (one_stage(name=None), "lacks name"),
        (one_stage(data=None), "has no data"),
        (one_stage(data=[]), "has no data"),
        (one_stage(data=[{"share": 0.5}]), "lacks path"),
        ({"name": "mine"}, "no [[stage]]"),
        ({"name": "mine", "stage": []}, "no [[stage]]"),
    ],
)
def test_a_missing_setting_is_named_with_its_place(recipe, part):
    assert part in refused(recipe)


@pytest.mark.parametrize(
    ("recipe", "part"),
    [
        (one_stage(steps=0), "steps must be positive"),
        (one_stage(batch_size=-1), "batch_size must be positive"),
        (one_stage(accumulation=0), "accumulation must be positive"),
        (one_stage(sequence_length=0), "sequence_length must be positive"),
        (one_stage(dropout=1.0), "dropout must be in [0, 1)"),
        (one_stage(decay_share=1.5), "decay_share must be in [0, 1]"),
        (one_stage(schedule="linear"), "schedule must be wsd or cosine"),
        (one_stage(replay=0.1), "the first stage has nothing to replay"),
        (one_stage(replay=1.0), "replay must be in [0, 1)"),
        (one_stage(name="best"), "choose another name"),
        (one_stage(name="initial"), "choose another name"),
        (one_stage(name="../x"), "choose another name"),
        (one_stage(name=""), "choose another name"),
        (one_stage(data=["a", {"path": "b", "share": 0.5}]), "every source a share, or none"),
        (one_stage() | {"model": {"size": "huge"}}, "unknown model size 'huge'"),
        (one_stage() | {"tokenizer": {"kind": "word"}}, "unknown tokenizer kind 'word'"),
        (one_stage() | {"tokenizer": {"vocab_size": 0}}, "vocab_size must be positive"),
        (one_stage() | {"optimizer": {"name": "sgd"}}, "unknown optimizer 'sgd'"),
        (one_stage() | {"optimizer": {"learning_rate": 0}}, "learning_rate must be positive"),
        (one_stage() | {"optimizer": {"clip": -1}}, "clip must be positive"),
        (one_stage() | {"eval_every": 0}, "eval_every"),
        (one_stage() | {"stage": one_stage()["stage"] * 2}, "two stages have the same name"),
    ],
)
def test_an_impossible_setting_is_named(recipe, part):
    assert part in refused(recipe)


@pytest.mark.parametrize(
    ("recipe", "part"),
    [
        (one_stage(batch_size="8"), "batch_size must be"),
        (one_stage() | {"seed": "x"}, "seed must be"),
        (one_stage() | {"model": "nano"}, "[model] is not a table"),
        (one_stage(steps="10"), "steps"),
        (one_stage(steps=10.5), "steps"),
        (one_stage(steps=True), "steps"),
        (one_stage(batch_size=2.5), "batch_size"),
        (one_stage(learning_rate_scale="1"), "learning_rate_scale"),
        (one_stage(data="english.txt"), "data"),
        (one_stage(data=[3]), "path"),
        (one_stage(data=[{"path": "a", "share": "1"}]), "share"),
        (one_stage(data=[{"path": "a", "share": -0.5}]), "share"),
        (one_stage(data=[{"path": "a", "explain": 1}]), "explain"),
        (one_stage(valid="english.valid.txt"), "valid"),
        (one_stage(valid={"english": 3}), "valid"),
        (one_stage(name=3), "name"),
        (one_stage(warmup_steps=-1), "warmup_steps"),
        (one_stage() | {"seed": -1}, "seed"),
        (one_stage() | {"seed": 1.5}, "seed"),
        (one_stage() | {"name": 3}, "name"),
        (one_stage() | {"model": {"overrides": 3}}, "overrides"),
        (one_stage() | {"model": {"checkpoint": 3}}, "checkpoint"),
        (one_stage() | {"model": {"size": ["nano"]}}, "size"),
        (one_stage() | {"tokenizer": {"path": 3}}, "path"),
        (one_stage() | {"optimizer": {"betas": 0.9}}, "betas"),
        (one_stage() | {"optimizer": {"betas": [0.9]}}, "betas"),
        (one_stage() | {"optimizer": {"betas": ["a", "b"]}}, "betas"),
        (one_stage() | {"optimizer": {"betas": [0.9, 1.0]}}, "betas"),
        (one_stage() | {"optimizer": {"weight_decay": -0.1}}, "weight_decay"),
        (one_stage() | {"optimizer": {"learning_rate": float("nan")}}, "learning_rate"),
        (one_stage() | {"optimizer": {"learning_rate": float("inf")}}, "learning_rate"),
        ({"name": "mine", "stage": one_stage()["stage"][0]}, "[[stage]]"),
        ({"name": "mine", "stage": 3}, "stage"),
        ({"name": "mine", "stage": ["code"]}, "stage"),
    ],
)
def test_a_setting_of_another_type_is_named(recipe, part):
    assert part in refused(recipe)
