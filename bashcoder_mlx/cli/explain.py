"""`bashcoder explain`: a shell command to English."""

import shlex
from dataclasses import asdict

import click

from bashcoder_mlx import inference
from bashcoder_mlx.cli import options
from bashcoder_mlx.cli.ask import as_document
from bashcoder_mlx.terminal import note, sanitise, write_answer, write_json

MAX_COLUMN = 24  # longer words push their own meaning to the right


@click.command(context_settings=options.WORDS)
@click.argument("words", metavar="[COMMAND...|-]", nargs=-1)
@options.system
@options.model
@options.max_tokens(None)
@options.json
def command(words, system, model, max_tokens, as_json) -> None:
    """A shell command to English, on stdout: a sentence, then what each word means.

    The sentence is the model's, the rest comes from the knowledge base of utilities and flags.
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
    parts = _parts(answer.prompt, answer.system)
    if as_json:
        write_json({**as_document(answer), "parts": [asdict(part) for part in parts]})
    else:
        write_answer("\n".join([answer.text, *_aligned(parts)]))
    if not answer.candidates[0].ended:
        note("warning: the answer is cut off; raise --max-tokens")


def _parts(text: str, system: str) -> list:
    # Loaded only once the model has answered.
    from bashcoder_mlx.shell.describe import describe

    return describe(text, system)


def _aligned(parts: list) -> list[str]:
    """One line for each part, the meanings in a column."""
    texts = [sanitise(" ".join(part.text.split())) for part in parts]
    width = min(max(map(len, texts), default=0), MAX_COLUMN)
    return [f"  {text:<{width}}  {part.meaning}" for text, part in zip(texts, parts, strict=True)]
