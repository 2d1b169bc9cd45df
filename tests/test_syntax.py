"""`bash -n` as a judge of syntax."""

import subprocess

import pytest

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.shell import syntax
from bashcoder_mlx.shell.syntax import is_valid_bash, syntax_error


@pytest.mark.parametrize(
    "text",
    [
        "ls -la",
        "find . -name '*.py' -exec grep -l main {} +",
        'for f in *.txt; do\n\techo "$f"\ndone',
        "cat <<END\nhi\nEND",
        "# a comment only",
        "echo é",
        "-c looks like an option",
    ],
)
def test_complete_scripts_are_accepted(text):
    assert syntax_error(text) is None
    assert is_valid_bash(text)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("ls |", "unexpected end of file"),
        ("echo 'open", "unexpected EOF"),
        ("if true; then", "unexpected end of file"),
        ("echo $(date", "unexpected EOF"),
        (") ls", "syntax error"),
        ("cat <<END\nhi", "here-document"),
        ("echo a\0b", "NUL"),
        (" \n", "empty"),
    ],
)
def test_what_bash_rejects_is_explained_in_one_line(text, complaint):
    error = syntax_error(text)
    assert complaint in error
    assert "\n" not in error
    assert not is_valid_bash(text)


def test_nothing_is_run(tmp_path):
    canary = tmp_path / "canary"
    for text in (f"touch {canary}", f"set +n; touch {canary}", f"echo $(touch {canary})"):
        is_valid_bash(text)
    assert not canary.exists()


def test_start_up_files_of_the_person_are_not_read(tmp_path, monkeypatch):
    (tmp_path / "env").write_text("echo )")
    monkeypatch.setenv("BASH_ENV", str(tmp_path / "env"))
    assert is_valid_bash("ls")


def test_without_bash_the_error_says_so(monkeypatch):
    monkeypatch.setattr(syntax, "find_bash", lambda: None)
    with pytest.raises(BashcoderError, match="bash is not installed"):
        is_valid_bash("ls")


def test_a_parse_without_end_is_no_valid_script(monkeypatch):
    def never(*args, **options):
        raise subprocess.TimeoutExpired("bash", options["timeout"])

    monkeypatch.setattr(syntax.subprocess, "run", never)
    assert "not parsed within" in syntax_error("ls")
