"""Work for the tests of the benchmark: it does nothing, or breaks off."""

import os
import sys


def counting(trials, *, per_trial: int = 10) -> None:
    print("noise on stdout")
    for _ in trials:
        trials.count(per_trial)
        trials.count(per_trial)
    trials.figure("share", 0.5, "share")


def failing(trials) -> None:
    for number, _ in enumerate(trials):
        if number:
            raise ValueError("no such tensor")


def environment(trials) -> None:
    for _ in trials:
        pass
    trials.figure("stock", os.environ["BASHCODER_BLAS"] == "stock")
    trials.figure("read", len(sys.stdin.read()))


def allocating(trials, *, megabytes: int) -> None:
    for _ in trials:
        bytearray(b"x" * (megabytes << 20))
