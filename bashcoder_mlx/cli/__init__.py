"""The command line: which commands there are, and how their failures end.

Commands live in modules of their own, each with a `command`, imported when used, so that `--help`
loads no model code. Exit codes: 0 done; 1 failed; 2 wrong usage or input; 130 and 143 interrupted;
141 the reader of stdout has left (quietly, as for any tool that SIGPIPE ends).
"""

import sys
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from bashcoder_mlx import __version__, terminal
from bashcoder_mlx.cli.lazy import LazyGroup
from bashcoder_mlx.errors import BashcoderError, InputError

# Name to one-line summary; each is the module bashcoder_mlx.cli.NAME.
COMMANDS = {
    "ask": "English to a shell command or script.",
    "explain": "A shell command to English.",
    "complete": "Finish a partial script.",
    "generate": "Sample text from any model.",
    "data": "Make and mix training corpora.",
    "tokenizer": "Train and inspect tokenizers.",
    "pretrain": "Train a model from nothing on a corpus.",
    "finetune": "Train a model further on another corpus.",
    "train": "Run all the stages of a recipe.",
    "convert": "Turn an llm-from-scratch checkpoint into a model directory.",
    "evaluate": "Measure a model beside baselines and published systems.",
    "bench": "Measure speed and memory beside peers.",
    "export": "Write a model in another format or precision.",
    "demo": "Train a small model in minutes, and ask it.",
}
OPTIONS = ("-h", "--help", "--version", "--debug")
BROKEN_PIPE, INTERRUPTED = 141, 130


class PromptGroup(LazyGroup):
    """The commands; words that name none of them are a prompt for `ask`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts `ask` before a bare prompt, unless it looks like a mistyped command."""
        if args and args[0] not in COMMANDS and args[0] not in OPTIONS:
            _refuse_typo(args)
            args = ["ask", *args]
        return super().parse_args(ctx, args)


def _refuse_typo(args: list[str]) -> None:
    """A prompt has several words; one word, or one with options, may be meant as a command."""
    if len(args) > 1 and not args[1].startswith("-"):
        return
    import difflib  # here, as the start of every command would wait for it

    if close := difflib.get_close_matches(args[0], COMMANDS, n=1, cutoff=0.8):
        hint = f"did you mean {close[0]}? To ask with that word: bashcoder ask {args[0]}"
        raise InputError(f"no command {args[0]!r}: {hint}")


@click.group(
    cls=PromptGroup,
    package=__name__,
    summaries=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`bashcoder WORDS...` is short for `bashcoder ask WORDS...`; no quotes needed.",
)
@click.version_option(__version__, prog_name="bashcoder")
@click.option(
    "--debug", is_flag=True, expose_value=False, help="Show tracebacks; comes before the command."
)
@click.pass_context
def group(ctx: click.Context) -> None:
    """A small language model for the shell, and its trainer.

    English in, a shell command out, on this machine alone:

        bashcoder find python files changed this week
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main() -> NoReturn:
    """The entry point `bashcoder`."""
    run(group)


def run(command: click.Command, args: Sequence[str] | None = None) -> NoReturn:
    """Runs a command and exits; every failure is one line on stderr and an exit code.

    click's own `main` is not used: it exits 1 on Ctrl-C and on a closed stdout.

    Args:
        command: the group, or one command, as the scripts use.
        args: the arguments; those of the process by default. A first `--debug` asks for tracebacks.
    """
    args = list(sys.argv[1:] if args is None else args)
    debug = args[:1] == ["--debug"]
    code = _execute(command, args[debug:], debug)
    terminal.discard_unwritten()
    sys.exit(code)


def _execute(command: click.Command, args: list[str], debug: bool) -> int:
    with warnings.catch_warnings():
        warnings.showwarning = lambda message, *rest: terminal.note(f"warning: {message}")
        try:
            with command.make_context(Path(sys.argv[0]).name, list(args)) as ctx:
                command.invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
            return 0
        except click.exceptions.Exit as stop:
            return stop.exit_code
        except BrokenPipeError:
            return BROKEN_PIPE
        except (KeyboardInterrupt, click.Abort):
            terminal.note("")  # ends the line on which the terminal wrote ^C
            return INTERRUPTED
        except Exception as error:
            if debug:
                import traceback

                terminal.note(traceback.format_exc().rstrip())
            return _report(error, args)


def _report(error: Exception, args: list[str]) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        terminal.note(error.format_message())
        return error.exit_code
    terminal.note("Error: " + " ".join(_describe(error, args).splitlines()))
    return getattr(error, "exit_code", 1)


def _describe(error: Exception, args: list[str]) -> str:
    if isinstance(error, click.UsageError):
        return error.format_message() + _advice(error, args)
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, BashcoderError):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'input or output'}: {error.strerror}"
    name = Path(sys.argv[0]).name
    return (
        f"internal error ({type(error).__name__}: {error}); run `{name} --debug ...` to see where"
    )


def _advice(error: click.UsageError, args: list[str]) -> str:
    """What to type next; a prompt may begin with a command ("convert all my images")."""
    if len(args) > 2 and args[0] in COMMANDS and not any(arg.startswith("-") for arg in args):
        return f"; to ask it as a question: bashcoder ask {' '.join(args)}"
    return f"; see {error.ctx.command_path} --help" if error.ctx else ""
