"""For all tests: the marker `torch`, and no deadlines, as a machine's speed proves nothing."""

import importlib.util

import pytest
from hypothesis import settings

import bashcoder_mlx  # noqa: F401  (before any test imports MLX: it brings the fast BLAS)

settings.register_profile("bashcoder", deadline=None)
settings.load_profile("bashcoder")


def pytest_collection_modifyitems(items) -> None:
    """Skips what is marked `torch` where PyTorch is not installed."""
    if importlib.util.find_spec("torch"):
        return
    skip = pytest.mark.skip(reason="PyTorch is not installed")
    for item in items:
        if "torch" in item.keywords:
            item.add_marker(skip)
