"""`bashcoder evaluate` as a whole: every part, what it prints and writes, and what it refuses."""

import json
import random
import sys

import pytest
from click.testing import CliRunner
from sandboxed import sandbox_or_skip
from tiny_models import write_tiny_model

from bashcoder_mlx.cli.evaluate import command
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.evaluation import SECTIONS, run
from bashcoder_mlx.evaluation.inputs import read_inputs, spread
from bashcoder_mlx.evaluation.suite import read_suite, shipped_suite
from bashcoder_mlx.evaluation.systems import ModelSystem
from bashcoder_mlx.inference import load

SUITE = """
[fixture.two]
"a.txt" = "1\\n2\\n"
"b.txt" = "3\\n"

[[task]]
prompt = "how many lines does a.txt have"
fixture = "two"
reference = ["wc -l < a.txt", "wc -l a.txt"]
macos = true

[[task]]
prompt = "remove 'b.txt'"
fixture = "two"
reference = "rm b.txt"
macos = true

[[task]]
prompt = "a script that prints hello"
kind = "script"
reference = "#!/bin/sh\\necho hello\\n"
"""


def write_pairs(path, rows, kind="command"):
    lines = [json.dumps({"prompt": p, "completion": c, "kind": kind}) + "\n" for p, c in rows]
    path.write_text("".join(lines))
    return path


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Two tiny models."""
    folder = tmp_path_factory.mktemp("models")
    tasks = ("command", "script", "explanation")
    write_tiny_model(folder / "one", tasks)
    write_tiny_model(folder / "two", tasks, num_hidden_layers=1)
    return folder


@pytest.fixture
def here(tmp_path, monkeypatch, models):
    """A folder with held-out data, a suite and links to the models."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tasks").mkdir()
    (tmp_path / "tasks" / "files.toml").write_text(SUITE)
    data = tmp_path / "data"
    data.mkdir()
    golds = [(task.prompt, task.references[0]) for task in read_suite(shipped_suite())[:40]]
    write_pairs(data / "nl2bash.dev.jsonl", golds[:6])
    write_pairs(data / "nl2bash.train.jsonl", golds[6:])
    (data / "stories.valid.jsonl").write_text('{"text": "list the files"}\n{"text": "show"}\n')
    for name in ("one", "two"):
        (tmp_path / name).symlink_to(models / name, target_is_directory=True)
    return tmp_path


def evaluate(*args: str):
    found = CliRunner().invoke(command, ["--tasks", "tasks", *args], catch_exceptions=False)
    assert found.exit_code == 0, found.output
    return found


def figures(*args: str) -> dict:
    """Of one system and part, name to value."""
    document = json.loads(evaluate(*args, "--json").stdout)
    (section,) = document["sections"].values()
    (name,) = document["systems"]
    return {label: figure["value"] for label, figure in section["figures"][name].items()}


def test_every_part_is_in_one_report(here):
    sandbox_or_skip()
    found = evaluate("-m", "one", "-k", "2", "-o", "report")
    document = json.loads((here / "report" / "report.json").read_text())
    assert list(document["sections"]) == list(SECTIONS)
    neighbour = "nearest neighbour (nl2bash.train.jsonl)"
    for name, section in document["sections"].items():
        expected = ["one"] if name == "language" else ["one", neighbour]
        expected += ["knowledge base"] * (name == "explanation")
        assert list(section["figures"]) == expected
        assert section["command"].endswith(f"--only {name}")
        for some in section["figures"].values():
            for figure in some.values():
                assert figure["low"] is None or figure["low"] < figure["high"]
    everyday = document["sections"]["everyday"]["figures"][neighbour]
    assert {"pass@1", "pass@2", "pass@1, files (3)", "slots copied"} <= everyday.keys()
    assert "exact match @2" in document["sections"]["nl2bash"]["figures"]["one"]
    assert (here / "report" / "report.md").read_text() == found.stdout
    examples = [json.loads(line) for line in (here / "report" / "examples.jsonl").open()]
    assert {row["section"] for row in examples} == set(SECTIONS) - {"language"}
    assert all(set(row["answers"]) >= {"one", neighbour} for row in examples)


