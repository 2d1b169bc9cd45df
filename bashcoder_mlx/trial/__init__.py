"""Trials: a file tree, a confined run on it, what came out, and whether it is what was wanted."""
