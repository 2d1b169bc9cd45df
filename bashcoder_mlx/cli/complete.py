"""`bashcoder complete`: the rest of a partial script."""

import click

from bashcoder_mlx import inference
from bashcoder_mlx.cli import options
from bashcoder_mlx.inference.continuation import continue_text
from bashcoder_mlx.terminal import note, write_answer, write_json


@click.command()
@click.argument("prefix", metavar="[PREFIX|-]", default="-")
@options.model
@options.max_tokens(128)
@options.sampling(temperature=0.0)
@options.json
def command(prefix, model, max_tokens, temperature, top_p, seed, as_json) -> None:
    """Finish a partial script: PREFIX and what follows it, on stdout.

    The model reads PREFIX as the beginning of a document. Of a long one it reads the end, and says
    so. Give `-` to read it from standard input.
    """
    prefix = options.text_or_stdin(prefix, "prefix")
    loaded = inference.load(model, note if model else lambda line: None)
    (found,) = continue_text(
        prefix, loaded, max_tokens, temperature=temperature, top_p=top_p, seed=seed
    )
    if as_json:
        write_json({"prefix": prefix, "completion": found.text, "ended": found.ended})
    else:
        write_answer(prefix + found.text)
