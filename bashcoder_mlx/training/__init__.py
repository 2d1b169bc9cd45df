"""The trainer: recipes of stages, one compiled step, exact resume, checkpoints for mlx-lm."""
