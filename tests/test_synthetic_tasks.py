"""The engine of the generator: tasks, their verification, and the pairs drawn from them."""

import dataclasses
import json
import random
import shlex
import subprocess
import sys

import pytest

from bashcoder_mlx.corpora.synthetic import generate, wording
from bashcoder_mlx.corpora.synthetic.slots import SLOTS, Draw, one_of
from bashcoder_mlx.corpora.synthetic.task import Outcome, Task, any_order, nothing
from bashcoder_mlx.corpora.synthetic.verify import failures
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.shell.sandbox import find_sandbox


def draw(seed: int = 0) -> Draw:
    return Draw(random.Random(seed).random)


def task(**changes) -> Task:
    standard = Task(
        name="test.count",
        say=["count [the|] lines of {file}"],
        ask=["how many lines has {file}?"],
        run="wc -l {file}",
        explain=["Counts the lines of {file}."],
        setup=lambda world, s: world.file(s.file, ["a", "b"]),
        expect=lambda world, s: f"2 {s.file}\n",
    )
    return dataclasses.replace(standard, **changes)


SCRIPT = """
#!/usr/bin/env bash
[[ $# -eq 1 ]] || { echo "usage: greet NAME" >&2; exit 2; }
read -r word
echo "$word $1"
"""


def script(**changes) -> Task:
    def greet(world, s, arguments):
        if not arguments:
            return Outcome(status=2, stderr="usage")
        return f"hello {s.file}\n"

    return task(
        run=SCRIPT, kind="script", calls=((), ("{file}",)), stdin="hello\n", expect=greet, **changes
    )


@pytest.fixture(scope="module")
def sandbox():
    try:
        return find_sandbox()
    except BashcoderError as error:
        pytest.skip(str(error))


# ---- tasks


@pytest.mark.parametrize("name", SLOTS)
def test_values_of_every_slot_are_many_and_fit_a_command(name):
    values = [SLOTS[name](draw(seed), True) for seed in range(300)]
    assert len({value.data for value in values}) >= 4
    for value in values:
        assert value.english and "  " not in " ".join(value.english)
        if isinstance(value.data, str) and name != "kind":
            assert shlex.split(value.text) == [value.data]


def test_names_with_blanks_are_drawn_and_quoted_only_where_they_stand_alone():
    alone, inside = task(), task(run="wc -l logs/{file}")
    drawn = [alone.draw(draw(seed)) for seed in range(400)]
    spaced = [bound for bound in drawn if " " in bound.file]
    assert spaced and all(f"'{b.file}'" in alone.answer("any", b) for b in spaced)
    assert not any(" " in inside.draw(draw(seed)).file for seed in range(400))


def test_two_slots_of_a_kind_differ():
    both = task(
        run="mv {alias} {alias2}", say=["{alias} {alias2}"], slots={"alias": one_of("a", "b")}
    )
    for seed in range(50):
        bound = both.draw(draw(seed))
        assert {bound.alias, bound.alias2} == {"a", "b"}


def test_braces_of_bash_stay():
    text = "awk '{print $1}' {1..3} ${file} {} +"
    braces = task(run=text)
    assert braces.answer("any", braces.draw(draw())) == text


# ---- verification


def faults(task: Task, sandbox) -> list[str]:
    return [fault for failure in failures([task], sandbox) for fault in failure.faults]


def test_a_right_command_passes(sandbox):
    assert faults(task(), sandbox) == []
    assert faults(script(), sandbox) == []


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"run": "wc -c {file}"}, "output"),
        ({"run": "wc -l {file}; touch extra"}, "unexpected extra"),
        ({"run": "wc -l {file}; rm {file}"}, "missing"),
        ({"run": "wc -l {file}; false"}, "exit status 1"),
        ({"run": "wc -l {file}; chmod 600 {file}"}, "mode 644, not 600"),
        ({"run": "wc -l {file}; sleep 60"}, "exit status 124"),
        ({"expect": lambda world, s: Outcome(stdout=None, stderr="no such")}, "no 'no such'"),
        ({"expect": lambda world, s: Outcome(stdout=None, calls=[["apt"]])}, "calls [], not"),
    ],
)
def test_a_wrong_command_fails(sandbox, monkeypatch, changes, fault):
    monkeypatch.setattr("bashcoder_mlx.trial.confinement.SECONDS", 1)
    assert any(fault in found for found in faults(task(**changes), sandbox))


def test_lines_may_come_in_any_order_only_if_the_oracle_says_so(sandbox):
    run = "printf '%s\\n' {file} b a"
    lines = lambda s: ["a", "b", s.file]  # noqa: E731
    assert faults(task(run=run, expect=lambda world, s: any_order(lines(s))), sandbox) == []
    assert faults(task(run=run, expect=lambda world, s: lines(s)), sandbox) != []


def test_a_stub_records_its_calls(sandbox):
    stubbed = task(
        run="apt -y install {file} && apt list ''",
        stubs=("apt",),
        expect=lambda world, s: Outcome(
            calls=[["apt", "-y", "install", s.file], ["apt", "list", ""]]
        ),
    )
    assert faults(stubbed, sandbox) == []


def test_what_runs_before_and_after_shares_the_shell(sandbox):
    exported = task(
        run="export {variable}={file}",
        say=["{variable} {file}"],
        before="unset {variable}",
        after="printenv {variable}",
        expect=lambda world, s: f"{s.file}\n",
    )
    assert faults(exported, sandbox) == []


