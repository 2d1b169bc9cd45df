"""What public pairs ask for, and how much of it tasks write, on cases worked out by hand."""

import json
from collections import Counter

import pytest
from click.testing import CliRunner

from bashcoder_mlx.cli.data.coverage import command
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.synthetic import demand
from bashcoder_mlx.corpora.synthetic.coverage import Coverage, excluded, mine, shown, written
from bashcoder_mlx.corpora.synthetic.shares import by_family, requests, weights
from bashcoder_mlx.corpora.synthetic.task import Task, nothing
from bashcoder_mlx.corpora.synthetic.tasks import every_task
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.evaluation.reach import reach, word_for_word
from bashcoder_mlx.evaluation.suite import Task as SuiteTask
from bashcoder_mlx.shell.utilities import utilities


def asked(*texts: str):
    return mine(Document(prompt="do it", completion=text, kind="command") for text in texts)


def task(name: str, run, **options) -> Task:
    texts = {"say": [], "explain": [], "setup": nothing, "expect": nothing}
    return Task(name=name, run=run, **texts, **options)


def suite_task(*references: str, area: str = "files", prompt: str = "do it") -> SuiteTask:
    return SuiteTask(prompt, area, references, {})


def test_pairs_of_one_template_are_counted_together():
    found = asked("ls -la a", "ls -a -l b", "ls c", "rm d; ls e")
    assert [(shown(t), count) for t, count in found.ranked()] == [
        ("ls -a -l ARGUMENT", 2),
        ("ls ARGUMENT", 1),
        ("rm ARGUMENT ; ls ARGUMENT", 1),
    ]
    assert not found.left_out


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("docker ps", "tools of one product"),
        ("ls | perl -ne print", "languages"),
        ("frobnicate -x", "a utility that the knowledge base lacks"),
        ("git frobnicate x", "a subcommand that the knowledge base lacks"),
        ("ls; sudo git frobnicate x", "a subcommand that the knowledge base lacks"),
        ("echo $(docker ps)", "tools of one product"),
        ("x=1", "no command"),
        ("ls | | wc", "no bash"),
    ],
)
def test_what_is_not_everyday_is_left_out_and_counted_by_its_reason(text, reason):
    found = asked(text, "ls")
    assert sum(found.counts.values()) == 1
    [(why, count)] = found.left_out.items()
    assert why.startswith(reason)
    assert count == 1


def test_tasks_of_another_kind_write_nothing():
    script = task("a", "ls {file}", kind="script")
    assert written([script]) == {}
    assert len(written([script], kind="script")) == 1


def test_explanations_and_texts_ask_for_nothing():
    documents = [
        Document(text="ls"),
        Document(prompt="ls", completion="Lists files.", kind="explanation"),
    ]
    assert not mine(documents).counts


def test_what_is_excluded_is_known_and_has_a_reason():
    assert all(excluded().values())
    assert set(excluded()) <= set(utilities())


def test_tasks_write_their_templates_for_each_system_whatever_the_values():
    tasks = [
        task("a.size", {"linux": "stat -c %s {file}", "macos": "stat -f %z {file}"}),
        task("a.list", "ls {dir}"),
        task("b.list", "ls {file}"),
    ]
    found = {shown(known): names for known, names in written(tasks, draws=2).items()}
    assert found["ls ARGUMENT"] == {"a.list", "b.list"}
    assert [text for text in sorted(found) if text.startswith("stat")] == [
        "stat -c FORMAT ARGUMENT",
        "stat -f ARGUMENT ARGUMENT",
    ]


def test_the_curve_is_the_share_of_requests_by_rank():
    found = Coverage(asked("ls", "ls", "ls", "pwd", "ls | wc -l"), written([task("a", "ls")]))
    assert found.curve() == [{"templates": 3, "requests": 5, "reached": 0.6}]
    assert found.share(found.asked.ranked()[:1]) == 1
    assert found.missing(1) == [{"requests": 1, "template": "ls | wc -l"}]
    assert len(found.missing(9)) == 2


def test_a_request_counts_for_each_utility_once():
    found = Coverage(asked("ls", "ls | wc -l", "wc a; wc b"), written([task("a", "ls")]))
    assert found.utilities() == [
        {"utility": "ls", "requests": 2, "reached": 0.5},
        {"utility": "wc", "requests": 2, "reached": 0.0},
    ]


def test_a_suite_is_reached_where_one_reference_is():
    tasks = [suite_task("ls a", "rm b"), suite_task("rm b"), suite_task("ls", area="text")]
    found = {"command": written([task("a", "ls {file}")]), "script": {}}
    rows = {row["area"]: row for row in reach(tasks, found)}
    assert [rows[name]["tasks_reached"] for name in ("files", "text", "all")] == [1, 0, 1]
    assert rows["all"]["references_reached"] == 1
    assert (rows["all"]["references"], rows["all"]["utilities"]) == (4, 2)


