"""`bashcoder data clean`: each step drops or masks what it should and counts it."""

import gzip
import json
import os
import resource
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bashcoder_mlx.cli.data import clean as clean_cli
from bashcoder_mlx.corpora.cleaning import STEPS, Report, Settings, clean, pipeline, report
from bashcoder_mlx.corpora.cleaning.quality import code_fault, english_fault
from bashcoder_mlx.corpora.cleaning.sides import words
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.shell.syntax import find_bash

pytest.importorskip("rbloom")
pytest.importorskip("rensa", reason="rensa has no build for this Python")
pytestmark = pytest.mark.skipif(find_bash() is None, reason="bash is not installed")
ENGLISH = (
    "There was once a small dog that lived with its family in the old house by the river. " * 9
)


def script(text: str) -> Document:
    return Document(text=text, kind="script")


def pair(prompt: str, completion: str) -> Document:
    return Document(prompt=prompt, completion=completion, kind="command")


# Quality


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("#!/bin/bash\nls\n", None),
        ("#!/usr/bin/env -S bash -e\nls\n", None),
        ("#! /bin/sh\nls\n", None),
        ("#!/usr/bin/env python3\nprint()\n", "for another interpreter"),
        ("#!/usr/bin/perl\n", "for another interpreter"),
        ("#!/bin/bash\n# nothing\n\n", "of comments alone"),
        ("ls" + "\x01\x02\x03\x04\n", "binary"),
        ("echo " + "ab, " * 300, "with a line of more than 1,000 characters"),
        ("data=" + "QUJD" * 60 + "\n", None),
        ("x " + "QUJDREVG/+" * 25 + "\n", "with base64 data"),
        ("cat <<E\n" + ("QUJDREVG/+" * 7 + "\n") * 4 + "E\n", "with base64 data"),
        ("sha256sum -c <<E\n" + ("0123456789abcdef" * 4 + "  f\n") * 9 + "E\n", None),
        ("0123 4567 89 " * 30, "of few letters"),
        ("ls # " + "x\n" * 60_000, "of more than 100,000 characters"),
    ],
)
def test_faults_of_code(code, fault):
    assert code_fault(code, is_script=True) == fault


def test_a_command_may_be_of_signs_alone():
    assert code_fault("# !!", is_script=False) is None


GERMAN = (
    "Der alte Mann ging jeden Morgen zum Fluss und sah den Booten nach, die langsam fuhren. " * 5
)
CODE = "export PATH=/usr/bin:$PATH\nmake -j$(nproc) && make install DESTDIR=${OUT}\n" * 9


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (ENGLISH, None),
        ("Größe der Dateien zeigen", None),
        (GERMAN, "not English"),
        (CODE, None),
        ("列出所有文件", "not in the English alphabet"),
        ("Показать все файлы", "not in the English alphabet"),
        ("café naïve 🙂", None),
    ],
)
def test_faults_of_english(text, fault):
    assert english_fault(text, words(text)) == fault


# The pipeline


def cleaned(documents: list[Document], **settings) -> tuple[list[Document], Report]:
    counts = Report()
    return list(clean(documents, counts, Settings(capacity=1000, **settings))), counts


def test_what_is_kept_is_byte_exact_and_in_order():
    documents = [
        script("#!/bin/bash\r\necho 'ﬁ\u0301é'  \t\r\n\n"),
        pair("  Zeig: ﬁ ", "echo\u00a0ﬁ\n"),
        Document(text=ENGLISH + "\u2028 \n", source="s", license="MIT"),
    ]
    assert cleaned(documents)[0] == documents


def test_each_fault_is_counted():
    documents = [
        script("ls -l\n"),
        script("ls -l"),
        script("if"),
        script("#!/usr/bin/perl\n1\n"),
        Document(text=GERMAN),
        Document(text=ENGLISH + "The end of it."),
        Document(text=ENGLISH + "The end of all."),
    ]
    found, counts = cleaned(documents)
    assert found == [documents[0], documents[5]]
    assert (counts.read, counts.kept) == (7, 2)
    assert counts.dropped == {
        "exact duplicates": 1,
        "not accepted by bash -n": 1,
        "for another interpreter": 1,
        "not English": 1,
        "near duplicates": 1,
    }


def test_every_step_can_be_left_out():
    documents = [script("ls"), script("ls"), script("if"), Document(text=GERMAN)]
    assert cleaned(documents, without=frozenset(STEPS))[0] == documents


