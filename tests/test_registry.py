"""The list of named corpora, and the command that shows it."""

import json
import re
import subprocess
import sys

import pytest

from bashcoder_mlx import cli
from bashcoder_mlx.cli.data.list import size_text
from bashcoder_mlx.corpora.documents import BASH_SYSTEMS, KINDS
from bashcoder_mlx.corpora.registry import Corpus, corpora, find_corpus
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.models.presets import SIZES

# Data sets made by a script on their main branch, which `datasets` 5 refuses.
WITH_SCRIPTS = {"bookcorpus/bookcorpus", "codeparrot/github-code-clean", "neulab/tldr"}
ALL = pytest.mark.parametrize("corpus", corpora().values(), ids=corpora())


def test_every_corpus_of_the_documents_is_there():
    english = {"tinystories", "wikipedia", "bookcorpus", "c4", "openwebtext", "pile", "fineweb"}
    code = {"the-stack", "starcoderdata", "github-shell", "nl2bash", "nl2sh-alfa", "tldr-pages"}
    assert english | code <= set(corpora())


@ALL
def test_an_entry_is_whole(corpus):
    assert re.fullmatch(r"[\w.-]+/[\w.-]+", corpus.hub_id), "ids without an owner are gone"
    assert corpus.title and corpus.license and corpus.url.startswith("https://")
    assert corpus.bytes > corpus.documents > 0
    assert corpus.sizes and set(corpus.sizes) <= set(SIZES)
    assert corpus.kind in KINDS and corpus.os in BASH_SYSTEMS
    assert re.fullmatch(r"[a-z0-9-]+", corpus.name)


@ALL
def test_its_rows_become_documents(corpus):
    row = dict.fromkeys(corpus.fields.values(), "words")
    document = corpus.document(row)
    assert document.fault is None
    assert (document.source, document.kind) == (corpus.name, corpus.kind)


def test_script_based_data_sets_are_read_from_the_parquet_branch():
    branch = {c.hub_id for c in corpora().values() if c.revision == "refs/convert/parquet"}
    assert branch == WITH_SCRIPTS


def test_gated_corpora_are_known_by_their_owner():
    gated = {name for name, corpus in corpora().items() if corpus.gated}
    assert gated == {name for name, c in corpora().items() if c.hub_id.startswith("bigcode/")}


def corpus(**fields) -> Corpus:
    return Corpus("c", "", "a/b", fields, 1, 1, "MIT", (), "https://example.org")


def test_the_licence_of_a_row_goes_before_that_of_the_corpus():
    stack = corpus(text="content", license="licenses")
    assert stack.document({"content": "ls", "licenses": ["MIT", "ISC"]}).license == "MIT, ISC"
    assert stack.document({"content": "ls", "licenses": "BSD"}).license == "BSD"
    assert stack.document({"content": "ls", "licenses": []}).license == "MIT"


def test_a_row_without_its_text_is_no_document():
    assert corpus(prompt="nl", completion="bash").document({"nl": "list", "bash": None}) is None


def test_a_row_with_other_columns_is_refused_with_their_names():
    with pytest.raises(ValueError, match="no column 'text'; there are body, id"):
        corpus(text="text").document({"body": "ls", "id": 1})


def test_a_row_that_holds_no_text_is_refused():
    with pytest.raises(ValueError, match="must be a string"):
        corpus(text="text").document({"text": 5})


def test_a_name_is_found_in_any_case_and_a_wrong_one_gets_a_hint():
    assert find_corpus("TinyStories").name == "tinystories"
    with pytest.raises(InputError, match="did you mean wikipedia"):
        find_corpus("wikipdia")
    with pytest.raises(InputError, match="choose from tinystories, "):
        find_corpus("xyzzy")


def run(capsys, *args: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        cli.run(cli.group, ["data", "list", *args])
    return (stop.value.code, *capsys.readouterr())


def test_the_table_has_a_line_for_each_and_marks_what_is_not_verified(capsys):
    code, out, _ = run(capsys)
    names = [line.split()[0] for line in out.splitlines()[1:]]
    assert code == 0
    assert names == [n + ("*" if c.unverified else "") for n, c in corpora().items()]


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (999_499, "999 kB"), (999_500, "1 MB")]
)
def test_sizes_have_three_digits(size, text):
    assert size_text(size) == text


def test_json_holds_every_field(capsys):
    entries = json.loads(run(capsys, "--json")[1])
    assert [entry["name"] for entry in entries] == list(corpora())
    assert {"hub_id", "license", "unverified", "gated", "fields"} <= set(entries[0])


def test_details_say_how_to_log_in_and_what_is_not_verified(capsys):
    _, out, _ = run(capsys, "--details", "the-stack")
    assert "hf auth login" in out and "huggingface.co/datasets/bigcode/the-stack-dedup" in out
    assert corpora()["the-stack"].unverified in out


def test_the_list_loads_no_library_of_the_hub():
    code = (
        "import sys; from bashcoder_mlx.cli.data.list import command; "
        "command(['--json'], standalone_mode=False); "
        "assert not {'datasets', 'huggingface_hub', 'rich', 'mlx.core'} & set(sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
