"""When two commands count as the same, on cases worked out by hand."""

import pytest

from bashcoder_mlx.evaluation.matching import (
    is_exact_match,
    is_template_match,
    nlc2cmd_score,
)
from bashcoder_mlx.shell.template import statements, template, utilities_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ls   -l", "ls -l"),
        ("find . -name '*.c'", 'find . -name "*.c"'),
        ("find . -name *.c", "find . -name '*.c'"),
        ("echo a\\ b", "echo 'a b'"),
        ("cat `ls`", "cat $(ls)"),
        ('echo "$x"', 'echo "${x}"'),
        ("cd a;ls", "cd a\nls"),
        ("ls;", "ls"),
        ("ls # all", "ls"),
        ("for f in *; do echo $f; done", "for f in *\ndo\n  echo $f\ndone"),
        ("find . -exec rm {} \\;", "find . -exec rm '{}' ';'"),
        ("tr 'a' 'b' <x", "tr a b < x"),
        ("cat <<A\nx\nA", "cat <<B\nx\nB"),
        ("echo $((1+2))", "echo $((1 + 2))"),
        ("echo $x", 'echo "$x"'),
    ],
)
def test_quotes_and_blank_space_do_not_matter(one, other):
    assert is_exact_match(one, [other])
    assert is_exact_match(other, ["wc", one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ls -l", "ls -a"),
        ("ls -la", "ls -l -a"),
        ("rm a b", "rm 'a b'"),
        ("echo '$x'", 'echo "$x"'),
        ("ls | wc", "ls; wc"),
        ("ls > a", "ls >> a"),
        ("a && b", "a || b"),
        ("find . -name A", "find . -name a"),
        ("", "ls"),
        ("find . -exec rm {} \\;", "find . -exec rm {}"),
        ("cut -f1 -d ';'", "cut -f1 -d"),
        ("grep '>' x", "grep > x"),
        ("grep '|' x", "grep | x"),
        ("echo a \\; echo b", "echo a; echo b"),
        ("echo '&&' b", "echo && b"),
        ("ls 'do'; ls", "ls do ls"),
        ("echo $(ls 'a b')", "echo $(ls a b)"),
        ("x=$(ls)", "x=$(pwd)"),
    ],
)
def test_another_command_is_no_exact_match(one, other):
    assert not is_exact_match(one, [other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("find . -name '*.c' -size +10M", "find /tmp -name x -size -2k"),
        ("ls -la x", "ls -l -a y"),
        ("head -n 5 a | sort -k2", "head -n7 b | sort -k 3"),
        ("chmod 755 a", "chmod 644 b"),
        ("find a -exec rm -f {} +", "find b -exec rm -f {} +"),
        ("sh -c 'ls -l a'", "sh -c 'ls -l b'"),
        ("x=1", "y=2"),
        ("ls -la x", "ls -a -l y"),
        ("ls x --all", "ls -a y"),
        ("git log --oneline -5", "git log -n 3 --oneline"),
        ("head -5 a", "head -n 7 b"),
        ("egrep -i a b", "grep -iE c d"),
        ("find . -name a -type f -print", "find -type f -name b"),
        ("find a -not -name x -a -type f", "find b -type f ! -name y"),
        ("find a -type f -print -exec rm {} \\;", "find b -type f -print -exec rm {} \\;"),
        ("find . -name a -or -name b", "find . -name c -o -name d"),
        ("date +%F", "date '+%H:%M'"),
    ],
)
def test_a_template_leaves_arguments_open(one, other):
    assert is_template_match(one, [other])
    assert not is_exact_match(one, [other])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("find . -name x", "find . -iname x"),
        ("ls a", "ls a b"),
        ("ls a | wc -l", "ls a > b"),
        ("find a -exec rm {} \\;", "find a -exec rm {} +"),
        ("git log x", "git show x"),
        ("sh -c 'ls a'", "sh -c 'rm a'"),
        ("chmod 755 a", "chmod u+x a"),
        ("x=$(ls -l)", "x=$(rm -rf /)"),
        ("cat $(which python)", "cat README.md"),
        ('echo "now: $(date)"', 'echo "now: $(pwd)"'),
        ("cat `ls -l`", "cat `ls -a`"),
        ("find . -exec rm {} \\;", "find . -exec rm {}"),
        ("grep '>' x", "grep > x"),
        ("find . -name a -o -name b -print", "find . -name a -o -name b"),
        ("find . -delete -name x", "find . -name x -delete"),
        ("find . ! -name a -type f", "find . -name a ! -type f"),
        ("find . -name a -exec ls {} \\; -print", "find . -name a -exec ls {} \\;"),
        ("[ -f a -a -d b ]", "[ -d a -a -f b ]"),
        ("git bisect x", "git blame x"),
        ("git frob x", "git grub x"),
        ("sudo -k ls", "sudo ls -k"),
        ("docker volume ls", "docker network ls"),
        ("date +%F", "date 12"),
    ],
)
def test_a_template_keeps_utilities_flags_and_operators(one, other):
    assert not is_template_match(one, [other])