def test_secrets_are_masked_in_scripts_and_not_in_stories():
    story = Document(text="Write to jane@corp.net about the dog.")
    found, counts = cleaned([script("mail jane@corp.net\n"), story])
    assert [document.text for document in found] == ["mail user@example.com\n", story.text]
    assert (counts.masked, counts.masked_documents) == ({"e-mail addresses": 1}, 1)


def test_batches_change_nothing(monkeypatch):
    documents = [script(f"echo {number % 7} {number % 3}; x=(") for number in range(40)]
    documents += [script(f"echo {number % 7}") for number in range(40)]
    whole = cleaned(documents)
    monkeypatch.setattr(pipeline, "_BATCH_DOCUMENTS", 3)
    parts = cleaned(documents)
    assert whole[0] == parts[0] and len(parts[0]) == 7
    assert whole[1].dropped == parts[1].dropped


@pytest.mark.parametrize(("system", "unit"), [("linux", 1024), ("darwin", 1)])
def test_peak_memory_is_in_bytes_on_both_systems(monkeypatch, system, unit):
    usage = resource.struct_rusage([0, 0, 5000, *[0] * 13])
    monkeypatch.setattr(resource, "getrusage", lambda who: usage)
    monkeypatch.setattr(sys, "platform", system)
    assert report.peak_resident_bytes() == 5000 * unit


# The command


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [{"prompt": "list", "completion": "ls"}, {"prompt": "list", "completion": "ls"}]
    rows += [{"prompt": "bad", "completion": "if"}, {"prompt": "the date", "completion": "date"}]
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def run(*args: str):
    return CliRunner().invoke(clean_cli.command, args)


def prompts(path: str) -> list[str]:
    return [document.prompt for document in read_documents(path)]


def test_the_report_goes_to_stderr_and_the_path_to_stdout(here):
    result = run("in.jsonl", "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "out.jsonl\n"), result.output
    assert "exact duplicates" in result.stderr and "resident" in result.stderr
    assert prompts("out.jsonl") == ["list", "the date"]


def test_json_gives_one_document(here):
    result = run("in.jsonl", "-o", "out.jsonl.gz", "--json")
    record = json.loads(result.stdout)
    assert record["documents"] == {"read": 4, "kept": 2}
    assert record["dropped"] == {"exact duplicates": 1, "not accepted by bash -n": 1}
    assert record["bytes"] == {"read": 29, "kept": 18}
    assert record["peak_resident_bytes"] > 10_000_000
    assert gzip.decompress(Path("out.jsonl.gz").read_bytes()).count(b"\n") == 2


def test_against_keeps_clear_of_a_file(here):
    Path("dev.jsonl").write_text('{"prompt": "The DATE.", "completion": "date -u"}\n')
    result = run("in.jsonl", "-o", "out.jsonl", "--against", "dev.jsonl", "--json")
    assert json.loads(result.stdout)["dropped"]["with English held out"] == 1
    assert prompts("out.jsonl") == ["list"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("in.jsonl", "-o", "out.txt"), "as a .jsonl"),
        (("in.jsonl", "-o", "in.jsonl", "--force"), "input in.jsonl"),
        (("absent.jsonl", "-o", "out.jsonl"), "no such file"),
        (("bad.sh", "-o", "out.jsonl"), "no document of 1 is left: 1 not accepted by bash -n"),
    ],
)
def test_a_mistake_is_explained_and_leaves_nothing(here, args, words):
    Path("bad.sh").write_text("if\n")
    error = run(*args).exception
    assert isinstance(error, InputError)
    assert words in str(error)
    assert sorted(os.listdir()) == ["bad.sh", "in.jsonl"]


def test_an_output_is_replaced_only_with_force(here):
    Path("out.jsonl").write_text("old")
    assert "--force" in str(run("in.jsonl", "-o", "out.jsonl").exception)
    assert Path("out.jsonl").read_text() == "old"
    assert run("in.jsonl", "-o", "out.jsonl", "--force").exit_code == 0
    assert prompts("out.jsonl") == ["list", "the date"]


def test_more_than_the_capacity_is_warned_of(here):
    Path("many.jsonl").write_text("".join(f'{{"text": "dog {n}"}}\n' for n in range(1100)))
    result = run("many.jsonl", "-o", "out.jsonl", "--capacity", "1000")
    assert "larger --capacity" in result.stderr


def test_the_command_names_the_steps_there_are():
    assert list(clean_cli.STEPS) == list(STEPS)
