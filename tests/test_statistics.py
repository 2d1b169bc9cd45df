"""`bashcoder data stats`: counts of a small corpus, worked out by hand."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bashcoder_mlx.cli.data.stats import command
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.statistics import describe

CORPUS = [
    Document(
        prompt="é",
        completion="ls -l | sort -k 2 | sort -k 3",
        kind="command",
        os="linux",
        source="a",
        license="MIT",
    ),
    Document(prompt="ls -a", completion="Lists all.", kind="explanation", source="a"),
    Document(text="sort x\n", kind="script", license="MIT"),
    Document(text="Once there was a sort."),
]


@pytest.fixture
def record():
    return describe(CORPUS, lambda texts: [len(text.split()) for text in texts]).to_record()


def test_documents_bytes_and_tokens(record):
    assert (record["documents"], record["bytes"], record["tokens"]) == (4, 75, 22)
    assert record["bytes_per_token"] == 3.409
    assert record["length_bytes"] == {"median": 18.5, "95%": 29.65, "max": 31}


def test_groups(record):
    assert record["kinds"] == {
        "command pair": 1,
        "explanation pair": 1,
        "script": 1,
        "text": 1,
    }
    assert record["os"] == {"unknown": 3, "linux": 1}
    assert record["sources"] == {"a": 2, "unknown": 2}
    assert record["licenses"] == {"MIT": 2, "unknown": 2}


def test_utilities_are_counted_by_documents_and_in_code_alone(record):
    assert record["utilities"] == {"ls": 2, "sort": 2}
    assert record["flags"] == {"ls -l": 1, "sort -k": 1, "ls -a": 1}


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [document.to_record() for document in CORPUS]
    Path("c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_json_is_one_document_with_the_same_counts(here, record):
    result = CliRunner().invoke(command, ["c.jsonl", "--json"])
    found = json.loads(result.stdout)
    assert found["tokens"] > 0
    assert {key: found[key] for key in ("documents", "bytes", "utilities")} == {
        key: record[key] for key in ("documents", "bytes", "utilities")
    }


def test_the_table_shows_names_of_a_corpus_harmless(here):
    row = {"text": "x", "source": "\x1b]0;owned\x07[red]two\nlines"}
    Path("c.jsonl").write_text(json.dumps(row) + "\n")
    result = CliRunner().invoke(command, ["c.jsonl"])
    assert result.exit_code == 0
    assert "\\x1b]0;owned\\x07[red]two lines" in result.stdout