def test_a_suite_is_reached_by_statements_where_each_is_written_somewhere():
    loop = "for x in a b; do rm $x; done"
    tasks = [suite_task(loop), suite_task(f"{loop}; ls c")]
    found = {
        "command": written([task("a", "for f in {file} {file2}; do wc $f; done")]),
        "script": {},
    }
    assert reach(tasks, found)[-1]["tasks_by_statements"] == 0
    found["script"] = written([task("b", "rm {file}\nls {file}", kind="script")], kind="script")
    [*_, row] = reach(tasks, found)
    assert (row["tasks_reached"], row["tasks_by_statements"]) == (0, 2)


def test_prompts_are_the_same_whatever_their_case_and_punctuation():
    tasks = [suite_task("ls", prompt="List files."), suite_task("pwd", prompt="Where am I?")]
    assert word_for_word(tasks, ["list files", "list files", "where"]) == 1


def test_a_request_is_of_all_tasks_that_write_it_in_equal_parts():
    writers = written([task("a", "ls {dir}"), task("b", "ls {file}"), task("c", "rm {file}")])
    counts = requests(asked("ls x", "ls y", "ls z", "rm x", "pwd"), writers)
    assert counts == {"a": 1.5, "b": 1.5, "c": 1}
    families = {"one": [task("a", "ls"), task("b", "ls")], "two": [task("d", "pwd")]}
    assert by_family(counts, families) == {"one": {"a": 1.5, "b": 1.5}}


def test_weights_follow_requests_files_counting_alike_and_leave_something_to_all():
    families = {name: [task(name, "ls")] for name in ("asked", "once", "never")}
    families["script"] = [task("script", "ls", kind="script")]
    found = weights([Counter(asked=1000), Counter(asked=1, once=1)], families)
    assert sum(found.values()) == pytest.approx(100, abs=0.1)
    assert found == {  # .35 / 3 to all, .5 by requests, .15 to scripts
        "asked": pytest.approx(100 * (0.35 / 3 + 0.5 * 0.75), abs=0.01),
        "once": pytest.approx(100 * (0.35 / 3 + 0.5 * 0.25), abs=0.01),
        "never": pytest.approx(100 * 0.35 / 3, abs=0.01),
        "script": 15,
    }


def test_the_recorded_requests_are_of_tasks_that_are_there():
    assert demand.requests().keys() <= {task.name for task in every_task()}


def test_draws_follow_the_recorded_requests(tmp_path, monkeypatch):
    path = tmp_path / "demand.json"
    demand.write({"b": {"b.two": 4, "b.one": 0.25}, "a": {"a.x": 9}}, path)
    assert path.read_text().splitlines()[1] == '"a": {"a.x": 9},'
    monkeypatch.setattr(demand, "FILE", path)
    demand.requests.cache_clear()
    factors = [demand.factor(name) for name in ("a.x", "b.two", "b.one", "none")]
    demand.requests.cache_clear()
    assert factors == [4, 3, 1.5, 1]


@pytest.fixture
def few_tasks(monkeypatch):
    """A generator of two tasks, as the real one takes seconds."""
    tasks = [task("a", "ls {dir}"), task("b", "wc -l {file}")]
    monkeypatch.setattr("bashcoder_mlx.corpora.synthetic.tasks.every_task", lambda: tasks)


@pytest.fixture
def pairs(tmp_path):
    path = tmp_path / "pairs.jsonl"
    records = [{"prompt": "p", "completion": c} for c in ("ls a", "ls b", "rm c", "docker ps")]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return str(path)


def run(*words: str):
    return CliRunner().invoke(command, words)


def test_the_command_prints_what_is_reached_and_what_is_not(few_tasks, pairs):
    found = json.loads(run(pairs, "--json", "--missing", "5").stdout)
    assert found["curve"][-1] == {"templates": 2, "requests": 3, "reached": pytest.approx(2 / 3)}
    assert found["missing"] == [{"requests": 1, "template": "rm ARGUMENT"}]
    assert sum(found["left_out"].values()) == 1
    assert run(pairs, "--missing", "5").stdout.split() == ["1", "rm", "ARGUMENT"]
    assert "66.7%" in run(pairs).stdout


def test_of_the_suite_only_shares_are_printed(few_tasks):
    found = json.loads(run("--suite", "--json").stdout)
    rows = found["areas"]
    assert rows[-1]["area"] == "all"
    assert rows[-1]["tasks"] == sum(row["tasks"] for row in rows[:-1])
    assert all(
        isinstance(value, int) for row in rows for key, value in row.items() if key != "area"
    )


def test_files_or_the_suite_but_not_both_nor_neither(pairs):
    for words in ([], [pairs, "--suite"]):
        assert isinstance(run(*words).exception, InputError)
