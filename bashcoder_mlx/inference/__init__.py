"""From a model directory to an answer: decoding, then the choice among candidates.

Imports only mlx, tokenizers and safetensors, so that an answer does not wait for imports.
"""

from bashcoder_mlx.inference.answer import Answer, Candidate, ask, ask_all, explain, load

__all__ = [
    "Answer",
    "Candidate",
    "ask",
    "ask_all",
    "explain",
    "load",
]
