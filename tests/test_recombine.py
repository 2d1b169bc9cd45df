"""Pairs with new values: the same ones in the English and the command, and nothing else changed."""

import json
import random
import re
from pathlib import Path

import pytest

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.corpora.recombine import passes, recombine
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.shell.syntax import find_bash, is_valid_bash
from bashcoder_mlx.shell.template import template
from bashcoder_mlx.shell.typed import people, values

SHARED = Path(__file__).parents[2] / "shared" / "data"


def shape(command: str) -> list[str]:
    """The template, where the arguments of flags that are not known are left out."""
    return [token.text.split("=")[0] for token in template(command)]


def draw(seed=0) -> Draw:
    return Draw(random.Random(seed).random)


def pair(prompt: str, completion: str, **settings) -> Document:
    return Document(prompt=prompt, completion=completion, **({"kind": "command"} | settings))


def renewed(prompt: str, completion: str, seed: int = 0, **settings) -> Document:
    return recombine(pair(prompt, completion, **settings), draw(seed))


@pytest.mark.parametrize(
    ("prompt", "command", "pattern"),
    [
        ("copy a.txt to notes.md", "cp a.txt notes.md", r"cp (\S+\.txt) (\S+\.md)"),
        ("find '*.jpg' files in src/old", "find src/old -name '*.jpg'", r"find (\S+) -name '(.*)'"),
        ("show 'hello world' in it", 'grep "hello world" it', r'grep "(.*)" it'),
        (
            "files over 20MB after 2023-01-31",
            "find -size +20M -newermt 2023-01-31",
            r"find -size \+(\d\d)M -newermt (\S+)",
        ),
        ("get https://a.com/b/c.zip", "wget https://a.com/b/c.zip", r"wget (https://\S+\.zip)"),
        ("files owned by bob", "find . -user bob", r"find \. -user (\S+)"),
        ("give dir_a mode 755", "chmod 755 dir_a", r"chmod ([0-7]{3}) (\S+)"),
        ("ping 10.0.0.7 5 times", "ping -c 5 10.0.0.7", r"ping -c (\d) (\d+(?:\.\d+){3})"),
        ("rename .htm as .html", "rename s/.htm/.html/ *", r"rename s/(\.\w+)/(\.\w+)/ \*"),
    ],
)
def test_values_change_alike_in_english_and_command(prompt, command, pattern):
    new = renewed(prompt, command)
    found = re.fullmatch(pattern, new.completion)
    assert found and new.completion != command
    for value in found.groups():
        assert value in new.prompt
    assert template(new.completion) == template(command)


@pytest.mark.parametrize(
    ("prompt", "command"),
    [
        ("list all files", "ls -a"),
        ("send stderr of 2 commands away", "a 2>&1 | b"),
        ("print field 3", "awk '{print $3}'"),
        ("kill 9", "kill -9 123"),
        ("make it 4755, setuid", "chmod 4755 x"),
        ("show the man page of 'find'", "man find"),
        ("look into /etc/passwd and /dev/null", "cat /etc/passwd /dev/null"),
        ("rename foo.txt", "mv foo.txt foo.bak"),
        ("show the 'name' of each name", "echo name"),
        ("1 line and 0 errors", "head -n 1 -e 0"),
        ("in blocks of 1024 bytes", "dd bs=1024"),
        ("all Python files, *.py", "ls *.py"),
        ("start/stop it", "x start/stop"),
        ("deploy the 'upload' directory", "x --include-upload"),
        ("eth0 with UTF-8", "x eth0 UTF-8"),
    ],
)
def test_what_has_a_meaning_or_is_not_understood_stays(prompt, command):
    for seed in range(10):
        assert renewed(prompt, command, seed).parts == (prompt, command)


def test_numbers_keep_their_order():
    for seed in range(20):
        new = renewed("between 20 and 30 days", "find -mtime +20 -mtime -30", seed)
        low, high = map(int, re.findall(r"\d+", new.prompt))
        assert low < high
        assert new.completion == f"find -mtime +{low} -mtime -{high}"


def test_an_explanation_is_changed_too():
    new = renewed("rm 'a b.txt' old_1", "Removes old_1.", kind="explanation")
    name = new.completion.split()[1].rstrip(".")
    assert name != "old_1" and new.prompt == f"rm 'a b.txt' {name}"


