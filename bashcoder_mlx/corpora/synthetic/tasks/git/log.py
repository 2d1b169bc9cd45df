"""Histories of git: commits by author, age, message and path, in every form of output.

Every combination of criteria is tried on commits that meet all, some and none of them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks.git.parts.criteria import (
    CRITERIA,
    Commit,
    Criterion,
    commits,
    history,
    meeting,
    worded,
)
from bashcoder_mlx.corpora.synthetic.tasks.git.parts.forms import FORMS, Form
from bashcoder_mlx.corpora.synthetic.tasks.git.parts.repository import Past, printing

WEIGHT = 0.21


def tasks() -> Iterator[Task]:
    """All tasks of this family."""
    for chosen in _choices():
        for form in FORMS:
            sensible = form.name != "authors" or chosen[0].name != "author"
            if sensible and (form.pairs or len(chosen) == 1):
                yield _task(chosen, form)


def _choices() -> Iterator[tuple[Criterion, ...]]:
    yield from ((one,) for one in CRITERIA)
    for pair in combinations(CRITERIA, 2):
        rare = any(one.name in ("text", "grep-case") for one in pair)
        if pair[0].part != pair[1].part and not rare:
            yield pair


def _task(chosen: Sequence[Criterion], form: Form) -> Task:
    ends = [one.flag for one in chosen if one.last]
    inner = [one.flag for one in chosen if not one.last]
    which = " ".join(one.explained for one in chosen)
    return printing(
        "git/log." + "-".join([form.name, *(one.name for one in chosen)]),
        " ".join(["git log", *filter(None, [form.flags]), *inner, *ends]) + form.pipe,
        list(worded(form.say, chosen)),
        [f"{form.explained.replace('WHICH', which)}."],
        [_past(form, made) for made in _commits(chosen, "{count}" in form.flags)],
        list(worded(form.ask, chosen)),
        weight=1.0 if len(chosen) == 1 else 0.4,
    )


def _commits(chosen: Sequence[Criterion], are_limited: bool) -> list[list[Commit]]:
    """More of them than are listed, and only one, so that each criterion and the limit count."""
    if not are_limited:
        return [commits(chosen)]
    return [commits(chosen, repeated=True), commits(chosen, wanted=1)]


def _past(form: Form, made: Sequence[Commit]) -> Past:
    return history(made), lambda s: form.lines(meeting(made, s), s)
