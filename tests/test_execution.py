"""Answers executed in the sandbox: what passes, and what does not."""

import bz2
import gzip
import io
import lzma
import shutil
import tarfile

import pytest
from sandboxed import sandbox_or_skip

from bashcoder_mlx.evaluation import execution
from bashcoder_mlx.evaluation.execution import Executor
from bashcoder_mlx.evaluation.suite import Task
from bashcoder_mlx.trial import archives
from bashcoder_mlx.trial.archives import content

FILES = {"a.txt": "1\n2\n", "b.txt": {"text": "3\n", "days": 9}, "d/": "", "d/c.sh": "x"}


def task(reference: str | tuple = "ls", **options) -> Task:
    references = (reference,) if isinstance(reference, str) else reference
    return Task("p", "area", references, **({"fixture": FILES} | options))


@pytest.fixture(scope="module")
def executor():
    with Executor(sandbox_or_skip()) as found:
        yield found


@pytest.fixture
def passes(executor):
    return lambda some, command: next(executor.passed([(some, command)]))


@pytest.mark.parametrize(
    ("some", "command", "expected"),
    [
        (task("cat a.txt"), "sed '' a.txt", True),
        (task("cat a.txt"), "tac a.txt", False),
        (task("cat a.txt", ordered=False), "tac a.txt", True),
        (task("cat a.txt", ordered=False), "cat a.txt a.txt", False),
        (task("cat a.txt"), "cat a.txt; false", False),
        (task("cat a.txt"), "cat a.txt; touch new", False),
        (task("cat a.txt"), "", False),
        (task("cat a.txt"), "cat a.txt\0", False),
        (task("cat a.txt"), "printf '1\\n2'", True),
        (task(("wc -l < a.txt", "wc -l a.txt")), "wc -l a.txt", True),
        (task("rm a.txt"), "rm -v a.txt", False),
        (task("rm a.txt", output=False), "rm -v a.txt", True),
        (task("rm a.txt", output=False), "rm -v *.txt", False),
        (task("chmod +x d/c.sh"), "chmod 755 d/c.sh", True),
        (task("chmod +x d/c.sh"), "chmod 777 d/c.sh", False),
        (task("ln -s a.txt l"), "ln a.txt l", False),
        (task("cp b.txt n"), "cp -p b.txt n", True),
        (task("cp b.txt n", times=True), "cp -p b.txt n", False),
        (task("cp b.txt n", times=True), "cat b.txt > n", True),
        (task("cd d", after="pwd"), "cd ./d/", True),
        (task("cd d", after="pwd"), "true", False),
        (task("ls", setup="mkdir e"), "printf '%s\\n' a.txt b.txt d e", True),
        (task('echo "$1"', kind="script", arguments=("x y",)), "echo x y", True),
        (task('echo "$1"', kind="script", arguments=("x y",)), "echo $1", True),
        (task('echo "$1"', kind="script", arguments=("x  y",)), "echo $1", False),
        (task("shuf a.txt", check='[ "$2" = 0 ] && [ ${#1} = 3 ]'), "tac a.txt", True),
        (task("shuf a.txt", check='[ "$2" = 0 ] && [ ${#1} = 3 ]'), "cat b.txt", False),
        (task("rm a.txt", check="[ ! -e a.txt ]"), "rm a.txt b.txt", True),
    ],
)
def test_an_answer_passes_when_it_does_what_a_reference_does(passes, some, command, expected):
    assert passes(some, command) == expected


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("tar --sort=name -cf - a.txt b.txt | gzip -1 > x.tgz", True),
        ("tar -czf x.tgz ./b.txt ./a.txt", True),
        ("tar -czf x.tgz a.txt", False),
        ("tar -cjf x.tgz a.txt b.txt", False),
        ("tar -cf x.tgz a.txt b.txt", False),
        ("tar -cz a.txt b.txt | head -c 60 > x.tgz", False),
        ("echo PK > x.tgz", False),
    ],
)
def test_archives_are_compared_by_what_they_hold(passes, command, expected):
    assert passes(task("tar -czf x.tgz a.txt b.txt"), command) == expected


@pytest.mark.parametrize(
    ("reference", "other", "expected"),
    [
        ("tar -cf x.tar a.txt", "tar --mtime=2001-01-01 --owner=x -cf x.tar a.txt", True),
        ("tar -cf x.tar a.txt", "tar -cf x.tar b.txt", False),
        ("tar -cf x.tar a.txt", "tar --mode=000 -cf x.tar a.txt", False),
        ("tar -czf x.tgz d", "find d -type f | tar -czf x.tgz -T -", True),
        ("tar -czf x.tgz e", "tar -czf x.tgz -T /dev/null", False),
        ("tar -czf x.tgz a.txt l", "tar -czf x.tgz a.txt", False),
        ("tar -czf x.tgz a.txt l", "tar -czhf x.tgz a.txt l", False),
        ("zip -q x.zip a.txt b.txt", "zip -q -0 x.zip b.txt a.txt", True),
        ("zip -q x.zip a.txt b.txt", "zip -q x.zip a.txt", False),
        ("head -c 20480 /dev/zero | gzip > z.gz", "head -c 10240 /dev/zero | gzip > z.gz", False),
        ("gzip -k a.txt", "gzip -c -1 a.txt > a.txt.gz", True),
        ("bzip2 -k a.txt", "bzip2 -k b.txt", False),
    ],
)
def test_archives_are_compared_by_their_members(passes, reference, other, expected):
    some = task(reference, fixture={**FILES, "e/": "", "l": {"link": "a.txt"}})
    if shutil.which(reference.split()[0]) is None:
        pytest.skip(f"{reference.split()[0]} is not installed")
    assert passes(some, other) == expected


