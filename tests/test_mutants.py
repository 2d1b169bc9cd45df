"""Mutants by machine: what is made of a command, which of it falls, and what explains the rest."""

import json

import pytest
from click.testing import CliRunner

from bashcoder_mlx.cli.data.tasks import command
from bashcoder_mlx.corpora.synthetic import tasks
from bashcoder_mlx.corpora.synthetic.mutants import mutants, run
from bashcoder_mlx.corpora.synthetic.mutants.before import Before
from bashcoder_mlx.corpora.synthetic.mutants.equivalent import every_entry, read_entries
from bashcoder_mlx.corpora.synthetic.mutants.report import Report
from bashcoder_mlx.corpora.synthetic.mutants.run import FAILS, tried
from bashcoder_mlx.corpora.synthetic.task import Task
from bashcoder_mlx.corpora.synthetic.tasks import families, family
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.shell.syntax import is_valid_bash
from tests.sandboxed import sandbox_or_skip

# Worked out by hand: a command, and all of its mutants by label.
WHOLE = {
    "ls -la --sort=size": {
        "drop ls -l": "ls -a --sort=size",
        "drop ls -a": "ls -l --sort=size",
        "drop ls --sort": "ls -la",
    },
    "tar czf out.tgz src": {
        "drop tar -c": "tar zf out.tgz src",
        "drop tar -z": "tar cf out.tgz src",
        "drop tar -f": "tar cz src",
    },
    "sudo cp -p -t dir a b": {
        "drop cp -p": "sudo cp -t dir a b",
        "drop cp -t": "sudo cp -p a b",
        "swap cp": "sudo cp -p -t dir b a",
    },
    "sort < in | uniq -c | head -n 3 > out": {
        "drop uniq -c": "sort < in | uniq | head -n 3 > out",
        "drop head -n": "sort < in | uniq -c | head > out",
        "off by one head -n": "sort < in | uniq -c | head -n 4 > out",
        "sign head -n": "sort < in | uniq -c | head -n -3 > out",
        "drop stage sort": "uniq -c | head -n 3 > out",
        "drop stage uniq": "sort < in | head -n 3 > out",
        "drop stage head": "sort < in | uniq -c > out",
        "flip > -> >>": "sort < in | uniq -c | head -n 3 >> out",
    },
    r"find . \( -name a -o -name b \) ! -perm 600 -exec rm {} +": {
        "drop find -name": r"find . \( -name b \) ! -perm 600 -exec rm {} +",
        "flip find -o -> -a": r"find . \( -name a -a -name b \) ! -perm 600 -exec rm {} +",
        "drop find -name (2)": r"find . \( -name a \) ! -perm 600 -exec rm {} +",
        "drop find !": r"find . \( -name a -o -name b \) -perm 600 -exec rm {} +",
        "drop find -perm": r"find . \( -name a -o -name b \) -exec rm {} +",
        "off by one find -perm": r"find . \( -name a -o -name b \) ! -perm 601 -exec rm {} +",
        "drop find -exec": r"find . \( -name a -o -name b \) ! -perm 600",
    },
    '[ "$x" -ge 5 ] && [ ! -f a ]': {
        "drop [ -f": '[ "$x" -ge 5 ] && [ ! a ]',
        "unquote [": "[ $x -ge 5 ] && [ ! -f a ]",
        "flip -ge -> -le": '[ "$x" -le 5 ] && [ ! -f a ]',
        "off by one -ge": '[ "$x" -ge 6 ] && [ ! -f a ]',
        "&& -> ||": '[ "$x" -ge 5 ] || [ ! -f a ]',
        "drop !": '[ "$x" -ge 5 ] && [ -f a ]',
        "flip -f -> -d": '[ "$x" -ge 5 ] && [ ! -d a ]',
    },
    "for ((i = 0; i < 3; i++)); do echo {1..5}; done": {
        "off by one i=": "for ((i = 1; i < 3; i++)); do echo {1..5}; done",
        "flip < -> >": "for ((i = 0; i > 3; i++)); do echo {1..5}; done",
        "off by one <": "for ((i = 0; i < 4; i++)); do echo {1..5}; done",
        "off by one {..}": "for ((i = 0; i < 3; i++)); do echo {2..5}; done",
        "off by one {..} (2)": "for ((i = 0; i < 3; i++)); do echo {1..6}; done",
    },
    "sed '2,/^end$/p; $!s/a/b/g' f": {
        "swap sed": "sed f '2,/^end$/p; $!s/a/b/g'",
        "drop sed address": "sed 'p; $!s/a/b/g' f",
        "off by one sed": "sed '3,/^end$/p; $!s/a/b/g' f",
        "drop sed ^": "sed '2,/end$/p; $!s/a/b/g' f",
        "drop sed $": "sed '2,/^end/p; $!s/a/b/g' f",
        "drop sed address (2)": "sed '2,/^end$/p; s/a/b/g' f",
        "drop sed !": "sed '2,/^end$/p; $s/a/b/g' f",
        "drop sed s g": "sed '2,/^end$/p; $!s/a/b/' f",
    },
    "awk 'NR > 1 && $2 ~ /^x/ {print $3 > \"out\"}' f": {
        "swap awk": "awk f 'NR > 1 && $2 ~ /^x/ {print $3 > \"out\"}'",
        "flip awk > -> <": "awk 'NR < 1 && $2 ~ /^x/ {print $3 > \"out\"}' f",
        "off by one awk": "awk 'NR > 2 && $2 ~ /^x/ {print $3 > \"out\"}' f",
        "flip awk && -> ||": "awk 'NR > 1 || $2 ~ /^x/ {print $3 > \"out\"}' f",
        "next field awk": "awk 'NR > 1 && $3 ~ /^x/ {print $3 > \"out\"}' f",
        "flip awk ~ -> !~": "awk 'NR > 1 && $2 !~ /^x/ {print $3 > \"out\"}' f",
        "drop awk ^": "awk 'NR > 1 && $2 ~ /x/ {print $3 > \"out\"}' f",
        "next field awk (2)": "awk 'NR > 1 && $2 ~ /^x/ {print $4 > \"out\"}' f",
    },
    "xargs -n2 sh -c 'mv \"$1\" -v' _": {
        "drop xargs -n": "xargs sh -c 'mv \"$1\" -v' _",
        "off by one xargs -n": "xargs -n3 sh -c 'mv \"$1\" -v' _",
        "drop sh -c": "xargs -n2 sh 'mv \"$1\" -v' _",
        "drop mv -v": "xargs -n2 sh -c 'mv \"$1\"' _",
        "unquote mv $1": "xargs -n2 sh -c 'mv $1 -v' _",
    },
    'rm "$#" "a b" \'x*\' "c"': {
        "unquote rm": 'rm "$#" a b \'x*\' "c"',
        "swap rm": 'rm "$#" "a b" "c" \'x*\'',
        "unquote rm (2)": 'rm "$#" "a b" x* "c"',
    },
    "test 3 -lt 4": {"flip -lt -> -gt": "test 3 -gt 4", "off by one test": "test 4 -lt 4"}
    | {"off by one test (2)": "test 3 -lt 5"},
    # Its operands are the same, and quotes decide nothing here.
    'x="$y"; n=${#x}; echo "$n" "$n"': {},
    "ls 2> /dev/null": {},
}
SOME = {
    "tail -n +2 f": ("sign tail -n", "tail -n 2 f"),
    "tail -n 5 f": ("sign tail -n", "tail -n +5 f"),
    "head -5 f": ("off by one head -NUM", "head -6 f"),
    "cut -d' ' -f2-4 f": ("off by one cut -f (2)", "cut -d' ' -f2-5 f"),
    "find . -mtime -7": ("flip find -mtime - -> +", "find . -mtime +7"),
    "grep '^a$' f": ("drop grep $", "grep '^a' f"),
    "cat é 'ü ö'": ("unquote cat", "cat é ü ö"),
    "ls >> a": ("flip >> -> >", "ls > a"),
    'echo "no $f" >&2': ("unquote message $f", "echo no $f >&2"),
    'LC_ALL=C sort "$f"': ("unquote sort $f", "LC_ALL=C sort $f"),
    "[[ $a =~ ^x ]] || ls": ("flip =~ -> ==", "[[ $a == ^x ]] || ls"),
    "git log --oneline -n 3": ("drop git log -n", "git log --oneline"),
    "chmod 0709 f": ("off by one chmod", "chmod 0710 f"),
}


