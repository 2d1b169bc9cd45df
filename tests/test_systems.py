"""What answers in an evaluation: models, neighbours, prediction files, models of other people."""

import json

import mlx.core as mx
import numpy as np
import pytest
from tiny_models import write_tiny_model

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.evaluation.foreign import ForeignModel, extract
from bashcoder_mlx.evaluation.run import Stored, open_before, open_system
from bashcoder_mlx.evaluation.systems import (
    KnowledgeBase,
    ModelSystem,
    Neighbours,
    Predictions,
    Question,
)
from bashcoder_mlx.inference import ask, load

PAIRS = [
    Document(prompt="list all files", completion="ls -a", kind="command"),
    Document(prompt="list files by size", completion="ls -S", kind="command"),
    Document(prompt="count the lines of a file", completion="wc -l a.txt", kind="command"),
    Document(prompt="count lines", completion="wc -l a.txt", kind="command"),
]


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    return write_tiny_model(tmp_path_factory.mktemp("model") / "tiny")


@pytest.fixture(scope="module")
def system(directory):
    return ModelSystem("tiny", load(directory))


@pytest.fixture(scope="module")
def foreign(directory, tmp_path_factory):
    """The same model without our marks, as another person's."""
    copy = tmp_path_factory.mktemp("foreign") / "other"
    copy.mkdir()
    for file in directory.iterdir():
        if file.name != "manifest.json":
            (copy / file.name).write_bytes(file.read_bytes())
    config = json.loads((copy / "config.json").read_text())
    del config["tasks"]
    config["max_position_embeddings"] = 512
    (copy / "config.json").write_text(json.dumps(config))
    return copy


def test_the_first_answer_of_a_model_is_what_ask_prints(system):
    questions = [Question("list files"), Question("ls -a", "explanation"), Question("list files")]
    found = system.replies(questions, 6)
    for question, reply in zip(questions, found, strict=True):
        alone = ask(question.prompt, system.loaded, task=question.task, system="linux")
        assert reply.text == alone.text
        assert reply.raw == max(alone.candidates, key=lambda c: c.score).text
        assert len(set(reply.texts)) == len(reply.texts) <= 6
    assert system.replies(questions, 1)[0].texts == (found[0].text,)


def test_a_prompt_that_the_context_does_not_hold_has_no_answer(system):
    assert system.replies([Question("list " * 200)], 2)[0].texts == ()
    assert system.replies([], 2) == []


def likelihood(loaded, head: list[int], body: list[int]) -> float:
    """Bits of `body` after `head`, one token at a time."""
    bits, ids = 0.0, list(head)
    for token in body:
        logits = np.array(loaded.model(mx.array([ids]))[0, -1], np.float64)
        bits -= (
            logits[token] - np.log(np.exp(logits - logits.max()).sum()) - logits.max()
        ) / np.log(2)
        ids.append(token)
    return bits


def test_bits_are_those_of_one_token_after_the_other(system):
    loaded, tokenizer = system.loaded, system.loaded.tokenizer
    text = Document(text="list the files")
    pair = Document(prompt="list files", completion="ls -a", kind="command", os="linux")
    found = system.bits([text, pair])
    head = tokenizer.encode("<|command|><|linux|>list files<|answer|>")
    expected = [
        likelihood(loaded, [tokenizer.bos_id], tokenizer.encode(text.text)),
        likelihood(loaded, head, tokenizer.encode(pair.completion)),
    ]
    assert found[:, 0] == pytest.approx(expected, rel=1e-4)
    assert found[:, 1].tolist() == [len("list the files"), len("ls -a")]


def test_a_long_document_is_read_in_pieces_that_begin_with_the_token_before(system):
    loaded = system.loaded
    context = loaded.model.context_length
    ids = [loaded.tokenizer.bos_id, *loaded.tokenizer.encode("show the files " * 40)]
    assert len(ids) > 2 * context
    starts = range(0, len(ids) - 1, context)
    expected = sum(
        likelihood(loaded, ids[start : start + 1], ids[start + 1 : start + context + 1])
        for start in starts
    )
    found = system.bits([Document(text="show the files " * 40)])
    assert found[0, 0] == pytest.approx(expected, rel=1e-4)


def test_neighbours_answer_with_the_commands_of_the_most_similar_prompts():
    neighbours = Neighbours("known", PAIRS)
    (first, second) = neighbours.replies([Question("count lines"), Question("files by size")], 2)
    assert first.texts == ("wc -l a.txt", "ls -S")[:1] + first.texts[1:]
    assert len(set(first.texts)) == 2
    assert second.text == second.raw == "ls -S"


def test_neighbours_explain_with_the_english_of_the_most_similar_command():
    asked = [Question("ls -S -l", "explanation"), Question("list all files")]
    explained, answered = Neighbours("known", PAIRS).replies(asked, 1)
    assert (explained.text, answered.text) == ("list files by size", "ls -a")


