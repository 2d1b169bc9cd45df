"""What keeps a run safe: one writer per folder, and an orderly stop on a signal."""

import fcntl
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bashcoder_mlx.errors import BashcoderError


class Interrupted(BashcoderError):
    """A signal asked the run to stop; it has saved. Exit code 128 + signal."""

    def __init__(self, signum: int, message: str):
        super().__init__(message)
        self.exit_code = 128 + signum


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds `folder` for this process; the system frees it when the process ends, however it ends.

    Raises:
        BashcoderError: another process writes there, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "run.lock").open("a+")
    except OSError as error:
        raise BashcoderError(f"cannot write to {folder}: {error.strerror}") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            owner = file.read().strip() or "unknown"
            message = (
                f"process {owner} is writing to {folder}: wait for it, or choose another folder"
            )
            raise BashcoderError(message) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


@contextmanager
def stop_signals(is_remote: bool = False) -> Iterator[list[int]]:
    """Collects SIGINT and SIGTERM instead of dying; a second one quits at once.

    Args:
        is_remote: collect SIGHUP too, to which the Ctrl-C of a far terminal comes down; unless it
            is ignored, as by `nohup`.

    Yields:
        A list that is empty until a signal arrives.
    """
    received: list[int] = []

    def handle(signum, frame):
        if received:
            os._exit(128 + signum)
        received.append(signum)
        # Not by `terminal.note`: the signal may come in the middle of another.
        with suppress(OSError):  # whoever read stderr may have left with the same Ctrl-C
            os.write(2, b"stopping after this step; a second signal quits at once\n")

    signals = [signal.SIGINT, signal.SIGTERM]
    if is_remote and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        signals.append(signal.SIGHUP)
    try:
        previous = {s: signal.signal(s, handle) for s in signals}
    except ValueError:  # not the main thread: the caller's signals are the caller's business
        yield received
        return
    try:
        yield received
    finally:
        for signum, handler in previous.items():
            if signal.getsignal(signum) == handle:  # else its new meaning stays
                signal.signal(signum, handler)
