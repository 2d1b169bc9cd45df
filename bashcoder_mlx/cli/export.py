"""`bashcoder export`: a model directory in another precision, without what only training needs."""

from pathlib import Path

import click

from bashcoder_mlx.terminal import note, write_answer


@click.command()
@click.argument("checkpoint")
@click.argument("output", type=click.Path(path_type=Path))
@click.option(
    "--dtype",
    type=click.Choice(["float32", "bfloat16", "float16"]),
    default="float16",
    show_default=True,
)
def command(checkpoint: str, output: Path, dtype: str) -> None:
    """Write CHECKPOINT as the model directory OUTPUT, in half precision by default."""
    from mlx.utils import tree_flatten

    from bashcoder_mlx.checkpoints import find_checkpoint
    from bashcoder_mlx.model_directory import (
        DTYPES,
        load_model_directory,
        write_model_directory,
    )

    loaded = load_model_directory(find_checkpoint(checkpoint, note))
    weights = dict(tree_flatten(loaded.model.parameters()))
    write_model_directory(output, loaded.config, weights, loaded.tokenizer, DTYPES[dtype])
    write_answer(str(output))
