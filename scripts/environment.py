"""Imported first by every script: makes sure that bashcoder and MLX can be imported.

Where the running Python lacks them, it installs the project into .venv (once) and starts the script
again with that Python. Written for any Python 3, so that an old `python` gets this far.
"""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = ROOT / ".venv" / "bin" / "python"
NEEDED = ("bashcoder_mlx", "mlx", "click")
RESTARTED = "BASHCODER_SCRIPT_RESTARTED"


def ensure_installed() -> None:
    """Returns where this Python has everything; otherwise becomes the project's own Python.

    Raises:
        SystemExit: the installation failed, or .venv is damaged.
    """
    restarted = os.environ.pop(RESTARTED, None)
    if all(importlib.util.find_spec(name) for name in NEEDED):
        return
    if restarted:
        sys.exit(f"Error: {PYTHON} lacks bashcoder: delete {ROOT / '.venv'} and run this again")
    setup = subprocess.run([str(ROOT / "scripts" / "setup")])
    if setup.returncode:
        sys.exit(setup.returncode)
    os.environ[RESTARTED] = "1"
    os.execv(str(PYTHON), [str(PYTHON), *sys.argv])


ensure_installed()
