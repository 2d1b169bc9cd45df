"""The gpt_bigcode architecture with full multi-head attention: exactly llm-from-scratch's network.

- LayerNorm before each block, optional biases
- learned positions, restarted at each document of a packed row
- one fused projection, rows q then k then v
- exact (erf) GELU
- tied embeddings by default
"""

from dataclasses import dataclass

import mlx.core as mx
import mlx.nn as nn

from bashcoder_mlx.models.base import BaseConfig, KVCache, attention_mask
from bashcoder_mlx.models.kernels import attention


@dataclass(frozen=True)
class Config(BaseConfig):
    """The fields of config.json that shape the network; names and meaning as in mlx-lm."""

    n_embd: int
    n_layer: int
    n_inner: int
    n_head: int
    n_positions: int
    layer_norm_epsilon: float
    vocab_size: int
    multi_query: bool = True
    attention_bias: bool = True
    mlp_bias: bool = True
    tie_word_embeddings: bool = True
    dropout: float = 0.0

    def __post_init__(self):
        self.require(self.dropout < 1, "dropout must be below 1")
        self.require(self.n_embd % self.n_head == 0, "n_head does not divide n_embd")
        self.require(not self.multi_query, "multi_query must be false; use mlx-lm for it")


class Attention(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.num_heads = config.n_head
        self.scale = (config.n_embd // config.n_head) ** -0.5
        self.c_attn = nn.Linear(config.n_embd, 3 * config.n_embd, bias=config.attention_bias)
        self.c_proj = nn.Linear(config.n_embd, config.n_embd, bias=config.attention_bias)

    def __call__(self, x: mx.array, mask, cache: KVCache | None) -> mx.array:
        B, T, _ = x.shape
        qkv = self.c_attn(x).reshape(B, T, 3, self.num_heads, -1).transpose(2, 0, 3, 1, 4)
        queries, keys, values = qkv  # each (B, H, T, D)
        if cache is not None:
            keys, values = cache.update_and_fetch(keys, values)
        out = attention(queries, keys, values, self.scale, mask)
        return self.c_proj(out.transpose(0, 2, 1, 3).reshape(B, T, -1))


class MLP(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.c_fc = nn.Linear(config.n_embd, config.n_inner, bias=config.mlp_bias)
        self.c_proj = nn.Linear(config.n_inner, config.n_embd, bias=config.mlp_bias)

    def __call__(self, x: mx.array) -> mx.array:
        return self.c_proj(nn.gelu(self.c_fc(x)))


class Block(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.attn = Attention(config)
        self.ln_2 = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.mlp = MLP(config)
        self.dropout = nn.Dropout(config.dropout)

    def __call__(self, x: mx.array, mask, cache: KVCache | None) -> mx.array:
        x = x + self.dropout(self.attn(self.ln_1(x), mask, cache))
        return x + self.dropout(self.mlp(self.ln_2(x)))


class Backbone(nn.Module):
    def __init__(self, config: Config):
        super().__init__()
        self.wte = nn.Embedding(config.vocab_size, config.n_embd)
        self.wpe = nn.Embedding(config.n_positions, config.n_embd)
        self.h = [Block(config) for _ in range(config.n_layer)]
        self.ln_f = nn.LayerNorm(config.n_embd, eps=config.layer_norm_epsilon)
        self.dropout = nn.Dropout(config.dropout)

    def __call__(self, tokens: mx.array, cache, segments: mx.array | None) -> mx.array:
        cache = cache or [None] * len(self.h)
        offset = cache[0].offset if cache[0] is not None else 0
        positions = offset + mx.arange(tokens.shape[1])
        if segments is not None:
            positions = positions - segment_starts(segments)
        x = self.dropout(self.wte(tokens) + self.wpe(positions))
        mask = attention_mask(tokens.shape[1], cache[0], segments)
        for layer, layer_cache in zip(self.h, cache, strict=True):
            x = layer(x, mask, layer_cache)
        return self.ln_f(x)


def segment_starts(segments: mx.array) -> mx.array:
    """For each token of packed rows (B, T), the position at which its document begins."""
    positions = mx.arange(segments.shape[1])
    changes = segments[:, 1:] != segments[:, :-1]
    begins = mx.where(changes, positions[1:], 0)
    begins = mx.concatenate([mx.zeros_like(begins[:, :1]), begins], axis=1)
    return mx.cummax(begins, axis=1)


class Model(nn.Module):
    """Tokens (B, T) to logits (B, T, V)."""

    def __init__(self, config: Config):
        super().__init__()
        self.config = config
        self.transformer = Backbone(config)
        if not config.tie_word_embeddings:
            self.lm_head = nn.Linear(config.n_embd, config.vocab_size, bias=False)

    def hidden_states(self, tokens: mx.array, cache=None, segments=None) -> mx.array:
        """The last layer's normalised output, (B, T, n_embd)."""
        return self.transformer(tokens, cache, segments)

    @property
    def output_weight(self) -> mx.array:
        """The matrix (V, n_embd) that turns hidden states into logits."""
        return (
            self.transformer.wte.weight if self.config.tie_word_embeddings else self.lm_head.weight
        )

    @property
    def context_length(self) -> int:
        """The number of learned positions: no sequence can be longer."""
        return self.config.n_positions

    def __call__(self, tokens: mx.array, cache=None, segments=None) -> mx.array:
        return self.hidden_states(tokens, cache, segments) @ self.output_weight.T

    def make_cache(self) -> list[KVCache]:
        """An empty cache for each layer."""
        return [KVCache() for _ in self.transformer.h]

    def residual_projections(self) -> list[nn.Linear]:
        """The matrices that write into the residual stream; training starts them at zero."""
        return [m for b in self.transformer.h for m in (b.attn.c_proj, b.mlp.c_proj)]
