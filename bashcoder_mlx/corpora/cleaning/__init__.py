"""Cleaning: what is left out of a corpus, what is masked in it, and how often each happened."""

from bashcoder_mlx.corpora.cleaning.pipeline import STEPS, Settings, clean
from bashcoder_mlx.corpora.cleaning.report import Report

__all__ = ["STEPS", "Report", "Settings", "clean"]
