"""Every task of the generator: what it says, that its commands are sound, and that they do it."""

import os
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest
from sandboxed import sandbox_or_skip

from bashcoder_mlx.corpora.cleaning.bash_check import start_check
from bashcoder_mlx.corpora.synthetic import check, verify
from bashcoder_mlx.corpora.synthetic.record import unrecorded
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import ANY, Task
from bashcoder_mlx.corpora.synthetic.tasks import every_task, families, family
from bashcoder_mlx.corpora.synthetic.verify import failures
from bashcoder_mlx.shell import dialect
from bashcoder_mlx.shell.syntax import find_bash


@cache
def instances(name: str) -> list[tuple[Task, str, str]]:
    """Every task of a family with each of its systems and commands, filled."""
    found = []
    for task in family(name):
        bound = task.draw(Draw(random.Random(task.name).random))
        found += [(task, system, task.answer(system, bound)) for system in task.answers]
    return found


def test_names_are_unique():
    counts = Counter(task.name for task in every_task())
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_two_tasks_have_the_same_command():
    owners = {}
    for task in every_task():
        if task.name.startswith(("compose/", "scripts/every")):
            continue  # what is composed may say in other words what a table says too
        for system, answer in task.answers.items():
            shape = "".join(p if isinstance(p, str) else f"{{{p.name[:-1]}}}" for p in answer)
            owners.setdefault((shape, system), []).append(task.name)
    assert [names for names in owners.values() if len(names) > 1] == []


@pytest.mark.parametrize("name", families())
def test_nothing_can_be_said_against_a_task(name):
    assert [fault for task in family(name) for fault in check.faults(task)] == []


@pytest.mark.parametrize("name", families())
def test_scripts_have_3_to_40_lines(name):
    for task, _, answer in instances(name):
        assert task.kind != "script" or 3 <= answer.count("\n") + 1 <= 40, task.name


@pytest.mark.skipif(not find_bash(), reason="bash is not installed")
@pytest.mark.parametrize("name", families())
def test_every_command_is_valid_bash(name):
    found = {answer: task.name for task, _, answer in instances(name)}
    with ThreadPoolExecutor(2) as pool:
        accepted = start_check(list(found), pool)()
    assert [n for n, good in zip(found.values(), accepted, strict=True) if not good] == []


@pytest.mark.parametrize("name", families())
def test_the_knowledge_base_has_every_utility_and_flag_for_its_system(name):
    faults = {}
    for task, system, answer in instances(name):
        for checked in ("linux", "macos") if system == ANY else (system,):
            if found := dialect.faults(answer, checked):
                faults[f"{task.name} {checked}"] = found
    assert faults == {}


@pytest.mark.parametrize("name", families())
def test_every_command_does_what_it_says(name, monkeypatch):
    # All three draws were run for the record (`bashcoder data tasks --record`).
    if not os.environ.get("BASHCODER_FULL"):
        monkeypatch.setattr(verify, "INSTANCES", 1)
    found = list(failures(family(name), sandbox_or_skip()))
    missing = {program for failure in found for program in failure.missing}
    assert [str(failure) for failure in found if not failure.missing] == []
    if missing:
        pytest.skip(f"not all was run: this machine lacks {', '.join(sorted(missing))}")


def test_what_was_verified_is_recorded():
    names = [task.name for task in unrecorded(every_task())]
    assert names == [], "run `bashcoder data tasks --record` and commit verified.json"
