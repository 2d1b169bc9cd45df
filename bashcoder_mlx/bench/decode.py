"""The row `decode`: tokens per second of reading prompts and of writing answers, beside mlx-lm.

Both systems work on one model directory of random weights, in the precision that this machine
computes in; nothing ends before its limit.
"""

from functools import partial
from types import SimpleNamespace

from bashcoder_mlx.bench.corpus import write_model
from bashcoder_mlx.bench.measure import Case, missing
from bashcoder_mlx.bench.report import Ratio
from bashcoder_mlx.bench.run import Bench
from bashcoder_mlx.runtime import load_blas, on_gpu

TITLE = "Decoding: the shipped shape (256 wide, 4 layers, vocabulary 4,096)"
PROMPT, LONG_PROMPT, TOKENS, CANDIDATES = 16, 192, 128, 8
_NEVER = -1  # no token's id


def run(bench: Bench) -> None:
    """Measures the tables of this row."""
    ours, mlx_lm = _cases(str(write_model(bench.folder / "model")))
    _one_sequence(bench, ours, mlx_lm)
    _candidates(bench, ours, mlx_lm)
    _prefill(bench, ours, mlx_lm)


def _cases(model: str) -> tuple[partial, partial]:
    """Makers of cases: ours, and mlx-lm's in each of the ways that may be its fastest."""

    def ours(name: str, work: str, what: str, **settings) -> list[Case]:
        return [Case(name, f"{__name__}:{work}", what, {"model": model, **settings})]

    def mlx_lm(work: str, what: str, **settings) -> list[Case]:
        case = partial(Case, work=f"{__name__}:{work}", left_out=missing("mlx_lm"))
        settings = {"model": model, **settings}
        if on_gpu() or not load_blas():
            return [case("mlx-lm", what=what, settings=settings)]
        return [
            case(
                "mlx-lm",
                what=f"{what}, with our BLAS on one core",
                settings=settings | {"threads": 1},
            ),
            case(
                "mlx-lm, all threads",
                what="the same with our BLAS on all cores",
                settings=settings | {"threads": None},
            ),
            case(
                "mlx-lm, stock BLAS",
                what="the same with the BLAS in MLX's wheel",
                settings=settings | {"threads": None},
                environment={"BASHCODER_BLAS": "stock"},
            ),
        ]

    return ours, mlx_lm


def _against(cases: list[Case]) -> list[Ratio]:
    """The first case beside each of mlx-lm's."""
    peers = [case.name for case in cases if case.name.startswith("mlx-lm")]
    return [Ratio(f"{cases[0].name} / {peer}", cases[0].name, peer) for peer in peers]


def _one_sequence(bench: Bench, ours, mlx_lm) -> None:
    cases = [
        *ours("ours", "greedy", "the likeliest token each time", prompt=PROMPT),
        *mlx_lm("mlx_lm_step", "mlx_lm.generate.generate_step", prompt=PROMPT, tokens=TOKENS),
    ]
    title = f"one sequence: {TOKENS} tokens after a prompt of {PROMPT}, which is part of the time"
    bench.compare(title, cases, _against(cases))


def _candidates(bench: Bench, ours, mlx_lm) -> None:
    cases = [
        *ours("together", "samples", f"{CANDIDATES} samples decoded together", runs=1),
        *ours("one by one", "samples", "as many samples, each alone", runs=CANDIDATES),
        *ours("beam", "beams", f"a beam of {CANDIDATES}; its tokens are those of all hypotheses"),
        *mlx_lm("mlx_lm_batch", f"mlx_lm.batch_generate of {CANDIDATES} equal prompts"),
    ]
    ratios = [Ratio("together / one by one", "together", "one by one"), *_against(cases)]
    bench.compare(f"{CANDIDATES} candidates of {TOKENS} tokens, one prompt", cases, ratios)


