"""Mixing: weights, epochs and order are kept, nothing is overwritten, one seed gives one corpus."""

import errno
import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from bashcoder_mlx.cli.data.combine import command as combine_command
from bashcoder_mlx.corpora import mixing, output
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.corpora.mixing import Source
from bashcoder_mlx.corpora.spool import Spool
from bashcoder_mlx.errors import BashcoderError, InputError

ROOT = Path(__file__).parents[1]


def language(count: int) -> list[Document]:
    return [Document(text=f"a longer story {number}") for number in range(count)]


def code(count: int) -> list[Document]:
    return [
        Document(prompt=f"print {number}", completion=f"echo {number}", kind="command")
        for number in range(count)
    ]


@pytest.fixture
def spool(tmp_path):
    """An empty spool that counts a token for each word."""
    with Spool(tmp_path, lambda texts: [len(text.split()) for text in texts]) as spool:
        yield spool


def spooled(spool: Spool, *sides: list[Document], **options) -> list[Source]:
    return [Source(f"s{n}", spool.add(side), **options) for n, side in enumerate(sides)]


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(BashcoderError, match="cannot write to .*absent"):
        Spool(tmp_path / "absent", len)


# What is chosen


@given(
    st.lists(
        st.tuples(st.integers(1, 99), st.floats(0.1, 9), st.floats(0.5, 4)), min_size=1, max_size=5
    )
)
def test_amounts_keep_weights_and_epochs_and_use_up_the_shortest(rows):
    sources = [Source("s", range(0), weight, epochs) for _, weight, epochs in rows]
    found = mixing.amounts([has for has, _, _ in rows], sources)
    used = [amount / (has * epochs) for amount, (has, _, epochs) in zip(found, rows, strict=True)]
    assert max(used) == pytest.approx(1)
    shares = [amount / weight for amount, (_, weight, _) in zip(found, rows, strict=True)]
    assert shares == pytest.approx([shares[0]] * len(shares))


def test_more_than_there_is_names_the_source_that_is_short():
    sources = [Source("long", range(0), 1), Source("short", range(0), 1)]
    with pytest.raises(InputError, match="short allows 20 at this weight"):
        mixing.amounts([90, 10], sources, total=21)


@pytest.mark.parametrize("options", [{"weight": 0}, {"epochs": -1}, {"weight": float("nan")}])
def test_a_weight_must_be_above_zero(options):
    with pytest.raises(InputError, match="must be above 0"):
        mixing.amounts([1], [Source("s", range(0), **options)])


@given(st.integers(1, 50), st.integers(1, 200))
def test_a_draw_repeats_evenly(size, amount):
    chosen = mixing.draw(np.ones(size, np.int64), amount, np.random.default_rng(0))
    counts = np.bincount(chosen, minlength=size)
    assert len(chosen) == amount
    assert counts.max() - counts.min() <= 1


@given(st.lists(st.integers(1, 40), min_size=1, max_size=40), st.integers(40, 900))
def test_a_draw_by_bytes_ends_within_half_a_document(sizes, amount):
    chosen = mixing.draw(np.array(sizes), amount, np.random.default_rng(0))
    assert abs(np.array(sizes)[chosen].sum() - amount) <= max(sizes) / 2


def test_shares_by_bytes_are_reached(spool):
    sources = spooled(spool, language(900), code(900))
    order = mixing.mix(spool, sources, by="bytes")
    stories, commands = mixing.contributions(spool, sources, order)
    assert stories.bytes == pytest.approx(commands.bytes, rel=0.01)
    assert stories.documents < commands.documents == 900


def test_a_source_is_repeated_only_as_allowed(spool):
    sources = [
        Source("stories", spool.add(language(100)), 0.5),
        Source("commands", spool.add(code(10)), 0.5, epochs=3),
    ]
    stories, commands = mixing.contributions(spool, sources, mixing.mix(spool, sources))
    assert (stories.documents, stories.distinct) == (30, 30)
    assert (commands.documents, commands.distinct) == (30, 10)


def test_contributions_count_bytes_and_tokens(spool):
    sources = spooled(
        spool,
        [Document(text="één woord")],
        [Document(prompt="a b", completion="c", kind="command")],
    )
    first, second = mixing.contributions(spool, sources, np.array([0, 1, 1]))
    assert (first.bytes, first.tokens, second.bytes, second.tokens) == (11, 2, 8, 6)


# In which order


