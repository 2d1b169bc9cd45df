"""Beam search: the most likely continuations, without chance."""

from collections.abc import Sequence

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
    return beam_searches(model, tokenizer, [prompt_ids], count, max_tokens)[0]


def beam_searches(
    model, tokenizer, prompts: Sequence[Sequence[int]], count: int = 4, max_tokens: int = 128
) -> list[list[Generation]]:
    """As `beam_search`, for several prompts of one length, decoded together."""
    limit = min(room(model, prompt_ids, count, max_tokens) for prompt_ids in prompts)
    beams = [_Beam(count, tokenizer.eos_id) for _ in prompts]
    with decoding():
        decoder = Decoder(model, prompts, tokenizer.vocab_size)
        predicted = decoder.likeliest(2 * count)
        for row, beam in enumerate(beams):
            beam.extend(predicted[row : row + 1], row)
        for _ in range(limit - 1):
            searching = [beam for beam in beams if not beam.is_decided]
            if not searching:
                break
            decoder.advance([hypothesis for beam in searching for hypothesis in beam.live])
            predicted, row = decoder.likeliest(2 * count), 0
            for beam in searching:
                rows = len(beam.live)
                beam.extend(predicted[row : row + rows], row)
                row += rows
    return [beam.generations(tokenizer) for beam in beams]


class _Beam:
    """The hypotheses of one prompt: `live` ones, and those that have ended."""

    def __init__(self, count: int, eos_id: int):
        self.live, self.finished = [Hypothesis()], []
        self._count, self._eos_id = count, eos_id

    def extend(self, predicted: Sequence[list[tuple[int, float]]], first_row: int) -> None:
        """Takes the best hypotheses one token longer.

        Args:
            predicted: for each live hypothesis, tokens that may follow, with log-probabilities;
                twice as many as the beam is wide, as all the best may end here, and then as many
                must go on.
            first_row: the decoder's row of the first of them.
        """
        longer = [
            (-hypothesis.total - log_probability, row, token, log_probability)
            for row, (hypothesis, tokens) in enumerate(zip(self.live, predicted, strict=True))
            for token, log_probability in tokens
        ]
        extended = []
        for rank, (_, row, token, log_probability) in enumerate(sorted(longer)[: 2 * self._count]):
            hypothesis = self.live[row].extended(token, log_probability, first_row + row)
            if token != self._eos_id:
                extended.append(hypothesis)
            elif rank < self._count:  # less likely than as many continuations: no candidate
                self.finished.append(hypothesis)
        self.live = extended[: self._count]

    @property
    def is_decided(self) -> bool:
        """Whether nothing live can become one of the best any more."""
        if not self.live or len(self.finished) < self._count:
            return not self.live
        worst = sorted(hypothesis.score for hypothesis in self.finished)[-self._count]
        return max(hypothesis.score for hypothesis in self.live) <= worst

    def generations(self, tokenizer) -> list[Generation]:
        """The best of those that have ended, then of the others."""
        ranked = sorted(self.finished, key=lambda hypothesis: -hypothesis.score)
        return [found.finish(tokenizer) for found in (*ranked, *self.live)[: self._count]]
