"""llm-from-scratch's checkpoints, `.pt` and `.npz`, as model directories; without PyTorch."""

from pathlib import Path

from bashcoder_mlx.conversion.llm_from_scratch import read_source, to_gpt_bigcode
from bashcoder_mlx.conversion.vocabulary import find_tokenizer, read_tokenizer
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.model_directory import write_model_directory


def convert(
    checkpoint: str | Path,
    out: str | Path,
    tokenizer: str | Path | None = None,
    num_heads: int | None = None,
) -> Path:
    """Writes an llm-from-scratch checkpoint as a model directory, in float32, with equal logits.

    Args:
        checkpoint: a PyTorch `.pt` or an MLX `.npz`.
        out: the directory to make; must not exist.
        tokenizer: the folder with its vocab.json (and merges.json); by default the one beside the
            checkpoint, named tokenizer_trained, tokenizer_model or tokenizer.
        num_heads: attention heads, for a checkpoint that does not say; a `.npz` never does.

    Returns:
        The directory made.

    Raises:
        InputError: a path is absent or taken, the file is damaged, unsafe or of another kind, or
            its tensors, tokenizer and number of heads do not fit together.
        BashcoderError: the directory cannot be written.
    """
    checkpoint, out = Path(checkpoint).expanduser(), Path(out).expanduser()
    if out.exists():
        raise InputError(f"{out} exists already: choose another folder, or remove it first")
    source = read_source(checkpoint)
    folder = Path(tokenizer).expanduser() if tokenizer else find_tokenizer(checkpoint)
    tokens = read_tokenizer(folder)
    config, weights = to_gpt_bigcode(source, num_heads)
    if tokens.vocab_size != config["vocab_size"]:
        raise InputError(
            f"the tokenizer in {folder} has {tokens.vocab_size} tokens but {checkpoint} has "
            f"{config['vocab_size']}: give the folder it was trained with as --tokenizer DIR"
        )
    return write_model_directory(out, config, weights, tokens)
