"""Options and arguments that several commands share."""

import click

from bashcoder_mlx.prompt import SYSTEMS
from bashcoder_mlx.terminal import INPUT_WAIT_SECONDS, piped_input

# Words after the first are the prompt's own, even those that begin with a dash.
WORDS = {"allow_interspersed_args": False}
# A command that was given nothing else waits for its input a little longer.
PATIENCE = 5 * INPUT_WAIT_SECONDS

model = click.option(
    "-m",
    "--model",
    "--checkpoint",
    "model",
    metavar="MODEL",
    help="A model directory, a run, or a name  [default: the shipped weights].",
)
system = click.option(
    "--os", "system", type=click.Choice(SYSTEMS), help="Target system  [default: this one]."
)
json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")


def max_tokens(default: int | None):
    """The limit on an answer's length; None leaves it to the task."""
    return click.option(
        "--max-tokens",
        type=click.IntRange(min=1),
        default=default,
        show_default=default is not None,
        help="Limit on the length of the answer, in tokens.",
    )


def sampling(temperature: float):
    """The options of random sampling: temperature, top-p, seed."""

    def decorate(function):
        for option in reversed(
            [
                click.option(
                    "--temperature",
                    type=click.FloatRange(min=0),
                    default=temperature,
                    show_default=True,
                    help="0 takes the most likely token each time.",
                ),
                click.option(
                    "--top-p",
                    type=click.FloatRange(min=0, max=1, min_open=True),
                    default=0.95,
                    show_default=True,
                    help="Draw from the likeliest tokens with this share of probability.",
                ),
                click.option("--seed", type=click.IntRange(min=0), default=0, show_default=True),
            ]
        ):
            function = option(function)
        return function

    return decorate


def text_or_stdin(text: str, what: str) -> str:
    """`text`, or standard input where it is "" or "-".

    Raises:
        click.UsageError: it is blank.
    """
    if text in ("", "-"):
        text = piped_input(PATIENCE)
    if not text.strip():
        raise click.UsageError(f"no {what}: give it as an argument or on standard input")
    return text
