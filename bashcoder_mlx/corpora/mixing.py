"""A mixed corpus: language and code in a given ratio of documents, shuffled, on disk.

The side that is short for the ratio is repeated, so that nothing of either side is lost; copies of
a document differ in number by one at most. The ratio counts documents, as the recipe it comes from
does: stories are longer than commands, so `Mixture.language_characters` tells the other share.
"""

import json
import os
import random
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bashcoder_mlx.atomic import fsync
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.errors import BashcoderError, InputError

JSON_NAME, JSON_LINES_NAME = "combined.json", "combined.jsonl"


@dataclass(frozen=True)
class Mixture:
    """Documents in training order, with the shares that were really reached."""

    documents: tuple[Document, ...]
    language_count: int
    language_characters: float
    """Share of the characters, in 0 to 1."""

    @property
    def language_ratio(self) -> float:
        """Share of the documents, in 0 to 1."""
        return self.language_count / len(self.documents)

    @property
    def code_ratio(self) -> float:
        """Share of the documents, in 0 to 1."""
        return (len(self.documents) - self.language_count) / len(self.documents)


def combine(
    language: Iterable[Document],
    code: Iterable[Document],
    ratio: float = 0.8,
    seed: int = 0,
    count: int | None = None,
) -> Mixture:
    """Mixes two sides so that `ratio` of the documents are language. Both are held in memory.

    Args:
        ratio: share of language documents, above 0 and below 1.
        seed: decides the order and which documents the last, partial repeat takes.
        count: documents in all; None keeps every document of both sides at least once.

    Raises:
        InputError: a ratio outside (0, 1), an empty side, a count too small to hold both sides.
    """
    language, code = list(language), list(code)
    if not 0 < ratio < 1:
        raise InputError(f"the ratio is the share of language, above 0 and below 1, not {ratio}")
    if not language or not code:
        raise InputError(f"no {'code' if language else 'language'} documents to combine")
    language_count, code_count = _counts(len(language), len(code), ratio, count)
    rng = random.Random(seed)
    chosen = _take(language, language_count, rng)
    characters = _characters(chosen)
    chosen += _take(code, code_count, rng)
    share = characters / _characters(chosen)
    rng.shuffle(chosen)
    return Mixture(tuple(chosen), language_count, share)


def _counts(language: int, code: int, ratio: float, count: int | None) -> tuple[int, int]:
    if count is not None:
        if count < 2:
            raise InputError(f"a count of {count} cannot hold both sides: use 2 or more")
        wanted = min(max(round(count * ratio), 1), count - 1)
        return wanted, count - wanted
    # Whichever side is long for the ratio stays as it is, and sets the length of the other.
    if language * (1 - ratio) >= code * ratio:
        return language, max(code, round(language * (1 - ratio) / ratio))
    return max(language, round(code * ratio / (1 - ratio))), code


def _take(documents: list[Document], count: int, rng: random.Random) -> list[Document]:
    copies, rest = divmod(count, len(documents))
    return documents * copies + rng.sample(documents, rest)


def _characters(documents: Iterable[Document]) -> int:
    return sum(len(part) for document in documents for part in document.parts)


def check_output(folder: str | Path, inputs: Iterable[str | Path], force: bool = False) -> None:
    """Refuses an output that would overwrite something or be read as an input of the next run.

    Raises:
        InputError: the folder is a file, lies in an input folder, holds an input, or already holds
            a mixture and `force` is not set.
    """
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file: name a folder to write into")
    targets = [folder / JSON_NAME, folder / JSON_LINES_NAME]
    for path in map(Path, inputs):
        target = folder.resolve()
        inside = path.is_dir() and (path.resolve() == target or path.resolve() in target.parents)
        if inside or any(path.resolve() == target.resolve() for target in targets):
            raise InputError(f"{folder} would overwrite or join the input {path}: write elsewhere")
    existing = [str(target) for target in targets if os.path.lexists(target)]
    if existing and not force:
        raise InputError(f"{existing[0]} exists: give another folder, or --force to replace it")


def write_mixture(mixture: Mixture, folder: str | Path) -> list[Path]:
    """Writes combined.json and combined.jsonl; nothing is replaced before both are whole on disk.

    The JSON has `texts`, `count`, `language_ratio` and `code_ratio`, with pairs as commented code;
    the JSON Lines keep pairs as pairs, and readers of a folder prefer them.

    Returns:
        The two paths.
    Raises:
        BashcoderError: the folder cannot be made or written; no part of a file is left behind.
    """
    contents = {
        Path(folder, JSON_NAME): _json(mixture),
        Path(folder, JSON_LINES_NAME): map(_json_line, mixture.documents),
    }
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        _write_together(contents)
    except OSError as error:
        raise BashcoderError(
            f"cannot write to {folder}: {error.strerror}: free some space or give another folder"
        ) from error
    return list(contents)


def _json(mixture: Mixture) -> Iterator[str]:
    yield '{\n"texts": ['
    for number, document in enumerate(mixture.documents):
        yield ",\n" if number else "\n"
        yield json.dumps(document.as_text(), ensure_ascii=False)
    yield f'\n],\n"count": {len(mixture.documents)},\n'
    yield f'"language_ratio": {mixture.language_ratio!r},\n'
    yield f'"code_ratio": {mixture.code_ratio!r}\n}}\n'


def _json_line(document: Document) -> str:
    return json.dumps(document.to_record(), ensure_ascii=False) + "\n"


def _write_together(contents: dict[Path, Iterable[str]]) -> None:
    """Writes every file beside its final place, then renames them all."""
    token = secrets.token_hex(4)
    temporary = {path: path.with_name(f".{path.name}.{token}.tmp") for path in contents}
    try:
        for path, chunks in contents.items():
            with open(temporary[path], "x", encoding="utf-8", newline="\n") as file:
                file.writelines(chunks)
                file.flush()
                os.fsync(file.fileno())
        for path in contents:
            os.replace(temporary[path], path)
        fsync(next(iter(contents)).parent)
    finally:
        for path in temporary.values():
            path.unlink(missing_ok=True)
