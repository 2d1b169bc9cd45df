"""The llama architecture, with Hugging Face parameter names.

- RMSNorm before each block, no biases by default
- rotary positions in split halves (the form Hugging Face weights expect)
- SwiGLU
- grouped-query attention when num_key_value_heads < num_attention_heads
- tied embeddings by default
"""

from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from bashcoder_mlx.models.base import BaseConfig, KVCache, attention_mask
from bashcoder_mlx.models.kernels import attention, silu_product


@dataclass(frozen=True)
class Config(BaseConfig):
    """The fields of config.json that shape the network; names and meaning as in transformers."""

    hidden_size: int
    num_hidden_layers: int
    intermediate_size: int
    num_attention_heads: int
    rms_norm_eps: float
    vocab_size: int
    num_key_value_heads: int | None = None
    head_dim: int | None = None
    max_position_embeddings: int = 2048
    rope_theta: float = 10000.0
    rope_scaling: dict | None = None
    rope_parameters: dict | None = None
    attention_bias: bool = False
    mlp_bias: bool = False
    tie_word_embeddings: bool = True
    dropout: float = 0.0

    def __post_init__(self):
        self.require(self.dropout < 1, "dropout must be below 1")
        if self.num_key_value_heads is None:
            object.__setattr__(self, "num_key_value_heads", self.num_attention_heads)
        if self.head_dim is None:
            divides = self.hidden_size % self.num_attention_heads == 0
            self.require(divides, "num_attention_heads does not divide hidden_size")
            object.__setattr__(self, "head_dim", self.hidden_size // self.num_attention_heads)
        grouped = self.num_attention_heads % self.num_key_value_heads == 0
        self.require(grouped, "num_key_value_heads does not divide num_attention_heads")
        self.require(self.head_dim % 2 == 0, "rotary positions need an even head_dim")
        self.require(self.rope_scaling is None, "rope_scaling is not supported; use mlx-lm for it")
        if self.rope_parameters is not None:  # where transformers 5 keeps rope_theta
            plain = self.rope_parameters.get("rope_type", "default") == "default"
            self.require(plain, "only rope_type default is supported; use mlx-lm for others")
            theta = self.rope_parameters.get("rope_theta", self.rope_theta)
            object.__setattr__(self, "rope_theta", theta)


class Attention(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.num_heads, self.num_kv_heads = config.num_attention_heads, config.num_key_value_heads
        self.scale = config.head_dim**-0.5
        width, bias = config.hidden_size, config.attention_bias
        self.q_proj = nn.Linear(width, self.num_heads * config.head_dim, bias=bias)
        self.k_proj = nn.Linear(width, self.num_kv_heads * config.head_dim, bias=bias)
        self.v_proj = nn.Linear(width, self.num_kv_heads * config.head_dim, bias=bias)
        self.o_proj = nn.Linear(self.num_heads * config.head_dim, width, bias=bias)
        self.rope = nn.RoPE(config.head_dim, traditional=False, base=config.rope_theta)

    def __call__(self, x: mx.array, mask, cache: KVCache | None) -> mx.array:
        B, T, _ = x.shape
        offset = cache.offset if cache is not None else 0
        queries = self.q_proj(x).reshape(B, T, self.num_heads, -1).transpose(0, 2, 1, 3)
        keys = self.k_proj(x).reshape(B, T, self.num_kv_heads, -1).transpose(0, 2, 1, 3)
        values = self.v_proj(x).reshape(B, T, self.num_kv_heads, -1).transpose(0, 2, 1, 3)
        # Rotary positions are relative, so packed documents need no restart from zero.
        queries, keys = self.rope(queries, offset=offset), self.rope(keys, offset=offset)
        if cache is not None:
            keys, values = cache.update_and_fetch(keys, values)
        out = attention(queries, keys, values, self.scale, mask)  # (B, H, T, D)
        return self.o_proj(out.transpose(0, 2, 1, 3).reshape(B, T, -1))


class MLP(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        width, inner, bias = config.hidden_size, config.intermediate_size, config.mlp_bias
        self.gate_proj = nn.Linear(width, inner, bias=bias)
        self.up_proj = nn.Linear(width, inner, bias=bias)
        self.down_proj = nn.Linear(inner, width, bias=bias)

    def __call__(self, x: mx.array) -> mx.array:
        return self.down_proj(silu_product(self.gate_proj(x), self.up_proj(x)))


class Block(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.self_attn = Attention(config)
        self.mlp = MLP(config)
        self.input_layernorm = nn.RMSNorm(config.hidden_size, eps=config.rms_norm_eps)
        self.post_attention_layernorm = nn.RMSNorm(config.hidden_size, eps=config.rms_norm_eps)
        self.dropout = nn.Dropout(config.dropout)

    def __call__(self, x: mx.array, mask, cache: KVCache | None) -> mx.array:
        x = x + self.dropout(self.self_attn(self.input_layernorm(x), mask, cache))
        return x + self.dropout(self.mlp(self.post_attention_layernorm(x)))


class Backbone(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.embed_tokens = nn.Embedding(config.vocab_size, config.hidden_size)
        self.layers = [Block(config) for _ in range(config.num_hidden_layers)]
        self.norm = nn.RMSNorm(config.hidden_size, eps=config.rms_norm_eps)
        self.dropout = nn.Dropout(config.dropout)

    def __call__(self, tokens: mx.array, cache, segments: mx.array | None) -> mx.array:
        x = self.dropout(self.embed_tokens(tokens))
        cache = cache or [None] * len(self.layers)
        mask = attention_mask(tokens.shape[1], cache[0], segments)
        for layer, layer_cache in zip(self.layers, cache, strict=True):
            x = layer(x, mask, layer_cache)
        return self.norm(x)


class Model(nn.Module):
    """Tokens (B, T) to logits (B, T, V)."""

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        self.model = Backbone(config)
        if not config.tie_word_embeddings:
            self.lm_head = nn.Linear(config.hidden_size, config.vocab_size, bias=False)

    def hidden_states(self, tokens: mx.array, cache=None, segments=None) -> mx.array:
        """The last layer's normalised output, (B, T, hidden_size)."""
        return self.model(tokens, cache, segments)

    @property
    def output_weight(self) -> mx.array:
        """The matrix (V, hidden_size) that turns hidden states into logits."""
        tied = self.config.tie_word_embeddings
        return self.model.embed_tokens.weight if tied else self.lm_head.weight

    @property
    def context_length(self) -> int:
        """The longest sequence, in tokens, the positions were made for."""
        return self.config.max_position_embeddings

    def __call__(self, tokens: mx.array, cache=None, segments=None) -> mx.array:
        return self.hidden_states(tokens, cache, segments) @ self.output_weight.T

    def make_cache(self) -> list[KVCache]:
        """An empty cache for each layer."""
        return [KVCache() for _ in self.model.layers]

    def residual_projections(self) -> list[nn.Linear]:
        """The matrices that write into the residual stream; training starts them at zero."""
        return [m for b in self.model.layers for m in (b.self_attn.o_proj, b.mlp.down_proj)]
