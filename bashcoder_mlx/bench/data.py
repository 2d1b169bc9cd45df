"""The row `data`: from text to batches, and the generator of pairs."""

import json
import shutil
from functools import partial
from pathlib import Path

from bashcoder_mlx.bench.corpus import LENGTH, write_model, write_pairs, write_rows, write_texts
from bashcoder_mlx.bench.measure import SECONDS, Case, missing
from bashcoder_mlx.bench.report import Ratio
from bashcoder_mlx.bench.run import Bench

TITLE = "Data: tokenising, packing, reading, generating"
_GENERATED = 5_000
_BATCH = 16


def run(bench: Bench) -> None:
    """Measures the tables of this row."""
    folder = bench.folder
    texts, pairs = write_texts(folder / "texts.jsonl"), write_pairs(folder / "pairs.jsonl")
    model = write_model(folder / "model")
    for title, corpus in (("text", texts), ("pairs", pairs)):
        _tokenising(bench, title, {"corpus": str(corpus), "model": str(model)})
    _shards(bench, texts, write_rows(folder / "rows", texts))
    what = f"bashcoder data synth, {_GENERATED} different pairs, not verified again"
    case = Case("generator", f"{__name__}:generate", what, {"count": _GENERATED}, unit="pairs/s")
    bench.compare("generator", [case])


def _tokenising(bench: Bench, title: str, settings: dict) -> None:
    case = partial(Case, settings=settings, unit="MB/s")
    cases = [
        case("ours", f"{__name__}:encode", "to ids and learned flags, in the prompt format"),
        case("tokenizers", f"{__name__}:encode_plainly", "tokenizers.encode_batch of the strings"),
        case(
            "mlx-lm",
            f"{__name__}:encode_as_mlx_lm",
            "what mlx_lm.lora does with the file: transformers' tokenizer, chat template for pairs",
            left_out=missing("mlx_lm"),
        ),
    ]
    ratios = [
        Ratio("ours / tokenizers", "ours", "tokenizers"),
        Ratio("ours / mlx-lm", "ours", "mlx-lm"),
    ]
    note = "MB of the UTF-8 text of the documents, from memory, with all cores."
    bench.compare(f"tokenising {title}", cases, ratios, [note])


def _shards(bench: Bench, corpus: Path, rows: Path) -> None:
    settings = {"corpus": str(corpus), "folder": str(bench.folder / "written")}
    what = "JSON Lines read, tokenised, packed, written, and opened with every id checked"
    write = Case("write a shard", f"{__name__}:write", what, settings, unit="MB/s")
    bench.compare("packing", [write])
    what = f"batches of {_BATCH} rows of {LENGTH} by step number, from the memory-mapped file"
    case = partial(Case, settings={"rows": str(rows)})
    reading = case("batches", f"{__name__}:batches", what, unit="tokens/s")
    bench.compare("reading", [reading])
    what = "mapped, and every id checked against the vocabulary"
    bench.compare("opening", [case("open a shard", f"{__name__}:open_it", what, unit=SECONDS)])


def _documents(corpus: str) -> tuple[list, float]:
    """The documents of a file, and their MB of text."""
    from bashcoder_mlx.corpora.local import read_documents

    documents = list(read_documents(Path(corpus)))
    return documents, sum(len(part.encode()) for d in documents for part in d.parts) / 1e6


def encode(trials, *, corpus: str, model: str) -> None:
    """Tokenises as training does."""
    from bashcoder_mlx.shards.encode import encode_documents
    from bashcoder_mlx.tokenizer import Tokenizer

    documents, size = _documents(corpus)
    tokenizer = Tokenizer.load(model)
    for _ in trials:
        for _ in encode_documents(documents, tokenizer):
            pass
        trials.count(size)


def encode_plainly(trials, *, corpus: str, model: str) -> None:
    """Tokenises by the library alone."""
    import tokenizers

    documents, size = _documents(corpus)
    strings = [part for document in documents for part in document.parts]
    backend = tokenizers.Tokenizer.from_file(str(Path(model) / "tokenizer.json"))
    for _ in trials:
        backend.encode_batch(strings)
        trials.count(size)


def encode_as_mlx_lm(trials, *, corpus: str, model: str) -> None:
    """Tokenises as mlx-lm does for training."""
    from types import SimpleNamespace

    from mlx_lm.tuner.datasets import create_dataset
    from mlx_lm.utils import load_tokenizer

    records = [json.loads(line) for line in Path(corpus).read_text().splitlines()]
    settings = SimpleNamespace(mask_prompt="prompt" in records[0])
    dataset = create_dataset(records, load_tokenizer(Path(model)), settings)
    _, size = _documents(corpus)
    for _ in trials:
        for record in records:
            dataset.process(record)
        trials.count(size)


def write(trials, *, corpus: str, folder: str) -> None:
    """Makes a shard of a file."""
    from bashcoder_mlx.bench.corpus import write_rows

    _, size = _documents(corpus)
    for _ in trials:
        write_rows(Path(folder), Path(corpus))
        trials.count(size)
        shutil.rmtree(folder)


def open_it(trials, *, rows: str) -> None:
    """Opens a shard."""
    from bashcoder_mlx.bench.corpus import shipped_tokenizer
    from bashcoder_mlx.shards.shard import open_shard

    vocabulary = shipped_tokenizer().vocab_size
    for _ in trials:
        shard = open_shard(Path(rows), vocabulary)
    trials.figure("rows", len(shard))


def batches(trials, *, rows: str) -> None:
    """Reads batches of an epoch."""
    from bashcoder_mlx.bench.corpus import shipped_tokenizer
    from bashcoder_mlx.shards.mixture import Mixture
    from bashcoder_mlx.shards.shard import open_shard

    shard = open_shard(Path(rows), shipped_tokenizer().vocab_size)
    mixture = Mixture([shard], [1.0], seed=0)
    for _ in trials:
        for step in range(len(shard) // _BATCH):
            trials.count(mixture.batch(step, _BATCH).tokens.size)


def generate(trials, *, count: int) -> None:
    """Writes pairs."""
    from bashcoder_mlx.corpora.synthetic.generate import pairs

    for seed, _ in enumerate(trials):
        trials.count(sum(1 for _ in pairs(count, seed)))
