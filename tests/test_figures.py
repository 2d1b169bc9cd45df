"""Figures and their intervals."""

import numpy as np
import pytest

from bashcoder_mlx.evaluation.figures import Interval, mean, ratio, share
from bashcoder_mlx.evaluation.texts import character_bleu, corpus_bleu, rouge_l


def test_the_interval_of_a_mean_is_that_of_the_normal_approximation():
    values = np.random.default_rng(1).normal(5, 2, 400)
    found = mean(values).interval
    half = 1.96 * values.std() / np.sqrt(400)
    assert found.value == pytest.approx(values.mean())
    assert (found.low, found.high) == pytest.approx(
        (values.mean() - half, values.mean() + half), abs=0.03
    )


def test_a_ratio_is_of_sums_not_a_mean_of_ratios():
    assert ratio([1, 30], [1, 10]).interval.value == pytest.approx(31 / 11)


def test_the_difference_of_pairs_is_narrower_than_of_strangers():
    draw = np.random.default_rng(2)
    hard = draw.normal(0, 3, 300)
    better, worse = mean(hard + 0.2 + draw.normal(0, 0.1, 300)), mean(hard)
    found = better.minus(worse)
    assert found.value == pytest.approx(0.2, abs=0.03)
    assert 0 < found.low < found.high < 0.3
    assert better.interval.low < worse.interval.high


@pytest.mark.parametrize(("held", "low", "high"), [(0, 0, 0.308), (10, 0.692, 1)])
def test_none_or_all_of_ten_is_not_certain(held, low, high):
    # 1 - 0.025 ** (1 / 10) = 0.308
    found = share([True] * held + [False] * (10 - held)).interval
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-3)


def test_where_resampling_cannot_tell_there_is_no_interval():
    for figure in (mean([0.5]), mean([0.5] * 9), ratio([1, 2], [2, 4])):
        assert figure.interval == Interval(0.5, None, None)
    assert share([True] * 9).minus(share([False] * 9)) == Interval(1, None, None)


def test_character_bleu_is_worked_out_by_hand():
    # "ls -a" of "ls -l": 4/5, 3/4, 2/3, 1/2 of the n-grams match, and the lengths are equal.
    assert character_bleu("ls -a", ["ls -l"]) == pytest.approx(
        (4 * 3 * 2 / (5 * 4 * 3 * 2)) ** 0.25
    )
    assert character_bleu("ls", ["wc", "ls"]) == pytest.approx(1)
    assert character_bleu("", ["ls"]) == 0
    assert character_bleu("ls-a", ["ls -a"]) < 1  # blanks count


def test_the_bleu_of_a_corpus_is_sacrebleus():
    import sacrebleu

    predictions = ["lists the files here", "counts lines of x", "removes it"]
    golds = [["lists all files here", "show files"], ["counts the lines of x"], ["prints it"]]
    references = [[some[i] if i < len(some) else None for some in golds] for i in (0, 1)]
    expected = sacrebleu.corpus_bleu(predictions, references, lowercase=True).score / 100
    figure = corpus_bleu(predictions, golds)
    assert figure.interval.value == pytest.approx(expected)
    assert figure.items == 3


def test_rouge_l_is_worked_out_by_hand():
    # Longest common subsequence "list file" (stems): 2 of 3 and 2 of 2 words.
    assert rouge_l("lists big files", ["list files"]) == pytest.approx(2 * 2 / (3 + 2))
    assert rouge_l("x", ["list files", "x"]) == pytest.approx(1)
