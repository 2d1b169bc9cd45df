"""The sandbox for tests that run commands; they are skipped, with the reason, without one."""

import shutil
import subprocess
import sys

import pytest

from bashcoder_mlx.shell.sandbox import Sandbox, find_sandbox


def sandbox_or_skip() -> Sandbox:
    """The sandbox of this machine."""
    if sys.platform == "linux":
        _skip_without_namespaces()
    return find_sandbox()


def _skip_without_namespaces() -> None:
    """Asks bubblewrap itself, so that a fault of ours fails the tests and does not skip them."""
    program = shutil.which("bwrap")
    if not program:
        pytest.skip("bubblewrap is not installed")
    plain = [program, "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "true"]
    tried = subprocess.run(plain, capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"bubblewrap may not make namespaces here: {tried.stderr.strip()}")
