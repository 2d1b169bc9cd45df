"""The machine that measures: what a figure is worth nothing without."""

import os
import platform
import subprocess
import sys
from datetime import datetime, timezone
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bashcoder_mlx.runtime import physical_memory

PACKAGES = ("mlx", "mlx-lm", "torch", "tokenizers", "numpy")


def describe_machine() -> dict[str, str]:
    """Date, processor, cores, memory, load, system, and versions of what is measured."""
    facts = {
        "date": datetime.now(timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "processor": _processor(),
        "cores": str(os.cpu_count()),
        "memory": f"{physical_memory() / 1e9:.0f} GB",
        "load at the start": f"{os.getloadavg()[0]:.1f}",
        "system": platform.platform(terse=True),
        "Python": platform.python_version(),
    }
    return facts | {name: _version(name) for name in PACKAGES}


def _processor() -> str:
    if sys.platform == "darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
