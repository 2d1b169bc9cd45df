"""Wordings that ask for two things, on tasks of a few words."""

import json

import pytest
from click.testing import CliRunner

from bashcoder_mlx.cli.data.ambiguous import command
from bashcoder_mlx.corpora.synthetic.ambiguity import ambiguous, wordings
from bashcoder_mlx.corpora.synthetic.slots import one_of
from bashcoder_mlx.corpora.synthetic.task import Task, nothing


def task(name: str, run, *say: str, **options) -> Task:
    return Task(name=name, say=say, run=run, explain=[], setup=nothing, expect=nothing, **options)


def pairs(*tasks: Task, least: float = 0.5) -> list[tuple[str, str]]:
    return [(one.wording.task, one.other.task) for one in ambiguous(tasks, least)]


OTHERS = [
    task("x", "pwd", "where am I", "in which folder am I"),
    task("y", "date", "what time is it", "tell me the time of the day"),
]


def test_a_wording_has_types_for_values_and_no_case_nor_words_that_say_nothing():
    found = wordings(task("a", "cp {file2} {file}", "Copy {file2} over the [whole|old] {file}!"))
    assert sorted(one.text for one in found) == [
        "copy <file> over old <file1>",
        "copy <file> over whole <file1>",
    ]
    assert {one.command for one in found} == {"cp FILE2 FILE"}


def test_an_ending_that_a_task_asks_for_is_part_of_the_type():
    plain = task("a", "tar cf {tar} x", "pack x in {tar}", slots={"tar": one_of("a.tar")})
    zipped = task("b", "tar czf {tar} x", "pack x in {tar}", slots={"tar": one_of("a.tar.gz")})
    assert wordings(zipped)[0].text == "pack x in <tar.tar.gz>"
    assert pairs(plain, zipped, least=1) == []


def test_a_value_is_not_the_word_that_names_its_type():
    here = task("a", "ls *", "list what is in this folder")
    there = task("b", "ls {folder}/*", "list what is in {folder}", slots={"folder": one_of("src")})
    assert wordings(there)[0].text == "list what is in <folder>"
    assert pairs(here, there, least=0.9) == []


def test_the_same_words_for_two_commands_come_first():
    one = task("a", "ls {dir}", "list {dir}", "list all that is in {dir}")
    other = task("b", "ls -a {dir}", "List the {dir}.", "list what is hidden in {dir}")
    found = ambiguous([one, other, *OTHERS], least=0.3)
    assert (found[0].wording.text, found[0].is_same) == ("list <dir>", True)
    assert [one.is_same for one in found].count(True) == 1


def test_the_nearest_of_another_command_is_ambiguous_and_of_the_same_command_is_not():
    one = task("a", "ls -S", "show what is large in this folder", "large entries")
    near = task("b", "ls -t", "show what is large in this very folder")
    assert set(map(frozenset, pairs(one, near, *OTHERS))) == {frozenset("ab")}
    same = task("b", "ls  -S", "show what is large in this very folder")
    assert pairs(one, same, *OTHERS) == []


def test_what_is_nearer_to_its_own_task_is_not_ambiguous():
    wordings = "show what is large in this folder", "show what is large in this one folder"
    other = task("b", "ls -t", "show what is new", "show what is new here")
    assert pairs(task("a", "ls -S", *wordings), other, *OTHERS) == []


@pytest.mark.parametrize(
    "other",
    [
        task("b", {"macos": "stat -f %z {file}"}, "size of {file}"),
        task("b", "wc -c {file}", "size of {file}", kind="script"),
    ],
)
def test_what_is_never_asked_together_is_not_compared(other):
    one = task("a", {"linux": "stat -c %s {file}"}, "size of {file}")
    assert pairs(one, other) == []
    assert pairs(one, task("b", "wc -c {file}", "size of {file}")) == [("a", "b")]


def test_the_command_lists_tasks_that_match(monkeypatch):
    tasks = [task(f"files/list.{n}", f"ls -{n} {{dir}}", "list {dir}") for n in "ab"]
    monkeypatch.setattr("bashcoder_mlx.corpora.synthetic.tasks.every_task", lambda: tasks)

    def run(*words):
        return CliRunner().invoke(command, words)

    [row] = json.loads(run("--json", "files/*").stdout)
    assert row["one"] == {"wording": "list <dir>", "task": "files/list.a", "command": "ls -a DIR"}
    assert run("find/*").stdout == ""
    assert "files/list.b: ls -b" in run().stdout
    assert "1 word for word" in run().stderr
