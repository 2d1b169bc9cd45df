"""Sampling: continuations drawn at random, by temperature and nucleus, from a seed."""

from collections.abc import Sequence

import numpy as np

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.inference.decode import Decoder, Generation, Hypothesis, decoding, room

_COLDEST = 1e-6  # below it only the likeliest token is ever drawn


def sample(
    model,
    tokenizer,
    prompt_ids: Sequence[int],
    count: int = 1,
    max_tokens: int = 128,
    temperature: float = 0.8,
    top_p: float = 1.0,
    seed: int = 0,
) -> list[Generation]:
    """Random continuations, decoded together.

    Each has random numbers of its own: the k-th sample is the same for any `count` above k, but
    for rounding in larger products.

    Args:
        model, tokenizer, prompt_ids, max_tokens: as for `beam_search`.
        count: number of samples.
        temperature: divides the logits; 0 always takes the most likely token.
        top_p: draws from the fewest tokens that together have at least this probability.
        seed: of the random numbers.

    Raises:
        InputError: as `decode.room`; a temperature, top_p or seed out of range.
        BashcoderError: the model computes NaN.
    """
    if not (0 <= temperature < float("inf") and 0 < top_p <= 1 and seed >= 0):
        raise InputError("temperature and seed must be at least 0, and top-p in (0, 1]")
    limit = room(model, prompt_ids, count, max_tokens)
    with decoding():
        decoder = Decoder(model, [prompt_ids], tokenizer.vocab_size)
        if temperature < _COLDEST:
            return [decoder.greedy(tokenizer.eos_id, limit).finish(tokenizer)] * count
        streams = [np.random.default_rng([seed, number]) for number in range(count)]
        samples = [Hypothesis()] * count
        live = list(range(count))
        for _ in range(limit):
            # The prefill has one row, which all samples continue.
            rows = [position if samples[n].ids else 0 for position, n in enumerate(live)]
            predicted = _log_softmax(np.array(decoder.logits))
            tokens = _draw(predicted[rows], temperature, top_p, [streams[n] for n in live])
            for row, number, token in zip(rows, live, tokens, strict=True):
                step = token, float(predicted[row, token]), row
                samples[number] = samples[number].extended(*step)
            live = [n for n in live if samples[n].ids[-1] != tokenizer.eos_id]
            if not live or len(samples[live[0]].ids) == limit:
                break
            decoder.advance([samples[n] for n in live])
    return [hypothesis.finish(tokenizer) for hypothesis in samples]


def _log_softmax(logits: np.ndarray) -> np.ndarray:
    """Log-probabilities, (B, V)."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    shifted -= np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    if np.isnan(shifted).any():
        raise BashcoderError("the model computes NaN: its weights are damaged or diverged")
    return shifted


def _draw(log_probabilities: np.ndarray, temperature: float, top_p: float, streams) -> list[int]:
    """One token id for each row; log_probabilities is (B, V), `streams` the rows' generators."""
    scaled = (log_probabilities - log_probabilities.max(axis=-1, keepdims=True)) / temperature
    weights = np.exp(scaled)
    if top_p < 1:
        weights[weights < _least_kept(weights, top_p)] = 0
    cumulative = np.cumsum(weights, axis=-1, dtype=np.float64)
    return [
        int(np.searchsorted(row, stream.random() * row[-1], side="right"))
        for row, stream in zip(cumulative, streams, strict=True)
    ]


def _least_kept(weights: np.ndarray, top_p: float) -> np.ndarray:
    """The least weight in the nucleus of each row, (B, 1); it is the one that crosses top_p."""
    ordered = -np.sort(-weights, axis=-1)
    cumulative = np.cumsum(ordered, axis=-1, dtype=np.float64)
    last = (cumulative < top_p * cumulative[:, -1:]).sum(axis=-1, keepdims=True)
    return np.take_along_axis(ordered, np.minimum(last, weights.shape[-1] - 1), axis=-1)
