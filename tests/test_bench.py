"""`bashcoder bench`: the framework, with cases that do nothing. Speed itself is never tested."""

import importlib
import json
from pathlib import Path

import bench_cases
import numpy as np
import pytest
from tiny_runs import bashcoder

from bashcoder_mlx import bench
from bashcoder_mlx.bench import corpus, measure, run
from bashcoder_mlx.bench.measure import Case, Measured, missing
from bashcoder_mlx.bench.report import PEAK, Ratio, Report, Row, Section, number, with_unit


@pytest.fixture(autouse=True)
def importable(monkeypatch):
    """The processes of cases find tests/bench_cases.py."""
    monkeypatch.setenv("PYTHONPATH", str(Path(bench_cases.__file__).parent))


def case(name: str, work: str = "counting", **settings) -> Case:
    return Case(name, f"bench_cases:{work}", f"what {name} is", **settings)


def measured(name: str, values, peak: int = 1, **figures) -> Measured:
    figures = {key: {"value": value, "unit": ""} for key, value in figures.items()}
    return Measured(case(name), list(values), peak, figures)


# Processes


def test_a_case_gives_a_rate_for_every_trial_and_none_for_the_warm_up():
    (one,) = measure.measure([case("a", warm_up=2)], trials=3)
    assert len(one.values) == 3 and min(one.values) > 0
    assert one.figures == {"share": {"value": 0.5, "unit": "share"}}
    assert one.peak_bytes > 1e6


def test_the_trials_of_cases_go_in_turn(monkeypatch):
    order = []
    trial = measure._Process.trial
    monkeypatch.setattr(
        measure._Process, "trial", lambda self: (order.append(self._case.name), trial(self))[1]
    )
    measure.measure([case("a"), case("b")], trials=2)
    assert order == ["a", "b", "a", "b", "a", "b"]


def test_a_rate_is_count_by_time_and_seconds_are_seconds(monkeypatch):
    replies = {"seconds": 2.0, "count": 20}
    monkeypatch.setattr(measure._Process, "_receive", lambda self: replies)
    for unit, expected in (("tokens/s", 10), ("s", 2)):
        with measure._Process(case("a", unit=unit)) as process:
            assert process.trial() == expected


def test_a_process_has_its_environment_and_an_empty_stdin():
    (one,) = measure.measure(
        [case("a", "environment", environment={"BASHCODER_BLAS": "stock"})], trials=1
    )
    assert {name: figure["value"] for name, figure in one.figures.items()} == {
        "stock": 1,
        "read": 0,
    }


def test_the_peak_is_that_of_the_case_alone():
    small, large = measure.measure(
        [
            case("small", "allocating", settings={"megabytes": 1}),
            case("large", "allocating", settings={"megabytes": 300}),
        ],
        trials=1,
    )
    assert 250e6 < large.peak_bytes - small.peak_bytes < 700e6


def test_a_case_that_breaks_off_says_why_and_the_others_go_on():
    notes = []
    failed, fine = measure.measure([case("a", "failing"), case("b")], 2, notes.append)
    assert failed.failed == "ValueError: no such tensor"
    assert "a: failed: ValueError: no such tensor" in notes
    assert len(fine.values) == 2


def test_what_is_left_out_is_never_started():
    (one,) = measure.measure([case("a", "failing", left_out="torch is not installed")], trials=1)
    assert (one.left_out, one.failed, one.values) == ("torch is not installed", "", [])


def test_a_case_without_trials_gives_its_figures():
    (one,) = measure.measure([case("a", "failing", timed=False), case("b", timed=False)][1:], 3)
    assert one.values == [] and one.figures["share"]["value"] == 0.5


def test_a_missing_module_is_the_reason():
    assert missing("json") == ""
    assert missing("no_such_peer") == "no_such_peer is not installed"


# The report


def test_a_ratio_is_the_median_over_neighbours_in_time():
    section = Section(
        "t", [measured("a", [10, 20, 90]), measured("b", [5, 5, 10])], [Ratio("r", "a", "b")]
    )
    assert section.ratios() == {"r": [4, 2, 9]}


def test_ratios_of_memory_and_of_different_figures():
    section = Section(
        "t",
        [measured("a", [1, 3, 8], peak=30, guess=1.5), measured("b", [1], peak=10)],
        [Ratio("memory", "a", "b", PEAK), Ratio("guess", "a", "a", "value", "guess")],
    )
    assert section.ratios() == {"memory": [3, 3, 3], "guess": [2, 2, 2]}


def test_a_ratio_with_what_was_left_out_is_left_out():
    absent = Measured(case("b"), left_out="b is not installed")
    section = Section("t", [measured("a", [1, 2]), absent], [Ratio("r", "a", "b")])
    assert section.ratios() == {}
    assert "left out: b is not installed" in section.to_text()
    assert section.to_json()["cases"][1]["left_out"] == "b is not installed"


def test_the_table_has_median_spread_memory_and_figures():
    section = Section("title", [measured("a", [1000, 3000, 2000], 5_000_000)], notes=["a note"])
    section.add_share("of peak", 2.0, 8000.0)
    lines = section.to_text().splitlines()
    assert lines[0] == "### title"
    header, row = ([cell.strip() for cell in lines[i].strip("|").split("|")] for i in (2, 4))
    assert header == ["case", "tokens/s: median", "least to most", "peak memory", "of peak"]
    assert row == ["a", "2,000", "1,000 to 3,000", "5 MB", "50 %"]
    assert lines[-2:] == ["- a: what a is", "- a note"]


