"""Suites of tasks: what their files may hold."""

import pytest

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.evaluation.suite import build_world, by_area, read_suite

TASK = '[[task]]\nprompt = "list files"\nreference = "ls"\n'


@pytest.fixture
def suite(tmp_path):
    """Writes files of a suite and reads it."""

    def read(*texts):
        for number, text in enumerate(texts):
            (tmp_path / f"area{number}.toml").write_text(text)
        return read_suite(tmp_path)

    return read


def test_a_task_has_an_area_references_and_a_fixture(suite):
    shared = '[fixture.desk]\n"a.txt" = "x"\n'
    task = '[[task]]\nprompt = "p"\nreference = ["ls", "find"]\nfixture = "desk"\nmacos = true\n'
    (first, second) = suite(shared + TASK, task)
    assert (first.area, first.references, first.fixture, first.macos) == (
        "area0",
        ("ls",),
        {},
        None,
    )
    assert (second.references, second.fixture, second.macos) == (
        ("ls", "find"),
        {"a.txt": "x"},
        "ls",
    )
    assert second.references_on("macos") == ("ls",)
    assert first.references_on("macos") == ()
    assert list(by_area([second, first])) == ["area0", "area1"]


def test_a_fixture_is_a_tree():
    world = build_world(
        {
            "a/b.txt": "hi\n",
            "c/": {"mode": "700"},
            "run.sh": {"text": "x", "mode": "755", "days": 2},
            "big": {"size": 100_000},
            "link": {"link": "a"},
        }
    )
    assert world["a/b.txt"].text == "hi\n"
    assert (world["c"].kind, world["c"].mode) == ("dir", 0o700)
    assert (world["run.sh"].mode, world["run.sh"].age) == (0o755, 2 * 86400)
    assert (world["big"].size, world["link"].target) == (100_000, "a")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no tasks"),
        ("[[task]", "area0.toml"),
        ('[[task]]\nprompt = "x"\n', "task 1: it needs a prompt, and a reference or a check"),
        ('[[task]]\nreference = "x"\n', "task 1: it needs a prompt, and a reference or a check"),
        (TASK + 'colour = "red"\n', "task 1: unknown keys: colour"),
        (TASK + 'kind = "poem"\n', "kind is command or script, not 'poem'"),
        (TASK + 'fixture = "none"\n', "no fixture 'none'"),
        (TASK + 'fixture = { "../x" = "" }\n', "not a path inside the tree"),
        (TASK + 'fixture = { "/x" = "" }\n', "not a path inside the tree"),
        (TASK + "fixture = { x = { colour = 1 } }\n", "x: .*colour"),
        (TASK + "fixture = { x = 5 }\n", "x: "),
        (TASK + "fixture = 5\n", "a fixture is a name or a table"),
        (TASK + 'fixture = { x = { mode = "000" } }\n', "x: its owner must be able to read it"),
        (TASK + "fixture = { x = { days = inf } }\n", "its age be 0 to 36,500 days"),
        (TASK + 'fixture = { a = "x", "a/b" = "y" }\n', "a/b lies in a, which is no directory"),
        (TASK + "setup = 5\n", "not a usable value: setup"),
        (TASK + 'arguments = "abc"\n', "not a usable value: arguments"),
        (TASK + "arguments = [1]\n", "not a usable value: arguments"),
        (TASK + "ordered = 1\n", "not a usable value: ordered"),
        (TASK + 'area = "x"\n', "unknown keys: area"),
        ('[[task]]\nprompt = "x"\nreference = 5\n', "not a usable value: reference"),
        ('[[task]]\nprompt = " "\nreference = "x"\n', "it needs a prompt"),
        ('task = "x"\n', "task is no table"),
        ('fixture = "x"\n' + TASK, "fixture is no table"),
        ('[fixture.a]\nx = { mode = "9" }\n' + TASK, "fixture a: x: "),
    ],
)
def test_a_fault_is_told_with_its_place(suite, text, message):
    with pytest.raises(InputError, match=message):
        suite(text)


def test_a_check_can_do_without_a_reference(suite):
    (task,) = suite('[[task]]\nprompt = "p"\ncheck = "true"\nmacos = true\n')
    assert task.references == task.references_on("macos") == ()
    assert task.is_stated_for("macos")
    (task,) = suite(TASK + "macos = false\n")
    assert not task.is_stated_for("macos")


def test_a_fixture_has_one_definition(suite):
    with pytest.raises(InputError, match="defined twice"):
        suite("[fixture.a]\n", "[fixture.a]\n" + TASK)


def test_a_folder_that_does_not_exist_holds_no_tasks(tmp_path):
    with pytest.raises(InputError, match="no tasks"):
        read_suite(tmp_path / "none")


def test_missing_programs_are_named(suite, monkeypatch):
    (task,) = suite('[[task]]\nprompt = "p"\nreference = "cd x && zip a.zip b | sort"\n')
    monkeypatch.setattr("shutil.which", lambda name: None if name == "zip" else f"/bin/{name}")
    assert task.missing("linux") == ["zip"]
    assert task.missing("macos") == []
