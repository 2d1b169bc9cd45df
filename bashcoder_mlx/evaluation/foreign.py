"""Models that mlx-lm loads and this package did not make: asked through their chat template.

They are told in words what ours are told by the prompt format, and the command is taken out of
what they say around it. The first answer is their likeliest, the others are sampled.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import mlx.core as mx
import numpy as np

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.evaluation.language import Scored, bits_and_bytes
from bashcoder_mlx.evaluation.systems import Question, Reply, System
from bashcoder_mlx.inference.answer import MAX_TOKENS
from bashcoder_mlx.shell import dialect
from bashcoder_mlx.shell.parse import commands
from bashcoder_mlx.shell.syntax import is_valid_bash
from bashcoder_mlx.shell.utilities import utility

TEMPERATURE = 0.8
CONTEXT = 1024  # tokens of a document read at a time, where the model's own limit is not lower
_BATCH = 32  # questions decoded together
_INSTRUCTIONS = {
    "command": "Write one shell command for {system} that does the following. Answer with the"
    " command alone, without explanation.\n\n{prompt}",
    "script": "Write a bash script for {system} that does the following. Answer with the script"
    " alone, without explanation.\n\n{prompt}",
    "explanation": "Say in one short English sentence what this shell command does on {system}."
    "\n\n{prompt}",
}
_FENCED = re.compile(r"```[^\n`]*\r?\n(.*?)(?:\r?\n```|\Z)", re.DOTALL)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)
_QUOTED = re.compile(r"`([^`]+)`")


class ForeignModel(System):
    """A model directory in mlx-lm's form.

    Raises:
        BashcoderError: mlx-lm cannot load it.
    """

    def __init__(self, name: str, path: Path):
        from mlx_lm import load

        self.name = name
        try:
            self.model, self.tokenizer = load(str(path))
        except Exception as error:  # mlx-lm and transformers raise of all kinds
            raise BashcoderError(f"mlx-lm cannot load {path}: {error}") from error

    def replies(self, questions: Sequence[Question], count: int) -> list[Reply]:
        """See `System.replies`."""
        mx.random.seed(0)
        found = []
        for start in range(0, len(questions), _BATCH):
            batch = questions[start : start + _BATCH]
            prompts = [self._encode(question) for question in batch]
            likeliest = self._generate(prompts, batch, None)
            others = [self._generate(prompts, batch, TEMPERATURE) for _ in range(count - 1)]
            for question, *texts in zip(batch, likeliest, *others, strict=True):
                found.append(_reply(texts, question.task))
        return found

    def _encode(self, question: Question) -> list[int]:
        text = _INSTRUCTIONS[question.task].format(
            system=dialect.NAMES[question.system], prompt=question.prompt
        )
        if self.tokenizer.chat_template is None:
            return self.tokenizer.encode(text + "\n\n")
        messages = [{"role": "user", "content": text}]
        return self.tokenizer.apply_chat_template(messages, add_generation_prompt=True)

    def _generate(self, prompts, questions, temperature: float | None) -> list[str]:
        from mlx_lm import batch_generate

        limits = [MAX_TOKENS[question.task] for question in questions]
        options = {"sampler": _sampler(temperature)} if temperature else {}
        return batch_generate(
            self.model, self.tokenizer, prompts, max_tokens=limits, **options
        ).texts

    def bits(self, documents: Sequence[Document]) -> np.ndarray:
        """See `System.bits`; a pair's completion follows the question in the chat template."""
        import mlx.nn as nn

        def losses(tokens, targets):
            logits = self.model(tokens).astype(mx.float32)
            return nn.losses.cross_entropy(logits, targets).reshape(-1)

        limit = getattr(getattr(self.model, "args", None), "max_position_embeddings", None)
        encoded = [self._scored(document) for document in documents]
        return bits_and_bytes(losses, encoded, documents, min(limit or CONTEXT, CONTEXT))

    def _scored(self, document: Document) -> Scored:
        if document.is_pair:
            head = self._encode(Question(document.prompt, document.kind))
        else:
            start = self.tokenizer.bos_token_id
            head = [self.tokenizer.eos_token_id if start is None else start]
        body = self.tokenizer.encode(document.parts[-1], add_special_tokens=False)
        ids = np.array([*head, *body], np.int64)
        return Scored(ids, np.arange(len(ids)) >= len(head))


def _reply(texts: Sequence[str], task: str) -> Reply:
    """What is printed comes in the order of `ask`: what `bash -n` accepts before the rest."""
    taken = [text for text in dict.fromkeys(extract(text, task) for text in texts) if text]
    if task != "explanation":
        taken.sort(key=lambda text: not is_valid_bash(text))
    return Reply(texts[0].strip(), tuple(taken))


def _sampler(temperature: float) -> Callable[[mx.array], mx.array]:
    return lambda log_probabilities: mx.random.categorical(log_probabilities / temperature)


def extract(text: str, task: str) -> str:
    """The answer in what a chatty model says around it.

    A fenced block; else what begins with a known utility: the text, a line of it, or quoted code in
    it; else the text itself, of a command its first line.
    """
    text = _THOUGHT.sub("", text).strip()
    if task == "explanation":
        return text
    if fenced := _FENCED.search(text):
        text = fenced[1].strip()
    if task == "script":
        return text
    lines = [line.strip().removeprefix("$ ") for line in text.splitlines() if line.strip()]
    for line in lines:
        for code in (line, *_QUOTED.findall(line)):
            if _is_command(code):
                rest = text[text.index(code) :]
                # A loop or a continued line is whole only with the lines after it.
                whole = is_valid_bash(code) and not code.endswith("\\")
                return code if whole or not is_valid_bash(rest) else rest
    return lines[0] if lines else ""


def _is_command(text: str) -> bool:
    first = next(iter(commands(text)), None)
    known = first and (utility(first.name) or first.kind == "keyword")
    return bool(known) and not text.endswith(":")
