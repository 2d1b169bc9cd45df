"""Slots of a prompt, and whether an answer copies them."""

import pytest

from bashcoder_mlx.evaluation.copying import copies, slots, wanted_slots


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("rename 'my file' to \"b.txt\"", ["my file", "b.txt"]),
        ("don't touch files older than 30 days", ["30"]),
        ("find *.jpg larger than 100MB in ~/Pictures.", ["*.jpg", "100", "~/Pictures"]),
        ("is .bashrc in src/lib_a?", [".bashrc", "src/lib_a"]),
        ("chmod 755 run.sh, then run run.sh", ["755", "run.sh"]),
        ("list the files here", []),
        ("replace '\\' and '\"' in x", []),
        ("columns 2 and 2 of `a b`", ["a b", "2"]),
    ],
)
def test_slots_are_quoted_texts_names_patterns_and_numbers(prompt, expected):
    assert slots(prompt) == expected


@pytest.mark.parametrize(
    ("slot", "answer", "expected"),
    [
        ("my file", "rm my\\ file", True),
        ("*.jpg", 'find . -name "*.jpg"', True),
        ("10", "find . -size +10M", True),
        ("10", "head -n 100 x", False),
        ("1.5", "sleep 1.5", True),
        ("1", "sleep 1.5", False),
        ("a.txt", "cat b.txt", False),
        ("a.txt", "cat data.txt", False),
        ("a.txt", "cat ./a.txt", True),
        ("src", "ls srcdir", False),
        ("*.c", "ls *.cpp", False),
        (".php", "find . -name '*.php'", True),
        ("2", "cmd2", False),
        ("5", "head -n5 x", True),
        ("10", "echo {1..10}", True),
        ("1", "echo {1..10}", True),
        ("3", "awk '{print $3}'", True),
        ("100", "x100y", False),
    ],
)
def test_copies_are_recognised_whatever_their_quotes(slot, answer, expected):
    assert copies(slot, answer) == expected


def test_only_what_every_gold_copies_is_wanted():
    prompt = "delete a.log if it is older than 2 weeks"
    assert wanted_slots(prompt, ["find a.log -mtime +14 -delete"]) == ["a.log"]
    assert wanted_slots(prompt, ["rm a.log", "rm *"]) == []
    assert wanted_slots(prompt, []) == []
