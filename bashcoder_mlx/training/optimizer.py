"""Muon for the matrices of the blocks with AdamW for the rest, or AdamW alone.

Weight decay is ours: decoupled, and on matrices only. MLX's Muon would add it to the gradient, and
its AdamW would shrink gains and biases too (Loshchilov & Hutter 2019, arXiv:1711.05101).
"""

import mlx.core as mx
import mlx.optimizers as optim
from mlx.utils import tree_flatten, tree_map, tree_merge, tree_unflatten

from bashcoder_mlx.runtime import compile_on, compute_streams
from bashcoder_mlx.training.recipe import OptimizerSettings

MUON_RATE = 10  # Muon's learning rate, relative to AdamW's

# Embeddings and the output head are matrices too, but rows of them are looked up, not multiplied.
_LOOKED_UP = ("embed_tokens", "lm_head", "wte", "wpe")


def uses_muon(name: str, parameter: mx.array) -> bool:
    """Whether Muon updates the parameter of that name: a matrix inside a block."""
    return parameter.ndim == 2 and not any(part in name.split(".") for part in _LOOKED_UP)


class Optimizer:
    """Clips, decays and updates; its state is a tree of arrays."""

    def __init__(self, settings: OptimizerSettings, parameters: dict):
        self.settings = settings
        names = {name: p for name, p in tree_flatten(parameters)}
        matrices = [n for n, p in names.items() if settings.name == "muon" and uses_muon(n, p)]
        # The costly ones first, in turn for each stream.
        matrices.sort(key=lambda name: -names[name].size * min(names[name].shape))
        streams = compute_streams()[: max(1, len(matrices))]
        rate = settings.learning_rate
        adam = optim.Adam(rate, betas=list(settings.betas), bias_correction=True)
        self._parts = [_Part(adam, settings, rate, set(names) - set(matrices), streams[0])]
        for i, stream in enumerate(streams if matrices else ()):
            muon = optim.Muon(MUON_RATE * rate, weight_decay=0.0)
            share = set(matrices[i :: len(streams)])
            self._parts.append(_Part(muon, settings, MUON_RATE * rate, share, stream))
        for part in self._parts:
            part.optimizer.init(part.select(parameters))

    @property
    def state(self) -> list[dict]:
        """Moments and step counts. Set it before `compile`: afterwards is too late."""
        return [part.optimizer.state for part in self._parts]

    @state.setter
    def state(self, state: list[dict]) -> None:
        adam, *rest = state
        self._parts[0].optimizer.state = adam
        # Muon has a part for each stream, and a run may move to a machine with more or fewer.
        muon = {name: array for part_state in rest for name, array in tree_flatten(part_state)}
        for part in self._parts[1:]:
            mine = (n for n in muon if "." not in n or n.rpartition(".")[0] in part.names)
            part.optimizer.state = tree_unflatten([(name, muon[name]) for name in mine])

    def compile(self) -> None:
        """Compiles what `update` does, each part for its stream."""
        for part in self._parts:
            part.compile()

    def update(self, gradients: dict, parameters: dict, factor: mx.array) -> tuple[dict, mx.array]:
        """New parameters, and the norm of the gradients before clipping.

        Args:
            gradients: a tree like `parameters`.
            parameters: a tree of arrays.
            factor: of the peak learning rates, a scalar.
        """
        shares = [(part, part.select(gradients)) for part in self._parts]
        norm = mx.sqrt(sum(part.sum_squares(share) for part, share in shares))
        updated = {}
        for part, share in shares:
            new = part.apply(share, part.select(parameters), norm, factor)
            updated = tree_merge(updated, new)
        return updated, norm


class _Part:
    """An MLX optimizer with the parameters it updates and the stream it works on."""

    def __init__(self, optimizer, settings: OptimizerSettings, peak_rate, names, stream):
        self.optimizer, self.settings, self.peak_rate = optimizer, settings, peak_rate
        self.names, self.stream = names, stream

    def compile(self) -> None:
        self.sum_squares = compile_on(self.stream, self.sum_squares)
        self.apply = compile_on(self.stream, self.apply, [self.optimizer.state])

    def select(self, tree: dict) -> dict:
        return tree_unflatten([(n, a) for n, a in tree_flatten(tree) if n in self.names])

    def sum_squares(self, gradients: dict) -> mx.array:
        return sum((g.square().sum() for _, g in tree_flatten(gradients)), mx.array(0.0))

    def apply(self, gradients: dict, parameters: dict, norm: mx.array, factor: mx.array) -> dict:
        clip, rate = self.settings.clip, factor * self.settings.learning_rate
        scale = mx.minimum(clip / (norm + 1e-6), 1.0)
        gradients = tree_map(lambda g: g * scale, gradients)
        shrink = 1 - rate * self.settings.weight_decay
        parameters = tree_map(lambda p: p * shrink if p.ndim == 2 else p, parameters)
        self.optimizer.learning_rate = self.peak_rate * factor
        return self.optimizer.apply_gradients(gradients, parameters)
