"""The process of one case: it sets up, and runs one trial whenever it is told to.

Messages are lines: the first of standard input is the case, each further one asks for a trial; the
answers are JSON. What the work prints goes to stderr, and its own stdin is empty.
"""

import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path


class Trials:
    """The loop of a case: each pass is one trial, timed."""

    def __init__(self, requests, replies):
        self._requests, self._replies = requests, replies
        self._count, self._seconds, self.figures = 0, None, {}

    def __iter__(self) -> Iterator[None]:
        while self._requests.readline():
            self._count, self._seconds = 0, None
            start = time.perf_counter()
            yield
            seconds = self._seconds or time.perf_counter() - start
            self.reply({"seconds": seconds, "count": self._count})

    def count(self, number: float) -> None:
        """Adds what this trial has done, in the case's unit: tokens, bytes, operations."""
        self._count += number

    def took(self, seconds: float) -> None:
        """Replaces the time of this trial by that of its steady part, which the work measured."""
        self._seconds = seconds

    def figure(self, name: str, value: float, unit: str = "") -> None:
        """Records a further figure of the case, a column of its table.

        Args:
            unit: "bytes", "share" (of 1), or what else is written behind the number.
        """
        self.figures[name] = {"value": value, "unit": unit}

    def reply(self, message: dict) -> None:
        """Answers the process that asked."""
        self._replies.write(json.dumps(message) + "\n")
        self._replies.flush()


def peak_memory() -> int:
    """Most bytes that this process, or one that it started, ever held in memory.

    On Linux the kernel's own record of this program is read: `ru_maxrss` includes what the process
    that started it held at that moment.
    """
    unit = 1 if sys.platform == "darwin" else 1024
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        own = int(lines["VmHWM"].split()[0]) * 1024
    return max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit)


def main() -> None:
    """Runs the case that the first line names."""
    requests, replies = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.dup2(2, 1)
    case = json.loads(requests.readline())
    module, _, function = case["work"].partition(":")
    trials = Trials(requests, replies)
    getattr(importlib.import_module(module), function)(trials, **case["settings"])
    trials.reply({"peak_bytes": peak_memory(), "figures": trials.figures})


if __name__ == "__main__":
    main()
