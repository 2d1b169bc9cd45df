"""Decoding for small models, where the host's time per token is the cost.

- one prefill, its KV cache shared by all candidates
- candidates advance together, one forward pass for a token of each
- on a CPU, the model rearranged for that (fused.py)
- the choice of tokens in numpy: a few thousand numbers are cheaper to sort there than to compile
- one BLAS thread, but for a long prefill: the products of a single token are too small for two

`beam.py` and `sampling.py` hold the two ways to choose.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import mlx.core as mx
import numpy as np

from bashcoder_mlx import runtime
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.inference.fused import FusedSteps, arranged, fits

PREFILL_CHUNK = 512  # bounds the attention matrix of a long prompt
_SHARED_TOKENS = 64  # from so many together on, the products of a prefill are worth two threads
# Scores are log-probabilities divided by length**LENGTH_POWER: 0 prefers short texts, 1 long ones.
LENGTH_POWER = 0.7


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
    """A model with its KV cache, and the log-probabilities of what comes next, (B, V) in numpy."""

    def __init__(self, model, prompts: Sequence[Sequence[int]], vocab_size: int):
        """Reads the prompts: B is their number.

        Args:
            prompts: token ids, as many of each.
            vocab_size: V, the tokenizer's; rows of the embedding beyond it are padding.
        """
        self.vocab_size, self.rows = vocab_size, len(prompts)
        cache, tokens = model.make_cache(), mx.array(prompts)
        runtime.set_blas_threads(1 if tokens.size < _SHARED_TOKENS else None)
        for start in range(0, tokens.shape[1], PREFILL_CHUNK):
            hidden = model.hidden_states(tokens[:, start : start + PREFILL_CHUNK], cache)
            mx.eval(hidden)
        self._steps = FusedSteps(arranged(model), cache) if fits(model) else _Steps(model, cache)
        self.log_probabilities = self._predict(hidden[:, -1] @ model.output_weight.T)
        runtime.set_blas_threads(1)

    def advance(self, hypotheses: Sequence[Hypothesis]) -> None:
        """Feeds the last token of each hypothesis after the row it names; B is their number.

        Raises:
            BashcoderError: the model computes NaN.
        """
        rows = [hypothesis.row for hypothesis in hypotheses]
        if rows != list(range(self.rows)):
            self._steps.select(mx.array(rows))
            self.rows = len(rows)
        tokens = mx.array([hypothesis.ids[-1] for hypothesis in hypotheses])
        self.log_probabilities = self._predict(self._steps.step(tokens))

    def greedy(self, eos_id: int, limit: int) -> Hypothesis:
        """The likeliest token each time, of one prompt, to the end or `limit` tokens.

        Raises:
            BashcoderError: the model computes NaN.
        """
        predicted, ids = [], []
        token = mx.array(self.log_probabilities.argmax(axis=-1))
        while len(ids) < limit:
            # Begun before the token is looked at, so that the machine does not wait for us.
            logits = self._steps.step(token)[:, : self.vocab_size]
            following = logits.argmax(axis=-1)
            mx.async_eval(following)
            ids.append(token.item())
            if ids[-1] == eos_id:
                break
            predicted.append(logits)
            token = following
        later = [_log_softmax(np.array(logits.astype(mx.float32))) for logits in predicted]
        steps = zip((self.log_probabilities, *later), ids, strict=False)
        return Hypothesis(tuple(ids), sum(float(row[0, token]) for row, token in steps))

    def _predict(self, logits: mx.array) -> np.ndarray:
        return _log_softmax(np.array(logits[:, : self.vocab_size].astype(mx.float32)))


def _log_softmax(logits: np.ndarray) -> np.ndarray:
    """Log-probabilities of logits (B, V), which are overwritten."""
    logits -= logits.max(axis=-1, keepdims=True)
    logits -= np.log(np.exp(logits).sum(axis=-1, keepdims=True))
    if np.isnan(logits).any():
        raise BashcoderError("the model computes NaN: its weights are damaged or diverged")
    return logits


@contextlib.contextmanager
def decoding() -> Iterator[None]:
    """Around a `Decoder`, which sets the BLAS's threads: all of them again after it."""
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
