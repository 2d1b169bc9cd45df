"""Learning-rate schedules, as a factor of the peak rate."""

import math

from bashcoder_mlx.training.recipe import Stage


def rate_factor(stage: Stage, step: int) -> float:
    """The factor in (0, 1] for the update of `step` (from 0).

    "wsd" (warmup, stable, decay; Hu et al. 2024, arXiv:2404.06395) falls linearly over the last
    `decay_share` of the steps; "cosine" falls over all steps after the warmup. Both end just above
    0, so that the last update still moves.
    """
    if step < stage.warmup_steps:
        return (step + 1) / (stage.warmup_steps + 1)
    if stage.schedule == "cosine":
        progress = (step - stage.warmup_steps) / max(1, stage.steps - stage.warmup_steps)
        return 0.5 * (1 + math.cos(math.pi * progress))
    decay_steps = stage.decay_share * stage.steps
    return min(1.0, (stage.steps - step) / decay_steps) if decay_steps else 1.0
