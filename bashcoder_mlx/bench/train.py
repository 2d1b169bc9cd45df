"""The row `train`: tokens per second and memory of training, beside mlx-lm and PyTorch.

Tokens are real ones: those of the documents, prompts included, without padding.
"""

import json
import sys
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from bashcoder_mlx.bench.corpus import LENGTH, write_model, write_pairs, write_rows, write_texts
from bashcoder_mlx.bench.measure import Case, missing
from bashcoder_mlx.bench.report import PEAK, Ratio, Section
from bashcoder_mlx.bench.run import Bench
from bashcoder_mlx.runtime import load_blas, on_gpu

TITLE = "Training: the shipped shape (256 wide, 4 layers, vocabulary 4,096)"
ROWS = 16
MLX_PEAK, FILLED, OF_PEAK = "MLX peak", "not padding", "of the product's rate"
_STOCK = {"BASHCODER_BLAS": "stock"}
# PyTorch has a BLAS of its own, which ours, loaded first, would replace.
_OWN_BLAS = _STOCK
_FEW = 3  # trials of what takes many seconds


def run(bench: Bench) -> None:
    """Measures the tables of this row."""
    inputs = _prepare(bench.folder)
    peak = _products(bench)
    for section in (_pairs(bench, inputs), _texts(bench, inputs)):
        if peak:
            section.add_share(OF_PEAK, inputs["flops"], peak)
    _memory(bench, inputs)
    _blas(bench, inputs)


def _prepare(folder: Path) -> dict:
    """The inputs of all cases: corpora as JSON Lines and as rows, models, FLOPs of a token."""
    from bashcoder_mlx.model_directory import read_config
    from bashcoder_mlx.training.arithmetic import Size

    pairs, texts = write_pairs(folder / "pairs.jsonl"), write_texts(folder / "texts.jsonl")
    model = write_model(folder / "model")
    return {
        "pairs": str(pairs),
        "texts": str(texts),
        "pair rows": str(write_rows(folder / "pair-rows", pairs)),
        "text rows": str(write_rows(folder / "text-rows", texts)),
        "model": str(model),
        "model 8192": str(write_model(folder / "model-8192", vocab_size=8192)),
        "flops": Size.of(read_config(model)).flops_per_token(LENGTH),
    }


# The tables


def _products(bench: Bench) -> float | None:
    """The rate of the machine's matrix product, in FLOPs per second."""
    what = "one product of 2048 x 2048 matrices in the precision of training"
    product = partial(Case, work=f"{__name__}:product", unit="GFLOP/s")
    cases = [
        product("ours", what=f"{what}, all cores"),
        product("stock BLAS", what="the same by the BLAS in MLX's wheel", environment=_STOCK)
        if load_blas()
        else product("stock BLAS", what="", left_out="MLX brings its own fast BLAS here"),
    ]
    ratios = [Ratio("our BLAS / the stock one", "ours", "stock BLAS")]
    section = bench.compare("matrix product", cases, ratios, most_trials=_FEW)
    ours = section.find("ours")
    return ours.median * 1e9 if ours else None


def _pairs(bench: Bench, inputs: dict) -> Section:
    data = {"model": inputs["model"], "corpus": inputs["pairs"], "rows": inputs["pair rows"]}
    cases = [
        _ours("ours", data, "adamw"),
        _ours("ours, Muon", data, "muon"),
        _ours("ours, 4 rows", data, "adamw", steps=4, rows=4),
        _mlx_lm("mlx-lm", data, steps=6),
    ]
    ratios = [
        Ratio("ours / mlx-lm", "ours", "mlx-lm"),
        Ratio("ours with about as many tokens an update / mlx-lm", "ours, 4 rows", "mlx-lm"),
    ]
    note = "The pairs are of the generator: requests, commands, scripts and explanations."
    return bench.compare("English and bash pairs", cases, ratios, [note])