def test_damaged_and_huge_archives_are_compared_as_they_are(monkeypatch):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("a"))
    for data in (buffer.getvalue()[:20], b"PK\x03\x04", b"BZh9", b"\xfd7zXZ\0", b"\x1f\x8b"):
        assert content(data) == data
    assert content(buffer.getvalue()) != buffer.getvalue()
    twice = gzip.compress(b"x") + gzip.compress(b"y")
    assert content(twice) == content(gzip.compress(b"xy"))
    monkeypatch.setattr(archives, "MAX_BYTES", 1000)
    for compress in (gzip.compress, bz2.compress, lzma.compress):
        assert content(compress(bytes(999))) != compress(bytes(999))
        assert content(compress(bytes(1001))) == compress(bytes(1001))


def test_a_reference_that_stops_with_an_error_can_be_met(passes):
    some = task("grep 9 a.txt")
    assert passes(some, "false")
    assert not passes(some, "true")


def test_what_never_ends_is_ended_and_passes_nothing(passes, executor, monkeypatch):
    monkeypatch.setattr(execution, "LIMITS", execution.Limits(seconds=1, output_bytes=1 << 16))
    assert not passes(task("ls"), "yes")
    endless = task("while :; do :; done")
    assert not passes(endless, "while :; do :; done;")
    assert list(executor.unfit([endless, task("ls d")]).values()) == [
        "it does not end, or prints too much"
    ]


def test_a_reference_that_cannot_run_makes_a_task_unfit(executor):
    unfit = {
        task("foozle a"): "a reference names a program that is not installed",
        task(setup="echo no >&2; false"): "the setup of 'p' fails: no",
        task(setup="mkfifo p"): "the setup of 'p' makes p, no plain file",
    }
    assert executor.unfit([task("ls; :"), *unfit, task("false")]) == unfit


@pytest.mark.parametrize(
    "command",
    [
        "for i in {1..400}; do mkdir dddddddddd; cd dddddddddd; done",
        "for i in {1..1500}; do mkdir d; cd d; done",
        "chmod 000 .",
        "chmod 777 .",
        "rm a.txt; mkfifo a.txt",
        "ln -s l l",
        "ln -s . d/loop",
        "mkdir u; touch u/x; chmod 000 u",
        "touch $'\\xff\\xfe'",
        "echo \ud800",
        "sleep 60 & disown",
        "head -c 200M /dev/zero | gzip -1 > b.gz",
        "printf 'é%.0s' {1..90000}",
    ],
)
def test_whatever_an_answer_does_it_fails_and_the_next_is_judged(passes, command):
    for some in (task("cat b.txt"), task("cat b.txt", check='[ "$1" = 3 ]')):
        assert not passes(some, f"cat a.txt; {command}")
        assert passes(some, "cat b.txt")


def test_files_that_were_there_are_told_from_those_of_the_run(executor):
    some = task("true", fixture={"new.txt": "x"}, setup="touch made.txt", times=True, check="")
    wanted = executor.outcome(some, "touch -d '1 minute ago' other; rm other")
    found = executor.outcome(some, "sleep 2.5")
    assert execution.faults(some, wanted, found) == []
    touched = executor.outcome(some, "touch made.txt")
    assert len(execution.faults(some, wanted, touched)) == 1


@pytest.mark.parametrize(
    "command", ["ls; for n in {1..20}; do truncate -s 20M $n; done", "ls; mkdir {1..20100}"]
)
def test_a_tree_that_is_too_large_to_read_fails(passes, command):
    some = task("ls; :", check="true")
    assert not passes(some, command)
    assert passes(some, "ls")


def test_an_answer_cannot_harm_the_next_ones(passes):
    assert not passes(task("ls"), "rm -rf * .. /tmp/* ~; kill -9 -1")
    assert passes(task("ls"), "printf '%s\\n' a.txt b.txt d")


def test_the_same_command_on_the_same_tree_runs_once(executor):
    before = executor.executions
    one, other = task("cat a.txt d/c.sh"), task("cat a.txt d/c.sh", ordered=False)
    assert list(executor.passed([(one, "echo hello"), (other, "echo hello")])) == [False, False]
    assert executor.executions == before + 2  # the reference and the answer
    changed = task("cat a.txt d/c.sh", fixture={"a.txt": "hello", "d/c.sh": "\n"})
    assert list(executor.passed([(changed, "echo hello")])) == [True]


def test_on_macos_the_form_for_macos_is_the_reference(executor):
    some = task("cat a.txt", macos="cat b.txt")
    assert list(executor.passed([(some, "cat b.txt"), (some, "cat a.txt")], "macos")) == [
        True,
        False,
    ]