def test_mixed_is_shuffled_by_the_seed(spool):
    chosen = mixing.mix(spool, spooled(spool, language(40), code(40)))
    first = mixing.arrange(spool, chosen, seed=1).tolist()
    assert first == mixing.arrange(spool, chosen, seed=1).tolist()
    assert first != mixing.arrange(spool, chosen, seed=2).tolist()
    assert sorted(first) == sorted(chosen.tolist())


def test_language_comes_first_and_is_replayed_in_the_second_part(spool):
    chosen = mixing.mix(spool, spooled(spool, code(90), language(90)))
    order = mixing.arrange(spool, chosen, mixing.LANGUAGE_FIRST, replay=0.25)
    is_code = spool.is_code()[order]
    assert not is_code[:90].any()
    assert len(order) == 90 + 120
    assert is_code[90:].sum() == 90
    assert not is_code[90:].all() and is_code[90:100].any()


def test_a_text_that_names_its_interpreter_is_code(spool):
    spool.add([Document(text="#!/bin/sh\nls\n"), Document(text="Once there was a cat.")])
    assert spool.is_code().tolist() == [True, False]


def test_a_schedule_of_two_needs_both(spool):
    chosen = mixing.mix(spool, spooled(spool, code(9)))
    with pytest.raises(InputError, match="needs both: 0 language, 9 code"):
        mixing.arrange(spool, chosen, mixing.LANGUAGE_FIRST)


# Two sides by a ratio


@given(st.integers(1, 60), st.integers(1, 60), st.floats(0.05, 0.95))
def test_nothing_is_lost_and_the_ratio_is_reached_to_one_document(stories, commands, ratio):
    first, second = mixing.ratio_amounts(stories, commands, ratio, None)
    assert first >= stories and second >= commands
    assert first == stories or second == commands
    assert abs(first / (first + second) - ratio) <= 1 / (first + second)


@pytest.mark.parametrize(("count", "stories"), [(2, 1), (10, 8), (200, 160), (3, 2)])
def test_a_count_is_kept_exactly(count, stories):
    assert mixing.ratio_amounts(20, 20, 0.8, count) == (stories, count - stories)


@pytest.mark.parametrize("ratio", [0, 1, -0.1, 80, float("nan")])
def test_an_impossible_ratio_is_refused(ratio):
    with pytest.raises(InputError, match="ratio is the share of language"):
        mixing.ratio_amounts(1, 1, ratio, None)


def test_a_count_below_two_is_refused():
    with pytest.raises(InputError, match="cannot hold both sides"):
        mixing.ratio_amounts(1, 1, 0.8, 1)


# Files


def test_the_json_tells_the_ratios_that_were_reached(spool, tmp_path):
    sides = spooled(spool, language(10), code(10))
    order = mixing.mix_two(spool, *sides, ratio=0.34, count=None, seed=0)
    json_path, lines = mixing.write_folder(spool, order, sides[0], tmp_path / "out")
    data = json.loads(json_path.read_text())
    assert list(data) == ["texts", "count", "language_ratio", "code_ratio"]
    assert data["count"] == len(data["texts"]) == 29
    assert (data["language_ratio"], data["code_ratio"]) == (10 / 29, 19 / 29)
    assert data["texts"] == [document.as_text() for document in read_documents(lines)]


def test_documents_come_back_as_they_were(spool, tmp_path):
    awkward = [Document(text="\t#!\r\n  🐚\u2028 é\n", kind="script", license="MIT"), *code(2)]
    spool.add(awkward)
    mixing.write_lines(spool, np.array([2, 0, 1]), tmp_path / "out.jsonl")
    found = list(read_documents(tmp_path / "out.jsonl"))
    assert found == [awkward[2], awkward[0], awkward[1]]


