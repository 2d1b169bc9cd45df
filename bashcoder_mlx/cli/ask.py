"""`bashcoder ask`: English to a shell command or script."""

from dataclasses import asdict

import click

from bashcoder_mlx import inference
from bashcoder_mlx.cli import options
from bashcoder_mlx.inference.answer import CANDIDATES, Answer
from bashcoder_mlx.terminal import INPUT_WAIT_SECONDS, note, piped_input, write_answer, write_json


@click.command(context_settings=options.WORDS)
@click.argument("words", metavar="PROMPT...", nargs=-1)
@click.option(
    "-n",
    "--candidates",
    type=click.IntRange(1, 32),
    default=1,
    show_default=True,
    help="How many answers to print, best first.",
)
@click.option("--script", is_flag=True, help="A script of several lines rather than one command.")
@options.system
@options.model
@options.max_tokens(None)
@options.json
@click.pass_context
def command(ctx, words, candidates, script, system, model, max_tokens, as_json) -> None:
    """English to a shell command, on stdout; nothing is run.

    Options come before the prompt, which needs no quotes. Text piped in joins the prompt:

        bashcoder ask -n 3 show the ten largest files here

    The answer printed is the most likely one that `bash -n` accepts. Where there is none, the most
    likely is printed with a warning, and the exit code is 1.
    """
    task = "script" if script else "command"
    answer = inference.ask(
        _prompt(words),
        inference.load(model, note) if model else None,
        task=task,
        system=system,
        candidates=max(CANDIDATES, candidates),
        max_tokens=max_tokens,
    )
    chosen = answer.candidates[:candidates]
    if as_json:
        write_json({**as_document(answer, chosen), "warnings": _warnings(answer)})
    else:
        write_answer(("\n\n" if script else "\n").join(c.text for c in chosen))
        for warning in _warnings(answer):
            note(f"note: {warning}")
    ctx.exit(_judge(answer))


def _prompt(words: tuple[str, ...]) -> str:
    typed = " ".join(words).strip()
    piped = piped_input(INPUT_WAIT_SECONDS if typed else options.PATIENCE).strip()
    if not typed and not piped:
        raise click.UsageError("the prompt is empty: say what you want in a few words")
    return "\n".join(part for part in (typed, piped) if part)


def as_document(answer: Answer, candidates=None) -> dict:
    """An answer as the JSON object that `--json` prints."""
    chosen = answer.candidates if candidates is None else candidates
    return {
        "prompt": answer.prompt,
        "task": answer.task,
        "os": answer.system,
        "text": answer.text,
        "valid": answer.valid,
        "candidates": [asdict(candidate) for candidate in chosen],
    }


def _warnings(answer: Answer) -> list[str]:
    """What of the preferred answer its system lacks, and what it can destroy."""
    # Loaded only once the answer is on the screen.
    from bashcoder_mlx.shell import dialect, risk

    return dialect.faults(answer.text, answer.system, unknown=False) + risk.risks(answer.text)


def _judge(answer: Answer) -> int:
    """The exit code, with a warning on stderr where it is not 0."""
    best = answer.candidates[0]
    if not best.ended:
        note("warning: the answer is cut off: do not run it; raise --max-tokens")
    elif best.valid is False:
        note("warning: the answer is not valid shell: do not run it as it is")
    return 0 if best.ended and best.valid is not False else 1
