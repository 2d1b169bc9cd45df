"""Whether bash can parse a text: `bash -n`, which reads commands and runs none of them."""

import shutil
import subprocess
from functools import cache

from bashcoder_mlx.errors import BashcoderError

TIMEOUT_SECONDS = 5.0
# Not -i, no start-up files, and an empty environment: nothing of the person's own can interfere,
# BASH_ENV least of all. Messages come in English.
_OPTIONS = ("--norc", "--noprofile")
_ENVIRONMENT = {"LC_ALL": "C", "PATH": "/usr/bin:/bin"}


@cache
def find_bash() -> str | None:
    """The path of bash, or None where it is not installed."""
    return shutil.which("bash")


def is_valid_bash(text: str) -> bool:
    """Whether `text` is a complete bash script; whether it does anything sensible is not checked.

    Raises:
        BashcoderError: bash is not installed.
    """
    return syntax_error(text) is None


def syntax_error(text: str) -> str | None:
    """What `bash -n` objects to, in one line, or None for a complete script.

    A blank text, a NUL (which bash drops), and a here-document without its end (which bash only
    warns of) are errors too. Not covered: syntax that needs an option, such as extglob.

    Raises:
        BashcoderError: bash is not installed.
    """
    if find_bash() is None:
        raise BashcoderError("cannot check shell syntax: bash is not installed; install it first")
    if not text.strip():
        return "empty"
    if "\0" in text:
        return "contains a NUL character"
    return _ask_bash(text.encode("utf-8", "replace"))


def run_bash(script: bytes, *options: str) -> subprocess.CompletedProcess:
    """Runs what stands on the input of bash, with nothing of the person's own around it.

    Raises:
        subprocess.TimeoutExpired: not done within `TIMEOUT_SECONDS`.
    """
    return subprocess.run(
        [find_bash(), *_OPTIONS, *options],
        input=script,
        env=_ENVIRONMENT,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
    )


def _ask_bash(script: bytes) -> str | None:
    try:
        checked = run_bash(script, "-n")
    except subprocess.TimeoutExpired:
        return f"not parsed within {TIMEOUT_SECONDS:g} s"
    complaint = checked.stderr.decode("utf-8", "replace").strip()
    if checked.returncode == 0 and not complaint:
        return None
    first = complaint.splitlines()[0] if complaint else f"bash exits {checked.returncode}"
    return first.removeprefix(f"{find_bash()}: ")