@pytest.mark.parametrize(
    ("prompt", "template", "english", "command"),
    [
        (
            "Extract an archive",
            "tar xf {{path/to/archive.tar}}",
            r"Extract the archive (\S+\.tar)",
            r"tar xf (\S+)",
        ),
        (
            "Remove a user from a specific group",
            "deluser {{username}} {{group}}",
            r"Remove the user (\S+) from the group (\S+)",
            r"deluser (\S+) (\S+)",
        ),
        (
            "Open files",
            "vim {{path/to/file1 path/to/file2 ...}}",
            r"Open files(?:: |, file | \(file )(\S+) and (\S+?)\)?",
            r"vim (\S+) (\S+)",
        ),
        (
            "Print the first lines",
            "head {{[-n|--lines]}} {{20}} {{path/to/file}}.log",
            r"Print the first lines \W?(\d\d), log file (\S+\.log)\)?",
            r"head -n (\d\d) (\S+)",
        ),
        (
            'Show device "sda" 5 times',
            "iostat {{sda}} {{5}}",
            r'Show device "sda" (\d) times',
            r"iostat sda (\d)",
        ),
    ],
)
def test_open_places_are_filled_and_named(prompt, template, english, command):
    plain = re.sub(r"\{\{\[(-\w).*?\}\}", r"\1", template)
    plain = re.sub(r"\{\{(.*?)( \.\.\.)?\}\}", r"\1", plain)
    for seed in range(10):
        new = renewed(prompt, plain, seed, template=template)
        told, written = re.fullmatch(english, new.prompt), re.fullmatch(command, new.completion)
        if told is None and prompt.startswith("Print"):
            continue  # the other form of what stands at the end
        assert told and written and told.groups() == written.groups(), new.parts


def test_open_places_of_a_cheat_are_filled():
    new = renewed("show the end of <file>", "tail <file> > out")
    assert re.fullmatch(r"show the end of (\S+)\|tail \1 > out", "|".join(new.parts))


def test_braces_of_a_command_without_a_template_are_its_own():
    command = "docker ps --format '{{.Names}}'"
    assert renewed("names of containers", command).completion == command


def test_the_first_pass_is_natural_and_passes_differ():
    documents = [pair("show a.txt", "cat a.txt"), pair("show b.log", "cat b.log")]
    found = list(passes(documents, seed=1, count=4))
    assert found[:2] == documents
    assert len({document.completion for document in found}) == 8


def test_a_document_is_a_function_of_seed_pass_and_place():
    documents = [pair(f"show f{i}.txt", f"cat f{i}.txt") for i in range(5)]
    several = list(passes(documents, seed=1, count=3))
    assert several[:10] == list(passes(documents, seed=1, count=2))
    assert several[5:] != list(passes(documents, seed=2, count=3))[5:]


def test_texts_are_left_alone():
    text = Document(text="see a.txt")
    assert recombine(text, draw()) is text


def test_people_are_found_by_what_they_are_called():
    found = people("files of user bob, owned by root, of group 'staff' of the user who is in")
    assert [(value.text, value.kind) for value in found] == [
        ("bob", "user"),
        ("root", "user"),
        ("staff", "group"),
    ]


@pytest.mark.parametrize(
    ("request_", "kinds"),
    [
        ("get http://a.org/b to a@b.org", ["url", "email"]),
        ("10.0.0.1 on 2024-01-31, version 1.2.3", ["address", "date", "version"]),
        ("5 of *.txt and .md in a/b or c.d", ["number", "glob", "extension", "path", "file"]),
        ("'one' \"two words\" $HOME dir_1", ["word", "text", "variable", "name"]),
    ],
)
def test_values_of_a_request_have_kinds(request_, kinds):
    found = values(request_)
    assert [value.kind for value in found] == kinds
    assert all(request_[value.start : value.end] == value.text for value in found)


@pytest.mark.skipif(not SHARED.is_dir() or find_bash() is None, reason="needs ../shared and bash")
@pytest.mark.parametrize("name", ["nl2bash.train.jsonl", "tldr.jsonl.gz", "everyday_pairs.jsonl"])
def test_real_pairs_stay_valid_and_keep_their_template(name):
    """Of 300 pairs from all over the file, those that change."""
    documents = list(read_documents(SHARED / name))[::13][:300]
    changed = 0
    for number, document in enumerate(documents):
        new = recombine(document, draw(number))
        if new.parts == document.parts or not is_valid_bash(document.completion):
            continue
        changed += 1
        assert is_valid_bash(new.completion), json.dumps(new.parts)
        if document.template is None and "./" not in document.completion:
            assert shape(new.completion) == shape(document.completion), new.parts
    assert changed > 80