def test_the_document_keeps_every_trial():
    section = Section("t", [measured("a", [1, 3, 2])], [Ratio("r", "a", "a")])
    made = Report({"processor": "x"}, 3, [Row("train", "Training", [section], 1.25)]).to_json()
    made = json.loads(json.dumps(made))
    assert made["machine"] == {"processor": "x"}
    (found,) = made["rows"]["train"]["sections"][0]["cases"]
    assert found["trials"] == [1, 3, 2]
    assert (found["median"], found["low"], found["high"]) == (2, 1, 3)
    assert made["rows"]["train"]["sections"][0]["ratios"]["r"]["median"] == 1


def test_figures_are_written_with_three_digits_or_more():
    assert [number(x) for x in (0.012345, 1.234, 45.67, 7890.1)] == [
        "0.0123",
        "1.23",
        "45.7",
        "7,890",
    ]
    assert with_unit(1.5e9, "bytes") == "1,500 MB"


# Rows and the command


class FakeRow:
    TITLE = "A row"

    @staticmethod
    def run(bench):
        (bench.folder / "input").write_text("x")
        bench.compare("table", [case("a"), case("b")], [Ratio("a / b", "a", "b")], most_trials=2)


@pytest.fixture
def fake_row(monkeypatch):
    find = importlib.import_module
    fakes = {"bashcoder_mlx.bench.train": FakeRow}
    monkeypatch.setattr(run.importlib, "import_module", lambda name: fakes.get(name) or find(name))
    return FakeRow


def test_the_command_prints_tables_and_writes_json(fake_row, capsys, tmp_path):
    code, out, err = bashcoder(capsys, "bench", "train", "--trials", 3, "-o", tmp_path / "b.json")
    assert code == 0
    assert "## A row" in out and "- **a / b: " in out
    assert "train: table" in err and "warming up" not in out
    written = json.loads((tmp_path / "b.json").read_text())
    assert len(written["rows"]["train"]["sections"][0]["cases"][0]["trials"]) == 2
    assert {"processor", "cores", "mlx", "Python"} <= written["machine"].keys()


def test_json_on_stdout_is_one_document(fake_row, capsys):
    code, out, _ = bashcoder(capsys, "bench", "train", "--trials", 1, "--json")
    assert code == 0 and set(json.loads(out)["rows"]) == {"train"}


def test_a_failed_case_is_in_the_report_and_in_the_exit_code(fake_row, monkeypatch, capsys):
    monkeypatch.setattr(
        FakeRow, "run", staticmethod(lambda bench: bench.compare("t", [case("a", "failing")]))
    )
    code, out, err = bashcoder(capsys, "bench", "train")
    assert code == 1
    assert "left out: ValueError: no such tensor" in out
    assert err.splitlines()[-1] == "Error: these cases failed, see the report for why: a"


def test_mistakes_are_refused_before_anything_is_measured(capsys, tmp_path):
    code, out, err = bashcoder(capsys, "bench", "speed")
    assert (code, out) == (2, "") and "'speed'" in err and "train" in err
    code, _, err = bashcoder(capsys, "bench", "-o", tmp_path / "absent" / "b.json")
    assert code == 2 and "no folder" in err


@pytest.mark.parametrize("name", bench.ROWS)
def test_every_row_has_a_title_and_work_that_exists(name, tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "PAIRS", 50)
    monkeypatch.setattr(corpus, "TEXTS", 20)
    row, found = importlib.import_module(f"bashcoder_mlx.bench.{name}"), []

    class Dry(run.Bench):
        def compare(self, title, cases, *rest, **more):
            found.extend(cases)
            return Section(title, [Measured(c, left_out="dry") for c in cases])

    row.run(Dry(Row(name, row.TITLE), tmp_path, 1, lambda line: None))
    assert found and all(c.what or c.left_out for c in found)
    for c in found:
        module, _, function = c.work.partition(":")
        if not c.left_out:
            assert callable(getattr(importlib.import_module(module), function))
        json.dumps(c.settings)


# Inputs


def test_the_corpora_are_the_same_each_time_and_texts_fill_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(corpus, "PAIRS", 50)
    monkeypatch.setattr(corpus, "TEXTS", 20)
    for write in (corpus.write_pairs, corpus.write_texts):
        first, second = write(tmp_path / "1.jsonl"), write(tmp_path / "2.jsonl")
        assert first.read_bytes() == second.read_bytes()
    texts = [json.loads(line)["text"] for line in first.read_text().splitlines()]
    tokenizer = corpus.shipped_tokenizer()
    assert len(texts) == 20
    assert min(len(tokenizer.encode(text)) for text in texts) > corpus.LENGTH


@pytest.mark.torch
def test_the_network_of_pytorch_computes_what_ours_does(tmp_path):
    import mlx.core as mx
    import torch

    from bashcoder_mlx.bench.torch_llama import Llama
    from bashcoder_mlx.model_directory import load_model_directory

    loaded = load_model_directory(corpus.write_model(tmp_path / "model"), mx.float32)
    network, weights = Llama(loaded.config), mx.load(str(tmp_path / "model/model.safetensors"))
    state = {n.removeprefix("model."): torch.tensor(np.array(a)) for n, a in weights.items()}
    network.load_state_dict(state)
    tokens = np.random.default_rng(0).integers(0, 4096, (2, 20))
    ours = np.array(loaded.model(mx.array(tokens)))
    theirs = network(torch.from_numpy(tokens)).detach().numpy()
    np.testing.assert_allclose(theirs, ours, atol=1e-4)