# ---- wording


def wordings(one: Task, count: int = 400) -> list[str]:
    bound = one.draw(draw(1))
    return [wording.prompt(one, bound, draw(seed)) for seed in range(count)]


def test_what_fills_a_slot_is_never_touched():
    one = task(slots={"file": one_of("the accounts  of all.txt")})
    for prompt in wordings(one):
        assert "the accounts  of all.txt" in prompt


@pytest.mark.parametrize(
    "start",
    [
        "count",
        "how do I count",
        "please count",
        "I want to count",
        "pls count",
        "how I can count",
        "Count",
        "there is a file",
    ],
)
def test_every_kind_of_wording_occurs(start):
    assert any(prompt.startswith(start) for prompt in wordings(task(), 3000))


def test_prompts_are_many_and_some_are_misspelt():
    prompts = set(wordings(task()))
    assert any("count" not in p.lower() and "how" not in p.lower() for p in prompts)
    assert len(prompts) > 80


@pytest.mark.parametrize(
    ("say", "kind", "expected"),
    [
        ("show the lines in {file} with {word}", "telegram", "lines in a.txt with it's"),
        ("show where {file} is", "telegram", "show where a.txt is"),
        ("find the logs and delete them", "telegram", "find logs and delete them"),
        ("delete the file {file}", "telegram", "delete file a.txt"),
        ("show the lines with {word}, please", "hasty", "show the lines w/ it's pls"),
        ("put the lines of {file} into it", "learner", "put lines of a.txt into it"),
    ],
)
def test_a_kind_changes_our_words_only(say, kind, expected, monkeypatch):
    monkeypatch.setattr(wording, "_kind", lambda *_: kind)
    monkeypatch.setattr(wording, "_frames", lambda name: (("", ""),))
    slots = {"file": one_of("a.txt"), "word": one_of("it's")}
    one = task(say=[say], ask=(), run="grep {word} {file}", slots=slots)
    assert expected in wordings(one)


@pytest.mark.parametrize("made", [task, script])
def test_nobody_is_asked_how_to_for_each(made):
    one = made(say=["for each line of {file}, print it"], ask=())
    prompts = [prompt.lower() for prompt in wordings(one)]
    assert not [prompt for prompt in prompts if " to for" in prompt or " i for" in prompt]
    assert len(set(prompts)) > 20


def test_what_it_is_about_comes_first_or_last(monkeypatch):
    monkeypatch.setattr(wording, "_kind", lambda *_: "place")
    one = task(say=["list files in {dir}"], ask=(), run="ls {dir}", slots={"dir": one_of("docs")})
    found = {prompt.strip(".").lower() for prompt in wordings(one)}
    assert {"in docs, list files", "i have a folder docs; list files in it"} <= found
    assert "list files (in docs)" in found


def test_a_request_about_several_files_keeps_its_order(monkeypatch):
    monkeypatch.setattr(wording, "_kind", lambda *_: "place")
    one = task(say=["print the lines of {file} that are in {file2}"], ask=(), run="{file} {file2}")
    assert all(prompt.lower().startswith("p") for prompt in wordings(one, 50))


def test_prompts_are_one_clean_line():
    for prompt in wordings(task()) + wordings(script()):
        assert prompt == " ".join(prompt.split())


# ---- pairs


@pytest.fixture(scope="module")
def pairs():
    return list(generate.pairs(6000, seed=3))


def test_as_many_pairs_as_asked():
    assert [len(list(generate.pairs(count))) for count in (1, 77)] == [1, 77]


def test_no_prompt_comes_twice_for_a_kind_and_system(pairs):
    assert len({(pair.prompt, pair.kind, pair.os) for pair in pairs}) == len(pairs)


def test_another_process_with_the_same_seed_writes_the_same_bytes(pairs):
    code = (
        "import hashlib, json; from bashcoder_mlx.corpora.synthetic.generate import pairs\n"
        "print(json.dumps([p.to_record() for p in pairs(500, 3)]))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(other.stdout) == [pair.to_record() for pair in pairs[:500]]
    assert list(generate.pairs(500, seed=4)) != pairs[:500]


def test_there_are_three_directions_and_two_systems(pairs):
    assert {pair.kind for pair in pairs} == {"command", "script", "explanation"}
    assert {pair.os for pair in pairs} == {"any", "linux", "macos"}
    headed = [p for p in pairs if p.kind == "script" and p.prompt.startswith("#!")]
    assert headed
    for pair in headed:
        assert pair.prompt.startswith("#!/usr/bin/env bash\n# ") and "#!" not in pair.completion


def test_texts_are_clean(pairs):
    for pair in pairs:
        assert pair.prompt == pair.prompt.strip() and pair.completion == pair.completion.strip()
        assert pair.prompt.isascii() and pair.completion.isascii()
        assert pair.kind != "explanation" or pair.completion[0].isupper(), pair


def test_records_have_the_shape_of_json_lines(pairs):
    keys = ["prompt", "completion", "kind", "os", "source", "license", "task"]
    assert all(list(pair.to_record()) == keys for pair in pairs[:100])


def test_exhausted_tasks_end_the_pairs(monkeypatch):
    only = task(run="ls", say=["list"], ask=(), explain=["Lists."], setup=nothing)
    monkeypatch.setattr(generate, "families", lambda: {"one": 1.0})
    monkeypatch.setattr(generate, "family", lambda name: (only,))
    found = list(generate.pairs(10**6))
    assert 10 < len(found) < 5000
