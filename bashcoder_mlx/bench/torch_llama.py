"""The llama of models/llama.py in plain PyTorch modules: what the row `train` compares with."""

import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from bashcoder_mlx.shards.mixture import Mixture
from bashcoder_mlx.shards.shard import open_shard

_IGNORED = -100  # cross_entropy leaves such targets out


class Attention(nn.Module):
    def __init__(self, config: dict):
        super().__init__()
        width, self.heads = config["hidden_size"], config["num_attention_heads"]
        self.q_proj, self.k_proj, self.v_proj, self.o_proj = (
            nn.Linear(width, width, bias=False) for _ in range(4)
        )

    def forward(self, x, angles):
        B, T, width = x.shape
        projections = self.q_proj, self.k_proj, self.v_proj
        q, k, v = (p(x).view(B, T, self.heads, -1).transpose(1, 2) for p in projections)
        q, k = _rotate(q, angles), _rotate(k, angles)
        out = F.scaled_dot_product_attention(q, k, v, is_causal=True)  # (B, H, T, D)
        return self.o_proj(out.transpose(1, 2).reshape(B, T, width))


def _rotate(x, angles):
    """Rotary positions in split halves."""
    cosine, sine = angles
    first, second = x.chunk(2, dim=-1)
    return torch.cat([first * cosine - second * sine, second * cosine + first * sine], dim=-1)


class MLP(nn.Module):
    def __init__(self, config: dict):
        super().__init__()
        width, inner = config["hidden_size"], config["intermediate_size"]
        self.gate_proj = nn.Linear(width, inner, bias=False)
        self.up_proj = nn.Linear(width, inner, bias=False)
        self.down_proj = nn.Linear(inner, width, bias=False)

    def forward(self, x):
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Block(nn.Module):
    def __init__(self, config: dict):
        super().__init__()
        width, eps = config["hidden_size"], config["rms_norm_eps"]
        self.self_attn, self.mlp = Attention(config), MLP(config)
        self.input_layernorm = nn.RMSNorm(width, eps=eps)
        self.post_attention_layernorm = nn.RMSNorm(width, eps=eps)

    def forward(self, x, angles):
        x = x + self.self_attn(self.input_layernorm(x), angles)
        return x + self.mlp(self.post_attention_layernorm(x))


class Llama(nn.Module):
    """Tokens (B, T) to logits (B, T, V); tied embeddings, as many key heads as query heads."""

    def __init__(self, config: dict):
        super().__init__()
        assert config["num_key_value_heads"] == config["num_attention_heads"]
        self.config = config
        self.embed_tokens = nn.Embedding(config["vocab_size"], config["hidden_size"])
        self.layers = nn.ModuleList(Block(config) for _ in range(config["num_hidden_layers"]))
        self.norm = nn.RMSNorm(config["hidden_size"], eps=config["rms_norm_eps"])

    def forward(self, tokens):
        half = self.config["hidden_size"] // self.config["num_attention_heads"] // 2
        frequencies = self.config["rope_theta"] ** (-torch.arange(half) / half)
        phases = torch.arange(tokens.shape[1])[:, None] * frequencies
        angles = phases.cos(), phases.sin()
        x = self.embed_tokens(tokens)
        for layer in self.layers:
            x = layer(x, angles)
        return self.norm(x) @ self.embed_tokens.weight.T


def step(trials, *, model: str, rows: str, batch_size: int, steps: int, compiled: bool) -> None:
    """Trains on packed rows.

    Args:
        model: a model directory, for its config.json; the weights are new ones.
        rows: a shard.
        batch_size: rows of a step.
        steps: updates of a trial.
        compiled: whether with torch.compile.
    """
    config = json.loads((Path(model) / "config.json").read_text())
    mixture = Mixture([open_shard(Path(rows), config["vocab_size"])], [1.0], seed=0)
    network = Llama(config)
    for parameter in network.parameters():
        if parameter.ndim == 2:
            nn.init.normal_(parameter, std=0.02)
    optimizer = torch.optim.AdamW(network.parameters(), lr=1e-4, fused=True)
    forward, number = torch.compile(network) if compiled else network, 0
    for _ in trials:
        for _ in range(steps):
            batch = mixture.batch(number, batch_size)
            _update(forward, optimizer, batch)
            number += 1
            trials.count(int(np.count_nonzero(batch.segments)))


def _update(forward, optimizer, batch) -> None:
    tokens = torch.from_numpy(batch.tokens.astype(np.int64))
    learned = torch.from_numpy(batch.learned[:, 1:])
    logits = forward(tokens[:, :-1])
    targets = tokens[:, 1:].masked_fill(~learned, _IGNORED)
    loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=_IGNORED)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    optimizer.step()
    loss.item()
