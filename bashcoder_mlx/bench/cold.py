"""The row `cold`: whole processes, from exec to the last byte, with the shipped weights."""

import os
import subprocess
import sys
from pathlib import Path

from bashcoder_mlx.bench.measure import SECONDS, Case, missing
from bashcoder_mlx.bench.report import PEAK, Ratio
from bashcoder_mlx.bench.run import Bench
from bashcoder_mlx.checkpoints import shipped_weights

TITLE = "Cold start: the whole process"
PROMPT = "list all jpg files"


def run(bench: Bench) -> None:
    """Measures the table of this row."""
    generate = ["mlx_lm.generate", "--model", str(shipped_weights()), "--prompt", PROMPT]
    cases = [
        _case("bashcoder ask", ["bashcoder", "ask", *PROMPT.split()], "one answer of a beam of 4"),
        _case(
            "mlx_lm.generate",
            [*generate, "--temp", "0", "--max-tokens", "32"],
            "one greedy answer to the same prompt",
            missing("mlx_lm"),
        ),
        _case("bashcoder --help", ["bashcoder", "--help"], "the help text"),
        _case("python -c pass", [sys.executable, "-c", "pass"], "what Python itself takes"),
    ]
    ask, peer = "bashcoder ask", "mlx_lm.generate"
    ratios = [
        Ratio(f"time, {ask} / {peer}", ask, peer),
        Ratio(f"peak memory, {ask} / {peer}", ask, peer, PEAK),
    ]
    notes = [
        "Peak memory is at least that of the process that starts the others, about 23 MB.",
        "mlx_lm.generate imports PyTorch where it is installed.",
    ]
    bench.compare(f"to answer `{PROMPT}`", cases, ratios, notes)


def _case(name: str, command: list[str], what: str, left_out: str = "") -> Case:
    settings = {"command": command}
    return Case(name, f"{__name__}:process", what, settings, unit=SECONDS, left_out=left_out)


def process(trials, *, command: list[str]) -> None:
    """Runs a command to its end; a name is looked for beside this Python first.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    environment = os.environ | {"PATH": beside}
    for _ in trials:
        subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
