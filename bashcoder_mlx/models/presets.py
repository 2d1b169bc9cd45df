"""Sizes by name: one dial, the rest derived from it.

Heads are 64 wide (32 for nano), which Metal's attention kernels like; the feed-forward width is
8/3 of the hidden size, rounded up to a multiple of 64.
"""

from bashcoder_mlx.errors import InputError

# name: (hidden_size, layers, heads, key/value heads, context)
SIZES = {
    "nano": (128, 4, 4, 4, 1024),
    "tiny": (320, 6, 5, 5, 1024),
    "small": (512, 14, 8, 8, 2048),
    "medium": (896, 15, 14, 14, 2048),
    "large": (2048, 20, 32, 8, 4096),
}


def llama_config(size: str, vocab_size: int, **overrides) -> dict:
    """The config.json of a llama of a named size.

    Args:
        size: a key of `SIZES`.
        vocab_size: number of tokens V.
        overrides: fields of config.json that replace the preset's, e.g. num_hidden_layers=4.

    Raises:
        InputError: the size is unknown.
    """
    if size not in SIZES:
        raise InputError(f"unknown model size {size!r}: use one of {', '.join(SIZES)}")
    hidden, layers, heads, kv_heads, context = SIZES[size]
    hidden = overrides.get("hidden_size", hidden)
    config = {
        "model_type": "llama",
        "architectures": ["LlamaForCausalLM"],
        "hidden_size": hidden,
        "num_hidden_layers": layers,
        "intermediate_size": -(-hidden * 8 // 3 // 64) * 64,
        "num_attention_heads": heads,
        "num_key_value_heads": kv_heads,
        "hidden_act": "silu",
        "rms_norm_eps": 1e-5,
        "rope_theta": 10000.0,
        "max_position_embeddings": context,
        "tie_word_embeddings": True,
        "vocab_size": vocab_size,
        "bos_token_id": 1,
        "eos_token_id": 2,
        "pad_token_id": 0,
    }
    return config | overrides
