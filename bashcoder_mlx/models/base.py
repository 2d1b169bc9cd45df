"""What every architecture shares: reading a configuration, the attention mask, the KV cache."""

import math
from dataclasses import MISSING, fields
from typing import get_args

import mlx.core as mx

from bashcoder_mlx.errors import InputError


class BaseConfig:
    """Mixin for a frozen dataclass read from config.json, ignoring keys it does not know."""

    @classmethod
    def from_dict(cls, config: dict):
        """Raises `InputError` naming every missing field at once."""
        required = [f.name for f in fields(cls) if f.default is MISSING]
        missing = [name for name in required if config.get(name) is None]
        if missing:
            raise InputError(f"it lacks {', '.join(missing)}")
        cls.check(config)
        known = {f.name for f in fields(cls)}
        return cls(**{k: v for k, v in config.items() if k in known and v is not None})

    @classmethod
    def check(cls, config: dict) -> None:
        """Raises `InputError` naming every field of another type or outside its range."""
        kinds = {f.name: f.type for f in fields(cls)}
        given = {k: v for k, v in config.items() if k in kinds and v is not None}
        wrong = [f"{k} is {v!r}" for k, v in given.items() if not _fits(v, kinds[k])]
        if wrong:
            raise InputError(f"not a usable value: {', '.join(wrong)}")

    def require(self, condition: bool, message: str) -> None:
        """Raises `InputError` with `message` unless `condition` holds."""
        if not condition:
            raise InputError(message)


def _fits(value, annotation) -> bool:
    """Whether a value has a field's type; sizes are positive, and other numbers not negative."""
    kinds = get_args(annotation) or (annotation,)
    if int in kinds:
        return type(value) is int and value > 0
    if float in kinds:
        return type(value) in (int, float) and 0 <= value < math.inf
    return isinstance(value, annotation)


class KVCache:
    """Keys and values of the tokens seen so far, for one layer.

    Storage grows in steps of `STEP` positions, so that appending one token rarely allocates.
    """

    STEP = 128

    def __init__(self):
        self.keys = None  # (B, H, capacity, D)
        self.values = None
        self.offset = 0

    def update_and_fetch(self, keys: mx.array, values: mx.array) -> tuple[mx.array, mx.array]:
        """Appends (B, H, T, D) keys and values; returns all of them, (B, H, offset, D)."""
        start, end = self.offset, self.offset + keys.shape[2]
        if self.keys is None or end > self.keys.shape[2]:
            self._grow(end, keys, values)
        self.keys[:, :, start:end] = keys
        self.values[:, :, start:end] = values
        self.offset = end
        return self.keys[:, :, :end], self.values[:, :, :end]

    def _grow(self, needed: int, keys: mx.array, values: mx.array) -> None:
        capacity = -(-needed // self.STEP) * self.STEP
        for name, new in (("keys", keys), ("values", values)):
            batch, heads, _, width = new.shape
            room = mx.zeros((batch, heads, capacity - self.offset, width), new.dtype)
            old = getattr(self, name)
            grown = (
                room if old is None else mx.concatenate([old[:, :, : self.offset], room], axis=2)
            )
            setattr(self, name, grown)

    def select(self, rows: mx.array) -> None:
        """Keeps the given batch rows, repeats allowed: one prefill serves several candidates."""
        self.keys, self.values = self.keys[rows], self.values[rows]


def attention_mask(length: int, cache: KVCache | None, segments: mx.array | None):
    """The mask for `mx.fast.scaled_dot_product_attention`.

    Args:
        length: number of query positions T.
        cache: the layer's cache, if decoding.
        segments: (B, T) document number of each token of a packed row; a token sees only its
            own document.

    Returns:
        None for a single new token, "causal", or a boolean array (B, 1, T, T).
    """
    if segments is None:
        return None if length == 1 and cache is not None else "causal"
    same = segments[:, None, :, None] == segments[:, None, None, :]
    positions = mx.arange(length)
    return same & (positions[:, None] >= positions[None, :])
