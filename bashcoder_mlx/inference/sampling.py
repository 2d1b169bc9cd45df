"""Sampling: continuations drawn at random, by temperature and nucleus, from a seed."""

from collections.abc import Sequence

import numpy as np

from bashcoder_mlx.errors import InputError
from bashcoder_mlx.inference.decode import Decoder, Generation, Hypothesis, decoding, room


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
    streams = [np.random.default_rng([seed, number]) for number in range(count)]
    samples = [Hypothesis()] * count
    live = list(range(count))
    with decoding():
        decoder = Decoder(model, [prompt_ids], tokenizer.vocab_size)
        for _ in range(limit):
            for position, number in enumerate(live):
                # The prefill has one row, which all samples continue.
                row = position if samples[number].ids else 0
                predicted = decoder.log_probabilities[row]  # (V,)
                token = _draw(predicted, temperature, top_p, streams[number])
                samples[number] = samples[number].extended(token, float(predicted[token]), row)
            live = [n for n in live if samples[n].ids[-1] != tokenizer.eos_id]
            if not live or len(samples[live[0]].ids) == limit:
                break
            decoder.advance([samples[n] for n in live])
    return [hypothesis.finish(tokenizer) for hypothesis in samples]


def _draw(log_probabilities: np.ndarray, temperature: float, top_p: float, stream) -> int:
    """One token id; log_probabilities is (V,)."""
    if temperature == 0:
        return int(log_probabilities.argmax())
    scaled = (log_probabilities.astype(np.float64) - log_probabilities.max()) / temperature
    order = np.argsort(-scaled, kind="stable")
    cumulative = np.cumsum(np.exp(scaled[order]))
    # The nucleus includes the token that crosses top_p.
    last = min(int(np.searchsorted(cumulative, top_p * cumulative[-1])), cumulative.size - 1)
    draw = stream.random() * cumulative[last]
    return int(order[np.searchsorted(cumulative, draw, side="right")])