@pytest.mark.parametrize("text", WHOLE)
def test_all_mutants_of_a_command(text):
    assert dict(mutants(text)) == WHOLE[text]


@pytest.mark.parametrize("text", SOME)
def test_a_mutant_of_a_command(text):
    label, mutant = SOME[text]
    assert dict(mutants(text))[label] == mutant


@pytest.mark.parametrize("text", WHOLE)
def test_bash_parses_every_mutant(text):
    assert all(is_valid_bash(mutant) for _, mutant in mutants(text))


def test_pieces_that_are_tried_elsewhere_stay_whole():
    made = mutants("sort -r a && uniq -c b", ["sort -r a", "uniq -c b"])
    assert [label for label, _ in made] == ["&& -> ||"]


@pytest.mark.parametrize("text", ["grep '[0-9]' f", "tr '[:upper:]' 'x'", "ls --hide='*.c'"])
def test_quotes_stay_where_no_file_could_have_such_a_name(text):
    assert not [label for label, _ in mutants(text) if label.startswith("unquote")]


def test_a_pattern_of_fixed_text_has_no_anchors():
    assert set(dict(mutants("grep -F '^a' f"))) == {"drop grep -F", "swap grep"}


def entry(**keys: str) -> str:
    keys = {"tasks": "files/*", "mutant": "drop rm -f", "reason": "never asks", **keys}
    return "[[equivalent]]\n" + "\n".join(f'{key} = "{value}"' for key, value in keys.items())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{entry()}\n{entry(why='no')}", "line 5: unknown key 'why'"),
        ('[[equivalent]]\ntasks = "*"\nmutant = "x"', "line 1: missing key 'reason'"),
        (entry(reason=" "), "line 1: reason is blank"),
        (entry(mutant=""), "line 1: mutant is blank"),
        ("[other]", "unknown key 'other'"),
        ("[[equivalent", "x.toml: "),
    ],
)
def test_a_mistake_in_the_table_names_its_line(text, said):
    with pytest.raises(InputError, match=said.replace("[", r"\[")):
        read_entries(text, "x.toml")


