"""The sandbox of macOS, by `sandbox-exec` with a profile that denies by default.

Written from Apple's profile language and tested as far as text goes; it was not run on a Mac yet.
Less is covered than on Linux (see `sandbox.py`): the workspace keeps its real path and the run its
real user id, processes outside can be listed, memory has no limit, there is no loopback, and a
process that starts a session of its own outlives the run, confined as it is. A run lasts until its
limit where a process in the background keeps its output open.
"""

import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.shell.confined import Limits, Result, Sandbox, check_run, collect

PROGRAM = Path("/usr/bin/sandbox-exec")
_SYSTEM_PATH = "/usr/local/bin:/opt/homebrew/bin:/usr/bin:/bin:/usr/sbin:/sbin"
_READABLE = (
    *("/usr", "/bin", "/sbin", "/System", "/opt/homebrew", "/Library/Developer/CommandLineTools"),
    *("/private/etc/ssl", "/private/var/db/timezone", "/private/var/select", "/dev/fd"),
)
_READABLE_FILES = (
    *("/", "/dev/random", "/dev/urandom", "/private/etc/passwd", "/private/etc/group"),
    *("/private/etc/hosts", "/private/etc/localtime", "/private/etc/services"),
    *("/private/etc/protocols", "/private/etc/shells"),
)
_DEVICES = ("/dev/null", "/dev/zero", "/dev/stdin", "/dev/stdout", "/dev/stderr")
# macOS counts all processes of the user, so those that run already are added to the limit.
_START = """
umask 022
running=$(ps -xo pid= | wc -l)
ulimit -c 0 && ulimit -u $((running + $1)) && ulimit -f "$2" || exit 126
shift 2
exec /bin/bash "$@"
"""


class Seatbelt(Sandbox):
    """`sandbox-exec`, which every macOS has."""

    def __init__(self):
        if not PROGRAM.exists():
            raise BashcoderError(f"commands are run only in a sandbox: {PROGRAM} is missing")

    def run(
        self,
        script: str,
        workspace: Path,
        *,
        arguments=(),
        user="dev",
        limits=Limits(),  # noqa: B008 - frozen
        path=(),
    ) -> Result:
        """See `Sandbox.run`."""
        check_run(script, workspace, arguments, user, path)
        with tempfile.TemporaryDirectory(prefix="bashcoder-") as name:
            private = Path(name).resolve()  # profiles know real paths only: /tmp is a link
            for folder in ("home", "tmp"):
                (private / folder).mkdir()
            script_file = private / "script.sh"
            script_file.write_text(script, "utf-8", "surrogateescape", newline="")
            command = confined_command(workspace.resolve(), private, limits, path)
            process = subprocess.Popen(
                [*command, str(script_file), *arguments],
                cwd=workspace,
                env=environment(user, private, path),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
            return collect(process, limits, lambda: _kill_session(process))


def profile(readable: int) -> str:
    """The profile's text; the folders stand in parameters, so that no path needs quoting.

    Args:
        readable: how many parameters PATH0, PATH1, ... name folders to read beside the system's.
    """
    folders = [f'(subpath "{name}")' for name in _READABLE]
    folders += [f'(subpath (param "PATH{number}"))' for number in range(readable)]
    files = [f'(literal "{name}")' for name in _READABLE_FILES]
    devices = " ".join(f'(literal "{name}")' for name in _DEVICES)
    own = '(subpath (param "WORKSPACE")) (subpath (param "PRIVATE"))'
    return "\n".join(
        [
            "(version 1)",
            "(deny default)",
            "(allow process-fork process-exec)",
            "(allow signal (target same-sandbox))",
            "(allow process-info* (target same-sandbox))",
            "(allow sysctl-read)",
            '(allow mach-lookup (global-name "com.apple.system.opendirectoryd.libinfo"))',
            "(allow file-read-metadata)",
            f"(allow file-read* {' '.join(folders + files)})",
            f"(allow file-read* file-write-data {devices})",
            f"(allow file-read* file-write* {own})",
            "(deny network*)",
        ]
    )


def confined_command(workspace: Path, private: Path, limits: Limits, path=()) -> list[str]:
    """The command line up to the script's file; both folders are real paths without links."""
    parameters = {"WORKSPACE": workspace, "PRIVATE": private}
    parameters |= {f"PATH{number}": Path(name).resolve() for number, name in enumerate(path)}
    command = [str(PROGRAM)]
    for name, value in parameters.items():
        command += ["-D", f"{name}={value}"]
    command += ["-p", profile(len(path)), "/bin/bash", "-c", _START, "bash"]
    return [*command, str(limits.processes), str(limits.file_bytes // 1024)]


def environment(user: str, private: Path, path=()) -> dict[str, str]:
    """The whole environment of a run, with home and temporary folder in `private`."""
    search = ":".join([*(str(Path(name).resolve()) for name in path), _SYSTEM_PATH])
    person = {"HOME": f"{private}/home", "TMPDIR": f"{private}/tmp", "USER": user, "LOGNAME": user}
    return {"PATH": search, **person, "LANG": "en_US.UTF-8", "TZ": "UTC", "TERM": "dumb"}


def _kill_session(process: subprocess.Popen) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