def test_the_command_of_a_part_gives_the_same_figures(here):
    whole = json.loads(
        evaluate("-m", "one", "--only", "nl2bash", "--only", "macos", "--json").stdout
    )
    words = whole["sections"]["macos"]["command"].split()[2:]
    again = CliRunner().invoke(command, [*words, "--json"], catch_exceptions=False)
    assert json.loads(again.stdout)["sections"]["macos"] == whole["sections"]["macos"]


def test_a_gold_file_as_predictions_scores_one_everywhere(here):
    found = figures("--predictions", "data/nl2bash.dev.jsonl", "--only", "nl2bash")
    assert {label for label, value in found.items() if value != pytest.approx(1)} == set()
    assert len(found) == 12


def test_the_references_as_predictions_pass_every_task(here):
    sandbox_or_skip()
    golds = [(task.prompt, task.references[-1]) for task in read_suite(here / "tasks")]
    path = write_pairs(here / "golds.jsonl", golds)
    found = figures("--predictions", str(path), "--only", "everyday")
    assert {label for label, value in found.items() if value != 1} == set()


def test_shuffled_golds_score_near_nothing(here):
    golds = [(task.prompt, task.references[0]) for task in read_suite(shipped_suite())]
    write_pairs(here / "data" / "nl2bash.dev.jsonl", golds)
    answers = [answer for _, answer in golds]
    random.Random(1).shuffle(answers)
    shuffled = [(prompt, answer) for (prompt, _), answer in zip(golds, answers, strict=True)]
    path = write_pairs(here / "shuffled.jsonl", shuffled)
    found = figures("--predictions", str(path), "--only", "nl2bash")
    assert found["exact match"] < 0.02
    assert found["template match"] < 0.03
    assert found["NLC2CMD score"] < -0.6
    assert found["slots copied"] < 0.1
    assert found["character BLEU"] < 0.2


def test_golds_explain_perfectly_and_shuffled_ones_do_not(here):
    pairs = [
        (f"ls -{letter}", f"lists the {letter} files here, number {n}, all of them")
        for n, letter in enumerate("abcdefgh")
    ]
    write_pairs(here / "data" / "nl2bash.dev.jsonl", [(english, cmd) for cmd, english in pairs])
    turned = [(cmd, pairs[(n + 3) % 8][1]) for n, (cmd, _) in enumerate(pairs)]
    gold = write_pairs(here / "gold.jsonl", pairs, "explanation")
    wrong = write_pairs(here / "wrong.jsonl", turned, "explanation")
    found = figures("--predictions", str(gold), "--only", "explanation")
    assert found == pytest.approx({"BLEU-4": 1, "ROUGE-L": 1})
    worse = figures("--predictions", str(wrong), "--only", "explanation")
    assert worse["BLEU-4"] < 0.7
    assert worse["ROUGE-L"] < 0.9


def test_a_part_that_predictions_do_not_answer_is_left_out(here):
    path = write_pairs(here / "none.jsonl", [("something else", "ls")])
    document = json.loads(
        evaluate("--predictions", str(path), "--only", "nl2bash", "--json").stdout
    )
    with pytest.raises(InputError, match="nothing could be measured: this needs a model"):
        evaluate("--predictions", str(path), "--only", "language")
    assert list(document["sections"]["nl2bash"]["figures"]) == [
        "nearest neighbour (nl2bash.train.jsonl)"
    ]


def test_two_models_are_compared_by_pairs(here):
    found = json.loads(evaluate("--compare", "one", "two", "--only", "nl2bash", "--json").stdout)
    section = found["sections"]["nl2bash"]
    for label, (value, low, high) in section["differences"].items():
        one, two = (section["figures"][name][label]["value"] for name in ("one", "two"))
        assert value == pytest.approx(one - two)
        assert low is None or low < high
    assert section["differences"].keys() == section["figures"]["one"].keys()
    same = json.loads(evaluate("--compare", "one", "./one", "--only", "macos", "--json").stdout)
    assert set(map(tuple, same["sections"]["macos"]["differences"].values())) == {(0, None, None)}
    assert "| difference" in evaluate("--compare", "one", "two", "--only", "language").stdout


