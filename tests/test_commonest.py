"""The tasks that are drawn most often, and how many ways there are to ask for them."""

import json

import pytest
from click.testing import CliRunner

from bashcoder_mlx.cli.data.tasks import command
from bashcoder_mlx.corpora.synthetic import commonest, demand
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.errors import InputError


def task(name: str, *say: str, weight: float = 1.0) -> Task:
    return Task(name, say, "ls", ["Lists files."], weight=weight)


@pytest.fixture
def drawn(monkeypatch):
    found = {
        "often": [task("often.rare", "list"), task("often.main", "list [all|the] files", weight=2)],
        "seldom": [task("seldom.asked", "a", "b"), task("seldom.not", "c")],
    }
    monkeypatch.setattr(commonest, "families", lambda: {"often": 60.0, "seldom": 40.0})
    monkeypatch.setattr(commonest, "family", found.__getitem__)
    monkeypatch.setattr(demand, "requests", lambda: {"seldom.asked": 9})


def test_tasks_are_ranked_by_family_weight_and_requests(drawn):
    """often.main 40, seldom.asked 32 (four fifths of 40), often.rare 20, seldom.not 8."""
    names = ["often.main", "seldom.asked", "often.rare", "seldom.not"]
    assert [found.name for found in commonest.commonest(9)] == names
    assert [found.name for found in commonest.commonest(2)] == names[:2]


def test_alternatives_count_as_wordings_not_as_sentences():
    texts = [f"list files of kind {number}" for number in range(6)]
    several = task("several", "list [a|b|c]", *texts)
    full = task("full", *texts, "list the files", "show the files")
    found = commonest.summary([several, full, task("few", "list [a|b]")])
    expected = {"commonest": 3, "sentences": 7, "few_sentences": 2, "few_wordings": 1}
    assert found == expected


def test_each_of_the_commonest_tasks_is_asked_for_in_eight_ways():
    found = commonest.commonest(commonest.STEPS[-1])
    assert [task.name for task in found if task.wordings < commonest.GOAL] == []


def invoke(*words: str):
    return CliRunner().invoke(command, words)


def test_the_command_shows_the_figures_and_names_those_with_few():
    report = json.loads(invoke("--wordings", "--json").output)
    assert [row["commonest"] for row in report["steps"]] == list(commonest.STEPS)
    assert len(report["few"]) == report["steps"][-1]["few_sentences"]
    assert invoke("--wordings").output.count(" wordings\n") == len(report["few"])


def test_wordings_are_of_all_families():
    made = invoke("files/copy", "--wordings")
    assert isinstance(made.exception, InputError)
    assert "leave their names out" in str(made.exception)
