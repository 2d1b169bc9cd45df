"""Cross-entropy over a large vocabulary without ever holding all the logits."""

import mlx.core as mx

from bashcoder_mlx.models.kernels import logsumexp, softmax_parts
from bashcoder_mlx.runtime import on_gpu

# Logits held at a time. 2 MB stay in a processor's cache; a GPU wants larger products.
CHUNK_ELEMENTS_CPU = 2**19
CHUNK_ELEMENTS_GPU = 2**24


def chunk_length(vocab_size: int) -> int:
    """Tokens whose logits are held at a time, for a vocabulary of V."""
    elements = CHUNK_ELEMENTS_GPU if on_gpu() else CHUNK_ELEMENTS_CPU
    return max(64, elements // vocab_size)


def fused_cross_entropy(
    hidden: mx.array, weight: mx.array, targets: mx.array, mask: mx.array
) -> mx.array:
    """Summed cross-entropy in nats, whose gradients are computed in the forward pass.

    The gradient of the logits is softmax minus one-hot, known as soon as the logits are;
    multiplying it out at once, chunk by chunk, costs one softmax per logit and no recomputation
    (the idea of Hsu et al. 2024, "Liger Kernel", arXiv:2410.10989, section 3.2).

    Args:
        hidden: (N, D) hidden states.
        weight: (V, D) output matrix.
        targets: (N,) token ids.
        mask: (N,) 1 where the target counts, else 0.

    Returns:
        A scalar, float32; differentiable in `hidden` and `weight`.
    """

    @mx.custom_function
    def loss_and_gradients(hidden, weight):
        return _forward(hidden, weight, targets, mask)

    @loss_and_gradients.vjp
    def backward(primals, cotangents, outputs):
        scale = cotangents[0]
        return tuple(
            (scale * gradient).astype(primal.dtype)
            for gradient, primal in zip(outputs[1:], primals, strict=True)
        )

    return loss_and_gradients(hidden, weight)[0]


def _forward(hidden, weight, targets, mask):
    total = mx.array(0.0)
    hidden_gradients, weight_gradient = [], mx.zeros(weight.shape, mx.float32)
    chunk = chunk_length(weight.shape[0])
    for start in range(0, hidden.shape[0], chunk):
        part = slice(start, start + chunk)
        h = hidden[part]
        if start:
            # Orders the chunks, so that the logits of one are freed before the next are made.
            h = mx.depends(h, [total, hidden_gradients[-1], weight_gradient])
        losses, d_logits = _chunk(h @ weight.T, targets[part], mask[part])
        total = total + losses.sum()
        hidden_gradients.append(d_logits @ weight)
        weight_gradient = weight_gradient + (d_logits.T @ h).astype(mx.float32)
    return total, mx.concatenate(hidden_gradients), weight_gradient


def _chunk(logits: mx.array, targets: mx.array, mask: mx.array) -> tuple[mx.array, mx.array]:
    """Losses (C,) and the gradient of their sum with respect to the logits (C, V)."""
    dtype, logits = logits.dtype, logits.astype(mx.float32)
    powers, total, largest = softmax_parts(logits)
    target_logit = mx.take_along_axis(logits, targets[:, None], axis=-1)
    losses = (mx.log(total) + largest - target_logit)[:, 0] * mask
    gradient = powers * (mask[:, None] / total)
    rows = mx.arange(targets.shape[0])
    gradient = gradient.at[rows, targets].add(-mask.astype(mx.float32))
    return losses, gradient.astype(dtype)


def token_losses(hidden: mx.array, weight: mx.array, targets: mx.array) -> mx.array:
    """Cross-entropy in nats of each target, (N,) float32, in chunks; for validation."""
    losses, chunk = [], chunk_length(weight.shape[0])
    for start in range(0, hidden.shape[0], chunk):
        part = slice(start, start + chunk)
        h = mx.depends(hidden[part], losses[-1:]) if losses else hidden[part]
        logits = (h @ weight.T).astype(mx.float32)
        chosen = mx.take_along_axis(logits, targets[part][:, None], axis=-1)[:, 0]
        losses.append(logsumexp(logits)[:, 0] - chosen)
    return mx.concatenate(losses)
