"""The report: a table for each part, one JSON document, plots."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bashcoder_mlx import __version__
from bashcoder_mlx.atomic import new_directory
from bashcoder_mlx.evaluation.figures import CONFIDENCE, RESAMPLES, Figure, Interval
from bashcoder_mlx.evaluation.sections import Section
from bashcoder_mlx.markdown import table

# What others report, on their own test sets; the sources give no intervals.
PUBLISHED = {
    "nl2bash": (
        "Descriptions of the same words are one, any of their gold commands counts. Published, on"
        " NL2Bash's test split, by another matcher that is one for these three: exact, template,"
        " character BLEU: sub-token CopyNet (Lin et al. 2018) 0.128, 0.219, 0.563; Tellina 0.038,"
        " 0.205, 0.484; nearest neighbour 0.022, 0.174, 0.433. NLC2CMD score: CopyNet 0.116;"
        " nearest neighbour 0.092, @5 0.363. Judged by people, CopyNet answers 0.366 right.",
    ),
    "everyday": (
        "Published, on the 300 tasks of InterCode-ALFA, judged by an embedding: Qwen2.5-Coder-0.5B"
        " 0.10 (fine-tuned 0.27), 1.5B 0.21, GPT-3.5 0.58, GPT-4o 0.74. Other tasks and a milder"
        " judge: for orientation.",
    ),
    "explanation": (
        "Published, on BashExplainer's own split of 10,592 pairs, BLEU-4: a transformer from"
        " scratch 0.200, retrieval 0.279, the best 0.304.",
    ),
}


@dataclass
class Report:
    """All parts of an evaluation, and the systems that were judged."""

    systems: Sequence[str]
    sections: list[Section] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    differences: dict[str, dict[str, Interval]] = field(default_factory=dict)
    """By part and figure: the first of two systems less the second, over the same items."""

    def add(self, section: Section, pair: tuple[str, str] | None = None) -> None:
        """Adds a part, with the two systems whose difference it shows."""
        self.sections.append(section)
        first, second = (section.figures.get(name, {}) for name in pair or ("", ""))
        self.differences[section.name] = {
            label: first[label].minus(second[label]) for label in first if label in second
        }

    def to_json(self, command: str) -> dict:
        """The report as one document.

        Args:
            command: the words that, with the name of a part, give that part again.
        """
        return {
            "version": __version__,
            "systems": list(self.systems),
            "interval": f"{CONFIDENCE:.0%}, bootstrap over items, {RESAMPLES} resamples",
            "notes": self.notes,
            "sections": {s.name: self._section(s, command) for s in self.sections},
        }

    def _section(self, section: Section, command: str) -> dict:
        figures = {
            name: {label: _numbers(figure) for label, figure in some.items()}
            for name, some in section.figures.items()
        }
        differences = self.differences[section.name]
        document = {
            "title": section.title,
            "command": f"{command} --only {section.name}",
            "figures": figures,
            "differences": {label: [i.value, i.low, i.high] for label, i in differences.items()},
            "notes": section.notes,
        }
        return document | ({"bits": section.bits} if section.bits else {})

    def to_text(self, command: str) -> str:
        """The report as Markdown tables."""
        parts = []
        for section in self.sections:
            lines = [f"## {section.title}", "", f"`{command} --only {section.name}`", ""]
            texts = (*section.notes, *PUBLISHED.get(section.name, ()))
            lines += [self._table(section), *(f"\n{text}" for text in texts)]
            parts.append("\n".join(lines))
        return "\n\n".join([*parts, *(f"Note: {note}" for note in self.notes)])

    def _table(self, section: Section) -> str:
        differences = self.differences[section.name]
        header = ["", *section.figures, *(["difference"] if differences else [])]
        labels = dict.fromkeys(label for some in section.figures.values() for label in some)
        rows = []
        for label in labels:
            found = [some.get(label) for some in section.figures.values()]
            cells = [_shown(figure.interval) if figure else "" for figure in found]
            if differences:
                cells.append(_shown(differences[label], "+") if label in differences else "")
            rows.append([label, *cells])
        return table(header, rows)

    def write(self, folder: Path, command: str) -> list[Path]:
        """Writes report.json, report.md, examples.jsonl and plots; gives what was written.

        Raises:
            BashcoderError: the folder cannot be written.
        """
        from bashcoder_mlx.evaluation.plots import plot_sections

        with new_directory(folder) as temporary:
            document = json.dumps(self.to_json(command), indent=1, allow_nan=False)
            (temporary / "report.json").write_text(document + "\n")
            (temporary / "report.md").write_text(self.to_text(command) + "\n", encoding="utf-8")
            with (temporary / "examples.jsonl").open("w") as file:
                for section in self.sections:
                    for example in section.examples:
                        file.write(json.dumps({"section": section.name} | example) + "\n")
            plot_sections(self.sections, temporary)
            names = sorted(path.name for path in temporary.iterdir())
        return [folder / name for name in names]


def _numbers(figure: Figure) -> dict:
    return asdict(figure.interval) | {"items": figure.items}


def _shown(interval: Interval, sign: str = "") -> str:
    if interval.low is None:
        return f"{interval.value:{sign}.3f}"
    return f"{interval.value:{sign}.3f} ({interval.low:{sign}.3f} to {interval.high:{sign}.3f})"
