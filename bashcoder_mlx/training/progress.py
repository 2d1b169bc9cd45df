"""What a run reports: metrics.jsonl always, a live line on a terminal, a plot where possible."""

import json
import time
from pathlib import Path

import mlx.core as mx
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from bashcoder_mlx.atomic import replace_text
from bashcoder_mlx.terminal import note, sanitise

METRICS = "metrics.jsonl"


class Reporter:
    """Writes metrics.jsonl, and a progress line when stderr is a terminal.

    Elsewhere stderr gets a line for each plan, validation and checkpoint, as key=value words.
    """

    def __init__(self, run: Path, total_steps: int, done: int):
        self._file = (run / METRICS).open("a", encoding="utf-8")
        self._last_time, self._loss = time.perf_counter(), 0.0
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f} {task.fields[figures]}"),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("", total=total_steps, completed=done, figures="")

    def __enter__(self) -> "Reporter":
        self._progress.start()
        return self

    def __exit__(self, *exception) -> None:
        self._progress.stop()
        self._file.close()

    def step(self, stage: str, row: dict, tokens: int) -> None:
        """Records one update.

        Args:
            stage: its name.
            row: figures to write; gains time, speed and memory.
            tokens: processed in the update, padding left out.
        """
        now = time.perf_counter()
        seconds, self._last_time = now - self._last_time, now
        speed, peak = tokens / max(seconds, 1e-9), mx.get_peak_memory()
        self._write(
            row
            | {"seconds": round(seconds, 4), "tokens_per_second": round(speed, 1)}
            | {"peak_memory_bytes": peak}
        )
        # An average over about 20 steps reads better than single losses.
        self._loss = row["loss"] if not self._loss else 0.95 * self._loss + 0.05 * row["loss"]
        figures = f"loss {self._loss:.3f}  {speed:,.0f} tok/s  peak {peak / 2**30:.2f} GiB"
        self._progress.update(self._task, advance=1, description=stage, figures=figures)

    def validation(self, row: dict) -> None:
        """Records the figures of one validation; `row["valid"]` maps set names to figures."""
        self._write(row)
        words = [f"stage={row['stage']} step={row['step']}"]
        for name, figures in row["valid"].items():
            words += [f"{name}.{key}={value:.4f}" for key, value in figures.items()]
        self.note(" ".join(words))

    def restart_clock(self) -> None:
        """Leaves the time since the last update out of the next one's: it was not training."""
        self._last_time = time.perf_counter()

    def note(self, line: str) -> None:
        """A line above the progress line."""
        if self._progress.disable:
            note(line)
        else:
            self._progress.console.print(sanitise(line), markup=False, highlight=False)

    def _write(self, row: dict) -> None:
        self._file.write(json.dumps(row) + "\n")
        self._file.flush()


class NoReporter:
    """The reporter of all ranks but the first: says and writes nothing."""

    def __enter__(self) -> "NoReporter":
        return self

    def __exit__(self, *exception) -> None:
        pass

    def step(self, stage: str, row: dict, tokens: int) -> None:
        """As `Reporter.step`."""

    def validation(self, row: dict) -> None:
        """As `Reporter.validation`."""

    def restart_clock(self) -> None:
        """As `Reporter.restart_clock`."""

    def note(self, line: str) -> None:
        """As `Reporter.note`."""


def read_metrics(run: Path) -> list[dict]:
    """All rows of a run's metrics.jsonl; a last line cut off by a crash is left out."""
    rows = []
    path = run / METRICS
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        try:
            rows.append(json.loads(line))
        except ValueError:
            continue
    return rows


def rewind_metrics(run: Path, total_step: int, stage: str) -> None:
    """Drops rows after `total_step` of `stage`: a resumed run will write them again."""
    kept = [
        row
        for row in read_metrics(run)
        if row["total_step"] < total_step
        or (row["total_step"], row["stage"]) == (total_step, stage)
    ]
    replace_text(run / METRICS, "".join(json.dumps(row) + "\n" for row in kept))


def plot_loss(run: Path) -> Path | None:
    """Draws metrics.jsonl as RUN/loss.png; None without matplotlib (the `report` extra)."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return None
    rows = read_metrics(run)
    figure = Figure(figsize=(11, 4), layout="constrained")
    training, validation = figure.subplots(1, 2)
    steps = [(row["total_step"], row["loss"]) for row in rows if "loss" in row]
    training.plot(*zip(*steps, strict=True), linewidth=0.8)
    training.set(xlabel="step", ylabel="training loss (nats per token)")
    names = dict.fromkeys(name for row in rows for name in row.get("valid", ()))
    for name in names:
        points = [
            (row["total_step"], row["valid"][name]["bits_per_byte"])
            for row in rows
            if name in row.get("valid", ())
        ]
        validation.plot(*zip(*points, strict=True), marker=".", label=name)
    validation.set(xlabel="step", ylabel="validation (bits per byte)")
    if names:
        validation.legend()
    figure.savefig(run / "loss.png", dpi=120)
    return run / "loss.png"
