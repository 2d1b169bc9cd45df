"""From a model directory to an answer: decoding, then the choice among candidates.

Imports only mlx, numpy, tokenizers and safetensors, so that an answer does not wait for imports.
"""

from bashcoder_mlx.inference.answer import Answer, Candidate, ask, ask_all, explain, load
from bashcoder_mlx.inference.continuation import continue_prompt, continue_text

__all__ = [
    "Answer",
    "Candidate",
    "ask",
    "ask_all",
    "continue_prompt",
    "continue_text",
    "explain",
    "load",
]
