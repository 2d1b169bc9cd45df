"""The knowledge base: its tables, and how words are looked up in it."""

import re
from importlib import resources

import pytest

from bashcoder_mlx import toml
from bashcoder_mlx.shell import dialect, risk
from bashcoder_mlx.shell.knowledge import constructs, find_flags, read, used, utilities, utility
from bashcoder_mlx.shell.parse import commands

SYSTEMS = {"gnu": "linux", "bsd": "macos"}
FAMILIES = {"gnu", "bsd", "posix"}


def tables() -> dict:
    source = resources.files("bashcoder_mlx.shell") / "utilities.toml"
    return toml.loads(source.read_text("utf-8"))


def entries():
    """Every table that can have `systems`, with a name for messages."""
    for name, owner in utilities().items():
        yield name, owner
        yield from ((f"{name} {flag.spellings()[0]}", flag) for flag in owner.flags)
        yield from ((f"{name} {operand.word}", operand) for operand in owner.operands)
    yield from constructs().items()


def test_there_are_enough_of_them():
    assert sum(" " not in name for name in utilities()) >= 150
    assert sum(owner.kind != "program" for owner in utilities().values()) >= 50


def test_no_table_has_an_unknown_key():
    known = "purpose area systems package writes destroys equivalent see synopsis kind same style"
    known += " like flags operands short long argument does long_systems keeps accepted word"
    listed = list(tables()["utility"].values())
    items = [
        item for table in listed for key in ("flags", "operands") for item in table.get(key, ())
    ]
    assert {key for table in listed + items for key in table} <= set(known.split())


def test_every_meaning_is_one_plain_phrase():
    def is_plain(phrase: str) -> bool:
        # Abbreviations and placeholders may come first.
        return phrase == phrase.strip(" .\n") and not re.match("[A-Z][a-z]", phrase)

    phrases = [(name, getattr(entry, "does", "") or entry.purpose) for name, entry in entries()]
    assert [pair for pair in phrases if not pair[1] or not is_plain(pair[1])] == []


def test_every_entry_is_on_some_system():
    assert [name for name, entry in entries() if not entry.systems | _long(entry)] == []
    assert [name for name, entry in entries() if entry.systems - FAMILIES] == []


def _long(entry) -> frozenset:
    return getattr(entry, "long_systems", frozenset())


def test_no_flag_is_on_a_system_that_its_utility_is_not_on():
    wrong = [
        f"{name} {flag.spellings()[0]}"
        for name, owner in utilities().items()
        if not owner.like
        for flag in owner.flags
        if (flag.systems | flag.long_systems) - owner.systems
    ]
    assert wrong == []


@pytest.mark.parametrize("family", SYSTEMS)
def test_no_flag_is_listed_twice_for_a_system(family):
    twice = [
        f"{name} {spelling}"
        for name, owner in utilities().items()
        for spelling, flags in owner.by_spelling.items()
        if sum(family in flag.families(spelling) for flag in flags) > (1 if not owner.like else 2)
    ]
    assert twice == []


def test_every_cross_reference_resolves():
    known = utilities().keys() | constructs().keys()
    missing = [
        (name, other)
        for name, entry in (*utilities().items(), *constructs().items())
        for other in entry.see
        if other not in known
    ]
    assert missing == []


def equivalents():
    for name, owner in utilities().items():
        yield from ((name, name, *pair) for pair in owner.equivalent.items())
        for item in (*owner.flags, *owner.operands):
            for pair in item.equivalent.items():
                yield (f"{name} {item.does}", name, *pair)
    for name, construct in constructs().items():
        yield from ((name, "", *pair) for pair in construct.equivalent.items())


def test_every_equivalent_is_there_on_its_system():
    wrong = []
    for what, owner, family, text in equivalents():
        command = f"{owner} {text}" if text.startswith("-") else text
        faults = dialect.faults(command, SYSTEMS[family])
        # Words in capitals stand for whatever command it is.
        wrong += [(what, fault) for fault in faults if not re.match("(COMMAND|NAME):", fault)]
    assert wrong == []


