"""Architectures in pure MLX, one file each, and the sizes they come in.

A configuration is the dictionary stored as config.json, with Hugging Face's keys. To add an
architecture, write one file with `Model` and `Config` and name it in `ARCHITECTURES`.
"""

import importlib

from bashcoder_mlx.errors import InputError

ARCHITECTURES = {
    "llama": "bashcoder_mlx.models.llama",
    "gpt_bigcode": "bashcoder_mlx.models.gpt_bigcode",
}


def build(config: dict):
    """The model that a config.json describes, with freshly initialised parameters.

    Raises:
        InputError: the architecture is unknown, or the configuration lacks or contradicts a field.
    """
    model_type = config.get("model_type")
    if not isinstance(model_type, str) or model_type not in ARCHITECTURES:
        known = ", ".join(ARCHITECTURES)
        raise InputError(f"unknown architecture {model_type!r}, known are {known}")
    module = importlib.import_module(ARCHITECTURES[model_type])
    return module.Model(module.Config.from_dict(config))
