"""`bashcoder explain`: a shell command to English."""

import shlex

import click

from bashcoder_mlx import inference
from bashcoder_mlx.cli import options
from bashcoder_mlx.cli.ask import as_document
from bashcoder_mlx.terminal import note, write_answer, write_json


@click.command(context_settings=options.WORDS)
@click.argument("words", metavar="[COMMAND...|-]", nargs=-1)
@options.system
@options.model
@options.max_tokens(None)
@options.json
def command(words, system, model, max_tokens, as_json) -> None:
    """A shell command to English, on stdout.

    Quote what the shell would act on (pipes, redirections, globs), or give `-` and pipe it in:

        bashcoder explain 'du -sh * | sort -h'
    """
    # Several words have been through the shell once: quote them again.
    typed = words[0] if len(words) == 1 else shlex.join(words)
    answer = inference.explain(
        options.text_or_stdin(typed, "command"),
        inference.load(model, note) if model else None,
        system=system,
        max_tokens=max_tokens,
    )
    if as_json:
        write_json(as_document(answer))
    else:
        write_answer(answer.text)
    if not answer.candidates[0].ended:
        note("warning: the answer is cut off; raise --max-tokens")