def _texts(bench: Bench, inputs: dict) -> Section:
    data = {"model": inputs["model"], "corpus": inputs["texts"], "rows": inputs["text rows"]}
    cases = [
        _ours("ours", data, "adamw"),
        _ours("ours, Muon", data, "muon"),
        _ours("ours, one stream", data, "adamw", streams=1),
        _mlx_lm("mlx-lm", data),
        _torch("PyTorch", data, compiled=False),
        _torch("PyTorch, torch.compile", data, compiled=True),
    ]
    ratios = [
        Ratio("ours / mlx-lm", "ours", "mlx-lm"),
        Ratio("ours / PyTorch", "ours", "PyTorch"),
        Ratio("ours / PyTorch, torch.compile", "ours", "PyTorch, torch.compile"),
        Ratio("two streams / one", "ours", "ours, one stream"),
    ]
    note = "Every document is longer than a row, so that nobody pads."
    return bench.compare("packed text", cases, ratios, [note])


def _memory(bench: Bench, inputs: dict) -> None:
    data = {"model": inputs["model 8192"], "corpus": inputs["texts"], "rows": inputs["text rows"]}
    cases = [_ours("ours", data, "adamw", steps=1), _mlx_lm("mlx-lm", data, steps=1)]
    ratios = [
        Ratio("peak memory of the process, ours / mlx-lm", "ours", "mlx-lm", PEAK),
        Ratio("peak of MLX's arrays, ours / mlx-lm", "ours", "mlx-lm", MLX_PEAK),
    ]
    title = f"memory at vocabulary 8,192, {ROWS} rows of {LENGTH}"
    bench.compare(title, cases, ratios, most_trials=_FEW)


def _blas(bench: Bench, inputs: dict) -> None:
    if not load_blas():
        return
    data = {"model": inputs["model"], "rows": inputs["text rows"], "batch_size": 2}
    what = f"our step of 2 rows of {LENGTH}, as the stock BLAS is slow, AdamW"
    step = partial(Case, work=f"{__name__}:ours", settings=data | {"steps": 1})
    cases = [
        step("our BLAS", what=what),
        step("stock BLAS", what="the same on the BLAS in MLX's wheel", environment=_STOCK),
    ]
    ratios = [Ratio("our BLAS / the stock one", "our BLAS", "stock BLAS")]
    bench.compare("the whole step on the stock BLAS", cases, ratios, most_trials=_FEW)


# The cases


def _ours(
    name: str, data: dict, optimizer: str, steps: int = 2, rows: int = ROWS, streams: int = 2
) -> Case:
    rule = "AdamW" if optimizer == "adamw" else "Muon for the matrices, AdamW for the rest"
    what = f"bashcoder's compiled step, {rows} packed rows of {LENGTH}, {rule}, gradients clipped"
    settings = {key: data[key] for key in ("model", "rows")}
    settings |= {"batch_size": rows, "optimizer": optimizer, "steps": steps, "streams": streams}
    if streams == 1:
        what += "; one stream in place of two, with all threads for the BLAS"
    return Case(name, f"{__name__}:ours", what, settings)


def _mlx_lm(name: str, data: dict, steps: int = 1) -> Case:
    what = (
        f"mlx_lm.tuner.trainer.train, all parameters, AdamW, batch size {ROWS}, rows of at"
        f" most {LENGTH + 1} tokens, tokenised beforehand, compiled for every padded length"
        " beforehand, with our BLAS on all cores"
    )
    settings = {key: data[key] for key in ("model", "corpus")}
    settings |= {"batch_size": ROWS, "steps": steps}
    return Case(name, f"{__name__}:mlx_lm", what, settings, left_out=missing("mlx_lm"))


def _torch(name: str, data: dict, compiled: bool) -> Case:
    what = (
        f"the same network in PyTorch modules, float32, {ROWS} of our packed rows of {LENGTH},"
        " scaled_dot_product_attention (causal, blind to the borders of documents), fused AdamW,"
        " no clipping, its own BLAS" + (", by torch.compile" if compiled else "")
    )
    reason = missing("torch")
    if on_gpu():
        reason = "compared on a CPU only"
    settings = {key: data[key] for key in ("model", "rows")}
    settings |= {"batch_size": ROWS, "steps": 1, "compiled": compiled}
    work = "bashcoder_mlx.bench.torch_llama:step"
    return Case(name, work, what, settings, environment=_OWN_BLAS, left_out=reason)


def product(trials) -> None:
    """Multiplies two random square matrices."""
    from bashcoder_mlx.training import arithmetic

    multiply = arithmetic.product()
    for _ in trials:
        multiply()
        trials.count(arithmetic.PRODUCT_FLOPS / 1e9)


