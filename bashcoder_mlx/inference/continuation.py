"""Random continuations: of a document, or of a question in the prompt format."""

import warnings

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.inference.answer import formatted
from bashcoder_mlx.inference.decode import Generation, keep_last
from bashcoder_mlx.inference.sampling import sample
from bashcoder_mlx.model_directory import Loaded


def continue_text(text: str, loaded: Loaded, max_tokens: int = 128, **options) -> list[Generation]:
    """What may follow `text` at the start of a document.

    Of a text too long for the context the end is read, with a warning.

    Args:
        text: may be empty.
        loaded: the model.
        max_tokens: limit on the new tokens; half of the context at most where the text is long.
        options: count, temperature, top_p and seed, as for `sampling.sample`.

    Raises:
        InputError: an option is out of range.
        BashcoderError: nothing but blank space was generated.
    """
    ids = [loaded.tokenizer.bos_id, *loaded.tokenizer.encode(text)]
    kept = keep_last(ids, loaded.model.context_length, max_tokens, keep_first=1)
    if len(kept) < len(ids):
        warnings.warn(
            f"the text has {len(ids)} tokens, too many for the model's context of "
            f"{loaded.model.context_length}: only the last {len(kept) - 1} are read",
            stacklevel=2,
        )
    return _sampled(loaded, kept, max_tokens, options)


def continue_prompt(
    prompt: str, loaded: Loaded, task: str, system: str, max_tokens: int = 128, **options
) -> list[Generation]:
    """Random answers to a prompt, in the prompt format; options and errors as `continue_text`.

    Raises:
        InputError: also for a prompt as long as the model's context.
    """
    ids = loaded.tokenizer.encode(formatted(prompt, task, system))
    return _sampled(loaded, ids, max_tokens, options)


def _sampled(loaded: Loaded, ids: list[int], max_tokens: int, options: dict) -> list[Generation]:
    found = sample(loaded.model, loaded.tokenizer, ids, max_tokens=max_tokens, **options)
    if not any(generation.text.strip() for generation in found):
        raise BashcoderError("the model generated nothing: try another seed or a longer prompt")
    return found
