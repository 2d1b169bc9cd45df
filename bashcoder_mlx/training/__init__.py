"""The trainer: recipes of stages, one compiled step, exact resume, model directories as checkpoints."""
