"""Trials run in the sandbox: times of files count, no case reaches another, all is bounded."""

import pytest
from sandboxed import sandbox_or_skip

from bashcoder_mlx.shell import scratch
from bashcoder_mlx.trial import confinement
from bashcoder_mlx.trial.archives import Archive, pack
from bashcoder_mlx.trial.confinement import check
from bashcoder_mlx.trial.outcome import Outcome
from bashcoder_mlx.trial.trial import Case, Trial
from bashcoder_mlx.trial.world import DAY, World


@pytest.fixture(scope="module")
def sandbox():
    return sandbox_or_skip()


@pytest.fixture
def faults(sandbox):
    """What is wrong with a command after which the tree must be as `change` makes it."""

    def run(command, change=lambda world: None, **outcome):
        start = World()
        start.file("a.txt", "one\n")
        start.file("old.txt", "old\n", days=3)
        start.file("all.tgz", pack({"in.txt": b"in\n"}))
        expected = start.clone()
        change(expected)
        trial = Trial(start, expected, Outcome(**outcome))
        return next(check([Case(command, "command", trial)], sandbox))

    return run


def test_a_file_that_is_left_alone_keeps_its_time(faults):
    assert faults("cat a.txt", stdout="one\n") == []
    assert "a.txt: modified" in faults("cat a.txt; touch a.txt", stdout="one\n")[0]
    assert "old.txt: modified" in faults("touch -d '1 day ago' old.txt")[0]


def test_a_file_that_is_written_is_new(faults):
    written = lambda world: setattr(world["old.txt"], "data", b"old\n")  # noqa: E731
    assert faults("echo old > old.txt", written) == []
    assert faults("true", written) != []
    assert faults("echo old > new", lambda world: world.file("new", "old\n")) == []
    assert faults("cp -p old.txt new", lambda world: world.file("new", "old\n")) != []


def test_a_copy_is_new_unless_its_time_is_kept(faults):
    assert faults("cp old.txt new", lambda world: world.copy("old.txt", "new")) == []
    assert faults("cp -p old.txt new", lambda world: world.copy("old.txt", "new")) != []
    kept = lambda world: world.copy("old.txt", "new", keep=True)  # noqa: E731
    assert faults("cp -p old.txt new", kept) == []
    assert faults("cp old.txt new", kept) != []


def test_what_is_moved_or_packed_keeps_its_time(faults):
    assert faults("mv old.txt new", lambda world: world.move("old.txt", "new")) == []

    def packed(world):
        world.move("old.txt", "old.txt.gz")
        world.hold("old.txt.gz", Archive(b"old\n", "gz"))

    assert faults("gzip old.txt", packed) == []
    assert faults("gzip < old.txt > old.txt.gz; rm old.txt", packed) != []


def test_what_comes_out_of_an_archive_is_new(faults):
    assert faults("tar -xf all.tgz", lambda world: world.file("in.txt", "in\n")) == []
    other = "echo in > in.txt; touch -d '1 day ago' in.txt"
    assert faults(other, lambda world: world.file("in.txt", "in\n")) != []


def test_an_age_may_be_given(faults):
    aged = lambda world: setattr(world["a.txt"], "age", 2 * DAY)  # noqa: E731
    assert faults("touch -d '2 days ago' a.txt", aged) == []
    assert faults("touch -d '3 days ago' a.txt", aged) != []


def test_a_run_that_goes_astray_harms_no_other(sandbox):
    trial = Trial(World(), World(), Outcome("fine\n"))
    stray = "cd ../..; chmod 777 *; rm -rf *; echo fine"
    texts = ["echo fine", stray, "echo fine", stray, "echo fine"]
    found = list(check([Case(text, "command", trial) for text in texts], sandbox))
    assert [not faults for faults in found][::2] == [True, True, True]


def test_each_case_has_its_own_faults_in_its_place(sandbox):
    trials = [Trial(World(user=name), World(), Outcome(f"{name}\n")) for name in ("zoe", "amy")]
    cases = [Case("whoami", "command", trials[number % 2]) for number in range(40)]
    cases[7] = Case("false", "command", trials[1])
    found = list(check(cases, sandbox))
    assert [number for number, faults in enumerate(found) if faults] == [7]


def test_a_run_has_its_time_and_its_output_a_bound(sandbox, monkeypatch):
    monkeypatch.setattr(confinement, "_OUTPUT_BYTES", 1000)
    trial = Trial(World(), World(), Outcome(""))
    cases = [Case(text, "command", trial) for text in ("sleep 60", "head -c 1M /dev/zero", ":")]
    slow, long, fine = check(cases, sandbox, seconds=1)
    assert "exit status 124" in slow[0] and "output" in long[0] and fine == []


def test_a_tree_that_is_too_large_is_a_fault(sandbox):
    cases = [Case("mkdir {1..20100}", "command", Trial(World(), World(), Outcome()))]
    assert next(check(cases, sandbox)) == ["what it left cannot be read: it is too large"]


def test_trees_are_written_in_memory_only_where_programs_can_run(monkeypatch, tmp_path):
    monkeypatch.setattr(scratch, "_MEMORY", str(tmp_path / "none"))
    with scratch.scratch("some-") as name:
        assert not name.startswith(str(tmp_path))
    monkeypatch.setattr(scratch, "_MEMORY", str(tmp_path))
    monkeypatch.setattr(scratch, "_ENOUGH", 1)
    with scratch.scratch("some-") as name:
        assert name.startswith(str(tmp_path))
    monkeypatch.setattr(scratch, "_ENOUGH", 1 << 60)
    with scratch.scratch("some-") as name:
        assert not name.startswith(str(tmp_path))
