"""The stories of the built-in corpus."""

import re

import pytest

from bashcoder_mlx.corpora.synthetic.stories import stories


@pytest.fixture(scope="module")
def texts():
    return list(stories(3000, seed=3))


def test_stories_are_distinct_and_as_many_as_asked(texts):
    assert len(set(texts)) == len(texts) == 3000


def test_the_same_seed_gives_the_same_stories(texts):
    assert list(stories(50, seed=3)) == texts[:50]
    assert list(stories(50, seed=4)) != texts[:50]


def test_stories_have_60_to_150_words(texts):
    lengths = [len(text.split()) for text in texts]
    assert min(lengths) >= 60 and max(lengths) <= 150


def test_stories_are_clean_sentences(texts):
    for text in texts:
        assert text[0].isupper() and text.endswith((".", '."'))
        assert "  " not in text and "\n" not in text and text.isascii()
        assert not re.search(r"[\[\]{}|]|\(n\)|\.\.|,\.| [,.!?]", text), text
        assert text.count('"') % 2 == 0, text


def test_sentences_start_with_a_capital(texts):
    for text in texts:
        assert not re.search(r"[a-z]\. [a-z]", text), text
        assert not re.search(r'\." [a-z]', text), text


def test_articles_agree_with_the_next_word(texts):
    for text in texts:
        assert not re.search(r"\b[Aa] [aeio]\w", text), text
        assert not re.search(r"\b[Aa]n (?!hour)[^aeiou\W]", text), text


def test_pronouns_agree_with_a_lone_hero(texts):
    fears = [text for text in texts if "was brave, but" in text]
    assert fears
    for text in fears:
        he = re.search(r"was brave, but (s?he) ", text)[1]
        assert re.search(r"(\w+) held it and|small, (s?he) held it", text)[2] == he


def test_words_of_files_and_folders_are_met(texts):
    words = set(re.findall(r"[a-z]+", " ".join(texts).lower()))
    wanted = "file files folder folders name names size sizes copy lines script backup archive disk"
    assert set(wanted.split()) <= words
