"""Trees written as tables: what is built, what is changed, and what is refused."""

import pytest

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.trial.archives import pack, read
from bashcoder_mlx.trial.fixture import build, change
from bashcoder_mlx.trial.world import AGE, ANYTHING, DAY

START = {
    "a.txt": "one\n",
    "run.sh": {"text": "x", "mode": "755", "days": 9},
    "docs/": "",
    "docs/b": ["1", "2"],
    "docs/in/c": "c",
}


def changed(entries, fill=None):
    """The tree after the changes."""
    world = build(START).clone()
    change(world, entries, fill)
    return world


def test_a_tree_holds_files_lines_folders_links_and_archives():
    world = build(
        {
            "a/b.txt": ["x", "y"],
            "empty/": "",
            "old": {"size": 100, "days": 3},
            "l": {"link": "a"},
            "then": {"text": "t", "date": "1970-01-02 00:01"},
            "p.tar.bz2": {"archive": {"n": "1\n"}},
            "q.zip": {"archive": {"d/n": "2"}},
            "n.txt.gz": {"archive": {"n.txt": "3"}},
        }
    )
    assert world["a/b.txt"].text == "x\ny\n" and world["a/b.txt"].age == AGE
    assert (world["empty"].kind, world["old"].size, world["old"].age) == ("dir", 100, 3 * DAY)
    assert (world["l"].target, world["then"].mtime) == ("a", DAY + 60)
    assert [read(world[path].data) for path in ("p.tar.bz2", "q.zip", "n.txt.gz")] == [
        ("bz2", [("n", False, 0o644, b"1\n")]),
        ("zip", [("d/n", False, 0o644, b"2")]),
        ("gz", b"3"),
    ]


def test_values_go_into_paths_and_texts():
    fill = lambda text: text.replace("{x}", "v")  # noqa: E731
    entries = {
        "{x}/f": {"lines": ["{x}"], "mode": "600"},
        "z.gz": {"archive": {"{x}": "{x}"}},
    }
    world = build(entries, fill)
    assert world["v/f"].text == "v\n" and read(world["z.gz"].data) == ("gz", b"v")
    assert changed({"docs/{x}": {"copy": "a.txt"}}, fill)["docs/v"].text == "one\n"


def test_what_is_removed_is_gone_with_all_in_it():
    assert changed({"docs": False}).paths() == ["a.txt", "run.sh"]


def test_a_text_is_new_and_keeps_the_mode():
    node = changed({"run.sh": "y"})["run.sh"]
    assert (node.text, node.mode, node.age) == ("y", 0o755, 0)


def test_a_mode_leaves_content_and_time():
    node = changed({"run.sh": {"mode": "600"}})["run.sh"]
    assert (node.text, node.mode, node.age) == ("x", 0o600, 9 * DAY)


def test_a_time_leaves_the_content():
    node = changed({"a.txt": {"date": "1970-01-02 00:00"}})["a.txt"]
    assert (node.text, node.mtime) == ("one\n", DAY)


def test_a_copy_is_new_unless_it_keeps_its_time_and_a_move_always_does():
    world = changed(
        {
            "new": {"copy": "run.sh"},
            "kept": {"copy": "run.sh", "keep": True},
            "gone/run": {"move": "run.sh"},
        }
    )
    assert [world[path].age for path in ("new", "kept", "gone/run")] == [0, 9 * DAY, 9 * DAY]
    assert "run.sh" not in world


def test_what_is_packed_has_the_time_of_its_source():
    world = changed({"run.sh.gz": {"move": "run.sh", "archive": {"run.sh": "x"}}})
    assert "run.sh" not in world and world["run.sh.gz"].age == 9 * DAY
    assert world["run.sh.gz"].data.matches(pack(b"x")) and world["run.sh.gz"].mode == 0o755


def test_changes_come_in_order():
    world = changed({"b.txt": {"move": "a.txt"}, "a.txt": {"copy": "b.txt"}, "b.txt/": False})
    assert world["a.txt"].text == "one\n" and "b.txt" not in world


def test_text_is_appended_and_content_left_open():
    world = changed({"a.txt": {"append": ["two"]}, "log": {"anything": True}})
    assert world["a.txt"].text == "one\ntwo\n" and world["log"].data is ANYTHING


def test_an_archive_is_compared_by_what_it_holds():
    expected = changed({"x.tgz": {"archive": {"a.txt": "one\n"}}})["x.tgz"].data
    assert expected.matches(build({"y.tar.gz": {"archive": {"a.txt": "one\n"}}})["y.tar.gz"].data)
    assert not expected.matches(build({"y.tar": {"archive": {"a.txt": "one\n"}}})["y.tar"].data)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"none": False}, "none: it is not there"),
        ({"x": {"copy": "none"}}, "x: 'none' is not there"),
        ({"none": {"append": "x"}}, "none: 'none' is not there"),
        ({"x": {"text": "a", "append": "b"}}, "x: one of text"),
        ({"x": {"move": "a.txt", "copy": "a.txt"}}, "x: one of copy"),
        ({"x": {"colour": "a"}}, "x: unknown keys: colour"),
        ({"/x": ""}, "/x is not a path inside"),
        ({"x": 5}, "x: it is a text"),
        ({"x": {"mode": "9"}}, "x: invalid literal"),
        ({"x": {"date": "today"}}, "x: time data"),
        ({"x.txt": {"archive": {"a": ""}}}, "x.txt: the name of an archive"),
        ({"x.gz": {"archive": {"a": "", "b": ""}}}, "x.gz: a compressed file holds one"),
        ({"a.txt/b": ""}, "a.txt/b lies in a.txt, which is no directory"),
    ],
)
def test_a_fault_is_told_with_its_path(entries, message):
    with pytest.raises(InputError, match=message):
        changed(entries)


def test_changes_are_no_part_of_a_start():
    with pytest.raises(InputError, match="append is for changes alone"):
        build({"a": {"append": "x"}})