def test_packages_are_named_for_what_linux_has():
    lacking = [
        name
        for name, owner in utilities().items()
        if owner.kind == "program" and "gnu" in owner.systems and not owner.package
    ]
    assert set(lacking) == {"apk", "conda", "nvm", "pnpm", "uv", "yum"}  # Debian lacks them


@pytest.mark.parametrize(
    "command",
    [
        "rm a",
        "rm -rf build",
        "mv a b",
        "cp a b",
        "dd if=a of=b",
        "mkfs /dev/sdb1",
        "shred a",
        "truncate -s 0 a",
        "find . -name a -delete",
        "sed -i s/a/b/ f",
        "sort -o f f",
        "tee f",
        "rsync -a --delete a/ b",
        "git reset --hard",
        "git clean -fd",
        "git push --force",
        "kill -9 1",
        "crontab -r",
        "userdel me",
        "echo > f",
        "> f",
        "xargs rm",
        "sudo rm a",
        "find . -exec rm {} +",
        "sh -c 'rm a'",
    ],
)
def test_what_can_be_lost_is_said(command):
    assert len(risk.risks(command)) == 1


@pytest.mark.parametrize(
    "command",
    [
        "ls -la",
        "find . -name a",
        "sed s/a/b/ f",
        "sed -i.bak s/a/b/ f",
        "tee -a f",
        "cp -n a b",
        "tar tf a.tar",
        "ls > /dev/null 2>&1",
        "echo a >> f",
        "git checkout main",
        "xargs ls",
        "echo rm -rf a",
        "grep rm f",
    ],
)
def test_what_loses_nothing_gives_no_warning(command):
    assert risk.risks(command) == []


# --- words ---


@pytest.mark.parametrize(
    ("name", "word", "spellings"),
    [
        ("ls", "-la", ["-l", "-a"]),
        ("head", "-n5", ["-n"]),
        ("head", "-5", ["-NUM"]),
        ("sort", "-t,", ["-t"]),
        ("sort", "-k2,2nr", ["-k"]),
        ("sort", "--key=2", ["--key"]),
        ("sort", "--rev", ["--reverse"]),
        ("sort", "--r", ["--r"]),
        ("find", "-name", ["-name"]),
        ("find", "-print0", ["-print0"]),
        ("tar", "-xzf", ["-x", "-z", "-f"]),
        ("git commit", "-am", ["-a", "-m"]),
        ("sed", "-i.bak", ["-i"]),
        ("kill", "-9", ["-9"]),
        ("kill", "-17", ["-NUM"]),
        ("set", "-euo", ["-e", "-u", "-o"]),
        ("set", "+e", ["-e"]),
        ("test", "-nt", ["-nt"]),
        ("local", "-i", ["-i"]),
        ("gcc", "-lm", ["-l"]),
        ("ls", "file", []),
        ("ls", "-", []),
    ],
)
def test_a_word_gives_its_flags(name, word, spellings):
    assert [use.spelling for use in find_flags(utility(name), word)] == spellings


@pytest.mark.parametrize(
    ("word", "argument"), [("-n5", "5"), ("-5", "5"), ("--lines=5", "5"), ("-n", None)]
)
def test_an_attached_argument_is_split_off(word, argument):
    assert find_flags(utility("head"), word)[0].argument == argument


@pytest.mark.parametrize(("name", "word"), [("ls", "-lé"), ("ls", "--made-up"), ("find", "-made")])
def test_an_unknown_flag_is_none(name, word):
    assert find_flags(utility(name), word)[-1].flag is None


def test_a_path_names_its_utility():
    assert utility("/bin/ls") is utility("ls")
    assert utility("./ls") is utility("/opt/made-up") is utility("") is utility(None) is None


