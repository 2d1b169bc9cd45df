"""`bashcoder data synth`: the file it writes, its report, and what it refuses."""

import gzip
import json
import random

import pytest
from click.testing import CliRunner

from bashcoder_mlx.cli.data.synth import command
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.corpora.synthetic import tasks, verified
from bashcoder_mlx.corpora.synthetic.diversity import Overlap, describe
from bashcoder_mlx.corpora.synthetic.generate import Pair
from bashcoder_mlx.corpora.synthetic.meanings import meaning
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.shell import dialect


@pytest.fixture
def invoke(tmp_path, monkeypatch):
    """Runs the command in an empty folder, with the verification of a few tasks only."""
    few = tasks.family("shell/loops")[:5]
    monkeypatch.setattr(tasks, "every_task", lambda: few)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return lambda *args: CliRunner().invoke(command, args, catch_exceptions=False)


def test_it_writes_as_many_documents_as_asked(invoke, tmp_path):
    result = invoke("-n", "300", "--seed", "1")
    assert (result.exit_code, result.stdout) == (0, "synth.jsonl\n")
    documents = list(read_documents(tmp_path / "synth.jsonl"))
    assert len(documents) == 300
    assert {d.license for d in documents} == {"Apache-2.0"}


def test_the_same_seed_gives_the_same_bytes(invoke, tmp_path):
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        invoke("-n", "200", "--seed", "5", "-o", name)
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()
    assert len(gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()).splitlines()) == 200


def test_the_report_counts_what_was_written(invoke):
    report = json.loads(invoke("-n", "300", "--json").stdout)
    assert (
        report["pairs"] == sum(report["kinds"].values()) == sum(report["systems"].values()) == 300
    )
    assert report["shapes"] == 5 and report["wordings"] > 20
    assert "seq" in report["utilities"] and report["pairs_per_second"] > 0


def test_the_overlap_with_another_set_is_reported(invoke, tmp_path):
    invoke("-n", "200", "--seed", "7", "-o", "first.jsonl")
    same = json.loads(
        invoke(
            "-n", "200", "--seed", "7", "-o", "b.jsonl", "--against", "first.jsonl", "--json"
        ).stdout
    )
    shares = same["overlap"]["first.jsonl"]
    assert shares["ngrams"] > 0.5 and 0.4 < shares["prompts"] <= 1


def test_stories_are_documents_of_text(invoke, tmp_path):
    assert invoke("--stories", "-n", "10", "-o", "s.jsonl").exit_code == 0
    assert [d.kind for d in read_documents(tmp_path / "s.jsonl")] == ["text"] * 10


def test_an_existing_file_is_kept(invoke, tmp_path):
    (tmp_path / "synth.jsonl").write_text("mine")
    with pytest.raises(InputError, match="--force"):
        invoke("-n", "10")
    assert (tmp_path / "synth.jsonl").read_text() == "mine"
    assert invoke("-n", "10", "--force").exit_code == 0


def test_a_command_that_fails_stops_before_anything_is_written(invoke, tmp_path, monkeypatch):
    def fail(found, note, again):
        raise BashcoderError("a command does not do what it says")

    monkeypatch.setattr(verified, "verify", fail)
    with pytest.raises(BashcoderError):
        invoke("-n", "10")
    assert not (tmp_path / "synth.jsonl").exists()


def test_overlap_is_of_distinct_prompts_commands_and_ngrams():
    other = [
        Document(prompt="List the big files here.", completion="ls -lS", kind="command"),
        Document(prompt="show it", completion="cat x", kind="command"),
    ]
    overlap = Overlap(other)
    pair = Pair("list the  BIG files now?", "cat x", "command", "any", "t")
    assert list(overlap.count([pair, pair])) == [pair, pair]
    assert overlap.shares() == {"prompts": 0.0, "commands": 0.5, "ngrams": 0.5}


def test_the_grammar_is_described_by_its_commands():
    named = {task.name: task for task in tasks.family("shell/loops")}
    found = describe([named["shell/loops.lines-mkdir"]])
    assert (found.tasks, found.shapes, found.slots) == (1, 1, 1)
    assert "mkdir" in found.utilities and "mkdir -p" in found.flags


def test_explained_flags_exist_on_their_system():
    draw = Draw(random.Random(0).random)
    for _ in range(6000):
        command, system, explanation = meaning(draw)
        for checked in ("linux", "macos") if system == "any" else (system,):
            assert dialect.faults(command, checked) == [], command
        assert explanation[0].isupper() and explanation.endswith(".")