def test_globs_of_an_entry():
    [one] = read_entries(entry(mutant="drop [ -?", command="[ -*"), "x.toml")
    assert one.covers("files/remove.all", "drop [ -f", "[ -f x ]")
    assert not one.covers("files/remove.all", "drop [ -ef", "[ -f x ]")
    assert not one.covers("text/remove.all", "drop [ -f", "[ -f x ]")
    assert not one.covers("files/remove.all", "drop [ -f", "test [ -f x ]")


def test_the_table_can_be_read():
    assert all(one.reason for one in every_entry())


def remove(world, s):
    world.remove("a.txt")


def listed(run: str, **more) -> Task:
    def setup(world, s):
        world.file("a.txt", "")
        world.file("b.txt", "")

    return Task(f"try.{run}", ["x"], run, ["x"], setup, **{"expect": remove, **more})


@pytest.fixture
def report(tmp_path, monkeypatch):
    """Tries the mutants of tasks."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    sandbox = sandbox_or_skip()

    def try_all(*some: Task, table: str = "") -> Report:
        made = Report(read_entries(table, "x.toml"))
        made.add("try", tried(some, sandbox, Before("try"), lambda text: None))
        return made

    return try_all


def survivors(made: Report) -> list[str]:
    return [one.label for one in made.total.unexplained]


def test_a_mutant_that_no_trial_refuses_survives(report):
    made = report(listed("rm a.txt && rm -rf c"))
    assert survivors(made) == ["drop rm -r", "&& -> ||"]
    assert (made.total.killed, made.total.share) == (1, 1 / 3)  # rm -r says that there is no c


def test_what_was_tried_before_is_not_run_again_unless_the_trial_changed(report, monkeypatch):
    task = listed("rm a.txt && rm -rf c")
    first = [
        (one.label, one.killed) for one in tried([task], sandbox_or_skip(), Before("x"), print)
    ]
    again = [(one.label, one.killed) for one in tried([task], None, Before("x"), print)]
    assert sorted(again) == sorted(first)
    monkeypatch.setattr("bashcoder_mlx.corpora.synthetic.mutants.before._engine", lambda: "other")
    with pytest.raises(AttributeError):  # those that passed are run: there is no sandbox
        list(tried([task], None, Before("x"), print))


def test_an_entry_explains_a_survivor_and_is_stale_without_one(report):
    task = listed("rm -f a.txt")
    made = report(task, table=entry(tasks="try*") + "\n" + entry(tasks="try*", mutant="swap rm"))
    assert (survivors(made), made.total.equivalent, made.total.share) == ([], 1, 1.0)
    assert [one.mutant for one in made.stale([task.name])] == [("swap rm",)]
    assert made.stale([task.name, "try.other"]) == []


def test_a_mutant_written_by_hand_must_fall(report):
    task = listed("rm a.txt", mutants=["rm *.txt", "rm ./a.txt"])
    assert survivors(report(task)) == ["by hand 2"]
    assert survivors(report(task, table=entry(tasks="*", mutant="*"))) == ["by hand 2"]


def test_a_mutant_that_never_ends_is_killed(report, monkeypatch):
    monkeypatch.setattr(run, "_SECONDS", 0.5)
    made = report(listed("n=0; while [ $n -ne 3 ]; do n=$((n + 1)); done; rm a.txt"))
    assert made.total.mutants > 2
    assert "off by one +" not in survivors(made)  # 2, 4, 6 …


def test_a_command_that_fails_itself_is_no_proof(report):
    assert survivors(report(listed("rm -v b.txt"))) == [FAILS]


def test_an_oracle_that_refutes_itself_is_no_proof(report):
    def refuted(world, s):
        raise AssertionError("nothing matches")

    assert survivors(report(listed("rm a.txt", expect=refuted))) == [FAILS]


def test_what_fell_is_remembered_and_not_run_again(report, monkeypatch):
    task = listed("rm a.txt && rm -rf c")
    first = report(task)
    monkeypatch.setattr(run, "check", only_survivors(first))
    assert survivors(report(task)) == survivors(first)


def only_survivors(made: Report):
    """Stands in for the sandbox: all passes, and nothing may be asked that fell before."""
    passing = {one.text for one in made.total.unexplained} | {"rm a.txt && rm -rf c"}

    def check(cases, sandbox, seconds):
        assert {case.command for case in cases} <= passing
        return iter([[] for _ in cases])

    return check


def invoke(*words: str):
    return CliRunner().invoke(command, words)


def test_the_command_lists_families():
    name = next(iter(families()))
    [row] = json.loads(invoke(name, "--json").output)
    assert row["family"] == name
    assert row["tasks"] == len(family(name)) <= row["shapes"] <= row["wordings"]
    assert name in invoke(name).output.splitlines()[2]


def test_the_command_names_a_family_that_is_not():
    made = invoke("nothing*")
    assert isinstance(made.exception, InputError)
    assert "nothing*" in str(made.exception)


def test_the_command_fails_where_a_mutant_passes(monkeypatch, tmp_path):
    sandbox_or_skip()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(tasks, "families", lambda: {"try": 1})
    monkeypatch.setattr(tasks, "family", lambda name: [listed("rm a.txt && rm -rf c")])
    monkeypatch.setattr(tasks, "every_task", lambda: tasks.family("try"))
    made = invoke("--mutants")
    heads, _, row = (line.split(" | ") for line in made.stdout.splitlines()[:3])
    assert [cell.strip("| ") for cell in heads[1:]] == [
        *("mutants", "killed", "equivalent", "unexplained", "share"),
    ]
    assert [cell.strip("| ") for cell in row] == ["try", "3", "1", "0", "2", "33.3%"]
    assert "&& -> ||\nrm a.txt && rm -rf c\nrm a.txt || rm -rf c" in made.output
    assert isinstance(made.exception, BashcoderError)
