"""Bars with intervals, one image for each part of a report; needs the `report` extra."""

from collections.abc import Sequence
from pathlib import Path

from bashcoder_mlx.evaluation.sections import Section

_WIDTH = 0.8  # of all bars of one figure together


def plot_sections(sections: Sequence[Section], folder: Path) -> list[Path]:
    """Draws NAME.png for each part; nothing without matplotlib.

    Args:
        folder: exists.
    """
    try:
        from matplotlib.figure import Figure as Canvas
    except ImportError:
        return []
    return [_plot(section, folder, Canvas) for section in sections if section.figures]


def _plot(section: Section, folder: Path, Canvas) -> Path:
    labels = list(dict.fromkeys(label for some in section.figures.values() for label in some))
    canvas = Canvas(figsize=(9, 1.2 + 0.42 * len(labels)), layout="constrained")
    axes = canvas.subplots()
    height = _WIDTH / len(section.figures)
    for order, (name, figures) in enumerate(section.figures.items()):
        rows = [
            (at, figures[label].interval) for at, label in enumerate(labels) if label in figures
        ]
        values = [interval.value for _, interval in rows]
        errors = [
            (i.value - i.low, i.high - i.value) if i.low is not None else (0, 0) for _, i in rows
        ]
        axes.barh(
            [at + (order + 0.5) * height - _WIDTH / 2 for at, _ in rows],
            values,
            height,
            # A percentile interval need not hold the value itself.
            xerr=[[max(error[side], 0) for error in errors] for side in (0, 1)],
            label=name,
            error_kw={"linewidth": 0.8},
        )
    axes.set_yticks(range(len(labels)), labels)
    axes.invert_yaxis()
    axes.set_title(section.title)
    axes.axvline(0, color="black", linewidth=0.5)
    axes.legend(fontsize="small")
    path = folder / f"{section.name}.png"
    canvas.savefig(path, dpi=120)
    return path
