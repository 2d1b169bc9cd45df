"""Mixing: the ratio is reached, nothing is lost or overwritten, one seed gives one corpus."""

import errno
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bashcoder_mlx.cli.data.combine import command as combine_command
from bashcoder_mlx.corpora import mixing
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.errors import BashcoderError, InputError

ROOT = Path(__file__).parents[1]


def language(count: int) -> list[Document]:
    return [Document(text=f"story {number}") for number in range(count)]


def code(count: int) -> list[Document]:
    return [
        Document(prompt=f"print {number}", completion=f"echo {number}", kind="command")
        for number in range(count)
    ]


def content(mixture: mixing.Mixture) -> Counter:
    return Counter(mixture.documents)


@pytest.mark.parametrize(("stories", "commands"), [(80, 3), (7, 50), (80, 20), (1, 1)])
def test_the_default_is_four_fifths_language(stories, commands):
    mixture = mixing.combine(language(stories), code(commands))
    assert mixture.language_ratio == pytest.approx(0.8, abs=0.5 / len(mixture.documents))
    assert mixture.language_ratio + mixture.code_ratio == pytest.approx(1)


@given(st.integers(1, 60), st.integers(1, 60), st.floats(0.05, 0.95))
def test_nothing_is_lost_and_the_longer_side_is_not_repeated(stories, commands, ratio):
    counts = content(mixing.combine(language(stories), code(commands), ratio))
    assert set(counts) == {*language(stories), *code(commands)}
    sides = (
        [counts[document] for document in language(stories)],
        [counts[document] for document in code(commands)],
    )
    assert all(max(side) - min(side) <= 1 for side in sides)
    assert min(max(side) for side in sides) == 1


@given(st.integers(1, 60), st.integers(1, 60), st.floats(0.05, 0.95))
def test_the_ratio_is_reached_to_one_document(stories, commands, ratio):
    mixture = mixing.combine(language(stories), code(commands), ratio)
    total = len(mixture.documents)
    assert mixture.language_count == sum(not document.is_pair for document in mixture.documents)
    assert abs(mixture.language_ratio - ratio) <= 1 / total


@pytest.mark.parametrize(("count", "stories"), [(2, 1), (10, 8), (200, 160), (3, 2)])
def test_a_count_is_kept_exactly(count, stories):
    mixture = mixing.combine(language(20), code(20), count=count)
    assert (len(mixture.documents), mixture.language_count) == (count, stories)


def test_a_seed_decides_the_order():
    sides = language(40), code(3)
    assert mixing.combine(*sides, seed=1) == mixing.combine(*sides, seed=1)
    assert mixing.combine(*sides, seed=1) != mixing.combine(*sides, seed=2)


def test_the_sides_are_shuffled_together():
    kinds = [document.is_pair for document in mixing.combine(language(40), code(40)).documents]
    assert kinds != sorted(kinds)


def test_the_share_of_characters_is_told():
    texts = [Document(text="x" * 30)], [Document(text="y" * 10)]
    assert mixing.combine(*texts, ratio=0.5).language_characters == 0.75


@pytest.mark.parametrize("ratio", [0, 1, -0.1, 80, float("nan")])
def test_an_impossible_ratio_is_refused(ratio):
    with pytest.raises(InputError, match="ratio is the share of language"):
        mixing.combine(language(1), code(1), ratio)


@pytest.mark.parametrize(
    ("sides", "missing"), [(([], code(1)), "language"), ((code(1), []), "code")]
)
def test_an_empty_side_is_named(sides, missing):
    with pytest.raises(InputError, match=f"no {missing} documents"):
        mixing.combine(*sides)


def test_a_count_below_two_is_refused():
    with pytest.raises(InputError, match="cannot hold both sides"):
        mixing.combine(language(1), code(1), count=1)


# Files


def test_the_json_tells_the_ratios_that_were_reached(tmp_path):
    mixture = mixing.combine(language(10), code(10), ratio=0.34)
    json_path, _ = mixing.write_mixture(mixture, tmp_path / "out")
    data = json.loads(json_path.read_text())
    assert list(data) == ["texts", "count", "language_ratio", "code_ratio"]
    assert data["count"] == len(data["texts"]) == 29
    assert (data["language_ratio"], data["code_ratio"]) == (10 / 29, 19 / 29)
    assert data["texts"] == [document.as_text() for document in mixture.documents]


