"""What may reach a terminal, and what is read from standard input."""

import io
import json
import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bashcoder_mlx import terminal
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.terminal import note, piped_input, sanitise, write_answer, write_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),  # CSI: clears the screen
        ("\x1b]8;;http://x\x1b\\a", "\\x1b]8;;http://x\\x1b\\a"),  # OSC 8: a link
        ("\x1b]52;c;cm0=\x07", "\\x1b]52;c;cm0=\\x07"),  # OSC 52: sets the clipboard
        ("\x9b31m", "\\x9b31m"),  # CSI as one C1 character
        ("rm\b\bls", "rm\\x08\\x08ls"),
        ("rm -rf /\rls", "rm -rf /\\x0dls"),
        ("ls\r\n", "ls\\x0d\n"),
        ("\x7f\x00", "\\x7f\\x00"),
        ("\u202egpj", "\\u202egpj"),
        ("\u2066a\u2069", "\\u2066a\\u2069"),
        ("l\u200bs", "l\\u200bs"),
        ("\ufeffls", "\\ufeffls"),
        ("a\u2028b", "a\\u2028b"),
        ("\U000e0041", "\\U000e0041"),
        ("\udcff", "\\xff"),  # a byte that was not UTF-8
        ("\ud800", "\\ud800"),
    ],
)
def test_what_could_act_on_a_terminal_is_shown_escaped(text, shown):
    assert sanitise(text) == shown


@pytest.mark.parametrize("text", ["a\tb\nc", "naïve 漢字 👩‍💻", "[a-z]* ${a[@]} \\x1b", ""])
def test_harmless_text_is_kept(text):
    assert sanitise(text) == text


@given(st.text())
def test_sanitising_leaves_nothing_to_sanitise(text):
    clean = sanitise(text)
    assert sanitise(clean) == clean
    assert clean.encode("utf-8").count(b"\x1b") == 0


@pytest.mark.parametrize("text", ["ls", "ls\n", "ls\n\n"])
def test_an_answer_ends_in_one_newline(capsys, text):
    write_answer(text)
    assert capsys.readouterr() == ("ls\n", "")


def test_an_answer_is_never_markup_nor_wrapped(capsys):
    text = "rm [a-z]*.txt ${arr[@]} [/] [bold]" + " x" * 200
    write_answer(text)
    assert capsys.readouterr().out == text + "\n"


def test_json_holds_any_character_and_prints_only_ascii(capsys):
    text = "".join(map(chr, range(0x20 + 0x80))) + "\u202e\U000e0041 é"
    write_json({"text": text})
    out = capsys.readouterr().out
    assert json.loads(out) == {"text": text}
    assert all(" " <= character <= "~" or character == "\n" for character in out)


def test_notes_go_to_stderr_sanitised(capsys):
    note("\x1b[31mred")
    assert capsys.readouterr() == ("", "\\x1b[31mred\n")


def test_a_closed_stdout_is_an_error_and_a_closed_stderr_is_not(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    note("lost")
    with pytest.raises(BashcoderError, match="closed"):
        write_answer("ls")


def test_a_full_disk_is_named(monkeypatch):
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(BashcoderError, match="standard output: No space left"):
            write_answer("ls")
        monkeypatch.undo()
        os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())


@pytest.fixture
def stdin(monkeypatch):
    """Makes a descriptor, or bytes in memory, standard input."""

    def replace(source):
        raw = io.BytesIO(source) if isinstance(source, bytes) else os.fdopen(source, "rb")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(raw, encoding="utf-8"))

    return replace


def pipe_with(data: bytes) -> int:
    read, write = os.pipe()
    os.write(write, data)
    os.close(write)
    return read


def test_a_pipe_and_a_file_are_read(stdin, tmp_path):
    stdin(pipe_with("log: é\n".encode()))
    assert piped_input() == "log: é\n"
    (tmp_path / "log").write_bytes(b"text")
    stdin(os.open(tmp_path / "log", os.O_RDONLY))
    assert piped_input() == "text"


def test_no_input_is_empty(stdin, monkeypatch):
    stdin(os.open(os.devnull, os.O_RDONLY))
    assert piped_input() == ""
    stdin(pipe_with(b""))
    assert piped_input() == ""
    monkeypatch.setattr(sys, "stdin", None)
    assert piped_input() == ""


def test_a_terminal_is_never_read(stdin):
    _, terminal_end = os.openpty()
    stdin(terminal_end)
    assert piped_input(wait=None) == ""


def test_a_pipe_left_open_and_empty_is_given_up_with_a_note(stdin, capsys):
    read, write = os.pipe()
    stdin(read)
    assert piped_input(wait=0.01) == ""
    assert "nothing on standard input" in capsys.readouterr().err
    os.close(write)


def test_too_much_input_and_other_encodings_are_refused(stdin, monkeypatch):
    monkeypatch.setattr(terminal, "MAX_INPUT_BYTES", 4)
    stdin(b"1234")
    assert piped_input() == "1234"
    stdin(b"12345")
    with pytest.raises(InputError, match="excerpt"):
        piped_input()
    stdin(b"a\xff")
    with pytest.raises(InputError, match="not UTF-8.*byte 1"):
        piped_input()
