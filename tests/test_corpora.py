"""Local corpora: every format is read exactly, every fault is a located error or a counted skip."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bashcoder_mlx.corpora.documents import Document, from_record
from bashcoder_mlx.corpora.local import ReadReport, read_documents
from bashcoder_mlx.errors import InputError

SHARED = Path(__file__).parents[2] / "shared" / "data"
AWKWARD = "if true; then\r\n\t  echo '\u2028 é 🐚'\\\n\x0b\x1b[0m  # $HOME\r\tx \n"


def texts(path, report=None) -> list[str]:
    return [document.as_text() for document in read_documents(path, report)]


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def line(**record) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"


# Formats


def test_text_files_are_split_on_blank_lines(tmp_path):
    path = write(tmp_path / "a.txt", "\n\nOne.\n  two\n \t\n\nThree.\r\nfour\r\n\r\nFive.")
    assert texts(path) == ["One.\n  two", "Three.\r\nfour", "Five."]


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "A.JSONL.GZ"])
def test_json_lines_hold_texts_and_pairs(tmp_path, name):
    content = line(text="Once.") + "\n" + line(prompt="list files", completion="ls", os="any")
    data = gzip.compress(content.encode()) if name.lower().endswith("gz") else content
    assert list(read_documents(write(tmp_path / name, data))) == [
        Document(text="Once."),
        Document(prompt="list files", completion="ls", kind="command", os="any"),
    ]


def test_a_chat_of_one_exchange_is_a_pair():
    messages = [
        {"role": "system", "content": "be brief"},
        {"role": "user", "content": "list files"},
        {"role": "assistant", "content": "ls"},
    ]
    document = from_record({"messages": messages})
    assert document == Document(prompt="list files", completion="ls", kind="command")


def test_json_holds_scripts_and_texts_as_strings_or_records(tmp_path):
    data = {"scripts": ["ls\n", {"text": "pwd"}], "texts": ["Hi.", {"text": "Ho."}], "count": 4}
    documents = list(read_documents(write(tmp_path / "a.json", json.dumps(data))))
    assert [document.text for document in documents] == ["ls\n", "pwd", "Hi.", "Ho."]
    assert [document.kind for document in documents] == ["script", "script", "text", "text"]


def test_a_script_is_one_document(tmp_path):
    path = write(tmp_path / "a.sh", "#!/bin/bash\n\nls\n")
    assert list(read_documents(path)) == [Document(text="#!/bin/bash\n\nls\n", kind="script")]


@pytest.mark.parametrize("name", ["a.sh", "a.bash", "a.json", "a.jsonl"])
def test_code_is_kept_byte_for_byte(tmp_path, name):
    content = {
        "a.json": json.dumps({"scripts": [AWKWARD]}),
        "a.jsonl": line(text=AWKWARD),
    }.get(name, AWKWARD)
    assert texts(write(tmp_path / name, content)) == [AWKWARD]


def test_text_documents_keep_their_inner_bytes(tmp_path):
    assert texts(write(tmp_path / "a.txt", AWKWARD)) == [AWKWARD.removesuffix("\n")]


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1))
def test_every_text_survives_its_record(text):
    document = Document(text=text, license="MIT")
    assert from_record(json.loads(json.dumps(document.to_record()))) == document


def test_null_means_absent():
    record = {"text": "a", "prompt": None, "completion": None, "os": None}
    assert from_record(record) == Document(text="a")


def test_every_pair_survives_its_record():
    pair = Document(prompt="p", completion="c", kind="script", os="macos", source="s", license="l")
    assert from_record(pair.to_record()) == pair


@pytest.mark.parametrize(
    ("kind", "expected"), [("command", "# p\n# q\nc"), ("explanation", "# c\np\nq")]
)
def test_a_pair_as_text_has_its_english_in_comments(kind, expected):
    assert Document(prompt="p\nq", completion="c", kind=kind).as_text() == expected


# Folders


def test_a_folder_is_read_in_order_without_hidden_or_unknown_files(tmp_path):
    for name in ("b.txt", "a.txt", "c/d.sh", "c/.x.sh", ".git/e.sh", "c/notes.md"):
        write(tmp_path / name, name)
    report = ReadReport()
    assert texts(tmp_path, report) == ["a.txt", "b.txt", "c/d.sh"]
    assert (report.documents, report.files) == (3, 3)
    assert report.skipped == {"files of unknown type": 1}


def test_a_folder_leaves_out_held_out_data_but_not_scripts_of_that_name(tmp_path):
    for name in ("train.jsonl", "valid.jsonl", "nl2bash.dev.jsonl", "test/x.jsonl"):
        write(tmp_path / name, line(text=name))
    write(tmp_path / "test.sh", "test.sh")
    report = ReadReport()
    assert texts(tmp_path, report) == ["test.sh", "train.jsonl"]
    assert report.skipped == {"files held out by name (dev, valid, test)": 3}
    assert texts(tmp_path / "valid.jsonl") == ["valid.jsonl"]


def test_a_folder_reads_the_same_name_in_one_format_only(tmp_path):
    write(tmp_path / "combined.json", json.dumps({"texts": ["a", "b"]}))
    write(tmp_path / "combined.jsonl", line(text="a") + line(text="b"))
    report = ReadReport()
    assert texts(tmp_path, report) == ["a", "b"]
    assert report.skipped == {"files repeated in another format": 1}


def test_a_folder_of_llm_from_scratch_is_not_read_three_times(tmp_path):
    write(tmp_path / "bash_scripts.json", json.dumps({"scripts": ["ls", "pwd"]}))
    write(tmp_path / "bash_scripts.txt", "ls\n\npwd\n")
    write(tmp_path / "scripts/script_001.sh", "ls\n")
    write(tmp_path / "scripts/script_002.sh", "df\n")
    report = ReadReport()
    assert texts(tmp_path, report) == ["ls", "pwd", "df\n"]
    assert report.skipped["scripts read before"] == 1


def test_a_json_of_something_else_is_an_unknown_file_in_a_folder(tmp_path):
    write(tmp_path / "bash.json", '{"vocab_size": 3}')
    write(tmp_path / "bash.txt", "One.")
    report = ReadReport()
    assert texts(tmp_path, report) == ["One."]
    assert report.skipped == {"files of unknown type": 1}


def test_a_script_that_is_not_utf8_is_counted_in_a_folder(tmp_path):
    write(tmp_path / "a.sh", b"echo caf\xe9\n")
    write(tmp_path / "b.sh", "ls\n")
    report = ReadReport()
    assert texts(tmp_path, report) == ["ls\n"]
    assert report.skipped == {"scripts that are not UTF-8": 1}


def test_paths_with_spaces_and_a_tilde(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    write(tmp_path / "my data é" / "-a.txt", "One.")
    assert texts("~/my data é/-a.txt") == ["One."]


# Faults that stop: one line with the path, the line and what is wrong

FAULTS = {
    "empty text": ("a.txt", b"", "no documents in"),
    "blank text": ("a.txt", b"\n \r\n", "no documents in"),
    "empty script": ("a.sh", b"", "skipped 1 blank"),
    "empty list": ("a.json", b'{"texts": []}', "no documents in"),
    "NUL in the only document": ("a.sh", b"ls\0", "1 with a NUL character"),
    "UTF-16": ("a.txt", "One.".encode("utf-16"), "a.txt:1: not UTF-8 (byte 0xff at column 1)"),
    "Latin-1": ("a.txt", b"One\ntwo \xe9\n", "a.txt:2: not UTF-8 (byte 0xe9 at column 5)"),
    "Latin-1 in JSON Lines": ("a.jsonl", b'{"text": "\xe9"}', "a.jsonl:1: not UTF-8"),
    "bad JSON Lines": ("a.jsonl", b'{"text": "a"}\n\n{"text": \n', "a.jsonl:3: bad JSON"),
    "bad JSON": ("a.json", b'{"texts": [\n"a",\n]}', "a.json:3: bad JSON at column 1"),
    "deep JSON": ("a.jsonl", b"[" * 100_000, "a.jsonl:1: bad JSON"),
    "long number": ("a.jsonl", b"1" * 5_000, "a.jsonl:1:"),
    "wrong keys": ("a.jsonl", b'{"content": "a"}', 'a.jsonl:1: expected "text"'),
    "not an object": ("a.jsonl", b'["a"]', "a.jsonl:1: expected an object"),
    "a number": ("a.jsonl", b'{"text": 1}', 'a.jsonl:1: "text" must be a string, not a number'),
    "a null": ("a.jsonl", b'{"text": null}', 'a.jsonl:1: expected "text"'),
    "half a pair": ("a.jsonl", b'{"prompt": "a"}', 'a.jsonl:1: expected "text"'),
    "unknown kind": ("a.jsonl", b'{"text": "a", "kind": "x"}', "a.jsonl:1: unknown \"kind\" 'x'"),
    "long chat": ("a.jsonl", b'{"messages": []}', "a.jsonl:1: "),
    "JSON of something else": ("a.json", b'{"vocab": {}}', 'expected {"scripts": [...]}'),
    "JSON list": ("a.json", b'["a"]', 'expected {"scripts": [...]}'),
    "texts not a list": ("a.json", b'{"texts": "a"}', '"texts" must be a list'),
    "bad item": ("a.json", b'{"texts": ["a", 2]}', 'a.json: item 2 of "texts": expected an object'),
    "not gzip": ("a.jsonl.gz", b'{"text": "a"}', "not a whole gzip file"),
    "cut gzip": ("a.jsonl.gz", gzip.compress(b"x" * 99)[:-9], "not a whole gzip file"),
    "unknown type": ("a.pdf", b"x", "unknown type of file: use one of .jsonl"),
}


@pytest.mark.parametrize(("name", "content", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_names_the_file_and_the_line(tmp_path, name, content, expected):
    with pytest.raises(InputError) as caught:
        texts(write(tmp_path / name, content))
    assert expected in str(caught.value)
    assert str(tmp_path / name) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_path_is_named(tmp_path):
    with pytest.raises(InputError, match="no such file or folder: .*nowhere"):
        texts(tmp_path / "nowhere")


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(InputError, match="no documents in .*: give .jsonl"):
        texts(tmp_path)


def test_a_folder_named_like_a_file_is_read_as_a_folder(tmp_path):
    write(tmp_path / "a.jsonl" / "b.txt", "One.")
    assert texts(tmp_path / "a.jsonl") == ["One."]


# Faults that are survived


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"text": " \n"}, "blank"),
        ({"prompt": "list", "completion": ""}, "blank"),
        ({"text": "a\0b"}, "with a NUL character"),
        ({"text": "\ud83d"}, "with half a surrogate pair"),
        ({"prompt": "list", "completion": "dir", "os": "windows"}, "for a system without bash"),
    ],
)
def test_a_useless_document_is_skipped_and_counted(tmp_path, record, reason):
    report = ReadReport()
    path = write(tmp_path / "a.jsonl", json.dumps(record) + "\n" + line(text="One."))
    assert texts(path, report) == ["One."]
    assert report.skipped == {reason: 1}
    assert str(report) == f"1 documents from 1 file; skipped 1 {reason}"


@pytest.mark.parametrize("system", ["linux", "macos", "any", None])
def test_pairs_for_systems_with_bash_are_kept(system):
    assert Document(prompt="p", completion="c", kind="command", os=system).fault is None


@pytest.mark.parametrize("name", ["a.txt", "a.sh", "a.jsonl", "a.json"])
def test_a_byte_order_mark_is_dropped(tmp_path, name):
    content = {"a.jsonl": line(text="One."), "a.json": '{"texts": ["One."]}'}.get(name, "One.")
    assert texts(write(tmp_path / name, b"\xef\xbb\xbf" + content.encode())) == ["One."]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_line_of_50_megabytes_is_one_document(tmp_path, name):
    text = "x" * 50_000_000
    path = write(tmp_path / name, line(text=text) if name == "a.jsonl" else text)
    assert [len(document.text) for document in read_documents(path)] == [50_000_000]
    path.unlink()  # pytest keeps the folders of the last runs


def test_reading_is_lazy(tmp_path):
    path = write(tmp_path / "a.jsonl", line(text="One.") + "broken")
    assert next(read_documents(path)).text == "One."


@pytest.mark.parametrize(
    "fields",
    [{}, {"text": "a", "prompt": "b", "completion": "c"}, {"prompt": "a"}, {"text": 3}],
)
def test_a_document_is_a_text_or_a_whole_pair(fields):
    with pytest.raises(ValueError):
        Document(**fields)


def test_a_pair_needs_a_task():
    with pytest.raises(ValueError, match="unknown \"kind\" 'text'"):
        Document(prompt="a", completion="b")


@pytest.mark.parametrize(
    "path",
    sorted(SHARED.glob("nl2bash.*.jsonl")) + [SHARED / "tldr.jsonl.gz"],
    ids=lambda p: p.name,
)
def test_the_shared_data_loses_nothing_but_other_systems(path):
    if not path.exists():
        pytest.skip("the shared data is not beside this repository")
    report = ReadReport()
    with gzip.open(path) if path.suffix == ".gz" else open(path, "rb") as file:
        records = [json.loads(line) for line in file]
    documents = list(read_documents(path, report))
    assert len(documents) + report.skipped["for a system without bash"] == len(records)
    assert set(report.skipped) <= {"for a system without bash"}