@pytest.mark.parametrize("function", ["fsync", "os.replace"])
def test_a_failed_write_keeps_the_old_file_and_leaves_nothing(
    spool, tmp_path, monkeypatch, function
):
    spool.add(code(2))
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    before = set(tmp_path.iterdir())

    def fail(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(f"bashcoder_mlx.corpora.output.{function}", fail)
    with pytest.raises(BashcoderError, match="No space left on device"):
        mixing.write_lines(spool, np.array([0, 1]), path)
    assert (path.read_text(), set(tmp_path.iterdir())) == ("old", before)


def test_compressed_output_holds_no_time(tmp_path):
    for name in ("a.jsonl.gz", "b.jsonl.gz"):
        with output.document_writer(tmp_path / name) as write:
            write(Document(text="x"))
    assert (tmp_path / "a.jsonl.gz").read_bytes() == (tmp_path / "b.jsonl.gz").read_bytes()
    assert gzip.decompress((tmp_path / "a.jsonl.gz").read_bytes()) == b'{"text": "x"}\n'


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


def texts(path: str) -> list[str]:
    return [document.text for document in read_documents(path)]


def test_sources_are_mixed_by_weight(corpus):
    result = combine("english.txt=0.75", "scripts=0.25", "-o", "mix.jsonl")
    assert (result.exit_code, result.stdout) == (0, "mix.jsonl\n"), result.output
    assert Counter(texts("mix.jsonl"))["ls\n"] == 1
    assert len(texts("mix.jsonl")) == 4
    assert "english.txt" in result.stderr and "75.0%" in result.stderr


def test_epochs_let_a_source_repeat(corpus):
    assert (
        combine("english.txt", "scripts", "--epochs", "scripts=4", "-o", "m.jsonl").exit_code == 0
    )
    assert Counter(texts("m.jsonl"))["ls\n"] == 4


def test_the_schedule_and_replay_reach_the_file(corpus):
    options = ("--schedule", "language:code", "--replay", "0.5", "-o", "m.jsonl")
    assert combine("english.txt=4", "scripts=1", *options).exit_code == 0
    found = texts("m.jsonl")
    assert len(found) == 6 and "ls\n" in found[4:] and "ls\n" not in found[:4]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("english.txt=x", "-o", "m.jsonl"), "expected PATH or PATH=NUMBER"),
        (("english.txt", "--epochs", "other=2", "-o", "m.jsonl"), "no such source"),
        (("english.txt", "-o", "m.txt"), "as a .jsonl"),
        (("absent", "-o", "m.jsonl"), "no such file or folder"),
        (("english.txt", "--count", "9", "-o", "m.jsonl"), "9 in all are not there"),
        (("scripts", "--epochs", "scripts", "-o", "m.jsonl"), "as in --epochs scripts=4"),
    ],
)
def test_a_mistake_is_explained(corpus, args, words):
    error = combine(*args).exception
    assert isinstance(error, InputError)
    assert words in str(error)
    assert sorted(os.listdir()) == ["english.txt", "scripts"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("english.txt", "--ratio", "0.5", "-o", "m.jsonl"), "not both"),
        (("english.txt", "--code", "scripts", "-o", "m.jsonl"), "not both"),
        ((*SIDES, "--epochs", "scripts=2"), "for PATHs"),
        ((*SIDES, "--by", "bytes"), "for PATHs"),
        (("english.txt", "--replay", "0.5", "-o", "m.jsonl"), "--schedule language:code"),
    ],
)
def test_an_option_without_effect_is_refused(corpus, args, words):
    result = combine(*args)
    assert result.exit_code == 2 and words in result.stderr
    assert sorted(os.listdir()) == ["english.txt", "scripts"]


def test_a_path_with_an_equals_sign_is_taken_as_it_stands(corpus):
    Path("english.txt").rename("a=1")
    Path("a=1").rename("b=2.txt")
    assert combine("b=2.txt", "-o", "m.jsonl").exit_code == 0
    assert len(texts("m.jsonl")) == 4


def test_two_sides_give_both_files(corpus):
    result = combine(*SIDES, "--output", "my out")
    assert result.exit_code == 0, result.output
    assert result.stdout.split("\n") == ["my out/combined.json", "my out/combined.jsonl", ""]
    assert "5 documents" in result.stderr
    assert len(texts("my out")) == 5


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


@pytest.mark.parametrize(
    "args", [SIDES, ("english.txt", "scripts", "-o", "data_combined/combined.jsonl")]
)
def test_an_earlier_mixture_is_replaced_only_with_force(corpus, args):
    Path("data_combined").mkdir()
    Path("data_combined/combined.jsonl").write_text("old")
    refused = combine(*args)
    assert isinstance(refused.exception, InputError)
    assert "--force" in str(refused.exception)
    assert Path("data_combined/combined.jsonl").read_text() == "old"
    assert combine(*args, "--force").exit_code == 0
    assert Path("data_combined/combined.jsonl").read_text() != "old"


def test_a_seed_gives_equal_bytes(corpus):
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        assert combine(*SIDES, "--count", "50", "--seed", str(seed), "-o", name).exit_code == 0
    for name in ("combined.json", "combined.jsonl"):
        first, same, other = (Path(folder, name).read_bytes() for folder in "abc")
        assert first == same != other


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
