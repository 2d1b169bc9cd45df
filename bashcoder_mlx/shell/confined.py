"""What every sandbox has: what a run may use, what it gives back, and how its output is read."""

import re
import selectors
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bashcoder_mlx.errors import InputError

TIMED_OUT = 124  # as timeout(1) says it
ACCOUNTS = {"root": 0, "daemon": 1, "bin": 2, "mail": 8, "www-data": 33, "nobody": 65534}
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Limits:
    """What one run may use."""

    seconds: float = 5.0
    """Wall-clock time, the start of the sandbox included."""
    file_bytes: int = 64 << 20
    """Largest file; on Linux also the size of each private tmpfs (home, /tmp, /dev/shm)."""
    processes: int = 128
    """Processes and threads alive at once."""
    output_bytes: int = 4 << 20
    """Kept of stdout, and of stderr; the run is killed when either exceeds it."""
    memory_bytes: int = 1 << 30
    """Address space of one process (Linux only)."""

    def __post_init__(self):
        for name, value in vars(self).items():
            if value <= 0:
                raise ValueError(f"{name} must be above 0, not {value}")


@dataclass(frozen=True)
class Result:
    """What a run left behind.

    Attributes:
        status: exit status; 128 + n after signal n, 124 where `timed_out`.
        timed_out: killed at `Limits.seconds`.
        truncated: killed because it wrote more than `Limits.output_bytes`; status is 137 then.
    """

    status: int
    stdout: bytes
    stderr: bytes
    timed_out: bool = False
    truncated: bool = False


class Sandbox(ABC):
    """Runs bash text where it can harm nothing; one subclass per kind of machine."""

    @abstractmethod
    def run(
        self,
        script: str,
        workspace: Path,
        *,
        arguments: Sequence[str] = (),
        user: str = "dev",
        limits: Limits = Limits(),
        path: Sequence[Path] = (),
    ) -> Result:
        """Runs `script` as a file given to bash, in `workspace`, with nothing on stdin.

        One run can hold many cases: give a driver script over sub-directories of the workspace,
        with `timeout` for each case and `Limits.seconds` for all of them.

        Args:
            workspace: a directory of this run alone (no hard links to other files); it is changed.
                Seen inside as /home/USER/work on Linux.
            arguments: `$1`, `$2`, ...
            user: the name inside, with user id 1000 on Linux.
            path: directories that come first on PATH, read-only.

        Raises:
            InputError: no such directory, or a user, script or argument that cannot be.
            BashcoderError: the sandbox itself failed; nothing is known of the script.
        """


def check_run(
    script: str, workspace: Path, arguments: Sequence[str], user: str, path: Sequence[Path]
) -> None:
    """Raises `InputError` for what no sandbox can be given (see `Sandbox.run`)."""
    for directory in (workspace, *path):
        if not directory.is_dir():
            raise InputError(f"{directory} is not a directory: create it first")
    if not re.fullmatch("[a-z][a-z0-9_-]{0,30}", user) or user in ACCOUNTS:
        raise InputError(f"{user!r} cannot be the user of a sandbox: take a name such as dev")
    if any("\0" in argument for argument in arguments):
        raise InputError("an argument of a script cannot hold a NUL character: leave it out")
    try:
        "".join((script, *arguments)).encode("utf-8", "surrogateescape")
    except UnicodeEncodeError as error:
        raise InputError(f"a script cannot be written as UTF-8: {error.reason}") from error


def collect(process: subprocess.Popen, limits: Limits, kill: Callable[[], None]) -> Result:
    """Reads both pipes of `process` until it ends or passes a limit, then sees it dead.

    `kill` ends everything that `process` started. It is called whatever happens, so that also an
    interrupt from the keyboard leaves nothing running.
    """
    deadline = time.monotonic() + limits.seconds
    output = {process.stdout: bytearray(), process.stderr: bytearray()}
    timed_out = truncated = False
    try:
        truncated = _drain(output, limits.output_bytes, deadline)
        if not truncated:
            process.wait(max(0.0, deadline - time.monotonic()))
    except (subprocess.TimeoutExpired, TimeoutError):
        timed_out = True
    finally:
        kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()
    stdout, stderr = (bytes(data[: limits.output_bytes]) for data in output.values())
    return Result(_status(process, timed_out), stdout, stderr, timed_out, truncated)


def _drain(output: dict, most: int, deadline: float) -> bool:
    """Fills `output` until both pipes end; True as soon as one gave more than `most` bytes."""
    with selectors.DefaultSelector() as ready:
        for stream in output:
            ready.register(stream, selectors.EVENT_READ)
        while ready.get_map():
            if (left := deadline - time.monotonic()) <= 0:
                raise TimeoutError
            for key, _ in ready.select(left):
                chunk = key.fileobj.read1(_CHUNK)
                output[key.fileobj] += chunk
                if not chunk:
                    ready.unregister(key.fileobj)
                if len(output[key.fileobj]) > most:
                    return True
    return False


def _status(process: subprocess.Popen, timed_out: bool) -> int:
    if timed_out:
        return TIMED_OUT
    code = process.returncode
    return code if code >= 0 else 128 - code
