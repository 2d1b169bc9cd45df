"""The templates of the built-in corpus: slots and choices."""

import random

from bashcoder_mlx.corpora.synthetic.grammar import Grammar, choose


def test_a_slot_keeps_its_value_within_a_text():
    slots = Grammar({"file": ["a.txt", "b.txt", "c.txt"]})
    bound = {}
    first = slots.fill("{file}", random.Random(0), bound)
    assert slots.fill("{file} {file}", random.Random(1), bound) == f"{first} {first}"


def test_a_numbered_slot_differs_from_its_siblings():
    slots = Grammar({"file": ["a", "b", "c"]})
    for seed in range(50):
        values = slots.fill("{file} {file2} {file3}", random.Random(seed), {}).split()
        assert len(set(values)) == 3


def test_fields_of_a_row_belong_together_and_a_capital_capitalises():
    slots = Grammar({"kind ext": [["Python", "py"], ["text", "txt"]], "word": ["red"]})
    filled = slots.fill("{kind} {kind.ext} {kind.Ext} {Word}", random.Random(0), {})
    assert filled in ("Python py Py Red", "text txt Txt Red")


def test_braces_of_other_words_stay():
    text = "awk '{print $1}' {1..3} ${name%.*} {} +"
    assert Grammar({"file": ["a"]}).fill(text, random.Random(0), {}) == text


def test_choices_are_taken_innermost_first():
    found = {choose("[a|[b|c] d]", random.Random(seed)) for seed in range(40)}
    assert found == {"a", "b d", "c d"}
    assert choose("[a-z]", random.Random(0)) == "[a-z]"
