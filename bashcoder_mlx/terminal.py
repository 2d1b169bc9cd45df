"""The terminal: stdout for the answer, stderr for notes, one sanitiser for both, and piped input.

Text that a model or a person wrote can carry sequences that move the cursor, set the clipboard or
reorder what is read. `sanitise` shows them escaped instead, whether stdout is a terminal, a pipe or
a file: what is piped today is shown or pasted tomorrow.
"""

import contextlib
import io
import json
import os
import re
import select
import stat
import sys

from bashcoder_mlx.errors import BashcoderError, InputError

# Everything invisible, but for newline, tab and the joiners (U+200C, U+200D) that scripts and emoji
# need: C0, DEL, C1, soft hyphen, bidi controls, line separators, byte order mark, lone surrogates,
# interlinear and tag characters.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
MAX_INPUT_BYTES = 1 << 20
INPUT_WAIT_SECONDS = 2.0


def sanitise(text: str) -> str:
    r"""`text` with every unsafe character spelled out, such as \x1b, \u202e or \U000e0041.

    Newline and tab are kept. A carriage return is escaped also before a newline: in a script it is
    part of the command, and it would hide there.
    """
    return _UNSAFE.sub(_escape, text)


def _escape(match: re.Match) -> str:
    code = ord(match.group())
    if 0xDC80 <= code <= 0xDCFF:  # how Python carries a byte that is not UTF-8
        code -= 0xDC00
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def write_answer(text: str) -> None:
    """Writes an answer to stdout, sanitised, ending in exactly one newline.

    Raises:
        BashcoderError: stdout is closed or full; `BrokenPipeError` where its reader has left.
    """
    _write(sanitise(text).rstrip("\n") + "\n")


def write_json(document: dict | list) -> None:
    """Writes one JSON document to stdout, in ASCII, so that nothing in it needs sanitising.

    Raises:
        BashcoderError: as `write_answer`.
    """
    text = json.dumps(document, indent=2, allow_nan=False)
    _write(text.replace("\x7f", "\\u007f") + "\n")


def _write(text: str) -> None:
    if sys.stdout is None:
        raise BashcoderError("standard output is closed: there is nowhere to write the answer")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise BashcoderError(f"cannot write to standard output: {error.strerror}") from error


def note(text: str) -> None:
    """Writes a line to stderr, sanitised; a closed stderr loses it silently."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(sanitise(text) + "\n")
            sys.stderr.flush()


def discard_unwritten() -> None:
    """Flushes stdout; where that fails, drops the rest, so that the exit of Python stays quiet."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def piped_input(wait: float | None = INPUT_WAIT_SECONDS) -> str:
    """The text piped or redirected into stdin, "" where there is none.

    A terminal or /dev/null is never read. A pipe that nobody writes to or closes, as a service or a
    test runner may leave open, is given up after `wait` seconds, with a note.

    Args:
        wait: seconds until the first byte of a pipe; None waits for ever.

    Raises:
        InputError: more than `MAX_INPUT_BYTES`, or not UTF-8.
    """
    stream = _readable_stdin(wait)
    data = stream.read(MAX_INPUT_BYTES + 1) if stream else b""
    if len(data) > MAX_INPUT_BYTES:
        raise InputError(f"standard input holds over {MAX_INPUT_BYTES >> 20} MiB: give an excerpt")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"standard input is not UTF-8 text (byte {error.start})") from error


def _readable_stdin(wait: float | None):
    if sys.stdin is None:
        return None
    try:
        descriptor = sys.stdin.fileno()
    except io.UnsupportedOperation:  # replaced by a stream in memory
        return sys.stdin.buffer
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISREG(mode):
        return sys.stdin.buffer
    if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return None
    if select.select([descriptor], [], [], wait)[0]:
        return sys.stdin.buffer
    note(f"nothing on standard input after {wait:g} s: going on without it")
    return None
