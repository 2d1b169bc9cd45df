"""The one place where commands run that a model or the generator wrote.

On Linux it is bubblewrap, on macOS `sandbox-exec`; without either nothing is run.

Covered on Linux:
- files: the workspace is the only writable directory of the machine; `/usr` and the libraries are
  read-only; `/etc` is a small one of our own; home, `/tmp` and `/dev/shm` are private and vanish;
  the machine's `/home`, `/root`, `/var`, `/run`, `/sys` do not exist inside;
- network: a private loopback and nothing else; processes: own pid, ipc, uts, cgroup and user
  namespaces, no capabilities, no new privileges, nothing survives the run;
- the caller's environment, descriptors and terminal: not passed on;
- time, processes, size of a file, output, address space of a process (`Limits`).

Not covered:
- bugs of the kernel and side channels of the processor;
- the disk: many files, each below the limit, can fill the file system of the workspace;
- all memory and processor time: the limit is per process, so 128 processes may use 128 times as
  much (on Linux they are the first that the kernel kills when memory runs out);
- facts about the machine: its kernel, processors, the path of the workspace in `/proc/self/mounts`,
  what is installed under `/usr`, the kernel's keyring of the session;
- what the run leaves in the workspace: a link there may point anywhere, so do not follow links, and
  do not run what lies there; a root that is killed during a run leaves it owned by nobody;
- kernels before 5.14 count the user's processes outside against `Limits.processes` too.

Where bash may start no further process it tries again for 15 seconds, so that a fork bomb usually
ends at the time limit.
"""

import sys
import tempfile
from pathlib import Path

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.shell.bubblewrap import Bubblewrap
from bashcoder_mlx.shell.confined import Limits, Result, Sandbox
from bashcoder_mlx.shell.seatbelt import Seatbelt

__all__ = ["Limits", "Result", "Sandbox", "find_sandbox"]


def find_sandbox() -> Sandbox:
    """The sandbox of this machine, after one trial run.

    Raises:
        BashcoderError: there is none, or it does not work here; says what to install or allow.
    """
    sandbox = Seatbelt() if sys.platform == "darwin" else Bubblewrap()
    with tempfile.TemporaryDirectory() as workspace:
        result = sandbox.run("pwd", Path(workspace), limits=Limits(seconds=20))
    if result.status:
        detail = result.stderr.decode(errors="replace").strip()
        raise BashcoderError(f"the sandbox does not work here: status {result.status}, {detail}")
    return sandbox
