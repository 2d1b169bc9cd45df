"""One evaluation: which systems, which parts, and the report of them all."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from bashcoder_mlx.checkpoints import find_checkpoint, shipped_weights
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.evaluation import CANDIDATES, SECTIONS, everyday, sections
from bashcoder_mlx.evaluation.execution import Executor
from bashcoder_mlx.evaluation.inputs import NL2BASH_DEV, Inputs
from bashcoder_mlx.evaluation.language import byte_counts, digest
from bashcoder_mlx.evaluation.report import Report
from bashcoder_mlx.evaluation.systems import KnowledgeBase, ModelSystem, Neighbours, System
from bashcoder_mlx.inference import load
from bashcoder_mlx.model_directory import read_config
from bashcoder_mlx.prompt import host_system
from bashcoder_mlx.shell.sandbox import find_sandbox
from bashcoder_mlx.shell.syntax import find_bash
from bashcoder_mlx.training.identity import recorded

BEFORE = "before.json"  # beside weights: scores of the model that they were trained on from


def evaluate(
    systems: Sequence[System],
    inputs: Inputs,
    *,
    parts: Sequence[str] = SECTIONS,
    count: int = CANDIDATES,
    before: System | None = None,
    note: Callable[[str], None] = lambda line: None,
) -> Report:
    """Asks every system and the baselines, and judges what they answer.

    Args:
        systems: those to judge; of two, the report gives the differences.
        inputs: from `inputs.read_inputs`.
        parts: which of `SECTIONS`.
        count: candidates of a question.
        before: the model that the first system was trained on from; shows what it retained.
        note: told what is being done.

    Raises:
        InputError: none of it can be measured.
        BashcoderError: bash is not installed, or `parts` is the tasks to execute alone and there is
            no sandbox.
    """
    if find_bash() is None:
        raise BashcoderError("bash is not installed: install it, answers are judged by it")
    report = Report([system.name for system in systems])
    neighbours = Neighbours(f"nearest neighbour ({inputs.known_as})", inputs.known)
    compared = [*systems, neighbours]
    if "language" in parts:
        models = [*systems, before] if before else systems
        report.add(sections.language(systems, inputs.texts, before, note), _pair(models))
    if "nl2bash" in parts and inputs.nl2bash:
        report.add(sections.nl2bash(compared, inputs.nl2bash, count, note), _pair(systems))
    elif "nl2bash" in parts:
        report.notes.append(f"no {NL2BASH_DEV} in the data folder: name another with --data-dir")
    if "everyday" in parts:
        _execute(report, compared, inputs, count, only=len(parts) == 1, note=note)
    if "macos" in parts and any(task.macos for task in inputs.tasks):
        report.add(everyday.macos(compared, inputs.tasks, note), _pair(systems))
    elif "macos" in parts:
        report.notes.append("none of the tasks is stated for macOS")
    if "explanation" in parts and inputs.explained:
        explained = sections.explanation([*compared, KnowledgeBase()], inputs.explained, note)
        report.add(explained, _pair(systems))
    if not any(section.figures for section in report.sections):
        reasons = "; ".join(report.notes) or "this needs a model"
        raise InputError(f"nothing could be measured: {reasons}")
    return report


def _execute(report: Report, systems, inputs: Inputs, count: int, only: bool, note) -> None:
    """Adds the executed tasks, or the reason why there are none, which is fatal if asked alone."""
    system = host_system()
    if not any(task.is_stated_for(system) for task in inputs.tasks):
        report.notes.append(f"none of the tasks is stated for {system}")
        return
    try:
        sandbox = find_sandbox()
    except BashcoderError as error:
        if only:
            raise
        report.notes.append(f"everyday tasks were not executed: {error}")
        return
    with Executor(sandbox) as executor:
        asked = (systems, inputs.tasks, count, system, executor, note)
        report.add(everyday.everyday(*asked), _pair(systems[:-1]))


def _pair(systems: Sequence[System]) -> tuple[str, str] | None:
    """The names of two systems whose difference is asked for."""
    return (systems[0].name, systems[1].name) if len(systems) == 2 else None


def open_system(model: str | Path | None, note: Callable[[str], None]) -> System:
    """A model as a system: ours, or any other that mlx-lm loads.

    Args:
        model: what `bashcoder_mlx.load` takes; the shipped weights by default.

    Raises:
        InputError: there is no such model.
        BashcoderError: its files are damaged, or mlx-lm cannot load it.
    """
    path = shipped_weights() if model is None else find_checkpoint(model, note)
    name = path.name if model is None else str(model)
    # Only directories of ours name the tasks of the prompt format.
    if path.is_file() or "tasks" in read_config(path):
        return ModelSystem(name, load(path, note))
    from bashcoder_mlx.evaluation.foreign import ForeignModel

    return ForeignModel(name, path)


class Stored(System):
    """The scores of a model that is not at hand, from the JSON report of its evaluation."""

    def __init__(self, path: Path):
        self.name = f"before ({path.name})"
        try:
            scores = json.loads(path.read_text(encoding="utf-8"))["sections"]["language"]["bits"]
            (self._bits,) = scores.values()
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path} is no report of one model's held-out text: make it with"
                " `bashcoder evaluate --only language --model MODEL --json`"
            ) from error

    def bits(self, documents: Sequence[Document]) -> np.ndarray | None:
        """See `System.bits`; None for other documents than were scored then."""
        found = self._bits.get(digest(documents))
        if found is None:
            return None
        return np.column_stack([found, byte_counts(documents)])


def open_before(before: str | Path | None, model: str | Path | None, note) -> System | None:
    """The model that another was trained on from.

    Args:
        before: a model, or a JSON report of one; by default what lies beside `model`: a report
            before.json, or in a run folder the checkpoint of its first stage.
    """
    if before is not None:
        path = Path(before).expanduser()
        return Stored(path) if path.suffix == ".json" else _earlier(before, note)
    path = (shipped_weights() if model is None else find_checkpoint(model)).resolve()
    if (path / BEFORE).is_file():
        return Stored(path / BEFORE)
    first = _first_stage(path)
    return _earlier(first, note) if first and first.resolve() != path else None


def _earlier(model: str | Path, note) -> System:
    system = open_system(model, note)
    system.name = f"before ({system.name})"
    return system


def _first_stage(path: Path) -> Path | None:
    for run in path.parents[:2]:
        try:
            stage = run / recorded(run)["recipe"]["stages"][0]["name"]
        except (KeyError, IndexError):
            continue
        return stage if stage.is_dir() else None
    return None
