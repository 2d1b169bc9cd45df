"""The sandbox for tests that run commands; they are skipped, with the reason, where it is not."""

import pytest

from bashcoder_mlx.errors import BashcoderError
from bashcoder_mlx.shell.sandbox import find_sandbox


def sandbox_or_skip():
    """The sandbox of this machine."""
    try:
        return find_sandbox()
    except BashcoderError as error:
        pytest.skip(str(error))