def test_the_knowledge_base_explains_only():
    known = KnowledgeBase()
    (explained, answered) = known.replies([Question("ls -a", "explanation"), Question("list")], 1)
    assert "hidden" in explained.text or "dot" in explained.text
    assert answered.texts == ()


def test_predictions_are_found_by_the_words_of_their_prompt(tmp_path):
    path = tmp_path / "predictions.jsonl"
    rows = [("List files.", "ls"), ("list files", "find ."), ("list files", "ls"), ("x", "y")]
    path.write_text(
        "".join(json.dumps({"prompt": p, "completion": c}) + "\n" for p, c in rows)
        + json.dumps({"prompt": "ls", "completion": "Lists.", "kind": "explanation"})
    )
    found = Predictions(path)
    asked = [Question("list  FILES"), Question("other"), Question("ls", "explanation")]
    assert [reply.texts for reply in found.replies(asked, 5)] == [("ls", "find ."), (), ("Lists.",)]
    assert found.name == "predictions.jsonl"


# --- models of other people ---


def test_a_model_without_our_marks_is_asked_through_its_chat_template(foreign):
    system = open_system(foreign, print)
    assert isinstance(system, ForeignModel)
    asked = [Question("list files"), Question("ls", "explanation", "macos")]
    first, second = system.replies(asked, 3)
    assert 1 <= len(set(first.texts)) == len(first.texts) <= 3
    assert second.raw
    assert first.raw == system.replies(asked[:1], 1)[0].raw  # the first is not drawn


def test_a_foreign_model_is_scored_on_text(foreign, system):
    text = Document(text="list the files")
    found = ForeignModel("other", foreign).bits([text, PAIRS[0]])
    assert found[0] == pytest.approx(system.bits([text])[0], rel=1e-3)
    assert found[1, 0] > 0


def test_a_model_that_mlx_lm_cannot_load_is_told(foreign, tmp_path):
    config = json.loads((foreign / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps(config | {"model_type": "nothing"}))
    with pytest.raises(BashcoderError, match="mlx-lm cannot load"):
        open_system(tmp_path, print)


@pytest.mark.parametrize(
    ("text", "task", "expected"),
    [
        ("Sure!\n```bash\nls -l\n```\nThat lists.", "command", "ls -l"),
        ("```\n#!/bin/bash\nls\n```", "script", "#!/bin/bash\nls"),
        ("```sh\nls -l", "command", "ls -l"),
        ("You can use `ls -l` here.", "command", "ls -l"),
        ("$ ls -l\nlists files", "command", "ls -l"),
        ("echo a\necho b", "script", "echo a\necho b"),
        (" Lists `x`. ", "explanation", "Lists `x`."),
        ("echo `date`", "command", "echo `date`"),
        ("```Bash\n$ ls -l\n```", "command", "ls -l"),
        ("```shell-session\r\nls -l\r\n```", "command", "ls -l"),
        ("Here is the command:\n`ls -l`", "command", "ls -l"),
        ("To list files, use:\n\nls -l", "command", "ls -l"),
        ("<think>\nls?\n</think>\nls -l", "command", "ls -l"),
        ("<think>ls", "command", ""),
        ("find . \\\n  -name x", "command", "find . \\\n  -name x"),
        ("for f in *; do\n  echo $f\ndone", "command", "for f in *; do\n  echo $f\ndone"),
        ("I cannot do that.\nSorry.", "command", "I cannot do that."),
        ("", "command", ""),
    ],
)
def test_the_command_is_taken_out_of_what_is_said_around_it(text, task, expected):
    assert extract(text, task) == expected


# --- what a model was before ---


def test_the_first_stage_of_a_run_is_what_a_model_was_before(tmp_path, directory):
    (tmp_path / "run").mkdir()
    for name in ("english", "best"):
        (tmp_path / "run" / name).symlink_to(directory, target_is_directory=True)
    checkpoint = tmp_path / "run" / "checkpoints" / "code-1"
    write_tiny_model(checkpoint)
    recipe = {"recipe": {"stages": [{"name": "english"}, {"name": "code"}]}}
    (tmp_path / "run" / "recipe.json").write_text(json.dumps(recipe))
    found = open_before(None, checkpoint, print)
    assert found.loaded.path == tmp_path / "run" / "english"
    assert found.name.startswith("before (")
    assert open_before(None, directory, print) is None


@pytest.mark.parametrize("text", ["", "[]", '{"sections": {}}', "{"])
def test_a_report_without_scores_is_refused(tmp_path, text):
    path = tmp_path / "before.json"
    path.write_text(text)
    with pytest.raises(InputError, match=r"before.json is no report of one model's held-out text"):
        Stored(path)
