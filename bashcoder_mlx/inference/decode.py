"""Decoding for small models, where the host's time per token is the cost.

- one prefill, its KV cache shared by all candidates
- candidates advance together, one forward pass for a token of each
- on a CPU, the model rearranged for that (fused.py)
- one BLAS thread: the products of a single token are too small for two, which on a busy machine
  wait for each other

`beam.py` and `sampling.py` hold the two ways to choose.
"""

import contextlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import mlx.core as mx

from bashcoder_mlx import runtime
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.inference.fused import FusedSteps, arranged, fits
from bashcoder_mlx.models.kernels import logsumexp

PREFILL_CHUNK = 512  # bounds the attention matrix of a long prompt
# Scores are log-probabilities divided by length**LENGTH_POWER: 0 prefers short texts, 1 long ones.
LENGTH_POWER = 0.7
_GROUPS = 64  # of the vocabulary, in the search for its likeliest tokens


def score(log_probability: float, length: int) -> float:
    """A log-probability, normalised by the number of tokens, by which hypotheses are ranked."""
    return log_probability / max(length, 1) ** LENGTH_POWER


@dataclass(frozen=True)
class Generation:
    """One continuation of a prompt.

    token_ids: the new tokens, without the end-of-text token.
    text: their text.
    log_probability: natural logarithm of the probability of all of them, the end included.
    ended: whether the model ended it, rather than a limit on its length.
    """

    token_ids: tuple[int, ...]
    text: str
    log_probability: float
    ended: bool

    @property
    def score(self) -> float:
        """The length-normalised log-probability."""
        return score(self.log_probability, len(self.token_ids) + self.ended)


@dataclass(frozen=True)
class Hypothesis:
    """A continuation in the making.

    ids: its tokens, the end-of-text token included once it has ended.
    total: their summed log-probability.
    row: the row of the decoder that it continues.
    """

    ids: tuple[int, ...] = ()
    total: float = 0.0
    row: int = 0

    @property
    def score(self) -> float:
        """The length-normalised log-probability so far."""
        return score(self.total, len(self.ids))

    def extended(self, token: int, log_probability: float, row: int) -> "Hypothesis":
        """This hypothesis and one token more, now in `row`."""
        return Hypothesis((*self.ids, token), self.total + log_probability, row)

    def finish(self, tokenizer) -> Generation:
        """The generation that it has become."""
        ended = bool(self.ids) and self.ids[-1] == tokenizer.eos_id
        ids = self.ids[:-1] if ended else self.ids
        return Generation(ids, tokenizer.decode(ids), self.total, ended)


class _Steps:
    """The steps after a prefill, by the model as it is."""

    def __init__(self, model, cache: list):
        self._model, self._cache = model, cache

    def step(self, tokens: mx.array) -> mx.array:
        """Logits (B, V) of what follows `tokens` (B,)."""
        hidden = self._model.hidden_states(tokens[:, None], self._cache)
        return hidden[:, -1] @ self._model.output_weight.T

    def select(self, rows: mx.array) -> None:
        """Keeps the given batch rows, repeats allowed."""
        for layer in self._cache:
            layer.select(rows)


