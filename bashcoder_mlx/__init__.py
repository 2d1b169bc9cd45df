"""bashcoder: a small language model for the shell, and its trainer, in MLX.

Five functions, imported when first used:

    load(path=None)                 a trained model, ready to answer
    ask(prompt, ...)                English to a command or a script
    explain(command, ...)           a command to English
    train(recipe, output_dir, ...)  all stages of a recipe
    convert(checkpoint, out, ...)   an llm-from-scratch checkpoint to a model directory
"""

import importlib

from bashcoder_mlx.runtime import load_blas

__version__ = "0.1.0"
__all__ = ["ask", "convert", "explain", "load", "train"]

# Before anything can import mlx.core; see runtime.py.
load_blas()

_HOMES = {
    "load": "bashcoder_mlx.inference.answer",
    "ask": "bashcoder_mlx.inference.answer",
    "explain": "bashcoder_mlx.inference.answer",
    "train": "bashcoder_mlx.training.run",
    "convert": "bashcoder_mlx.conversion",
}


def __getattr__(name: str):
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
