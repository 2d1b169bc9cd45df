"""Decoding: beam search, sampling, the KV cache they share, and the limits they keep."""

import itertools

import mlx.core as mx
import numpy as np
import pytest
from tiny_models import gpt_bigcode, llama, random_model

from bashcoder_mlx import runtime
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.inference import decode
from bashcoder_mlx.inference.beam import beam_search, beam_searches
from bashcoder_mlx.inference.decode import keep_last, score
from bashcoder_mlx.inference.sampling import sample

EOS = 2


class Numbers:
    """A tokenizer whose tokens are numbers."""

    def __init__(self, vocab_size: int):
        self.vocab_size, self.eos_id = vocab_size, EOS

    def decode(self, ids) -> str:
        return " ".join(map(str, ids))


class Chain:
    """A model whose next token depends on the last one only, by a table of logits (V, V)."""

    def __init__(self, table, context_length: int = 32):
        self.output_weight = mx.array(np.asarray(table, np.float32).T)
        self.context_length = context_length
        self.config = self
        self.vocab_size = len(table)

    def make_cache(self):
        return [self]

    def select(self, rows):
        pass

    def hidden_states(self, tokens, cache):
        return mx.eye(self.vocab_size)[tokens]  # (B, T, V)


def chain(seed: int = 0, size: int = 5, **options) -> Chain:
    return Chain(np.random.default_rng(seed).normal(0, 2, (size, size)), **options)


def log_probabilities(model, prompt: list[int], ids: list[int]) -> np.ndarray:
    """Of each of `ids` after `prompt`, by one pass over all of them, without a cache."""
    logits = model(mx.array([[*prompt, *ids]]))[0, len(prompt) - 1 : -1]
    logits = logits - mx.logsumexp(logits, axis=-1, keepdims=True)
    return np.array(logits)[np.arange(len(ids)), ids]


@pytest.mark.parametrize("config", [llama(40), gpt_bigcode(40)], ids=["llama", "gpt_bigcode"])
@pytest.mark.parametrize("search", [beam_search, sample])
def test_candidates_have_the_probability_a_pass_without_cache_gives(config, search):
    model = random_model(config)
    found = search(model, Numbers(40), [1, 5, 9], 5, max_tokens=12)
    assert len({g.token_ids for g in found}) > 1
    for generation in found:
        ids = [*generation.token_ids, EOS] if generation.ended else list(generation.token_ids)
        expected = log_probabilities(model, [1, 5, 9], ids).sum()
        assert generation.log_probability == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("seed", range(8))
def test_a_wide_beam_finds_the_best_of_all_sequences(seed):
    model, limit = chain(seed, size=4), 4
    table = np.array(model.output_weight.T)
    table -= np.log(np.exp(table).sum(-1, keepdims=True))
    best = -np.inf
    for length in range(limit):
        for body in itertools.product([0, 1, 3], repeat=length):
            ids = (1, *body, EOS)
            total = sum(table[a, b] for a, b in itertools.pairwise(ids))
            best = max(best, score(total, length + 1))
    found = beam_search(model, Numbers(4), [1], 60, max_tokens=limit)
    assert found[0].ended
    assert found[0].score == pytest.approx(best, abs=1e-5)


def test_a_beam_comes_in_order_without_duplicates():
    found = beam_search(chain(3), Numbers(5), [1], 4, max_tokens=10)
    ended = [g for g in found if g.ended]
    assert [g.score for g in ended] == sorted((g.score for g in ended), reverse=True)
    assert len({(g.token_ids, g.ended) for g in found}) == len(found) == 4


@pytest.mark.parametrize("config", [llama(40), gpt_bigcode(40)], ids=["llama", "gpt_bigcode"])
def test_prompts_decoded_together_give_what_each_gives_alone(config):
    model = random_model(config)
    prompts = [[1, 5, 9], [3, 3, 7], [11, 4, 30], [2, 8, 8]]
    alone = [beam_search(model, Numbers(40), prompt, 3, 12) for prompt in prompts]
    together = beam_searches(model, Numbers(40), prompts, 3, 12)
    assert len({g.token_ids for found in alone for g in found}) > 4
    for one, other in zip(alone, together, strict=True):
        assert [g.token_ids for g in one] == [g.token_ids for g in other]
        assert [g.score for g in one] == pytest.approx([g.score for g in other], abs=1e-4)


def test_a_beam_stops_once_nothing_live_can_win(monkeypatch):
    certain = np.full((4, 4), -20.0)
    certain[:, EOS] = 20
    steps = []
    monkeypatch.setattr(decode.Decoder, "advance", lambda self, live: steps.append(live))
    found = beam_search(Chain(certain), Numbers(4), [1], 1, max_tokens=30)
    assert (found[0].token_ids, found[0].ended, steps) == ((), True, [])


def test_temperature_zero_takes_the_most_likely_token():
    model = random_model(llama(40))
    (found,) = sample(model, Numbers(40), [1, 5], max_tokens=8, temperature=0)
    ids = [1, 5]
    for token in found.token_ids:
        assert token == int(model(mx.array([ids]))[0, -1].argmax())
        ids.append(token)


