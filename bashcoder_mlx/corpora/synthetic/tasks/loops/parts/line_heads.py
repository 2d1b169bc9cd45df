"""Where the lines of a loop come from; the variable is line."""

from bashcoder_mlx.corpora.synthetic.tasks.loops.parts.loop import Head

_WHILE = "[| with while read| in a while loop]"


def _head(key: str, open_: str, over: str, one: str, close: str = "; done", **more) -> Head:
    common = {"loop": "a while read loop", "how": _WHILE, **more}
    return Head(key, open_, over, one, lambda s: (), close=close, **common)


HEADS = (
    _head(
        "file",
        "while read -r line; do",
        "the lines of {txt}",
        "line of {txt}",
        "; done < {txt}",
        weight=3,
    ),
    _head(
        "exact",
        "while IFS= read -r line; do",
        "the lines of {txt}, blanks kept,",
        "line of {txt}, with all its blanks,",
        "; done < {txt}",
        loop="a while read loop with IFS=",
        how="[| with IFS= and read]",
        kind="exact",
        weight=2,
    ),
    _head(
        "cat",
        "cat {txt} | while read -r line; do",
        "the lines that cat pipes from {txt}",
        "line that cat pipes from {txt}",
        kind="pipe",
    ),
    _head(
        "sorted",
        "sort {txt} | while read -r line; do",
        "the sorted lines of {txt}",
        "of the sorted lines of {txt}",
        kind="pipe sorted",
        weight=1.5,
    ),
    _head(
        "process",
        "while read -r line; do",
        "the sorted lines of {txt}, by process substitution,",
        "of the sorted lines of {txt}, by process substitution,",
        "; done < <(sort {txt})",
        kind="sorted",
    ),
    _head(
        "found",
        "grep {word8} {txt} | while read -r line; do",
        "the lines of {txt} that grep finds {word8} in",
        "line of {txt} that grep finds {word8} in",
        kind="pipe grep",
    ),
)
