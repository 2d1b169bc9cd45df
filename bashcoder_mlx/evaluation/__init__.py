"""How good a model is: the same figures, with their intervals, for every system that answers."""

SECTIONS = ("language", "nl2bash", "everyday", "macos", "explanation")
"""The parts of an evaluation, in the order of its report."""
CANDIDATES = 8
"""Answers to each question."""