def _prefill(bench: Bench, ours, mlx_lm) -> None:
    for rows in (1, CANDIDATES):
        cases = ours("ours", "prefill", "until the first token is known", rows=rows)
        if rows == 1:
            what = "mlx_lm.generate.generate_step, one token (it begins a second)"
            cases += mlx_lm("mlx_lm_step", what, prompt=LONG_PROMPT, tokens=1)
        else:
            what = "mlx_lm.batch_generate, one token each"
            cases += mlx_lm("mlx_lm_batch", what, prompt=LONG_PROMPT, tokens=1)
        title = f"prefill of {rows} x {LONG_PROMPT} tokens"
        bench.compare(title, cases, _against(cases))


# The cases


def _load(model: str):
    """A model, and a tokenizer of its size that no text ends."""
    from bashcoder_mlx.inference.answer import load

    loaded = load(model)
    size = loaded.tokenizer.vocab_size
    return loaded.model, SimpleNamespace(eos_id=_NEVER, vocab_size=size, decode=str)


def _prompt(length: int) -> list[int]:
    return [10 + 7 * i % 300 for i in range(length)]


def greedy(trials, *, model: str, prompt: int) -> None:
    """Decodes one sequence after `prompt` tokens."""
    from bashcoder_mlx.inference.sampling import sample

    network, tokenizer = _load(model)
    for _ in trials:
        sample(network, tokenizer, _prompt(prompt), max_tokens=TOKENS, temperature=0)
        trials.count(TOKENS)


def samples(trials, *, model: str, runs: int) -> None:
    """Draws the candidates in so many runs."""
    from bashcoder_mlx.inference.sampling import sample

    network, tokenizer = _load(model)
    for _ in trials:
        for seed in range(runs):
            each = CANDIDATES // runs
            sample(network, tokenizer, _prompt(PROMPT), each, max_tokens=TOKENS, seed=seed)
        trials.count(CANDIDATES * TOKENS)


def beams(trials, *, model: str) -> None:
    """Searches with a beam as wide as there are candidates."""
    from bashcoder_mlx.inference.beam import beam_search

    network, tokenizer = _load(model)
    for _ in trials:
        beam_search(network, tokenizer, _prompt(PROMPT), CANDIDATES, TOKENS)
        trials.count(CANDIDATES * TOKENS)


def prefill(trials, *, model: str, rows: int) -> None:
    """Reads prompts."""
    import mlx.core as mx

    from bashcoder_mlx.inference.decode import Decoder, decoding

    network, tokenizer = _load(model)
    for _ in trials:
        with decoding():
            decoder = Decoder(network, [_prompt(LONG_PROMPT)] * rows, tokenizer.vocab_size)
            mx.eval(decoder.logits.argmax(axis=-1))
        trials.count(rows * LONG_PROMPT)


def mlx_lm_step(trials, *, model: str, prompt: int, tokens: int, threads: int | None = None):
    """Decodes one sequence as `mlx_lm.generate` does."""
    import mlx.core as mx
    from mlx_lm import load
    from mlx_lm.generate import generate_step

    from bashcoder_mlx.runtime import set_blas_threads

    network, _ = load(model)
    set_blas_threads(threads)
    for _ in trials:
        for _ in generate_step(mx.array(_prompt(prompt)), network, max_tokens=tokens):
            pass
        trials.count(tokens if tokens > 1 else prompt)


def mlx_lm_batch(
    trials, *, model: str, prompt: int = PROMPT, tokens: int = TOKENS, threads: int | None = None
):
    """Decodes as many sequences as there are candidates, together."""
    from mlx_lm import load
    from mlx_lm.generate import batch_generate

    from bashcoder_mlx.runtime import set_blas_threads

    network, _ = load(model)
    set_blas_threads(threads)
    endless = SimpleNamespace(eos_token_ids=[], decode=str)
    for _ in trials:
        batch_generate(network, endless, [_prompt(prompt)] * CANDIDATES, max_tokens=tokens)
        trials.count(CANDIDATES * (tokens if tokens > 1 else prompt))
