"""The file tree that a task is verified on: built in memory, written, read back, compared."""

import os

import pytest

from bashcoder_mlx.trial.archives import Archive, pack, read
from bashcoder_mlx.trial.comparison import differences
from bashcoder_mlx.trial.world import AGE, ANYTHING, World, read_world


@pytest.fixture
def world():
    world = World()
    world.file("a.txt", ["one", "two"], days=3)
    world.file("logs/old/x.log", b"\xff\0", mode=0o600)
    world.file(".hidden", "h")
    world.link("logs/here", "../a.txt")
    return world


def test_directories_come_to_be(world):
    assert world.paths(kind="dir") == ["logs", "logs/old"]


def test_files_are_found_by_glob_and_depth(world):
    assert world.files(glob="*.txt") == ["a.txt"]
    assert world.files(depth=1) == [".hidden", "a.txt"]
    assert world.files("logs") == ["logs/old/x.log"]


def test_a_glob_of_the_shell_leaves_hidden_names_out(world):
    assert world.glob("*") == ["a.txt", "logs"]
    assert world.glob("logs/*") == ["logs/here", "logs/old"]


def test_a_tree_comes_back_from_disk_as_it_was(world, tmp_path):
    world.write_to(tmp_path)
    assert differences(world, read_world(tmp_path)) == []
    newer = (tmp_path / ".hidden").stat().st_mtime - (tmp_path / "a.txt").stat().st_mtime
    assert newer == pytest.approx(3 * 86400 - AGE)


@pytest.mark.parametrize(
    "change",
    [
        lambda w: w.file("new", ""),
        lambda w: w.remove("a.txt"),
        lambda w: w.file("a.txt", "other"),
        lambda w: w.file("logs/old/x.log", b"\xff\0", mode=0o644),
        lambda w: w.link("logs/here", "elsewhere"),
        lambda w: w.move("logs", "moved"),
    ],
)
def test_every_difference_is_found(world, tmp_path, change):
    world.write_to(tmp_path)
    expected = world.clone()
    change(expected)
    assert differences(expected, read_world(tmp_path))
    assert differences(world, read_world(tmp_path)) == []


def test_an_exact_time_is_compared_where_it_is_wanted(world, tmp_path):
    world.write_to(tmp_path)
    world["a.txt"].mtime = 86400.0
    assert "modified" in differences(world, read_world(tmp_path))[0]
    os.utime(tmp_path / "a.txt", (0, 86400))
    assert differences(world, read_world(tmp_path)) == []


def test_content_may_be_left_open(world, tmp_path):
    world.write_to(tmp_path)
    world["a.txt"].data = ANYTHING
    assert differences(world, read_world(tmp_path)) == []


def test_copying_and_moving_take_whole_directories(world):
    world.copy("logs", "backup/logs")
    assert world["backup/logs/old/x.log"].data == b"\xff\0" and "logs/old/x.log" in world
    world.move("logs", "moved")
    assert "logs/old" not in world and world["moved/old/x.log"].mode == 0o600


@pytest.mark.parametrize("kind", ["", "gz", "bz2", "xz", "zip"])
def test_archives_are_compared_by_what_they_hold(kind):
    files = {"a.txt": b"one", "d/b": (b"two", 0o755)}
    data = pack(files, kind)
    assert read(data) == (kind, [("a.txt", False, 0o644, b"one"), ("d/b", False, 0o755, b"two")])
    assert Archive(files, kind).matches(data)
    assert not Archive({"a.txt": b"other", "d/b": (b"two", 0o755)}, kind).matches(data)
    assert not Archive({"a.txt": b"one", "d/b": b"two"}, kind).matches(data)
    assert not Archive({"a.txt": b"one"}, kind).matches(data)


def test_the_format_of_an_archive_counts():
    for other in ("", "xz", "zip"):
        assert not Archive({"a": b""}, "gz").matches(pack({"a": b""}, other))
        assert not Archive({"a": b""}).matches(pack({"a": b""}, other or "gz"))