def test_what_a_model_retained_is_the_difference_from_before(here):
    options = ("-m", "one", "--only", "language", "--json")
    (here / "before.json").write_text(evaluate(*options).stdout)
    stored = json.loads(evaluate(*options, "--before", "before.json").stdout)
    section = stored["sections"]["language"]
    assert list(section["figures"]) == ["one", "before (before.json)"]
    assert list(section["differences"]) == ["stories.valid (2)"]
    assert section["differences"]["stories.valid (2)"][0] == pytest.approx(0, abs=1e-3)
    other = json.loads(evaluate(*options, "--before", "two").stdout)
    assert list(other["sections"]["language"]["figures"]) == ["one", "before (two)"]
    assert other["sections"]["language"]["differences"]["stories.valid (2)"][0] != 0
    (here / "data" / "stories.valid.jsonl").write_text('{"text": "other"}\n')
    changed = json.loads(evaluate(*options, "--before", "before.json").stdout)
    section = changed["sections"]["language"]
    assert list(section["figures"]) == ["one"]
    assert section["notes"] == ["stories.valid: before (before.json) was scored on other documents"]


def test_without_data_the_tasks_are_what_is_there(here):
    document = json.loads(
        evaluate("-m", "one", "--data-dir", "none", "--limit", "2", "--json").stdout
    )
    assert "nl2bash" not in document["sections"]
    assert any("--data-dir" in note for note in document["notes"])
    assert list(document["sections"]["language"]["figures"]["one"]) == ["everyday (2)"]
    assert "20,000 generated pairs" in str(list(document["sections"]["macos"]["figures"]))


def test_nothing_is_run_without_a_sandbox(here, monkeypatch):
    def absent():
        raise BashcoderError("install bubblewrap")

    monkeypatch.setattr(run, "find_sandbox", absent)
    with pytest.raises(BashcoderError, match="install bubblewrap"):
        evaluate("-m", "one", "--only", "everyday")
    document = json.loads(
        evaluate("-m", "one", "--only", "everyday", "--only", "macos", "--json").stdout
    )
    assert list(document["sections"]) == ["macos"]
    assert document["notes"] == ["everyday tasks were not executed: install bubblewrap"]


def test_a_program_that_is_missing_leaves_its_tasks_out(here, monkeypatch):
    sandbox_or_skip()
    monkeypatch.setattr(
        "bashcoder_mlx.shell.programs.shutil.which", lambda name: name if name != "rm" else None
    )
    document = json.loads(evaluate("-m", "one", "--only", "everyday", "-k", "1", "--json").stdout)
    section = document["sections"]["everyday"]
    assert section["title"] == "Everyday tasks, 2 executed"
    assert section["notes"] == ["Tasks left out: 1, as rm is not installed here."]


def test_an_output_folder_is_not_overwritten(here):
    (here / "report").mkdir()
    with pytest.raises(InputError, match="report exists"):
        evaluate("-m", "one", "-o", "report")


@pytest.mark.parametrize(
    "args",
    [
        ["-m", "one", "--compare", "one", "two"],
        ["--predictions", "tasks/files.toml", "-m", "one"],
        ["--only", "poems"],
        ["--compare", "one"],
        ["--compare", "one", "one"],
        ["--compare", "one", "two", "--before", "one"],
        ["-k", "0"],
        ["--tasks", "nowhere"],
    ],
)
def test_wrong_usage_is_told(here, args):
    found = CliRunner().invoke(command, args)
    assert found.exit_code == 2


