"""What answers: a model of ours, and the baselines that stand beside it in every table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import read_documents
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.evaluation.language import Scored, bits_and_bytes
from bashcoder_mlx.inference import ask_all
from bashcoder_mlx.inference.answer import CANDIDATES, formatted
from bashcoder_mlx.model_directory import Loaded
from bashcoder_mlx.shards.encode import encode_documents
from bashcoder_mlx.shell.describe import describe
from bashcoder_mlx.training.loss import token_losses


@dataclass(frozen=True)
class Question:
    """A prompt with the task and the system of the prompt format."""

    prompt: str
    task: str = "command"
    system: str = "linux"


@dataclass(frozen=True)
class Reply:
    """Answers to one question.

    raw: the likeliest answer as the system gave it.
    texts: the answers as `bashcoder ask` would print them, the preferred one first.
    unended: which of these texts are cut off.
    """

    raw: str = ""
    texts: tuple[str, ...] = ()
    unended: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """The answer printed, "" where there is none."""
        return self.texts[0] if self.texts else ""


class System:
    """Something that answers questions, by a name, or that has read documents, or both."""

    name: str
    is_partial = False
    """Whether it is left out of a part of which it answers nothing, rather than failing it."""

    def replies(self, questions: Sequence[Question], count: int) -> list[Reply]:
        """Up to `count` different answers to each question."""
        return [Reply()] * len(questions)

    def bits(self, documents: Sequence[Document]) -> np.ndarray | None:
        """Bits and bytes of what is to be learned of each document, (n, 2); None for no model."""
        return None


class ModelSystem(System):
    """A model of ours, answering as `bashcoder ask` does."""

    def __init__(self, name: str, loaded: Loaded):
        self.name, self.loaded = name, loaded

    def replies(self, questions: Sequence[Question], count: int) -> list[Reply]:
        """See `System.replies`; none to a prompt that the context does not hold."""
        found: dict[Question, Reply] = {}
        fitting = [question for question in dict.fromkeys(questions) if self._fits(question)]
        for form in sorted({(question.task, question.system) for question in fitting}):
            alike = [question for question in fitting if (question.task, question.system) == form]
            found |= dict(zip(alike, self._ask(alike, count), strict=True))
        return [found.get(question, Reply()) for question in questions]

    def _ask(self, alike: Sequence[Question], count: int) -> Iterator[Reply]:
        """The first answer is what `ask` prints, the others come from a search as wide as asked."""
        prompts = [question.prompt for question in alike]
        options = {"task": alike[0].task, "system": alike[0].system}
        printed = ask_all(prompts, self.loaded, **options)
        wide = printed
        if count > CANDIDATES:
            wide = ask_all(prompts, self.loaded, candidates=count, **options)
        for answer, more in zip(printed, wide, strict=True):
            texts = [c.text for c in (*answer.candidates[:1], *more.candidates)]
            likeliest = max(answer.candidates, key=lambda c: c.score, default=None)
            unended = [c.text for c in (*answer.candidates, *more.candidates) if not c.ended]
            raw = likeliest.text if likeliest else ""
            yield Reply(raw, tuple(dict.fromkeys(texts))[:count], frozenset(unended))

    def _fits(self, question: Question) -> bool:
        text = formatted(question.prompt.strip(), question.task, question.system)
        return len(self.loaded.tokenizer.encode(text)) < self.loaded.model.context_length

    def bits(self, documents: Sequence[Document]) -> np.ndarray:
        """See `System.bits`; pairs in the prompt format."""
        model, tokenizer = self.loaded.model, self.loaded.tokenizer

        def losses(tokens, targets):
            hidden = model.hidden_states(tokens)
            return token_losses(
                hidden.reshape(-1, hidden.shape[-1]), model.output_weight, targets.reshape(-1)
            )

        encoded = [
            Scored(document.ids, document.learned & (document.ids != tokenizer.eos_id))
            for document in encode_documents(documents, tokenizer)
        ]
        return bits_and_bytes(losses, encoded, documents, model.context_length)


class Neighbours(System):
    """The nearest neighbours of a question among known pairs, by TF-IDF and cosine.

    An explanation is the English of the most similar command.
    """

    def __init__(self, name: str, pairs: Sequence[Document]):
        self.name = name
        commands = [pair for pair in pairs if pair.kind != "explanation"]
        self._english = [pair.prompt for pair in commands]
        self._commands = [pair.completion for pair in commands]

    def replies(self, questions: Sequence[Question], count: int) -> list[Reply]:
        """See `System.replies`."""
        explained = [question.task == "explanation" for question in questions]
        replies: list[Reply] = [Reply()] * len(questions)
        for turned in set(explained):
            known, answers = self._english, self._commands
            if turned:
                known, answers = answers, known
            numbers = [number for number, is_one in enumerate(explained) if is_one == turned]
            prompts = [questions[number].prompt for number in numbers]
            for number, nearest in zip(numbers, _nearest(prompts, known, answers), strict=True):
                texts = _first_distinct(nearest, count)
                replies[number] = Reply(texts[0], texts)
        return replies


def _nearest(prompts: Sequence[str], known: Sequence[str], answers: Sequence[str]) -> Iterator:
    """For each prompt, the answers of what is known, nearest first; equal ones in order."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(token_pattern=r"\w+")
    try:
        vectors = vectorizer.fit_transform(known)
    except ValueError as error:
        raise InputError(f"the known pairs hold no words to compare: {error}") from error
    for prompt in prompts:
        similarity = (vectors @ vectorizer.transform([prompt]).T).toarray().ravel()
        yield (answers[index] for index in np.argsort(-similarity, kind="stable"))


def _first_distinct(texts: Iterator[str], count: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for text in texts:
        found[text] = None
        if len(found) == count:
            break
    return tuple(found)


class KnowledgeBase(System):
    """The explanation that the knowledge base alone gives: the meaning of each part, in order."""

    name, is_partial = "knowledge base", True

    def replies(self, questions: Sequence[Question], count: int) -> list[Reply]:
        """See `System.replies`; answers to explanations only."""
        return [
            self._explain(question) if question.task == "explanation" else Reply()
            for question in questions
        ]

    def _explain(self, question: Question) -> Reply:
        parts = describe(question.prompt, question.system)
        text = ", ".join(dict.fromkeys(part.meaning for part in parts))
        return Reply(text, (text,)) if text else Reply()


class Predictions(System):
    """The answers of another system, from a file of pairs: those of one prompt in order."""

    is_partial = True

    def __init__(self, path: Path):
        self.name = path.name
        self._texts: dict[tuple[bool, str], list[str]] = {}
        for document in read_documents(path):
            if document.is_pair:
                key = (document.kind == "explanation", prompt_key(document.prompt))
                self._texts.setdefault(key, []).append(document.completion)

    def replies(self, questions: Sequence[Question], count: int) -> list[Reply]:
        """See `System.replies`; none where the file has no such prompt."""
        found = []
        for question in questions:
            key = (question.task == "explanation", prompt_key(question.prompt))
            texts = _first_distinct(iter(self._texts.get(key, ())), count)
            found.append(Reply(texts[0], texts) if texts else Reply())
        return found


def prompt_key(prompt: str) -> str:
    """What two prompts have in common that count as the same: their words, whatever the case."""
    return " ".join(re.findall(r"\w+", prompt.lower()))
