"""How near one text is to others: BLEU by sacrebleu, ROUGE-L by rouge-score."""

import logging
from collections.abc import Sequence
from functools import cache

import numpy as np
from sacrebleu.metrics import BLEU

from bashcoder_mlx.evaluation.figures import Figure

_ORDER = 4  # of n-grams


def character_bleu(prediction: str, golds: Sequence[str]) -> float:
    """BLEU-4 over characters, blanks included, of one command against all golds; from 0 to 1."""
    spelled = [_spelled(gold) for gold in golds]
    return _characters().sentence_score(_spelled(prediction), spelled).score / 100


def _spelled(text: str) -> str:
    return " ".join(text.replace(" ", "\u2581"))


@cache
def _characters() -> BLEU:
    # sacrebleu asks to be told where a text seems to be tokenised already, as characters are.
    logging.getLogger("sacrebleu").setLevel(logging.ERROR)
    return BLEU(tokenize="none", effective_order=True)


def corpus_bleu(predictions: Sequence[str], golds: Sequence[Sequence[str]]) -> Figure:
    """BLEU-4 of a whole corpus (Papineni et al. 2002), sacrebleu's 13a words in lower case."""
    scores = [
        _words().sentence_score(prediction, list(some))
        for prediction, some in zip(predictions, golds, strict=True)
    ]
    rows = [[*score.counts, *score.totals, score.sys_len, score.ref_len] for score in scores]
    return Figure(np.array(rows, float), _bleu)


@cache
def _words() -> BLEU:
    return BLEU(lowercase=True, effective_order=True)


def _bleu(sums: np.ndarray) -> np.ndarray:
    flat = sums.reshape(-1, sums.shape[-1]).astype(int)
    values = [
        BLEU.compute_bleu(
            *(row[:_ORDER].tolist(), row[_ORDER : 2 * _ORDER].tolist()),
            *map(int, row[-2:]),
            smooth_method="exp",
        ).score
        for row in flat
    ]
    return np.array(values).reshape(sums.shape[:-1]) / 100


def rouge_l(prediction: str, golds: Sequence[str]) -> float:
    """The F-measure of ROUGE-L (Lin 2004) against the nearest gold, stems compared; 0 to 1."""
    return _rouge().score_multi(list(golds), prediction)["rougeL"].fmeasure


@cache
def _rouge():
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(["rougeL"], use_stemmer=True)
