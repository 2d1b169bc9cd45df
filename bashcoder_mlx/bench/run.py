"""Runs rows, each in a temporary folder, and gathers the report."""

import importlib
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bashcoder_mlx.bench.machine import describe_machine
from bashcoder_mlx.bench.measure import Case, measure
from bashcoder_mlx.bench.report import Ratio, Report, Row, Section


class Bench:
    """What a row is given: a folder, the number of trials, and `compare`."""

    def __init__(self, row: Row, folder: Path, trials: int, note: Callable[[str], None]):
        self.folder, self.trials, self.note = folder, trials, note
        self._row = row

    def compare(
        self,
        title: str,
        cases: Sequence[Case],
        ratios: Sequence[Ratio] = (),
        notes: Sequence[str] = (),
        most_trials: int | None = None,
    ) -> Section:
        """Measures cases side by side and adds them to the report as one table.

        Args:
            title: of the table.
            cases: what to measure; see the top of the package.
            ratios: of their figures; left out where a case is.
            notes: further lines under the table.
            most_trials: a limit for cases that take long.
        """
        self.note(f"{self._row.name}: {title}")
        trials = min(self.trials, most_trials or self.trials)
        measured = measure(cases, trials, lambda line: self.note(f"  {line}"))
        section = Section(title, measured, ratios, notes)
        self._row.sections.append(section)
        return section


def run_rows(names: Sequence[str], trials: int, note: Callable[[str], None]) -> Report:
    """Measures rows.

    Args:
        names: of modules of this package, from `ROWS`.
        trials: of each case.
        note: told what happens.
    """
    report = Report(describe_machine(), trials)
    _warn_of_load(note)
    for name in names:
        module = importlib.import_module(f"bashcoder_mlx.bench.{name}")
        row, start = Row(name, module.TITLE), time.monotonic()
        with tempfile.TemporaryDirectory(prefix="bashcoder-bench-") as folder:
            module.run(Bench(row, Path(folder), trials, note))
        row.seconds = time.monotonic() - start
        report.rows.append(row)
    return report


def _warn_of_load(note: Callable[[str], None]) -> None:
    """Threads that wait for each other lose most to other work, so that ratios would mislead."""
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 4:
        note(
            f"warning: the machine is busy (load {load:.1f} on {cores} cores), which slows peers "
            "with threads more than others: measure again when it is idle"
        )
