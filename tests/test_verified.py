"""What is known of the tasks: from the record of the package, or run here; and their digests."""

import dataclasses
import random
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from sandboxed import sandbox_or_skip

from bashcoder_mlx.cli.data.tasks import command
from bashcoder_mlx.corpora.synthetic import digests, record, tasks, verified
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.trial import clock


def task(**changes) -> Task:
    standard = Task(
        name="test.count",
        say=["count the lines of {file}"],
        run="wc -l {file}",
        explain=["Counts the lines of {file}."],
        setup=lambda world, s: world.file(s.file, ["a", "b"]),
        expect=lambda world, s: f"2 {s.file}\n",
    )
    return dataclasses.replace(standard, **changes)


def silent(line: str) -> None:
    """No notes."""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty record and an empty memory of this machine."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(record, "_PLACE", tmp_path / "verified.json")
    record._read.cache_clear()
    yield tmp_path / "verified.json"
    record._read.cache_clear()


@pytest.fixture(scope="module")
def sandbox():
    return sandbox_or_skip()


# ---- digests


@pytest.mark.parametrize(
    "changes",
    [
        {"run": "wc -l < {file}"},
        {"name": "test.other"},
        {"setup": lambda world, s: world.file(s.file, ["a", "c"])},
        {"setup": lambda world, s: world.file(s.file, ["a", "b"], days=3)},
        {"expect": lambda world, s: f"3 {s.file}\n"},
        {"expect": lambda world, s: world.file("more") and f"2 {s.file}\n"},
        {"expect": lambda world, s: world.remove(s.file)},
        {"stdin": "x"},
        {"before": "cd ."},
        {"after": "pwd"},
        {"stubs": ("wc",)},
    ],
)
def test_whatever_is_run_or_wanted_makes_another_task(changes):
    assert digests.effect(task()) == digests.effect(task()) != digests.effect(task(**changes))


def test_wordings_and_days_do_not_make_another_task(monkeypatch):
    first = digests.effect(task())
    assert digests.effect(task(say=["how many lines?"], explain=["Counts."], weight=3)) == first
    dated = task(expect=lambda world, s: f"{clock.now():%F %T}")
    first = digests.effect(dated)
    later = clock.now().replace(year=2040)
    with clock.frozen(later):
        assert digests.effect(dated) == first


def test_a_sample_of_tasks_has_the_same_digests_again():
    some = random.Random(5).sample(tasks.every_task(), 300)
    assert [digests.effect(one) for one in some] == [digests.effect(one) for one in some]


def test_oracles_ask_the_clock_that_stands_still_for_digests():
    folder = Path(tasks.__file__).parent
    asked = r"datetime\.now|utcnow|date\.today|time\.time\(|gmtime\(\)|localtime\(\)"
    found = [path.name for path in folder.rglob("*.py") if re.search(asked, path.read_text())]
    assert found == [], "ask bashcoder_mlx.trial.clock.now()"


@pytest.fixture
def grammar(monkeypatch):
    """The digest of a grammar of one task."""

    def digest(one):
        digests.grammar.cache_clear()
        monkeypatch.setattr("bashcoder_mlx.corpora.synthetic.tasks.families", lambda: {"one": 1.0})
        monkeypatch.setattr("bashcoder_mlx.corpora.synthetic.tasks.family", lambda name: (one,))
        return digests.grammar()

    yield digest
    digests.grammar.cache_clear()


def test_the_grammar_is_what_is_written(grammar):
    first = grammar(task())
    assert grammar(task(setup=lambda world, s: None, before="cd .")) == first
    assert grammar(task(say=["count lines of {file}"])) != first
    assert grammar(task(run="wc -l < {file}")) != first
    assert grammar(task(explain=["Counts {file}."])) != first
    assert grammar(task(weight=2.0)) != first


def test_an_edited_comment_leaves_the_grammar_and_another_word_does_not(grammar, monkeypatch):
    first, read = grammar(task()), digests.toml.loads
    monkeypatch.setattr(digests.toml, "loads", lambda text: read(f"# a comment\n{text}"))
    assert grammar(task()) == first
    monkeypatch.setattr(digests.toml, "loads", lambda text: read(text) | {"word": "new"})
    assert grammar(task()) != first


# ---- this machine