class Decoder:
    """A model with its KV cache, and the `logits` of what comes next, (B, V) in float32."""

    def __init__(self, model, prompts: Sequence[Sequence[int]], vocab_size: int):
        """Reads the prompts: B is their number.

        Args:
            prompts: token ids, as many of each.
            vocab_size: V, the tokenizer's; rows of the embedding beyond it are padding.
        """
        self.vocab_size, self.rows = vocab_size, len(prompts)
        cache, tokens = model.make_cache(), mx.array(prompts)
        for start in range(0, tokens.shape[1], PREFILL_CHUNK):
            hidden = model.hidden_states(tokens[:, start : start + PREFILL_CHUNK], cache)
            mx.eval(hidden)
        self._steps = FusedSteps(arranged(model), cache) if fits(model) else _Steps(model, cache)
        self.logits = self._float32(hidden[:, -1] @ model.output_weight.T)

    def advance(self, hypotheses: Sequence[Hypothesis]) -> None:
        """Feeds the last token of each hypothesis after the row it names; B is their number."""
        rows = [hypothesis.row for hypothesis in hypotheses]
        if rows != list(range(self.rows)):
            self._steps.select(mx.array(rows))
            self.rows = len(rows)
        tokens = mx.array([hypothesis.ids[-1] for hypothesis in hypotheses])
        self.logits = self._float32(self._steps.step(tokens))

    def _float32(self, logits: mx.array) -> mx.array:
        return logits[:, : self.vocab_size].astype(mx.float32)

    def likeliest(self, count: int) -> list[list[tuple[int, float]]]:
        """The `count` likeliest next tokens of each row with their log-probabilities, unordered.

        Raises:
            BashcoderError: the model computes NaN.
        """
        tokens = _largest(self.logits, min(count, self.vocab_size))
        logits = mx.take_along_axis(self.logits, tokens, axis=-1)
        predicted = (logits - logsumexp(self.logits)).tolist()
        _check(sum(map(sum, predicted)))
        rows = zip(tokens.tolist(), predicted, strict=True)
        return [list(zip(*row, strict=True)) for row in rows]

    def greedy(self, eos_id: int, limit: int) -> Hypothesis:
        """The likeliest token each time, of one prompt, to the end or `limit` tokens.

        Raises:
            BashcoderError: the model computes NaN.
        """
        ids, predicted, token = [], [self.logits], self.logits.argmax(axis=-1)
        while len(ids) < limit:
            # Begun before the token is looked at, so that the machine does not wait for us.
            logits = self._float32(self._steps.step(token))
            following = logits.argmax(axis=-1)
            mx.async_eval(following)
            ids.append(token.item())
            if ids[-1] == eos_id:
                break
            predicted.append(logits)
            token = following
        rows = mx.concatenate(predicted[: len(ids)])
        chosen = mx.take_along_axis(rows, mx.array(ids)[:, None], axis=-1)
        total = (chosen - logsumexp(rows)).sum().item()
        _check(total)
        return Hypothesis(tuple(ids), total)


def _check(total: float) -> None:
    if math.isnan(total):
        raise BashcoderError("the model computes NaN: its weights are damaged or diverged")


def _largest(rows: mx.array, count: int) -> mx.array:
    """Indices of the `count` largest of each row, (B, V) to (B, count).

    They lie in the groups with the largest maxima; looking there alone takes a quarter of the time.
    """
    if count >= _GROUPS:
        return mx.argpartition(rows, -count, axis=-1)[:, -count:]
    padded = mx.pad(rows, [(0, 0), (0, -rows.shape[1] % _GROUPS)], constant_values=-math.inf)
    grouped = padded.reshape(len(rows), -1, _GROUPS)  # each column is a group
    groups = mx.argpartition(grouped.max(axis=1), -count, axis=-1)[:, -count:]
    candidates = mx.take_along_axis(grouped, groups[:, None], axis=2).reshape(len(rows), -1)
    places = mx.argpartition(candidates, -count, axis=-1)[:, -count:]
    return places // count * _GROUPS + mx.take_along_axis(groups, places % count, axis=-1)


@contextlib.contextmanager
def decoding() -> Iterator[None]:
    """One BLAS thread inside, all of them again after it, for training in the same process."""
    runtime.set_blas_threads(1)
    try:
        yield
    finally:
        runtime.set_blas_threads(None)


def room(model, prompt_ids: Sequence[int], count: int, max_tokens: int) -> int:
    """How many tokens may follow the prompt: `max_tokens`, or what is left of the context.

    Raises:
        InputError: the prompt is empty, as long as the context, or has a token outside the
            vocabulary; or `count` or `max_tokens` is not positive.
    """
    vocab_size, context = model.config.vocab_size, model.context_length
    if count < 1 or max_tokens < 1:
        raise InputError("the number of candidates and of tokens must be at least 1")
    if not prompt_ids:
        raise InputError("the prompt is empty")
    if min(prompt_ids) < 0 or max(prompt_ids) >= vocab_size:
        raise InputError(
            f"a token of the prompt is not among the model's {vocab_size}: "
            "the tokenizer belongs to another model"
        )
    if len(prompt_ids) >= context:
        raise InputError(
            f"the prompt has {len(prompt_ids)} tokens, but the model's context only {context}, "
            "the answer included: shorten the prompt"
        )
    return min(max_tokens, context - len(prompt_ids))


def keep_last(
    prompt_ids: Sequence[int], context: int, max_tokens: int, keep_first: int = 0
) -> list[int]:
    """The end of a prompt that leaves room for an answer: `max_tokens`, or half of the context.

    Args:
        keep_first: number of tokens at the start that stay in any case.
    """
    prompt_ids = list(prompt_ids)
    excess = len(prompt_ids) - (context - min(max_tokens, context // 2))
    return (
        prompt_ids if excess <= 0 else prompt_ids[:keep_first] + prompt_ids[keep_first + excess :]
    )
