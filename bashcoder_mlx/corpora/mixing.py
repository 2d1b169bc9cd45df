"""Mixed corpora: any number of sources by weight, repeated as allowed, in a stated order.

The documents stay on disk (`spool.py`); what is chosen and shuffled are their numbers. One seed
gives one corpus. A share can count documents, bytes or tokens: stories are longer than commands, so
the three differ widely, and the report shows all of them.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bashcoder_mlx.corpora.documents import from_record
from bashcoder_mlx.corpora.output import new_files
from bashcoder_mlx.corpora.spool import Spool
from bashcoder_mlx.errors import InputError

MIXED, LANGUAGE_FIRST = "mixed", "language:code"


@dataclass(frozen=True)
class Source:
    """A part of a mixture, whose documents are in a spool."""

    name: str
    indices: range
    weight: float = 1.0
    """Its share is this over the sum of all weights."""
    epochs: float = 1.0
    """How often at most its documents are taken; 0.5 takes half of them."""


@dataclass(frozen=True)
class Contribution:
    """What a mixture holds of one source."""

    name: str
    distinct: int
    """Different documents; the others are repeats."""
    documents: int
    bytes: int
    tokens: int


def amounts(available: Sequence[float], sources: Sequence[Source], total: float | None = None):
    """How much to take of each source, in the unit of `available`, so that the weights hold.

    Args:
        available: how much each source has, taken once.
        total: of the mixture; None takes as much as the weights and epochs allow, so that the
            source that is shortest for its weight decides.

    Raises:
        InputError: a weight or number of epochs that is not above 0, or more asked than there is.
    """
    for source in sources:
        if not (0 < source.weight < np.inf and 0 < source.epochs < np.inf):
            raise InputError(f"{source.name}: weight and epochs must be above 0")
    share = [source.weight / sum(other.weight for other in sources) for source in sources]
    limits = [
        has * source.epochs / part
        for has, source, part in zip(available, sources, share, strict=True)
    ]
    most = min(limits)
    if total is not None and total > most * (1 + 1e-9):
        short = sources[limits.index(most)].name
        raise InputError(
            f"{total:,.0f} in all are not there: {short} allows {most:,.0f} at this weight; "
            f"raise --epochs {short}=N or lower --count"
        )
    return [part * (most if total is None else total) for part in share]


def draw(sizes: np.ndarray, amount: float, rng: np.random.Generator) -> np.ndarray:
    """Numbers of documents that come nearest to an amount, each epoch in an order of its own.

    Args:
        sizes: (N,) of the documents, in the unit of the amount.

    Returns:
        (n,) in 0..N-1, n at least 1; numbers differ in how often they occur by one at most.
    """
    epochs = int(amount // sizes.sum()) + 1
    order = np.concatenate([rng.permutation(len(sizes)) for _ in range(epochs)])
    reached = np.cumsum(sizes[order])
    count = int(np.searchsorted(reached - sizes[order] / 2, amount, side="right"))
    return order[: max(count, 1)]


def mix(
    spool: Spool,
    sources: Sequence[Source],
    by: str = "documents",
    total: float | None = None,
    seed: int = 0,
) -> np.ndarray:
    """The documents of a mixture, (n,) numbers in the spool, not yet in order.

    Raises:
        InputError: as `amounts`.
    """
    sizes = spool.sizes(by)
    parts = [sizes[source.indices.start : source.indices.stop] for source in sources]
    wanted = amounts([float(part.sum()) for part in parts], sources, total)
    rng = np.random.default_rng([seed, 0])
    chosen = [
        source.indices.start + draw(part, amount, rng)
        for source, part, amount in zip(sources, parts, wanted, strict=True)
    ]
    return np.concatenate(chosen)


def arrange(
    spool: Spool,
    chosen: np.ndarray,
    schedule: str = MIXED,
    replay: float = 0.0,
    by: str = "documents",
    seed: int = 0,
) -> np.ndarray:
    """Puts the documents of a mixture in their order.

    Args:
        schedule: "mixed" shuffles all; "language:code" gives all language, then all code.
        replay: of the second part, this share is language of the first part, once more.
        by: the unit of the share.

    Raises:
        InputError: a replay outside [0, 1), or one side missing for "language:code".
    """
    rng = np.random.default_rng([seed, 1])
    if schedule == MIXED:
        return rng.permutation(chosen)
    if not 0 <= replay < 1:
        raise InputError(f"--replay is a share from 0 to below 1, not {replay:g}")
    is_code = spool.is_code()[chosen]
    language, code = chosen[~is_code], chosen[is_code]
    if not len(language) or not len(code):
        raise InputError(f"{schedule} needs both: {len(language):,} language, {len(code):,} code")
    second = code
    if replay:
        sizes = spool.sizes(by)
        amount = float(sizes[code].sum()) * replay / (1 - replay)
        second = np.concatenate([code, language[draw(sizes[language], amount, rng)]])
    return np.concatenate([rng.permutation(language), rng.permutation(second)])


def contributions(spool: Spool, sources: Sequence[Source], order: np.ndarray) -> list[Contribution]:
    """What each source gives to an order of documents, replay included."""
    number_of_bytes, tokens = spool.sizes("bytes"), spool.sizes("tokens")
    found = []
    for source in sources:
        own = order[(order >= source.indices.start) & (order < source.indices.stop)]
        sums = (int(number_of_bytes[own].sum()), int(tokens[own].sum()))
        found.append(Contribution(source.name, len(np.unique(own)), len(own), *sums))
    return found


def ratio_amounts(language: int, code: int, ratio: float, count: int | None) -> tuple[int, int]:
    """How many documents of two sides give a ratio and lose none: the short side is repeated.

    Args:
        ratio: share of language documents, above 0 and below 1.
        count: documents in all; None keeps every document of both sides at least once.

    Raises:
        InputError: a ratio outside (0, 1), a count too small to hold both sides.
    """
    if not 0 < ratio < 1:
        raise InputError(f"the ratio is the share of language, above 0 and below 1, not {ratio}")
    if count is not None:
        if count < 2:
            raise InputError(f"a count of {count} cannot hold both sides: use 2 or more")
        wanted = min(max(round(count * ratio), 1), count - 1)
        return wanted, count - wanted
    # Whichever side is long for the ratio stays as it is, and sets the length of the other.
    if language * (1 - ratio) >= code * ratio:
        return language, max(code, round(language * (1 - ratio) / ratio))
    return max(language, round(code * ratio / (1 - ratio))), code


def mix_two(
    spool: Spool, language: Source, code: Source, ratio: float, count: int | None, seed: int
) -> np.ndarray:
    """The documents of a mixture of two sides by `ratio_amounts`, not yet in order."""
    wanted = ratio_amounts(len(language.indices), len(code.indices), ratio, count)
    rng = np.random.default_rng([seed, 0])
    return np.concatenate(
        [
            side.indices.start + draw(np.ones(len(side.indices), np.int64), amount, rng)
            for side, amount in zip((language, code), wanted, strict=True)
        ]
    )


def write_lines(spool: Spool, order: np.ndarray, path: Path) -> None:
    """Writes the documents in order as JSON Lines, compressed where the name ends in .gz.

    Raises:
        BashcoderError: as `output.new_files`.
    """
    with new_files([path]) as [file]:
        file.writelines(spool.lines(order))


def write_folder(spool: Spool, order: np.ndarray, language: Source, folder: Path) -> list[Path]:
    """Writes combined.json and combined.jsonl, as llm-from-scratch's readers and ours expect them.

    The JSON has `texts`, `count`, `language_ratio` and `code_ratio`, with pairs as commented code;
    the JSON Lines keep pairs as pairs, and readers of a folder prefer them.

    Returns:
        The two paths.
    Raises:
        BashcoderError: as `output.new_files`; neither file is replaced before both are whole.
    """
    paths = combined_paths(folder)
    language_count = int(np.count_nonzero(order < language.indices.stop))
    with new_files(paths) as [texts, lines]:
        texts.writelines(_json(spool.lines(order), len(order), language_count))
        lines.writelines(spool.lines(order))
    return paths


def combined_paths(folder: Path) -> list[Path]:
    """The files of a mixture in a folder."""
    return [folder / "combined.json", folder / "combined.jsonl"]


def _json(lines: Iterator[str], count: int, language_count: int) -> Iterator[str]:
    yield '{\n"texts": ['
    for number, line in enumerate(lines):
        yield ",\n" if number else "\n"
        yield json.dumps(from_record(json.loads(line)).as_text(), ensure_ascii=False)
    yield f'\n],\n"count": {count},\n'
    yield f'"language_ratio": {language_count / count!r},\n'
    yield f'"code_ratio": {(count - language_count) / count!r}\n}}\n'
