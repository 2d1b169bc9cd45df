"""`bashcoder convert`: llm-from-scratch checkpoints into model directories."""

from pathlib import Path

import click

from bashcoder_mlx.conversion import convert
from bashcoder_mlx.model_directory import read_config
from bashcoder_mlx.terminal import note, write_answer


@click.command()
@click.argument("checkpoint", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--tokenizer",
    type=click.Path(path_type=Path),
    help="Folder with vocab.json  [default: the one beside CHECKPOINT].",
)
@click.option("--num-heads", type=click.IntRange(min=1), help="Attention heads; .npz needs it.")
def command(checkpoint, out, tokenizer, num_heads) -> None:
    """Turn an llm-from-scratch checkpoint into the model directory OUT.

    CHECKPOINT is a PyTorch .pt, read without PyTorch and without running anything in it, or an MLX
    .npz. The result has equal logits, loads in mlx-lm, and can be trained further.
    """
    path = convert(checkpoint, out, tokenizer, num_heads)
    config = read_config(path)
    note(
        f"{config['n_layer']} layers, {config['n_embd']} wide, {config['n_head']} heads, "
        f"{config['vocab_size']} tokens, context {config['n_positions']}"
    )
    write_answer(str(path))
