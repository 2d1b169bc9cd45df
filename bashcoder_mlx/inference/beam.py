"""Beam search: the most likely continuations, without chance."""

from collections.abc import Sequence

import numpy as np

from bashcoder_mlx.inference.decode import Decoder, Generation, Hypothesis, decoding, room


def beam_search(
    model, tokenizer, prompt_ids: Sequence[int], count: int = 4, max_tokens: int = 128
) -> list[Generation]:
    """The `count` most likely continuations that a beam of that width finds.

    The search ends when `count` hypotheses have finished and no live one, judged at its present
    length, scores above the worst of these; or at `max_tokens` or the context's length.

    Args:
        model: as built by `bashcoder_mlx.models.build`.
        tokenizer: its `Tokenizer`.
        prompt_ids: at least one token, and fewer than the context holds.
        count: width of the beam.
        max_tokens: limit on new tokens, the end included.

    Returns:
        At most `count`, best score first; unfinished ones only where too few have finished.

    Raises:
        InputError: as `decode.room`.
        BashcoderError: the model computes NaN.
    """
    limit = room(model, prompt_ids, count, max_tokens)
    finished: list[Hypothesis] = []
    with decoding():
        decoder = Decoder(model, prompt_ids, tokenizer.vocab_size)
        live = _extend([Hypothesis()], finished, decoder, tokenizer.eos_id, count)
        for _ in range(limit - 1):
            if not live or _is_decided(live, finished, count):
                break
            decoder.advance(live)
            live = _extend(live, finished, decoder, tokenizer.eos_id, count)
    finished.sort(key=lambda hypothesis: -hypothesis.score)
    return [hypothesis.finish(tokenizer) for hypothesis in (*finished, *live)[:count]]


def _extend(live, finished, decoder: Decoder, eos_id: int, count: int) -> list[Hypothesis]:
    """The best `count` hypotheses one token longer; those that end are added to `finished`."""
    predicted = decoder.log_probabilities  # (B, V)
    totals = np.array([[hypothesis.total] for hypothesis in live]) + predicted
    extended = []
    # Twice as many as wanted: all the best may end here, and then as many must go on.
    for rank, flat in enumerate(_largest(totals.ravel(), 2 * count)):
        row, token = divmod(int(flat), totals.shape[1])
        longer = live[row].extended(token, float(predicted[row, token]), row)
        if token != eos_id:
            extended.append(longer)
        elif rank < count:  # an ending less likely than `count` continuations is no candidate
            finished.append(longer)
    return extended[:count]


def _largest(values: np.ndarray, count: int) -> np.ndarray:
    """Indices of the largest values, in descending order; equal values by index."""
    count = min(count, values.size)
    chosen = np.sort(np.argpartition(values, values.size - count)[values.size - count :])
    return chosen[np.argsort(-values[chosen], kind="stable")]


def _is_decided(live: list[Hypothesis], finished: list[Hypothesis], count: int) -> bool:
    if len(finished) < count:
        return False
    worst = sorted(hypothesis.score for hypothesis in finished)[-count]
    return max(hypothesis.score for hypothesis in live) <= worst