def test_a_tiny_nucleus_holds_one_token():
    greedy = sample(chain(), Numbers(5), [1], max_tokens=9, temperature=0)
    drawn = sample(chain(), Numbers(5), [1], max_tokens=9, top_p=1e-9, seed=4)
    assert [found.token_ids for found in drawn] == [found.token_ids for found in greedy]
    expected = greedy[0].log_probability
    assert drawn[0].log_probability == pytest.approx(expected, rel=1e-5)


def test_sampling_follows_the_probabilities():
    table = np.tile(np.log([0.1, 0.2, 0.3, 0.4]), (4, 1))
    found = sample(Chain(table), Numbers(4), [1], 2000, max_tokens=1, temperature=1.0)
    drawn = [g.token_ids[0] if g.token_ids else EOS for g in found]
    shares = np.bincount(drawn, minlength=4) / 2000
    assert np.abs(shares - [0.1, 0.2, 0.3, 0.4]).max() < 0.04


def test_the_nucleus_leaves_out_what_lies_beyond_it():
    table = np.tile(np.log([0.1, 0.2, 0.3, 0.4]), (4, 1))
    found = sample(Chain(table), Numbers(4), [1], 300, max_tokens=1, temperature=1.0, top_p=0.6)
    assert {g.token_ids for g in found} == {(), (3,)}  # () is the end, token 2


def test_a_sample_depends_on_its_seed_and_number_only():
    draw = {(n, s): sample(chain(), Numbers(5), [1], n, 12, seed=s) for n in (1, 4) for s in (0, 1)}
    assert draw[4, 0][0] == draw[1, 0][0]
    assert draw[4, 0] == sample(chain(), Numbers(5), [1], 4, 12, seed=0)
    assert draw[4, 0] != draw[4, 1]


@pytest.mark.parametrize("chunk", [1, 3, 4])
def test_a_prompt_read_in_chunks_predicts_the_same(monkeypatch, chunk):
    model, prompt = random_model(llama(40)), [1, 5, 9, 3, 7, 11, 4]
    whole = beam_search(model, Numbers(40), prompt, 3, 6)
    monkeypatch.setattr(decode, "PREFILL_CHUNK", chunk)
    chunked = beam_search(model, Numbers(40), prompt, 3, 6)
    assert [g.token_ids for g in chunked] == [g.token_ids for g in whole]
    assert chunked[0].log_probability == pytest.approx(whole[0].log_probability, abs=1e-4)


@pytest.mark.parametrize("search", [beam_search, sample])
def test_generation_stops_at_the_length_of_the_context(search):
    never = np.zeros((5, 5))
    never[:, EOS] = -50
    for length in (1, 6, 7):
        (found,) = search(Chain(never, context_length=8), Numbers(5), [1] * length, 1, 100)
        assert (len(found.token_ids), found.ended) == (8 - length, False)


@pytest.mark.parametrize("length", [8, 9])
def test_a_prompt_as_long_as_the_context_is_refused_with_both_lengths(length):
    with pytest.raises(InputError, match=rf"{length} tokens.* only 8"):
        beam_search(chain(context_length=8), Numbers(5), [1] * length)


@pytest.mark.parametrize("prompt", [[], [1, 5], [-1]])
def test_a_prompt_outside_the_vocabulary_is_refused(prompt):
    with pytest.raises(InputError, match="empty|vocabulary|not among"):
        sample(chain(size=5), Numbers(5), prompt)


@pytest.mark.parametrize(
    "options",
    [
        {"count": 0},
        {"max_tokens": 0},
        {"temperature": -1},
        {"temperature": float("nan")},
        {"top_p": 0},
        {"top_p": 1.1},
        {"seed": -1},
    ],
)
def test_options_out_of_range_are_refused(options):
    with pytest.raises(InputError):
        sample(chain(), Numbers(5), [1], **options)


def test_rows_that_pad_the_embedding_are_never_chosen():
    table = np.zeros((8, 8))
    table[:, 6:] = 30  # the model would choose them, but the tokenizer has six tokens
    found = beam_search(Chain(table), Numbers(6), [1], 3, 5)
    assert max(t for g in found for t in g.token_ids) < 6


def test_a_model_that_computes_nan_is_reported():
    with pytest.raises(BashcoderError, match="NaN"):
        sample(Chain(np.full((5, 5), np.nan)), Numbers(5), [1])


def test_blas_threads_are_given_back_also_after_an_error(monkeypatch):
    counts = []
    monkeypatch.setattr(runtime, "set_blas_threads", counts.append)
    with pytest.raises(BashcoderError):
        sample(Chain(np.full((5, 5), np.nan)), Numbers(5), [1])
    assert counts == [1, None]


@pytest.mark.parametrize(
    ("length", "max_tokens", "kept"), [(7, 3, 7), (8, 3, 7), (20, 3, 7), (5, 99, 5), (6, 99, 5)]
)
def test_the_end_of_a_long_prompt_is_kept(length, max_tokens, kept):
    prompt = list(range(length))
    found = keep_last(prompt, 10, max_tokens, keep_first=1)
    assert found == [0, *prompt[length - kept + 1 :]]