def test_a_suite_for_linux_alone_or_of_checks_alone_is_measured(here):
    sandbox_or_skip()
    suite = '[[task]]\nprompt = "p"\ncheck = "true"\n[[task]]\nprompt = "q"\ncheck = "false"\n'
    (here / "tasks" / "files.toml").write_text(suite)
    found = evaluate("-m", "one", "--data-dir", "none", "-k", "1", "--json")
    document = json.loads(found.stdout)
    assert list(document["sections"]) == ["language", "everyday"]
    assert document["sections"]["everyday"]["figures"]["one"]["pass@1"]["value"] == 0.5
    assert "none of the tasks is stated for macOS" in document["notes"]
    with pytest.raises(InputError, match="nothing could be measured: none of the tasks"):
        evaluate("-m", "one", "--only", "macos")


def test_two_tasks_may_have_one_prompt(here):
    sandbox_or_skip()
    twice = "".join(f'[[task]]\nprompt = "p"\nreference = "echo {n}"\n' for n in (1, 2))
    (here / "tasks" / "files.toml").write_text(twice)
    path = write_pairs(here / "one.jsonl", [("p", "echo 1")])
    document = json.loads(
        evaluate("--predictions", str(path), "--only", "everyday", "--json").stdout
    )
    figure = document["sections"]["everyday"]["figures"]["one.jsonl"]["pass@1"]
    assert (figure["value"], figure["items"]) == (0.5, 2)


def test_tasks_that_cannot_be_judged_are_left_out_with_the_reason(here):
    sandbox_or_skip()
    broken = '[[task]]\nprompt = "broken"\nreference = "foozle a"\n'
    (here / "tasks" / "files.toml").write_text(SUITE + broken)
    path = write_pairs(here / "wrong.jsonl", [("broken", "barzle"), ("remove 'b.txt'", "rm b.txt")])
    document = json.loads(
        evaluate("--predictions", str(path), "--only", "everyday", "--json").stdout
    )
    section = document["sections"]["everyday"]
    assert section["title"] == "Everyday tasks, 3 executed"
    assert "Left out: 'broken': a reference names a program" in section["notes"][0]
    assert section["figures"]["wrong.jsonl"]["pass@1"]["value"] == pytest.approx(1 / 3)


@pytest.mark.parametrize("name", ["nl2bash.dev.jsonl", "nl2bash.train.jsonl"])
def test_texts_in_the_place_of_pairs_are_told(here, name):
    (here / "data" / name).write_text('{"text": "x"}\n')
    with pytest.raises(InputError, match=f"{name} holds no pairs"):
        evaluate("-m", "one", "--only", "nl2bash")


def test_plots_are_drawn_where_matplotlib_is(here, monkeypatch):
    pytest.importorskip("matplotlib")
    found = evaluate("-m", "one", "--only", "nl2bash", "-o", "drawn")
    assert (here / "drawn" / "nl2bash.png").read_bytes().startswith(b"\x89PNG")
    assert "nl2bash.png" in found.stderr
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    found = evaluate("-m", "one", "--only", "nl2bash", "-o", "plain")
    assert sorted(p.name for p in (here / "plain").iterdir()) == [
        "examples.jsonl",
        "report.json",
        "report.md",
    ]
    assert "no plots" in found.stderr


def test_a_model_that_computes_nan_is_told(here, models):
    loaded = load(models / "one")
    loaded.model.model.norm.weight = loaded.model.model.norm.weight * float("nan")
    with pytest.raises(BashcoderError, match="computes NaN"):
        ModelSystem("broken", loaded).bits([Document(text="list files")])


def test_items_are_spread_evenly():
    assert spread(range(10), 4) == [0, 2, 5, 7]
    assert spread(range(3), 4) == [0, 1, 2]
    assert spread(range(3), None) == [0, 1, 2]


def test_held_out_files_are_those_named_so(here):
    (here / "data" / "train.jsonl").write_text('{"text": "x"}\n')
    inputs = read_inputs(here / "data", here / "tasks")
    assert list(inputs.texts) == ["everyday", "nl2bash.dev", "stories.valid"]
    assert len(inputs.nl2bash) == len(inputs.explained) == 6
