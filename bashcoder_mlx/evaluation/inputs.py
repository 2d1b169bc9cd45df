"""What an evaluation reads: held-out files, tasks, and the pairs of the nearest neighbours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import read_documents, suffix_of
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.evaluation.sections import Group, groups
from bashcoder_mlx.evaluation.suite import Task, read_suite

NL2BASH_DEV, NL2BASH_TRAIN = "nl2bash.dev.jsonl", "nl2bash.train.jsonl"
DOCUMENTS = 300  # of each held-out text
_GENERATED = 20_000  # pairs of the generator, where NL2Bash's are not at hand


@dataclass(frozen=True)
class Inputs:
    """Held-out material; empty where it is not at hand.

    texts: held-out documents by the name of their set; what models are scored on.
    nl2bash: NL2Bash's descriptions.
    explained: its commands, to be explained.
    known: pairs that the nearest neighbours answer from, and `known_as`, what they are.
    """

    tasks: Sequence[Task]
    texts: dict[str, Sequence[Document]] = field(default_factory=dict)
    nl2bash: Sequence[Group] = ()
    explained: Sequence[Group] = ()
    known: Sequence[Document] = ()
    known_as: str = ""


def read_inputs(data_dir: Path, tasks_dir: Path, limit: int | None = None) -> Inputs:
    """Reads the tasks, and of a data folder the files named NAME.valid.* and NAME.dev.*.

    Args:
        data_dir: may be absent: then only what needs no data is there.
        tasks_dir: a suite, as `suite.read_suite` reads it.
        limit: at most so many items of each kind, spread evenly.

    Raises:
        InputError: a file is damaged, or there are no tasks.
    """
    tasks = spread(read_suite(tasks_dir), limit)
    texts = {
        path.name.removesuffix(suffix_of(path)): list(read_documents(path))
        for path in sorted(data_dir.glob("*") if data_dir.is_dir() else ())
        if suffix_of(path) and {"valid", "dev"} & set(path.name.split("."))
    }
    suite = [
        Document(prompt=task.prompt, completion=reference, kind=task.kind)
        for task in tasks
        for reference in task.references[:1]
    ]
    dev = texts.get(NL2BASH_DEV.removesuffix(".jsonl"), [])
    pairs = _pairs(dev, data_dir / NL2BASH_DEV) if dev else []
    few = min(limit or DOCUMENTS, DOCUMENTS)
    known, known_as = _known(data_dir / NL2BASH_TRAIN)
    return Inputs(
        tasks=tasks,
        texts={name: spread(some, few) for name, some in ({"everyday": suite} | texts).items()},
        nl2bash=spread(groups(pairs), limit),
        explained=spread(groups(pairs or suite, turned=True), limit),
        known=known,
        known_as=known_as,
    )


def _known(path: Path) -> tuple[list[Document], str]:
    if path.exists():
        return _pairs(read_documents(path), path), path.name
    from bashcoder_mlx.corpora.synthetic.generate import pairs

    return [pair.to_document() for pair in pairs(_GENERATED)], f"{_GENERATED:,} generated pairs"


def _pairs(documents: Iterable[Document], path: Path) -> list[Document]:
    found = [document for document in documents if document.is_pair]
    if not found:
        raise InputError(f"{path} holds no pairs of prompt and completion")
    return found


def spread(items: Sequence, most: int | None) -> list:
    """At most so many items, evenly spread, in their order; all for None."""
    if most is None or len(items) <= most:
        return list(items)
    return [items[number * len(items) // most] for number in range(most)]
