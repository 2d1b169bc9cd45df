"""Answers: English to a command or script, a command to English.

from bashcoder_mlx import ask, explain, load

print(ask("find python files changed this week").text)
model = load("runs/mine/best")          # once, for many questions
for candidate in ask("show disk usage", model, candidates=8).candidates:
    print(candidate.valid, candidate.text)
print(explain("du -sh *", model).text)
"""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from bashcoder_mlx.checkpoints import FOREIGN, find_checkpoint, shipped_weights
from bashcoder_mlx.errors import BashcoderError, InputError
from bashcoder_mlx.inference.beam import beam_searches
from bashcoder_mlx.inference.decode import Generation
from bashcoder_mlx.model_directory import Loaded, load_model_directory
from bashcoder_mlx.prompt import format_prompt, host_system
from bashcoder_mlx.runtime import compute_dtype
from bashcoder_mlx.shell.syntax import find_bash, is_valid_bash
from bashcoder_mlx.terminal import sanitise

MAX_TOKENS = {"command": 128, "script": 512, "explanation": 128}
CANDIDATES = 4  # decoded even where one is printed: the likeliest may be no valid shell
DECODED_ROWS = 128  # candidates decoded together; more are hardly faster and take memory


@dataclass(frozen=True)
class Candidate:
    """One possible answer.

    text: without surrounding blank space.
    log_probability: natural logarithm of the model's probability of it.
    score: the same, normalised by length.
    ended: whether the model ended it, rather than the limit on tokens.
    valid: whether it may be fit to be run: it has ended, `bash -n` accepts it, it holds no control
        characters and, for a command, it is one line. None for an explanation, or where bash is
        not installed.
    """

    text: str
    log_probability: float
    score: float
    ended: bool
    valid: bool | None


@dataclass(frozen=True)
class Answer:
    """What the model answers: `text` and `valid` of the candidate preferred, and all of them.

    Candidates come in order of preference: valid before invalid, ended before cut off, then by
    score.
    """

    prompt: str
    task: str
    system: str
    candidates: tuple[Candidate, ...]

    @property
    def text(self) -> str:
        """The preferred candidate; show it by `bashcoder_mlx.terminal.write_answer`."""
        return self.candidates[0].text

    @property
    def valid(self) -> bool | None:
        """Of the preferred candidate: False where no candidate is fit to be run."""
        return self.candidates[0].valid


def load(path: str | Path | None = None, announce=lambda line: None) -> Loaded:
    """A model, ready to answer.

    Args:
        path: a model directory, a run folder, or the name of either; the shipped weights by
            default.
        announce: told, in one line, when what is used is not literally what was given.

    Raises:
        InputError: there is no such model, or it is an llm-from-scratch file, to be converted.
        BashcoderError: its files are damaged.
    """
    found = shipped_weights() if path is None else find_checkpoint(path, announce)
    if found.suffix in FOREIGN and found.is_file():
        raise InputError(
            f"{found} is an llm-from-scratch checkpoint: convert it first, with "
            f"`bashcoder convert {found} OUT --tokenizer DIR`"
        )
    return load_model_directory(found, compute_dtype())


@cache
def _shipped() -> Loaded:
    return load()


def ask(
    prompt: str,
    model: Loaded | str | Path | None = None,
    *,
    task: str = "command",
    system: str | None = None,
    candidates: int = CANDIDATES,
    max_tokens: int | None = None,
) -> Answer:
    """English to a command or a script; nothing is run.

    Warns where the model was not trained on the task.

    Args:
        prompt: what is wanted.
        model: from `load`, or what `load` takes, loaded at each call; the shipped weights, kept
            in memory, by default.
        task: "command", "script" or "explanation".
        system: "linux" or "macos"; this machine's by default.
        candidates: how many are decoded together.
        max_tokens: limit on the length of an answer; by default that of the task in `MAX_TOKENS`.

    Raises:
        InputError: a blank prompt, one as long as the model's context, an unknown task or system.
        BashcoderError: every candidate is empty.
    """
    options = {"candidates": candidates, "max_tokens": max_tokens}
    (answer,) = ask_all([prompt], model, task=task, system=system, **options)
    if not answer.candidates:
        raise BashcoderError("the model's answer is empty: put the question in other words")
    return answer


def ask_all(
    prompts: Sequence[str],
    model: Loaded | str | Path | None = None,
    *,
    task: str = "command",
    system: str | None = None,
    candidates: int = CANDIDATES,
    max_tokens: int | None = None,
) -> list[Answer]:
    """As `ask`, for many prompts, those of one length in tokens decoded together.

    An answer has no candidates where the model's are all empty.
    """
    system = system or host_system()
    if not all(prompt.strip() for prompt in prompts):
        raise InputError("the prompt is empty: say what you want in a few words")
    texts = [formatted(prompt.strip(), task, system) for prompt in prompts]
    loaded = _resolve(model)
    if task not in loaded.config.get("tasks", ()):
        warnings.warn(f"{loaded.path} was not trained on the task {task!r}", stacklevel=3)
    limit = MAX_TOKENS[task] if max_tokens is None else max_tokens
    ids = [loaded.tokenizer.encode(text) for text in texts]
    answers: dict[int, Answer] = {}
    for numbers in _of_one_length(ids, DECODED_ROWS // max(candidates, 1)):
        together = [ids[number] for number in numbers]
        found = beam_searches(loaded.model, loaded.tokenizer, together, candidates, limit)
        for number, generations in zip(numbers, found, strict=True):
            ranked = _ranked(generations, task)
            answers[number] = Answer(prompts[number], task, system, ranked)
    return [answers[number] for number in range(len(prompts))]


def _of_one_length(ids: Sequence[Sequence[int]], most: int) -> Iterator[list[int]]:
    """The numbers of the prompts in groups of equal length and at most `most` each."""
    in_order = sorted(range(len(ids)), key=lambda number: len(ids[number]))
    for _, group in groupby(in_order, key=lambda number: len(ids[number])):
        numbers, most = list(group), max(most, 1)
        yield from (numbers[at : at + most] for at in range(0, len(numbers), most))


def explain(command: str, model: Loaded | str | Path | None = None, **options) -> Answer:
    """A command in English.

    Args:
        command: shell text.
        model, options: as for `ask`, except `task`.

    Raises:
        As `ask`.
    """
    return ask(command, model, task="explanation", **options)


def _resolve(model) -> Loaded:
    if model is None:
        return _shipped()
    return model if isinstance(model, Loaded) else load(model)


def formatted(question: str, task: str, system: str) -> str:
    """As `prompt.format_prompt`, raising `InputError`."""
    try:
        return format_prompt(question, task, system)
    except ValueError as error:
        raise InputError(str(error)) from error


def _ranked(found: list[Generation], task: str) -> tuple[Candidate, ...]:
    """Candidates of different text, none of them empty, in order of preference."""
    distinct = {}
    for generation in found:
        distinct.setdefault(generation.text.strip(), generation)
    candidates = [
        Candidate(text, g.log_probability, g.score, g.ended, is_runnable(text, g.ended, task))
        for text, g in distinct.items()
        if text
    ]
    candidates.sort(key=lambda c: (c.valid is False, not c.ended, -c.score))
    return tuple(candidates)


def is_runnable(text: str, ended: bool, task: str) -> bool | None:
    """Whether an answer may be fit to be run, as `Candidate.valid` says it."""
    if task == "explanation" or find_bash() is None:
        return None
    if not ended or sanitise(text) != text or (task == "command" and "\n" in text):
        return False
    # A fenced block parses: as an empty substitution in backquotes.
    return not text.startswith("```") and is_valid_bash(text)
