"""The everyday suite: that every task can be passed, and not by doing nothing."""

import re
from collections import Counter
from functools import cache

import pytest
from sandboxed import sandbox_or_skip

from bashcoder_mlx.evaluation.execution import Executor, faults
from bashcoder_mlx.evaluation.suite import read_suite, shipped_suite
from bashcoder_mlx.evaluation.systems import prompt_key
from bashcoder_mlx.shell import dialect
from bashcoder_mlx.shell.syntax import find_bash, is_valid_bash

AREAS = sorted(path.stem for path in shipped_suite().glob("*.toml"))
NOTHING = ("true", "false", ":", "ls", "echo", "cat *")


@cache
def tasks(area: str) -> tuple:
    return tuple(task for task in read_suite(shipped_suite()) if task.area == area)


@pytest.fixture(scope="module")
def sandbox():
    return sandbox_or_skip()


def test_there_are_250_tasks_of_every_area_and_a_third_for_macos():
    suite = read_suite(shipped_suite())
    assert len(suite) >= 250
    assert sum(bool(task.macos) for task in suite) >= len(suite) / 3
    areas = {"files", "search", "text", "counting", "archives", "permissions", "loops", "scripts"}
    assert areas <= {task.area for task in suite}


def test_no_prompt_comes_twice():
    counts = Counter(prompt_key(task.prompt) for task in read_suite(shipped_suite()))
    assert [prompt for prompt, count in counts.items() if count > 1] == []


@pytest.mark.skipif(not find_bash(), reason="bash is not installed")
@pytest.mark.parametrize("area", AREAS)
def test_references_are_bash_that_the_knowledge_base_knows_for_their_system(area):
    for task in tasks(area):
        for system in ("linux", "macos"):
            for reference in task.references_on(system):
                assert is_valid_bash(reference), reference
                assert dialect.faults(reference, system) == [], (system, reference)


@pytest.mark.parametrize("area", AREAS)
def test_references_pass_a_second_time_and_doing_nothing_does_not(area, sandbox):
    runnable = [task for task in tasks(area) if not task.missing("linux")]
    assert len(runnable) > len(tasks(area)) / 2, "too few utilities are installed here"
    small = []
    with Executor(sandbox) as first, Executor(sandbox) as second:
        for task in runnable:
            for reference in task.references:
                wanted, found = first.outcome(task, reference), second.outcome(task, reference)
                assert faults(task, wanted, found) == [], (task.prompt, reference)
                assert wanted.accepted in (True, None), (task.prompt, reference)
            if re.fullmatch(r"\d|1[0-2]", first.outcome(task, task.references[0]).stdout):
                small.append(task.prompt)
            idle = [(task, text) for text in NOTHING if text not in task.references]
            passed = list(first.passed(idle))
            assert not any(passed), (task.prompt, idle[passed.index(True)][1])
    # A wrong count may be right by chance where it is small; of five tries there is no way out.
    assert [prompt for prompt in small if "at most 5 times" not in prompt] == []
