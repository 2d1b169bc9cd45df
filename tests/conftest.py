"""For all tests: the marker `torch`, and no deadlines, as a machine's speed proves nothing."""

import bashcoder_mlx  # noqa: F401  (before anything imports MLX: it brings the fast BLAS)

# isort: split

import importlib.util
import signal

import pytest
from hypothesis import settings
from tiny_models import write_tiny_model
from tiny_runs import texts, working_folder, write_texts

settings.register_profile("bashcoder", deadline=None)
settings.load_profile("bashcoder")

# A shell that starts the tests in the background has SIGINT ignored, which processes inherit.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items) -> None:
    """Skips what is marked `torch` where PyTorch is not installed."""
    if importlib.util.find_spec("torch"):
        return
    skip = pytest.mark.skip(reason="PyTorch is not installed")
    for item in items:
        if "torch" in item.keywords:
            item.add_marker(skip)


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder with one small English text."""
    folder = tmp_path_factory.mktemp("data")
    write_texts(folder / "english.txt", texts(40))
    return folder


@pytest.fixture
def run(tmp_path):
    """A run folder that does not exist yet."""
    return tmp_path / "run"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The current folder, with small corpora."""
    return working_folder(tmp_path, monkeypatch)


@pytest.fixture
def base(here):
    """A tiny model directory."""
    return write_tiny_model(here / "base", tasks=())
