"""Fetching a corpus: the real client libraries against a stand-in for the Hub on loopback."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import count

import pytest
from hub_stub import FOR_EVER, Client, Hub, json_lines_gz, parquet

from bashcoder_mlx.cli.data.get import Line
from bashcoder_mlx.corpora.hub import Limits
from bashcoder_mlx.corpora.hub_errors import Patience
from bashcoder_mlx.corpora.hub_lock import LOCK, only_writer
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.corpora.registry import Corpus, corpora
from bashcoder_mlx.errors import BashcoderError

STORIES = [{"text": f"story {i}: " + "once upon a time " * (i % 7), "id": i} for i in range(60)]
NUMBERS = count()


@pytest.fixture(scope="module")
def hub():
    """The server."""
    server = Hub()
    yield server
    server.close()


@pytest.fixture(scope="module")
def client(hub, tmp_path_factory):
    """The client, in its process."""
    process = Client(hub, tmp_path_factory.mktemp("home"))
    yield process
    process.close()


@pytest.fixture
def corpus():
    """A corpus whose id no other test uses, as the client remembers what it has seen."""
    return Corpus(
        name="stories",
        title="",
        hub_id=f"someone/stories{next(NUMBERS)}",
        fields={"text": "text"},
        bytes=5000,
        documents=60,
        license="CC0-1.0",
        sizes=("nano",),
        url="https://example.org",
    )


def stories(kind: str = "parquet") -> dict[str, bytes]:
    """Four files of 15 stories; those of parquet in row groups of 7."""
    parts = [STORIES[i : i + 15] for i in range(0, 60, 15)]
    if kind == "parquet":
        return {f"data/train-{i}.parquet": parquet(part, 7) for i, part in enumerate(parts)}
    return {f"data/train-{i}.jsonl.gz": json_lines_gz(part) for i, part in enumerate(parts)}


def texts(folder) -> list[str]:
    """The texts of the corpus that lies in `folder`."""
    return [document.text for document in read_documents(folder / "stories.jsonl")]


EXPECTED = [story["text"] for story in STORIES]


# What is written.


def test_a_corpus_is_written_with_source_and_licence(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path)
    documents = list(read_documents(tmp_path / "stories.jsonl"))
    assert [document.text for document in documents] == EXPECTED
    assert {(document.source, document.license) for document in documents} == {
        ("stories", "CC0-1.0")
    }


def test_data_lock_says_what_was_fetched(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path)
    data = (tmp_path / "stories.jsonl").read_bytes()
    entry = json.loads((tmp_path / LOCK).read_text())["stories"]
    assert entry["hub_id"] == corpus.hub_id and entry["commit"] == repository.commit
    assert entry["documents"] == 60 and entry["complete"]
    assert entry["bytes"] == len(data) and entry["sha256"] == hashlib.sha256(data).hexdigest()


def test_another_corpus_leaves_an_entry_of_data_lock_alone(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path)
    before = json.loads((tmp_path / LOCK).read_text())["stories"]
    client.get(replace(corpus, name="again"), tmp_path)
    assert json.loads((tmp_path / LOCK).read_text())["stories"] == before


@pytest.mark.parametrize(
    "fields, row",
    [
        ({"text": "code", "license": "licenses"}, {"code": "ls\n", "licenses": ["MIT", "ISC"]}),
        ({"prompt": "nl", "completion": "bash"}, {"nl": "list files", "bash": "ls"}),
        (
            {"messages": "chat"},
            {"chat": [{"role": "user", "content": "?"}, {"role": "assistant", "content": "ls"}]},
        ),
    ],
)
def test_every_shape_of_record(hub, client, corpus, tmp_path, fields, row):
    kind = "script" if "text" in fields else "command"
    corpus = replace(corpus, fields=fields, kind=kind, os="linux")
    hub.add(corpus.hub_id, {"train.parquet": parquet([row, row])})
    client.get(corpus, tmp_path)
    document = next(read_documents(tmp_path / "stories.jsonl"))
    assert document.parts[-1].strip() == "ls"
    assert (document.kind, document.os) == (kind, "linux")
    assert document.license == ("MIT, ISC" if "license" in fields else "CC0-1.0")


def test_rows_of_no_use_are_skipped_and_counted(hub, client, corpus, tmp_path):
    rows = [{"text": "good"}, {"text": None}, {"text": "  "}, {"text": "better"}]
    hub.add(corpus.hub_id, {"train.parquet": parquet(rows)})
    entry = client.get(corpus, tmp_path).entry
    assert texts(tmp_path) == ["good", "better"]
    assert (entry.documents, entry.rows) == (2, 4)


# Limits, and going on.


def test_a_limit_saves_the_download_of_the_rest(hub, client, corpus, tmp_path):
    rows = [[{"text": os.urandom(500).hex()} for _ in range(50)] for _ in range(10)]
    repository = hub.add(corpus.hub_id, {f"train-{i}.parquet": parquet(rows[i]) for i in range(10)})
    entry = client.get(corpus, tmp_path, Limits(documents=3)).entry
    assert entry.documents == 3
    assert set(repository.asked) == {"train-0.parquet"}
    assert repository.sent < 0.25 * sum(map(len, repository.files.values()))


def test_a_limit_of_bytes_ends_with_the_document_that_reaches_it(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path, Limits(bytes=500))
    lines = (tmp_path / "stories.jsonl").read_bytes().splitlines(keepends=True)
    assert sum(map(len, lines)) >= 500 > sum(map(len, lines[:-1]))


@pytest.mark.parametrize("kind", ["parquet", "jsonl.gz"])
def test_a_higher_limit_continues_exactly(hub, client, corpus, tmp_path, kind):
    hub.add(corpus.hub_id, stories(kind))
    for documents in (1, 7, 8, 14, 15, 16, 37, None):
        client.get(corpus, tmp_path, Limits(documents=documents))
        assert texts(tmp_path) == EXPECTED[:documents]


def test_files_read_to_their_end_are_not_read_again(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories("jsonl.gz"))
    client.get(corpus, tmp_path, Limits(documents=50))
    repository.asked.clear()
    client.get(corpus, tmp_path)
    # The first file is looked at for the columns, and the state lags a little behind.
    assert "data/train-1.jsonl.gz" not in repository.asked
    assert texts(tmp_path) == EXPECTED


def test_a_place_of_another_version_is_found_by_counting(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path, Limits(documents=33))
    lock = tmp_path / LOCK
    lock.write_text(lock.read_text().replace('"reader": "datasets', '"reader": "older'))
    client.get(corpus, tmp_path)
    assert texts(tmp_path) == EXPECTED


@pytest.mark.parametrize("limits", [Limits(), Limits(documents=60), Limits(bytes=10)])
def test_nothing_is_fetched_when_there_is_enough(hub, client, corpus, tmp_path, limits):
    repository = hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path)
    repository.asked.clear()
    assert client.get(corpus, tmp_path, limits).entry.documents == 60
    assert not repository.asked


# Interruptions.


def start(client, folder, *args: str) -> subprocess.Popen:
    """`bashcoder data get tinystories` in a process of its own, in blocks of 1,000 bytes."""
    code = (
        "from bashcoder_mlx.corpora import hub; hub.get.__kwdefaults__['block_bytes'] = 1000; "
        "from bashcoder_mlx.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "data", "get", "tinystories", "-o", str(folder), *args]
    environment = os.environ | client.environment
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def stalling(hub):
    """The stand-in for TinyStories, which does not answer for its third file."""
    hub.stalled.clear()
    hub.released.clear()
    yield hub.add("roneneldan/TinyStories", stories(), stalls_at="data/train-2.parquet")
    hub.release()


def test_a_killed_fetch_goes_on_where_it_was(hub, client, stalling, tmp_path):
    process = start(client, tmp_path)
    assert hub.stalled.wait(60)
    process.kill()
    process.communicate()
    hub.release()
    entry = json.loads((tmp_path / LOCK).read_text())["tinystories"]
    assert 0 < entry["documents"] < 60 and not (tmp_path / "tinystories.jsonl").exists()
    assert client.command("data", "get", "tinystories", "-o", str(tmp_path))[0] == 0
    found = [document.text for document in read_documents(tmp_path / "tinystories.jsonl")]
    assert found == EXPECTED


def test_ctrl_c_keeps_what_is_there(hub, client, stalling, tmp_path):
    process = start(client, tmp_path)
    assert hub.stalled.wait(60)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate()
    hub.release()
    assert process.returncode == 130, err
    assert "30 documents are kept" in err and "Traceback" not in err
    found = [document.text for document in read_documents(tmp_path / "tinystories.jsonl")]
    assert found == EXPECTED[:30]
    assert client.command("data", "get", "tinystories", "-o", str(tmp_path))[0] == 0
    assert len(list(read_documents(tmp_path / "tinystories.jsonl"))) == 60


@pytest.mark.parametrize("fault", ["503", "cut"])
@pytest.mark.parametrize("before", [0, 2, 4])
def test_a_fault_that_passes_is_survived(hub, client, corpus, tmp_path, fault, before):
    hub.add(corpus.hub_id, stories(), faults=[""] * before + [fault] * 3)
    assert client.get(corpus, tmp_path).entry.documents == 60
    assert texts(tmp_path) == EXPECTED


@pytest.mark.parametrize(
    "fault, reason", [("503", "the Hub answers 503"), ("cut", "no connection to the Hub")]
)
def test_a_fault_for_ever_keeps_what_came_before(hub, client, corpus, tmp_path, fault, reason):
    repository = hub.add(corpus.hub_id, stories(), faults=["", "", "", *[fault] * FOR_EVER])
    outcome = client.get(corpus, tmp_path)
    assert reason in outcome.error and corpus.hub_id in outcome.error
    assert outcome.exit_code == 1 and "the same command continues" in outcome.error
    assert [note.partition("(")[0] for note in outcome.notes if "trying again" in note]
    kept = texts(tmp_path)
    assert 0 < len(kept) < 60 and kept == EXPECTED[: len(kept)]
    repository.faults.clear()
    client.get(corpus, tmp_path)
    assert texts(tmp_path) == EXPECTED


def test_the_tries_are_counted(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories(), broken=True)
    outcome = client.get(corpus, tmp_path)
    assert "the Hub answers 503 for stories" in outcome.error
    assert [note.rpartition("(")[2] for note in outcome.notes] == [f"{i} of 3)" for i in (1, 2, 3)]
    assert not (tmp_path / "stories.jsonl").exists()


def test_waits_double_up_to_a_limit_with_jitter():
    patience = Patience(first=2, longest=10)
    for failures, longest in ((1, 2), (2, 4), (3, 8), (4, 10), (9, 10)):
        waits = {patience.wait(failures) for _ in range(50)}
        assert longest / 2 <= min(waits) < max(waits) <= longest


def test_a_full_disk_keeps_whole_documents(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    # A limit on the size of files: the system's answer to a write is of the same kind.
    outcome = client.get(corpus, tmp_path, largest_file=4000)
    assert "cannot write" in outcome.error and "make room" in outcome.error
    kept = texts(tmp_path)
    assert 0 < len(kept) < 60
    client.get(corpus, tmp_path)
    assert texts(tmp_path) == EXPECTED


# Refusals.


def test_a_missing_data_set(client, corpus, tmp_path):
    outcome = client.get(corpus, tmp_path)
    assert f"no data set {corpus.hub_id}" in outcome.error and "404" in outcome.error
    assert outcome.exit_code == 1 and corpus.url in outcome.error
    assert not outcome.notes


@pytest.mark.parametrize("status", [401, 403])
def test_a_gated_data_set_says_how_to_log_in(hub, client, corpus, tmp_path, status):
    hub.add(corpus.hub_id, stories(), gated=status)
    outcome = client.get(corpus, tmp_path)
    assert f"stories ({corpus.hub_id}) is gated" in outcome.error
    assert f"https://huggingface.co/datasets/{corpus.hub_id}" in outcome.error
    assert "hf auth login" in outcome.error and not outcome.notes


@pytest.mark.parametrize(
    "change, words",
    [
        ({"revision": "v9"}, "no revision 'v9'"),
        ({"split": "holiday"}, "Available splits: ['train']"),
    ],
)
def test_no_such_revision_or_split(hub, client, corpus, tmp_path, change, words):
    hub.add(corpus.hub_id, stories())
    outcome = client.get(corpus, tmp_path, **change)
    assert words in outcome.error and outcome.exit_code == 2


def test_no_such_config(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    outcome = client.get(replace(corpus, config="klingon"), tmp_path)
    assert "klingon" in outcome.error and corpus.hub_id in outcome.error


def test_no_such_column(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    outcome = client.get(replace(corpus, fields={"text": "body"}), tmp_path)
    assert "no column 'body'; there are text, id" in outcome.error
    assert not (tmp_path / "stories.jsonl").exists()


def test_a_data_set_without_documents(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, {"train.parquet": parquet([{"text": " "}])})
    assert "holds no documents" in client.get(corpus, tmp_path).error
    assert not list(tmp_path.glob("stories*"))


def test_what_does_not_fit_is_not_begun(client, corpus, tmp_path):
    outcome = client.get(replace(corpus, bytes=10**18), tmp_path)
    assert "--max-bytes" in outcome.error and outcome.exit_code == 2


@pytest.mark.parametrize("name", ["stories.jsonl", "stories.jsonl.part"])
def test_a_file_of_somebody_else_is_left_alone(hub, client, corpus, tmp_path, name):
    hub.add(corpus.hub_id, stories())
    (tmp_path / name).write_text("precious")
    assert "not written by `data get`" in client.get(corpus, tmp_path).error
    assert (tmp_path / name).read_text() == "precious"


@pytest.mark.parametrize("limits", [Limits(), Limits(documents=5)])
def test_a_changed_file_is_noticed_and_left_alone(hub, client, corpus, tmp_path, limits):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path, Limits(documents=10))
    path = tmp_path / "stories.jsonl"
    path.write_bytes(path.read_bytes().replace(b"story 3", b"STORY 3"))
    changed = path.read_bytes()
    assert "changed" in client.get(corpus, tmp_path, limits).error
    assert path.read_bytes() == changed


def test_a_deleted_file_is_fetched_anew(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path)
    (tmp_path / "stories.jsonl").unlink()
    client.get(corpus, tmp_path)
    assert texts(tmp_path) == EXPECTED


def test_a_damaged_data_lock(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    (tmp_path / LOCK).write_text("{")
    outcome = client.get(corpus, tmp_path)
    assert LOCK in outcome.error and outcome.exit_code == 2


def test_another_split_is_not_mixed_in(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories() | {"data/test-0.parquet": parquet(STORIES[:3])})
    client.get(corpus, tmp_path)
    outcome = client.get(corpus, tmp_path, split="test")
    assert "train" in outcome.error and outcome.exit_code == 2
    assert texts(tmp_path) == EXPECTED


def test_one_writer_at_a_time(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    with only_writer(tmp_path, "stories"):
        assert "another process" in client.get(corpus, tmp_path).error


def test_a_folder_that_cannot_be_locked_is_named(tmp_path):
    (tmp_path / ".stories.guard").mkdir()
    with pytest.raises(BashcoderError, match="cannot write to"), only_writer(tmp_path, "stories"):
        pass


def test_a_failure_under_the_lock_stays_what_it_is(tmp_path):
    with pytest.raises(PermissionError, match="elsewhere"), only_writer(tmp_path, "stories"):
        raise PermissionError("elsewhere")


# Revisions.


def test_a_newer_revision_is_mentioned(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path)
    old = repository.commit
    repository.publish({"data/train-0.parquet": parquet(STORIES[:5])})
    outcome = client.get(corpus, tmp_path)
    assert old[:12] in outcome.notes[0] and repository.commit[:12] in outcome.notes[0]
    assert outcome.entry.commit == old


def test_a_begun_fetch_stays_with_its_commit(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path, Limits(documents=30))
    repository.publish({"data/train-0.parquet": parquet([{"text": "other"}] * 60)})
    outcome = client.get(corpus, tmp_path)
    assert repository.commit[:12] in outcome.notes[0]
    assert not outcome.error
    assert texts(tmp_path) == EXPECTED


def test_another_revision_asked_for_is_refused(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    old = repository.commit
    client.get(corpus, tmp_path, Limits(documents=30))
    repository.publish({"data/train-0.parquet": parquet(STORIES[:5])})
    outcome = client.get(corpus, tmp_path, revision="main")
    assert old[:12] in outcome.error and outcome.exit_code == 2
    assert client.get(corpus, tmp_path, revision=old).entry.documents == 60


# Without a network.


def test_offline_without_a_cache(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    outcome = client.get(corpus, tmp_path, offline=True)
    assert f"stories ({corpus.hub_id}) is not in this machine's cache" in outcome.error
    assert "without --offline" in outcome.error and not repository.asked


def test_offline_with_a_cache(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    client.prepare(corpus.hub_id)
    repository.asked.clear()
    assert client.get(corpus, tmp_path, Limits(documents=25), offline=True).entry.documents == 25
    entry = client.get(corpus, tmp_path, offline=True).entry
    assert texts(tmp_path) == EXPECTED and entry.commit == repository.commit
    assert not repository.asked


def test_a_streamed_part_is_completed_from_the_cache(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path, Limits(documents=33))
    client.prepare(corpus.hub_id)
    client.get(corpus, tmp_path, offline=True)
    assert texts(tmp_path) == EXPECTED


def test_a_cache_of_another_commit_is_not_mixed_in(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path, Limits(documents=33))
    repository.publish({"data/train-0.parquet": parquet([{"text": "other"}] * 60)})
    client.prepare(corpus.hub_id)
    outcome = client.get(corpus, tmp_path, offline=True)
    assert repository.commit[:12] in outcome.error
    assert texts(tmp_path) == EXPECTED[:33]


def test_offline_is_no_matter_where_nothing_is_to_come(hub, client, corpus, tmp_path):
    hub.add(corpus.hub_id, stories())
    client.get(corpus, tmp_path)
    outcome = client.get(corpus, tmp_path, offline=True)
    assert outcome.entry.documents == 60 and not outcome.notes


def test_the_cache_serves_where_the_hub_cannot_be_reached(hub, client, corpus, tmp_path):
    repository = hub.add(corpus.hub_id, stories())
    client.prepare(corpus.hub_id)
    repository.broken = True
    assert client.get(corpus, tmp_path).entry.documents == 60


# The command.


def test_the_command_writes_the_path_and_nothing_else_to_stdout(hub, client, tmp_path):
    hub.add(corpora()["nl2bash"].hub_id, {"train.parquet": parquet([{"nl": "list", "bash": "ls"}])})
    code, out, err = client.command("data", "get", "nl2bash", "-o", str(tmp_path))
    assert (code, out) == (0, f"{tmp_path / 'nl2bash.jsonl'}\n")
    assert "1 documents" in err and "licence: MIT" in err


def test_the_command_refuses_a_name_it_does_not_know(client):
    code, out, err = client.command("data", "get", "tinystory")
    assert (code, out) == (2, "") and "did you mean tinystories?" in err


def test_the_live_line_shows_documents_bytes_and_notes(corpus, monkeypatch, capsys):
    monkeypatch.setenv("FORCE_COLOR", "1")  # rich takes stderr for a terminal then
    with Line(corpus, Limits(documents=10)) as line:
        line.update(4, 512)
        line.note("trying \x1b[2J again [soon]")
    err = capsys.readouterr().err
    assert "4 documents, 512 B" in err and r"trying \x1b[2J again [soon]" in err


def test_the_environment_forbids_the_network_too(client, tmp_path):
    environment = os.environ | client.environment | {"HF_HUB_OFFLINE": "1"}
    code = "from bashcoder_mlx.cli import main; main()"
    command = [sys.executable, "-c", code, "data", "get", "nl2sh-alfa", "-o", str(tmp_path)]
    result = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert result.returncode == 1 and len(result.stderr.splitlines()) == 1
    assert "not in this machine's cache" in result.stderr
