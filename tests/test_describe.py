"""What the words of commands mean, as `bashcoder explain` and the notes of `ask` say it."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from bashcoder_mlx import inference
from bashcoder_mlx.cli.ask import command as ask_command
from bashcoder_mlx.cli.explain import command as explain_command
from bashcoder_mlx.inference.answer import Answer, Candidate
from bashcoder_mlx.shell.describe import UNKNOWN, describe
from bashcoder_mlx.shell.knowledge import constructs, utility


def texts(command: str, system: str = "linux") -> list[str]:
    return [part.text for part in describe(command, system)]


def meaning(command: str, text: str, system: str = "linux") -> str:
    return next(part.meaning for part in describe(command, system) if part.text == text)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("sed -i '' s/a/b/ f", "sed -i '' s/a/b/ f"),
        ("tar xzf a.tgz", "tar -x -z -f a.tgz"),
        ("find . -name '*.py' -exec rm {} +", "find . -name '*.py' -exec rm {} +"),
        ("ps aux | grep x", "ps aux | grep x"),
        ("git commit -am msg", "git commit -a -m msg"),
        ("sort -t, -k2,2nr", "sort -t, -k2,2nr"),
        ("xargs -0 -n1 rm", "xargs -0 -n1 rm"),
        ("[ -f x ] && echo y", "[ -f x ] && echo y"),
        ("ls -la > out 2>&1", "ls -l -a > out 2>&1"),
        ("echo ${x%.*}", "echo ${x%.*}"),
        ("sudo -u me ls -l", "sudo -u me ls -l"),
        ("sh -c 'ls -l' x", "sh -c 'ls -l' ls -l x"),
    ],
)
def test_every_word_has_its_part_in_order(command, expected):
    assert " ".join(texts(command)) == expected


def test_a_flag_is_explained_as_the_knowledge_base_has_it():
    assert meaning("ls -la", "-a") == utility("ls").flag("-a").does
    assert meaning("head -n5", "-n5") == f"{utility('head').flag('-n').does} (N: 5)"


def test_the_meaning_depends_on_the_system():
    assert meaning("sed -i '' p f", "''", "macos") == "the SUFFIX of -i"
    assert meaning("sed -i '' p f", "''", "linux") == "the SCRIPT"


@pytest.mark.parametrize(
    ("command", "text", "expected"),
    [
        ("cp a b c", "c", "the TARGET"),
        ("cp a b c", "b", "the SOURCE"),
        ("grep x f", "x", "the PATTERN"),
        ("chmod u+x f", "f", "the FILE"),
        ("set -o pipefail", "pipefail", "lets a pipeline fail where any of its commands fails"),
        ("made-up", "made-up", UNKNOWN),
        ("ls --made-up", "--made-up", UNKNOWN),
        ("f() { ls; }; f", "f", "a function of this script"),
        ("set +e", "+e", "turns off: ends the shell where a command fails"),
        ("date +%Y-%m", "+%Y-%m", "the year; the month as a number"),
        ("echo $1", "$1", "the WORD: an argument of the script or function, counted from 1"),
    ],
)
def test_words(command, text, expected):
    assert meaning(command, text) == expected


SAMPLES = {
    "${NAME:-WORD}": "echo ${x:-a b}",
    "${NAME:=WORD}": "echo ${x:=a}",
    "${#NAME}": "echo ${#x}",
    "${#NAME[@]}": "echo ${#x[@]}",
    "${NAME##PATTERN}": "echo ${x##*/}",
    "${NAME%PATTERN}": "echo ${x%.*}",
    "${NAME//PATTERN/WORD}": "echo ${x//a/b}",
    "${NAME/PATTERN}": "echo ${x/a}",
    "${NAME:START:LENGTH}": "echo ${x:1:2}",
    "${NAME:START}": "echo ${x: -2}",
    "${NAME^^}": "echo ${x^^}",
    "${NAME[@]}": 'echo "${x[@]}"',
    "${NAME[INDEX]}": "echo ${x[0]}",
    "${NAME[-1]}": "echo ${x[-1]}",
    "${!NAME}": "echo ${!x}",
    "${!NAME[@]}": "echo ${!x[@]}",
    "$@": 'echo "$@"',
    "$?": "echo $?",
    "$N": "echo $1",
    "$(…)": "echo $(ls)",
    "$((…))": "echo $((1+2))",
    "<(…)": "cat <(ls)",
    "`…`": "echo `ls`",
    ">>": "ls >> f",
    "2>&1": "ls 2>&1",
    "2> /dev/null": "ls 2>/dev/null",
    ">&2": "echo x >&2",
    "<<": "cat <<E\na\nE",
    "<<<": "cat <<< a",
    "|&": "ls |& cat",
    "||": "ls || pwd",
    "&": "ls &",
    "**": "ls **/*.py",
    "?": "ls a?",
    "[…]": "ls [ab]",
    "[!…]": "ls [!ab]",
    "~": "ls ~/a",
    "{A,B}": "ls a.{b,c}",
    "{A..B}": "echo {1..3}",
    "NAME=VALUE": "x=1",
    "NAME=VALUE COMMAND": "x=1 ls",
    "NAME=(…)": "x=(1 2)",
    "NAME+=(…)": "x+=(1)",
    "NAME[INDEX]=VALUE": "x[1]=2",
    "NAME()": "f() { ls; }",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_constructs_are_recognised(name):
    found = [part.meaning.split("the WORD: ")[-1] for part in describe(SAMPLES[name], "linux")]
    assert any(constructs()[name].purpose in text for text in found)


@pytest.mark.parametrize("quoted", ["'*'", '"?"', r"\*", "'~'", "'a{b,c}'", "'$x'"])
def test_what_is_quoted_is_no_construct(quoted):
    assert texts(f"echo {quoted}") == ["echo", quoted]


# --- the commands ---


@pytest.fixture
def answers(monkeypatch):
    """Makes `ask` and `explain` answer what is given here."""

    def give(text: str, system: str = "linux"):
        answer = Answer("", "command", system, (Candidate(text, -1.0, -1.0, True, True),))

        def reply(prompt, model=None, **options):
            return replace(answer, prompt=prompt)

        monkeypatch.setattr(inference, "ask", reply)
        monkeypatch.setattr(inference, "explain", reply)

    return give


def invoke(command, *args):
    return CliRunner().invoke(command, list(args), catch_exceptions=False)


def test_explain_prints_a_sentence_and_a_line_for_each_word(answers):
    answers("Lists files.")
    lines = invoke(explain_command, "ls -l d").stdout.splitlines()
    assert lines[0] == "Lists files."
    assert [line.split()[0] for line in lines[1:]] == ["ls", "-l", "d"]
    meanings = [part.meaning for part in describe("ls -l d", "linux")]
    columns = {line.index(text) for line, text in zip(lines[1:], meanings, strict=True)}
    assert len(columns) == 1


def test_explain_keeps_the_column_beside_what_is_shown_escaped(answers):
    answers("Lists.")
    lines = invoke(explain_command, "ls '\x1b'").stdout.splitlines()[1:]
    assert lines[1].startswith("  '\\x1b'  ") and lines[0].startswith("  ls      ")


def test_explain_gives_the_parts_as_json(answers):
    answers("Lists files.")
    document = json.loads(invoke(explain_command, "--json", "ls").stdout)
    assert document["parts"] == [{"text": "ls", "meaning": utility("ls").purpose}]


def test_ask_notes_what_can_be_lost_in_one_line(answers):
    answers("rm -rf ./build")
    result = invoke(ask_command, "delete", "build")
    assert (result.stdout, result.exit_code) == ("rm -rf ./build\n", 0)
    assert result.stderr.startswith("note: rm -rf can destroy ") and result.stderr.count("\n") == 1


def test_ask_notes_what_the_system_lacks(answers):
    answers("sed -i s/a/b/ f", "macos")
    document = json.loads(invoke(ask_command, "--json", "replace").stdout)
    assert "write -i ''" in document["warnings"][0]


def test_ask_has_nothing_to_note_on_a_harmless_command(answers):
    answers("ls -la")
    assert invoke(ask_command, "list").stderr == ""
