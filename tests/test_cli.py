"""The command line as a whole: which command runs, and how each failure ends."""

import errno
import importlib
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bashcoder_mlx import __version__, cli
from bashcoder_mlx.errors import BashcoderError, InputError

ROOT = Path(__file__).parent.parent


def run(capsys, command=cli.group, args=()):
    """Exit code, stdout and stderr of a command in this process."""
    with pytest.raises(SystemExit) as stop:
        cli.run(command, list(args))
    return (stop.value.code, *capsys.readouterr())


def failing(error: BaseException) -> click.Command:
    def fail():
        raise error

    return click.Command("fail", callback=fail)


def python(code: str, shell: str = "", **options) -> subprocess.CompletedProcess:
    """Runs `code` in a fresh interpreter; `shell` may add redirections, such as ">&-"."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f'"$0" -c "$1" {shell}', sys.executable, code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        **options,
    )


@pytest.fixture
def asked(monkeypatch):
    """What reaches `ask`, in place of a model."""
    seen = []

    @click.command(context_settings={"allow_interspersed_args": False})
    @click.option("-n", type=int)
    @click.argument("words", nargs=-1)
    def command(n, words):
        seen.append((n, words))

    monkeypatch.setattr(cli.PromptGroup, "get_command", lambda self, ctx, name: command)
    return seen


def test_help_imports_no_model_code():
    code = """
import sys
from bashcoder_mlx.cli import group, run
try:
    run(group, ["--help"])
finally:
    heavy = {"mlx", "numpy", "tokenizers", "transformers", "datasets", "rich", "sentencepiece"}
    print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
    result = python(code)
    assert (result.returncode, result.stderr) == (0, "\n")
    for name, summary in cli.COMMANDS.items():
        assert name in result.stdout and summary.split()[0] in result.stdout


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_listed_exists(name):
    module = importlib.import_module(f"bashcoder_mlx.cli.{name}")
    assert isinstance(module.command, click.Command)
    assert module.command.help


def test_no_arguments_show_the_help(capsys):
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert "Commands:" in out and "explain" in out


def test_version(capsys):
    assert run(capsys, args=["--version"]) == (0, f"bashcoder, version {__version__}\n", "")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["list", "files"], (None, ("list", "files"))),
        (["list files"], (None, ("list files",))),
        (["-n", "3", "list", "files"], (3, ("list", "files"))),
        (["ask", "explain"], (None, ("explain",))),
        (["--", "-l", "what"], (None, ("-l", "what"))),
        (["what", "does", "tar", "-xzf", "do"], (None, ("what", "does", "tar", "-xzf", "do"))),
        (["explian", "the", "word"], (None, ("explian", "the", "word"))),
        (["--debug", "list", "files"], (None, ("list", "files"))),
        ([""], (None, ("",))),
        (["uptime"], (None, ("uptime",))),
    ],
)
def test_words_that_name_no_command_are_a_prompt(capsys, asked, args, words):
    assert run(capsys, args=args)[0] == 0
    assert asked == [words]


@pytest.mark.parametrize("args", [["explian"], ["generat", "--prompt", "x"], ["tain"]])
def test_a_mistyped_command_is_a_usage_error_with_a_suggestion(capsys, asked, args):
    code, out, err = run(capsys, args=args)
    assert (code, out, asked) == (2, "", [])
    assert f"bashcoder ask {args[0]}" in err and "did you mean" in err


def test_a_prompt_that_begins_with_a_command_is_pointed_to_ask(capsys):
    args = ["convert", "all", "my", "images", "to", "jpg"]
    code, _, err = run(capsys, args=args)
    assert code == 2
    assert f"bashcoder ask {' '.join(args)}" in err


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (InputError("no folder x"), 2, "Error: no folder x\n"),
        (BashcoderError("it broke\nbadly"), 1, "Error: it broke badly\n"),
        (BashcoderError("\x1b[2J"), 1, "Error: \\x1b[2J\n"),
        (OSError(errno.ENOSPC, "No space left on device", "/x/y"), 1, "Error: /x/y: No space"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), 1, "Error: /x: Permission"),
        (click.UsageError("what?"), 2, "Error: what?"),
        (KeyboardInterrupt(), 130, "\n"),
        (click.Abort(), 130, "\n"),
        (BrokenPipeError(), 141, ""),
        (SystemExit(143), 143, ""),
        (ZeroDivisionError("oops"), 1, "Error: internal error (ZeroDivisionError: oops)"),
    ],
)
def test_each_failure_ends_in_one_line_and_its_code(capsys, error, code, message):
    found, out, err = run(capsys, failing(error))
    assert (found, out) == (code, "")
    assert err.startswith(message) and err.count("\n") <= 1
    assert "Traceback" not in err


def test_debug_shows_the_traceback_and_the_line(capsys):
    _, _, err = run(capsys, failing(BashcoderError("it broke")), ["--debug"])
    assert "Traceback" in err and err.endswith("Error: it broke\n")


@pytest.mark.parametrize("args", [["--nonsense"], ["extra"]])
def test_wrong_usage_exits_2_and_points_to_the_help(capsys, args):
    code, out, err = run(capsys, click.Command("done", callback=lambda: None), args)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--help" in err


def test_warnings_are_one_line(capsys):
    def warn():
        import warnings

        warnings.warn("slow\x07", stacklevel=1)

    command = click.Command("warn", callback=warn)
    assert run(capsys, command) == (0, "", "warning: slow\\x07\n")


PRINTER = """
import click
from bashcoder_mlx import cli, terminal
def show():
    for number in range(20000):
        {write}(str(number))
cli.run(click.Command("show", callback=show), [])
"""


@pytest.mark.parametrize("write", ["terminal.write_answer", "print", "click.echo"])
def test_a_reader_that_leaves_ends_it_quietly(write):
    result = python(PRINTER.format(write=write), "| head -n 1")
    assert (result.returncode, result.stdout, result.stderr) == (141, "0\n", "")


@pytest.mark.parametrize("write", ["terminal.write_answer", "print"])
def test_a_full_disk_under_stdout_is_one_line(write):
    result = python(PRINTER.format(write=write), "> /dev/full")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "No space left" in result.stderr


def test_a_closed_stdout_is_one_line():
    result = python(PRINTER.format(write="terminal.write_answer"), ">&-")
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "closed" in result.stderr


def test_everything_closed_still_exits_with_its_code():
    assert python(PRINTER.format(write="terminal.write_answer"), ">&- 2>&- <&-").returncode == 1


def test_an_argument_that_is_not_utf8_is_refused():
    code = "import sys; from bashcoder_mlx.cli import main; sys.argv[1:] = ['a\\udcff b']; main()"
    result = python(code)
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)
    assert "not UTF-8" in result.stderr
