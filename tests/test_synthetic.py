"""The built-in corpus: stories and pairs."""

import re
import shutil
import subprocess
from collections import Counter
from itertools import product

import pytest

from bashcoder_mlx.corpora.synthetic.pairs import (
    grammar,
    is_held_out,
    pairs,
    templates,
)
from bashcoder_mlx.corpora.synthetic.stories import stories

HELD_OUT = [
    "write a script to list files",
    "find python files changed this week",
    "Create a bash script to backup files",
    "count the lines in all text files",
    "show the ten largest files here",
    "replace foo with bar in notes.txt",
    "list hidden files",
    "how much disk space is left",
    "delete empty directories",
    "show which process uses port 8080",
    "compress the folder photos",
    "find files larger than 100 MB",
    "explain tar -xzf archive.tar.gz",
    "make script.sh executable",
    "sort names.txt and remove duplicates",
]
CHOICE = re.compile(r"\[([^\[\]|]*(?:\|[^\[\]|]*)+)\]")
FREQUENT = "ls cp mv rm find grep sed awk sort tar chmod git curl ssh ps kill du df"
UTILITIES = """
ls cd pwd cat head tail less cp mv rm mkdir rmdir touch ln find grep sed awk sort uniq cut tr wc tee
xargs diff comm paste join split tar gzip zip unzip chmod chown chgrp stat file du df ps kill pgrep
pkill top uptime free uname whoami id hostname date cal echo printf export env history alias which
type man curl wget ssh scp rsync ping ip ifconfig ss lsof git crontab sleep timeout nohup jobs bg fg
for while if trap read basename dirname realpath seq nl rev tac md5sum sha256sum shasum base64 apt
brew
"""


@pytest.fixture(scope="module")
def records():
    return list(pairs(6000, seed=3))


@pytest.fixture(scope="module")
def texts():
    return list(stories(3000, seed=3))


def entries():
    return [(t, answer) for t in templates() for answer in t.answers.values()]


def wordings(template):
    """Every wording of a template, its slots left in."""
    for text in template.say + template.ask:
        parts = CHOICE.split(text)
        options = [p.split("|") if i % 2 else [p] for i, p in enumerate(parts)]
        yield from ("".join(option) for option in product(*options))


# ---- pairs


def test_there_are_hundreds_of_hand_written_commands_and_dozens_of_scripts():
    answers = {kind: set() for kind in ("command", "script")}
    for template in templates():
        answers[template.kind] |= set(template.answers.values())
    assert len(answers["command"]) >= 700
    assert len(answers["script"]) >= 50


def test_the_common_utilities_are_covered():
    used = set(re.findall(r"\w+", " ".join(answer for _, answer in entries())))
    assert [name for name in UTILITIES.split() if name not in used] == []


def test_the_most_common_utilities_have_several_commands():
    first = Counter(re.match(r"[\w]*", answer)[0] for _, answer in entries())
    assert [name for name in FREQUENT.split() if first[name] < 3] == []


def test_a_prompt_and_its_answer_have_the_same_slots():
    for template, answer in entries():
        wanted = set(grammar().names(answer))
        for text in template.say + template.ask:
            assert set(grammar().names(text)) == wanted, text


def test_slots_named_by_templates_exist():
    likely = re.compile(r"(?<!\$)\{([a-z]+)\d?(?:\.[a-z]+)?\}")
    for template in templates():
        for text in template.say + template.ask:
            for match in likely.finditer(text):
                assert grammar().names(match[0]), text


def test_no_two_templates_share_a_wording():
    owners = {}
    for template in templates():
        for text in set(wordings(template)):
            key = (template.kind, text)
            assert owners.setdefault(key, template) is template, text


def test_a_command_is_for_every_system_or_names_its_systems():
    for template in templates():
        assert set(template.answers) in ({"any"}, {"linux", "macos"}, {"linux"}), template


def test_scripts_start_with_a_shebang_and_are_short():
    for template, answer in entries():
        assert (template.kind == "script") == answer.startswith("#!/usr/bin/env bash\n"), answer
        assert answer.count("\n") + 1 <= 15, answer
        assert template.kind == "script" or "\n" not in answer


def test_completions_are_valid_bash(records, tmp_path):
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    one_round = list({r["completion"]: r for r in records[: 2 * len(templates())]})
    for number, completion in enumerate(one_round):
        (tmp_path / f"{number:04}").write_text(completion + "\n")
    check = 'for f in *; do bash -n "$f" || echo "$f"; done'
    result = subprocess.run(["bash", "-c", check], cwd=tmp_path, capture_output=True, text=True)
    assert [one_round[int(name)] for name in result.stdout.split()] == []


