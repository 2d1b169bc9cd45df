"""The sandbox of Linux, by bubblewrap; what it covers is said in `sandbox.py`."""

import os
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.shell.confined import ACCOUNTS, Limits, Result, Sandbox, check_run, collect
from bashcoder_mlx.shell.scratch import scratch

_UID = 1000
_NOBODY = 65534
_END_SECONDS = 5.0  # only a process stuck in the kernel takes that long
_SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin"
_PUBLIC_ETC = (
    *("alternatives", "ssl/certs", "ssl/openssl.cnf", "pki/tls/certs", "ca-certificates"),
    *("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "terminfo", "magic", "mime.types"),
    *("services", "protocols", "os-release", "debian_version", "shells"),
)
# The limits are set inside, where the kernel counts the processes of this run alone. The score
# makes them the first to go when the memory of the machine runs out.
_START = """
echo 1000 2>/dev/null >/proc/self/oom_score_adj
umask 022 && ulimit -c 0 -u "$1" -f "$2" -v "$3" || exit 126
shift 3
exec /bin/bash "$@"
"""


class Bubblewrap(Sandbox):
    """bubblewrap, for Linux: an ordinary user with user namespaces, or root."""

    def __init__(self):
        self.program = shutil.which("bwrap")
        if sys.platform != "linux" or not self.program:
            raise BashcoderError(
                "commands are run only in a sandbox: install bubblewrap"
                " (apt install bubblewrap, dnf install bubblewrap)"
            )
        self._options = subprocess.run([self.program, "--help"], capture_output=True).stdout

    def run(self, script, workspace, *, arguments=(), user="dev", limits=Limits(), path=()):  # noqa: B008
        """See `Sandbox.run`. For root, the folders of `path` must be open to other users."""
        check_run(script, workspace, arguments, user, path)
        with ExitStack() as stack:
            files = Path(stack.enter_context(scratch("bashcoder-")))
            _write_files(files, script, user)
            prefix = []
            if _is_real_root():
                stack.enter_context(_lent_to_nobody(workspace))
                prefix, workspace, files, path = self._as_nobody(workspace, files, path)
            command = self._confine(workspace, files, user, limits, path)
            command += ["--", "/bin/bash", "-c", _START, "bash", *_ulimits(limits)]
            command += ["/run/script.sh", *arguments]
            return _run_bubblewrap(prefix, command, _environment(user, len(path)), limits)

    def _confine(self, workspace, files, user, limits, path) -> list[str]:
        home = f"/home/{user}"
        command = [self.program, "--unshare-all", "--unshare-user", "--cap-drop", "ALL"]
        command += ["--uid", str(_UID), "--gid", str(_UID), "--new-session", "--die-with-parent"]
        if b"--disable-userns" in self._options:  # bubblewrap 0.8
            command += ["--disable-userns"]
        command += ["--hostname", "sandbox", *_system(), *_etc(files)]
        command += ["--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"]
        for private in ("/tmp", "/dev/shm", home):
            if b"--size" in self._options:  # bubblewrap 0.7
                command += ["--size", str(limits.file_bytes)]
            command += ["--tmpfs", private]
        command += ["--dir", "/var", "--symlink", "../tmp", "/var/tmp"]
        command += ["--ro-bind", f"{files}/script.sh", "/run/script.sh"]
        for number, directory in enumerate(path):
            command += ["--ro-bind", str(directory), f"/run/path/{number}"]
        command += ["--bind", str(workspace), f"{home}/work", "--chdir", f"{home}/work"]
        return [*command, "--remount-ro", "/"]

    def _as_nobody(self, workspace, files, path):
        """A command that becomes nobody, and where nobody finds what root's folders hide.

        The kernel exempts root from the limit of processes, also in a user namespace. The namespace
        of processes around it all ends with the caller: a signal from root's side, which has no
        capabilities left, would not be let through to nobody.
        """
        for directory in path:
            if os.stat(directory).st_mode & 0o005 != 0o005:
                raise InputError(f"{directory} is closed to other users: chmod o+rx {directory}")
        files.chmod(0o755)
        command = [self.program, "--die-with-parent", "--unshare-pid", "--dev-bind", "/", "/"]
        command += ["--tmpfs", "/tmp"]
        command += ["--bind", str(workspace), "/tmp/work"]
        command += ["--ro-bind", str(files), "/tmp/scratch"]
        paths = [Path(f"/tmp/path-{number}") for number in range(len(path))]
        for source, target in zip(path, paths, strict=True):
            command += ["--ro-bind", str(source), str(target)]
        command += ["--", "setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]
        return command, Path("/tmp/work"), Path("/tmp/scratch"), paths


def _system() -> list[str]:
    """Read-only /usr, and the folders of / that are links into it or stand beside it."""
    options = ["--ro-bind", "/usr", "/usr"]
    for path in (Path("/bin"), Path("/sbin"), *sorted(Path("/").glob("lib*")), Path("/nix/store")):
        if path.is_symlink():
            options += ["--symlink", os.readlink(path), str(path)]
        elif path.is_dir():
            options += ["--ro-bind", str(path), str(path)]
    return options


def _etc(files: Path) -> list[str]:
    options = ["--dir", "/etc", "--dir", "/run"]  # named, as parents made in passing are 0700
    for name in _PUBLIC_ETC:
        options += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    for name in ("passwd", "group", "hosts", "hostname", "nsswitch.conf"):
        options += ["--ro-bind", f"{files}/{name}", f"/etc/{name}"]
    return [*options, "--symlink", "/usr/share/zoneinfo/UTC", "/etc/localtime"]


def _write_files(folder: Path, script: str, user: str) -> None:
    people = {user: _UID, **ACCOUNTS}
    homes = {user: f"/home/{user}", "root": "/root"}
    shells = {user: "/bin/bash", "root": "/bin/bash"}
    passwd = [
        f"{name}:x:{number}:{number}::{homes.get(name, '/')}:{shells.get(name, '/sbin/nologin')}"
        for name, number in people.items()
    ]
    files = {
        "script.sh": script,
        "passwd": "\n".join(passwd) + "\n",
        "group": "".join(f"{name}:x:{number}:\n" for name, number in people.items()),
        "hosts": "127.0.0.1 localhost sandbox\n::1 localhost\n",
        "hostname": "sandbox\n",
        "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", "surrogateescape", newline="")


def _environment(user: str, extra: int) -> dict[str, str]:
    path = [*(f"/run/path/{number}" for number in range(extra)), _SYSTEM_PATH]
    person = {"HOME": f"/home/{user}", "USER": user, "LOGNAME": user}
    return {"PATH": ":".join(path), **person, "LANG": "C.UTF-8", "TZ": "UTC", "TERM": "dumb"}


def _ulimits(limits: Limits) -> list[str]:
    """Processes, KiB of a file and KiB of memory, never above what the caller itself may use."""
    wanted = (
        (resource.RLIMIT_NPROC, limits.processes, 1),
        (resource.RLIMIT_FSIZE, limits.file_bytes, 1024),
        (resource.RLIMIT_AS, limits.memory_bytes, 1024),
    )
    return [str(_allowed(kind, value) // unit) for kind, value, unit in wanted]


def _allowed(kind: int, value: int) -> int:
    hard = resource.getrlimit(kind)[1]
    return value if hard == resource.RLIM_INFINITY else min(value, hard)


def _is_real_root() -> bool:
    """Root of the machine, not of a user namespace such as a rootless container's."""
    return os.geteuid() == 0 and Path("/proc/self/uid_map").read_text().split()[:2] == ["0", "0"]


@contextmanager
def _lent_to_nobody(workspace: Path):
    """Gives the tree to nobody while a run lasts, then to the owner of the workspace."""
    owner = workspace.stat()
    try:
        _give(workspace, _NOBODY, _NOBODY)
    except OSError as error:
        raise BashcoderError(
            f"root runs commands as nobody and cannot give it {workspace}: {error.strerror};"
            " run as an ordinary user, or put the workspace elsewhere"
        ) from error
    try:
        yield
    finally:
        _give(workspace, owner.st_uid, owner.st_gid)


def _give(tree: Path, user: int, group: int) -> None:
    os.lchown(tree, user, group)
    # By descriptors: a deep tree has paths that are too long.
    for _, folders, files, descriptor in os.fwalk(tree):
        for name in (*folders, *files):
            os.chown(name, user, group, dir_fd=descriptor, follow_symlinks=False)


def _run_bubblewrap(prefix, command, environment, limits: Limits) -> Result:
    read_end, write_end = os.pipe()
    os.set_blocking(read_end, False)
    write_ends = [write_end]
    command = [command[0], "--json-status-fd", str(write_end), *command[1:]]
    if prefix:
        write_ends.append(os.dup(write_end))
        command = [prefix[0], "--info-fd", str(write_ends[1]), *prefix[1:], *command]
    with os.fdopen(read_end, "rb") as status:
        process = _start(command, environment, write_ends)
        report = _Report(status)
        result = collect(process, limits, lambda: report.kill(process))
        return report.checked(result)


def _start(command: list[str], environment: dict, write_ends: list[int]) -> subprocess.Popen:
    """Starts bubblewrap and leaves it the only writer of the pipe."""
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        return subprocess.Popen(command, env=environment, pass_fds=write_ends, **pipes)
    finally:
        for descriptor in write_ends:
            os.close(descriptor)


class _Report:
    """What bubblewrap says of itself: the first process inside, and the script's exit code."""

    def __init__(self, stream):
        self._stream = stream
        self._text = ""

    def kill(self, process: subprocess.Popen) -> None:
        """Kills the first process of the outermost namespace, whose end takes all others along.

        bubblewrap itself is left to end by that: killed early, it can leave a child behind.
        """
        while not (inside := re.search(r'"child-pid": *(\d+)', self._read())):
            if process.poll() is not None:
                return
            select.select([self._stream], [], [], 0.1)
        with suppress(ProcessLookupError):
            _end(int(inside[1]), process.poll() is None)

    def checked(self, result: Result) -> Result:
        """`result`, if the script ran at all."""
        if result.timed_out or result.truncated or '"exit-code"' in self._read():
            return result
        detail = result.stderr.decode(errors="replace").strip()
        raise BashcoderError(
            f"bubblewrap could not start: {detail or 'it says nothing'}; it needs user namespaces"
            " (in a container: a privileged one; on Ubuntu:"
            " sysctl kernel.apparmor_restrict_unprivileged_userns=0)"
        )

    def _read(self) -> str:
        self._text += (self._stream.read() or b"").decode()
        return self._text


def _end(number: int, alive: bool) -> None:
    """Waits for a namespace's first process, which ends after all others; kills it if `alive`.

    bubblewrap ends a little before it does, and what it started could still write until then.
    """
    descriptor = os.pidfd_open(number)
    try:
        if alive:
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)
        select.select([descriptor], [], [], _END_SECONDS)
    finally:
        os.close(descriptor)