def test_the_json_lines_give_the_same_documents_back(tmp_path):
    awkward = [Document(text="\t#!\r\n  🐚\u2028 é\n", kind="script", license="MIT")]
    mixture = mixing.combine(language(9), code(1) + awkward)
    mixing.write_mixture(mixture, tmp_path)
    assert tuple(read_documents(tmp_path / "combined.jsonl")) == mixture.documents
    assert tuple(read_documents(tmp_path)) == mixture.documents


def test_a_seed_gives_equal_bytes(tmp_path):
    for name in ("a", "b"):
        mixing.write_mixture(mixing.combine(language(30), code(4), seed=5), tmp_path / name)
    for name in (mixing.JSON_NAME, mixing.JSON_LINES_NAME):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_a_failed_write_keeps_the_old_files_and_leaves_nothing(tmp_path, monkeypatch, function):
    mixing.write_mixture(mixing.combine(language(4), code(1)), tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(mixing.os, function, fail)
    with pytest.raises(BashcoderError, match="No space left on device"):
        mixing.write_mixture(mixing.combine(language(8), code(2)), tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_an_output_under_a_file_is_explained(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="is a file"):
        mixing.check_output(tmp_path / "file", [])


# The command


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("english.txt").write_text("One.\n\nTwo.\n\nThree.\n\nFour.\n")
    Path("scripts").mkdir()
    Path("scripts/a.sh").write_text("ls\n")
    return tmp_path


def combine(*args: str):
    return CliRunner().invoke(combine_command, args)


SIDES = ("--language", "english.txt", "--code", "scripts")


def test_the_command_writes_and_names_both_files(corpus):
    result = combine(*SIDES, "--output", "my out")
    assert result.exit_code == 0, result.output
    assert result.stdout.split("\n") == ["my out/combined.json", "my out/combined.jsonl", ""]
    assert "5 documents: 80.0% language, 20.0% code" in result.stderr


def test_several_paths_make_one_side(corpus):
    assert combine(*SIDES, "--code", "english.txt", "--ratio", "0.5").exit_code == 0
    assert json.loads(Path("data_combined/combined.json").read_text())["count"] == 10


def test_the_usual_places_are_the_defaults(corpus):
    Path("data/language").mkdir(parents=True)
    Path("english.txt").rename("data/language/english.txt")
    Path("scripts").rename("data/code")
    assert combine().exit_code == 0
    assert json.loads(Path("data_combined/combined.json").read_text())["count"] == 5


def test_without_data_the_flag_to_give_is_named(corpus):
    error = combine().exception
    assert isinstance(error, InputError)
    assert "--language PATH" in str(error)


def test_an_earlier_mixture_is_replaced_only_with_force(corpus):
    assert combine(*SIDES).exit_code == 0
    before = Path("data_combined/combined.jsonl").read_bytes()
    refused = combine(*SIDES, "--seed", "3")
    assert isinstance(refused.exception, InputError)
    assert "--force" in str(refused.exception)
    assert Path("data_combined/combined.jsonl").read_bytes() == before
    assert combine(*SIDES, "--seed", "3", "--force").exit_code == 0
    assert Path("data_combined/combined.jsonl").read_bytes() != before


@pytest.mark.parametrize("output", ["scripts", "scripts/deeper", "link"])
def test_an_input_folder_is_never_written_into(corpus, output):
    Path("link").symlink_to("scripts")
    error = combine(*SIDES, "--output", output, "--force").exception
    assert isinstance(error, InputError)
    assert "input scripts" in str(error)
    assert os.listdir("scripts") == ["a.sh"]


def test_an_input_file_is_never_overwritten(corpus):
    Path("english.txt").rename("combined.json")
    Path("combined.json").write_text('{"texts": ["One."]}')
    error = combine("--language", "combined.json", "--code", "scripts", "--output", ".", "--force")
    assert isinstance(error.exception, InputError)
    assert Path("combined.json").read_text() == '{"texts": ["One."]}'


def test_the_script_is_the_command(corpus):
    script = ROOT / "scripts" / "create_combined_dataset.py"
    run = [sys.executable, str(script)]
    failed = subprocess.run(run, capture_output=True, text=True)
    assert failed.returncode == 2
    assert failed.stderr.startswith("Error: no language text at data/language")
    done = subprocess.run([*run, *SIDES, "--output-dir", "D"], capture_output=True, text=True)
    assert (done.returncode, done.stdout.split()) == (0, ["D/combined.json", "D/combined.jsonl"])
