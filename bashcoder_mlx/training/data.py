"""From the sources a recipe names to a tokenizer, shards, and each stage's mixture."""

import hashlib
import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from bashcoder_mlx.atomic import new_directory
from bashcoder_mlx.corpora import recombine
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import ReadReport, read_documents
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.shards.mixture import Mixture
from bashcoder_mlx.shards.shard import Shard, cached_shard, write_shard
from bashcoder_mlx.tokenizer import MAX_TRAINING_BYTES, Tokenizer, train_tokenizer
from bashcoder_mlx.training import builtin
from bashcoder_mlx.training.recipe import Recipe, Source, Stage

_FEWEST_TO_HOLD_OUT = 20  # documents
_MAX_PASSES = 16  # over a source with new values each; then the same ones come again
_SHARD_FORMAT = 3  # part of every shard's key: raise it when encoding or packing changes


@dataclass(frozen=True)
class StageData:
    """What a stage trains and validates on, and the tasks its pairs teach."""

    mixture: Mixture
    valid: dict[str, Shard]
    tasks: list[str]


@dataclass(frozen=True)
class _Drawn:
    """A source as a stage draws from it: `rows` counts those of one pass."""

    shard: Shard
    rows: int
    share: float


class Corpus:
    """The data of one run."""

    def __init__(self, recipe: Recipe, run: Path, data_dir: Path, note: Callable[[str], None]):
        self.recipe, self.run, self.data_dir, self._note = recipe, run, data_dir, note
        self._held_out: dict[str, set[int]] = {}
        self._noted: set[str] = set()
        stages = recipe.stages
        paths = {p for s in stages for p in (*(d.path for d in s.data), *s.valid.values())}
        # Of every source and validation set; so all are known to exist before any work is done.
        self.fingerprints = {path: self._fingerprint(path) for path in sorted(paths)}
        if any(source.recombine for stage in stages for source in stage.data):
            self.fingerprints["recombine"] = recombine.digest()

    def note(self, line: str) -> None:
        """Tells a person, once, as sources are read several times."""
        if line not in self._noted:
            self._noted.add(line)
            self._note(line)

    def resolve(self, path: str) -> Path:
        """The file or folder of a source.

        Raises:
            InputError: it does not exist.
        """
        found = self.data_dir / Path(path).expanduser()
        if not found.exists():
            where = self.data_dir.resolve()
            raise InputError(
                f"no data at {found}: check the path; relative ones start at --data-dir, {where}"
            )
        return found

    def _fingerprint(self, path: str) -> str:
        """Identifies a source's content by names, sizes and times of its files."""
        if path.startswith(builtin.PREFIX):
            return builtin.fingerprint(path, self.recipe.seed)
        root = self.resolve(path).resolve()
        files = sorted(p for p in root.rglob("*") if p.is_file()) if root.is_dir() else [root]
        stats = [(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
        return json.dumps(stats)

    def documents(self, path: str) -> Iterator[Document]:
        """The documents of a source."""
        if path.startswith(builtin.PREFIX):
            yield from builtin.documents(path, self.recipe.seed)
            return
        report = ReadReport()
        yield from read_documents(self.resolve(path), report)
        if report.skipped:
            self.note(f"{path}: skipped {report.skipped_text()}")

    def tokenizer(self) -> Tokenizer:
        """The run's tokenizer: given, or trained once on the text of all stages and kept."""
        if self.recipe.tokenizer.path:
            return Tokenizer.load(self.resolve(self.recipe.tokenizer.path))
        folder = self.run / "tokenizer"
        if not folder.exists():
            settings = self.recipe.tokenizer
            self.note(f"training a {settings.kind} tokenizer of {settings.vocab_size} pieces")
            tokenizer = train_tokenizer(self._sample(), settings.kind, settings.vocab_size)
            with new_directory(folder) as temporary:
                tokenizer.save(temporary)
        return Tokenizer.load(folder)

    def _sample(self) -> Iterator[str]:
        """Text of every source in equal parts, so that English and code both shape the pieces."""
        paths = dict.fromkeys(s.path for stage in self.recipe.stages for s in stage.data)
        for path in paths:
            left = MAX_TRAINING_BYTES // len(paths)
            for document in self.documents(path):
                if _digest(document) in self.held_out:
                    continue
                yield from document.parts
                left -= sum(len(part.encode()) for part in document.parts)
                if left < 0:
                    break

    def stage(self, index: int, tokenizer: Tokenizer) -> StageData:
        """Shards of a stage, with those it replays, and of its validation sets."""
        stage = self.recipe.stages[index]
        length = stage.sequence_length
        drawn = self._drawn(stage, length, tokenizer)
        if stage.replay:
            stages = self.recipe.stages[:index]
            earlier = [old for s in stages for old in self._drawn(s, length, tokenizer)]
            rows = sum(old.rows for old in earlier)
            drawn += [replace(old, share=stage.replay * old.rows / rows) for old in earlier]
        sources, shares = [d.shard for d in drawn], [d.share for d in drawn]
        valid = {
            name: self._shard(Source(path), length, tokenizer, is_valid=True)
            for name, path in stage.valid.items()
        }
        if self._held_out_of(stage):
            valid = {"valid": self._shard(stage.data[0], length, tokenizer, is_valid=True)}
        self._warn_of_overlap(sources, valid)
        tasks = sorted({task for shard in sources for task in shard.meta.tasks})
        return StageData(Mixture(sources, shares, self.recipe.seed + index), valid, tasks)

    def _drawn(self, stage: Stage, length: int, tokenizer: Tokenizer) -> list[_Drawn]:
        """The shards of a stage's own sources, in rows of `length` tokens.

        A recombined source has as many passes as the stage draws.
        """
        drawn = []
        once = [self._shard(source, length, tokenizer) for source in stage.data]
        shares = _shares(stage.data, once, 1 - stage.replay)
        total = stage.steps * stage.accumulation * stage.batch_size
        for source, shard, share in zip(stage.data, once, shares, strict=True):
            passes = min(math.ceil(total * share / len(shard)), _MAX_PASSES)
            whole = shard
            if source.recombine and passes > 1:
                whole = self._shard(source, length, tokenizer, passes)
            drawn.append(_Drawn(whole, len(shard), share))
        return drawn

    @cached_property
    def held_out(self) -> set[int]:
        """Digests of what stages without validation sets keep for it; no stage trains on any."""
        return set().union(*(self._held_out_of(stage) for stage in self.recipe.stages))

    def _held_out_of(self, stage: Stage) -> set[int]:
        """Digests of some documents of the stage's first source; empty where it has few."""
        path = stage.data[0].path
        if stage.valid:
            return set()
        if path not in self._held_out:
            digests = (_digest(document) for document in self.documents(path))
            digests = np.unique(np.fromiter(digests, np.uint64))
            if len(digests) < _FEWEST_TO_HOLD_OUT:
                self.note(f"{path}: too few documents to hold any out; no validation")
            # The smallest digests are as good as random, and do not depend on the order.
            kept = _number_held_out(len(digests))
            self._held_out[path] = set(digests[:kept].tolist())
        return self._held_out[path]

    def _shard(
        self,
        source: Source,
        sequence_length: int,
        tokenizer: Tokenizer,
        passes: int = 1,
        is_valid: bool = False,
    ) -> Shard:
        """The packed rows of a source.

        Args:
            passes: how often a recombined source is written, each time with other values.
            is_valid: keep what is held out, or all where nothing is, and leave values as they are.
        """
        held_out = self._held_out.get(source.path, set()) if is_valid else self.held_out
        recombined = source.recombine and not is_valid

        def wanted() -> Iterator[Document]:
            for document in self.documents(source.path):
                if not held_out or (_digest(document) in held_out) == is_valid:
                    yield document

        def make(path: Path) -> Shard:
            documents = wanted()
            if recombined:
                documents = recombine.passes(documents, self.recipe.seed, passes)
            explain, name = source.explain, source.path
            return write_shard(path, documents, tokenizer, sequence_length, explain, name)

        parts = [_SHARD_FORMAT, self.fingerprints[source.path], source.explain, is_valid]
        parts += [recombine.digest(), self.recipe.seed, passes] if recombined else []
        key = json.dumps([*parts, sorted(held_out), sequence_length, tokenizer.backend.to_str()])
        shard = cached_shard(self.run / "shards", key, make, tokenizer.vocab_size)
        if shard.meta.pairs_cut or shard.meta.pairs_skipped:
            self.note(
                f"{source.path}: {shard.meta.pairs_cut} pairs cut and {shard.meta.pairs_skipped} "
                f"left out, as they are longer than {sequence_length} tokens"
            )
        return shard

    def _warn_of_overlap(self, training: list[Shard], valid: dict[str, Shard]) -> None:
        for name, shard in valid.items():
            seen = sum(np.isin(shard.hashes, other.hashes) for other in training)
            if count_seen := int(np.count_nonzero(seen)):
                self.note(
                    f"warning: {count_seen} documents of {name} are also in the training data"
                )


def _digest(document: Document) -> int:
    """Identifies a text, or a pair by its prompt, so that one prompt is never on both sides."""
    text = document.parts[0].encode()
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little")


def _number_held_out(documents: int) -> int:
    """How many of the distinct documents are kept for validation: a hundredth, within bounds."""
    if documents < _FEWEST_TO_HOLD_OUT:
        return 0
    return min(max(documents // 100, min(documents // 10, 10)), 1000)


def _shares(sources, shards: list[Shard], total: float) -> list[float]:
    given = [source.share for source in sources]
    wanted = [len(shard) for shard in shards] if given[0] is None else given
    return [total * share / sum(wanted) for share in wanted]