def test_the_first_round_uses_every_template():
    single = sum(len(template.answers) for template in templates())
    completions = {record["completion"] for record in pairs(single, seed=1)}
    assert "pwd" in completions and "git status" in completions
    assert len(completions) > 0.9 * single


def test_records_have_the_shape_of_json_lines(records):
    for record in records:
        assert list(record) == ["prompt", "completion", "kind", "os"]
        assert record["kind"] in ("command", "script")
        assert record["os"] in ("linux", "macos", "any")


def test_prompts_are_unique_for_each_system(records):
    assert len({(r["prompt"], r["os"]) for r in records}) == len(records)
    systems = {}
    for record in records:
        systems.setdefault(record["prompt"], set()).add(record["os"])
    assert all(found == {"any"} or "any" not in found for found in systems.values())


def test_texts_are_clean(records):
    for record in records:
        prompt, completion = record["prompt"], record["completion"]
        assert prompt == prompt.strip() and completion == completion.strip()
        assert "  " not in prompt and "\n" not in prompt and prompt.isascii()
        assert not re.search(r"[\[\]{}|]", prompt), prompt
        assert not grammar().names(completion), completion


def test_file_names_of_the_prompt_are_in_the_completion(records):
    name = re.compile(r"\b[\w-]+\.(?:txt|csv|log|json|sh|tar\.gz|zip)\b")
    for record in records:
        if "{1.." not in record["completion"]:  # a brace expansion names its files in short
            for found in name.findall(record["prompt"]):
                assert found in record["completion"], record


def test_the_same_seed_gives_the_same_pairs_and_another_seed_others(records):
    assert list(pairs(500, seed=3)) == records[:500]
    assert list(pairs(500, seed=4)) != records[:500]


def test_as_many_pairs_as_asked():
    assert [len(list(pairs(count))) for count in (0, 1, 77)] == [0, 1, 77]


@pytest.mark.parametrize("prompt", HELD_OUT)
def test_prompts_kept_aside_are_recognised(prompt):
    assert is_held_out(prompt)
    assert is_held_out(f"Please, {prompt.upper()}.")


def test_prompts_kept_aside_do_not_occur(records):
    held_out = [set(re.findall(r"[\w.]+", prompt.lower())) for prompt in HELD_OUT]
    for record in records:
        words = {word.strip(".") for word in re.findall(r"[\w.]+", record["prompt"].lower())}
        assert not any(wanted <= words for wanted in held_out), record["prompt"]


def test_related_prompts_are_not_kept_aside():
    for prompt in ("make deploy.sh executable", "count the lines in all csv files", "list files"):
        assert not is_held_out(prompt)


# ---- stories


def test_stories_are_distinct_and_as_many_as_asked(texts):
    assert len(set(texts)) == len(texts) == 3000


def test_the_same_seed_gives_the_same_stories(texts):
    assert list(stories(50, seed=3)) == texts[:50]
    assert list(stories(50, seed=4)) != texts[:50]


def test_stories_have_60_to_150_words(texts):
    lengths = [len(text.split()) for text in texts]
    assert min(lengths) >= 60 and max(lengths) <= 150


def test_stories_are_clean_sentences(texts):
    for text in texts:
        assert text[0].isupper() and text.endswith((".", '."'))
        assert "  " not in text and "\n" not in text and text.isascii()
        assert not re.search(r"[\[\]{}|]|\(n\)|\.\.|,\.| [,.!?]", text), text
        assert text.count('"') % 2 == 0, text


def test_sentences_start_with_a_capital(texts):
    for text in texts:
        assert not re.search(r"[a-z]\. [a-z]", text), text
        assert not re.search(r'\." [a-z]', text), text


def test_articles_agree_with_the_next_word(texts):
    for text in texts:
        assert not re.search(r"\b[Aa] [aeio]\w", text), text
        assert not re.search(r"\b[Aa]n (?!hour)[^aeiou\W]", text), text


def test_pronouns_agree_with_a_lone_hero(texts):
    fears = [text for text in texts if "was brave, but" in text]
    assert fears
    for text in fears:
        he = re.search(r"was brave, but (s?he) ", text)[1]
        assert re.search(r"(\w+) held it and|small, (s?he) held it", text)[2] == he


def test_words_of_files_and_folders_are_met(texts):
    words = set(re.findall(r"[a-z]+", " ".join(texts).lower()))
    wanted = "file files folder folders name names size sizes copy lines script backup archive disk"
    assert set(wanted.split()) <= words
