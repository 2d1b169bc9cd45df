"""checkpoints.find_checkpoint: what each thing a person may type means."""

import pytest

from bashcoder_mlx import checkpoints
from bashcoder_mlx.checkpoints import DEFAULT_MODEL, find_checkpoint
from bashcoder_mlx.errors import InputError


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    """A working directory of its own, and no shipped weights but those a test makes."""
    monkeypatch.chdir(tmp_path)
    shipped = (tmp_path / "package" / "weights", tmp_path / "source" / "weights")
    monkeypatch.setattr(checkpoints, "SHIPPED", shipped)
    return shipped


def model(path):
    path.mkdir(parents=True)
    (path / "config.json").write_text("{}")
    return path


def found(text):
    """The path, and the lines that were announced."""
    lines = []
    return find_checkpoint(text, lines.append), lines


def test_a_model_directory_is_itself(tmp_path):
    path = model(tmp_path / "a model")
    assert found(str(path)) == (path, [])
    assert found(path) == (path, [])


def test_a_run_folder_means_its_best(tmp_path):
    best = model(tmp_path / "run" / "best")
    model(tmp_path / "run" / "last")
    assert found(tmp_path / "run") == (best, [f"using {best}"])


def test_a_run_folder_without_a_best_means_its_last(tmp_path):
    last = model(tmp_path / "run" / "last")
    assert found(tmp_path / "run") == (last, [f"using {last}"])


def test_a_best_that_is_a_link_is_followed(tmp_path):
    model(tmp_path / "run" / "checkpoints" / "code-000100")
    (tmp_path / "run" / "best").symlink_to("checkpoints/code-000100")
    assert found(tmp_path / "run")[0] == tmp_path / "run" / "best"


def test_a_best_that_points_nowhere_is_passed_over(tmp_path):
    last = model(tmp_path / "run" / "last")
    (tmp_path / "run" / "best").symlink_to("checkpoints/gone")
    assert found(tmp_path / "run")[0] == last


@pytest.mark.parametrize("name", ["model.pt", "model.npz"])
def test_a_foreign_file_is_itself(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    assert found(tmp_path / name) == (tmp_path / name, [])


@pytest.mark.parametrize("name", ["best_model.pt", "checkpoint.npz"])
def test_a_documented_path_means_the_best_beside_it(tmp_path, name):
    best = model(tmp_path / "O" / "best")
    typed = tmp_path / "O" / name
    assert found(typed) == (best, [f"{typed} does not exist; using {best}"])


def test_a_documented_path_that_exists_is_used_as_it_is(tmp_path):
    model(tmp_path / "O" / "best")
    (tmp_path / "O" / "best_model.pt").write_bytes(b"")
    assert found(tmp_path / "O" / "best_model.pt") == (tmp_path / "O" / "best_model.pt", [])


def test_a_name_means_a_run_here(tmp_path):
    best = model(tmp_path / "runs" / "mine" / "best")
    path, lines = found("mine")
    assert path.resolve() == best
    assert len(lines) == 1


@pytest.mark.parametrize("place", [0, 1])
def test_a_name_means_shipped_weights(places, place):
    path = model(places[place] / DEFAULT_MODEL)
    assert found(DEFAULT_MODEL) == (path, [f"using {path}"])


def test_a_run_here_comes_before_shipped_weights(tmp_path, places):
    model(places[0] / "tiny")
    model(tmp_path / "runs" / "tiny")
    assert found("tiny")[0].resolve() == tmp_path / "runs" / "tiny"


def test_a_folder_here_comes_before_a_run(tmp_path):
    model(tmp_path / "tiny")
    model(tmp_path / "runs" / "tiny")
    assert found("tiny")[0].resolve() == tmp_path / "tiny"


def test_a_tilde_is_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    path = model(tmp_path / "mine")
    assert found("~/mine") == (path, [])


def test_nothing_is_announced_unless_asked(tmp_path):
    best = model(tmp_path / "run" / "best")
    assert find_checkpoint(tmp_path / "run") == best


def test_a_folder_of_neither_kind_is_explained(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="empty is neither a model directory nor a run"):
        found(tmp_path / "empty")


def test_a_file_of_another_kind_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(InputError, match=r"notes\.txt is not a checkpoint"):
        found(tmp_path / "notes.txt")


@pytest.mark.parametrize(
    "text",
    ["nosuch", "no/such/path", "no/best_model.pt", "x" * 5000, "~nosuchuser/model", "a\0b"],
    ids=["name", "path", "documented", "long", "home", "NUL"],
)
def test_what_does_not_exist_is_named(text):
    with pytest.raises(InputError, match="no checkpoint"):
        found(text)


@pytest.mark.parametrize("text", ["", "../runs/mine", "."])
def test_a_name_does_not_leave_its_folder(tmp_path, places, text):
    model(tmp_path / "runs" / "mine")
    model(places[0].parent / "runs" / "mine")
    with pytest.raises(InputError):
        found(text)
