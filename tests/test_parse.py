"""The commands of bash texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bashcoder_mlx.shell import describe, dialect, risk
from bashcoder_mlx.shell.knowledge import used
from bashcoder_mlx.shell.parse import Command, commands


def names(text: str) -> list[str]:
    return [command.name for command in commands(text)]


def only(text: str) -> Command:
    [command] = commands(text)
    return command


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ls | sort", "ls sort"),
        ("a; b && c || d &", "a b c d"),
        ("for f in *; do a; done", "for a"),
        ("while read x; do a; done < f", "while read a"),
        ("until a; do b; done", "until a b"),
        ("if a; then b; else c; fi", "if a b c"),
        ("case $x in a) b;; esac", "case b"),
        ("select x in a b; do c; done", "select c"),
        ("f() { a; }; function g { b; }", "f { a function g { b"),
        ("(a; b)", "( a b"),
        ("x=$(a | b)", "a b"),
        ('echo `a` "$(b)"', "echo a b"),
        ("diff <(a) >(b)", "diff a b"),
        ("[ -f x ] && [[ -d y ]] && ((x))", "[ [[ (("),
        ("! grep x f", "! grep"),
        ("export A=1; declare -a b; unset c", "export declare unset"),
        ("find . -exec rm {} + -exec mv {} x \\;", "find rm mv"),
        ("a | xargs -0 -n 1 rm -f", "a xargs rm"),
        ("sudo -u me env A=1 nice -n 5 timeout -k 1 5 ls", "sudo env nice timeout ls"),
        ("nohup a & exec b; command c; time d", "nohup a exec b command c time d"),
        ("sh -c 'a | b'; bash -ec \"c $x\"", "sh a b bash c"),
        ("eval 'a b'; watch -n 1 'c | d'; trap 'e' EXIT", "eval a watch c d trap e"),
        ("ssh -p 2 host 'a | b'", "ssh a b"),
        ("xargs -I{} sh -c 'a {}'", "xargs sh a"),
        ("cat <<EOF | a\n$(b)\nEOF\nc", "cat a b c"),
        ("A=1 b", "b"),
        ("a=1", ""),
        ("> f", ""),
        ("# a", ""),
    ],
)
def test_every_command_is_found(text, expected):
    assert " ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "first"), [("ls -l |", "ls"), ("ls 'a", "ls"), ("ls $(", "ls"), ("ls -l; if", "ls")]
)
def test_incomplete_text_gives_what_there_is(text, first):
    assert names(text)[0] == first


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("a", "a"),
        ("'a b'", "a b"),
        ('"a b"', "a b"),
        (r"a\ b", "a b"),
        (r'"\$x"', "$x"),
        (r"$'a\tb'", "a\tb"),
        ("''", ""),
        ("a'b'\"c\"", "abc"),
        ("*.py", "*.py"),
        ("~/x", "~/x"),
        ("--a='b c'", "--a=b c"),
        ("é", "é"),
        ("$x", None),
        ('"a$x"', None),
        ("a$(b)", None),
        ("`a`", None),
        ("{1..3}", None),
    ],
)
def test_a_word_keeps_its_text_and_loses_its_quotes(word, value):
    [found] = commands(f"echo {word}")[0].words
    assert (found.text, found.value) == (word, value)


def test_spans_are_in_characters():
    text = "écho é; lś 'ü'"
    for command in commands(text):
        assert text[slice(*command.first.span)] == command.first.text
        assert all(text[slice(*word.span)] == word.text for word in command.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ls > f", [("", ">", "f")]),
        ("ls 2>&1", [("2", ">&", "1")]),
        ("ls >> f 2> g", [("", ">>", "f"), ("2", ">", "g")]),
        ("ls &> f", [("", "&>", "f")]),
        ("ls > f <<< g", [("", ">", "f"), ("", "<<<", "g")]),
        ("ls 2>&-", [("2", ">&-", None)]),
        ("cat <<'E'\na\nE", [("", "<<", "'E'")]),
    ],
)
def test_redirections(text, expected):
    found = only(text).redirections
    assert [(r.descriptor, r.operator, r.target and r.target.text) for r in found] == expected


def test_a_redirection_belongs_to_the_last_command_of_its_pipeline():
    first, last = commands("a | b > f")
    assert (len(first.redirections), len(last.redirections)) == (0, 1)


def test_words_after_a_redirection_are_arguments():
    assert [word.text for word in only("echo > f a b").words] == ["a", "b"]


def test_assignments_before_a_command_are_its_own():
    command = only("A=1 B=$x env C=3")
    assert [word.text for word in command.assignments] == ["A=1", "B=$x"]
    assert [word.text for word in command.words] == ["C=3"]


def test_a_test_has_its_words_in_order():
    command = only('[[ $x =~ ^a+$ && ! -d "b c" ]]')
    assert [w.text for w in command.words] == ["$x", "=~", "^a+$", "&&", "!", "-d", '"b c"', "]]"]


def test_depth_counts_the_commands_around():
    assert [c.depth for c in commands("sudo sh -c 'find . -exec rm {} +'")] == [0, 1, 2, 3]


PIECES = "ls -l 'a \" $( ) ` ; | & < > << EOF \n { } [ [[ ]] if then fi for in do done case esac é"
PIECES += " ${x ${x^^} $'\\x' * ** ? ~ \\ xargs sudo sh -c eval find -exec + {} git tar -- + -"
TEXTS = st.text() | st.lists(st.sampled_from(PIECES.split(" "))).map(" ".join)


@given(TEXTS)
def test_no_text_is_too_strange(text):
    commands(text)
    used(text)
    risk.risks(text)
    for system in ("linux", "macos"):
        dialect.faults(text, system)
        describe.describe(text, system)
