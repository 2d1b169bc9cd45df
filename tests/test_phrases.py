"""Templates of text: slots and choices."""

import random

import pytest

from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.phrases import Filled, Slot


def written(template: str, seed: int = 0) -> list[str]:
    value = lambda name, form: f"<{name}.{form}>"  # noqa: E731
    return phrases.fill(phrases.parse(template), random.Random(seed).random, value)


def all_texts(template: str) -> set[str]:
    return {"".join(written(template, seed)) for seed in range(200)}


def test_choices_nest():
    assert all_texts("x [a|[b|c] d|]") == {"x a", "x b d", "x c d", "x "}


def test_slots_are_marked_as_not_ours():
    pieces = written("count {file} in {dir.raw}")
    assert pieces == ["count ", "<file.>", " in ", "<dir.raw>"]
    assert [isinstance(piece, Filled) for piece in pieces] == [False, True, False, True]


def test_slots_are_found_inside_choices():
    assert list(phrases.slots(phrases.parse("[{a}|x {b2.c}]"))) == [Slot("a"), Slot("b2", "c")]


def test_a_slot_is_always_there_only_if_every_option_has_it():
    assert phrases.slots_always(phrases.parse("{a} [{b} x|y {b}] [{c}|z]")) == {"a", "b"}


def test_wordings_are_products_and_sums():
    template = "[a|b|[c|d]] x [e|]"
    assert phrases.wordings(phrases.parse(template)) == len(all_texts(template)) == 8


@pytest.mark.parametrize("template", ["[a|b", "a]", "a|b"])
def test_brackets_that_do_not_match_are_refused(template):
    with pytest.raises(ValueError, match="choice"):
        phrases.parse(template)
