"""The parts of an evaluation about tasks: executed on this system, and asked for macOS."""

from collections.abc import Callable, Sequence

import numpy as np

from bashcoder_mlx.evaluation.execution import Executor
from bashcoder_mlx.evaluation.figures import Figure, share
from bashcoder_mlx.evaluation.matching import is_template_match
from bashcoder_mlx.evaluation.sections import (
    Section,
    ask_systems,
    copying_figures,
    form_figures,
    is_valid,
    note_examples,
    same_utility,
)
from bashcoder_mlx.evaluation.suite import Task, by_area
from bashcoder_mlx.evaluation.systems import Question, Reply, System
from bashcoder_mlx.shell import dialect


def everyday(
    systems: Sequence[System],
    tasks: Sequence[Task],
    count: int,
    system: str,
    executor: Executor,
    note: Callable,
) -> Section:
    """The tasks stated for a system that can be judged here: every candidate executed."""
    section = Section("everyday", "")
    runnable = _runnable(tasks, system, executor, section)
    section.title = f"Everyday tasks, {len(runnable)} executed"
    questions = [Question(task.prompt, task.kind, system) for task in runnable]
    golds = [task.references_on(system) for task in runnable]
    for name, replies in ask_systems(systems, questions, count, note).items():
        note(f"executing the answers of {name}")
        passes = _passes(runnable, replies, system, executor)
        section.figures[name] = _pass_figures(runnable, passes, count)
        section.figures[name] |= form_figures(questions, replies)
        section.figures[name] |= copying_figures(questions, replies, golds)
        note_examples(section, name, questions, golds, replies, passed=passes)
    return section


def _runnable(tasks, system: str, executor: Executor, section: Section) -> list[Task]:
    """The tasks to ask; the section notes which are left out, and why."""
    stated = [task for task in tasks if task.is_stated_for(system)]
    missing = {task: found for task in stated if (found := task.missing(system))}
    if missing:
        names = sorted({name for found in missing.values() for name in found})
        section.notes.append(
            f"Tasks left out: {len(missing)}, as {', '.join(names)} is not installed here."
        )
    unfit = executor.unfit([task for task in stated if task not in missing], system)
    section.notes += [f"Left out: {task.prompt!r}: {fault}." for task, fault in unfit.items()]
    return [task for task in stated if task not in missing and task not in unfit]


def _passes(tasks, replies: Sequence[Reply], system: str, executor: Executor) -> list[list[bool]]:
    """For each task, whether each candidate passes."""
    answers = [
        (task, text) for task, reply in zip(tasks, replies, strict=True) for text in reply.texts
    ]
    verdicts = executor.passed(answers, system)
    return [[next(verdicts) for _ in reply.texts] for reply in replies]


def _pass_figures(tasks, passes: list[list[bool]], count: int) -> dict[str, Figure]:
    """The shares of tasks that the first candidate passes, and any of them; the first by area."""
    first = {task: row[:1] == [True] for task, row in zip(tasks, passes, strict=True)}
    figures = {"pass@1": share(list(first.values()))}
    figures[f"pass@{count}"] = share([any(row) for row in passes])
    for area, some in by_area(tasks).items():
        figures[f"pass@1, {area} ({len(some)})"] = share([first[task] for task in some])
    return figures


def macos(systems: Sequence[System], tasks: Sequence[Task], note: Callable) -> Section:
    """The tasks stated for macOS: judged by syntax and the knowledge base; nothing is run."""
    stated = [task for task in tasks if task.macos]
    section = Section("macos", f"Everyday tasks for macOS, {len(stated)}, not executed")
    questions = [Question(task.prompt, task.kind, "macos") for task in stated]
    golds = [(task.macos,) for task in stated]
    for name, replies in ask_systems(systems, questions, 1, note).items():
        fit = [
            is_valid(question, reply, reply.text) and not dialect.faults(reply.text, "macos")
            for question, reply in zip(questions, replies, strict=True)
        ]
        paired = [(reply.text, some) for reply, some in zip(replies, golds, strict=True)]
        right = [same_utility(text, some) for text, some in paired]
        section.figures[name] = {
            "fit for macOS": share(fit),
            "fit for macOS and right first utility": share(np.logical_and(fit, right)),
            "template match": share([is_template_match(text, some) for text, some in paired]),
        }
        note_examples(section, name, questions, golds, replies, fit=fit)
    return section
