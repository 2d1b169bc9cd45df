"""`bashcoder bench`: speed and memory beside peers, measured side by side in one run.

A *row* is a module here with a title, `TITLE`, and a function `run(bench)`. It prepares what it
needs in `bench.folder` and calls `bench.compare` for each table: with cases, and with ratios of
them. A *case* (`measure.Case`) is a function that does the work, in a process of its own:

    def ours(trials, *, model):            # settings of the case, as keywords
        answer = load(model)               # set-up: not timed
        for _ in trials:                   # every pass of this loop is timed
            tokens = answer()
            trials.count(len(tokens))      # what the unit counts, such as tokens
        trials.figure("MLX peak", mx.get_peak_memory(), "bytes")  # optional further columns

    def run(bench):
        cases = [
            Case("ours", f"{__name__}:ours", "bashcoder's loop, greedy", {"model": path}),
            Case("mlx-lm", f"{__name__}:peer", "mlx_lm.generate", left_out=missing("mlx_lm")),
        ]
        bench.compare("one prompt", cases, [Ratio("ours / mlx-lm", "ours", "mlx-lm")])

All cases of a table are set up and warmed up first; then the trials go round: one of each case,
then the next of each, so that a ratio is of neighbours in time and other load meets all alike. The
ratio printed is the median over the rounds. With `unit="s"` a case is measured in seconds of a
trial, which suits whole processes. What cannot run here is left out, with the reason.

To add a row: write `bench/NAME.py` as above, and put NAME into `ROWS`.
"""

ROWS = ("train", "decode", "cold", "data", "scale")
"""The rows, each a module of this package, in the order of the report."""
TRIALS = 5
"""Timed trials of each case."""
