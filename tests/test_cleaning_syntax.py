"""`bash -n` in batches answers as it does for each text alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bashcoder_mlx.corpora.cleaning import bash_check
from bashcoder_mlx.shell.syntax import find_bash, is_valid_bash

pytestmark = pytest.mark.skipif(find_bash() is None, reason="bash is not installed")
GOOD = [
    "ls -la",
    "echo 'a b' \"c\" `d` $(e) ${f} $((1 + 2))",
    "if true; then\n  ls\nfi",
    "case $1 in a) ls ;; esac",
    "f() { ls; }",
    "# a comment alone",
    "ls \\",
    "cat <<END\nit's\nEND",
    "echo $((1 << 2))",
    "exit 1",
    "for i in 1 2; do echo $i; done # it's",
]
BAD = [
    "echo don't",
    "it's",
    'echo "',
    "echo `",
    "echo $(ls",
    "echo ${x",
    "(( 1 +",
    "if true; then ls",
    "fi",
    "ls &&",
    "esac",
    ";; esac",
    "}",
    "{ ls",
    "( ls",
    ")",
    "done",
    "cat <<END\nnever ended",
    "cat <<END\nEND x",
    "case x in",
    "case x in a) ls",
    "x=(a b",
    "[[ a",
    "echo $((1 +",
    "f() {",
    "while read x; do",
    "for (( i = 0; i < ${#list",
    'echo "$("$dir/x',
    'echo "`ls',
    'echo "${x',
    "f() {\n  echo ${x",
    'f() {\n  x="$(ls "$y',
]


def check(texts: list[str]) -> list[bool]:
    with ThreadPoolExecutor(2) as pool:
        return bash_check.start_check(texts, pool)()


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_text_is_found_among_good_ones(bad):
    texts = [*GOOD, bad, *GOOD, bad]
    assert check(texts) == [is_valid_bash(text) for text in texts]
    assert not check(texts)[-1]


@settings(max_examples=40)
@given(st.lists(st.sampled_from(GOOD + BAD), min_size=1, max_size=12))
def test_any_mixture_is_judged_text_by_text(texts):
    assert check(texts) == [text in GOOD for text in texts]


@pytest.mark.parametrize(
    "pieces",
    [
        ["case x in a) ls", "esac"],
        ["ls ;; b) ls"],
        ["if true; then ls", "fi"],
        ["{ ls", "}"],
        ["( ls", ")"],
        ["for i in a; do ls", "done"],
        ["echo 'a", "b'"],
        ['echo "$(ls', ')"'],
        ["cat <<END\nls", "END"],
        ["cat <<'; ls'\nls"],
        ["ls \\", "-l"],
        ["ls &&", "ls"],
        ["ls\nin\\", "ls\\"],
        ["f() {", "ls; }"],
        ["exit 0", "fi"],
        ["set +n", "fi"],
        ["return", "fi"],
        ["exec < /dev/null", "fi"],
        ["' && echo; echo; ( && echo 0 1 2 3; (", "fi"],
        ["ls\0", "ls"],
        ["\x01'\x7f", "echo '\x01\x7f'"],
    ],
    ids=repr,
)
def test_texts_that_complete_each_other_do_not_meet(pieces):
    for texts in (pieces, ["ls", *pieces, "ls"], pieces[::-1], pieces * 2):
        assert check(texts) == [is_valid_bash(text) for text in texts]


_WORDS = """if then fi case x in a) esac for do done while { } ( ) ;; && || | & ; ' " ` $( ${ (( ))
[[ ]] <<E <<'E' E \\ # ls f() function ! set +n exit x=("""
_TOKENS = st.sampled_from([*_WORDS.split(), "\n", "\nE\n", "\0", "\x01", "é"])
_TEXTS = st.lists(_TOKENS, max_size=8).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(_TEXTS, min_size=2, max_size=8))
def test_a_text_is_judged_in_a_batch_as_it_is_alone(texts):
    assert check(texts) == [is_valid_bash(text) for text in texts]


def test_good_texts_take_one_process_together(monkeypatch):
    asked = []
    monkeypatch.setattr(bash_check, "is_valid_bash", lambda text: asked.append(text) or True)
    assert check(GOOD * 5) == [True] * 55
    assert asked == ["ls \\"] * 5  # those that end in a backslash go alone


def test_without_local_options_every_text_has_a_fork(monkeypatch):
    old = bash_check._BEGIN.replace("{ local -; }", "{ false; }")
    monkeypatch.setattr(bash_check, "_BEGIN", old)
    assert check(GOOD + BAD) == [True] * len(GOOD) + [False] * len(BAD)


def test_nothing_is_run(tmp_path):
    check([f"touch {tmp_path}/ran", f"$(touch {tmp_path}/ran)", f"set +n\ntouch {tmp_path}/ran"])
    assert not (tmp_path / "ran").exists()
