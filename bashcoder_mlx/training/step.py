"""The training step and validation, each compiled once for one static shape."""

from collections.abc import Callable
from functools import partial

import mlx.core as mx
import numpy as np
from mlx.utils import tree_map

from bashcoder_mlx.runtime import compile_on, compile_step, compute_dtype, compute_streams
from bashcoder_mlx.shards.mixture import Batch
from bashcoder_mlx.training.loss import fused_cross_entropy, token_losses
from bashcoder_mlx.training.optimizer import Optimizer
from bashcoder_mlx.training.ranks import Ranks


def make_step(model, optimizer: Optimizer, ranks: Ranks | None = None) -> Callable:
    """The compiled update.

    Build it after the optimizer's state has been restored: state set later would not be seen.

    Args:
        model, optimizer: updated in place.
        ranks: those that divide the rows of every batch among them; one by default.

    Returns:
        A function of the batches of an update and the factor of the learning rate. It gives the
        mean loss in nats per learned token and the norm of the gradient.
    """
    ranks = ranks or Ranks()
    dtype = compute_dtype()
    optimizer.compile()

    def summed_loss(parameters, tokens, segments, learned):
        # Compute in the fast precision; gradients flow through the cast to the float32 masters.
        model.update(tree_map(lambda p: p.astype(dtype), parameters))
        hidden = model.hidden_states(tokens[:, :-1], segments=segments[:, :-1])
        flat = hidden.reshape(-1, hidden.shape[-1])
        mask = learned[:, 1:].reshape(-1).astype(mx.float32)
        return fused_cross_entropy(flat, model.output_weight, tokens[:, 1:].reshape(-1), mask)

    gradient_functions = [
        compile_on(stream, mx.value_and_grad(summed_loss), state=[mx.random.state])
        for stream in compute_streams()
    ]

    def run(batches: list[Batch], factor: float) -> tuple[float, float]:
        parameters, total, gradients = model.trainable_parameters(), mx.array(0.0), None
        for batch in batches:
            # A part of the rows for every stream.
            arrays = map(ranks.part, _arrays(batch))
            parts = (np.array_split(array, len(gradient_functions)) for array in arrays)
            for graded, *part in zip(gradient_functions, *parts, strict=True):
                if not len(part[0]):
                    continue  # fewer rows than streams
                loss, new = graded(parameters, *map(mx.array, part))
                total = total + loss
                gradients = new if gradients is None else tree_map(mx.add, gradients, new)
            # One microbatch at a time, for the memory; and without the update, whose operations
            # would come between those of the streams.
            mx.async_eval(total, gradients)
        # The mean over all learned tokens of the update, however they fall into microbatches.
        count = max(1, sum(int(np.count_nonzero(b.learned[:, 1:])) for b in batches))
        total, gradients = ranks.mean((total, gradients))
        count = count / ranks.size
        gradients = tree_map(lambda g: g / count, gradients)
        parameters, norm = optimizer.update(gradients, parameters, mx.array(factor, mx.float32))
        model.update(parameters)
        loss = total / count
        mx.eval(loss, norm, parameters, optimizer.state, mx.random.state)
        return loss.item(), norm.item()

    return run


def _arrays(batch: Batch) -> tuple:
    return batch.tokens, batch.segments, batch.learned


def make_evaluation(model, token_bytes: np.ndarray) -> Callable:
    """The compiled validation of one batch.

    Args:
        model: evaluated in its present precision, without dropout.
        token_bytes: (V,) bytes of text per token.

    Returns:
        A function of one `Batch` that gives summed nats, learned tokens, summed nats of tokens that
        stand for text, and bytes of text.
    """
    sizes = mx.array(token_bytes)

    @partial(compile_step, inputs=[model.state])
    def evaluate(tokens, segments, learned):
        hidden = model.hidden_states(tokens[:, :-1], segments=segments[:, :-1])
        targets = tokens[:, 1:].reshape(-1)
        losses = token_losses(hidden.reshape(-1, hidden.shape[-1]), model.output_weight, targets)
        mask = learned[:, 1:].reshape(-1)
        text = mask & (sizes[targets] > 0)
        byte_count = (sizes[targets] * mask).sum()
        return (losses * mask).sum(), mask.sum(), (losses * text).sum(), byte_count

    def run(batch: Batch) -> tuple[float, ...]:
        return tuple(value.item() for value in evaluate(*map(mx.array, _arrays(batch))))

    return run
