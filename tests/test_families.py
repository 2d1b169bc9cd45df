"""Every task of the generator: what it says, that its commands are sound, and that they do it."""

import os
import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from bashcoder_mlx.corpora.cleaning.bash_check import start_check
from bashcoder_mlx.corpora.synthetic import phrases
from bashcoder_mlx.corpora.synthetic.slots import Draw
from bashcoder_mlx.corpora.synthetic.task import ANY, Task
from bashcoder_mlx.corpora.synthetic.tasks import FAMILIES, every_task, family
from bashcoder_mlx.corpora.synthetic.verified import verify
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


def used(task: Task) -> set[str]:
    """The slots of the commands."""
    parts = [part for answer in task.answers.values() for part in answer]
    return {part.name for part in parts if isinstance(part, phrases.Slot)}


def test_names_are_unique():
    counts = Counter(task.name for task in every_task())
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_two_tasks_have_the_same_command():
    owners = {}
    for task in every_task():
        for system, answer in task.answers.items():
            shape = "".join(p if isinstance(p, str) else f"{{{p.name[:-1]}}}" for p in answer)
            owners.setdefault((shape, system), []).append(task.name)
    assert [names for names in owners.values() if len(names) > 1] == []


@pytest.mark.parametrize("name", FAMILIES)
def test_every_wording_names_the_values_that_the_command_needs(name):
    for task in family(name):
        for parts in (*task.say_parts, *task.ask_parts, *task.explain_parts):
            said = {slot.name for slot in phrases.slots(parts)}
            assert phrases.slots_always(parts) == said == used(task), task.name


@pytest.mark.parametrize("name", FAMILIES)
def test_every_task_can_be_asked_and_explained(name):
    for task in family(name):
        assert task.say and task.explain, task.name
        assert set(task.answers) <= {ANY, "linux", "macos"}
        assert (ANY not in task.answers) or len(task.answers) == 1, task.name


@pytest.mark.parametrize("name", FAMILIES)
def test_explanations_are_sentences(name):
    for task in family(name):
        for text in task.explain:
            assert text[0].isupper() or text[0] in "[{", (task.name, text)


@pytest.mark.parametrize("name", FAMILIES)
def test_scripts_begin_with_a_shebang_and_have_5_to_40_lines(name):
    for task, _, answer in instances(name):
        assert (task.kind == "script") == answer.startswith("#!/usr/bin/env bash\n"), task.name
        assert task.kind != "script" or 5 <= answer.count("\n") + 1 <= 40, task.name


@pytest.mark.skipif(not find_bash(), reason="bash is not installed")
@pytest.mark.parametrize("name", FAMILIES)
def test_every_command_is_valid_bash(name):
    found = {answer: task.name for task, _, answer in instances(name)}
    with ThreadPoolExecutor(2) as pool:
        accepted = start_check(list(found), pool)()
    assert [n for n, good in zip(found.values(), accepted, strict=True) if not good] == []


@pytest.mark.parametrize("name", FAMILIES)
def test_the_knowledge_base_has_every_utility_and_flag_for_its_system(name):
    faults = {}
    for task, system, answer in instances(name):
        for checked in ("linux", "macos") if system == ANY else (system,):
            if found := dialect.faults(answer, checked):
                faults[f"{task.name} {checked}"] = found
    assert faults == {}


@pytest.mark.parametrize("name", FAMILIES)
def test_every_command_does_what_it_says(name, monkeypatch, tmp_path):
    if os.environ.get("BASHCODER_FULL"):
        monkeypatch.setattr("bashcoder_mlx.corpora.synthetic.verify.INSTANCES", 4)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    result = verify(family(name), note=lambda line: None)
    if result.reason:
        pytest.skip(result.reason)
    assert result.executed + result.recorded == sum(
        set(t.answers) != {"macos"} for t in family(name)
    )
