"""Tasks as data: what a table makes, and that its faults are named with file and line."""

import random
import re
from pathlib import Path
from textwrap import dedent

import pytest

from bashcoder_mlx.corpora.synthetic import check, rows, tasks
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.table import Table
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.errors import InputError

HEAD = 'about = "Copying."\nweight = 2.5\n'
COPY = """
[[task]]
name = "copy"
say = ["copy {file} to {file2}"]
run = "cp {file} {file2}"
explain = "Copies {file} to {file2}."
tree = { "{file}" = { text = "x\\n", days = 3 } }
changes = { "{file2}" = { copy = "{file}" } }
"""


@pytest.fixture
def table(tmp_path):
    """Makes a table of its text."""
    folder = tmp_path / "area"
    folder.mkdir()

    def make(text: str) -> Table:
        (folder / "copy.toml").write_text(HEAD + dedent(text))
        return Table(folder / "copy.toml", "area/copy")

    return make


def trials(task: Task):
    bound = task.draw(Draw(random.Random(1).random))
    return bound, task.trials(bound)


def test_a_task_is_named_by_its_path(table):
    [task] = table(COPY).tasks()
    assert task.name == "area/copy.copy" and task.origin.endswith("copy.toml:4")
    assert list(check.faults(task)) == []


def test_trees_before_and_after(table):
    [task] = table(COPY).tasks()
    bound, [trial] = trials(task)
    assert trial.start.paths() == [bound.file]
    assert trial.expected.paths() == sorted([bound.file, bound.file2])
    assert trial.expected[bound.file2].data == b"x\n"


def test_each_combination_of_rows_is_a_task(table):
    found = table("""
        [[task]]
        each = ["verb", "how"]
        name = "<verb.key>-<how.key>"
        say = ["<verb.say>", "<verb.key> {file} <how.said>"]
        run = "<verb.tool><how.flags> {file} there"
        explain = "Acts on {file}."
        weight = 2
        except = ["move-keep"]

        [rows]
        verb = [
          { key = "copy", tool = "cp", say = ["copy {file} there", "duplicate {file} there"] },
          { key = "move", tool = "mv", say = [] },
        ]
        how = [
          { key = "plain", flags = "", said = "there" },
          { key = "keep", flags = " -p", said = "with its date", weight = 0.5 },
        ]
    """).tasks()
    assert [task.name.partition(".")[2] for task in found] == [
        "copy-plain",
        "copy-keep",
        "move-plain",
    ]
    assert found[1].run == "cp -p {file} there" and found[1].weight == 1
    assert found[1].say == (
        "copy {file} there",
        "duplicate {file} there",
        "copy {file} with its date",
    )


def test_a_task_may_be_of_one_system_alone(table):
    [task] = table(COPY.replace("run =", 'system = "macos"\nrun =')).tasks()
    assert task.run == {"macos": "cp {file} {file2}"}


def test_values_of_rows_keep_their_types():
    row = {"tree": {"a": ""}, "many": 3}
    [found] = rows.combinations(
        {"each": ["r"], "tree": "<r.tree>", "text": "<r.many> of <x.y><text.end>"},
        {"r": [row]},
        {"end": "!"},
    )
    assert found["tree"] == {"a": ""} and found["text"] == "3 of <x.y>!"


def test_trials_add_to_what_they_share(table):
    [task] = table("""
        [[task]]
        name = "count"
        say = ["count the lines of {file}"]
        run = "wc -l < {file}"
        explain = "Counts the lines of {file}."
        tree = { "decoy" = "" }

        [[task.trial]]
        tree = { "{file}" = ["a"] }
        prints = "1\\n"

        [[task.trial]]
        tree = { "{file}" = "" }
        prints = "0\\n"
    """).tasks()
    bound, [one, two] = trials(task)
    assert one.start.paths() == two.start.paths() == sorted(["decoy", bound.file])
    assert (one.outcome.stdout, two.outcome.stdout) == ("1\n", "0\n")


