"""From the sources a recipe names to a tokenizer, shards, and each stage's mixture."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bashcoder_mlx.atomic import new_directory
from bashcoder_mlx.corpora.documents import Document
from bashcoder_mlx.corpora.local import ReadReport, read_documents
from bashcoder_mlx.errors import InputError
from bashcoder_mlx.shards.mixture import Mixture
from bashcoder_mlx.shards.shard import Shard, cached_shard, write_shard
from bashcoder_mlx.tokenizer import MAX_TRAINING_BYTES, Tokenizer, train_tokenizer
from bashcoder_mlx.training.recipe import Recipe, Source, Stage

BUILTIN = "builtin:"
_BUILTIN_DOCUMENTS = {"pairs": 80_000, "stories": 20_000}
_HOLD_OUT_ONE_IN = 100
_FEWEST_TO_HOLD_OUT = 20  # documents
_SHARD_FORMAT = 2  # part of every shard's key: raise it when encoding or packing changes


@dataclass(frozen=True)
class StageData:
    """What a stage trains and validates on, and the tasks its pairs teach."""

    mixture: Mixture
    valid: dict[str, Shard]
    tasks: list[str]


class Corpus:
    """The data of one run."""

    def __init__(self, recipe: Recipe, run: Path, data_dir: Path, note: Callable[[str], None]):
        self.recipe, self.run, self.data_dir, self.note = recipe, run, data_dir, note
        self._documents_in: dict[str, int] = {}
        for leftover in run.glob("shards/.*"):  # of a process that was killed while writing
            shutil.rmtree(leftover, ignore_errors=True)
        for path in self.paths():
            self.fingerprint(path)  # all must exist before any work is done

    def paths(self) -> list[str]:
        """Every source and validation set that the recipe names."""
        stages = self.recipe.stages
        return sorted({p for s in stages for p in (*(d.path for d in s.data), *s.valid.values())})

    def resolve(self, path: str) -> Path:
        """The file or folder of a source.

        Raises:
            InputError: it does not exist.
        """
        found = self.data_dir / Path(path).expanduser()
        if not found.exists():
            raise InputError(f"no data at {found}: check the path, or give --data-dir")
        return found

    def fingerprint(self, path: str) -> str:
        """Identifies a source's content by names, sizes and times of its files."""
        if path.startswith(BUILTIN):
            from bashcoder_mlx import __version__

            return f"{path} {__version__} {self.recipe.seed}"
        root = self.resolve(path).resolve()
        files = sorted(p for p in root.rglob("*") if p.is_file()) if root.is_dir() else [root]
        stats = [(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
        return json.dumps(stats)

    def documents(self, path: str) -> Iterator[Document]:
        """The documents of a source."""
        if path.startswith(BUILTIN):
            yield from _builtin(path, self.recipe.seed)
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
                yield from document.parts
                left -= sum(len(part) for part in document.parts)
                if left < 0:
                    break

    def stage(self, index: int, tokenizer: Tokenizer) -> StageData:
        """Shards of a stage, with those it replays, and of its validation sets."""
        stage = self.recipe.stages[index]
        held_out = self._hold_out(stage)
        sources = self._training_shards(stage, stage, tokenizer)
        shares = _shares(stage.data, sources, 1 - stage.replay)
        if stage.replay:
            earlier = self.recipe.stages[:index]
            old = [s for e in earlier for s in self._training_shards(e, stage, tokenizer)]
            rows = sum(len(shard) for shard in old)
            shares += [stage.replay * len(shard) / rows for shard in old]
            sources += old
        valid = {
            name: self._shard(Source(path), stage, tokenizer, None, "train")
            for name, path in stage.valid.items()
        }
        if held_out:
            valid = {"valid": self._shard(stage.data[0], stage, tokenizer, held_out, "valid")}
        self._warn_of_overlap(sources, valid)
        tasks = sorted({task for shard in sources for task in shard.meta.tasks})
        return StageData(Mixture(sources, shares, self.recipe.seed + index), valid, tasks)

    def _training_shards(self, stage: Stage, for_stage: Stage, tokenizer: Tokenizer) -> list[Shard]:
        """A stage's sources in the form of `for_stage`, without what the stage itself held out."""
        held_out = [self._hold_out(stage), *[None] * (len(stage.data) - 1)]
        return [
            self._shard(source, for_stage, tokenizer, one_in, "train")
            for source, one_in in zip(stage.data, held_out, strict=True)
        ]

    def _hold_out(self, stage: Stage) -> int | None:
        """One document in how many of the stage's first source is kept for validation.

        None where validation sets are given, or where there are too few documents.
        """
        if stage.valid:
            return None
        path = stage.data[0].path
        if path not in self._documents_in:
            self._documents_in[path] = sum(1 for _ in self.documents(path))
            if self._documents_in[path] < _FEWEST_TO_HOLD_OUT:
                self.note(f"{path}: too few documents to hold any out; no validation")
        documents = self._documents_in[path]
        enough = documents >= _FEWEST_TO_HOLD_OUT
        return min(_HOLD_OUT_ONE_IN, documents // 10) if enough else None

    def _shard(
        self, source: Source, stage: Stage, tokenizer: Tokenizer, held_out: int | None, split: str
    ) -> Shard:
        def make(path: Path) -> Shard:
            documents = _split(self.documents(source.path), held_out, split)
            return write_shard(
                path, documents, tokenizer, stage.sequence_length, source.explain, source.path
            )

        parts = [_SHARD_FORMAT, self.fingerprint(source.path), source.explain, held_out, split]
        key = json.dumps([*parts, stage.sequence_length, tokenizer.backend.to_str()])
        shard = cached_shard(self.run / "shards", key, make, tokenizer.vocab_size)
        if shard.meta.pairs_cut or shard.meta.pairs_skipped:
            self.note(
                f"{source.path}: {shard.meta.pairs_cut} pairs cut and {shard.meta.pairs_skipped} "
                f"left out, as they are longer than {stage.sequence_length} tokens"
            )
        return shard

    def _warn_of_overlap(self, training: list[Shard], valid: dict[str, Shard]) -> None:
        for name, shard in valid.items():
            seen = sum(np.isin(shard.hashes, other.hashes) for other in training)
            if count_seen := int(np.count_nonzero(seen)):
                self.note(
                    f"warning: {count_seen} documents of {name} are also in the training data"
                )


def _split(documents: Iterator[Document], held_out: int | None, split: str) -> Iterator[Document]:
    for number, document in enumerate(documents, start=1):
        is_valid = held_out is not None and number % held_out == 0
        if is_valid == (split == "valid"):
            yield document


def _shares(sources, shards: list[Shard], total: float) -> list[float]:
    given = [source.share for source in sources]
    wanted = [len(shard) for shard in shards] if given[0] is None else given
    return [total * share / sum(wanted) for share in wanted]


def _builtin(path: str, seed: int) -> Iterator[Document]:
    from bashcoder_mlx.corpora.synthetic import pairs, stories

    name = path.removeprefix(BUILTIN)
    if name == "pairs":
        for record in pairs.pairs(_BUILTIN_DOCUMENTS[name], seed):
            yield Document(**record)
    elif name == "stories":
        for text in stories.stories(_BUILTIN_DOCUMENTS[name], seed):
            yield Document(text=text)
    else:
        raise InputError(f"no built-in corpus {path}: use builtin:pairs or builtin:stories")