def ours(
    trials, *, model: str, rows: str, batch_size: int, steps: int, optimizer="adamw", streams=2
) -> None:
    """Trains our model on packed rows.

    Args:
        model: a model directory.
        rows: a shard.
        batch_size: rows of a step.
        steps: updates of a trial.
        optimizer: "adamw" or "muon".
        streams: 1 to do without the second stream of a CPU.
    """
    import mlx.core as mx
    import numpy as np

    from bashcoder_mlx import runtime
    from bashcoder_mlx.model_directory import load_model_directory
    from bashcoder_mlx.shards.mixture import Mixture
    from bashcoder_mlx.shards.shard import open_shard
    from bashcoder_mlx.training import optimizer as rules
    from bashcoder_mlx.training import step as steps_of
    from bashcoder_mlx.training.recipe import OptimizerSettings

    runtime.set_training_threads()
    if streams == 1:
        runtime.set_blas_threads(None)
        both = runtime.compute_streams()
        rules.compute_streams = steps_of.compute_streams = lambda: both[:1]
    loaded = load_model_directory(Path(model), mx.float32)
    mixture = Mixture([open_shard(Path(rows), loaded.tokenizer.vocab_size)], [1.0], seed=0)
    rule = rules.Optimizer(OptimizerSettings(optimizer), loaded.model.trainable_parameters())
    loaded.model.train()
    update, number, tokens, places = steps_of.make_step(loaded.model, rule), 0, 0, 0
    for _ in trials:
        for _ in range(steps):
            batch = mixture.batch(number, batch_size)
            update([batch], 1.0)
            number += 1
            trials.count(real := int(np.count_nonzero(batch.segments)))
            tokens, places = tokens + real, places + batch.tokens.size
    trials.figure(MLX_PEAK, mx.get_peak_memory(), "bytes")
    trials.figure(FILLED, tokens / places, "share")


def mlx_lm(trials, *, model: str, corpus: str, batch_size: int, steps: int) -> None:
    """Trains with mlx-lm's own trainer, which is paused between its batches for each trial.

    Args:
        model: a model directory.
        corpus: JSON Lines.
        batch_size: documents of a step.
        steps: updates of a trial.
    """
    import mlx.core as mx
    import mlx.optimizers as optim
    import numpy as np
    from mlx_lm import load
    from mlx_lm.tuner.datasets import CacheDataset, create_dataset
    from mlx_lm.tuner.trainer import TrainingArgs, iterate_batches, train

    from bashcoder_mlx.runtime import set_blas_threads

    set_blas_threads(None)
    network, tokenizer = load(model)
    documents = [json.loads(line) for line in Path(corpus).read_text().splitlines()]
    settings = SimpleNamespace(mask_prompt="prompt" in documents[0])
    dataset = CacheDataset(create_dataset(documents, tokenizer, settings))
    for index in range(len(dataset)):
        dataset[index]  # tokenises and keeps it, as our rows are tokenised
    seen = {"tokens": 0, "places": 0}

    def batches(**given):
        np.random.seed(0)  # mlx-lm shuffles with it
        once = iterate_batches(**given | {"loop": False})
        yield from {batch[0].shape: batch for batch in once}.values()  # compiled before the clock
        source = iterate_batches(**given)
        for _ in trials:
            for _ in range(steps):
                tokens, spans = next(source)
                yield tokens, spans
                trials.count(real := int(np.array(spans)[:, 1].sum()))
                seen["tokens"], seen["places"] = seen["tokens"] + real, seen["places"] + tokens.size

    never = sys.maxsize  # the trainer stops when the batches do
    train(
        network,
        optim.AdamW(learning_rate=1e-4),
        dataset,
        args=TrainingArgs(
            batch_size=batch_size,
            iters=never,
            steps_per_report=never,
            steps_per_save=never,
            max_seq_length=LENGTH + 1,
            adapter_file=str(Path(model).parent / "mlx-lm.safetensors"),
        ),
        iterate_batches=batches,
    )
    trials.figure(MLX_PEAK, mx.get_peak_memory(), "bytes")
    trials.figure(FILLED, seen["tokens"] / seen["places"], "share")