def test_what_has_passed_here_is_not_run_again(place, monkeypatch, sandbox):
    both = [task(), task(name="test.mac", run={"macos": "wc -l {file}"})]
    notes = []
    first = verified.verify(both, notes.append)
    assert (first.executed, first.tested, first.unexecuted, len(notes)) == (1, 0, 1, 1)
    assert verified.verify(both, notes.append, again=True) == first and len(notes) == 2
    monkeypatch.setattr(verified, "failures", lambda *args: pytest.fail("run again"))
    assert verified.verify(both, notes.append) == first


def test_what_fails_is_named_and_not_remembered(place, sandbox):
    wrong = task(run="wc -c {file}")
    for _ in range(2):
        with pytest.raises(BashcoderError, match=r"test\.count.*wc -c"):
            verified.verify([wrong], silent)


def test_an_oracle_that_refutes_itself_is_a_failure(place, sandbox):
    def refuses(world, s):
        raise AssertionError("nothing is found")

    with pytest.raises(BashcoderError, match="no trial can be made: nothing is found"):
        verified.verify([task(expect=refuses)], silent)


def test_without_a_sandbox_nothing_counts_as_verified(place, monkeypatch):
    def absent():
        raise BashcoderError("no bubblewrap")

    monkeypatch.setattr(verified, "find_sandbox", absent)
    monkeypatch.setattr(verified, "host_system", lambda: "linux")
    found = verified.verify([task()], silent)
    assert (found.executed, found.unverified, found.reason) == (0, 1, "no bubblewrap")


def test_a_program_that_is_missing_leaves_its_tasks_unverified(place, monkeypatch, sandbox):
    there = task(name="test.there")
    absent = task(run="tree {file}", before="tree() { command no-such-tree; }")
    which = lambda name: None if name == "tree" else f"/bin/{name}"  # noqa: E731
    monkeypatch.setattr("bashcoder_mlx.shell.programs.shutil.which", which)
    for _ in range(2):
        found = verified.verify([there, absent], silent)
        assert (found.executed, found.unverified, found.missing) == (1, 1, {"tree": 1})


# ---- the record of the package


def test_what_is_recorded_is_not_run(place, monkeypatch, sandbox):
    stubbed = task(
        name="test.apt",
        run="apt show {file}",
        stubs=("apt",),
        expect=lambda world, s: Outcome(calls=[["apt", "show", s.file]]),
    )
    assert record.record({"test": [task(), stubbed]}, sandbox, silent) == []
    monkeypatch.setattr(verified, "failures", lambda *args: pytest.fail("run again"))
    found = verified.verify([task(), stubbed], silent)
    assert (found.tested, found.executed, found.recorded) == (2, 0, 1)


def test_the_same_sources_save_the_digests(place, monkeypatch, sandbox):
    record.record({"test": [task()]}, sandbox, silent)
    monkeypatch.setattr(digests, "effect", lambda task: pytest.fail("asked for"))
    assert record.unrecorded([task()]) == []


def test_with_other_sources_the_digests_decide(place, monkeypatch, sandbox):
    record.record({"test": [task()]}, sandbox, silent)
    monkeypatch.setattr(digests, "sources", lambda: "others")
    changed, mac = task(run="wc -l < {file}"), task(run={"macos": "wc"}, name="test.mac")
    assert record.unrecorded([task(), changed, mac]) == [changed]


def test_only_what_has_changed_is_run_and_what_fails_is_not_recorded(place, monkeypatch, sandbox):
    record.record({"test": [task()]}, sandbox, silent)
    ran = []
    run = record.failures
    monkeypatch.setattr(record, "failures", lambda tasks, box: ran.extend(tasks) or run(tasks, box))
    wrong = task(name="test.wrong", run="wc -c {file}")
    failed = record.record({"test": [task(), wrong], "none": []}, sandbox, silent)
    assert ran == [wrong] and {failure.task for failure in failed} == {"test.wrong"}
    assert record.unrecorded([task(), wrong]) == [wrong]


def test_a_family_is_a_line(place, sandbox):
    other = task(name="test.other")
    record.record({"b": [task()], "a": [other]}, sandbox, silent)
    lines = place.read_text().splitlines()
    assert lines[2:4] == [
        f'"a": "{digests.effect(other)}",',
        f'"b": "{digests.effect(task())}"',
    ]


def test_all_families_are_recorded_together():
    result = CliRunner().invoke(command, ["--record", "find"])
    assert isinstance(result.exception, InputError)