@pytest.mark.parametrize(
    "text, parts",
    [
        ("ls | wc -l && pwd; cd /x & wait", ["ls | wc -l && pwd", "cd ARGUMENT", "wait"]),
        (
            "for f in *; do rm $f; done > x",
            ["for ARGUMENT in ARGUMENT", "rm ARGUMENT", "> ARGUMENT"],
        ),
        ("x=$(cd a; ls)\npwd", ["ARGUMENT = ARGUMENT $( cd ARGUMENT ; ls )", "pwd"]),
        ("f() { ls; }; (cd b; f)", ["NAME", "ls", "cd ARGUMENT", "f"]),
        ("if ls; then pwd; elif id; then w; else who; fi", ["if ls", "pwd", "id", "w", "who"]),
    ],
)
def test_statements_stand_by_themselves(text, parts):
    found = [" ".join(token.text for token in part) for part in statements(template(text))]
    assert found == parts


def test_a_template_names_what_it_leaves_open():
    found = template("find /x -name '*.c' -mtime -7 | xargs tar -czf a.tgz 5")
    expected = "find ARGUMENT -mtime N -name PATTERN | xargs tar -c -f ARCHIVE -z NUMBER"
    assert [token.text for token in found] == expected.split()


def test_utilities_come_depth_first_with_their_own_flags():
    found = utilities_of("sudo find . -exec grep -il x {} + | sort -u > $(mktemp -d)")
    assert [(name, sorted(flags)) for name, flags in found] == [
        ("sudo", []),
        ("find", ["-exec"]),
        ("grep", ["-i", "-l"]),
        ("sort", ["-u"]),
        ("mktemp", ["-d"]),
    ]


@pytest.mark.parametrize(
    ("prediction", "gold", "score"),
    [
        ("ls -l", "ls -l x", 1.0),  # f = (2 * 1 - 1) / 1
        ("ls", "ls", 1.0),  # no flags in both: f = 1
        ("ls -l -a", "ls -l", 0.5),  # f = (2 * 1 - 2) / 2
        ("ls -a", "ls -l", -0.5),  # f = (0 - 2) / 1
        ("ls -abc", "ls -l", -1 / 6),  # f = (0 - 4) / 3
        ("cat x", "ls", -1.0),
        ("ls | wc -l", "ls", 0.0),  # (1 - 1) / 2
        ("sort | ls", "ls | sort", -1.0),
        ("ls | sort -r | wc", "ls | sort -n | wc", 0.5),  # (1 - 0.5 + 1) / 3
        ("", "ls", -1.0),
        ("x=1", "x=1", 1.0),  # no utility in both
        ("x=1", "x=2", -1.0),
    ],
)
def test_the_nlc2cmd_score_is_the_one_worked_out_by_hand(prediction, gold, score):
    assert nlc2cmd_score(prediction, gold) == pytest.approx(score)


@pytest.mark.parametrize("text", ["ls (", "'", "\\", "🙂 <", "if", "$(", "a\0b", "for x in"])
def test_what_does_not_parse_is_like_itself_alone(text):
    assert is_exact_match(text, [text])
    assert not is_template_match(text, ["ls", "pwd | wc", ""])


@pytest.mark.parametrize("text", ["(" * 3000 + "ls" + ")" * 3000, "$(" * 3000, "ls|" * 20_000])
def test_what_is_too_long_or_too_deep_is_like_itself_alone(text):
    assert is_exact_match(text, [text])
    assert not is_template_match(text, ["ls", text + " "])
    assert nlc2cmd_score(text, "ls") == -1
