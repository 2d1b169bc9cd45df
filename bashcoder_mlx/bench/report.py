"""The report: tables with ratios in Markdown, or one JSON document."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx import __version__
from bashcoder_mlx.bench.measure import SECONDS, Measured
from bashcoder_mlx.markdown import table

VALUE, PEAK = "value", "peak memory"


@dataclass(frozen=True)
class Ratio:
    """A figure of one case divided by that of another."""

    name: str
    above: str
    """The case whose figure is divided."""
    below: str
    """The case by whose figure it is divided."""
    of: str = VALUE
    """"value" (the trials, each with its neighbour in time), "peak memory", or a further figure."""
    over: str = ""
    """The figure of the case below, where it is another than `of`."""


@dataclass
class Section:
    """One table: cases that were measured side by side, and ratios of them."""

    title: str
    measured: list[Measured]
    wanted: Sequence[Ratio] = ()
    notes: Sequence[str] = ()

    def find(self, name: str) -> Measured | None:
        """The case of that name, where it gave anything."""
        found = [m for m in self.measured if m.case.name == name and not (m.left_out or m.failed)]
        return found[0] if found else None

    def ratios(self) -> dict[str, list[float]]:
        """Each ratio's median, least and most; without those of cases that were left out."""
        found = {ratio.name: self._quotients(ratio) for ratio in self.wanted}
        return {
            name: [statistics.median(all_of_it), min(all_of_it), max(all_of_it)]
            for name, all_of_it in found.items()
            if all_of_it
        }

    def _quotients(self, ratio: Ratio) -> list[float]:
        above, below = self.find(ratio.above), self.find(ratio.below)
        if above is None or below is None:
            return []
        dividends, divisors = _figures(above, ratio.of), _figures(below, ratio.over or ratio.of)
        if ratio.over:  # no neighbours in time
            dividends, divisors = _median(dividends), _median(divisors)
        return [a / b for a, b in zip(dividends, divisors, strict=True) if b]

    def add_share(self, name: str, per_unit: float, whole: float) -> None:
        """Adds a column: each case's median times `per_unit`, as a share of `whole`."""
        for measured in self.measured:
            if measured.values:
                share = measured.median * per_unit / whole
                measured.figures[name] = {"value": share, "unit": "share"}

    def to_text(self) -> str:
        """A Markdown table, the ratios, and what the cases are."""
        further = list(dict.fromkeys(name for m in self.measured for name in m.figures))
        unit = next((m.case.unit for m in self.measured), "")
        header = ["case", f"{unit}: median", "least to most", PEAK, *further]
        rows = [_row(measured, further) for measured in self.measured]
        lines = [f"### {self.title}", "", table(header, rows), ""]
        for name, (median, least, most) in self.ratios().items():
            spread = "" if least == most else f" ({least:.2f} to {most:.2f})"
            lines.append(f"- **{name}: {median:.2f}**{spread}")
        lines += [f"- {m.case.name}: {m.case.what}" for m in self.measured]
        return "\n".join([*lines, *(f"- {note}" for note in self.notes)])

    def to_json(self) -> dict:
        """The table as a document."""
        names = ("median", "low", "high")
        return {
            "title": self.title,
            "cases": [_document(measured) for measured in self.measured],
            "ratios": {n: dict(zip(names, r, strict=True)) for n, r in self.ratios().items()},
            "notes": list(self.notes),
        }


@dataclass
class Row:
    """The tables of one row, and how long they took."""

    name: str
    title: str
    sections: list[Section] = field(default_factory=list)
    seconds: float = 0.0

    def to_text(self) -> str:
        """The row in Markdown."""
        head = f"## {self.title}\n\n`bashcoder bench {self.name}`, {self.seconds:.0f} s"
        return "\n\n".join([head, *(section.to_text() for section in self.sections)])

    def to_json(self) -> dict:
        """The row as a document."""
        sections = [section.to_json() for section in self.sections]
        return {"title": self.title, "seconds": round(self.seconds, 1), "sections": sections}


@dataclass
class Report:
    """All rows that were measured in one run, on one machine."""

    machine: dict
    trials: int
    rows: list[Row] = field(default_factory=list)

    @property
    def failures(self) -> list[Measured]:
        """The cases whose process broke off."""
        sections = (section for row in self.rows for section in row.sections)
        return [m for section in sections for m in section.measured if m.failed]

    def to_text(self) -> str:
        """The report in Markdown."""
        facts = ", ".join(f"{key} {value}" for key, value in self.machine.items())
        head = f"{facts}. {self.trials} trials of each case, in turn."
        return "\n\n".join([head, *(row.to_text() for row in self.rows)])

    def to_json(self) -> dict:
        """The report as one document."""
        rows = {row.name: row.to_json() for row in self.rows}
        head = {"version": __version__, "machine": self.machine, "trials": self.trials}
        return head | {"rows": rows}


def _figures(measured: Measured, of: str) -> list[float]:
    if of == VALUE:
        return measured.values
    if of == PEAK:
        return [measured.peak_bytes]
    return [measured.figures[of]["value"]] if of in measured.figures else []


def _median(figures: list[float]) -> list[float]:
    return [statistics.median(figures)] if figures else []


def _row(measured: Measured, further: list[str]) -> list[str]:
    name = measured.case.name
    if reason := measured.left_out or measured.failed:
        return [name, f"left out: {reason}", *[""] * (2 + len(further))]
    shown: list[str] = ["", ""]
    if measured.values:
        write = number if measured.case.unit != SECONDS else seconds
        low, high = min(measured.values), max(measured.values)
        shown = [write(measured.median), f"{write(low)} to {write(high)}"]
    figures = (measured.figures.get(name) for name in further)
    cells = (with_unit(f["value"], f["unit"]) if f else "" for f in figures)
    return [name, *shown, with_unit(measured.peak_bytes, "bytes"), *cells]


def _document(measured: Measured) -> dict:
    case = measured.case
    document = {"name": case.name, "what": case.what, "unit": case.unit}
    if reason := measured.left_out or measured.failed:
        return document | {"failed" if measured.failed else "left_out": reason}
    values, median = measured.values, measured.median if measured.values else None
    document |= {"median": median, "low": min(values, default=None)}
    document |= {"high": max(values, default=None), "trials": values}
    return document | {"peak_bytes": measured.peak_bytes, "figures": measured.figures}


def number(value: float) -> str:
    """A number with three or more digits: 1.23, 45.6, 7,890."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def seconds(value: float) -> str:
    """Seconds, to a hundredth of a millisecond where they are few."""
    return f"{value:.2f}" if value >= 1 else f"{value:.3g}"


_UNITS: dict[str, Callable[[float], str]] = {
    "bytes": lambda value: f"{value / 1e6:,.0f} MB",
    "share": lambda value: f"{100 * value:.0f} %",
}


def with_unit(value: float, unit: str) -> str:
    """A figure as it is shown: bytes in MB, a share in per cent, others with their unit."""
    return _UNITS[unit](value) if unit in _UNITS else f"{number(value)} {unit}".strip()
