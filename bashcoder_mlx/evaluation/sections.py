"""The parts of an evaluation: each asks every system the same and turns answers into figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.evaluation.copying import copies, wanted_slots
from bashcoder_mlx.evaluation.figures import Figure, mean, ratio, share
from bashcoder_mlx.evaluation.language import digest
from bashcoder_mlx.evaluation.matching import (
    is_exact_match,
    is_template_match,
    nlc2cmd_score,
)
from bashcoder_mlx.evaluation.systems import Question, Reply, System, prompt_key
from bashcoder_mlx.evaluation.texts import character_bleu, corpus_bleu, rouge_l
from bashcoder_mlx.inference.answer import is_runnable
from bashcoder_mlx.shell.template import utilities_of

FEW = 5  # candidates of the figures "@5"


@dataclass
class Section:
    """Figures of one kind, by system and name, and what each was asked and answered."""

    name: str
    title: str
    figures: dict[str, dict[str, Figure]] = field(default_factory=dict)
    examples: list[dict] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    bits: dict[str, dict[str, list[float]]] = field(default_factory=dict)
    """For held-out text: by system and digest of the set, the bits of each document."""


@dataclass(frozen=True)
class Group:
    """A prompt with every gold answer that counts."""

    prompt: str
    golds: tuple[str, ...]


def groups(pairs: Sequence[Document], turned: bool = False) -> list[Group]:
    """Pairs by their prompt, whatever its case and punctuation.

    Args:
        turned: by the command, which is then the prompt, and the English the gold answer.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for pair in pairs:
        prompt, answer = pair.parts[::-1] if turned else pair.parts
        found.setdefault(prompt if turned else prompt_key(prompt), []).append((prompt, answer))
    return [
        Group(rows[0][0], tuple(dict.fromkeys(answer for _, answer in rows)))
        for rows in found.values()
    ]


def ask_systems(systems, questions, count, note) -> dict[str, list[Reply]]:
    """The replies of every system; without those of a partial one that has none."""
    replies = {}
    for system in systems:
        note(f"asking {system.name} {len(questions):,} questions")
        found = system.replies(questions, count)
        if not system.is_partial or any(reply.texts for reply in found):
            replies[system.name] = found
    return replies


def language(
    systems: Sequence[System],
    sets: dict[str, Sequence[Document]],
    before: System | None,
    note: Callable,
) -> Section:
    """Bits per byte of held-out text, for the systems that are models.

    Args:
        before: a model that is only scored on the sets of English, which are no pairs.
    """
    section = Section("language", "Held-out text, bits per byte")
    for system in (*systems, *([before] if before else [])):
        for name, documents in sets.items():
            if system is before and any(document.is_pair for document in documents):
                continue
            note(f"reading {name} with {system.name}")
            scores = system.bits(documents)
            if scores is not None:
                figures = section.figures.setdefault(system.name, {})
                figures[f"{name} ({len(documents)})"] = ratio(scores[:, 0], scores[:, 1])
                bits = section.bits.setdefault(system.name, {})
                bits[digest(documents)] = scores[:, 0].round(2).tolist()
            elif system is before:
                section.notes.append(f"{name}: {system.name} was scored on other documents")
    return section


def nl2bash(systems, asked: Sequence[Group], count: int, note: Callable) -> Section:
    """NL2Bash's descriptions against their gold commands."""
    section = Section("nl2bash", f"NL2Bash, {len(asked)} descriptions")
    golds = [group.golds for group in asked]
    questions, few = [Question(group.prompt) for group in asked], min(FEW, count)
    for name, replies in ask_systems(systems, questions, count, note).items():
        figures = section.figures[name] = {}
        for label, judge in _JUDGES.items():
            scores = [
                [judge(text, some) for text in reply.texts[:few]] or [_WORST[label]]
                for reply, some in zip(replies, golds, strict=True)
            ]
            kind = share if isinstance(scores[0][0], bool) else mean
            figures[label] = kind([row[0] for row in scores])
            if few > 1:
                figures[f"{label} @{few}"] = kind([max(row) for row in scores])
        figures["first utility"] = share(
            [same_utility(reply.text, some) for reply, some in zip(replies, golds, strict=True)]
        )
        figures |= form_figures(questions, replies)
        figures |= copying_figures(questions, replies, golds)
        note_examples(section, name, questions, golds, replies)
    return section


_JUDGES = {
    "exact match": is_exact_match,
    "template match": is_template_match,
    "NLC2CMD score": lambda text, golds: max(nlc2cmd_score(text, gold) for gold in golds),
    "character BLEU": character_bleu,
}
# Without an answer.
_WORST = {"exact match": False, "template match": False}
_WORST |= {"NLC2CMD score": -1.0, "character BLEU": 0.0}


def same_utility(text: str, golds: Sequence[str]) -> bool:
    """Whether an answer begins with the utility of a gold one."""
    return bool(text) and _first_utility(text) in map(_first_utility, golds)


def _first_utility(text: str) -> str | None:
    return next((name for name, _ in utilities_of(text)), None)


def form_figures(questions: Sequence[Question], replies: Sequence[Reply]) -> dict[str, Figure]:
    """Whether the likeliest answer as it is, and what `ask` prints, may be fit to be run.

    By `ask`'s own rule: it ended, `bash -n` accepts it, and a command is one line.
    """
    paired = list(zip(questions, replies, strict=True))
    return {
        "valid bash, raw": share([is_valid(q, reply, reply.raw) for q, reply in paired]),
        "valid bash, printed": share([is_valid(q, reply, reply.text) for q, reply in paired]),
    }


def is_valid(question: Question, reply: Reply, text: str) -> bool:
    """Whether one of the texts of a reply may be fit to be run."""
    return bool(text.strip() and is_runnable(text, text not in reply.unended, question.task))


def copying_figures(questions, replies, golds) -> dict[str, Figure]:
    """Slots of the prompts that the answers copy."""
    copied, wanted = [], []
    for question, reply, some in zip(questions, replies, golds, strict=True):
        slots = wanted_slots(question.prompt, some)
        wanted.append(len(slots))
        copied.append(sum(copies(slot, reply.text) for slot in slots))
    if not any(wanted):
        return {}
    return {"slots copied": ratio(copied, wanted)}


def note_examples(section, name, questions, golds, replies, **verdicts) -> None:
    """Adds a system's answers to the examples of a section."""
    if not section.examples:
        section.examples = [
            {"prompt": q.prompt, "task": q.task, "os": q.system, "golds": list(some)}
            | {"answers": {}, "verdicts": {}}
            for q, some in zip(questions, golds, strict=True)
        ]
    for row, (example, reply) in enumerate(zip(section.examples, replies, strict=True)):
        example["answers"][name] = list(reply.texts)
        example["verdicts"][name] = {key: values[row] for key, values in verdicts.items()}


def explanation(systems, asked: Sequence[Group], note: Callable) -> Section:
    """Commands explained, against what people wrote of them."""
    section = Section("explanation", f"Explanation, {len(asked)} commands")
    golds = [group.golds for group in asked]
    questions = [Question(group.prompt, "explanation") for group in asked]
    for name, replies in ask_systems(systems, questions, 1, note).items():
        texts = [reply.text for reply in replies]
        section.figures[name] = {
            "BLEU-4": corpus_bleu(texts, golds),
            "ROUGE-L": mean([rouge_l(t, some) for t, some in zip(texts, golds, strict=True)]),
        }
        note_examples(section, name, questions, golds, replies)
    return section