def kinds(text: str, family: str = "gnu") -> list[str]:
    return [meaning.kind for _, meaning in read(commands(text)[0], family)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tar xzf a.tgz b", "flag argument operand"),
        ("tar -xf a.tgz", "flag argument"),
        ("git -C d commit -am x", "flag argument subcommand flag argument"),
        ("git made-up", "unknown"),
        ("git remote add o u", "subcommand operand operand operand"),
        ("head -n5 f", "flag operand"),
        ("xargs -0 -n1 rm -f", "flag flag command rest"),
        ("sudo -u me ls -l", "flag argument command rest"),
        ("env A=1 ls", "operand command"),
        ("command ls -l", "command rest"),
        ("command -v ls", "flag operand"),
        ("timeout 5 ls -l", "operand command rest"),
        ("find . -exec rm {} + -print", "operand flag command rest end flag"),
        ("bash -c 'ls' -x", "flag text operand"),
        ("[ -f x ]", "flag argument end"),
        ("grep -- -x f", "end operand operand"),
        ("echo a -n", "operand operand"),
        ("set -euo pipefail", "flag argument"),
        ('head -n"$x" f', "flag operand"),
    ],
)
def test_each_word_of_a_command_is_told_apart(text, expected):
    assert " ".join(kinds(text)) == expected


def test_sed_takes_the_backup_suffix_as_its_system_does():
    assert kinds("sed -i '' p f") == ["flag", "operand", "operand", "operand"]
    assert kinds("sed -i '' p f", "bsd") == ["flag", "argument", "operand", "operand"]


def test_used_counts_what_a_text_uses():
    names, flags = used("git -C d commit --all; ls -lh | sort --key=1; made-up -x; f() { ls; }")
    assert names == {"git", "git commit", "ls", "sort"}
    assert flags == {"git -C", "git commit -a", "ls -l", "ls -h", "sort -k"}


# --- dialect ---


@pytest.mark.parametrize(
    ("text", "system", "part"),
    [
        ("sed -i '' s/a/b/ f", "linux", "sed -i ''"),
        ("sed -i s/a/b/ f", "macos", "write -i ''"),
        ("date -d yesterday", "macos", "date -d: not on macOS; use -v"),
        ("date -v -1d", "linux", "not on Linux"),
        ("pbcopy < f", "linux", "pbcopy: not on Linux; use"),
        ("ls --all", "macos", "ls --all: not on macOS; use -a"),
        ("mapfile -t x < f", "macos", "mapfile: not on macOS"),
        ("declare -A x", "macos", "declare -A"),
        ('echo "${x^^}"', "macos", "${NAME^^}"),
        ("shopt -s globstar", "macos", "globstar"),
        ("sudo apt install jq", "macos", "apt: not on macOS; use brew"),
        ("find . -exec stat -c %s {} +", "macos", "stat -c"),
        ("for f in *; do readarray x; done", "macos", "readarray"),
    ],
)
def test_what_a_system_lacks_is_named(text, system, part):
    [fault] = dialect.faults(text, system, unknown=False)
    assert part in fault


@pytest.mark.parametrize(
    "text",
    [
        "find . -name '*.py' -mtime -7 -exec rm {} +",
        "ps aux | grep x",
        "git commit -am msg",
        "sort -t, -k2,2nr f | head -n5 | head -5",
        "xargs -0 -n1 rm",
        "[ -f x ] && echo y",
        "tar xzf a.tgz -C d",
        "f() { ls; }; f",
        'for f in *.txt; do mv "$f" "${f%.txt}.md"; done',
        "set -euo pipefail; while IFS= read -r l; do printf '%s\\n' \"$l\"; done < f",
    ],
)
def test_what_both_systems_have_is_no_fault(text):
    assert dialect.faults(text, "linux") == dialect.faults(text, "macos") == []


def test_what_nobody_knows_is_named_on_request():
    assert dialect.faults("made-up; ls --made-up", "linux", unknown=False) == []
    assert len(dialect.faults("made-up; ls --made-up", "linux")) == 2