def test_a_recorded_command_may_be_its_own_call(table):
    [task] = table("""
        [[task]]
        name = "visit"
        say = ["ask {host} for the file {file}"]
        run = { linux = "curl -o '{file}' https://{host} ~/x", macos = "open {host} {file}" }
        explain = "Asks {host} for {file}."
        stubs = ["curl"]
        calls = true
    """).tasks()
    bound, [trial] = trials(task)
    assert trial.outcome.calls == [
        ["curl", "-o", bound.file, f"https://{bound.host}", "/home/dev/x"]
    ]


def test_functions_stand_beside_the_shipped_tables():
    from bashcoder_mlx.corpora.synthetic.tasks import family

    named = {task.name: task for task in family("files/copy")}
    bound, [trial] = trials(named["files/copy.into-no-clobber-one"])
    assert trial.expected[f"{bound.target}/{bound.file}"].data == b"there before\n"


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("changes =", "chnges =", r"copy\.toml:10: unknown key chnges"),
        ("changes = {", "expect = 'x'\nchanges = {", r"copy\.toml:4: either expect, or changes"),
        ("tree = {", "setup = 'prepare'\ntree = {", r"copy\.toml:4: no function prepare"),
        ("tree = {", "each = ['x']\ntree = {", r"copy\.toml:4: each: there are no rows\.x"),
        ("explain =", "about =", r"copy\.toml:8: unknown key about"),
        ("name = ", "weight = ", r"copy\.toml:4: a task needs name"),
        ("run =", "system = 'bsd'\nrun =", r"copy\.toml:4: system is linux or macos, not 'bsd'"),
        (
            'run = "cp {file} {file2}"',
            'system = "macos"\nrun = { linux = "cp {file} {file2}" }',
            r"copy\.toml:4: system: run names its systems already",
        ),
        ("weight = 2.5", "weight = '2'", r"copy\.toml:1: a family needs"),
        ("weight = 2.5", "weight = 2.5\ninclude = ['no']", r"copy\.toml:3: no .*no\.toml"),
        ("[[task]]", "[[task", r"copy\.toml: .*line 4"),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path, old, new, fault):
    (tmp_path / "area").mkdir()
    path = tmp_path / "area" / "copy.toml"
    path.write_text((HEAD + COPY).replace(old, new, 1))
    with pytest.raises(InputError, match=fault):
        Table(path, "area/copy").tasks()


def test_a_second_task_of_a_name_is_a_fault(table):
    with pytest.raises(InputError, match=r"copy\.toml:12: a second task area/copy\.copy"):
        table(COPY + COPY).tasks()


@pytest.mark.parametrize(
    "old, new, fault",
    [
        ("copy {file} to {file2}", "copy {file}", r"copy\.toml:4: .*\{file2\} is not named by"),
        ("copy {file} to", "copy {file} in {dir} to", r"\{dir\} of .* is not in the command"),
        ("Copies", "copies", "no sentence"),
        ("Copies {file}", "Copies \u2026 {file}", "signs that no keyboard has"),
        ('run = "cp', 'kind = "script"\nrun = "cp', "begins with #!"),
    ],
)
def test_a_wording_that_does_not_fit_the_command_is_a_fault(table, old, new, fault):
    [task] = table(COPY.replace(old, new, 1)).tasks()
    assert re.search(fault, "\n".join(check.faults(task)))


def test_the_example_of_contributing_is_a_task(table):
    text = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text()
    [example] = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    [task] = table(example).tasks()
    assert list(check.faults(task)) == [] and trials(task)


def test_no_line_of_a_shipped_table_is_longer_than_code_may_be():
    folder = Path(tasks.__file__).parent
    long = [
        f"{path.relative_to(folder)}:{number}"
        for path in sorted(folder.rglob("*.toml"))
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if len(line) > 100
    ]
    assert long == []
